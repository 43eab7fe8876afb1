"""Takes down what a person decides about claims and tellings: checked first, then kept for good, and taken back only by
another judgement.

What it changes is seen once incidents are linked again (`rebuild.refresh`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from according.app.judge_conflicts import Conflict, conflict_of
from according.app.judge_subjects import Unjudgeable, claims_in, subject_of
from according.app.judge_values import json_of, spelled
from according.domain.judgement import Judgement, standing, withdrawn
from according.domain.protocols import ClaimQuery, Gazetteer, Ledger
from according.domain.values import Grade, JudgementKind

OF_FRAME = ("place", "date", "perpetrator", "weapon")
"""What the claims of a telling have in common (codebook, Frame)."""
LONGEST = 2000
"""Characters of a reason."""
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Who:
    """Who decides, when (ISO date and time in UTC, to the microsecond) and why. `instead` takes back what contradicts it."""

    name: str
    at: str
    why: str
    instead: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of it: `new` is false where the same was said already; `withdrawn` was taken back for it."""

    judgement: Judgement
    new: bool = True
    withdrawn: tuple[Judgement, ...] = ()


class Contradicted(Unjudgeable):
    """Somebody decided the opposite; the message says who, when, why, and how to go on."""

    def __init__(self, conflict: Conflict) -> None:
        super().__init__(conflict.words)
        self.conflict = conflict


def now() -> str:
    """The moment, as judgements write it: such times sort as text."""
    return _written(datetime.now(UTC))


def must_link(ledger: Ledger, one: str, other: str, who: Who) -> Taken:
    """Two tellings are of one happening. Raises Unjudgeable, as all of these do, with words for the person."""
    return _pair(ledger, JudgementKind.MUST_LINK, one, other, who)


def cannot_link(ledger: Ledger, one: str, other: str, who: Who) -> Taken:
    """Two tellings are of different happenings."""
    return _pair(ledger, JudgementKind.CANNOT_LINK, one, other, who)


def reject(ledger: Ledger, names: Sequence[str], who: Who) -> Taken:
    """Claims are misread, or not to be counted; an incident's id rejects everything that it holds."""
    claims: dict[str, None] = {}
    for name in names:
        subject = subject_of(ledger, name)
        claims.update(dict.fromkeys(claims_in(subject)))
    return _take(ledger, JudgementKind.REJECT, tuple(claims), who)


def correct(
    ledger: Ledger,
    name: str,
    field: str,
    value: str,
    who: Who,
    gazetteer: Gazetteer | None = None,
    *,
    whole: bool = False,
) -> Taken:
    """A field of a claim has another value; what was read stays beside it. `gazetteer` knows where a place lies.

    `whole` corrects what a telling has as one (its place, date, perpetrator, weapon) in all its claims.
    """
    subject = subject_of(ledger, name)
    if subject.claim is None:
        raise Unjudgeable(
            f"{name} is an incident: a correction wants one of its claims; 'according show {name}' has their ids"
        )
    field = spelled(field)
    written = json_of(subject.claim.claim, field, value, gazetteer)
    subjects: tuple[str, ...] = (subject.id,)
    if whole:
        if field not in OF_FRAME:
            raise Unjudgeable(
                f"{field!r} is each claim's own: for a whole telling only {', '.join(OF_FRAME)} can be corrected"
            )
        found = ledger.claims(ClaimQuery(report=subject.claim.report.id))
        subjects = tuple(f.claim.id for f in found if f.claim.telling == subject.telling)
    return _take(ledger, JudgementKind.CORRECT, subjects, who, field, written)


def grade(ledger: Ledger, name: str, value: Grade, who: Who) -> Taken:
    """The incident that holds this claim or telling has this grade."""
    return _take(ledger, JudgementKind.GRADE, (subject_of(ledger, name).id,), who, value=value.value)


