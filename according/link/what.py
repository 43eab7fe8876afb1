"""How what two tellings tell of compares: kind, victims, who did it and who says so, with what, against what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import log2, sqrt

from according.link import weights as w
from according.link.levels import Level
from according.link.sketch import Sketch, Toll, size

MANY = 4
"""Differing figures from which on more say no more."""
TALKATIVE = 4
"""Marking words from which on it says something that two tellings share none."""


def compare_types(a: Sketch, b: Sketch) -> Iterator[Level]:
    if not a.types or not b.types:
        return
    same = a.types & b.types
    if same:
        kind = min(same, key=lambda kind: (kind in w.SAME_TYPE, kind)) if len(same) > 1 else next(iter(same))
        yield Level(w.SAME_TYPE.get(kind, "type.same"), 1.0, (kind.value,))
        return
    pairs = list(product(sorted(a.types), sorted(b.types)))
    if any({x, y} <= kin for x, y in pairs for kin in w.KIN_TYPES):
        yield Level("type.kin")
    elif any(x in w.VAGUE_TYPES or y in w.VAGUE_TYPES for x, y in pairs):
        yield Level("type.vague")
    else:
        yield Level("type.other", 1.0, (min(a.types).value, min(b.types).value))


def compare_tolls(a: Sketch, b: Sketch) -> Iterator[Level]:
    """By measure, combatants apart. A toll that nobody vouches for speaks only for one happening, never against."""
    if a.tolls and b.tolls and a.firm and b.firm and _of_others(a, b):
        yield Level("toll.of_others")
    for key in a.tolls:
        if key in b.tolls:
            x, y = a.tolls[key], b.tolls[key]
            levels = _toll(a, b, x, y, (key[0].value, size(x), size(y)))
            yield from (
                levels if a.firm and b.firm else (n for n in levels if n.name.startswith(("toll.same", "toll.fits")))
            )


def compare_figures(a: Sketch, b: Sketch) -> Iterator[Level]:
    """Figures that only the one gives, and others that only the other gives: the same story seldom differs in many."""
    differing = min(len(a.figures - b.figures), len(b.figures - a.figures))
    if differing and a.firm and b.firm:
        yield Level("figures.differ", min(differing, MANY))


def _of_others(a: Sketch, b: Sketch) -> bool:
    """Whether the one counts only combatants, the other none, of the same measure."""
    ours, theirs = set(a.tolls), set(b.tolls)
    return not ours & theirs and any((measure, not combatants) in theirs for measure, combatants in ours)


def _toll(a: Sketch, b: Sketch, x: Toll, y: Toll, words: tuple[object, ...]) -> Iterator[Level]:
    if x == y and None not in x:
        reached = [least for least in w.SAME_TOLLS if size(x) >= least]
        if reached:
            yield Level(f"toll.same_{reached[-1]}", 1.0, words)
        return
    if overlap(x, y):
        yield Level("toll.fits", 1.0, words)
        return
    if _rises(a, b, x, y):
        yield Level("toll.updated" if a.speakers & b.speakers else "toll.rises", 1.0, words)
        return
    if 1 in (size(x), size(y)):
        # A single victim may be one of the other's many.
        yield Level("toll.rises", 1.0, words)
        return
    small, great = sorted((size(x), size(y)))
    yield Level("toll.other", 1.0, words)
    yield Level("toll.other_ratio", 1 - small / great)


def _rises(a: Sketch, b: Sketch, x: Toll, y: Toll) -> bool:
    """Whether the later report tells of more, to the hour where both give it."""
    if not a.told_at or not b.told_at or a.told_at == b.told_at:
        return False
    early, late = (x, y) if a.told_at < b.told_at else (y, x)
    return size(late) > size(early)


def overlap(x: Toll, y: Toll) -> bool:
    """Whether both can be true of one number."""
    return (x[0] is None or y[1] is None or x[0] <= y[1]) and (y[0] is None or x[1] is None or y[0] <= x[1])


def compare_deeds(a: Sketch, b: Sketch) -> Iterator[Level]:
    """Who did it, who says so, with what, against what, and in which words."""
    if a.actors and b.actors:
        same = a.actors & b.actors
        yield Level("actor.same", 1.0, (min(same),)) if same else Level("actor.other")
    if a.speakers & b.speakers:
        yield Level("speaker.same", 1.0, (min(a.speakers & b.speakers),))
    if a.weapons & b.weapons:
        yield Level("weapon.same", 1.0, (min(a.weapons & b.weapons),))
    if a.facilities and b.facilities:
        hit = a.facilities & b.facilities
        yield Level("facility.same", 1.0, (min(hit).value,)) if hit else Level("facility.other")
    if common := a.phrases & b.phrases:
        yield Level("words.phrases", log2(1 + len(common)), (common,))
    shared = a.words & b.words
    if shared:
        yield Level("words.count", log2(1 + len(shared)), (shared,))
        yield Level("words.share", len(shared) / sqrt(len(a.words) * len(b.words)))
    elif a.script != b.script and (heard := a.sounds & b.sounds):
        yield Level("words.sounds", log2(1 + len(heard)), (heard,))
        yield Level("words.sounds_share", len(heard) / sqrt(len(a.sounds) * len(b.sounds)))
    elif min(len(a.words), len(b.words)) >= TALKATIVE and a.script == b.script:
        yield Level("words.none")
