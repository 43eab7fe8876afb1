"""What of a telling is compared with other tellings, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from according.domain.claim import Claim, Event, Figure
from according.domain.incident import OUTLOOK, Telling, is_of_the_incident
from according.domain.values import FACILITY_CATEGORIES, Category, EventType, Measure, Modality, Precision
from according.link.marks import marking_words
from according.link.sounds import sound
from according.text.fold import fold

REPORTED = 3
"""Days before its report in which a telling may lie whose date is that of the report: where only the saying is dated, that day
is taken (codebook, Dates)."""
GAINSAID = 7
"""The same where all is denied: an army denies on Friday what was said to happen on Monday."""
LONG_SPAN = 10
"""Days. A longer date ("in August") says so little of the day that the telling is compared as one without a date."""

COUNTED = (Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.DETAINED, Measure.MISSING, Measure.DISPLACED)

Toll = tuple[int | None, int | None]
"""(low, high) of a telling's greatest figure; None = no bound there."""


class Spot(NamedTuple):
    """A place as link compares it. `radius_km` is how far it reaches; None = not known."""

    place_id: str | None
    lat: float | None
    lon: float | None
    radius_km: float
    precision: Precision | None
    admin1: str | None
    country: str | None


@lru_cache(maxsize=65536)
def _kept(spot: Spot) -> Spot:
    return spot


@dataclass(frozen=True)
class Sketch:
    """A telling as link sees it. Days are proleptic ordinals, distances km; None = not said.

    `names` are the places as written, names of areas left out; `beside` are ids and names of the places in its sentences,
    `around` those of the whole report; `words` and `phrases` mark the happening out (see marks.py); `tolls` are by measure and whether they count combatants, not `firm`
    where nobody vouches for them; `figures` are all that count something. `told` is false for a telling that says of nothing that it happened, and in which nobody
    says that something did not; `aside` is true where it fears, plans or denies and tells of nothing: that belongs beside
    what its report tells of the place. `loose` is by how many days the date may be too late, `told_at` when the report was
    published, as exactly as is known. `days` (1006 = 6 October) and `weekdays` (0 = Monday) are those that the report names.
    """

    id: str
    report: str
    told: bool
    aside: bool
    first: int | None
    last: int | None
    loose: int
    published: int | None
    lat: float | None
    lon: float | None
    radius_km: float
    precision: Precision | None
    place_id: str | None
    admin1: str | None
    country: str | None
    names: frozenset[str]
    types: frozenset[EventType]
    tolls: Mapping[tuple[Measure, bool], Toll]
    figures: frozenset[tuple[Measure, Category, int | None]]
    facilities: frozenset[Category]
    actors: frozenset[str]
    speakers: frozenset[str]
    weapons: frozenset[str]
    words: frozenset[str]
    phrases: frozenset[str]
    beside: frozenset[str]
    around: frozenset[str]
    days: frozenset[int]
    weekdays: frozenset[int]
    told_at: str
    firm: bool

    @cached_property
    def exact(self) -> bool:
        """Whether the place itself is known, and its point."""
        return self.lat is not None and self.precision in (Precision.PLACE, Precision.NEAR)

    @cached_property
    def spot(self) -> Spot:
        """One and the same object for all at one place."""
        return _kept(Spot(self.place_id, self.lat, self.lon, self.radius_km, self.precision, self.admin1, self.country))

    @cached_property
    def script(self) -> bool:
        """Whether most of its words are Arabic: those of other scripts share none with it."""
        return 2 * sum(word[0] > "\u05ff" for word in self.words) > len(self.words)

    @cached_property
    def sounds(self) -> frozenset[str]:
        """How its words sound, for comparing across scripts."""
        return frozenset(heard for word in self.words if (heard := sound(word)) is not None)

    @cached_property
    def own_places(self) -> frozenset[str]:
        """The id and the names of its own place."""
        return self.names if self.place_id is None else self.names | {self.place_id}

    @cached_property
    def names_heard(self) -> frozenset[str]:
        """How the places' names sound."""
        return frozenset(heard for name in self.names if (heard := sound(name)) is not None)

    @property
    def gainsaid(self) -> bool:
        """Whether all that it tells is that something did not happen."""
        return self.aside and self.told

    @cached_property
    def dated(self) -> bool:
        return self.first is not None

    @cached_property
    def on_days(self) -> frozenset[int]:
        """1006 = 6 October: those of its dates, else those that the report names."""
        if self.first is None or self.last is None:
            return self.days
        days = map(date.fromordinal, range(self.first, self.last + 1))
        return frozenset(100 * day.month + day.day for day in days)

    @cached_property
    def on_weekdays(self) -> frozenset[int]:
        """0 = Monday: those of its dates, else those that the report names."""
        if self.first is None or self.last is None:
            return self.weekdays
        return frozenset((day - 1) % 7 for day in range(self.first, self.last + 1))


