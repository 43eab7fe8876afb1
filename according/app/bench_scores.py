"""The values that a benchmark folder's scorers give, each with a 95 % interval by bootstrap over the reports.

score_claims.py counts claims report by report: its counts are resampled. score.py prints one value a line: it is run again
over records drawn with replacement, a record that is drawn twice as two records.
"""

from __future__ import annotations

import importlib.util
import io
import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

Row = dict[str, Any]
RESAMPLES = 1000
RECORD_RESAMPLES = 200
SEED = 20180909
LEVELS = {"figures": ("found", "strict", "claim"), "events": ("found", "claim")}


class BenchError(Exception):
    """The folder does not hold what is asked of it; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Value:
    """A share between 0 and 1 with its 95 % bootstrap interval by report; both ends None where none is computed."""

    value: float
    low: float | None = None
    high: float | None = None


def load(path: Path) -> ModuleType:
    """A scorer of the folder as a module; its neighbours can be imported by it. Raises BenchError when it is no Python file."""
    spec = importlib.util.spec_from_file_location(f"according_bench_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise BenchError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    sys.path.insert(0, str(path.parent))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = written
        sys.path.remove(str(path.parent))
    return module


def claim_values(
    scorer: ModuleType, gold: Mapping[str, Row], predicted: Mapping[str, Row]
) -> tuple[dict[str, Value], list[str]]:
    """ "figures found F1", "... P", "... R", "figures place" (right of those found), and the scorer's lines of errors."""
    whole, errors = scorer.score(gold, predicted)
    alone = [scorer.score({doc: gold[doc]}, {doc: predicted[doc]} if doc in predicted else {})[0] for doc in gold]
    values: dict[str, Value] = {}
    for part, levels in LEVELS.items():
        for level in levels:
            counts = [_counts(result[part], level) for result in alone]
            found = whole[part][level]
            values[f"{part} {level} P"] = Value(found["p"])
            values[f"{part} {level} R"] = Value(found["r"])
            values[f"{part} {level} F1"] = Value(found["f1"], *interval(counts))
        for field, share in whole[part]["fields"].items():
            pairs = [_right_of_found(result[part], field) for result in alone]
            values[f"{part} {field}"] = Value(share, *interval(pairs))
    return values, errors


def _counts(part: Mapping[str, Any], level: str) -> tuple[int, int]:
    """Twice the right claims of one report, and the claims read and in the gold: their sums give F1."""
    return 2 * round(part[level]["p"] * part["predicted"]), part["predicted"] + part["gold"]


def _right_of_found(part: Mapping[str, Any], field: str) -> tuple[int, int]:
    found = round(part["found"]["p"] * part["predicted"])
    return round(part["fields"][field] * found), found


def interval(counts: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """The middle 95 % of sum over sum, in resamples of the reports drawn with replacement and a fixed seed."""
    draw = random.Random(SEED)  # noqa: S311 - no secret
    shares = []
    for _ in range(RESAMPLES):
        sample = draw.choices(counts, k=len(counts))
        size = sum(c[1] for c in sample)
        shares.append(sum(c[0] for c in sample) / size if size else 0.0)
    return _middle(shares)


def record_values(scorer: ModuleType, kind: str, gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, Value]:
    """What score.py prints for a set whose records are read one by one, in its order."""
    values = dict(printed(scorer, kind, gold, predicted))
    by_id = {str(row["id"]): row for row in predicted}
    draw = random.Random(SEED)  # noqa: S311 - no secret
    drawn: dict[str, list[float]] = defaultdict(list)
    for _ in range(RECORD_RESAMPLES):
        own, read = [], []
        for n, row in enumerate(draw.choices(gold, k=len(gold))):
            given, name = str(row["id"]), f"{row['id']}#{n}"
            own.append(row | {"id": name})
            if given in by_id:
                read.append(by_id[given] | {"id": name})
        for name, value in printed(scorer, kind, own, read):
            drawn[plain(name)].append(value)
    return {
        name: Value(value, *_middle(found)) if 0 <= value <= 1 and (found := drawn.get(plain(name))) else Value(value)
        for name, value in values.items()
    }


def printed(
    scorer: ModuleType, kind: str, gold: Sequence[Row], predicted: Sequence[Row]
) -> Iterator[tuple[str, float]]:
    """(name, value) of each line that a command of score.py prints for these rows."""
    files = {"gold": gold, "predicted": predicted}
    scorer.rows = lambda name: [dict(row) for row in files[name]]  # type: ignore[attr-defined]
    out = io.StringIO()
    command: Callable[[str, str], None] = getattr(scorer, kind)
    with redirect_stdout(out):
        command("gold", "predicted")
    yield from parsed(out.getvalue().splitlines())


def parsed(lines: Iterable[str]) -> Iterator[tuple[str, float]]:
    """(name, value) of the lines that end in a number."""
    for line in lines:
        name, _, value = line.rstrip().rpartition(" ")
        try:
            yield name.strip(), float(value)
        except ValueError:
            continue


def plain(name: str) -> str:
    """The name without how many records it is of, which differs between resamples: "children (n=67)"."""
    head, _, tail = name.partition(" (n=")
    return (head + tail.partition(")")[2]).strip()


def _middle(values: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(values)
    return ordered[int(len(ordered) * 0.025)], ordered[max(0, int(len(ordered) * 0.975) - 1)]


def read_rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
