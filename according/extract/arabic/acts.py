"""Where a line names an act of war, of what type it is, and by what means (codebook, Events: type, weapon)."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.values import EventType
from according.extract.arabic.lexicon import given_names, weapons, words
from according.extract.arabic.line import STOPS, Line

AHEAD, BEHIND = 12, 6
"""Words after and before an act in which its means are looked for."""
_AIR_FIRST = (
    EventType.CHEMICAL_WEAPON,
    EventType.SUICIDE_BOMB,
    EventType.IED,
    EventType.AIR_STRIKE,
    EventType.SHELLING,
)
_BARE_FIRE = frozenset((EventType.SHELLING, EventType.ATTACK))


@dataclass(frozen=True, slots=True)
class Act:
    """An act named by words first..last. `means` is the span of the weapon's words, None where none is named."""

    first: int
    last: int
    type: EventType
    verb: bool
    weak: bool
    open: bool
    means: tuple[int, int] | None


def acts_of(line: Line) -> list[Act]:
    """The acts that a line names, left to right, none inside another."""
    hits: list[tuple[int, int, EventType, bool, bool, bool]] = []
    at = 0
    while at < len(line):
        hit = line.acts.get(at)
        if hit is None or at in line.taken or _is_part_of_a_name(line, at):
            at += 1
            continue
        size, word = hit
        if line.words[at].form in given_names() or not _is_news(line, at, word.type):
            at += size
            continue
        hits.append((at, at + size - 1, word.type, word.verb, word.weak, word.open))
        at += size
    found = []
    for n, (first, last, kind, verb, weak, is_open) in enumerate(hits):
        begin = hits[n - 1][1] + 1 if n else 0
        stop = hits[n + 1][0] if n + 1 < len(hits) else len(line)
        means = _means(line, first, last, begin, stop)
        if is_open:
            kind = _typed(line, first, last, begin, stop, kind)
        found.append(Act(first, last, kind, verb, weak, is_open, means))
    return found


def _is_part_of_a_name(line: Line, at: int) -> bool:
    """ "هيئة تحرير الشام", "قوات تحرير عفرين": no act right behind the word for a force, unless that has its article."""
    return at > 0 and line.stems[at - 1] in words("bodies") and not (line.definite(at - 1) or line.words[at].clitics)


def _is_news(line: Line, at: int, kind: EventType) -> bool:
    """Whether an act is told of: not as an aim ("بهدف اختطاف"), a habit, or a truce that is only named."""
    before = line.stems[max(0, at - 5) : at]
    if before[-1:] and before[-1] in words("purpose"):
        return False
    if any(stem in words("habit") for stem in before):
        return False
    return kind is not EventType.CEASEFIRE or any(stem in words("truce_news") for stem in before)


def _clause(line: Line, first: int, last: int, begin: int, stop: int) -> range:
    """The words around an act that belong to it: up to the acts beside it and to the end of the sentence's part."""
    low = max(begin, first - BEHIND)
    high = min(stop, last + 1 + AHEAD)
    for at in range(first - 1, low - 1, -1):
        if line.stems[at] in STOPS or line.stems[at] in ("،", ","):
            low = at + 1
            break
    for at in range(last + 1, high):
        if line.stems[at] in STOPS or line.stems[at] in words("results"):
            high = at
            break
    return range(low, high)


def _typed(line: Line, first: int, last: int, begin: int, stop: int, plain: EventType) -> EventType:
    kinds = set()
    for at in _clause(line, first, last, begin, stop):
        hit = line.match(weapons(), at)
        if hit is not None and hit[1] is not None:
            kinds.add(hit[1])
    return next((kind for kind in _AIR_FIRST if kind in kinds), plain)


def _means(line: Line, first: int, last: int, begin: int, stop: int) -> tuple[int, int] | None:
    """The weapon named with "by" behind the act or before it ("بقذائف الهاون"), with the words that say of what kind."""
    clause = _clause(line, first, last, begin, stop)
    for at in [*range(last + 1, clause.stop), *range(clause.start, first)]:
        hit = line.match(weapons(), at)
        if hit is None or "ب" not in line.words[at].clitics:
            continue
        end = at + hit[0] - 1
        while end + 1 < clause.stop and line.match(weapons(), end + 1) is not None:
            end += (line.match(weapons(), end + 1) or (1, None))[0]
        return at, end
    return None
