"""Reads a GeoNames country dump ("SY.txt", "SY.zip"; columns: https://download.geonames.org/export/dump/readme.txt)."""

from __future__ import annotations

import io
import math
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from according.resolve.gazetteer_added import AddedPlace, BadPlaceFile, coordinates

COLUMNS = 19
LARGEST = 1_000_000_000
"""Bytes of the text; no country's dump is bigger (China's has 120 MB)."""
SOURCE = "GeoNames, CC BY 4.0"
CITY = 5_000
_SITES = frozenset("AIRB AIRF AIRP CMPRF CMP DAM MILB INSM PRN PS BDG HSP CTRM REFY MTRO".split())
"""Feature codes of class S that reports name as places: airfields, camps, dams, bases, prisons."""
_LANDS = frozenset("T L H V".split())
_LAND_CODES = frozenset("MT MTS PLN VAL ISL RGN OAS DSRT PASS HLL LK RSV STM".split())


class _Row(NamedTuple):
    number: int
    cells: list[str]


def is_dump(path: Path) -> bool:
    """Judged by the name of the file: a dump is a text, or a zip that holds one."""
    return path.suffix.lower() in (".txt", ".zip")


def read_dump(path: Path) -> Iterator[AddedPlace]:
    """The settlements, areas and named sites of a dump. Raises BadPlaceFile at the first line that is wrong."""
    name, data = _text_of(path)
    rows = list(_rows(name, data))
    reach = _reach(name, rows)
    for number, cells in rows:
        feature = _feature(cells[6], cells[7], _people(cells[14]))
        if feature is None:
            continue
        lat, lon = coordinates(cells[4], cells[5], f"{name}, line {number}")
        country = cells[8]
        yield AddedPlace(
            id=f"geonames:{cells[0]}",
            names=tuple(dict.fromkeys(filter(None, (cells[1], cells[2], *cells[3].split(","))))),
            feature=feature,
            country=country,
            source=SOURCE,
            lat=lat,
            lon=lon,
            radius_km=round(reach.get(f"{country}.{cells[10]}.{cells[11]}", 0.0), 1) if feature == "admin2" else 0.0,
            area=f"{country}.{cells[10]}" if cells[10] not in ("", "00") else None,
            population=_people(cells[14]),
        )


def _text_of(path: Path) -> tuple[str, bytes]:
    """(name for messages, the dump's bytes)."""
    if path.suffix.lower() == ".txt":
        if path.stat().st_size > LARGEST:
            raise BadPlaceFile(f"{path.name}: {path.stat().st_size / 1e6:.0f} MB is too much for one country's dump")
        return path.name, path.read_bytes()
    try:
        with zipfile.ZipFile(path) as archive:
            texts = [
                i for i in archive.infolist() if i.filename.endswith(".txt") and "readme" not in i.filename.lower()
            ]
            if len(texts) != 1:
                raise BadPlaceFile(f"{path.name}: {len(texts)} texts in it; a country's dump has one, as SY.txt")
            if texts[0].file_size > LARGEST:
                raise BadPlaceFile(f"{path.name}: {texts[0].file_size / 1e6:.0f} MB is too much for one country's dump")
            return f"{path.name}/{texts[0].filename}", archive.read(texts[0])
    except BadPlaceFile:
        raise
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise BadPlaceFile(f"{path.name}: no whole zip file ({error}): download it again") from error


def _rows(name: str, data: bytes) -> Iterator[_Row]:
    try:
        for number, line in enumerate(io.TextIOWrapper(io.BytesIO(data), "utf-8", newline="\n"), 1):
            cells = line.rstrip("\r\n").split("\t")
            if cells == [""]:
                continue
            if len(cells) != COLUMNS or not cells[0].isdigit() or len(cells[8]) != 2:
                raise BadPlaceFile(
                    f"{name}, line {number}: {len(cells)} columns; a GeoNames dump has {COLUMNS}, parted by tabs, the"
                    " first a number and the ninth a country's code"
                )
            yield _Row(number, cells)
    except UnicodeDecodeError as error:
        raise BadPlaceFile(f"{name}: not UTF-8: download it again") from error


def _people(cell: str) -> int:
    return int(cell) if cell.isdigit() else 0


def _feature(kind: str, code: str, population: int) -> str | None:
    if kind == "P":
        return None if code in ("PPLH", "PPLW", "PPLQ") else "city" if population >= CITY else "village"
    if kind == "A":
        return {"ADM1": "admin1", "ADM2": "admin2"}.get(code, "area" if code in ("ADM3", "ADM4") else None)
    if (kind == "S" and code in _SITES) or (kind in _LANDS and code in _LAND_CODES):
        return "area"
    return None


def _reach(name: str, rows: list[_Row]) -> dict[str, float]:
    """How far the settlements of each second-level area stand from its point, in kilometres, by "SY.12.1234"."""
    middle = {f"{c[8]}.{c[10]}.{c[11]}": (float(c[4]), float(c[5])) for _, c in rows if c[7] == "ADM2" and c[11]}
    found: dict[str, float] = defaultdict(lambda: 5.0)
    for number, cells in rows:
        key = f"{cells[8]}.{cells[10]}.{cells[11]}"
        if cells[6] != "P" or key not in middle:
            continue
        lat, lon = coordinates(cells[4], cells[5], f"{name}, line {number}")
        east = math.radians(lon - middle[key][1]) * math.cos(math.radians(lat))
        found[key] = max(found[key], 6371 * math.hypot(east, math.radians(lat - middle[key][0])))
    return found
