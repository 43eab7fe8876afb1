"""The runner: gold never reaches the reader, unseen sets stay unseen, floors hold."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from according.app import bench as bench_app
from according.app.bench import INPUT_KEYS, SETS, bench, unseen
from according.app.bench_published import PUBLISHED, published
from according.app.bench_scores import BenchError, interval

FLOORS = Path(__file__).parents[2] / "bench" / "floors.json"

SCORER = """
import json

def read(path):
    return {d["id"]: d for d in map(json.loads, open(path, encoding="utf-8"))}

def score(gold, predicted):
    n = sum(len(d["figures"]) for d in gold.values())
    m = sum(len(d["figures"]) for d in predicted.values())
    prf = {"p": 1.0, "r": m / n if n else 0.0, "f1": 2 * m / (n + m) if n + m else 0.0}
    part = {"gold": n, "predicted": m, "found": prf, "strict": prf, "claim": prf, "fields": {"place": 1.0}}
    return {"figures": part, "events": part}, ["r1 MISSED a figure"]

def pair(gold, predicted, kind):
    return [(i, i) for i in range(min(len(gold), len(predicted)))]

FIGURE_TESTS = {"value": lambda g, p: True, "category": lambda g, p: True}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "score_claims.py").write_text(SCORER)
    for name in ("claims.en_dev", "claims.en_check"):
        docs = [
            {"id": f"r{n}", "text": "Invented sample: nothing.", "gold": [1], "incident_ids": ["x"]} for n in range(4)
        ]
        gold = [{"id": f"r{n}", "figures": [{}], "events": []} for n in range(4)]
        (tmp_path / f"{name}.docs.jsonl").write_text("".join(json.dumps(d) + "\n" for d in docs))
        (tmp_path / f"{name}.gold.jsonl").write_text("".join(json.dumps(d) + "\n" for d in gold))
    return tmp_path


@pytest.fixture
def half_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that finds one figure a report, in half of them."""

    def predict(docs: Path, predicted: Path, *_: object) -> int:
        rows = [json.loads(line) for line in docs.read_text().splitlines()]
        lines = [
            {"id": row["id"], "figures": [{"confidence": 0.9}] * (n % 2), "events": []} for n, row in enumerate(rows)
        ]
        predicted.write_text("".join(json.dumps(line) + "\n" for line in lines))
        return 0

    monkeypatch.setattr(bench_app, "predict", predict)


@pytest.mark.usefixtures("half_read")
def test_values_come_from_the_folders_scorer_with_an_interval_around_them(folder: Path) -> None:
    (score,) = bench(folder, ["claims.en_dev"], None)  # type: ignore[arg-type]
    value = score.values["figures found F1"]
    assert value.value == pytest.approx(2 * 2 / 6)
    assert value.low is not None
    assert value.high is not None
    assert value.low <= value.value <= value.high
    assert score.values["figures place"].value == 1.0
    (right,) = score.reliability
    assert (right.kind, right.claims, right.confidence, right.right) == ("figures", 2, 0.9, 1.0)
    assert score.values["confidence calibration error"].value == pytest.approx(0.1)
    assert len(score.gold) == 64


@pytest.mark.usefixtures("half_read")
def test_errors_of_a_set_kept_for_checking_are_never_given_out(folder: Path) -> None:
    dev, check = bench(folder, ["claims.en_dev", "claims.en_check"], None)  # type: ignore[arg-type]
    assert dev.errors
    assert check.errors == ()
    assert unseen("claims.ar_check")
    assert not unseen("modality.dev")


def test_only_the_input_keys_reach_the_reader(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[dict[str, object]] = []

    def collect(path: Path) -> list[object]:
        read.extend(json.loads(line) for line in path.read_text().splitlines())
        return []

    monkeypatch.setattr(bench_app.wiring, "collect", collect)
    list(bench(folder, ["claims.en_dev"], None))  # type: ignore[arg-type]
    assert len(read) == 4
    assert all(set(row) <= set(INPUT_KEYS) for row in read)


def test_a_folder_that_lacks_a_file_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match=r"claims\.en_dev\.docs\.jsonl"):
        list(bench(tmp_path, ["claims.en_dev"], None))  # type: ignore[arg-type]


def test_intervals_are_the_same_on_every_run_and_close_on_one_value() -> None:
    counts = [(6, 9), (0, 3), (14, 16), (2, 2)]
    assert interval(counts) == interval(counts)
    low, high = interval([(2, 2)] * 5)
    assert low == high == 1.0


def test_every_published_number_stands_beside_a_set_that_is_scored() -> None:
    sets = {name.removesuffix("_dev").removesuffix("_check") for name in SETS}
    assert {name for name, _ in PUBLISHED} <= sets
    assert published("claims.en_check", "figures found F1") == published("claims.en_dev", "figures found F1")
    assert published("claims.en_dev", "figures place") is None


@pytest.mark.skipif(not os.environ.get("ACCORDING_BENCH"), reason="SKIPPED FLOORS: $ACCORDING_BENCH names no folder")
def test_no_value_falls_below_its_floor() -> None:
    """A floor belongs to the gold it was measured on; lowering one needs a stated reason."""
    from according.app import wiring
    from according.app.settings import Settings

    floors = json.loads(FLOORS.read_text())
    folder = Path(os.environ["ACCORDING_BENCH"])
    below = []
    for score in bench(folder, list(floors), wiring.parts(Settings.of())):
        pinned = floors[score.name]
        assert score.gold == pinned["gold"], f"the gold of {score.name} is not the one that the floors were measured on"
        below += [
            f"{score.name} {name}: {score.values[name].value:.3f} > {ceiling}"
            for name, ceiling in pinned.get("ceilings", {}).items()
            if score.values[name].value > ceiling
        ]
        below += [
            f"{score.name} {name}: {score.values[name].value:.3f} < {floor}"
            for name, floor in pinned["floors"].items()
            if score.values[name].value < floor
        ]
    assert not below
