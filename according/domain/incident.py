"""From tellings to incidents: what many reports say of one happening, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from according.domain.claim import Claim, Resolution
from according.domain.mention import DateSpan
from according.domain.place import ResolvedPlace
from according.domain.values import Category, DisputeKind, EventType, Grade, Measure


@dataclass(frozen=True, slots=True)
class Telling:
    """The claims of one report about one happening (one frame of place, time, perpetrator).

    `claims` are in claim order and each has its Resolution in `resolutions` under its id. `published` and `publisher`
    are the report's. `date` and `place` are the frame's: those of the claim that is most exact.
    """

    id: str
    report: str
    claims: tuple[Claim, ...]
    resolutions: Mapping[str, Resolution]
    date: DateSpan | None
    place: ResolvedPlace | None
    published: str | None
    publisher: str | None

    @property
    def order(self) -> tuple[bool, str, bool, str, str, int]:
        """Start of date (null last), published (null last), report id, start of the first claim."""
        day = self.date.first.isoformat() if self.date else ""
        return self.date is None, day, self.published is None, self.published or "", self.report, self.claims[0].start


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that are copies of one another: exact, near, or stitched from the same sentences.

    `publisher` is the name of the family's first publisher: earliest published, null last, then report id.
    """

    id: str
    reports: tuple[str, ...]
    publisher: str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where claims independently come from. `reports` are sorted report ids."""

    name: str
    reports: tuple[str, ...]
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """The span of what accounts state for one measure and category (DESIGN.md, Words: range).

    `low` None = nobody sets a floor; `open` = the top is itself a floor ("at least").
    """

    low: int | None
    high: int | None
    best: int | None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """The tellings of one origin in one incident. `values` holds its own range per (measure, category).

    The key's category is None for the total over people not said to be combatants.
    """

    origin: str
    claims: tuple[str, ...]
    tellings: tuple[str, ...]
    perpetrators: tuple[str, ...]
    values: Mapping[tuple[Measure, Category | None], Range]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Accounts that cannot all be true. `between` names origins, `claims` are the claims that clash; `text` says it."""

    kind: DisputeKind
    between: tuple[str, ...]
    claims: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happened at a place in a time window: a cluster of tellings with its assessment.

    `id` is the earliest telling's id; `claims` and `reports` leave out the outlook (feared and planned claims).
    """

    id: str
    tellings: tuple[str, ...]
    reports: tuple[tuple[str, int], ...]
    claims: tuple[str, ...]
    date: DateSpan | None
    place: str | None
    where: ResolvedPlace | None
    types: tuple[EventType, ...]
    perpetrators: tuple[str, ...]
    killed: Range | None
    injured: Range | None
    by_category: Mapping[tuple[Measure, Category], Range]
    origins: tuple[Origin, ...]
    accounts: tuple[Account, ...]
    disputes: tuple[Dispute, ...]
    grade: Grade
    grade_reason: str
    outlook: tuple[str, ...] = ()
