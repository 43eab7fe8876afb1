"""The registry of actors: the shipped one and files of the same columns that a user adds.

Use `load_registry` to read the files, `add` to keep a user's, `FileRegistry.find` for one name as written, `match` for names in running text.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from according.domain.actor import Actor
from according.domain.protocols import Registry
from according.resolve.registry_file import Row, read_file
from according.resolve.registry_text import PhraseScanner, bare_name
from according.text.fold import fold
from according.vocab.actors import shipped

VERSION = "1"


class RegistryError(ValueError):
    """Actor files contradict each other; the message names file and line and says what to do."""


def load_registry(*extra_files: Path) -> Registry:
    """The shipped actors and those of the files, in this order.

    Raises OSError where a file cannot be read, `registry_file.BadActorFile` or RegistryError (both ValueError) where one
    is wrong; every message names file and line.
    """
    files = [*shipped(), *((str(path), path.read_bytes()) for path in extra_files)]
    digest = hashlib.sha256(VERSION.encode())
    rows: list[Row] = []
    for name, data in files:
        digest.update(hashlib.sha256(data).digest())
        rows += read_file(name, data)
    return FileRegistry(_checked(rows), digest.hexdigest())


def add(folder: Path, files: Sequence[Path]) -> int:
    """Copies actor files into the folder, one by its name replacing an older one; returns how many actors they hold.

    Raises as `load_registry` does, and then changes nothing.
    """
    new = {path.name if path.suffix == ".tsv" else f"{path.name}.tsv": path.read_bytes() for path in files}
    count = sum(1 for name, data in new.items() for _ in read_file(name, data))
    kept = {path.name: path.read_bytes() for path in sorted(folder.glob("*.tsv"))} | new
    _checked([row for name, data in (*shipped(), *kept.items()) for row in read_file(name, data)])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in new.items():
        aside = folder / f".{name}.{os.getpid()}.new"
        aside.write_bytes(data)
        os.replace(aside, folder / name)
    return count


def _checked(rows: Sequence[Row]) -> Sequence[Actor]:
    """Every id, label and alias means one actor, every parent exists."""
    ids: dict[str, Row] = {}
    labels: dict[str, Row] = {}
    aliases: dict[str, Row] = {}
    for row in rows:
        for what, key, known in (("id", row.actor.id, ids), ("label", fold(row.actor.label), labels)):
            if key in known:
                value = row.actor.id if what == "id" else row.actor.label
                raise RegistryError(f"{row.where}: the {what} {value!r} is taken by {known[key].where}: choose another")
            known[key] = row
        for name in row.actor.aliases:
            other = aliases.setdefault(fold(name), row)
            if other is not row:
                raise RegistryError(
                    f"{row.where}: the alias {name!r} already means {other.actor.label!r} ({other.where}):"
                    " take it out of one of them"
                )
    for row in rows:
        if row.actor.parent is not None and row.actor.parent not in ids:
            raise RegistryError(f"{row.where}: there is no actor with the id {row.actor.parent!r} to be its parent")
    return [row.actor for row in rows]


class FileRegistry:
    """Satisfies Registry over actors held in memory; nothing in it changes, so threads may share it."""

    def __init__(self, actors: Sequence[Actor], digest: str) -> None:
        self._digest = digest
        self._labels = {actor.label: actor for actor in actors}
        sure: dict[str, list[Actor]] = {}
        bare: dict[str, list[Actor]] = {}
        for actor in actors:
            _add(sure, actor, (actor.label, *actor.aliases, *actor.descriptions, *actor.local))
            _add(bare, actor, actor.bare)
        self._sure: Mapping[str, tuple[Actor, ...]] = {key: tuple(found) for key, found in sure.items()}
        self._all: Mapping[str, tuple[Actor, ...]] = {
            key: tuple(dict.fromkeys((*sure.get(key, ()), *bare.get(key, ())))) for key in {**sure, **bare}
        }
        names = [n for a in actors for n in (a.label, *a.aliases, *a.descriptions, *a.local)]
        self._scanner = PhraseScanner(names)
        self._bare_scanner = PhraseScanner([*names, *(n for a in actors for n in a.bare)])

    @property
    def digest(self) -> str:
        return self._digest

    def find(self, name: str) -> Actor | None:
        """None where nobody is called that, or more than one actor is."""
        found = self._sure.get(bare_name(name)) or self._all.get(bare_name(name), ())
        return found[0] if len(found) == 1 else None

    def get(self, label: str) -> Actor | None:
        return self._labels.get(label)

    def match(self, text: str, bare: bool = False) -> Iterator[tuple[int, int, Sequence[Actor]]]:
        scanner, known = (self._bare_scanner, self._all) if bare else (self._scanner, self._sure)
        for start, end, folded in scanner.scan(text):
            yield start, end, known[folded]


def _add(index: dict[str, list[Actor]], actor: Actor, names: Iterable[str]) -> None:
    for name in names:
        found = index.setdefault(bare_name(name), [])
        if actor not in found:
            found.append(actor)
