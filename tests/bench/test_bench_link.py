"""Intervals and errors of linking: drawn by incident, copies of an incident never meet, errors say what differs."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from according.app import bench_link
from according.app.bench_link import name_of
from according.app.bench_scores import load

SCORER = """
def show(name, value):
    print(f"{name:40s} {value:.3f}")

def groups(gold_path, predicted_path):
    gold, predicted = rows(gold_path), [set(r["id"] for r in p["reports"]) for p in rows(predicted_path)]
    show(f"found (n={len(gold)})", sum(set(g["reports"]) in predicted for g in gold) / len(gold))

def incidents(gold_path, reports_path, predicted_path):
    single = {r["id"]: r["incident_ids"][0] for r in rows(reports_path)}
    mixed = [{single[r["id"]] for r in p["reports"]} for p in rows(predicted_path)]
    show("pure", sum(len(m) == 1 for m in mixed) / len(mixed))
    show("reports scored", len(single))

def rows(path):
    raise NotImplementedError
"""


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def planned(n: int, **more: Any) -> dict[str, Any]:
    row = {"id": f"g{n}-i1", "group": f"g{n}", "reports": [f"g{n}-r1", f"g{n}-r2"], "grade": "Fair", "disputes": []}
    row["origins"] = [{"name": "Monitor", "reports": [f"g{n}-r1", f"g{n}-r2"]}]
    return row | {"killed": {"low": 4, "high": 4, "best": 4, "open": False}} | more


def came_out(n: int, *reports: str, **more: Any) -> dict[str, Any]:
    found = planned(n, reports=[{"id": report, "claims": 1} for report in reports])
    return found | {"id": f"p{n}", "origins": [{"name": "Monitor", "reports": list(reports)}]} | more


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "score.py").write_text(SCORER)
    return tmp_path


def test_the_interval_is_about_how_much_the_stories_differ(folder: Path) -> None:
    gold = write(folder / "gold", [planned(n) for n in range(12)])
    rows = [came_out(n, f"g{n}-r1", *([f"g{n}-r2"] if n % 2 else [])) for n in range(12)]
    half, whole = (
        write(folder / "half", rows),
        write(folder / "whole", [came_out(n, f"g{n}-r1", f"g{n}-r2") for n in range(12)]),
    )
    down, up = bench_link.intervals(load, folder, "groups", gold, gold, half)["found"]
    assert -0.5 < down < -0.1 and 0.1 < up < 0.5
    assert bench_link.intervals(load, folder, "groups", gold, gold, whole)["found"] == (0.0, 0.0)


def test_an_incident_that_is_drawn_twice_is_not_taken_for_itself(folder: Path) -> None:
    names = [f"i{n}" for n in range(6)]
    gold = write(folder / "gold", [{"id": name} for name in names])
    docs = write(folder / "docs", [{"id": f"{name}-r{n}", "incident_ids": [name]} for name in names for n in (1, 2)])
    predicted = write(folder / "out", [{"id": n, "reports": [{"id": f"{n}-r1"}, {"id": f"{n}-r2"}]} for n in names])
    found = bench_link.intervals(load, folder, "incidents", gold, docs, predicted)
    assert found == {"pure": (0.0, 0.0)}, "sizes have no interval"


def test_what_is_drawn_keeps_every_report_once(folder: Path) -> None:
    files = {"gold": [planned(n) for n in range(5)], "predicted": [came_out(n, f"g{n}-r1") for n in range(5)]}
    drawn = bench_link._groups(files, random.Random(4))
    reports = [report["id"] for row in drawn["predicted"] for report in row["reports"]]
    assert len(drawn["gold"]) == len(reports) == len(set(reports)) == 5
    assert {report.partition("#")[0] for report in reports} == {
        row["reports"][0].partition("#")[0] for row in drawn["gold"]
    }


def test_a_value_is_known_without_its_size() -> None:
    assert name_of("grade right (n=35)") == name_of("grade right (n=31)") == "grade right"


def test_errors_name_what_differs_and_nothing_else(folder: Path) -> None:
    gold = write(folder / "gold", [planned(n) for n in range(4)])
    predicted = [
        came_out(0, "g0-r1", "g0-r2"),
        came_out(1, "g1-r1"),
        came_out(1, "g1-r2", id="other"),
        came_out(2, "g2-r1", "g2-r2", grade="Weak", killed=None, disputes=[{"kind": "toll"}]),
    ]
    lines = list(bench_link.errors(gold, write(folder / "out", predicted)))
    assert [line.partition(":")[0] for line in lines] == ["g1-i1", "g2-i1", "g3-i1"]
    assert "came out as [['g1-r1'], ['g1-r2']]" in lines[0]
    assert all(word in lines[1] for word in ("killed", "grade Fair, came out Weak", "disputes [], came out ['toll']"))
    assert "nothing" in lines[2]
