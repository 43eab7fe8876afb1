"""What the shipped samples give, read once for all tests of this folder."""

from __future__ import annotations

import pytest

from according.app import wiring
from according.app.link import Linked, link_captures
from according.app.parts import Parts
from according.app.settings import Settings
from according.domain.problem import Problem
from according.domain.report import Capture
from tests.samples.expected import SAMPLES


@pytest.fixture(scope="session")
def collected() -> list[Capture | Problem]:
    return list(wiring.collect(SAMPLES / "reports"))


@pytest.fixture(scope="session")
def captures(collected: list[Capture | Problem]) -> dict[str, Capture]:
    """By the id that each came with."""
    return {item.given_id: item for item in collected if isinstance(item, Capture)}


@pytest.fixture(scope="session")
def parts() -> Parts:
    return wiring.parts(Settings.of({}, registry=[SAMPLES / "actors.tsv"]))


@pytest.fixture(scope="session")
def linked(captures: dict[str, Capture], parts: Parts) -> Linked:
    return link_captures(captures.values(), parts)
