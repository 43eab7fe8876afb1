"""Ledgers, folders, disks and networks that cannot be used: told at once, nothing lost, and Ctrl-C stops cleanly."""

from __future__ import annotations

import errno
import json
import os
import signal
import socket
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from according.app import wiring
from according.app.parts import Parts
from according.cli import output
from according.custody import store
from tests.cli.running import Run, command, run_as_anybody

TEXT = "Invented sample: Two civilians were killed on Sunday in shelling of Idlib, residents said."


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.jsonl"
    path.write_text(json.dumps({"id": "good-1", "published": "2031-03-02", "text": TEXT}) + "\n")
    return path


def never(*_: object) -> object:
    raise AssertionError("the gazetteer was opened before the ledger was looked at")


@pytest.mark.parametrize(
    ("ledger", "message"),
    [
        ("notes.txt", "notes.txt: this file is no ledger. Give another with --ledger"),
        ("folder", "folder: this is a folder. Give a file such as folder/according.db with --ledger"),
        ("other.db", "other.db: this is another program's database"),
        ("none/x.db", "none/x.db: there is no folder none"),
    ],
)
def test_a_ledger_that_is_none_is_told_before_anything_is_read(
    run: Run, tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch, ledger: str, message: str
) -> None:
    monkeypatch.setattr(wiring, "parts", never)
    (tmp_path / "notes.txt").write_text("my notes\n")
    (tmp_path / "folder").mkdir()
    with sqlite3.connect(tmp_path / "other.db") as database:
        database.execute("CREATE TABLE recipes (name TEXT)")
    code, out, err = run("ingest", str(good), "--ledger", ledger)
    assert (code, out) == (2, "")
    assert message in err
    assert (tmp_path / "notes.txt").read_text() == "my notes\n"
    if ledger != "none/x.db":
        assert message in run("incidents", "--ledger", ledger)[2]
        assert message in run("reread", "--ledger", ledger)[2]


def test_what_may_not_be_read_or_written_is_told(run: Run, tmp_path: Path, good: Path, furnished: Parts) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o555)
    code, _, err = run_as_anybody("ingest", good.name, "--ledger", "shut/x.db", cwd=tmp_path)
    assert (code, len(err.splitlines())) == (2, 1)
    assert "shut/x.db: the ledger cannot be written there. Check the permissions" in err
    assert not list(shut.iterdir())
    run("ingest", good.name)
    (tmp_path / "according.db").chmod(0)
    code, _, err = run_as_anybody("claims", cwd=tmp_path)
    assert code == 2
    assert "according.db: permission denied: check who may read and write it" in err
    (tmp_path / "according.db").chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        code, out, _ = run_as_anybody("claims", "--json", cwd=tmp_path)
        assert (code, len(out.splitlines())) == (0, 2), "a ledger that can only be read is read"
        code, _, err = run_as_anybody("export", "csv", "-o", "out.csv", cwd=tmp_path)
        assert (code, err) == (
            2,
            "according: out.csv: permission denied: check who may read and write it and its folder, or name another place\n",
        )
    finally:
        tmp_path.chmod(0o755)


