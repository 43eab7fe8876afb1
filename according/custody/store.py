"""Raw bytes, kept as received under their sha256, with a log of who did what to them when.

Use `FileStore` for a ledger on one machine: `ab/abcdef...` in a folder beside the ledger, `custody.jsonl` next to them.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from according import __version__
from according.domain.report import Snapshot

LOG = "custody.jsonl"


class FileStore:
    """Satisfies domain.protocols.SnapshotStore. `actor` is who the custody log names."""

    def __init__(self, folder: Path, actor: str = "according") -> None:
        self.folder = folder
        self.actor = actor
        self._last: dict[str, object] | None = None

    def put(self, data: bytes, name: str) -> Snapshot:
        """Stores and syncs the bytes; the same bytes again change nothing. Raises OSError when it cannot."""
        digest = sha256(data).hexdigest()
        path = self._path(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".part-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                os.replace(aside, path)
            except OSError:
                Path(aside).unlink(missing_ok=True)
                raise
            self._log("collect", digest, name)
        return Snapshot(digest, len(data), name)

    def get(self, sha256_hex: str) -> bytes:
        """The bytes. Raises KeyError when there are none under that hash, ValueError when they no longer match it."""
        try:
            data = self._path(sha256_hex).read_bytes()
        except FileNotFoundError:
            raise KeyError(sha256_hex) from None
        if sha256(data).hexdigest() != sha256_hex:
            raise ValueError(f"the snapshot {sha256_hex} was altered on disk")
        return data

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest

    def _log(self, action: str, item: str, name: str) -> None:
        """Appends an entry that holds the hash of the one before it, so that a removed entry shows."""
        if self._last is None:
            for entry in self.log():
                self._last = entry
        last = self._last or {}
        added: dict[str, object] = {
            "sequence": int(str(last.get("sequence", 0))) + 1,
            "time": datetime.now(UTC).isoformat(timespec="seconds"),
            "item": item,
            "name": name,
            "actor": self.actor,
            "action": action,
            "tool": f"according {__version__}",
            "previous": _hash(last) if last else None,
        }
        with (self.folder / LOG).open("a", encoding="utf-8") as file:
            file.write(json.dumps(added, ensure_ascii=False) + "\n")
        self._last = added

    def log(self) -> Iterator[dict[str, object]]:
        """The entries of the custody log, oldest first."""
        path = self.folder / LOG
        if path.exists():
            with path.open(encoding="utf-8") as lines:
                for line in lines:
                    yield json.loads(line)

    def verify(self) -> Iterator[str]:
        """What is wrong, a sentence each: bytes altered or gone, entries of the log altered or taken out."""
        previous: dict[str, object] | None = None
        for entry in self.log():
            if entry["previous"] != (_hash(previous) if previous else None):
                yield f"custody log entry {entry['sequence']} does not follow the one before it"
            previous = entry
            try:
                self.get(str(entry["item"]))
            except KeyError:
                yield f"the snapshot {entry['item']} ({entry['name']}) is gone"
            except ValueError as error:
                yield str(error)


def _hash(entry: dict[str, object]) -> str:
    return sha256(json.dumps(entry, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
