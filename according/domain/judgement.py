"""A person's decision about what was read: append-only, with who, when and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from according.domain.ids import digest
from according.domain.values import JudgementKind


@dataclass(frozen=True, slots=True)
class Judgement:
    """Names claims or tellings, never incidents; a withdrawal names the judgement that it takes back.

    `subjects` are claim or telling ids (two for must_link and cannot_link); `field` and `value` belong to `correct`
    (which field, its right value as JSON), `grade` (value = the grade) and to a `note` that closes an item of the review
    (field "reviewed", value = the item). `at` is an ISO date and time in UTC.
    """

    id: str
    kind: JudgementKind
    subjects: tuple[str, ...]
    who: str
    at: str
    why: str
    field: str | None = None
    value: str | None = None

    @classmethod
    def made(
        cls,
        kind: JudgementKind,
        subjects: Iterable[str],
        who: str,
        at: str,
        why: str,
        field: str | None = None,
        value: str | None = None,
    ) -> Judgement:
        """A judgement under the id of its content."""
        named = tuple(subjects)
        own = digest("judgement", kind.value, list(named), who, at, why, field, value)
        return cls(own, kind, named, who, at, why, field, value)

    @property
    def order(self) -> tuple[str, str]:
        """Oldest first; what is said in the same moment goes by id."""
        return self.at, self.id


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody took back, oldest first, without the withdrawals: what counts.

    A function of their set. A withdrawal acts only on what is older than it; one that is itself withdrawn does not act.
    """
    every = tuple(judgements)
    gone = withdrawn(every)
    kept = (j for j in every if j.kind is not JudgementKind.WITHDRAW and j.id not in gone)
    return tuple(sorted(kept, key=lambda judgement: judgement.order))


def withdrawn(judgements: Iterable[Judgement]) -> Mapping[str, Judgement]:
    """The ids of the judgements that were taken back, each with the newest withdrawal that does so."""
    every = sorted(judgements, key=lambda judgement: judgement.order, reverse=True)
    order = {judgement.id: judgement.order for judgement in every}
    gone: dict[str, Judgement] = {}
    # Newest first: whether a withdrawal acts is known once all that could take it back have been seen.
    for judgement in every:
        if judgement.kind is JudgementKind.WITHDRAW and judgement.id not in gone:
            for subject in judgement.subjects:
                if subject in order and order[subject] < judgement.order:
                    gone.setdefault(subject, judgement)
    return gone
