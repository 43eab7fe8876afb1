"""A ledger in a SQLite file: opening, migrating, and every way in which the file may be unusable."""

from __future__ import annotations

import gc
import multiprocessing
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from according.domain.protocols import IncidentQuery
from according.ledger import schema, sqlite
from according.ledger.errors import LedgerError
from according.ledger.sqlite import MIGRATIONS, open_ledger
from according.ledger.store import SqlLedger
from tests.contracts.values import incident, read, report


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "according.db"


def setting(ledger: SqlLedger, name: str) -> object:
    with ledger._engine.connect() as connection:
        found = connection.exec_driver_sql(f"PRAGMA {name}")
        return found.scalar() if found.returns_rows else None


def test_the_migrations_end_where_the_tables_say() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.REVISION


def test_migrating_makes_the_tables_of_the_schema(path: Path) -> None:
    ledger = open_ledger(path)
    with ledger._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []


def test_incidents_of_an_older_ledger_come_into_the_outlines(path: Path) -> None:
    ledger = open_ledger(path)
    bare = incident(report(1), date=None, place="حاس", where=None, killed=None)
    for of in (report(0), report(1)):
        ledger.add(of, None)
    ledger.set_incidents([incident(report(0)), bare], [])
    before = ledger.incidents(IncidentQuery()), ledger.outlines(IncidentQuery())
    ledger.close()
    with sqlite3.connect(path) as older:
        older.execute("DROP TABLE redactions")
        older.execute("DROP INDEX incidents_by_point")
        for column in ("lat", "lon", "outline"):
            older.execute(f"ALTER TABLE incidents DROP COLUMN {column}")
        older.execute("UPDATE alembic_version SET version_num = '0001'")
    newer = open_ledger(path)
    assert (newer.incidents(IncidentQuery()), newer.outlines(IncidentQuery())) == before
    assert [one.id for one in newer.outlines(IncidentQuery(placed=True))] == [incident(report(0)).id]


def test_settings_that_keep_it_whole(path: Path) -> None:
    ledger = open_ledger(path)
    assert setting(ledger, "journal_mode") == "wal"
    assert setting(ledger, "foreign_keys") == 1
    assert setting(ledger, "application_id") == sqlite.APPLICATION_ID


def test_opening_again_migrates_nothing_and_loads_no_alembic(path: Path) -> None:
    ledger = open_ledger(path)
    ledger.add(report(), read(report()))
    ledger.close()
    before = path.read_bytes()
    code = "import sys; from according.ledger.sqlite import open_ledger; print(open_ledger(sys.argv[1]).has(sys.argv[2]), 'alembic' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code, path, report().id], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["True", "False"]
    assert path.read_bytes() == before


def test_the_file_alone_holds_everything_once_it_is_closed(path: Path, tmp_path: Path) -> None:
    ledger = open_ledger(path)
    ledger.add(report(), read(report()))
    del ledger
    gc.collect()
    copy = shutil.copy(path, tmp_path / "copy.db")
    assert open_ledger(copy).current(report().id) == read(report())