def test_a_file_that_may_not_be_read_costs_the_others_nothing(
    run: Run, tmp_path: Path, good: Path, furnished: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret.jsonl"
    secret.write_text("{}")
    reads = Path.read_bytes

    def forbidden(path: Path) -> bytes:
        if path.name == secret.name:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return reads(path)

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    code, _, err = run("ingest", secret.name, good.name)
    assert code == 1
    assert err.startswith("1 report added")
    assert "(unreadable-file): secret.jsonl: it cannot be read (Permission denied): check its permissions" in err


def test_a_disk_that_is_full_for_snapshots_takes_no_report_without_its_file(
    run: Run, good: Path, furnished: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(store, "_write", full)
        code, _, err = run("ingest", good.name)
    assert code == 1
    assert err.startswith("no reports added")
    assert "make room or name another place for the ledger, and run again" in err
    assert run("ingest", good.name)[2].startswith("1 report added")


def test_a_disk_that_is_full_for_results_leaves_the_old_ones(
    run: Run, tmp_path: Path, good: Path, furnished: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(output.os, "fsync", full)
    code, _, err = run("read", good.name, "-o", "out.jsonl")
    assert (code, err) == (2, "according: out.jsonl: the disk is full: free some space and run again\n")
    assert out.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.jsonl", "out.jsonl"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [("--help",), ("version-of-nothing",), ("claims", "--ledger", "none.db")])
def test_an_output_that_takes_nothing_ends_in_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "w") as full:
        ran = subprocess.run(
            command(*arguments), cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1


def test_a_gazetteer_that_cannot_be_written_is_told(
    run: Run, tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACCORDING_HOME", str(good))
    code, _, err = run("gazetteer", "find", "Idlib")
    assert code == 2
    assert "good.jsonl is no folder: $ACCORDING_HOME names the folder of the compiled gazetteer" in err

    def full(*_: object) -> object:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setenv("ACCORDING_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("according.resolve.gazetteer_build.read_sources", full)
    code, _, err = run("ingest", good.name)
    assert (code, len(err.splitlines())) == (2, 1)
    assert (
        f"the gazetteer could not be written to {tmp_path / 'home' / 'gazetteer.sqlite'}: database or disk is full"
        in err
    )
    assert not list((tmp_path / "home").iterdir())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"my notes\n", "notes.tsv, line 1: the header names no column 'id'"),
        (b"\xff\xfe\xfd", "notes.tsv, line 1: not UTF-8"),
    ],
)
def test_a_registry_that_is_none_is_no_fault_of_accordings(
    run: Run, tmp_path: Path, good: Path, data: bytes, message: str
) -> None:
    (tmp_path / "notes.tsv").write_bytes(data)
    code, _, err = run("read", good.name, "--registry", "notes.tsv")
    assert code == 2
    assert message in err
    assert "unexpected fault" not in err


def test_nothing_asks_the_network(run: Run, good: Path, furnished: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused, raising=False)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    assert run("ingest", good.name)[0] == 0
    for looking in (("incidents",), ("claims",), ("sources",), ("problems",), ("rebuild",), ("export", "geojson")):
        assert run(*looking)[0] == 0


def test_ctrl_c_stops_ingest_and_the_next_run_goes_on(run: Run, tmp_path: Path, furnished: Parts) -> None:
    reports = 400
    lines = [json.dumps({"id": f"r-{n}", "text": TEXT.replace("Two", str(n + 2))}) for n in range(reports)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines) + "\n")
    with subprocess.Popen(command("ingest", "many.jsonl"), cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        wait_for(lambda: 0 < stored(tmp_path) < reports, process)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.splitlines() == [
        "stopped: the reports stored so far are whole; run the same command again to go on from there"
    ]
    kept = stored(tmp_path)
    assert 0 < kept < reports
    assert run("ingest", "many.jsonl")[2] == f"{reports - kept} reports added, {kept} already known, no problems\n"


def test_ctrl_c_stops_serve_without_a_word(run: Run, tmp_path: Path, good: Path, furnished: Parts) -> None:
    run("ingest", good.name)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serving = command("serve", "--port", str(port))
    with subprocess.Popen(serving, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert f"http://127.0.0.1:{port}" in process.stdout.readline()
        other = subprocess.run(serving, cwd=tmp_path, capture_output=True, text=True, check=False)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert (other.returncode, other.stdout) == (2, "")
    assert f"port {port} of 127.0.0.1 cannot be used" in other.stderr
    assert "choose another with --port" in other.stderr


def stored(folder: Path) -> int:
    """Reports in the ledger there so far."""
    try:
        with sqlite3.connect(f"file:{folder / 'according.db'}?mode=ro", uri=True) as database:
            return int(database.execute("SELECT count(*) FROM reports").fetchone()[0])
    except sqlite3.Error:
        return 0


def wait_for(done: object, process: subprocess.Popen[str], patience: float = 240.0) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until and process.poll() is None:
        if done():  # type: ignore[operator]
            return
        time.sleep(0.02)
    raise AssertionError("it ended, or hung, before there was anything to stop")
