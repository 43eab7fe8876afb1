"""The only place that chooses adapters: stores, gazetteer file, registry files, readers.

Imports stand inside the functions: parsers and tables are loaded when they are used, so that `--help` is instant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from according.app.parts import NoProgress, Parts
from according.app.settings import Settings
from according.domain.actor import Actor
from according.domain.problem import Problem
from according.domain.protocols import Gazetteer, Ledger, Progress, Reader, Registry
from according.domain.report import Capture, Snapshot

if TYPE_CHECKING:
    from according.custody.store import FileStore


def parts(settings: Settings, progress: Progress | None = None) -> Parts:
    """Everything that reading needs. Compiles the gazetteer where that has not been done (about a minute, once)."""
    return Parts(readers=readers(), gazetteer=gazetteer(settings, progress), registry=registry(settings))


def readers() -> Mapping[str, Reader]:
    """Every reader that is installed, by language."""
    from according.extract.arabic.reader import ArabicReader
    from according.extract.english.reader import EnglishReader

    installed: tuple[Reader, ...] = (EnglishReader(), ArabicReader())
    return {reader.lang: reader for reader in installed}


def gazetteer(settings: Settings, progress: Progress | None = None) -> Gazetteer:
    """Compiles it first where there is none, or one of another version of the tables or of According."""
    from according.resolve.gazetteer import open_gazetteer

    build_gazetteer(settings, progress, if_missing=True)
    return open_gazetteer(settings.gazetteer)


def build_gazetteer(settings: Settings, progress: Progress | None = None, *, if_missing: bool = False) -> Path:
    """Compiles the gazetteer anew (written aside, then renamed), `if_missing` unless a current one is there."""
    from according.resolve.gazetteer import build

    settings.home.mkdir(parents=True, exist_ok=True)
    build(settings.gazetteer, progress or NoProgress(), if_missing=if_missing)
    return settings.gazetteer


def add_places(settings: Settings, files: Sequence[Path], progress: Progress) -> int:
    """Adds the places of a user's files to the gazetteer and compiles it; returns how many. OSError = nothing changed."""
    from according.resolve.gazetteer import add

    settings.home.mkdir(parents=True, exist_ok=True)
    return add(settings.gazetteer, files, progress)


def registry(settings: Settings) -> Registry:
    """The shipped actors, those that were added, and those of the files that the settings name."""
    from according.resolve.registry import load_registry

    return load_registry(*sorted(settings.actors.glob("*.tsv")), *settings.registry)


def add_actors(settings: Settings, files: Sequence[Path]) -> int:
    """Keeps a user's actor files for every registry to come; returns how many actors. OSError or ValueError = nothing changed."""
    from according.resolve.registry import add

    return add(settings.actors, files)


def actors_named(settings: Settings, name: str) -> Sequence[Actor]:
    """Whom a name stands for, and whom else its words name; empty when nobody is known."""
    known = registry(settings)
    whole = known.find(name)
    inside = [actor for _, _, actors in known.match(name, bare=True) for actor in actors]
    return list(dict.fromkeys([*([whole] if whole else []), *inside]))


def ledger(settings: Settings) -> Ledger:
    from according.ledger.sqlite import open_ledger

    return open_ledger(settings.ledger)


def store(settings: Settings, actor: str | None = None) -> FileStore:
    """`actor` is whom the custody log names; None = the login name."""
    from according.custody.store import FileStore

    return FileStore(settings.snapshots, actor)


def hash_only(data: bytes, name: str) -> Snapshot:
    """A snapshot of bytes that nobody keeps: for `read` and `link`."""
    return Snapshot(sha256(data).hexdigest(), len(data), name)


def collect(path: Path, keep: Callable[[bytes, str], Snapshot] = hash_only) -> Iterator[Capture | Problem]:
    """What the files under a path hold, in order, and what could not be taken out of them."""
    from according.collect.files import collect as collect_files

    yield from collect_files(path, keep)