def sketch_of(telling: Telling) -> Sketch:
    claims = [claim for claim in telling.claims if is_of_the_incident(claim) or _is_gainsaid(claim)]
    told = bool(claims)
    gainsaid = told and all(c.modality in (Modality.DENIED, Modality.NEGATED) for c in claims)
    ahead = [claim for claim in telling.claims if claim.modality in OUTLOOK]
    claims = claims or ahead or list(telling.claims)
    filed = telling.setting.filed
    published = filed.toordinal() if filed else _day(telling.published)
    names = frozenset(filter(None, (_name(telling, claim) for claim in claims)))
    place, span = telling.place, telling.date
    if span is not None and (span.last - span.first).days > LONG_SPAN:
        span = None
    figures = [claim for claim in claims if isinstance(claim, Figure)]
    events = [claim for claim in claims if isinstance(claim, Event)]
    facilities = [figure for figure in figures if figure.category in FACILITY_CATEGORIES]
    firm = _tolls(f for f in figures if f.modality is Modality.ASSERTED)
    speakers = frozenset(_speakers(telling, claims))
    named = marking_words([*names, *speakers, telling.publisher])
    return Sketch(
        id=telling.id,
        report=telling.report,
        told=told,
        aside=gainsaid or (bool(ahead) and not told),
        first=span.first.toordinal() if span else None,
        last=span.last.toordinal() if span else None,
        loose=GAINSAID if gainsaid else REPORTED if span and span.last.toordinal() == published else 0,
        published=published,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        radius_km=place.radius_km if place else 0.0,
        precision=place.precision if place else None,
        place_id=place.place_id if place else None,
        admin1=place.admin1 if place else None,
        country=place.country if place else None,
        names=names,
        types=frozenset(event.type for event in events),
        tolls=firm or _tolls(f for f in figures if f.modality is Modality.PURPORTED),
        figures=frozenset((f.measure, f.category, f.quantity.low) for f in figures if f.quantity.low),
        facilities=frozenset(figure.category for figure in facilities),
        actors=frozenset(_actors(telling, claims)),
        speakers=speakers,
        weapons=marking_words(claim.weapon for claim in claims),
        words=(telling.setting.words | marking_words([*(e.target for e in events), *(f.anchor for f in figures)]))
        - named,
        phrases=telling.setting.phrases,
        beside=telling.setting.places,
        around=telling.setting.around,
        days=telling.setting.days,
        weekdays=telling.setting.weekdays,
        told_at=telling.published or "",
        firm=bool(firm),
    )


def _is_gainsaid(claim: Claim) -> bool:
    """Somebody says that nobody was hurt ("no civilians were harmed, the army said"): that belongs beside what others say."""
    return isinstance(claim, Figure) and claim.modality is Modality.NEGATED and bool(claim.attribution)


def _tolls(figures: Iterable[Figure]) -> dict[tuple[Measure, bool], Toll]:
    """The greatest figure of each measure that is part of no other: a telling's toll, near enough to compare by; by key."""
    tolls: dict[tuple[Measure, bool], Toll] = {}
    for figure in figures:
        low, high = figure.quantity.low, figure.quantity.high
        if figure.measure not in COUNTED or figure.part_of is not None or (low is None and high is None):
            continue
        key = (figure.measure, figure.category is Category.COMBATANTS)
        if key not in tolls or size((low, high)) > size(tolls[key]):
            tolls[key] = (low, high)
    return dict(sorted(tolls.items()))


def size(toll: Toll) -> int:
    low, high = toll
    return high if low is None and high is not None else low or 0


_ARTICLES = ("al ", "el ", "ال")
_KINDS = frozenset(
    "village town city neighbourhood neighborhood quarter outskirts edge centre center countryside camp near outside in of the "
    "بلده قريه مدينه حي احيا مخيم محيط اطراف وسط مركز ناحيه مزرعه مزارع قرب قرى بالقرب من في الي بلدتي قريتي جبل تل".split()
)
"""What stands before a name and is no part of it ("the village of Alpha"); a name of nothing else keeps it."""
_AREA_WORDS = frozenset(
    "province governorate region district countryside county oblast state territory ريف محافظه منطقه مديريه اقليم".split()
)
"""A name with one of these is that of an area: it says no more than the area it was resolved to."""


def _name(telling: Telling, claim: Claim) -> str | None:
    """The folded name of a place of its own; None for an area's."""
    if not claim.place:
        return None
    name, place = fold(claim.place), telling.resolutions[claim.id].place
    if not _AREA_WORDS.isdisjoint(name.split()):
        return None
    if place is not None and place.precision in (Precision.AREA, Precision.COUNTRY):
        if name in (fold(place.name), fold(place.admin1 or "")):
            return None
    return _bare(name)


def _bare(name: str) -> str:
    """ "village of al alpha" and "alpha" are one name."""
    words = name.split()
    while len(words) > 1 and words[0] in _KINDS:
        words.pop(0)
    bare = " ".join(words)
    for article in _ARTICLES:
        bare = bare.removeprefix(article)
    return bare


def _actors(telling: Telling, claims: Iterable[Claim]) -> Iterable[str]:
    for claim in claims:
        label = telling.resolutions[claim.id].perpetrator
        if label is not None:
            yield label
        elif claim.perpetrator:
            yield fold(claim.perpetrator)


def _speakers(telling: Telling, claims: Iterable[Claim]) -> Iterable[str]:
    for claim in claims:
        labels = telling.resolutions[claim.id].speakers or (None,) * len(claim.attribution)
        for label, written in zip(labels, claim.attribution, strict=True):
            yield label or fold(written)


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else None
    except ValueError:
        return None
