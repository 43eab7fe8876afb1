"""The compiled gazetteer: finds places by name, and names in running text.

Use `build` to compile the file, `add` to compile a user's places into it, `open_gazetteer` to read it. Lookups fold spellings (text/fold.py) and are never fuzzy.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from according.domain.place import Place
from according.domain.protocols import Gazetteer, Progress
from according.resolve.gazetteer_added import AddedPlace, BadPlaceFile, checked, keep, kept_file
from according.resolve.gazetteer_build import COLUMNS, SCHEMA_VERSION, compile_into, inputs
from according.resolve.gazetteer_lock import alone
from according.resolve.gazetteer_names import ROMAN
from according.resolve.gazetteer_text import NameScanner
from according.resolve.geonames_dump import is_dump, read_dump
from according.resolve.pcode_table import is_table, read_table
from according.text.fold import fold
from according.text.romanised import roman_key

_PLACE = ", ".join(f"places.{column}" for column in COLUMNS)
_BY_NAME = (
    f"SELECT {_PLACE} FROM names JOIN places ON places.n = names.n WHERE names.folded = ?"  # noqa: S608
    " ORDER BY places.population DESC, places.n"
)
_BY_NAME_SEEN = _BY_NAME.replace("WHERE", "WHERE names.seen AND")
_BY_ID = f"SELECT {_PLACE} FROM places WHERE id = ?"  # noqa: S608
_STARTING = "SELECT folded FROM names WHERE folded >= ? AND folded < ? AND seen"
MAPPED = 1 << 30
"""Bytes of the file that are read where the system holds them, not page by page through calls."""
_AGAIN = "compile it with 'according gazetteer build'"


class GazetteerError(OSError):
    """The compiled file is absent, damaged or of another version; the message says what to do."""


class Explanation(NamedTuple):
    """What the gazetteer knows under a name: the key it was looked up by, the places, each with what it lies in."""

    name: str
    folded: str
    places: tuple[tuple[Place, tuple[Place, ...]], ...]


def build(path: Path, progress: Progress, *, if_missing: bool = False) -> None:
    """Compiles all sources into one file at `path` (under a minute of one core, under 1 GB of memory). Raises OSError.

    `if_missing`: unless a current one is there. Of several commands that find none, one compiles it and the others wait.
    """
    if if_missing and is_current(path):
        return
    with alone(path):
        if not (if_missing and is_current(path)):
            compile_into(path, progress)


def add(path: Path, files: Sequence[Path], progress: Progress) -> int:
    """Adds the places of GeoNames dumps (.txt, .zip) and P-code tables (.csv, .xlsx) and compiles anew; returns how many.

    Files that were added before are replaced. Raises BadPlaceFile (an OSError) where one is wrong, OSError where one
    cannot be read: the gazetteer and what was added before then stay as they were.
    """
    read = {file.name: checked(_places_of(file), file.name) for file in files}
    kept: list[tuple[Path, bytes | None]] = []
    try:
        for name, places in read.items():
            target = kept_file(path, name)
            kept.append((target, target.read_bytes() if target.exists() else None))
            keep(target, places)
        build(path, progress)
    except BaseException:
        for target, before in kept:
            if before is None:
                target.unlink(missing_ok=True)
            else:
                target.write_bytes(before)
        raise
    return sum(map(len, read.values()))


def _places_of(file: Path) -> Iterator[AddedPlace]:
    if not file.is_file():
        raise BadPlaceFile(f"there is no file {file}")
    if is_dump(file):
        return read_dump(file)
    if is_table(file):
        return read_table(file)
    raise BadPlaceFile(
        f"{file.name}: of what kind is it? A GeoNames dump ends in .txt or .zip, a table of P-codes in .csv or .xlsx"
    )


def is_current(path: Path) -> bool:
    """Is there a usable file, compiled from the tables and by the code that are installed now?"""
    try:
        return CompiledGazetteer(path).inputs == inputs(path)
    except GazetteerError:
        return False


def open_gazetteer(path: Path) -> Gazetteer:
    """Raises GazetteerError, with what to do, when there is no usable file."""
    return CompiledGazetteer(path)


class CompiledGazetteer:
    """Satisfies Gazetteer over a file that `build` wrote. Opened read-only; may be shared between threads."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise GazetteerError(f"there is no gazetteer at {path}: {_AGAIN}")
        try:
            uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            self._database = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._database.execute(f"PRAGMA mmap_size={MAPPED}")
            meta = dict(self._database.execute("SELECT key, value FROM meta"))
        except sqlite3.Error as error:
            raise GazetteerError(f"the gazetteer at {path} is damaged ({error}): {_AGAIN} again") from error
        if meta.get("schema") != SCHEMA_VERSION or "digest" not in meta:
            raise GazetteerError(f"the gazetteer at {path} was made by another version of According: {_AGAIN} again")
        self._path = path
        self._digest: str = meta["digest"]
        self.inputs: str = meta["inputs"]
        """What the file was compiled from (gazetteer_build.inputs)."""
        self._lock = threading.Lock()
        self._scanner = NameScanner(self._starting)
        self._under = lru_cache(maxsize=65_536)(self._read_under)
        self._of_id = lru_cache(maxsize=65_536)(self._read_id)

    @property
    def digest(self) -> str:
        return self._digest

    def find(self, name: str) -> Sequence[Place]:
        folded = fold(name)
        found = self._under(folded, False)
        if not found and (roman := roman_key(folded)) is not None:
            return self._under(ROMAN + roman, False)
        return found

    def get(self, place_id: str) -> Place | None:
        return self._of_id(place_id)

    def match(self, text: str) -> Iterator[tuple[int, int, Sequence[Place]]]:
        for start, end, folded in self._scanner.scan(text):
            yield start, end, self._under(folded, True)

    def explain(self, name: str) -> Explanation:
        """Everything that stands under a name, and for each place the areas that hold it, smallest first."""
        return Explanation(name, fold(name), tuple((place, self._holders(place)) for place in self.find(name)))

    def _holders(self, place: Place) -> tuple[Place, ...]:
        found: list[Place] = []
        while place.within is not None and len(found) < 5 and (holder := self.get(place.within)) is not None:
            found.append(holder)
            place = holder
        return tuple(found)

    def _read_under(self, folded: str, seen: bool) -> tuple[Place, ...]:
        return tuple(Place(*row) for row in self._rows(_BY_NAME_SEEN if seen else _BY_NAME, (folded,)))

    def _read_id(self, place_id: str) -> Place | None:
        return next((Place(*row) for row in self._rows(_BY_ID, (place_id,))), None)

    def _starting(self, word: str) -> frozenset[str]:
        """Every name that is this word or begins with it and a space ("!" is the character after the space)."""
        return frozenset(row[0] for row in self._rows(_STARTING, (word, word + "!")))

    def _rows(self, statement: str, values: tuple[str, ...]) -> list[tuple]:  # type: ignore[type-arg]
        try:
            with self._lock:
                return self._database.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise GazetteerError(f"the gazetteer at {self._path} is damaged ({error}): {_AGAIN} again") from error
