"""From tellings to incidents: what many reports say of one happening, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from according.domain.claim import Claim, Figure, Resolution
from according.domain.mention import DateSpan
from according.domain.place import ResolvedPlace
from according.domain.values import Category, DisputeKind, EventType, Grade, Measure, Modality, Precision

OUTLOOK = frozenset({Modality.FEARED, Modality.PLANNED})
"""What may come is kept apart from what is said to have happened."""


def is_of_the_incident(claim: Claim) -> bool:
    """Whether a claim tells of what happened: not feared or planned, no zero or denial by the text itself, no total of a war."""
    cumulative = isinstance(claim, Figure) and claim.cumulative
    return claim.modality not in OUTLOOK and claim.modality is not Modality.NEGATED and not cumulative


_EXACT_FIRST = tuple(Precision)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report says around a telling: for comparing tellings, never shown and no claim.

    `words` are those of the telling's own sentences that mark it out, `phrases` those of them that stand side by side, `places` the ids and folded names of the places in
    them, `around` those of the whole report. `days` (1006 = 6 October) and `weekdays` (0 = Monday) are those that it names, and
    `filed` the day that it prints as its own. The title is a sentence of the only telling.
    """

    words: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    days: frozenset[int] = frozenset()
    weekdays: frozenset[int] = frozenset()
    filed: date | None = None
    phrases: frozenset[str] = frozenset()


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
    setting: Setting = Setting()

    @classmethod
    def framed(
        cls,
        id: str,
        claims: Sequence[Claim],
        resolutions: Mapping[str, Resolution],
        published: str | None,
        publisher: str | None,
        setting: Setting = Setting(),
    ) -> Telling:
        """The telling of these claims, all of one report: at least one, in any order."""
        ordered = tuple(sorted(claims, key=lambda claim: claim.order))
        known = {claim.id: resolutions[claim.id] for claim in ordered}
        telling = [claim for claim in ordered if is_of_the_incident(claim)] or list(ordered)
        dates = Counter(claim.date for claim in telling if claim.date is not None)
        places = Counter(place for claim in telling if (place := known[claim.id].place) is not None)
        # min() keeps the first of equals, and a Counter the order of the claims.
        date = min(dates, key=lambda d: (d.last - d.first, -dates[d]), default=None)
        place = min(places, key=lambda p: (_EXACT_FIRST.index(p.precision), p.radius_km, -places[p]), default=None)
        return cls(id, ordered[0].report, ordered, known, date, place, published, publisher, setting)

    @property
    def order(self) -> tuple[bool, str, bool, str, str, int]:
        """Start of date (null last), published (null last), report id, start of the first claim."""
        day = self.date.first.isoformat() if self.date else ""
        return self.date is None, day, self.published is None, self.published or "", self.report, self.claims[0].start


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that are copies of one another: exact, near, or stitched from the same sentences.

    `reports` stand in the order in which they were published: earliest first, null last, then report id. `publisher` is
    the name of the first publisher, None where no member names one. A stitched member took over only what stands in
    `taken`, (report, start, end) into its text, and may be in other families too; other members are copies as a whole.
    """

    id: str
    reports: tuple[str, ...]
    publisher: str | None
    taken: tuple[tuple[str, int, int], ...] = ()

    @property
    def copies(self) -> tuple[str, ...]:
        """The members that are copies as a whole, the first among them."""
        stitched = {report for report, _, _ in self.taken}
        return tuple(report for report in self.reports if report not in stitched)


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
