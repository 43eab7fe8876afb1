"""Mentions: a place, an actor or a time expression at a span of a text, with its candidates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from according.domain.place import Place
from according.domain.values import DatePrecision, PlaceKind, TimeKind


@dataclass(frozen=True, slots=True)
class DateSpan:
    """From the first to the last day, both included; one day when they are equal."""

    first: date
    last: date
    precision: DatePrecision = DatePrecision.DAY

    @classmethod
    def day(cls, day: date) -> DateSpan:
        return cls(day, day)

    def iso(self) -> str:
        """ "2018-09-09", or "2018-09-09/2018-09-10" for a range (codebook, Figures: date)."""
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    @classmethod
    def from_iso(cls, value: str, precision: DatePrecision = DatePrecision.DAY) -> DateSpan:
        """Reads what `iso` writes. Raises ValueError on anything else."""
        first, _, last = value.partition("/")
        start, end = date.fromisoformat(first), date.fromisoformat(last or first)
        if precision is DatePrecision.DAY and start != end:
            precision = DatePrecision.RANGE
        return cls(start, end, precision)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place's name at text[start:start+len(anchor)], with what the gazetteer knows under it.

    `area` is the name of an area said to hold it in the same phrase ("Hass" in "Idlib's southern town of Hass"), and
    `relation` what stands between the words and the place ("near", "south of", "countryside"), None when none does.
    """

    start: int
    anchor: str
    kind: PlaceKind
    candidates: tuple[Place, ...]
    relation: str | None = None
    area: str | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.anchor)


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor's name or description at text[start:start+len(anchor)]; `actors` are ids of registry entries."""

    start: int
    anchor: str
    actors: tuple[str, ...]

    @property
    def end(self) -> int:
        return self.start + len(self.anchor)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression at text[start:start+len(anchor)], resolved against the day the report speaks from.

    `date` is None when the text gives no way to know ("on March 3" without a year, "Sunday" without a day to count from).
    `background` is true when it points back beyond the news (last month, 2011, since 2013); `spoken` when it dates the
    saying rather than what is said ("a monitor said Thursday").
    """

    start: int
    anchor: str
    date: DateSpan | None
    kind: TimeKind = TimeKind.POINT
    background: bool = False
    spoken: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.anchor)


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of one report, each tuple in text order; `day` is the day it speaks from, None when nothing tells."""

    places: tuple[PlaceMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    day: date | None = None


def joined(parts: Sequence[Mentions]) -> Mentions:
    """The mentions of several parts of one text, each tuple in text order."""
    if len(parts) == 1:
        return parts[0]
    return Mentions(
        tuple(sorted((m for part in parts for m in part.places), key=lambda m: m.start)),
        tuple(sorted((m for part in parts for m in part.actors), key=lambda m: m.start)),
        tuple(sorted((m for part in parts for m in part.times), key=lambda m: m.start)),
        next((part.day for part in parts if part.day is not None), None),
    )
