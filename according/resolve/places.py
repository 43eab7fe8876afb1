"""Which place a name in a report stands for, by everything else that the report names."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from according.domain.mention import Mentions, PlaceMention
from according.domain.place import Place, ResolvedPlace
from according.domain.protocols import Gazetteer
from according.domain.report import Report
from according.domain.values import PlaceKind, Precision

_AREAS = ("country", "admin1", "admin2", "area")
_NEAR = frozenset({"near", "outside", "close to", "around", "beside", "on the road to"})


class PlaceChooser:
    """Resolves the place names of one report."""

    def __init__(self, report: Report, mentions: Mentions, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._mentions = mentions.places
        self._countries = _country_shares(mentions.places)
        self._at = {mention.start: mention for mention in mentions.places}
        self._chosen: dict[int, ResolvedPlace | None] = {m.start: self._resolve(m) for m in mentions.places}

    def all(self) -> tuple[tuple[PlaceMention, ResolvedPlace | None], ...]:
        return tuple((mention, self._chosen[mention.start]) for mention in self._mentions)

    def of(self, name: str | None, start: int | None) -> ResolvedPlace | None:
        """What the place of a claim, as written at `start`, stands for."""
        if name is None:
            return None
        if start is not None and start in self._at:
            return self._chosen[start]
        same = [m for m in self._mentions if m.anchor == name]
        if same:
            return self._chosen[same[0].start]
        inside = [m for m in self._mentions if m.anchor in name and m.kind is PlaceKind.PLACE]
        if inside:
            return self._chosen[inside[0].start]
        return self._resolve(PlaceMention(start or 0, name, PlaceKind.PLACE, tuple(self._gazetteer.find(name))))

    def _resolve(self, mention: PlaceMention) -> ResolvedPlace | None:
        place = self._choose(mention.candidates, self._area(mention.area))
        if place is None:
            area = self._area(mention.area)
            return _resolved(area, Precision.AREA) if area else None
        return self._located(place, mention)

    def _area(self, name: str | None) -> Place | None:
        return self._choose(self._gazetteer.find(name), None) if name else None

    def _choose(self, candidates: Sequence[Place], area: Place | None) -> Place | None:
        best = max(((self._score(place, area), place) for place in candidates), default=None, key=lambda pair: pair[0])
        return best[1] if best and best[0] > 0 else None

    def _score(self, place: Place, area: Place | None) -> float:
        share = self._countries.get(place.country or "", 0.0)
        score = math.log10(place.population + 10) - 4.5 + 5 * share + (3 if place.feature == "country" else 0)
        if area is not None:
            inside = place.country == area.country and (area.feature == "country" or place.admin1 == area.admin1)
            score += 3 if inside else -4
        return score

    def _located(self, place: Place, mention: PlaceMention) -> ResolvedPlace | None:
        if place.lat is None:
            holder = self._gazetteer.get(place.within) if place.within else None
            return _resolved(holder, Precision.AREA, place) if holder else None
        if place.feature == "country":
            return _resolved(place, Precision.COUNTRY)
        if place.feature in _AREAS:
            return _resolved(place, Precision.AREA)
        if mention.relation in _NEAR:
            return _resolved(place, Precision.NEAR)
        return _resolved(place, Precision.PLACE)


def _resolved(place: Place, precision: Precision, named: Place | None = None) -> ResolvedPlace:
    """`named` is a place without a point of its own that lies in `place`."""
    who = named or place
    return ResolvedPlace(
        place_id=who.id,
        name=who.name,
        lat=place.lat,
        lon=place.lon,
        precision=precision,
        radius_km=place.radius_km,
        country=place.country,
        admin1=place.admin1 or who.admin1,
    )


def _country_shares(mentions: Sequence[PlaceMention]) -> Mapping[str, float]:
    votes: Counter[str] = Counter()
    for mention in mentions:
        owned = {place.country for place in mention.candidates if place.country}
        best = mention.candidates[0] if mention.candidates else None
        if best is not None and (best.feature in ("country", "admin1") or len(owned) == 1) and best.country:
            votes[best.country] += 1
    total = votes.total() or 1
    return {country: count / total for country, count in votes.items()}
