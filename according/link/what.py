"""How what two tellings tell of compares: kind, victims, who did it and who says so, with what, against what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from math import log2, sqrt

from according.domain.values import EventType, Measure
from according.link import weights as w
from according.link.levels import Level, plain
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
        return (plain("type.kin"),)
    if any(x in w.VAGUE_TYPES or y in w.VAGUE_TYPES for x, y in pairs):
        return (plain("type.vague"),)
    return (Level("type.other", 1.0, (min(ours).value, min(theirs).value)),)


def compare_tolls(a: Sketch, b: Sketch) -> list[Level]:
    """By measure, combatants apart. A toll that nobody vouches for speaks only for one happening, never against."""
    firm = a.firm and b.firm
    others = b.tolls
    counted = [key for key in a.tolls if key in others]
    if not counted:
        return [plain("toll.of_others")] if firm and _of_others(a, b) else []
    order = _order(a, b)
    again = not a.speakers.isdisjoint(b.speakers)
    found: list[Level] = []
    for key in counted:
        found += _toll(key[0], a.tolls[key], others[key], order, again, firm)
    return found


def compare_figures(a: Sketch, b: Sketch) -> tuple[Level, ...]:
    """Figures that only the one gives, and others that only the other gives: the same story seldom differs in many."""
    if not a.firm or not b.firm:
        return ()
    differing = min(len(a.figures), len(b.figures)) - len(a.figures & b.figures)
    return _DIFFERING[min(differing, MANY)]


_DIFFERING = ((), *((Level("figures.differ", differing),) for differing in range(1, MANY + 1)))


def _of_others(a: Sketch, b: Sketch) -> bool:
    """Whether the one counts only combatants, the other none, of the same measure."""
    return any((measure, not combatants) in b.tolls for measure, combatants in a.tolls)


def _order(a: Sketch, b: Sketch) -> int:
    """-1 where `a` was published before `b`, 1 where after it, 0 where nobody knows or at once; to the hour where both give it."""
    if not a.told_at or not b.told_at or a.told_at == b.told_at:
        return 0
    return -1 if a.told_at < b.told_at else 1


@lru_cache(maxsize=65536)
def _toll(measure: Measure, x: Toll, y: Toll, order: int, again: bool, firm: bool) -> tuple[Level, ...]:
    """Two tolls of one measure. `order` is that of their reports, `again` whether one speaker gives both."""
    levels = _compared(x, y, order, again, (measure.value, size(x), size(y)))
    return tuple(level for level in levels if firm or level.name.startswith(("toll.same", "toll.fits")))


def _compared(x: Toll, y: Toll, order: int, again: bool, words: tuple[object, ...]) -> Iterator[Level]:
    if x == y and None not in x:
        reached = _reached(size(x))
        if reached is not None:
            yield Level(reached, 1.0, words)
        return
    if overlap(x, y):
        yield Level("toll.fits", 1.0, words)
        return
    if _rises(x, y, order):
        yield Level("toll.updated" if again else "toll.rises", 1.0, words)
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


def _rises(x: Toll, y: Toll, order: int) -> bool:
    """Whether the later report tells of more."""
    return size(x) < size(y) if order < 0 else size(x) > size(y) if order > 0 else False


def overlap(x: Toll, y: Toll) -> bool:
    """Whether both can be true of one number."""
    return (x[0] is None or y[1] is None or x[0] <= y[1]) and (y[0] is None or x[1] is None or y[0] <= x[1])


def compare_deeds(a: Sketch, b: Sketch) -> list[Level]:
    """Who did it, who says so, with what, against what, and in which words."""
    found = []
    if a.actors and b.actors:
        same = a.actors & b.actors
        found.append(_sharing("actor.same", min(same)) if same else plain("actor.other"))
    if not a.speakers.isdisjoint(b.speakers):
        found.append(_sharing("speaker.same", min(a.speakers & b.speakers)))
    if not a.weapons.isdisjoint(b.weapons):
        found.append(_sharing("weapon.same", min(a.weapons & b.weapons)))
    if a.facilities and b.facilities:
        hit = a.facilities & b.facilities
        found.append(_sharing("facility.same", min(hit).value) if hit else plain("facility.other"))
    if not a.phrases.isdisjoint(b.phrases):
        common = a.phrases & b.phrases
        found.append(Level("words.phrases", log2(1 + len(common)), (common,)))
    shared = a.words & b.words
    if shared:
        found.append(Level("words.count", log2(1 + len(shared)), (shared,)))
        found.append(Level("words.share", len(shared) / sqrt(len(a.words) * len(b.words))))
    elif a.script != b.script:
        if heard := a.sounds & b.sounds:
            found.append(Level("words.sounds", log2(1 + len(heard)), (heard,)))
            found.append(Level("words.sounds_share", len(heard) / sqrt(len(a.sounds) * len(b.sounds))))
    elif min(len(a.words), len(b.words)) >= TALKATIVE:
        found.append(plain("words.none"))
    return found


@lru_cache(maxsize=4096)
def _sharing(name: str, what: str) -> Level:
    return Level(name, 1.0, (what,))
