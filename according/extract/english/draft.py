"""A claim in the making: what one clause says before the report is looked at as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field

from according.domain.mention import DateSpan, TimeMention
from according.domain.values import Category, EventType, Measure, Modality
from according.extract.english.counting import Counted
from according.extract.english.earlier import Earlier
from according.extract.english.events import Trigger
from according.extract.english.parse import Tree
from according.extract.english.speech import Speech
from according.extract.english.spots import Spot
from according.extract.english.ties import Tie


@dataclass(slots=True)
class Draft:
    """Exactly one of `thing` (a figure) and `trigger` (an event) is set. `earlier` = told after "a day after".

    `said_on` is the day of the saying where the clause dates nothing else: the happening's day only if no other is told.
    """

    tree: Tree
    token: int
    thing: Counted | None = None
    tie: Tie | None = None
    trigger: Trigger | None = None
    category: Category | None = None
    part_of: Draft | None = None
    place: Spot | None = None
    date: DateSpan | None = None
    said_on: DateSpan | None = None
    since: bool = False
    perpetrator: str | None = None
    target: str | None = None
    weapon: str | None = None
    speakers: list[str] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)
    modality: Modality = Modality.ASSERTED
    cumulative: bool = False
    frame: int = -1
    because: str = ""
    confidence: float = 0.5
    definite: bool = False
    own_place: bool = False
    own_date: bool = False
    headline: bool = False
    agentless: bool = False
    earlier: bool = False

    @property
    def measure(self) -> Measure | None:
        return self.tie.measure if self.tie else None

    @property
    def type(self) -> EventType | None:
        return self.trigger.type if self.trigger else None

    @property
    def label(self) -> str:
        """The measure of a figure, the type of an event."""
        return self.tie.measure.value if self.tie else self.trigger.type.value if self.trigger else ""

    @property
    def start(self) -> int:
        first = self.thing.first if self.thing else self.trigger.first if self.trigger else self.token
        return self.tree.starts[first]

    @property
    def end(self) -> int:
        last = self.thing.last if self.thing else self.trigger.last if self.trigger else self.token
        return self.tree.ends[last]


@dataclass(slots=True)
class SentenceDrafts:
    """Everything that one parsed sentence tells."""

    tree: Tree
    drafts: list[Draft]
    speeches: list[Speech]
    spots: list[Spot]
    times: list[TimeMention]
    past: Earlier | None = None
    speakers: tuple[str, ...] = ()
