"""Places that a user added: read from files, kept beside the compiled gazetteer, compiled into it with the rest.

Use `add` for one file. Nothing changes when anything in the file is wrong. What is kept is a file of JSON lines a source
file, so that the gazetteer can be compiled anew whenever According or its tables change.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

FOLDER = "places"
"""Beside the compiled gazetteer."""
MOST = 2_000_000
"""Places in one file; the whole of GeoNames is no country dump."""


class BadPlaceFile(OSError):
    """A file of places cannot be used; the message names file and line and says what to do."""


@dataclass(frozen=True, slots=True)
class AddedPlace:
    """One place of a user's file. `id` as in Place; `country` ISO 3166 alpha-2; `area` the GeoNames code of its first level.

    `radius_km` 0 = take what a place of its kind and population has; `within` is the id of the area that the file says
    holds it; an id that the gazetteer has already adds names, and a point where there is none.
    """

    id: str
    names: tuple[str, ...]
    feature: str
    country: str
    source: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float = 0.0
    area: str | None = None
    population: int = 0
    within: str | None = None


def kept_files(gazetteer: Path) -> Sequence[Path]:
    """The files of added places that belong to a compiled gazetteer, by name."""
    return sorted((gazetteer.parent / FOLDER).glob("*.jsonl"))


def added_places(gazetteer: Path) -> Iterator[AddedPlace]:
    """All that was added, the last file last. Raises BadPlaceFile where a kept file was damaged."""
    for path in kept_files(gazetteer):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            try:
                fields = json.loads(line)
                yield AddedPlace(**{**fields, "names": tuple(fields["names"])})
            except (ValueError, TypeError, KeyError) as error:
                raise BadPlaceFile(
                    f"{path}, line {number}: damaged ({error}): delete the file and add its source again"
                ) from error


def kept_file(gazetteer: Path, name: str) -> Path:
    """Where the places of a source file of that name are kept."""
    stem = "".join(char if char.isalnum() or char in "-_" else "-" for char in name)[:60]
    return gazetteer.parent / FOLDER / f"{stem}-{sha256(name.encode()).hexdigest()[:8]}.jsonl"


def keep(target: Path, places: Iterable[AddedPlace]) -> None:
    """Writes places aside and puts them in place whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with aside.open("w", encoding="utf-8") as file:
            for place in places:
                file.write(json.dumps(asdict(place), ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, target)
    finally:
        aside.unlink(missing_ok=True)


def checked(places: Iterable[AddedPlace], name: str) -> list[AddedPlace]:
    """The places, with every id once. Raises BadPlaceFile for a second one, too many, or none."""
    found: dict[str, AddedPlace] = {}
    for place in places:
        if place.id in found:
            raise BadPlaceFile(f"{name}: the id {place.id} stands there twice: take one of the lines out")
        found[place.id] = place
        if len(found) > MOST:
            raise BadPlaceFile(f"{name}: more than {MOST:,} places: add the dump of one country at a time")
    if not found:
        raise BadPlaceFile(f"{name}: no populated place or area in it: is it a GeoNames dump or a table of P-codes?")
    return list(found.values())


def coordinates(lat: str, lon: str, where: str) -> tuple[float, float]:
    """Degrees WGS84. Raises BadPlaceFile where they are none."""
    try:
        point = float(lat), float(lon)
    except ValueError as error:
        raise BadPlaceFile(f"{where}: {lat!r}, {lon!r} are no coordinates in degrees") from error
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise BadPlaceFile(f"{where}: {lat}, {lon} lie outside the world: latitude and longitude may be swapped")
    return point
