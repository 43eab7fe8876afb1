"""Judgements that cannot both hold, and how to tell a person so."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from according.assess import OF_QUANTITY
from according.domain.judgement import Judgement, standing
from according.domain.protocols import Ledger
from according.domain.values import JudgementKind
from according.export.judgement_words import judgement_words

_MUST, _CANNOT = JudgementKind.MUST_LINK, JudgementKind.CANNOT_LINK


@dataclass(frozen=True, slots=True)
class Conflict:
    """`judgements` are those that stand against a new one; `replaceable` = taking all of them back would settle it."""

    judgements: tuple[Judgement, ...]
    replaceable: bool = True

    @property
    def words(self) -> str:
        said = "; ".join(f"{judgement_words(j)} (judgement {j.id[:10]})" for j in self.judgements)
        if self.replaceable:
            return f"this contradicts what was judged before: {said}. To replace it, say --instead"
        return (
            f"this contradicts what was judged before: {said}. Take back the one that is wrong with "
            "'according judge withdraw ID', then judge again"
        )


def conflict_of(ledger: Ledger, made: Judgement, every: Sequence[Judgement]) -> Conflict | None:
    """What stands against a judgement that is about to be taken down; None = nothing."""
    counting = standing(every)
    match made.kind:
        case JudgementKind.MUST_LINK | JudgementKind.CANNOT_LINK:
            return _links(ledger, made, counting)
        case JudgementKind.CORRECT:
            return _corrections(made, counting)
        case JudgementKind.GRADE:
            return _grades(ledger, made, counting)
        case JudgementKind.WITHDRAW:
            return _restored(ledger, made, every)
    return None


def _restored(ledger: Ledger, made: Judgement, every: Sequence[Judgement]) -> Conflict | None:
    """Taking back a withdrawal lets something count again: it may contradict what was judged meanwhile."""
    before = standing(every)
    for judgement in standing([*every, made]):
        if judgement not in before:
            found = conflict_of(ledger, judgement, before)
            if found is not None:
                return found
    return None


def _corrections(made: Judgement, counting: Iterable[Judgement]) -> Conflict | None:
    own = [j for j in counting if set(made.subjects) & set(j.subjects)]
    against = [
        j
        for j in own
        if j.kind is JudgementKind.REJECT or (j.kind is JudgementKind.CORRECT and _overlap(j.field, made.field))
    ]
    return Conflict(tuple(against)) if against else None


def _overlap(one: str | None, other: str | None) -> bool:
    """Whether two corrections set the same: a quantity is its bounds."""
    pair = {one, other}
    return one == other or ("quantity" in pair and pair <= OF_QUANTITY)


def _grades(ledger: Ledger, made: Judgement, counting: Iterable[Judgement]) -> Conflict | None:
    incident = _incident(ledger, made.subjects[0])
    against = [
        j
        for j in counting
        if j.kind is JudgementKind.GRADE
        and j.value != made.value
        and (j.subjects == made.subjects or (incident and incident == _incident(ledger, j.subjects[0])))
    ]
    return Conflict(tuple(against)) if against else None


def _incident(ledger: Ledger, subject: str) -> str | None:
    found = ledger.incident(_telling(ledger, subject))
    return found.id if found else None


def _telling(ledger: Ledger, subject: str) -> str:
    claim = ledger.claim(subject)
    return claim.claim.telling if claim and claim.claim.id == subject else subject


def _links(ledger: Ledger, made: Judgement, counting: Iterable[Judgement]) -> Conflict | None:
    told: dict[str, str] = {}

    def pair(judgement: Judgement) -> tuple[str, str]:
        one, other = (told.setdefault(s, _telling(ledger, s)) for s in judgement.subjects)
        return one, other

    must = [(pair(j), j) for j in counting if j.kind is _MUST]
    a, b = pair(made)
    if made.kind is _CANNOT:
        path = _path(must, a, b)
        return Conflict(path, replaceable=len(path) == 1) if path else None
    against: list[Judgement] = []
    by_chain: list[Judgement] = []
    for judgement in counting:
        if judgement.kind is _CANNOT:
            c, d = pair(judgement)
            path = _path([*must, ((a, b), made)], c, d)
            if path:
                against.append(judgement)
                by_chain += [j for j in path if j is not made]
    # A chain of must-links may be what is wrong: only the person can say which of it.
    everything = tuple(dict.fromkeys([*against, *by_chain]))
    return Conflict(everything, replaceable=not by_chain) if against else None


def _path(must: Sequence[tuple[tuple[str, str], Judgement]], start: str, goal: str) -> tuple[Judgement, ...]:
    """The shortest chain of must-links from one telling to another; empty = none."""
    ways: dict[str, list[tuple[str, Judgement]]] = {}
    for (one, other), judgement in must:
        ways.setdefault(one, []).append((other, judgement))
        ways.setdefault(other, []).append((one, judgement))
    seen: dict[str, tuple[Judgement, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there, judgement in ways.get(here, ()):
            if there not in seen:
                seen[there] = (*seen[here], judgement)
                waiting.append(there)
    return seen.get(goal, ())
