"""A ledger in one SQLite file: write-ahead log, foreign keys, migrations at opening."""

from __future__ import annotations

import os
import sqlite3
import weakref
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.exc import DBAPIError

from according.ledger.errors import LedgerError
from according.ledger.schema import REVISION, revision
from according.ledger.store import WRITING, SqlLedger

PATIENCE = 10.0
"""Seconds that a writer waits for another one."""
APPLICATION_ID = 0x41636364
"""What SQLite's header calls a ledger ("Accd"): tells it from other programs' databases."""

_HEADER = b"SQLite format 3\0"
MIGRATIONS = Path(__file__).parent / "migrations"


def open_ledger(path: Path | str, patience: float = PATIENCE) -> SqlLedger:
    """Opens a ledger, makes it where there is none, and brings its tables up to date. Raises LedgerError.

    One that lies where nobody may write (an archive, a mounted image) can still be read.
    """
    path = Path(path)
    if path.is_dir():
        raise LedgerError(f"{path}: this is a folder. Give a file such as {path / 'according.db'} with --ledger")
    if path.exists() and not path.is_file():
        raise LedgerError(f"{path}: this is no regular file. Give another with --ledger")
    if not path.parent.is_dir():
        raise LedgerError(f"{path}: there is no folder {path.parent}. Make it first, or give another with --ledger")
    if not _is_database(path):
        raise LedgerError(f"{path}: {_MEANINGS[sqlite3.SQLITE_NOTADB]}")
    engine = _engine(path, patience) if _is_writable(path) else _reading_engine(path)
    try:
        with engine.connect() as connection:
            current = _revision(connection, path) == REVISION
        if not current:
            _migrate(engine, path)
    except LedgerError:
        engine.dispose()
        raise
    except DBAPIError as error:
        engine.dispose()
        raise explain(error, path) from error
    ledger = SqlLedger(engine, lambda error: explain(error, path), lambda engine: _scrub(engine, path))
    # Closing empties the write-ahead log into the file, so that whoever copies the file alone has everything.
    weakref.finalize(ledger, engine.dispose)
    return ledger


def _scrub(engine: Engine, path: Path) -> None:
    """Writes the file anew without its free pages, and empties the log beside it. Raises LedgerError."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        try:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            cursor.close()
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0)
        words = _MEANINGS.get(code & 0xFF, str(error))
        raise LedgerError(f"{path}: {words}") from error
    finally:
        connection.close()


def explain(error: DBAPIError, path: Path) -> LedgerError:
    """What SQLite's error means for a person."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    # The low byte of SQLite's extended codes is the kind of error.
    words = _MEANINGS.get(code & 0xFF) if isinstance(code, int) else None
    return LedgerError(f"{path}: {words or f'the ledger could not be used ({error.orig})'}")


_CANNOT_WRITE = "the ledger cannot be written there. Check the permissions of the file and its folder, or give another with --ledger"
_BUSY = "another program is writing to this ledger. Wait for it to finish and run again"
_MEANINGS = {
    sqlite3.SQLITE_FULL: "the disk is full. What was stored before is safe: free some space and run again",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written. Check it, and that it is not full, and run again",
    sqlite3.SQLITE_READONLY: _CANNOT_WRITE,
    sqlite3.SQLITE_CANTOPEN: _CANNOT_WRITE,
    sqlite3.SQLITE_PERM: _CANNOT_WRITE,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_NOTADB: "this file is no ledger. Give another with --ledger",
    sqlite3.SQLITE_CORRUPT: (
        "this ledger is damaged. Put back a copy of it, or ingest the files that it was made from into a new one"
    ),
}


def _is_database(path: Path) -> bool:
    """Whether the file may be made a ledger. SQLite itself takes any file of a few bytes for an empty database."""
    try:
        with path.open("rb") as file:
            return file.read(len(_HEADER)) in (b"", _HEADER)
    except FileNotFoundError:
        return True


def _is_writable(path: Path) -> bool:
    """False for a ledger that was closed and lies where it cannot be written."""
    log = path.with_name(f"{path.name}-wal")
    left_open = log.exists() and log.stat().st_size > 0
    return not path.exists() or left_open or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _engine(path: Path, patience: float) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path.absolute())), connect_args={"timeout": patience})
    _tune(engine, "journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON")
    return engine


def _reading_engine(path: Path) -> Engine:
    # "immutable": SQLite would have to write a file beside it otherwise, to share it with writers that cannot be.
    only_reading = {"mode": "ro", "immutable": "1", "uri": "true"}
    engine = create_engine(URL.create("sqlite", database=path.absolute().as_uri(), query=only_reading))
    _tune(engine)
    return engine


def _tune(engine: Engine, *settings: str) -> None:
    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        # SQLAlchemy says when a transaction begins; left to itself the driver begins only before the first write.
        connection.isolation_level = None
        for setting in settings:
            connection.execute(f"PRAGMA {setting}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _revision(connection: Connection, path: Path) -> str | None:
    """Which migration the file stands at; None = it is empty. Raises LedgerError when it is another program's."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID:
        return connection.execute(select(revision.c.version_num)).scalar()
    if inspect(connection).get_table_names():
        raise LedgerError(f"{path}: this is another program's database. Give another with --ledger")
    return None


def _migrate(engine: Engine, path: Path) -> None:
    """Alembic is loaded only when there is something to migrate: opening a ledger is quick."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        # Another process may have been faster.
        found = _revision(connection, path)
        if found is not None and found not in {
            s.revision for s in ScriptDirectory.from_config(config).walk_revisions()
        }:
            raise LedgerError(f"{path}: a newer version of According made this ledger. Update According to open it")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
