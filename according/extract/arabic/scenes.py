"""Whether a name is where something happened, or only where somebody is from, is taken to, or rules."""

from __future__ import annotations

from collections.abc import Sequence

from according.extract.arabic.lexicon import words
from according.extract.arabic.line import Line
from according.extract.arabic.spots import Spot

SCENE = frozenset("في علي الي".split())
"""Words behind which something happens."""
_ORIGIN = 4
"""Words before a place in which a word says that it is only where somebody is from."""


def is_origin(line: Line, spot: Spot, people: Sequence[int]) -> bool:
    """ "من أهالي قرية س", "مجلس س العسكري": where somebody is from or what a body is called, no scene.

    So is what stands behind a person's name and "من", and a hospital that somebody is taken to.
    """
    if spot.first >= 2 and line.stems[spot.first - 1] == "من" and spot.first - 2 in people:
        return True
    if line.stems[spot.first] in words("hospital") and not _is_scene(line, spot.first):
        return True
    for at in range(spot.first - 1, max(-1, spot.first - 1 - _ORIGIN), -1):
        if line.stems[at] in words("origin"):
            return True
        if line.stems[at] in SCENE or not line.words[at].is_arabic:
            return False
    return False


def _is_scene(line: Line, at: int) -> bool:
    """Whether a hospital is where something happened: an act, "on" or "near" stands before it, and nobody is taken to it."""
    if "ل" in line.words[at].clitics and at - 1 not in line.acts:
        return False
    before = range(max(0, at - 3), at)
    if any(line.stems[n] in ("الي", "نقل", "نقلوا", "نقلت", "اسعاف", "اسعف", "اسعفوا") for n in before):
        return False
    near = any(line.stems[n] in ("علي", "في") or line.stems[n] in words("place_near") for n in before)
    return near or any(n in line.acts for n in range(max(0, at - 6), at))


def is_inside(line: Line, at: int) -> bool:
    """Whether a country is where something happens: behind "in", "inside", a direction, or with "in" written onto it."""
    if "ب" in line.words[at].clitics:
        return True
    before = line.stems[at - 1] if at else ""
    return before in words("country_in") or before in words("side") or before in words("place_near") or not at


def may_stand(line: Line, at: int) -> bool:
    """Whether a village's bare name stands where a place does: behind a preposition, an act, a comma, or at the beginning."""
    word = line.words[at]
    if at == 0 or line.text[max(0, line.span(at, at)[0] - 1)] == "#":
        return True
    before = line.stems[at - 1]
    if word.clitics or line.joined(at):
        return "ل" not in word.clitics
    scene = any(before in words(name) for name in ("place_in", "place_near", "side", "place_holds"))
    return scene or not line.words[at - 1].is_arabic or at - 1 in line.acts
