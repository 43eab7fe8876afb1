"""Bytes stay as they came, and whoever touched them stands in the log."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from according import __version__
from according.custody import log, store
from according.custody.store import FileStore

DATA = b"Invented sample: shelling hit a market.\n"
NAME = "reports.jsonl"


@pytest.fixture
def kept(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "according.snapshots", actor="collector-1")


def files(kept: FileStore) -> list[str]:
    return sorted(str(p.relative_to(kept.folder)) for p in kept.folder.rglob("*") if p.is_file())


def path_of(kept: FileStore, data: bytes = DATA) -> Path:
    digest = sha256(data).hexdigest()
    return kept.folder / digest[:2] / digest


def change(path: Path, data: bytes) -> None:
    path.chmod(0o600)
    path.write_bytes(data)


class TestBytes:
    @pytest.mark.parametrize("data", [DATA, b"", bytes(range(256)) * 1000])
    def test_what_is_put_is_got(self, kept: FileStore, data: bytes) -> None:
        snapshot = kept.put(data, NAME)
        assert (snapshot.sha256, snapshot.size, snapshot.name) == (sha256(data).hexdigest(), len(data), NAME)
        assert kept.get(snapshot.sha256) == data
        assert list(kept.verify()) == []

    def test_the_same_bytes_again_change_nothing(self, kept: FileStore) -> None:
        first = kept.put(DATA, NAME)
        entries = kept.log()
        for other in (kept, FileStore(kept.folder, actor="collector-2")):
            assert other.put(DATA, NAME) == first
        assert kept.log() == entries
        assert files(kept) == sorted([store.LOG, f"{first.sha256[:2]}/{first.sha256}"])

    def test_the_copy_cannot_be_written_to(self, kept: FileStore) -> None:
        kept.put(DATA, NAME)
        assert path_of(kept).stat().st_mode & 0o777 == 0o400

    @pytest.mark.parametrize("name", ["0" * 64, "", "..", "../" * 20 + "etc/passwd", "F" * 64, "ab\n"])
    def test_what_was_never_put_is_not_there(self, kept: FileStore, name: str) -> None:
        kept.put(DATA, NAME)
        with pytest.raises(KeyError):
            kept.get(name)

    def test_altered_bytes_are_never_given_out_or_written_over(self, kept: FileStore) -> None:
        snapshot = kept.put(DATA, NAME)
        change(path_of(kept), DATA.replace(b"market", b"palace"))
        with pytest.raises(ValueError, match="altered"):
            kept.get(snapshot.sha256)
        with pytest.raises(OSError, match="altered on disk: move it away"):
            kept.put(DATA, NAME)
        assert b"palace" in path_of(kept).read_bytes()
        assert list(kept.verify()) == [f"the snapshot {snapshot.sha256} was altered on disk ({NAME})"]

    def test_bytes_that_are_gone_are_missed_and_may_come_again(self, kept: FileStore) -> None:
        snapshot = kept.put(DATA, NAME)
        path_of(kept).unlink()
        assert list(kept.verify()) == [f"the snapshot {snapshot.sha256} ({NAME}) is gone"]
        kept.put(DATA, NAME)
        assert list(kept.verify()) == []


@pytest.mark.parametrize("step", ["fsync", "replace", "fchmod"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_file_that_could_not_be_written_whole_is_never_seen(
    kept: FileStore, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    kept.put(b"before", "before.txt")
    before = files(kept)
    with monkeypatch.context() as broken:
        broken.setattr(store.os, step, raising(error))
        with pytest.raises(type(error)):
            kept.put(DATA, NAME)
    assert files(kept) == before
    with pytest.raises(KeyError):
        kept.get(sha256(DATA).hexdigest())
    assert list(kept.verify()) == []
    kept.put(DATA, NAME)
    assert [entry.sequence for entry in kept.log()] == [1, 2]


def test_bytes_are_synced_before_they_are_named(kept: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)
        monkeypatch.setattr(store.os, name, lambda *args, n=name, do=real: (steps.append(n), do(*args)))
    kept.put(DATA, NAME)
    assert steps[:3] == ["fsync", "replace", "fsync"]


def raising(error: BaseException) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise error

    return fail


class TestLog:
    def test_an_entry_says_who_did_what_with_which_tool_when(self, kept: FileStore) -> None:
        first, second = kept.put(DATA, NAME), kept.put(b"more", "قصف.txt")
        one, two = kept.log()
        assert (one.sequence, one.item, one.name) == (1, first.sha256, NAME)
        assert (one.actor, one.action, one.tool) == ("collector-1", "collect", f"according {__version__}")
        assert datetime.fromisoformat(one.time).utcoffset() == timedelta(0)
        assert (two.sequence, two.item, two.name) == (2, second.sha256, "قصف.txt")
        assert one.previous is None
        assert two.previous == one.hash

    def test_without_a_name_it_is_the_login(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(store.getpass, "getuser", lambda: "login-1")
        one = FileStore(tmp_path / "a")
        one.put(DATA, NAME)
        monkeypatch.setattr(store.getpass, "getuser", raising(KeyError("uid")))
        two = FileStore(tmp_path / "b")
        two.put(DATA, NAME)
        assert [one.log()[0].actor, two.log()[0].actor] == ["login-1", "unknown"]

    @pytest.mark.parametrize("altered", [0, 1, 2])
    def test_an_altered_entry_shows(self, kept: FileStore, altered: int) -> None:
        fill(kept)
        entries = lines(kept)
        entries[altered] = json.dumps(json.loads(entries[altered]) | {"actor": "somebody else"})
        write(kept, entries)
        assert list(kept.verify()) == [f"custody log entry {altered + 1} was altered"]

    def test_an_entry_altered_together_with_its_hash_shows_in_the_next(self, kept: FileStore) -> None:
        fill(kept)
        entries = lines(kept)
        forged = log.Entry(**(json.loads(entries[0]) | {"actor": "somebody else"}))
        entries[0] = json.dumps(json.loads(entries[0]) | {"actor": "somebody else", "hash": forged.hashed()})
        write(kept, entries)
        assert list(kept.verify()) == ["custody log entry 2 does not follow the one before it"]

    def test_an_entry_taken_out_shows(self, kept: FileStore) -> None:
        fill(kept)
        entries = lines(kept)
        write(kept, entries[:1] + entries[2:])
        found = list(kept.verify())
        assert "custody log entry 3 does not follow the one before it" in found
        assert f"the file {path_of(kept, b'1')} is in no entry of the custody log" in found

    def test_a_last_entry_taken_out_shows_by_its_file(self, kept: FileStore) -> None:
        fill(kept)
        write(kept, lines(kept)[:2])
        assert list(kept.verify()) == [f"the file {path_of(kept, b'2')} is in no entry of the custody log"]

    @pytest.mark.parametrize("line", ["not json", "[]", '{"sequence": "1"}', "\xff", '{"sequence": 2, "item": 5}'])
    def test_a_line_that_is_no_entry_shows(self, kept: FileStore, line: str) -> None:
        fill(kept)
        entries = lines(kept)
        write(kept, [*entries[:2], line, *entries[2:]])
        assert list(kept.verify()) == ["custody log line 3 is no entry"]
        kept.put(b"later", NAME)
        assert kept.log()[-1].sequence == 4

    def test_a_program_cut_off_between_file_and_log_is_made_good(
        self, kept: FileStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as broken:
            broken.setattr(log.fcntl, "flock", raising(OSError(errno.ENOLCK, "no locks")))
            with pytest.raises(OSError, match="no locks"):
                kept.put(DATA, NAME)
        assert len(list(kept.verify())) == 1
        kept.put(DATA, NAME)
        assert list(kept.verify()) == []

    def test_a_program_cut_off_while_logging_leaves_no_half_entry(self, kept: FileStore) -> None:
        fill(kept)
        whole = (kept.folder / store.LOG).read_bytes()
        for cut in (1, 40, len(lines(kept)[2])):
            (kept.folder / store.LOG).write_bytes(whole[:-cut])
            for one in (FileStore(kept.folder, "collector-1"), FileStore(kept.folder, "collector-1")):
                one.put(b"2", NAME)
                assert list(one.verify()) == []
                assert len(one.log()) == 3

    def test_programs_that_put_at_the_same_time_keep_one_chain(self, kept: FileStore) -> None:
        with multiprocessing.get_context("spawn").Pool(3) as pool:
            pool.starmap(put_many, [(kept.folder, first) for first in (0, 10, 20)])
        assert list(kept.verify()) == []
        entries = kept.log()
        assert [entry.sequence for entry in entries] == list(range(1, 41))
        assert len({entry.item for entry in entries}) == 40


def put_many(folder: Path, first: int) -> None:
    """Twenty files, half of which another process puts too."""
    one = FileStore(folder, actor=f"collector-{first}")
    for n in range(first, first + 20):
        one.put(str(n).encode(), f"{n}.txt")


def fill(kept: FileStore) -> None:
    for n in range(3):
        kept.put(str(n).encode(), f"{n}.txt")


def lines(kept: FileStore) -> list[str]:
    return (kept.folder / store.LOG).read_text().splitlines()


def write(kept: FileStore, entries: list[str]) -> None:
    (kept.folder / store.LOG).write_text("".join(f"{entry}\n" for entry in entries), encoding="latin-1")


class TestRedacting:
    FILE = b'{"text": "one"}\r\n{"text": "a name"}\n{"text": "three"}\n'
    START, END = 17, 35

    def redacted(self, kept: FileStore) -> tuple[str, str]:
        old = kept.put(self.FILE, NAME).sha256
        return old, kept.redact(old, (self.START, self.END))

    def test_the_bytes_are_blanks_and_everything_else_stays_where_it_was(self, kept: FileStore) -> None:
        old, new = self.redacted(kept)
        assert kept.get(new) == self.FILE[:17] + b" " * 18 + self.FILE[35:]
        assert b"a name" not in b"".join(p.read_bytes() for p in kept.folder.rglob("*") if p.is_file())
        with pytest.raises(KeyError):
            kept.get(old)
        assert kept.kept_as(old) == kept.kept_as(new) == new
        assert list(kept.verify()) == [], "the chain of custody holds"

    def test_the_log_says_what_became_of_it(self, kept: FileStore) -> None:
        old, new = self.redacted(kept)
        entries = [(entry.action, entry.item) for entry in kept.log()]
        assert entries == [("collect", old), ("copy", new), ("redact", old)]
        assert new in kept.log()[-1].name

    def test_twice_changes_nothing_and_another_range_follows(self, kept: FileStore) -> None:
        old, new = self.redacted(kept)
        assert kept.redact(old, (self.START, self.END)) == new
        assert len(kept.log()) == 3
        newer = kept.redact(old, (0, 15))
        assert kept.get(newer).strip().startswith(b'{"text": "three"}')
        assert kept.kept_as(old) == newer
        assert list(kept.verify()) == []

    def test_the_same_file_again_does_not_bring_the_words_back(self, kept: FileStore) -> None:
        old, _ = self.redacted(kept)
        before = files(kept)
        assert kept.put(self.FILE, NAME).sha256 == old
        assert FileStore(kept.folder, actor="another").put(self.FILE, "again.jsonl").sha256 == old
        assert files(kept) == before
        assert list(kept.verify()) == []

    def test_one_that_was_cut_off_is_told_and_finished(self, kept: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
        old = kept.put(self.FILE, NAME).sha256
        with monkeypatch.context() as cut:
            cut.setattr(Path, "unlink", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                kept.redact(old, (self.START, self.END))
        assert ["redact it again" in said for said in kept.verify()] == [True]
        new = kept.redact(old, (self.START, self.END))
        assert list(kept.verify()) == []
        assert b"a name" not in kept.get(new)

    def test_bytes_that_are_not_there_or_were_altered(self, kept: FileStore) -> None:
        with pytest.raises(KeyError):
            kept.redact("0" * 64, (0, 1))
        old = kept.put(DATA, NAME).sha256
        change(path_of(kept), b"tampered")
        with pytest.raises(ValueError, match="altered"):
            kept.redact(old, (0, 1))
