"""Raw bytes, kept as received under their sha256, with a log of who did what to them when.

Use `FileStore` for a ledger on one machine: `ab/abcdef...` in a folder beside the ledger, the log of `log` among them.
Several programs may put into one folder at the same time.
"""

from __future__ import annotations

import getpass
import os
import re
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from according.custody.log import CustodyLog, Entry
from according.domain.report import Snapshot

LOG = "custody.jsonl"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ASIDE = ".part-"


class FileStore:
    """Satisfies domain.protocols.SnapshotStore. `actor` is whom the custody log names; None = the login name."""

    def __init__(self, folder: Path, actor: str | None = None) -> None:
        self.folder = folder
        self._log = CustodyLog(folder / LOG, _login() if actor is None else actor)

    def put(self, data: bytes, name: str) -> Snapshot:
        """Stores and syncs the bytes; the same bytes again change nothing. Raises OSError when it cannot.

        A file that no longer holds the bytes of its name is left as it is, to be looked into: that is an OSError too.
        """
        digest = sha256(data).hexdigest()
        path = self._path(digest)
        if path.exists():
            if path.read_bytes() != data:
                raise OSError(f"the snapshot {path} was altered on disk: move it away and run again")
        else:
            _write(path, data)
        # A program that was cut off after writing the file and before logging it is made good here.
        self._log.add("collect", digest, name, once=True)
        return Snapshot(digest, len(data), name)

    def get(self, sha256_hex: str) -> bytes:
        """The bytes. Raises KeyError when there are none under that hash, ValueError when they no longer match it."""
        if not _SHA256.fullmatch(sha256_hex):
            raise KeyError(sha256_hex)
        try:
            data = self._path(sha256_hex).read_bytes()
        except FileNotFoundError:
            raise KeyError(sha256_hex) from None
        if sha256(data).hexdigest() != sha256_hex:
            raise ValueError(f"the snapshot {sha256_hex} was altered on disk")
        return data

    def log(self) -> list[Entry]:
        """The entries of the custody log, oldest first."""
        return self._log.entries()

    def verify(self) -> Iterator[str]:
        """What is wrong, a sentence each: bytes altered, gone or never logged; entries altered or taken out."""
        yield from self._log.verify()
        logged = {entry.item: entry.name for entry in self.log()}
        for item, name in logged.items():
            try:
                self.get(item)
            except KeyError:
                yield f"the snapshot {item} ({name}) is gone"
            except ValueError as error:
                yield f"{error} ({name})"
        for path in sorted(self.folder.glob("??/*")):
            if path.name not in logged and not path.name.startswith(_ASIDE):
                yield f"the file {path} is in no entry of the custody log"

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest


def _write(path: Path, data: bytes) -> None:
    """Whole and synced, or not at all: nobody ever sees half a file, not even after a power cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=_ASIDE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), 0o400)
            os.fsync(file.fileno())
        os.replace(aside, path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
    for folder in (path.parent, path.parent.parent, path.parent.parent.parent):
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
