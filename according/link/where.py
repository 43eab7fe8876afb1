"""How the places of two tellings stand to each other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import asin, sqrt

from according.domain.values import Precision
from according.link import weights as w
from according.link.levels import Apart, Level
from according.link.sketch import Sketch

_BENDS = ((w.REACH_KM, "place.reach"), (w.NEAR_KM, "place.near"), (w.FAR_KM, "place.far"))


def compare_places(a: Sketch, b: Sketch) -> list[Level]:
    """Raises Apart where the places cannot be those of one happening."""
    if a.report == b.report and not (a.gainsaid or b.gainsaid):
        return _places(a, b)
    try:
        found = _places(a, b)
    except Apart as apart:
        # Readers err in places more than in all else: what else agrees may outweigh it.
        found = [Level("place.apart", 1.0, (apart.words,))]
    if found[0].name in ("place.apart", "place.far", "place.none") and _is_beside(a, b):
        # One sentence names both places: which of them the happening was given is a matter of reading.
        found = [Level("place.beside")]
    return [*found, *_shared(a, b)]


def _shared(a: Sketch, b: Sketch) -> Iterator[Level]:
    """How many of the other places that the one names are named by the other: beside the telling, and in the report."""
    own = a.own_places | b.own_places
    for name, ours, theirs in (("place.together", a.beside, b.beside), ("place.around", a.around, b.around)):
        common = len((ours & theirs) - own)
        if common:
            yield Level(name, common / min(len(ours - own), len(theirs - own)))


def _places(a: Sketch, b: Sketch) -> list[Level]:
    if a.exact and b.exact:
        return list(_points(a, b))
    named = _names(a, b)
    if named is not None and named.name == "name.same":
        # One name, resolved to its area in one report and to a namesake in another, even in the next country.
        abroad = a.country and b.country and a.country != b.country
        return [Level("name.abroad") if abroad else named]
    if a.precision is None or b.precision is None:
        return [Level("place.mentioned" if _is_mentioned(a, b) else "place.none")]
    found = list(_areas(a, b))
    return [*found, named] if named is not None else found


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
    return bool(placed.names & places) or (placed.exact and placed.place_id in places)


def _points(a: Sketch, b: Sketch) -> Iterator[Level]:
    distance = km(a, b)
    wide = max(a.radius_km, b.radius_km) > w.WIDE_KM
    if a.place_id == b.place_id or distance < 0.5:
        yield Level("place.same_wide" if wide else "place.same")
        return
    beyond = max(0.0, distance - a.radius_km - b.radius_km)
    words = (round(distance),)
    if beyond > w.APART_KM:
        raise Apart("place", f"{distance:.0f} km apart")
    if not beyond and distance > w.NEAR_KM:
        yield Level("place.may_meet", 1.0, words)
        return
    x = distance if beyond else min(distance, w.REACH_KM)
    for (x0, left), (x1, right) in pairwise(_BENDS):
        if x <= x1:
            share = max(0.0, x - x0) / (x1 - x0)
            yield Level(left, 1.0 - share, words)
            if share:
                yield Level(right, share, words)
            return
    yield Level(_BENDS[-1][1], 1.0, words)


def _areas(a: Sketch, b: Sketch) -> Iterator[Level]:
    """At least one is known only to an area: do they fit into each other?"""
    if a.country and b.country and a.country != b.country:
        raise Apart("place", "different countries")
    wide = a if a.radius_km > b.radius_km else b
    distance = 0.0
    if a.place_id != b.place_id and a.lat is not None and b.lat is not None:
        distance = km(a, b)
        beyond = distance - a.radius_km - b.radius_km
        if beyond > w.APART_KM:
            raise Apart("place", f"{distance:.0f} km apart")
        provinces = Precision.COUNTRY not in (a.precision, b.precision) and a.admin1 and b.admin1
        if beyond > w.REACH_KM or (provinces and a.admin1 != b.admin1):
            yield Level("place.far", 1.0, (round(distance),))
            return
    if Precision.COUNTRY in (a.precision, b.precision) or wide.radius_km > w.PROVINCE_KM:
        yield Level("place.within_country")
    elif wide.radius_km > w.DISTRICT_KM:
        yield Level("place.within_province")
    elif wide.radius_km <= w.TOWN_KM and distance <= w.TOWN_KM:
        yield Level("place.within_town")
    else:
        yield Level("place.within_district")


def _names(a: Sketch, b: Sketch) -> Level | None:
    """What the places are called, where not both are known to the gazetteer."""
    if not a.names or not b.names:
        return None
    if a.names & b.names:
        return Level("name.same")
    return Level("name.alike" if a.names_heard & b.names_heard else "name.other")


def km(a: Sketch, b: Sketch) -> float:
    """Great-circle distance between two points."""
    return _apart(a.point, b.point)


@lru_cache(maxsize=65536)
def _apart(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    (x, y, z), (u, v, t) = one, other
    chord = sqrt((x - u) ** 2 + (y - v) ** 2 + (z - t) ** 2)
    return 12742.0 * asin(min(1.0, chord / 2))
