"""A claim in the making: what one line says before the report is looked at as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field

from according.domain.claim import Quantity
from according.domain.mention import DateSpan
from according.domain.values import Category, EventType, Measure, Modality
from according.extract.arabic.acts import Act
from according.extract.arabic.counting import How
from according.extract.arabic.lexicon import given_names
from according.extract.arabic.line import Line
from according.extract.arabic.speakers import Speech
from according.extract.arabic.spots import Spot
from according.extract.arabic.ties import Tie


@dataclass(slots=True, eq=False)
class Draft:
    """Exactly one of `tie` (a figure) and `act` (an event) is set. `own_place` = its own clause names the place.

    `own_place_behind` = it stands behind the act. `old` = its date points back beyond the news.
    """

    line: Line
    first: int
    last: int
    tie: Tie | None = None
    act: Act | None = None
    type: EventType | None = None
    category: Category | None = None
    quantity: Quantity | None = None
    part_of: Draft | None = None
    place: Spot | None = None
    own_place: bool = False
    own_place_behind: bool = False
    date: DateSpan | None = None
    old: bool = False
    perpetrator: str | None = None
    target: str | None = None
    weapon: str | None = None
    speakers: list[str] = field(default_factory=list)
    modality: Modality = Modality.ASSERTED
    cumulative: bool = False
    headline: bool = False
    frame: int = -1
    because: str = ""
    confidence: float = 0.6

    @property
    def measure(self) -> Measure | None:
        return self.tie.measure if self.tie else None

    @property
    def start(self) -> int:
        """Of a name, behind an "and" that no list takes off it ("وساهر")."""
        start = self.line.begin(self.first)
        named = self.tie is not None and self.tie.thing.how is How.NAME
        word = self.line.words[self.first]
        plain = not word.clitics and word.form.startswith("و") and word.form not in given_names()
        joined = named and plain and self.tie is not None and self.tie.thing.joined
        return start + 1 if joined and self.line.text[start] == "و" else start

    @property
    def end(self) -> int:
        return self.line.span(self.first, self.last)[1]


@dataclass(slots=True)
class LineDrafts:
    """Everything that one line tells."""

    line: Line
    drafts: list[Draft]
    speeches: list[Speech]
    spots: list[Spot]
    background: bool = False
    headline: bool = False
    days: tuple[DateSpan | None, ...] = ()
    """The days of the news that it names; None of one that nothing resolves."""
