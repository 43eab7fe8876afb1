"""Which place a name in a report stands for, by everything else that the report names."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from according.domain.mention import Mentions, PlaceMention
from according.domain.place import Place, ResolvedPlace
from according.domain.protocols import Gazetteer
from according.domain.report import Report
from according.domain.values import PlaceKind
from according.resolve.context import Context, kilometres
from according.resolve.precision import located, whole_area

KNOWN_BY_ITSELF = 300_000
"""People from which a city needs nothing in the report that speaks for its country."""
WIDE = ("country", "region")
"""Features whose names need nothing that speaks for them."""
DOMINANT = 0.75
"""Share of the report's country words from which an unknown village of it lies in that country."""
NEARBY = 150.0
"""Kilometres at which the pull of another place of the report has fallen to a third."""
LONGEST_GAP = 70
"""Characters between a village and the area that the same phrase gives it."""


class Weights(NamedTuple):
    """What speaks for a candidate; learned on the places.dev texts of the benchmark, rounded."""

    people: float = 1.0
    """For each power of ten of the population."""
    country: float = 2.5
    """For the share of its country in the report's country words."""
    first_level: float = 1.2
    """For the share of its first-level area among those that the report names."""
    nearness: float = 10.0
    """For the nearness of the report's other places."""
    area: float = 4.0
    """For lying in the area that the same phrase names, or that it names elsewhere for the same name."""
    is_country: float = 3.0
    """For being a country or a region across borders."""
    pointed: float = 0.2
    """For having a point: of two entries for one village the one that can be shown."""


WEIGHTS = Weights()

_PROVINCE_AFTER = re.compile(r"(?:['’]s)?\s+(?:province|governorate|region|countryside|oblast|state)\b", re.IGNORECASE)
_PROVINCE_BEFORE = re.compile(
    r"\b(?:(?:province|governorate|region|state|countryside)\s+of|(?:north|south|east|west)(?:ern|-?eastern|-?western)?|rural|across"
    r"|throughout)\s+$|(?:محافظة|محافظه|ريف|أرياف|ريفي)\s+[#\"“«]?$",
    re.IGNORECASE,
)
_CITY_AFTER = re.compile(r"(?:['’]s)?\s+(?:city|town|city's)\b", re.IGNORECASE)
_CITY_BEFORE = re.compile(r"\b(?:city|town|village)\s+of\s+$|(?:مدينة|بلدة|قرية|مركز)\s+[#\"“«]?$", re.IGNORECASE)
_HELD_BY = re.compile(
    r"(?:\s+(?:village|town|city|area|district|camp|neighbou?rhood))?\s*,?\s+(?:in|of|inside|,)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$|\s*[,(]\s*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]['\"”’]?\s|\n\s*\n")


