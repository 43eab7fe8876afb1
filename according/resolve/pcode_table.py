"""Reads a table of OCHA P-codes (CSV or XLSX) as the Common Operational Datasets have it.

Columns are found by their names: "ADM2_EN", "ADM2_AR", "ADM2_PCODE" or "adm2_name", "adm2_pcode", up to ADM4 ("admin2Name_en",
"admin2Pcode" too). A row is a place of the lowest level that it names; the levels above are told once. Points
("lat"/"latitude", "lon"/"long"/"longitude", also "..._y", "..._x", "center_lat") belong to the lowest level.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from according.resolve.gazetteer_added import AddedPlace, BadPlaceFile, coordinates

SOURCE = "OCHA Common Operational Datasets"
LARGEST = 200_000_000
"""Bytes, unpacked."""
SHEETS = 12
_LEVEL = re.compile(r"(?:adm|admin)(?P<level>[0-4])_?(?P<what>name|pcode|[a-z]{2})?\d?(?:_(?P<lang>[a-z]{2}))?", re.I)
_LAT = re.compile(r"(?:center_|centroid_)?lat(?:itude)?(?:_y|_dd)?|y|point_y", re.I)
_LON = re.compile(r"(?:center_|centroid_)?lon(?:g(?:itude)?)?(?:_x|_dd)?|x|point_x", re.I)
_FEATURES = {1: "admin1", 2: "admin2", 3: "area", 4: "village"}


class _Columns(NamedTuple):
    """Where the cells of a row stand: P-code and names by level, the point."""

    codes: Mapping[int, int]
    names: Mapping[int, tuple[int, ...]]
    lat: int | None
    lon: int | None


def is_table(path: Path) -> bool:
    return path.suffix.lower() in (".csv", ".xlsx")


def read_table(path: Path) -> Iterator[AddedPlace]:
    """The areas of a table, wider ones first. Raises BadPlaceFile where it is none."""
    seen: dict[str, AddedPlace] = {}
    useful = False
    for name, rows in _sheets(path):
        columns = None
        for number, row in enumerate(rows, 1):
            if columns is None:
                columns = _columns(row)
                if columns is None and number >= 20:
                    break
                continue
            useful = True
            for place in _places(row, columns, f"{name}, line {number}"):
                old = seen.get(place.id)
                if (
                    old is not None
                    and old.lat is not None
                    and (place.lat, place.lon) not in ((None, None), (old.lat, old.lon))
                ):
                    raise BadPlaceFile(
                        f"{name}, line {number}: {place.id} stands at two points: take one of the lines out"
                    )
                if old is None or old.lat is None:
                    seen[place.id] = place
    if not useful:
        raise BadPlaceFile(
            f"{path.name}: no header with a column of P-codes (as ADM1_PCODE and ADM1_EN, or adm1_pcode and adm1_name)"
        )
    yield from sorted(seen.values(), key=lambda place: (len(place.id), place.id))


def _columns(row: Sequence[str]) -> _Columns | None:
    codes: dict[int, int] = {}
    names: dict[int, list[int]] = {}
    lat = lon = None
    for at, cell in enumerate(row):
        title = cell.strip().replace(" ", "_")
        level = _LEVEL.fullmatch(title)
        if level is not None and int(level["level"]):
            what = (level["what"] or "name").lower()
            if what == "pcode":
                codes[int(level["level"])] = at
            else:
                names.setdefault(int(level["level"]), []).append(at)
        elif _LAT.fullmatch(title):
            lat = at
        elif _LON.fullmatch(title):
            lon = at
    if not codes or not any(level in names for level in codes):
        return None
    return _Columns(codes, {level: tuple(them) for level, them in names.items()}, lat, lon)


def _places(row: Sequence[str], columns: _Columns, where: str) -> Iterator[AddedPlace]:
    levels = [level for level in sorted(columns.codes) if _cell(row, columns.codes[level])]
    above: str | None = None
    for level in levels:
        code = _cell(row, columns.codes[level])
        if not re.fullmatch(r"[A-Z]{2}\w{1,14}", code):
            raise BadPlaceFile(f"{where}: {code!r} is no P-code (two capitals and a number, as SY07)")
        names = [_cell(row, at) for at in columns.names.get(level, ())]
        names = [name for name in dict.fromkeys(names) if name]
        if not names:
            raise BadPlaceFile(f"{where}: {code} has no name")
        lat = lon = None
        if level == levels[-1] and columns.lat is not None and columns.lon is not None:
            written = _cell(row, columns.lat), _cell(row, columns.lon)
            lat, lon = coordinates(*written, where) if all(written) else (None, None)
        yield AddedPlace(
            id=f"pcode:{code}",
            names=(*names, code),
            feature=_FEATURES[level],
            country=code[:2],
            source=SOURCE,
            lat=lat,
            lon=lon,
            within=above,
        )
        above = f"pcode:{code}"


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _sheets(path: Path) -> Iterator[tuple[str, Iterator[Sequence[str]]]]:
    """(name for messages, rows) of every table of the file."""
    if path.stat().st_size > LARGEST:
        raise BadPlaceFile(f"{path.name}: {path.stat().st_size / 1e6:.0f} MB is too much for a table of P-codes")
    if path.suffix.lower() == ".csv":
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise BadPlaceFile(f"{path.name}: not UTF-8: save the table as UTF-8") from error
        yield path.name, csv.reader(io.StringIO(text, newline=""))
        return
    yield from _workbook(path)


def _workbook(path: Path) -> Iterator[tuple[str, Iterator[Sequence[str]]]]:
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST:
                raise BadPlaceFile(f"{path.name}: too much for a table of P-codes when it is unpacked")
        book = load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets[:SHEETS]:
            rows = [[("" if cell is None else str(cell)) for cell in row] for row in sheet.iter_rows(values_only=True)]
            yield f"{path.name}, sheet {sheet.title}", iter(rows)
    except BadPlaceFile:
        raise
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError) as error:
        raise BadPlaceFile(f"{path.name}: no whole workbook ({error}): save it again as .xlsx or .csv") from error
