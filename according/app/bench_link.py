"""How sure the scores of linking are, and where linking goes wrong: bootstrap by incident, errors a planned incident.

The folder's scorer (score.py) is run again over incidents drawn with replacement; an incident that is drawn twice is two
incidents with reports of their own, in gold and prediction alike.
"""

from __future__ import annotations

import io
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any

Row = dict[str, Any]
Load = Callable[[Path], ModuleType]
RESAMPLES = 200
SEED = 20180909
SIZES = frozenset({"reports scored", "incidents with a prediction"})
"""What the scorers print that measures nothing."""
SAME = 0.6
"""Jaccard's, of the reports of a planned incident and of the likest that came out, from which on they are the same."""


def intervals(
    load: Load, folder: Path, kind: str, gold: Path, docs: Path, predicted: Path
) -> dict[str, tuple[float, float]]:
    """How far from its median the middle 95 % of every printed value reaches, down and up; `kind` is "groups" or "incidents".

    Only how they vary is taken from the resamples: a third of the incidents is missing in each, and with them some of what
    the others can be taken for.
    """
    sys.path.insert(0, str(folder))
    try:
        scorer = load(folder / "score.py")
    finally:
        sys.path.remove(str(folder))
    drawn = _groups if kind == "groups" else _incidents
    files = {"gold": _rows(gold), "docs": _rows(docs), "predicted": _rows(predicted)}
    values: dict[str, list[float]] = defaultdict(list)
    draw = random.Random(SEED)  # noqa: S311 - no secret
    for _ in range(RESAMPLES):
        for name, value in _printed(scorer, kind, drawn(files, draw)):
            values[name].append(value)
    return {name: _reach(sorted(found)) for name, found in values.items() if name not in SIZES}


def name_of(printed: str) -> str:
    """The name of a value without how many records it is of: "grade right" for "grade right (n=35)"."""
    return printed.partition(" (n=")[0].strip()