@pytest.mark.parametrize("name", ["a b%20%c.db", "a?mode=ro#x.db", "قصف.db", ":memory:", "file:x.db", "100%.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_ledger(Path(name)).close()
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_it_migrates_from_a_folder_of_any_name(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "MIGRATIONS", shutil.copytree(MIGRATIONS, tmp_path / "100%(x)s"))
    assert open_ledger(path).changes() == 0


def test_many_may_make_it_at_once(path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert pool.map(changes, [path] * 4) == [0] * 4


def changes(path: Path) -> int:
    return open_ledger(path).changes()


class TestUnusable:
    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(LedgerError, match=r"this is a folder. Give a file such as .*according\.db"):
            open_ledger(tmp_path)

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(LedgerError, match=r"there is no folder .*none\. Make it first"):
            open_ledger(tmp_path / "none" / "according.db")

    def test_a_file_as_folder(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x")
        with pytest.raises(LedgerError, match="there is no folder"):
            open_ledger(tmp_path / "file" / "according.db")

    def test_no_regular_file(self) -> None:
        with pytest.raises(LedgerError, match="no regular file"):
            open_ledger("/dev/null")

    @pytest.mark.parametrize("data", [b"x", b"reports, not a ledger\n" * 500, bytes(range(256)) * 64])
    def test_a_file_that_is_no_database(self, path: Path, data: bytes) -> None:
        path.write_bytes(data)
        with pytest.raises(LedgerError, match="no ledger"):
            open_ledger(path)
        assert path.read_bytes() == data
        assert [p.name for p in path.parent.iterdir()] == [path.name]

    def test_another_programs_database(self, path: Path) -> None:
        with sqlite3.connect(path) as other:
            other.execute("create table recipes (name text)")
        with pytest.raises(LedgerError, match="another program's database"):
            open_ledger(path)
        assert sqlite3.connect(path).execute("select name from sqlite_master").fetchall() == [("recipes",)]

    def test_one_that_a_newer_version_made(self, path: Path) -> None:
        ledger = open_ledger(path)
        ledger.add(report(), None)
        ledger.close()
        with sqlite3.connect(path) as newer:
            newer.execute("update alembic_version set version_num = '9999'")
        before = path.read_bytes()
        with pytest.raises(LedgerError, match=r"newer version of According made this ledger. Update"):
            open_ledger(path)
        assert path.read_bytes() == before

    def test_a_damaged_one(self, path: Path) -> None:
        ledger = open_ledger(path)
        for n in range(50):
            ledger.add(report(n), read(report(n)))
        ledger.close()
        data = bytearray(path.read_bytes())
        data[4096:] = b"\xff" * (len(data) - 4096)
        path.write_bytes(data)
        with pytest.raises(LedgerError, match="damaged"):
            list(open_ledger(path).reports())

    @pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write to")
    def test_a_folder_that_nobody_can_write_to(self) -> None:
        with pytest.raises(LedgerError, match=r"cannot be written there. Check the permissions"):
            open_ledger("/proc/according.db")

    def test_a_ledger_that_cannot_be_written(self, path: Path) -> None:
        ledger = open_ledger(path)
        ledger.add(report(0), read(report(0)))
        setting(ledger, "query_only=ON")
        with pytest.raises(LedgerError, match="cannot be written there"):
            ledger.add(report(1), read(report(1)))
        assert ledger.current(report(0).id) == read(report(0))

    @pytest.mark.parametrize("name", ["according.db", "a b%20?c#.db"])
    def test_one_that_lies_where_nobody_may_write_can_be_read(
        self, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / name
        writer = open_ledger(path)
        writer.add(report(0), read(report(0)))
        writer.close()
        before = path.read_bytes()
        # Permissions do not bind root, under whom tests may run.
        monkeypatch.setattr(sqlite.os, "access", lambda where, mode: where != tmp_path)
        ledger = open_ledger(path)
        assert ledger.current(report(0).id) == read(report(0))
        with pytest.raises(LedgerError, match="cannot be written there"):
            ledger.add(report(1), None)
        ledger.close()
        assert path.read_bytes() == before
        assert list(tmp_path.iterdir()) == [path]

    def test_a_full_disk(self, path: Path) -> None:
        ledger = open_ledger(path)
        ledger.add(report(0), read(report(0)))
        setting(ledger, f"max_page_count={setting(ledger, 'page_count')}")
        big = report(1, text=report().text + "x" * 100_000)
        with pytest.raises(LedgerError, match=r"the disk is full. What was stored before is safe"):
            ledger.add(big, read(big))
        assert not ledger.has(big.id)
        assert ledger.current(report(0).id) == read(report(0))
        setting(ledger, "max_page_count=1000000")
        assert ledger.add(big, read(big)) is True
        assert ledger.current(big.id) == read(big)


class TestAnotherWriter:
    def test_it_is_waited_for(self, path: Path) -> None:
        ledger = open_ledger(path, patience=30)
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("begin immediate")
        since = time.monotonic()
        threading.Timer(0.5, other.execute, ["commit"]).start()
        assert ledger.add(report(), read(report())) is True
        assert time.monotonic() - since >= 0.5

    def test_one_that_does_not_end_is_told(self, path: Path) -> None:
        ledger = open_ledger(path, patience=0.1)
        ledger.add(report(0), None)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("begin immediate")
        with pytest.raises(LedgerError, match=r"another program is writing to this ledger. Wait"):
            ledger.add(report(1), None)
        assert ledger.has(report(0).id), "looking goes on"
        other.execute("rollback")
        assert ledger.add(report(1), None) is True
