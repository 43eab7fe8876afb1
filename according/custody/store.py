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
REDACTED = "redact"
"""The action of the log for bytes that were taken out."""
_BECAME, _WITHOUT = "became ", " (with words redacted)"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ASIDE = ".part-"


class FileStore:
    """Satisfies domain.protocols.SnapshotStore. `actor` is whom the custody log names; None = the login name."""

    def __init__(self, folder: Path, actor: str | None = None) -> None:
        self.folder = folder
        self._log = CustodyLog(folder / LOG, _login() if actor is None else actor)

    def put(self, data: bytes, name: str) -> Snapshot:
        """Stores and syncs the bytes; the same bytes again change nothing. Raises OSError when it cannot.

        A file that no longer holds the bytes of its name is left as it is, to be looked into: that is an OSError too. Bytes that
        were redacted are not kept again.
        """
        digest = sha256(data).hexdigest()
        path = self._path(digest)
        if self._log.seen(REDACTED, digest):
            # Whoever ingests the file again does not bring back what was taken out of it.
            return Snapshot(digest, len(data), name)
        if path.exists():
            if path.read_bytes() != data:
                raise OSError(f"the snapshot {path} was altered on disk: move it away and run again")
        else:
            _write(path, data)
        # A program that was cut off after writing the file and before logging it is made good here.
        self._log.add("collect", digest, name, once=True)
        return Snapshot(digest, len(data), name)

    def redact(self, sha256_hex: str, *ranges: tuple[int, int]) -> str:
        """Writes blanks over the bytes [start, end) of a snapshot; returns the hash of what is kept from now on.

        The bytes that are left stand under a hash of their own, the others are deleted, and the log says which became which.
        Offsets stay the same: pass the first hash again for further ranges. Doing it twice changes nothing. Raises KeyError
        when the bytes are not there, ValueError when they were altered, OSError.
        """
        kept, gone = self._chain(sha256_hex)
        for item in gone:
            self._path(item).unlink(missing_ok=True)
        data = self.get(kept)
        left = data
        for start, end in ranges:
            left = left[:start] + _blank(left[start:end]) + left[end:]
        if left == data:
            return kept
        digest = sha256(left).hexdigest()
        names = {entry.item: entry.name for entry in self.log()}
        if not self._path(digest).exists():
            _write(self._path(digest), left)
        name = names.get(kept, kept).removesuffix(_WITHOUT)
        self._log.add("copy", digest, name + _WITHOUT, once=True)
        self._log.add(REDACTED, kept, f"{_BECAME}{digest}")
        self._path(kept).unlink(missing_ok=True)
        _sync_folder(self._path(kept).parent)
        return digest

    def kept(self) -> list[str]:
        """The hashes of all snapshots that are there today, sorted."""
        logged = {entry.item for entry in self.log()}
        return sorted(item for item in logged if self._path(item).exists())

    def kept_as(self, sha256_hex: str) -> str:
        """The hash under which a snapshot is kept today: its own, unless bytes of it were redacted."""
        return self._chain(sha256_hex)[0]

    def _chain(self, sha256_hex: str) -> tuple[str, list[str]]:
        """(the hash under which it is kept, the hashes under which it was)."""
        became = {e.item: e.name.removeprefix(_BECAME) for e in self.log() if e.action == REDACTED}
        gone = []
        while sha256_hex in became:
            gone.append(sha256_hex)
            sha256_hex = became.pop(sha256_hex)
        return sha256_hex, gone

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
        entries = self.log()
        logged = {entry.item: entry.name for entry in entries}
        redacted = {entry.item for entry in entries if entry.action == REDACTED}
        for item, name in logged.items():
            if item in redacted:
                if self._path(item).exists():
                    yield f"the snapshot {item} was redacted, but its bytes are still there: redact it again"
                continue
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


def _blank(data: bytes) -> bytes:
    """Blanks for everything but line ends, so that lines and ranges stay where they are."""
    return bytes(byte if byte in b"\r\n" else 0x20 for byte in data)


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
