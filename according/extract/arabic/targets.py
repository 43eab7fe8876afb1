"""Whom or what an act was done to (codebook, Events: target). A bare settlement is the place, not the target."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.values import EventType
from according.extract.arabic.acts import Act
from according.extract.arabic.counting import How, Thing
from according.extract.arabic.lexicon import words
from according.extract.arabic.line import STOPS, Line
from according.extract.arabic.sides import side_at
from according.extract.arabic.spots import Spot

_AHEAD = 12
"""Words behind an act in which its target stands."""
_LONGEST = 6
"""Words of the longest target."""
_COMMAS = frozenset("،,")
_ON = frozenset(("علي", "ضد", "لصالح"))
_PEOPLE = frozenset((EventType.ARREST, EventType.ABDUCTION, EventType.ATTACK, EventType.DISPLACEMENT, EventType.SIEGE))
"""Acts whose object can be people that follow at once."""


def target_of(
    line: Line,
    act: Act,
    stop: int,
    found: Sequence[Thing],
    agent: tuple[int, int] | None,
    spots: Sequence[Spot] = (),
) -> tuple[int, int] | None:
    """The words that name the target of an act; `stop` is where the next act begins, `agent` its doer's name.

    A facility with a name of its own ("مخيم س") is also one of the line's `spots`.
    """
    starts = {t.first: t for t in found if t.how not in (How.ZERO, How.BARE) and not t.other}
    on = act.verb or act.type in (EventType.ARREST, EventType.ABDUCTION)
    aimed = on
    for at in range(act.last + 1, min(stop if not _hits(line, stop) else len(line), act.last + 1 + _AHEAD, len(line))):
        stem = line.stems[at]
        if agent is not None and act.last < agent[0] and at <= agent[1]:
            continue
        if act.means is not None and act.means[0] <= at <= act.means[1]:
            continue
        if stem in words("breaks") and _hits(line, at + 1):
            continue  # "التي استهدفت"
        if stem in STOPS or stem in words("results") or stem in words("breaks") or (stem in _COMMAS and not aimed):
            return None
        if stem in words("targets") or stem in _ON:
            aimed = True
            continue
        to = "ل" in line.words[at].clitics
        if not (aimed or to or at == act.last + 1):
            continue
        if stem in ("في", "ب", "خلال", "قرب"):
            return None
        thing = starts.get(at)
        if thing is not None and (thing.facility or act.type in _PEOPLE or aimed or to):
            named = next((spot.last for spot in spots if spot.first == at), at)
            return at, max(thing.last, named, _extent(line, thing.last, stop))
        if at in line.taken or stem in words("place_head"):
            aimed = False
            continue
        if (stem in words("held") or at in line.nouns) and stem not in words("others"):
            return at, _extent(line, at, stop)
        if stem in words("force") and (aimed or to):
            return side_at(line, at)
    return None


def _hits(line: Line, at: int) -> bool:
    """Whether the next act is only the verb that names what was hit ("قصف استهدف مبنى")."""
    return at < len(line) and line.stems[at] in words("targets")


def _extent(line: Line, last: int, stop: int) -> int:
    """The last word of a target: its adjectives, its owner; up to a place, a preposition, another clause."""
    for at in range(last + 1, min(last + _LONGEST, len(line), max(stop, last + 1))):
        stem, word = line.stems[at], line.words[at]
        if stem in words("force"):
            side = side_at(line, at)
            return side[1] if side is not None else last
        owned = at in line.nouns and not line.joined(at) and line.nouns[at][1].measure is None
        plain = stem in words("kind_adj") or stem in words("continues") or owned
        if not (plain and word.is_arabic) or {"ب", "ف"} & set(word.clitics) or at in line.taken:
            return last
        last = at
    return last
