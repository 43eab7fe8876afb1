"""A ledger in one SQLite file: write-ahead log, foreign keys, migrations at opening, full text of the reports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import create_engine, event
from sqlalchemy.exc import DatabaseError

from according.ledger.errors import LedgerError
from according.ledger.store import SqlLedger, explained

PATIENCE = 10
"""Seconds that a writer waits for another one."""


def open_ledger(path: Path | str) -> SqlLedger:
    """Opens a ledger, makes it where there is none, and brings its tables up to date. Raises LedgerError."""
    path = Path(path)
    if path.is_dir():
        raise LedgerError(f"{path}: this is a folder. Give a file such as {path / 'according.db'} with --ledger")
    if not path.parent.exists():
        raise LedgerError(
            f"{path}: there is no folder {path.parent}. Make it first, or give another place with --ledger"
        )
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _prepare)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            _check(config, connection, path)
            command.upgrade(config, "head")
    except DatabaseError as error:
        engine.dispose()
        raise explained(error, str(path)) from error
    except CommandError as error:
        engine.dispose()
        raise LedgerError(
            f"{path}: this ledger was made by a newer version of According. Update According to open it"
        ) from error
    return SqlLedger(engine, str(path))


def _check(config: Config, connection: Any, path: Path) -> None:
    """A ledger that a newer version made is left alone."""
    from alembic.runtime.migration import MigrationContext

    current = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if current is not None and current not in known:
        raise CommandError(f"unknown revision {current}")


def _prepare(connection: Any, record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()
