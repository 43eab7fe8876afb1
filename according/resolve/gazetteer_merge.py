"""Puts a user's added places among those of the packages: the same place once, with the names and the point of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from according.domain.place import Place
from according.resolve.gazetteer_added import AddedPlace
from according.resolve.gazetteer_names import bare_area, best_arabic
from according.resolve.gazetteer_sources import Area, Entry, Sources, reach
from according.text.fold import fold
from according.text.romanised import roman_key


class Merging:
    """Which added places are ones that the packages have (by id; an area of P-codes by its name), and which are new."""

    def __init__(self, places: Iterable[AddedPlace], sources: Sources) -> None:
        self._sources = sources
        self._areas: Mapping[str, Area] = {f"geonames:{area.geoname}": area for area in sources.areas}
        packaged = {f"geonames:{number}" for number in sources.cities} | set(self._areas)
        by_name = self._by_name() if places else {}
        self._same: dict[str, str] = {}
        self._known: dict[str, list[AddedPlace]] = defaultdict(list)
        self.new: list[AddedPlace] = []
        for place in places:
            same = place.id if place.id in packaged else self._area_named(place, by_name)
            if same is None:
                self.new.append(place)
            else:
                self._same[place.id] = same
                self._known[same].append(place)

    def completed(self, entry: Entry) -> Entry:
        """A packaged place with what was added under its id: names, and a point where the packages know none."""
        for more in self._known.get(entry.place.id, ()):
            place = entry.place
            if place.lat is None and more.lat is not None:
                point = f"point: {more.source}"
                place = replace(
                    place,
                    lat=more.lat,
                    lon=more.lon,
                    radius_km=more.radius_km or 25.0,
                    source=f"{place.source}; {point}",
                )
            entry = Entry(place, [*entry.names, *more.names], entry.spellings)
        return entry

    def entries(self) -> Iterator[Entry]:
        """The new places."""
        levels = {place.id: place for place in self.new}
        for place in self.new:
            within = self._same.get(place.within or "", place.within)
            area = self._first_level(place, levels)
            names = [*place.names]
            yield Entry(
                Place(
                    id=place.id,
                    name=names[0],
                    feature=place.feature,
                    lat=place.lat,
                    lon=place.lon,
                    radius_km=place.radius_km or (reach(place.population) if place.lat is not None else 0.0),
                    country=self._sources.iso3.get(place.country),
                    admin1=self._sources.english[area.code] if area else None,
                    population=place.population,
                    source=place.source,
                    admin1_code=area.code if area else None,
                    name_ar=best_arabic(names),
                    within=within or (f"geonames:{area.geoname}" if area else None),
                ),
                names,
            )

    def _first_level(self, place: AddedPlace, levels: Mapping[str, AddedPlace]) -> Area | None:
        """The packages' first-level area that holds the place, by its code or along the areas that hold it."""
        if place.area is not None:
            return self._sources.admin1.get(place.area)
        holder = place.within
        for _ in range(6):
            if holder is None:
                return None
            area = self._areas.get(self._same.get(holder, holder))
            if area is not None:
                return self._sources.admin1.get(".".join(area.code.split(".")[:2]))
            holder = levels[holder].within if holder in levels else None
        return None

    def _by_name(self) -> Mapping[tuple[str, int, str], str | None]:
        """Packaged area by country, level and every key of its names; None where two share the key."""
        found: dict[tuple[str, int, str], str | None] = {}
        for area in self._sources.areas:
            for key in _keys([area.name, *area.aliases]):
                at = (area.iso2, area.level, key)
                found[at] = area.geoname if found.get(at, area.geoname) == area.geoname else None
        return found

    def _area_named(self, place: AddedPlace, by_name: Mapping[tuple[str, int, str], str | None]) -> str | None:
        level = {"admin1": 1, "admin2": 2}.get(place.feature)
        if level is None or not place.id.startswith("pcode:"):
            return None
        found = {by_name.get((place.country, level, key)) for key in _keys(place.names)} - {None}
        return f"geonames:{found.pop()}" if len(found) == 1 else None


def _keys(names: Sequence[str]) -> Iterator[str]:
    for name in names:
        folded = fold(bare_area(name)).removesuffix(" district")
        if folded:
            yield folded
            if (roman := roman_key(folded)) is not None:
                yield f"~{roman}"