def note(ledger: Ledger, names: Sequence[str], who: Who, reviewed: str | None = None) -> Taken:
    """Something worth knowing, in `who.why`. `reviewed` names the item of the review that it closes."""
    subjects = tuple(dict.fromkeys(subject_of(ledger, name).id for name in names))
    field = None if reviewed is None else "reviewed"
    return _take(ledger, JudgementKind.NOTE, subjects, who, field, reviewed)


def withdraw(ledger: Ledger, name: str, who: Who) -> Taken:
    """Takes an earlier judgement back; taking back a withdrawal makes what it withdrew count again."""
    every = ledger.judgements()
    found = [j for j in every if j.id == name] or [j for j in every if len(name) >= 8 and j.id.startswith(name)]
    if len(found) != 1:
        more = "more than one judgement begins with" if found else "there is no judgement"
        raise Unjudgeable(f"{more} {name!r}: 'according judge list' lists them (give at least 8 characters)")
    gone = withdrawn(every)
    if found[0].id in gone:
        by = gone[found[0].id]
        raise Unjudgeable(f"{by.who} took this judgement back already, on {by.at[:10]}: {by.why}")
    return _take(ledger, JudgementKind.WITHDRAW, (found[0].id,), who)


def _pair(ledger: Ledger, kind: JudgementKind, one: str, other: str, who: Who) -> Taken:
    first, second = subject_of(ledger, one), subject_of(ledger, other)
    if first.telling == second.telling:
        if kind is JudgementKind.MUST_LINK:
            raise Unjudgeable(f"{one} and {other} belong to one telling: they are together already")
        raise Unjudgeable(
            f"{one} and {other} belong to one telling of one report, which cannot be taken apart: reject the claim that is "
            "wrong, or correct its place or date"
        )
    return _take(ledger, kind, tuple(sorted((first.id, second.id))), who)


def _take(
    ledger: Ledger,
    kind: JudgementKind,
    subjects: tuple[str, ...],
    who: Who,
    field: str | None = None,
    value: str | None = None,
) -> Taken:
    every = ledger.judgements()
    made = Judgement.made(kind, subjects, _name(who.name), _after(every, who.at), _reason(who.why), field, value)
    counting = standing(every)
    if kind is not JudgementKind.NOTE:
        said = (kind, subjects, field, value)
        same = next((j for j in counting if (j.kind, j.subjects, j.field, j.value) == said), None)
        if same is not None:
            return Taken(same, new=False)
    conflict = conflict_of(ledger, made, every)
    taken_back: list[Judgement] = []
    if conflict is not None:
        if not who.instead or not conflict.replaceable:
            raise Contradicted(conflict)
        taken_back = list(conflict.judgements)
    # The new one first: cut off between the two, the newest word still counts.
    ledger.add_judgement(made)
    for old in taken_back:
        why = f"replaced by judgement {made.id[:10]}: {made.why}"
        ledger.add_judgement(Judgement.made(JudgementKind.WITHDRAW, (old.id,), made.who, made.at, why))
    return Taken(made, withdrawn=tuple(taken_back))


def _after(judgements: Sequence[Judgement], at: str) -> str:
    """The time given, or a moment after the newest judgement's where a clock went back: the newest word must be the last."""
    newest = max((j.at for j in judgements), default="")
    if at > newest:
        return at
    return _written(datetime.fromisoformat(newest) + timedelta(microseconds=1))


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise Unjudgeable("say who judges: --who NAME, or $ACCORDING_REVIEWER")
    if len(name) > LONGEST_NAME:
        raise Unjudgeable(f"the name of who judges has {len(name)} characters: at most {LONGEST_NAME}")
    return name


def _reason(why: str) -> str:
    why = why.strip()
    if not why:
        raise Unjudgeable("a judgement wants a reason: --why 'what you saw, and where'")
    if len(why) > LONGEST:
        raise Unjudgeable(f"the reason has {len(why):,} characters: at most {LONGEST:,}")
    return why
