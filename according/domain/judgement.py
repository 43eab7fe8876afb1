"""A person's decision about what was read: append-only, with who, when and why."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.values import JudgementKind


@dataclass(frozen=True, slots=True)
class Judgement:
    """Names claims or tellings, never incidents.

    `subjects` are claim or telling ids (two for must_link and cannot_link); `field` and `value` belong to `correct`
    (which field, its right value as JSON) and `grade` (value = the grade). `at` is an ISO date and time in UTC.
    """

    id: str
    kind: JudgementKind
    subjects: tuple[str, ...]
    who: str
    at: str
    why: str
    field: str | None = None
    value: str | None = None
