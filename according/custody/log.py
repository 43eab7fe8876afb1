"""The custody log: who did what to which bytes, when and with which tool; append-only, each entry bound to the one before.

One JSON object a line, in the order and with the fields of STANDARDS.md, Casualty recording and evidence: `sequence` from
1, `time` in UTC, `item` the bytes' sha256, `name` under which they came, `actor`, `action` (collect, copy, read, verify,
export, redact), `tool` and its version, `previous` the hash of the entry before, `hash` that of this one without it.
The log is bound to nothing outside the folder: who can write there can also write a whole new log.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from hashlib import sha256
from io import SEEK_END
from pathlib import Path
from typing import BinaryIO

from according import __version__


@dataclass(frozen=True, slots=True)
class Entry:
    sequence: int
    time: str
    item: str
    name: str
    actor: str
    action: str
    tool: str
    previous: str | None
    hash: str = ""

    def hashed(self) -> str:
        """sha256 of the canonical JSON of everything but `hash`."""
        content = {key: value for key, value in asdict(self).items() if key != "hash"}
        canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
        return sha256(canonical.encode()).hexdigest()


class CustodyLog:
    """The log in one file. Programs that append to it at the same time wait for one another."""

    def __init__(self, path: Path, actor: str) -> None:
        self._path = path
        self._actor = actor
        self._last: Entry | None = None
        self._seen: set[tuple[str, str]] = set()
        self._read_to = 0

    def add(self, action: str, item: str, name: str, *, once: bool = False) -> None:
        """Appends and syncs an entry; with `once` only where the item has none of that action. Raises OSError."""
        with self._path.open("a+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            self._catch_up(file)
            if once and (action, item) in self._seen:
                return
            last = self._last
            entry = Entry(
                sequence=last.sequence + 1 if last else 1,
                time=datetime.now(UTC).isoformat(timespec="seconds"),
                item=item,
                name=name,
                actor=self._actor,
                action=action,
                tool=f"according {__version__}",
                previous=last.hash if last else None,
            )
            line = json.dumps(asdict(entry) | {"hash": entry.hashed()}) + "\n"
            file.write(line.encode())
            file.flush()
            os.fsync(file.fileno())

    def seen(self, action: str, item: str) -> bool:
        """Whether the item has an entry of that action; no file is made for asking. Raises OSError."""
        if not self._path.exists():
            return False
        with self._path.open("r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            self._catch_up(file)
        return (action, item) in self._seen

    def entries(self) -> list[Entry]:
        """Oldest first, without lines that are no entry."""
        return [entry for entry in self._lines() if isinstance(entry, Entry)]

    def verify(self) -> Iterator[str]:
        """What is wrong with the chain, a sentence each."""
        previous: Entry | None = None
        for number, entry in enumerate(self._lines(), 1):
            if entry is None:
                yield f"custody log line {number} is no entry"
                continue
            if entry.hash != entry.hashed():
                yield f"custody log entry {entry.sequence} was altered"
            expected = (previous.sequence + 1, previous.hash) if previous else (1, None)
            if (entry.sequence, entry.previous) != expected:
                yield f"custody log entry {entry.sequence} does not follow the one before it"
            previous = entry

    def _lines(self) -> Iterator[Entry | None]:
        if self._path.exists():
            with self._path.open("rb") as file:
                yield from map(_entry, file)

    def _catch_up(self, file: BinaryIO) -> None:
        """Takes in what other programs appended since, and cuts off a line whose program was cut off writing it."""
        size = file.seek(0, SEEK_END)
        if size < self._read_to:
            self._last, self._read_to = None, 0
            self._seen.clear()
        file.seek(self._read_to)
        for line in file:
            if not line.endswith(b"\n"):
                file.truncate(self._read_to)
                break
            self._read_to += len(line)
            entry = _entry(line)
            if entry is not None:
                self._last = entry
                self._seen.add((entry.action, entry.item))
        file.seek(0, SEEK_END)


def _entry(line: bytes) -> Entry | None:
    try:
        values = json.loads(line)
        entry = Entry(**{field.name: values[field.name] for field in fields(Entry)})
    except (ValueError, KeyError, TypeError):
        return None
    words = (
        entry.time,
        entry.item,
        entry.name,
        entry.actor,
        entry.action,
        entry.tool,
        entry.previous or "",
        entry.hash,
    )
    return entry if type(entry.sequence) is int and all(isinstance(word, str) for word in words) else None
