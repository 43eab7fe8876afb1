"""From a chosen place to where it is, with honest precision: the place, near it, the area that holds it, the country."""

from __future__ import annotations

from collections.abc import Mapping

from according.domain.mention import PlaceMention
from according.domain.place import Place, ResolvedPlace
from according.domain.protocols import Gazetteer
from according.domain.values import Precision

FARTHEST_UP = 6
"""Areas in a chain that is followed."""
AROUND: Mapping[str, float] = {"outskirts": 3, "edge": 3, "suburb": 5, "entrance": 3, "beside": 3, "countryside": 15}
"""Kilometres that a relation adds to a settlement's radius."""
NEAR = 10.0
"""For every other relation: "near", "outside", "south of"."""


def located(place: Place, mention: PlaceMention, gazetteer: Gazetteer) -> ResolvedPlace | None:
    """Where the place is, as the mention's relation allows to say; None where no source gives a point."""
    known = climbed(place, gazetteer)
    if known is None:
        return None
    if known is not place:
        return _resolved(place, known, Precision.COUNTRY if known.feature == "country" else Precision.AREA)
    if place.feature == "country":
        return _resolved(place, place, Precision.COUNTRY)
    if place.feature in ("admin1", "admin2", "region"):
        return _resolved(place, place, Precision.AREA)
    if mention.relation is None or mention.relation.endswith("ern"):
        # "southern Idlib" is still the town; a named area with a point of its own is as exact as a town.
        return _resolved(place, place, Precision.PLACE)
    word = next((word for word in AROUND if word in mention.relation), None)
    return _resolved(place, place, Precision.NEAR, AROUND[word] if word else NEAR)


def whole_area(area: Place, gazetteer: Gazetteer) -> ResolvedPlace | None:
    """An area, or the town whose surroundings are meant, as the place of something that lies in it."""
    known = climbed(area, gazetteer)
    if known is None:
        return None
    return _resolved(known, known, Precision.COUNTRY if known.feature == "country" else Precision.AREA)


def climbed(place: Place, gazetteer: Gazetteer) -> Place | None:
    """The place itself where a source gives its point, else the smallest area that holds it and has one."""
    for _ in range(FARTHEST_UP):
        if place.lat is not None:
            return place
        holder = gazetteer.get(place.within) if place.within else None
        if holder is None:
            return None
        place = holder
    return None


def _resolved(named: Place, where: Place, precision: Precision, further: float = 0.0) -> ResolvedPlace:
    return ResolvedPlace(
        place_id=named.id,
        name=named.name,
        lat=where.lat,
        lon=where.lon,
        precision=precision,
        radius_km=where.radius_km + further,
        country=named.country or where.country,
        admin1=named.admin1 or where.admin1,
    )
