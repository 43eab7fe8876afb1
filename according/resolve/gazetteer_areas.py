"""Areas of the gazetteer: first and second levels with their points and radii, and regions that cross borders."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from according.domain.place import Place
from according.resolve.gazetteer_names import ARAB_WORLD, bare_area, best_arabic
from according.resolve.gazetteer_sources import GEONAMES, Area, Entry, Sources, km
from according.text.fold import fold
from according.text.romanised import roman_key
from according.vocab.places import rows, split

SHARE = 0.87
"""How far a second-level area may reach from its seat, as a share of its first level's reach were all of one size: Natural
Earth's reach goes to the farthest corner, about 1.4 times that of a circle as big; a seat seldom stands in the middle."""


_KIND_OF_AREA = re.compile(
    r"^(?:Cercle|Département|Departamento|Caza|Ville|Territoire|Cantón|Qaḑā’|Mudīrīyat)\s*(?:de la|de|du|d['’]|)\s*"
    r"|\s+(?:District|Territory|Cercle|Department|Locality|Subdistrict|Raion|County)$"
)


class Spot(NamedTuple):
    """Where a settlement lies, and how many live there."""

    lat: float
    lon: float
    people: int


def areas(sources: Sources) -> Iterator[Entry]:
    """First and second-level areas.

    Where Natural Earth knows no point, a second-level area stands in the middle of its known settlements; in the Arab world,
    where few are known and districts have their seat's name, and wherever none is known, at the town of that name. It reaches
    as far as they do, and at least as far as its share of the first level.
    """
    spread: dict[str, list[Spot]] = defaultdict(list)
    seats: dict[tuple[str, str], Spot] = {}
    by_line = {area.line: area for area in sources.areas}
    for number, city in sources.cities.items():
        spot = Spot(float(city["latitude"]), float(city["longitude"]), int(city["population"]))
        first_code = f"{city['countrycode']}.{city['admin1code']}"
        spread[first_code].append(spot)
        for key in _name_keys(str(city["name"])):
            if spot.people >= seats.get((first_code, key), spot).people:
                seats[first_code, key] = spot
        area = by_line.get(sources.city_areas.get(number, -1))
        if area is not None and area.level == 2:
            spread[area.code].append(spot)
    siblings = Counter(_first_level(area.code) for area in sources.areas if area.level == 2)
    for area in sources.areas:
        disc = sources.discs.get(area.code)
        cities = spread.get(area.code, ())
        first = area if area.level == 1 else sources.admin1.get(_first_level(area.code))
        lat, lon, radius, where = (*disc[:3], disc.source) if disc else (*_disc(cities), "spread of its cities")
        whole = sources.discs.get(first.code) if first and area.level == 2 else None
        if disc is None and whole is not None:
            seat = _seat(area, seats) if sources.iso3.get(area.iso2) in ARAB_WORLD else None
            if seat is not None:
                lat, lon, where = seat.lat, seat.lon, "its seat"
                radius = max((5 + km(seat.lat, seat.lon, spot.lat, spot.lon) for spot in cities), default=0.0)
            elif lat is None and (seat := _seat(area, seats)) is not None:
                lat, lon, where = seat.lat, seat.lon, "the town of its name"
            share = SHARE * whole.radius_km / math.sqrt(siblings[_first_level(area.code)])
            radius = round(max(radius, share), 1) if lat is not None else 0.0
        parent = by_line.get(area.parent) if area.parent is not None else sources.admin1.get(_first_level(area.code))
        names = [bare_area(name, whole=area.level == 2) for name in (area.name, *area.aliases)]
        names += filter(None, (sources.pcodes.get(area.geoname),))
        if area.level == 1:
            names += [sources.english[area.code], *(bare_area(disc.name_ar) for _ in range(1) if disc)]
        yield Entry(
            Place(
                id=f"geonames:{area.geoname}",
                name=sources.english[area.code] if area.level == 1 else area.name,
                feature=f"admin{area.level}",
                lat=lat,
                lon=lon,
                radius_km=radius,
                country=sources.iso3.get(area.iso2),
                admin1=sources.english[first.code] if first else None,
                population=sum(spot.people for spot in cities),
                source=f"{GEONAMES}; point: {where}" if lat is not None else GEONAMES,
                admin1_code=first.code if first else None,
                name_ar=best_arabic(names),
                within=_within(area, parent, sources),
            ),
            names,
        )


def _within(area: Area, parent: Area | None, sources: Sources) -> str | None:
    """The id of what holds the area: the first level, of a first level its country."""
    if parent is not None and parent is not area:
        return f"geonames:{parent.geoname}"
    country = sources.countries.get(area.iso2)
    return f"geonames:{country['geonameid']}" if country is not None else None


def _seat(area: Area, seats: Mapping[tuple[str, str], Spot]) -> Spot | None:
    """The town of the area's name, in the same first-level area."""
    keys = (key for name in (area.name, *area.aliases) for key in _name_keys(_KIND_OF_AREA.sub("", name)))
    return next((seats[at] for key in keys if (at := (_first_level(area.code), key)) in seats), None)


def _name_keys(name: str) -> Iterator[str]:
    """What a town and the area that has its name from it share: "Jisr ash Shughur", "Jisr al-Shughur District"."""
    folded = fold(bare_area(name))
    yield folded
    if (roman := roman_key(folded)) is not None:
        yield f"~{roman}"


def regions(sources: Sources) -> Iterator[Entry]:
    """Continents, seas and regions across borders: no country is theirs."""
    for row in rows("regions"):
        names = [row["name"], *split(row["spellings"]), *split(row["adjectives"]), *split(row["spellings_ar"])]
        yield Entry(
            Place(
                id=f"region:{row['slug']}",
                name=row["name"],
                feature="region",
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                radius_km=float(row["radius_km"]),
                country=None,
                admin1=None,
                population=0,
                source=f"point: middle of {row['middle_of']}" if row["middle_of"] else GEONAMES,
                name_ar=next(iter(split(row["spellings_ar"])), None),
            ),
            names,
            names,
        )


def _first_level(code: str) -> str:
    return ".".join(code.split(".")[:2])


def _disc(spots: Sequence[Spot]) -> tuple[float | None, float | None, float]:
    """The middle of the spots and how far the farthest of them is, five kilometres added for what lies around."""
    if not spots:
        return None, None, 0.0
    lat = sum(spot[0] for spot in spots) / len(spots)
    east = sum(math.cos(math.radians(spot[1])) for spot in spots)
    north = sum(math.sin(math.radians(spot[1])) for spot in spots)
    lon = math.degrees(math.atan2(north, east))
    return lat, lon, 5 + max(km(lat, lon, spot[0], spot[1]) for spot in spots)