class PlaceChooser:
    """Resolves the place names of one report. Nothing is fuzzy; None where nothing tells which of several it is."""

    def __init__(self, report: Report, mentions: Mentions, gazetteer: Gazetteer, weights: Weights = WEIGHTS) -> None:
        self._text = report.text
        self._gazetteer = gazetteer
        self._weights = weights
        self._mentions = mentions.places
        self._at = {mention.start: mention for mention in mentions.places}
        self._areas = self._areas_given()
        self._wide = self._provinces()
        self._context = Context.of(report, mentions.places)
        first = {m.anchor: self._choose(m, ()) for m in self._mentions}
        others = {name: place for name, place in first.items() if place is not None and place.lat is not None}
        self._chosen = {m.start: self._resolve(m, others) for m in self._mentions}

    def all(self) -> tuple[tuple[PlaceMention, ResolvedPlace | None], ...]:
        """Every place name of the report with what it stands for, in text order."""
        return tuple((mention, self._chosen[mention.start]) for mention in self._mentions)

    def of(self, name: str | None, start: int | None) -> ResolvedPlace | None:
        """What the place of a claim, as written at `start`, stands for."""
        if name is None:
            return None
        for mention in self._within(name, start):
            return self._chosen[mention.start]
        return self._unknown(name, start)

    def _within(self, name: str, start: int | None) -> Sequence[PlaceMention]:
        """The mentions inside a claim's place: where it stands, else wherever the report has the same name."""
        if start is not None:
            end = start + len(name)
            here = [m for m in self._mentions if start <= m.start and m.end <= end and m.kind is PlaceKind.PLACE]
            if here:
                return here
        return [m for m in self._mentions if m.anchor == name]

    def _unknown(self, name: str, start: int | None) -> ResolvedPlace | None:
        """A name that is no mention: looked up, else the area of its phrase or sentence, else the report's one country."""
        mention = PlaceMention(start or 0, name, PlaceKind.PLACE, tuple(self._gazetteer.find(name)))
        chosen = self._choose(mention, ()) if mention.candidates else None
        if chosen is not None:
            return located(chosen, mention, self._gazetteer)
        return self._around(start, start + len(name)) if start is not None else self._dominant()

    def _around(self, start: int, end: int) -> ResolvedPlace | None:
        """Where a place that nobody knows is: the area of its phrase or sentence, else the report's one country."""
        holder = self._holder(start, end)
        return whole_area(holder, self._gazetteer) if holder is not None else self._dominant()

    def _dominant(self) -> ResolvedPlace | None:
        country = self._context.dominant(DOMINANT)
        place = self._context.country_place(country) if country else None
        return whole_area(place, self._gazetteer) if place else None

    def _holder(self, start: int, end: int) -> Place | None:
        """The area that the phrase names after a place, or the only one that its sentence names."""
        sentence = self._sentence(start)
        found: list[Place] = []
        for mention in self._mentions:
            if mention.kind is not PlaceKind.PLACE or not sentence[0] <= mention.start < sentence[1]:
                continue
            place = self._choose(mention, ())
            if place is None or place.lat is None:
                continue
            if end <= mention.start <= end + LONGEST_GAP and _HELD_BY.fullmatch(self._text[end : mention.start]):
                return place
            if place.feature in ("admin1", "admin2") and place not in found:
                found.append(place)
        return found[0] if len(found) == 1 else None

    def _sentence(self, start: int) -> tuple[int, int]:
        before = [match.end() for match in _SENTENCE_END.finditer(self._text, max(0, start - 600), start)]
        after = _SENTENCE_END.search(self._text, start)
        return (before[-1] if before else max(0, start - 600)), (after.start() if after else len(self._text))

    def _resolve(self, mention: PlaceMention, others: Mapping[str, Place]) -> ResolvedPlace | None:
        near = [place for name, place in others.items() if name != mention.anchor]
        place = self._choose(mention, near)
        if place is not None:
            return located(place, mention, self._gazetteer)
        area = self._area(mention.area)
        if area is not None:
            return whole_area(area, self._gazetteer)
        return self._around(mention.start, mention.end) if not mention.candidates else None

    def _area(self, name: str | None) -> Place | None:
        """The area of that name: rather a country or province than a city."""
        if name is None:
            return None
        wide = [place for place in self._gazetteer.find(name) if place.feature != "village"]
        return max(wide, key=lambda place: (self._base(place), place.feature in ("country", "admin1")), default=None)

    def _areas_given(self) -> Mapping[str, frozenset[str]]:
        """Name to the areas that the report ever gives for it: "Bab in Aleppo" once tells of every "Bab"."""
        found: dict[str, set[str]] = {}
        for mention in self._mentions:
            if mention.area is not None:
                found.setdefault(mention.anchor, set()).add(mention.area)
        return {name: frozenset(areas) for name, areas in found.items()}

    def _provinces(self) -> frozenset[str]:
        """Names that the report calls a province and never a city."""
        wide = {m.anchor for m in self._mentions if self._kind_beside(m) == "admin1"}
        return frozenset(wide - {m.anchor for m in self._mentions if self._kind_beside(m) == "city"})

    def _kind_beside(self, mention: PlaceMention) -> str | None:
        before, after = (
            self._text[max(0, mention.start - 40) : mention.start],
            self._text[mention.end : mention.end + 20],
        )
        if _CITY_AFTER.match(after) or _CITY_BEFORE.search(before):
            return "city"
        return "admin1" if _PROVINCE_AFTER.match(after) or _PROVINCE_BEFORE.search(before) else None

    def _choose(self, mention: PlaceMention, near: Sequence[Place]) -> Place | None:
        areas = [area for name in self._areas.get(mention.anchor, ()) if (area := self._area(name)) is not None]
        kind = self._kind_beside(mention) or ("admin1" if mention.anchor in self._wide else None)
        features = {place.feature for place in mention.candidates}
        if kind is None and "admin1" in features and "country" not in features:
            # "in Aleppo" is the city, "Hass in Idlib" the province.
            kind = "admin1" if any(other.area == mention.anchor for other in self._mentions) else "city"
        ranked = [(self._score(place, areas, near), place) for place in mention.candidates]
        best = max(ranked, key=lambda pair: pair[0], default=None)
        if best is None or not self._told(best[1], areas, len(ranked)) or _abroad(best[1], areas):
            return None
        return _of_kind(best[1], mention.candidates, kind)

    def _told(self, place: Place, areas: Sequence[Place], rivals: int) -> bool:
        """Does anything speak for the place but its name?"""
        if place.feature in WIDE or place.population >= KNOWN_BY_ITSELF or any(inside(place, a) for a in areas):
            return True
        share = self._context.country(place.country)
        return share > 0 or (self._context.empty and (rivals == 1 or place.feature == "admin1"))

    def _base(self, place: Place) -> float:
        w = self._weights
        score = w.people * math.log10(place.population + 100)
        score += w.country * self._context.country(place.country) + w.first_level * self._context.area(
            place.admin1_code
        )
        score += w.is_country if place.feature in WIDE else 0.0
        return score + (w.pointed if place.lat is not None else 0.0)

    def _score(self, place: Place, areas: Sequence[Place], near: Sequence[Place]) -> float:
        w = self._weights
        score = self._base(place)
        if areas:
            score += w.area if any(inside(place, area) for area in areas) else -w.area
        if near and place.lat is not None and place.lon is not None:
            pulls = [math.exp(-kilometres(place, other) / NEARBY) for other in near]
            score += w.nearness * sum(pulls) / (len(pulls) + 1)
        return score


