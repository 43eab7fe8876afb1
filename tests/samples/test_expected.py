"""The reader's scores on samples/expected.jsonl, written from the texts by the codebook, stay above their floors."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from according.app import wiring
from according.app.reading import read_captures
from according.app.settings import Settings
from according.domain.report import Capture
from according.export.lines import json_line
from according.export.reading_line import reading_line
from bench.scoring import LABELS, score

SAMPLES = Path(__file__).parents[2] / "samples"
EXPECTED = SAMPLES / "expected.jsonl"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


def expected() -> list[dict[str, Any]]:
    return [json.loads(line) for line in EXPECTED.read_text(encoding="utf-8").split("\n") if line.strip()]


@pytest.fixture(scope="module")
def captures() -> dict[str, Capture]:
    found = wiring.collect(SAMPLES / "reports")
    return {item.given_id: item for item in found if isinstance(item, Capture)}


@pytest.fixture(scope="module")
def scores(captures: dict[str, Capture]) -> dict[str, float]:
    """F1 by level, of all expected reports together."""
    wanted = expected()
    parts = wiring.parts(Settings.of({}, registry=[SAMPLES / "actors.tsv"]))
    read = {}
    for done in read_captures((captures[report["id"]] for report in wanted), parts):
        assert done.report is not None
        given = done.capture.given_id
        read[given] = json.loads(json_line(reading_line(given, done.report, done.read)))
    return {f"{level} F1": tally.f1 for level, tally in score(wanted, read).items()}


def test_the_floors_belong_to_this_gold() -> None:
    """A changed gold needs its floors measured again."""
    assert hashlib.sha256(EXPECTED.read_bytes()).hexdigest() == FLOORS["gold"]


def test_every_anchor_stands_in_its_report(captures: dict[str, Capture]) -> None:
    claims = [(report["id"], claim) for report in expected() for part in LABELS for claim in report[part]]
    assert len(claims) > 100
    for given, claim in claims:
        assert captures[given].text.startswith(claim["anchor"], claim["start"]), (given, claim["anchor"])


@pytest.mark.parametrize("level", sorted(FLOORS["floors"]))
def test_the_reader_stays_above_its_floor(scores: dict[str, float], level: str) -> None:
    assert scores[level] >= FLOORS["floors"][level]


def test_every_level_has_a_floor(scores: dict[str, float]) -> None:
    assert set(scores) == set(FLOORS["floors"])
