"""A ledger in a file of its own and furnished rooms, for the tests of the use cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from according.app.parts import Parts
from according.ledger.sqlite import open_ledger
from according.ledger.store import SqlLedger
from tests.app.rooms import Rooms, furnish


@pytest.fixture
def ledger(tmp_path: Path) -> SqlLedger:
    return open_ledger(tmp_path / "according.db")


@pytest.fixture
def furnished(monkeypatch: pytest.MonkeyPatch) -> tuple[Parts, Rooms]:
    return furnish(monkeypatch)


@pytest.fixture
def parts(furnished: tuple[Parts, Rooms]) -> Parts:
    return furnished[0]


@pytest.fixture
def rooms(furnished: tuple[Parts, Rooms]) -> Rooms:
    return furnished[1]
