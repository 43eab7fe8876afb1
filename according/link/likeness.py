"""How alike two tellings are: named features, each with its points, that add up to a score.

A pair's score depends on the two tellings and the shipped weights alone, and is symmetric (DESIGN.md, invariant 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from according.domain.incident import Telling
from according.domain.values import Measure, Precision
from according.link import weights as w
from according.link.sketch import REPORTED, Sketch, Toll, size, sketch_of


class Reason(NamedTuple):
    """One thing that speaks for (points > 0) or against two tellings' being of one happening."""

    feature: str
    points: float
    words: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` > 0 = rather one happening; None = impossible, and `reasons` say why. Reasons stand strongest first."""

    score: float | None
    reasons: tuple[Reason, ...]

    @property
    def words(self) -> str:
        """ "same place, same day, killed 4 and 4"."""
        return ", ".join(reason.words for reason in self.reasons if reason.words)


class Apart(Exception):
    """Two tellings that cannot be of one happening; the argument is the Reason."""


def why(a: Telling, b: Telling) -> Likeness:
    """Why two tellings are, or are not, taken for one happening."""
    found: list[Reason] = []
    try:
        _compare(sketch_of(a), sketch_of(b), found)
    except Apart as apart:
        return Likeness(None, (apart.args[0],))
    total = w.PRIOR + sum(reason.points for reason in found)
    return Likeness(round(total, 6), tuple(sorted(found, key=lambda reason: -abs(reason.points))))


def score(a: Sketch, b: Sketch) -> float | None:
    """The sum of all points; None = impossible."""
    found: list[Reason] = []
    try:
        _compare(a, b, found)
    except Apart:
        return None
    return round(w.PRIOR + sum(reason.points for reason in found), 6)


def _compare(a: Sketch, b: Sketch, found: list[Reason]) -> None:
    _times(a, b, found)
    _places(a, b, found)
    _types(a, b, found)
    _tolls(a, b, found)
    _rest(a, b, found)


# --- when --------------------------------------------------------------------------------------------------------------


def days_apart(a: Sketch, b: Sketch) -> int | None:
    """Whole days between the two dates, 0 where they share a day; None where one has none."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return None
    return max(0, a.first - b.last, b.first - a.last)


def _times(a: Sketch, b: Sketch, found: list[Reason]) -> None:
    gap = days_apart(a, b)
    if gap is None:
        found.append(_undated(a, b))
    elif gap > w.MOST_DAYS:
        later = a if (a.first or 0) > (b.first or 0) else b
        if gap > later.loose:
            raise Apart(Reason("time", 0.0, f"{gap} days apart"))
        points = w.GAINSAID_DAY if later.loose > REPORTED else w.LOOSE_DAY
        found.append(Reason("time", points, f"{gap} days apart, the later being that of the report"))
    elif gap:
        found.append(Reason("time", w.NEXT_DAY, "a day apart"))
    elif a.first == a.last == b.first == b.last:
        found.append(Reason("time", w.SAME_DAY, "same day"))
    else:
        found.append(Reason("time", w.SAME_DAYS, "dates overlap"))


def _undated(a: Sketch, b: Sketch) -> Reason:
    """One or both without a date: a report tells of the days before it."""
    if a.dated or b.dated:
        dated, other = (a, b) if a.dated else (b, a)
        if other.published is None or dated.first is None or dated.last is None:
            return Reason("time", w.NO_DAY, "one undated")
        if dated.first > other.published + 1:
            raise Apart(Reason("time", 0.0, "reported before it happened"))
        late = max(0, other.published - dated.last)
    elif a.published is not None and b.published is not None:
        late = abs(a.published - b.published)
    else:
        return Reason("time", 2 * w.NO_DAY, "both undated")
    points = w.PUBLISHED_SOON if late <= w.SOON else w.PUBLISHED_IN_WEEK if late <= w.WEEK else w.PUBLISHED_LATER
    return Reason("time", points, f"reported {late} days apart")


# --- where -------------------------------------------------------------------------------------------------------------


def _places(a: Sketch, b: Sketch, found: list[Reason]) -> None:
    if a.exact and b.exact:
        found.append(_points(a, b))
        return
    named = _names(a, b)
    if named and named.points > 0:
        # One name, resolved to its area in one report and to a namesake in another, even in the next country.
        abroad = a.country and b.country and a.country != b.country
        found.append(Reason("name", w.NAMESAKE, "same place name, other countries") if abroad else named)
        return
    if a.precision is None or b.precision is None:
        found.append(Reason("place", w.NO_PLACE, ""))
        return
    found.append(_areas(a, b))
    if named:
        found.append(named)


def near(a: Sketch, b: Sketch) -> float:
    """The points for place alone; minus infinity = impossible."""
    found: list[Reason] = []
    try:
        _places(a, b, found)
    except Apart:
        return float("-inf")
    return sum(reason.points for reason in found)


def _points(a: Sketch, b: Sketch) -> Reason:
    distance = km(a, b)
    if a.place_id == b.place_id or distance < 0.5:
        wide = max(a.radius_km, b.radius_km) > w.WIDE_KM
        return Reason("place", w.SAME_WIDE_PLACE if wide else w.SAME_PLACE, "same town" if wide else "same place")
    beyond = max(0.0, distance - a.radius_km - b.radius_km)
    words = f"{distance:.0f} km apart"
    if beyond > w.APART_KM:
        raise Apart(Reason("place", 0.0, words))
    line = ((w.REACH_KM, w.AT_REACH), (w.NEAR_KM, w.AT_NEAR), (w.FAR_KM, w.AT_FAR))
    points = _on_line(distance if beyond else min(distance, w.REACH_KM), line)
    if max(a.radius_km, b.radius_km) > w.WIDE_KM:
        points = min(points, w.SAME_WIDE_PLACE)
    return Reason("place", points, words)


def _on_line(x: float, line: tuple[tuple[float, float], ...]) -> float:
    for (x0, y0), (x1, y1) in pairwise(line):
        if x <= x1:
            return y0 + (y1 - y0) * max(0.0, x - x0) / (x1 - x0)
    return line[-1][1]


def _areas(a: Sketch, b: Sketch) -> Reason:
    """At least one is known only to an area: do they fit into each other?"""
    if a.country and b.country and a.country != b.country:
        raise Apart(Reason("place", 0.0, "different countries"))
    wide = a if a.radius_km > b.radius_km else b
    distance = 0.0
    if a.place_id != b.place_id and a.lat is not None and b.lat is not None:
        distance = km(a, b)
        beyond = distance - a.radius_km - b.radius_km
        if beyond > w.APART_KM:
            raise Apart(Reason("place", 0.0, f"{distance:.0f} km apart"))
        provinces = Precision.COUNTRY not in (a.precision, b.precision) and a.admin1 and b.admin1
        if beyond > w.REACH_KM or (provinces and a.admin1 != b.admin1):
            return Reason("place", w.AT_FAR, f"{distance:.0f} km apart")
    if Precision.COUNTRY in (a.precision, b.precision) or wide.radius_km > w.PROVINCE_KM:
        return Reason("place", w.WITHIN_COUNTRY, "same country")
    if wide.radius_km > w.DISTRICT_KM:
        return Reason("place", w.WITHIN_PROVINCE, "same province")
    if wide.radius_km <= w.TOWN_KM and distance <= w.TOWN_KM:
        return Reason("place", w.WITHIN_TOWN, "same town")
    return Reason("place", w.WITHIN_DISTRICT, "same district")


def _names(a: Sketch, b: Sketch) -> Reason | None:
    """What the places are called, where not both are known to the gazetteer."""
    if not a.names or not b.names:
        return None
    if a.names & b.names:
        return Reason("name", w.SAME_NAME, "same place name")
    return Reason("name", w.OTHER_NAME, "other place names")


def km(a: Sketch, b: Sketch) -> float:
    """Great-circle distance between two points."""
    assert a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None
    lat1, lat2 = radians(a.lat), radians(b.lat)
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 12742.0 * asin(min(1.0, sqrt(h)))


# --- what --------------------------------------------------------------------------------------------------------------


def _types(a: Sketch, b: Sketch, found: list[Reason]) -> None:
    if not a.types or not b.types:
        return
    same = a.types & b.types
    if same:
        points = max(w.SAME_TYPE.get(kind, w.SAME_RARE_TYPE) for kind in same)
        found.append(Reason("type", points, f"both {min(same).value}"))
        return
    pairs = list(product(sorted(a.types), sorted(b.types)))
    if any({x, y} <= family for x, y in pairs for family in w.FAMILIES):
        found.append(Reason("type", w.KIN_TYPE, ""))
    elif any(x in w.VAGUE_TYPES or y in w.VAGUE_TYPES for x, y in pairs):
        found.append(Reason("type", w.VAGUE_TYPE, ""))
    else:
        found.append(Reason("type", w.OTHER_TYPE, f"{min(a.types).value} and {min(b.types).value}"))


def _tolls(a: Sketch, b: Sketch, found: list[Reason]) -> None:
    own = []
    for key in a.tolls:
        if key in b.tolls:
            own.append(_toll(key[0], a, b, a.tolls[key], b.tolls[key]))
    total = sum(reason.points for reason in own)
    bounded = min(max(total, w.LEAST_FOR_TOLLS), w.MOST_FOR_TOLLS)
    if own and total:
        found.extend(Reason(r.feature, r.points * bounded / total, r.words) for r in own)


def _toll(measure: Measure, a: Sketch, b: Sketch, x: Toll, y: Toll) -> Reason:
    words = f"{measure.value} {size(x)} and {size(y)}"
    if x == y and None not in x:
        points = [points for least, points in w.SAME_TOLL if size(x) >= least]
        return Reason("toll", points[-1] if points else 0.0, words)
    if overlap(x, y):
        return Reason("toll", w.TOLL_FITS, words)
    if 1 in (size(x), size(y)):
        # A single victim may be one of the other's many.
        return Reason("toll", w.TOLL_RISES, words)
    if a.published is not None and b.published is not None and a.published != b.published:
        early, late = (x, y) if a.published < b.published else (y, x)
        if size(late) > size(early):
            return Reason("toll", w.TOLL_RISES, words)
    small, great = sorted((size(x), size(y)))
    return Reason("toll", w.OTHER_TOLL + w.OTHER_TOLL_BY_RATIO * (1 - small / great), words)


def overlap(x: Toll, y: Toll) -> bool:
    """Whether both can be true of one number."""
    return (x[0] is None or y[1] is None or x[0] <= y[1]) and (y[0] is None or x[1] is None or y[0] <= x[1])


def _rest(a: Sketch, b: Sketch, found: list[Reason]) -> None:
    if a.actors and b.actors:
        same = a.actors & b.actors
        found.append(
            Reason("actor", w.SAME_ACTOR, f"both by {min(same)}")
            if same
            else Reason("actor", w.OTHER_ACTOR, "by others")
        )
    if a.speakers & b.speakers:
        found.append(Reason("speaker", w.SAME_SPEAKER, f"both say {min(a.speakers & b.speakers)}"))
    if a.weapons & b.weapons:
        found.append(Reason("weapon", w.SAME_WEAPON, f"both {min(a.weapons & b.weapons)}"))
    if a.facilities & b.facilities:
        found.append(Reason("facility", w.SAME_FACILITY, f"both a {min(a.facilities & b.facilities).value}"))
    shared = sorted(a.words & b.words)
    if shared:
        found.append(
            Reason("words", min(w.MOST_FOR_WORDS, w.SHARED_WORD * len(shared)), "both " + ", ".join(shared[:3]))
        )
    if a.report == b.report:
        bare = any(s.precision is None and not s.names and not s.dated for s in (a, b))
        elsewhere = any(r.feature in ("name", "place") and r.points < w.NO_PLACE for r in found)
        apart = days_apart(a, b) or elsewhere or (a.exact and b.exact and a.place_id != b.place_id)
        found.append(Reason("report", w.AFTERTHOUGHT if bare else w.OTHER_STORY if apart else w.ONE_STORY, ""))