def _abroad(place: Place, areas: Sequence[Place]) -> bool:
    """Does it lie in another country than all the areas that the report gives the name? Then it is a namesake."""
    return bool(areas) and place.feature not in WIDE and all(area.country != place.country for area in areas)


def _of_kind(chosen: Place, candidates: Sequence[Place], kind: str | None) -> Place:
    """Of a city and the area that bears its name, the one that the words beside the name mean."""
    if kind is None or chosen.feature in WIDE or (chosen.feature == "admin1") is (kind == "admin1"):
        return chosen
    features = ("admin1",) if kind == "admin1" else ("city", "village", "area")
    meant = [place for place in candidates if place.feature in features]
    alike = [place for place in meant if place.admin1_code == chosen.admin1_code]
    if not alike and kind == "city":
        # "Washington" is rather the great city than the state of that name.
        alike = [p for p in meant if p.country == chosen.country and p.population >= KNOWN_BY_ITSELF]
    return max(alike, key=lambda place: place.population, default=chosen)


def inside(place: Place, area: Place) -> bool:
    """Does the area hold the place, as far as the gazetteer's columns tell?"""
    if place.id == area.id or place.country != area.country:
        return False
    if area.feature == "country":
        return True
    return place.feature != "admin1" and area.admin1_code is not None and place.admin1_code == area.admin1_code
