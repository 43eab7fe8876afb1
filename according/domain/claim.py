"""Claims: the figures and events read out of a report, and the reading that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from according.domain.ids import claim_id
from according.domain.mention import DateSpan, PlaceMention
from according.domain.place import ResolvedPlace
from according.domain.problem import Problem
from according.domain.values import (
    Bound,
    Category,
    Cause,
    ClaimKind,
    DisplacementTerm,
    EventType,
    Measure,
    Modality,
    SubEventType,
    Unit,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many, as stated and as read (codebook, Figures: low, high, vague).

    `low`/`high` None = the report sets no bound there; both None with `vague` = a vague word ("dozens"); `bound` is None
    exactly when vague.
    """

    stated: str
    low: int | None
    high: int | None
    bound: Bound | None = Bound.EXACT
    vague: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What figures and events share. Use `Figure` or `Event`.

    `place` and `perpetrator` are as written, `place_start` is where the place's name stands in the text;
    `attribution` holds the speakers (empty = the publisher's own voice); `telling` is the id of the telling that the
    claim belongs to; `because` names the rule or model that read it; `confidence` is between 0 and 1.
    """

    report: str
    start: int
    anchor: str
    place: str | None = None
    place_start: int | None = None
    date: DateSpan | None = None
    perpetrator: str | None = None
    weapon: str | None = None
    attribution: tuple[str, ...] = ()
    modality: Modality = Modality.ASSERTED
    telling: str = ""
    confidence: float = 0.5
    because: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.anchor)

    @property
    def kind(self) -> ClaimKind:
        raise NotImplementedError

    @property
    def label(self) -> str:
        """The measure of a figure, the type of an event."""
        raise NotImplementedError

    @property
    def id(self) -> str:
        return claim_id(self.report, self.kind.value, self.start, self.end, self.label)

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Claims of a report stand in this order: start, end, kind, measure or type (DESIGN.md, Words: telling)."""
        return self.start, self.end, self.kind.value, self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Claim):
    """A quantity of people or facilities affected. `part_of` is the id of the bigger figure it is a subset of."""

    measure: Measure
    category: Category
    quantity: Quantity
    part_of: str | None = None
    cumulative: bool = False
    unit: Unit = Unit.PERSON
    term: DisplacementTerm | None = None
    cause: Cause | None = None

    @property
    def kind(self) -> ClaimKind:
        return ClaimKind.FIGURE

    @property
    def label(self) -> str:
        return self.measure.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """A happening of armed conflict. `target` is as written."""

    type: EventType
    sub_event_type: SubEventType | None = None
    target: str | None = None

    @property
    def kind(self) -> ClaimKind:
        return ClaimKind.EVENT

    @property
    def label(self) -> str:
        return self.type.value


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a claim's names were resolved to, under one gazetteer and one registry; stored beside the claim.

    `perpetrator` is a registry label, or None; `speakers` runs parallel to the claim's `attribution`, None where the
    registry does not know the speaker.
    """

    claim: str
    place: ResolvedPlace | None
    perpetrator: str | None
    speakers: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader version read in one report. Old readings are kept, one is current.

    `digest` identifies code version, lexicons and models; `claims` are sorted by `order`; `places` are the toponyms of
    the whole text with what they resolved to.
    """

    report: str
    digest: str
    claims: tuple[Claim, ...]
    main_event: SubEventType | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A reading with its names resolved: what `read` prints and the ledger stores.

    `resolutions` maps claim id to Resolution, one for every claim of the reading; `gazetteer` and `registry` are the
    digests of what they were resolved with.
    """

    reading: Reading
    resolutions: Mapping[str, Resolution]
    places: tuple[tuple[PlaceMention, ResolvedPlace | None], ...] = ()
    gazetteer: str = ""
    registry: str = ""
