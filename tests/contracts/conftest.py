"""The adapters that must keep the contracts. A new one is a function here and a word in the tests' parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from according.domain.protocols import Ledger
from according.ledger.sqlite import open_ledger

Opener = Callable[[], Ledger]


def sqlite(folder: Path) -> Ledger:
    return open_ledger(folder / "according.db")


OPENERS: Mapping[str, Callable[[Path], Ledger]] = {"sqlite": sqlite}


@pytest.fixture
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger of the kind that the test's parameter names."""
    opened = OPENERS[request.param](tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def opener(request: pytest.FixtureRequest, ledger: Ledger, tmp_path: Path) -> Opener:
    """Opens the test's ledger once more, as another program would."""
    kind = request.node.callspec.params["ledger"]
    return lambda: OPENERS[kind](tmp_path)
