"""How the places of two tellings stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from according.domain.values import Precision
from according.link import weights as w
from according.link.levels import Apart, Level, plain
from according.link.sketch import Sketch, Spot

_BENDS = ((w.REACH_KM, "place.reach"), (w.NEAR_KM, "place.near"), (w.FAR_KM, "place.far"))


def compare_places(a: Sketch, b: Sketch) -> Sequence[Level]:
    """Raises Apart where the places cannot be those of one happening."""
    found = _places(a, b)
    first = found[0].name
    if first == "place.apart" and a.report == b.report and not (a.gainsaid or b.gainsaid):
        # Between reports it only weighs: readers err in places more than in all else, and what else agrees may outweigh it.
        raise Apart("place", str(found[0].detail[0]))
    if a.report != b.report or a.gainsaid or b.gainsaid:
        if first in ("place.apart", "place.far", "place.none") and _is_beside(a, b):
            # One sentence names both places: which of them the happening was given is a matter of reading.
            found = [plain("place.beside")]
        if not a.around.isdisjoint(b.around) or not a.beside.isdisjoint(b.beside):
            return [*found, *_shared(a, b)]
    return found


def _shared(a: Sketch, b: Sketch) -> Iterator[Level]:
    """How many of the other places that the one names are named by the other: beside the telling, and in the report."""
    own = a.own_places | b.own_places
    for name, ours, theirs in (("place.together", a.beside, b.beside), ("place.around", a.around, b.around)):
        common = len((ours & theirs) - own)
        if common:
            yield Level(name, common / min(len(ours - own), len(theirs - own)))


def _places(a: Sketch, b: Sketch) -> Sequence[Level]:
    """At least one; the first is "place.apart" where the places cannot be those of one happening."""
    if a.exact and b.exact:
        return _points(a.spot, b.spot)
    named = _names(a, b)
    if named is not None and named.name == "name.same":
        # One name, resolved to its area in one report and to a namesake in another, even in the next country.
        abroad = a.country and b.country and a.country != b.country
        return [plain("name.abroad") if abroad else named]
    if a.precision is None or b.precision is None:
        return [plain("place.mentioned" if _is_mentioned(a, b) else "place.none")]
    found = _areas(a.spot, b.spot)
    return [found, named] if named is not None and found.name != "place.apart" else [found]


_NEARNESS = (
    "place.within_country",
    "place.within_province",
    "place.within_district",
    "place.may_meet",
    "place.reach",
    "place.within_town",
    "name.alike",
    "name.same",
    "place.same_wide",
    "place.same",
)


def near(a: Sketch, b: Sketch) -> int:
    """How near the places are to each other, the more the nearer; 0 = nobody knows, or far."""
    try:
        return max(
            (1 + _NEARNESS.index(level.name) for level in compare_places(a, b) if level.name in _NEARNESS), default=0
        )
    except Apart:
        return 0


def _is_mentioned(a: Sketch, b: Sketch) -> bool:
    """Whether the one's place is named anywhere in the report of the other, which gives this telling none."""
    return any(
        _is_among(placed, other.around)
        for placed, other in ((a, b), (b, a))
        if other.precision is None and not other.names
    )


def _is_beside(a: Sketch, b: Sketch) -> bool:
    """Whether the one's place is named in the sentences of the other."""
    return _is_among(a, b.beside) or _is_among(b, a.beside)


def _is_among(placed: Sketch, places: frozenset[str]) -> bool:
    return not placed.names.isdisjoint(places) or (placed.exact and placed.place_id in places)


@lru_cache(maxsize=65536)
def _points(a: Spot, b: Spot) -> tuple[Level, ...]:
    """Both are exact."""
    distance = km(a, b)
    wide = max(a.radius_km, b.radius_km) > w.WIDE_KM
    if a.place_id == b.place_id or distance < 0.5:
        return (plain("place.same_wide" if wide else "place.same"),)
    beyond = max(0.0, distance - a.radius_km - b.radius_km)
    words = (round(distance),)
    if beyond > w.APART_KM:
        return (_apart(distance),)
    if not beyond and distance > w.NEAR_KM:
        return (Level("place.may_meet", 1.0, words),)
    x = distance if beyond else min(distance, w.REACH_KM)
    for (x0, left), (x1, right) in pairwise(_BENDS):
        if x <= x1:
            share = max(0.0, x - x0) / (x1 - x0)
            near_end = Level(left, 1.0 - share, words)
            return (near_end, Level(right, share, words)) if share else (near_end,)
    return (Level(_BENDS[-1][1], 1.0, words),)


@lru_cache(maxsize=65536)
def _areas(a: Spot, b: Spot) -> Level:
    """At least one is known only to an area: do they fit into each other?"""
    if a.country and b.country and a.country != b.country:
        return Level("place.apart", 1.0, ("different countries",))
    wide = a if a.radius_km > b.radius_km else b
    distance = 0.0
    if a.place_id != b.place_id and a.lat is not None and b.lat is not None:
        distance = km(a, b)
        beyond = distance - a.radius_km - b.radius_km
        if beyond > w.APART_KM:
            return _apart(distance)
        provinces = Precision.COUNTRY not in (a.precision, b.precision) and a.admin1 and b.admin1
        if beyond > w.REACH_KM or (provinces and a.admin1 != b.admin1):
            return Level("place.far", 1.0, (round(distance),))
    if Precision.COUNTRY in (a.precision, b.precision) or wide.radius_km > w.PROVINCE_KM:
        return plain("place.within_country")
    if wide.radius_km > w.DISTRICT_KM:
        return plain("place.within_province")
    if wide.radius_km <= w.TOWN_KM and distance <= w.TOWN_KM:
        return plain("place.within_town")
    return plain("place.within_district")


def _apart(distance: float) -> Level:
    return Level("place.apart", 1.0, (f"{distance:.0f} km apart",))


def _names(a: Sketch, b: Sketch) -> Level | None:
    """What the places are called, where not both are known to the gazetteer."""
    if not a.names or not b.names:
        return None
    if not a.names.isdisjoint(b.names):
        return plain("name.same")
    return plain("name.alike" if a.names_heard & b.names_heard else "name.other")


def km(a: Spot, b: Spot) -> float:
    """Great-circle distance between two points. Only where both have `lat` and `lon`."""
    (x, y, z), (u, v, t) = _on_sphere(a), _on_sphere(b)
    chord = sqrt((x - u) ** 2 + (y - v) ** 2 + (z - t) ** 2)
    return 12742.0 * asin(min(1.0, chord / 2))


@lru_cache(maxsize=65536)
def _on_sphere(spot: Spot) -> tuple[float, float, float]:
    assert spot.lat is not None and spot.lon is not None
    lat, lon = radians(spot.lat), radians(spot.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)
