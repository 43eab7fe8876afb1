"""The reader's scores on samples/expected.jsonl, written from the texts by the codebook, stay above their floors."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import pytest

from according.app import wiring
from according.app.parts import Parts
from according.app.reading import read_captures
from according.domain.report import Capture
from according.export.lines import json_line
from according.export.reading_line import reading_line
from bench.scoring import LABELS, score
from tests.samples.expected import EXPECTED, FLOORS, lines

Scores = Callable[[str], dict[str, float]]


@pytest.fixture(scope="module")
def scores(captures: dict[str, Capture], parts: Parts) -> Scores:
    """F1 by level, of all expected reports of a language together."""

    def scores(lang: str) -> dict[str, float]:
        wanted = [line for line in lines("figures") if captures[line["id"]].lang in (lang, None)]
        read = {}
        for done in read_captures((captures[line["id"]] for line in wanted), parts):
            assert done.report is not None
            given = done.capture.given_id
            if done.report.lang == lang:
                read[given] = json.loads(json_line(reading_line(given, done.report, done.read)))
        return {f"{level} F1": tally.f1 for level, tally in score((w for w in wanted if w["id"] in read), read).items()}

    return scores


def test_the_floors_belong_to_this_gold() -> None:
    """A changed gold needs its floors measured again."""
    assert hashlib.sha256(EXPECTED.read_bytes()).hexdigest() == FLOORS["gold"]


def test_every_report_is_expected(captures: dict[str, Capture]) -> None:
    assert sorted(captures) == sorted(line["id"] for line in lines("figures"))


def test_every_anchor_stands_in_its_report(captures: dict[str, Capture]) -> None:
    claims = [(report["id"], claim) for report in lines("figures") for part in LABELS for claim in report[part]]
    assert len(claims) > 150
    for given, claim in claims:
        assert captures[given].text.startswith(claim["anchor"], claim["start"]), (given, claim["anchor"])


@pytest.mark.parametrize("lang", sorted(FLOORS["floors"]))
def test_the_reader_stays_above_its_floors(scores: Scores, lang: str) -> None:
    if lang not in wiring.readers():
        pytest.skip(f"no reader of {lang!r} yet: what it should read is written down")
    reached, floors = scores(lang), FLOORS["floors"][lang]
    assert set(reached) == set(floors)
    low = {level: f"{reached[level]:.3f}, floor {floors[level]}" for level in floors if reached[level] < floors[level]}
    assert not low