def _reach(ordered: Sequence[float]) -> tuple[float, float]:
    size = len(ordered)
    middle = ordered[size // 2]
    return ordered[int(size * 0.025)] - middle, ordered[int(size * 0.975) - 1] - middle


def _printed(scorer: ModuleType, kind: str, files: Mapping[str, list[Row]]) -> Iterator[tuple[str, float]]:
    scorer.rows = lambda name: files[name]  # type: ignore[attr-defined]
    names = ["gold", "predicted"] if kind == "groups" else ["gold", "docs", "predicted"]
    out = io.StringIO()
    with redirect_stdout(out):
        getattr(scorer, kind)(*names)
    for line in out.getvalue().splitlines():
        name, _, value = line.rstrip().rpartition(" ")
        try:
            yield name_of(name), float(value)
        except ValueError:
            continue


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


# --- drawing -------------------------------------------------------------------------------------------------------------


def _groups(files: Mapping[str, list[Row]], draw: random.Random) -> dict[str, list[Row]]:
    """Stories drawn with all their incidents."""
    stories: dict[str, list[Row]] = defaultdict(list)
    for row in files["gold"]:
        stories[row["group"]].append(row)
    names = sorted(stories)
    gold: list[Row] = []
    copies: list[set[str]] = []
    for name, n in _numbered(draw.choices(names, k=len(names))):
        own = {report for row in stories[name] for report in [*row["reports"], *row.get("outlook", [])]}
        _add(copies, n, own)
        gold += [_copy(row, n, own) for row in stories[name]]
    return {"gold": gold, "predicted": list(_predicted(files["predicted"], copies))}


def _incidents(files: Mapping[str, list[Row]], draw: random.Random) -> dict[str, list[Row]]:
    """Incidents drawn with the reports that tell of them alone."""
    told: dict[str, list[str]] = defaultdict(list)
    for row in files["docs"]:
        if len(row["incident_ids"]) == 1:
            told[row["incident_ids"][0]].append(row["id"])
    golds = {row["id"]: row for row in files["gold"] if row["id"] in told}
    names = sorted(golds)
    gold: list[Row] = []
    docs: list[Row] = []
    copies: list[set[str]] = []
    for name, n in _numbered(draw.choices(names, k=len(names))):
        new = f"{name}#{n}"
        _add(copies, n, set(told[name]))
        gold.append(golds[name] | {"id": new})
        docs += [{"id": f"{report}#{n}", "incident_ids": [new]} for report in told[name]]
    return {"gold": gold, "docs": docs, "predicted": list(_predicted(files["predicted"], copies))}


def _numbered(names: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Each name with how often it was drawn before."""
    seen: Counter[str] = Counter()
    for name in names:
        yield name, seen[name]
        seen[name] += 1


def _add(copies: list[set[str]], n: int, reports: set[str]) -> None:
    while len(copies) <= n:
        copies.append(set())
    copies[n] |= reports


def _predicted(rows: Sequence[Row], copies: Sequence[set[str]]) -> Iterator[Row]:
    """What came out, once for the first copies of all reports, once for the second, and so on: a copy never meets itself."""
    for n, reports in enumerate(copies):
        for row in rows:
            copy = _copy(row, n, reports)
            if copy["reports"]:
                yield copy


def _copy(row: Row, n: int, reports: set[str]) -> Row:
    """The row as number n of its copies, with only these reports."""

    def own(listed: Sequence[Any]) -> list[Any]:
        if listed and isinstance(listed[0], dict):
            return [report | {"id": f"{report['id']}#{n}"} for report in listed if report["id"] in reports]
        return [f"{report}#{n}" for report in listed if report in reports]

    origins = [origin | {"reports": own(origin["reports"])} for origin in row.get("origins") or []]
    return row | {"id": f"{row['id']}#{n}", "reports": own(row["reports"]), "origins": origins}


# --- errors --------------------------------------------------------------------------------------------------------------


def errors(gold: Path, predicted: Path) -> Iterator[str]:
    """One line a planned incident that came out otherwise: its reports, or its range, origins, disputes or grade."""
    found = _rows(predicted)
    for row in _rows(gold):
        wanted = set(row.get("reports") or ())
        if not wanted:
            continue
        best = max(found, key=lambda other: _likeness(wanted, _reports(other)), default=None)
        if best is None or _likeness(wanted, _reports(best)) < SAME:
            parts = [sorted(_reports(other) & wanted) for other in found if _reports(other) & wanted]
            yield f"{row['id']}: reports {sorted(wanted)} came out as {parts or 'nothing'}"
            continue
        differing = list(_differing(row, best, wanted))
        if differing:
            yield f"{row['id']}: {'; '.join(differing)}"


def _differing(row: Row, got: Row, wanted: set[str]) -> Iterator[str]:
    if _reports(got) != wanted:
        yield f"reports {sorted(wanted)}, came out {sorted(_reports(got))}"
    for measure in ("killed", "injured"):
        if row.get(measure) and row[measure] != got.get(measure):
            yield f"{measure} {row[measure]}, came out {got.get(measure)}"
    if _parts(row["origins"], wanted) != _parts(got.get("origins") or [], wanted):
        yield f"origins {_named(row['origins'])}, came out {_named(got.get('origins') or [])}"
    kinds, came = _kinds(row), _kinds(got)
    if kinds != came:
        yield f"disputes {kinds}, came out {came}"
    if got["grade"] not in (row["grade"], row.get("grade_alt")):
        yield f"grade {row['grade']}, came out {got['grade']}"


def _reports(row: Row) -> set[str]:
    return {report["id"] for report in row["reports"]}


def _likeness(a: set[str], b: set[str]) -> float:
    return len(a & b) / len(a | b)


def _parts(origins: Sequence[Row], known: set[str]) -> list[list[str]]:
    return sorted(sorted(set(origin["reports"]) & known) for origin in origins if set(origin["reports"]) & known)


def _named(origins: Sequence[Row]) -> str:
    return ", ".join(f"{origin['name']} {sorted(origin['reports'])}" for origin in origins)


def _kinds(row: Row) -> list[str]:
    return sorted(dispute["kind"] for dispute in row.get("disputes") or [])
