"""How what two tellings tell of compares: kind, victims, who did it and who says so, with what, against what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from math import log2, sqrt

from according.domain.values import EventType
from according.link import weights as w
from according.link.levels import Level
from according.link.sketch import Sketch, Toll, size

MANY = 4
"""Differing figures from which on more say no more."""
TALKATIVE = 4
"""Marking words from which on it says something that two tellings share none."""


def compare_types(a: Sketch, b: Sketch) -> tuple[Level, ...]:
    return _types(a.types, b.types) if a.types and b.types else ()


@lru_cache(maxsize=16384)
def _types(ours: frozenset[EventType], theirs: frozenset[EventType]) -> tuple[Level, ...]:
    same = ours & theirs
    if same:
        kind = min(same, key=lambda kind: (kind in w.SAME_TYPE, kind))
        return (Level(w.SAME_TYPE.get(kind, "type.same"), 1.0, (kind.value,)),)
    pairs = list(product(sorted(ours), sorted(theirs)))
    if any({x, y} <= kin for x, y in pairs for kin in w.KIN_TYPES):
        return (Level("type.kin"),)
    if any(x in w.VAGUE_TYPES or y in w.VAGUE_TYPES for x, y in pairs):
        return (Level("type.vague"),)
    return (Level("type.other", 1.0, (min(ours).value, min(theirs).value)),)


def compare_tolls(a: Sketch, b: Sketch) -> Iterator[Level]:
    """By measure, combatants apart. A toll that nobody vouches for speaks only for one happening, never against."""
    firm = a.firm and b.firm
    counted = a.tolls.keys() & b.tolls.keys()
    if firm and not counted and _of_others(a, b):
        yield Level("toll.of_others")
    for key in counted if len(counted) < 2 else sorted(counted):
        x, y = a.tolls[key], b.tolls[key]
        for level in _toll(a, b, x, y, (key[0].value, size(x), size(y))):
            if firm or level.name.startswith(("toll.same", "toll.fits")):
                yield level


def compare_figures(a: Sketch, b: Sketch) -> Iterator[Level]:
    """Figures that only the one gives, and others that only the other gives: the same story seldom differs in many."""
    common = len(a.figures & b.figures)
    differing = min(len(a.figures), len(b.figures)) - common
    if differing and a.firm and b.firm:
        yield Level("figures.differ", min(differing, MANY))


def _of_others(a: Sketch, b: Sketch) -> bool:
    """Whether the one counts only combatants, the other none, of the same measure."""
    return any((measure, not combatants) in b.tolls for measure, combatants in a.tolls)


def _toll(a: Sketch, b: Sketch, x: Toll, y: Toll, words: tuple[object, ...]) -> Iterator[Level]:
    if x == y and None not in x:
        reached = _reached(size(x))
        if reached is not None:
            yield Level(reached, 1.0, words)
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


@lru_cache(maxsize=4096)
def _reached(number: int) -> str | None:
    reached = [least for least in w.SAME_TOLLS if number >= least]
    return f"toll.same_{reached[-1]}" if reached else None


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
