"""From a chosen place to where it is, with honest precision: the place, near it, the area that holds it, the country."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from according.domain.mention import PlaceMention
from according.domain.place import Place, ResolvedPlace
from according.domain.protocols import Gazetteer
from according.domain.values import Precision

EARTH_KM = 6371.0
FARTHEST_UP = 6
"""Areas in a chain that is followed."""
AROUND: Mapping[str, float] = {"outskirts": 3, "edge": 3, "suburb": 5, "entrance": 3, "beside": 3, "countryside": 15}
"""Kilometres that a relation adds to a settlement's radius."""
NEAR = 10.0
"""For every other relation: "near", "outside", "south of"."""
LONGEST_BETWEEN = 60.0
"""Kilometres from the middle of two towns to either, beyond which "between" tells too little of where."""
_SIDES = (("north", 1, 0), ("south", -1, 0), ("east", 0, 1), ("west", 0, -1))
WIDEST = 160.0
"""Kilometres of reach beyond which "northern" tells too little of where in an area something is."""
_PART_AWAY, _PART_REACH = 0.4, 0.7
"""Where the middle of "the northern part" of an area lies and how far it reaches, as shares of the area's own reach: the
half of a disc has its middle 0.42 of the radius away, and its farthest corner 1.09 from there; areas are seldom that round."""


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
        return _part(place, mention.relation) or _resolved(place, place, Precision.AREA)
    if mention.relation is None or mention.relation.endswith("ern"):
        # "southern Idlib" is still the town; a named area with a point of its own is as exact as a town.
        return _resolved(place, place, Precision.PLACE)
    word = next((word for word in AROUND if word in mention.relation), None)
    return _resolved(place, place, Precision.NEAR, AROUND[word] if word else NEAR)


def _part(area: Place, relation: str | None) -> ResolvedPlace | None:
    """ "Southern Idlib", "Idlib's southern countryside": that side of the area; None where the relation names no part."""
    if relation is None or " of" in relation or area.lat is None or area.lon is None or area.radius_km > WIDEST:
        return None
    north = sum(up for side, up, _ in _SIDES if side in relation)
    east = sum(right for side, _, right in _SIDES if side in relation)
    if not (north or east):
        return None
    away = _PART_AWAY * area.radius_km / math.hypot(north, east)
    lat = area.lat + math.degrees(away * north / EARTH_KM)
    lon = area.lon + math.degrees(away * east / (EARTH_KM * math.cos(math.radians(area.lat))))
    return replace(
        _resolved(area, area, Precision.AREA),
        lat=round(lat, 5),
        lon=round(lon, 5),
        radius_km=round(_PART_REACH * area.radius_km, 1),
    )


def whole_area(area: Place, gazetteer: Gazetteer) -> ResolvedPlace | None:
    """An area, or the town whose surroundings are meant, as the place of something that lies in it."""
    known = climbed(area, gazetteer)
    if known is None:
        return None
    return _resolved(known, known, Precision.COUNTRY if known.feature == "country" else Precision.AREA)


def around(holder: Place, further: float, gazetteer: Gazetteer) -> ResolvedPlace | None:
    """Where something lies that is said to be in, or near, a place: in the area; near the town, `further` kilometres added."""
    known = climbed(holder, gazetteer)
    if known is None or known is not holder or known.feature not in ("city", "village"):
        return whole_area(holder, gazetteer)
    return _resolved(known, known, Precision.NEAR, further)


def midway(one: ResolvedPlace, other: ResolvedPlace) -> ResolvedPlace:
    """The middle between two settlements, reaching as far as both do: where something lies "between A and B"."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return one
    north = math.radians(other.lat - one.lat) * EARTH_KM
    east = math.radians(other.lon - one.lon) * math.cos(math.radians((one.lat + other.lat) / 2)) * EARTH_KM
    half = math.hypot(north, east) / 2
    exact = {one.precision, other.precision} <= {Precision.PLACE, Precision.NEAR}
    if not exact or half > LONGEST_BETWEEN:
        return one
    return replace(
        one,
        lat=round((one.lat + other.lat) / 2, 5),
        lon=round((one.lon + other.lon) / 2, 5),
        precision=Precision.NEAR,
        radius_km=round(half + max(one.radius_km, other.radius_km), 1),
    )


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
