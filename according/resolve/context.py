"""What a report is about, as far as its place names tell: shares of countries and first-level areas."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from according.domain.mention import PlaceMention
from according.domain.place import Place
from according.domain.report import Report
from according.domain.values import PlaceKind
from according.vocab.actors.theatres import theatres_of

THEATRE = 1.0
"""Votes for the country that the report's words point to most (vocab/actors/theatres.tsv)."""
DEMONYM = 0.5
CITY = 0.5
"""Votes of a name of which all bearers lie in one country."""


@dataclass(frozen=True, slots=True)
class Context:
    """`countries` and `areas` hold shares that add up to 1, by ISO 3166 alpha-3 and by GeoNames code."""

    countries: Mapping[str, float]
    areas: Mapping[str, float]
    places: Mapping[str, Place]

    @classmethod
    def of(cls, report: Report, mentions: Sequence[PlaceMention]) -> Context:
        countries: dict[str, float] = defaultdict(float)
        areas: dict[str, float] = defaultdict(float)
        places: dict[str, Place] = {}
        for mention in mentions:
            if not mention.candidates:
                continue
            first = mention.candidates[0]
            owners = {place.country for place in mention.candidates}
            if first.country is None:
                continue
            if first.feature == "country":
                countries[first.country] += DEMONYM if mention.kind is PlaceKind.DEMONYM else 1.0
                places[first.country] = first
            elif len(owners) == 1:
                countries[first.country] += CITY
            if first.feature == "admin1" and first.admin1_code:
                areas[first.admin1_code] += 1
        for country in theatres_of(report.text)[:1]:
            countries[country] += THEATRE
        return cls(_shares(countries), _shares(areas), places)

    @property
    def empty(self) -> bool:
        return not self.countries

    def country(self, code: str | None) -> float:
        return self.countries.get(code or "", 0.0)

    def area(self, code: str | None) -> float:
        return self.areas.get(code or "", 0.0)

    def dominant(self, share: float) -> str | None:
        """The country that has at least that share, None where none has."""
        return next((code for code, own in self.countries.items() if own >= share), None)

    def country_place(self, code: str) -> Place | None:
        """The country itself, where the report names it."""
        return self.places.get(code)


def _shares(votes: Mapping[str, float]) -> Mapping[str, float]:
    total = sum(votes.values())
    return {key: count / total for key, count in votes.items()}


def kilometres(one: Place, other: Place) -> float:
    """Distance of two places that have points, by the flat-earth formula: right to a percent where it matters here."""
    assert one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None
    east = math.radians((other.lon - one.lon + 180) % 360 - 180) * math.cos(math.radians((one.lat + other.lat) / 2))
    return 6371.0 * math.hypot(east, math.radians(other.lat - one.lat))
