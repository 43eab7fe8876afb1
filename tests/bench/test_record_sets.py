"""Sets whose records are scored one by one: intervals by record, and lines that say what went wrong."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from according.app.bench_errors import errors_of
from according.app.bench_scores import plain, record_values

Row = dict[str, Any]


def scorer() -> ModuleType:
    """A scorer as a benchmark folder brings it: prints the share of records whose answer is right."""
    module = ModuleType("score")

    def tolls(gold_path: str, predicted_path: str) -> None:
        predicted = {row["id"]: row for row in module.rows(predicted_path)}
        hits = [predicted.get(row["id"], {}).get("answer") == row["answer"] for row in module.rows(gold_path)]
        print(f"{f'right (n={len(hits)})':42s} {sum(hits) / len(hits):.3f}")
        print(f"{'records':42s} {len(hits)}")

    module.tolls = tolls  # type: ignore[attr-defined]
    return module


def test_values_have_an_interval_by_record_and_counts_have_none() -> None:
    gold = [{"id": str(n), "answer": n} for n in range(20)]
    predicted = [{"id": str(n), "answer": n if n % 2 else None} for n in range(20)]
    values = record_values(scorer(), "tolls", gold, predicted)
    right = values["right (n=20)"]
    assert right.value == 0.5
    assert right.low is not None
    assert right.high is not None
    assert right.low < 0.5 < right.high
    assert values["records"].value == 20
    assert values["records"].low is None


def test_a_record_that_was_not_read_counts_as_wrong() -> None:
    values = record_values(scorer(), "tolls", [{"id": "a", "answer": 1}, {"id": "b", "answer": 1}], [])
    assert values["right (n=2)"].value == 0


@pytest.mark.parametrize(
    ("name", "wanted"), [("children (n=67)", "children"), ("en macro f1 (n=3) total", "en macro f1 total"), ("x", "x")]
)
def test_names_of_values_without_how_many_records_they_are_of(name: str, wanted: str) -> None:
    assert plain(name) == wanted


def figure(measure: str, category: str, low: int | None) -> Row:
    return {"measure": measure, "category": category, "low": low, "high": None, "cumulative": False}


def test_errors_say_what_was_wanted_and_what_was_read_the_worst_record_first() -> None:
    gold = [
        {"id": "a", "gold": {"civilians_n": 4}},
        {"id": "b", "gold": {"civilians_n": 4, "children_n": 2}},
        {"id": "c", "gold": {"civilians_n": 4}},
    ]
    predicted = [
        {"id": "a", "figures": [figure("killed", "people", 5)]},
        {"id": "b", "figures": [figure("killed", "combatants", 4)]},
        {"id": "c", "figures": [figure("killed", "civilians", 4)]},
    ]
    assert errors_of("tolls", gold, predicted) == [
        "b civilians: wanted 4, largest read None",
        "b children: wanted 2, largest read None",
        "a civilians: wanted 4, largest read 5",
    ]


def test_other_kinds_of_sets_have_their_own_lines() -> None:
    assert errors_of("types", [{"id": "a", "gold": {"acled": "Attack"}}], [{"id": "a", "main_event": None}]) == [
        "a wanted Attack, read None"
    ]
    fact = {"quantity": "1,200", "unit": "People", "term": "Displaced"}
    assert errors_of("displacement", [{"id": "a", "gold": [fact]}], [{"id": "a", "figures": []}]) == [
        "a MISSED 1,200 People Displaced"
    ]
    claim = {"kind": "figure", "measure": "killed", "anchor": "two men", "start": 0, "modality": "denied"}
    read = {**figure("killed", "people", 2), "anchor": "two men", "start": 0, "modality": "asserted"}
    assert errors_of("modality", [{"id": "a", "claims": [claim]}], [{"id": "a", "figures": [read]}]) == [
        "a 'two men': wanted denied, read asserted"
    ]
    assert errors_of("places", [{"id": "a"}], []) == []
