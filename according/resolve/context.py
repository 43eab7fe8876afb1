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
IN_A_BODY = 0.4
"""What a name inside that of an organisation weighs: many work abroad, and bear the name of what they watch."""
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Context:
    """`countries` and `areas` hold shares that add up to 1, by ISO 3166 alpha-3 and by GeoNames code.

    `own` holds, by name, what part of the countries' votes that name itself cast: a name does not speak for itself.
    """

    countries: Mapping[str, float]
    areas: Mapping[str, float]
    places: Mapping[str, Place]
    own: Mapping[str, tuple[str, float]]

    @classmethod
    def of(cls, report: Report, mentions: Sequence[PlaceMention]) -> Context:
        countries: dict[str, float] = defaultdict(float)
        areas: dict[str, float] = defaultdict(float)
        places: dict[str, Place] = {}
        own: dict[str, tuple[str, float]] = {}
        for mention in mentions:
            if not mention.candidates:
                continue
            first = mention.candidates[0]
            owners = {place.country for place in mention.candidates}
            if first.country is None:
                continue
            weight = IN_A_BODY if mention.kind is PlaceKind.ORGANISATION else 1.0
            if first.feature == "country":
                countries[first.country] += DEMONYM if mention.kind is PlaceKind.DEMONYM else weight
                places[first.country] = first
            elif len(owners) == 1:
                vote = CITY * weight
                countries[first.country] += vote
                own[mention.anchor] = first.country, own.get(mention.anchor, ("", 0.0))[1] + vote
            if first.feature == "admin1" and first.admin1_code:
                areas[first.admin1_code] += 1
        for country in theatres_of(report.text)[:1]:
            countries[country] += THEATRE
        total = sum(countries.values())
        return cls(
            _shares(countries),
            _shares(areas),
            places,
            {name: (country, votes / total) for name, (country, votes) in own.items()},
        )

    def country(self, code: str | None) -> float:
        return self.countries.get(code or "", 0.0)

    def besides(self, name: str, code: str | None) -> float:
        """The country's share in what the other names of the report say; 0 where no other says anything."""
        country, votes = self.own.get(name, ("", 0.0))
        rest = 1.0 - votes
        if rest < TINY:
            return 0.0
        return (self.country(code) - (votes if country == code else 0.0)) / rest

    def leading(self, name: str) -> str | None:
        """The country of which the other names speak most; None where none speaks, or two as much."""
        shares = sorted(((self.besides(name, code), code) for code in self.countries), reverse=True)
        if not shares or shares[0][0] < TINY or (len(shares) > 1 and shares[1][0] > shares[0][0] - TINY):
            return None
        return shares[0][1]

    def silent_besides(self, name: str) -> bool:
        """Does no other name of the report speak for any country?"""
        return not self.countries or 1.0 - self.own.get(name, ("", 0.0))[1] < TINY

    def area(self, code: str | None) -> float:
        return self.areas.get(code or "", 0.0)

    def dominant(self, share: float, name: str = "") -> str | None:
        """The country that has at least that share in what the other names say, None where none has."""
        return next((code for code in self.countries if self.besides(name, code) >= share), None)

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
