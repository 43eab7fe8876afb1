"""Runs the scorers of a benchmark folder over what According reads in that folder's texts.

The folder brings its own scorers (score_claims.py, score.py) and its README says what they measure. Readings are made
exactly as `read` and `link` make them, from the input keys alone: gold never reaches the reader.
"""

from __future__ import annotations

import importlib.util
import json
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from according.app import wiring
from according.app.link import link_captures
from according.app.parts import NoProgress, Parts
from according.app.reading import read_captures
from according.domain.problem import Problem
from according.domain.protocols import Progress
from according.domain.report import Capture
from according.export.incident_line import incident_line
from according.export.lines import json_line
from according.export.reading_line import reading_line

INPUT_KEYS = ("id", "text", "title", "publisher", "published", "url", "lang")
RESAMPLES = 1000
LEVELS = {"figures": ("found", "strict", "claim"), "events": ("found", "claim")}


@dataclass(frozen=True, slots=True)
class BenchSet:
    """Files of one set: `docs` is read, `gold` scored against; `verb` is "read" or "link"; `scorer` None = claims."""

    docs: str
    gold: str
    verb: str = "read"
    scorer: str | None = None


SETS: Mapping[str, BenchSet] = {
    **{
        name: BenchSet(f"{name}.docs.jsonl", f"{name}.gold.jsonl")
        for name in ("claims.en_dev", "claims.en_check", "claims.ar_dev", "claims.ar_check")
    },
    **{
        f"{name}.dev": BenchSet(f"{name}.dev.jsonl", f"{name}.dev.jsonl", scorer=name)
        for name in ("modality", "tolls", "types", "displacement", "places")
    },
    **{
        f"{name}.dev": BenchSet(f"{name}.dev.reports.jsonl", f"{name}.dev.gold.jsonl", "link", name)
        for name in ("groups", "incidents")
    },
}
DEFAULT_SETS = ("claims.en_dev", "claims.en_check")


class BenchError(Exception):
    """The folder does not hold what is asked of it; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Value:
    """A share between 0 and 1 with its 95 % bootstrap interval by report; both ends None where none is computed."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """One set's values by name ("figures found F1", "figures place"); `gold` is the sha256 of its gold file.

    `errors` are the scorer's own lines, empty for a set that is not to be read (`*_check`).
    """

    name: str
    gold: str
    values: Mapping[str, Value]
    problems: int
    errors: tuple[str, ...] = ()


def unseen(name: str) -> bool:
    """Whether the set is kept for checking: it may be scored, its texts and errors may not be looked at."""
    return name.endswith("_check")


def bench(folder: Path, names: Sequence[str], parts: Parts, progress: Progress | None = None) -> Iterator[Score]:
    """One Score a set, in the order asked. Raises BenchError when the folder lacks a file of a set."""
    for name in names:
        spec = SETS[name]
        needed = (spec.docs, spec.gold, "score_claims.py" if spec.scorer is None else "score.py")
        for file in needed:
            if not (folder / file).is_file():
                raise BenchError(f"{folder} holds no {file}, which {name} needs")
        gold = sha256((folder / spec.gold).read_bytes()).hexdigest()
        with TemporaryDirectory() as scratch:
            predicted = Path(scratch) / "predicted.jsonl"
            problems = _predict(folder / spec.docs, predicted, spec.verb, parts, progress or NoProgress())
            if spec.scorer is None:
                values, errors = _score_claims(folder, folder / spec.gold, predicted)
            else:
                values, errors = _score(folder, spec, predicted), []
        yield Score(name, gold, values, problems, () if unseen(name) else tuple(errors))


def _predict(docs: Path, predicted: Path, verb: str, parts: Parts, progress: Progress) -> int:
    """Writes what `read` or `link` prints for the texts; how many problems there were."""
    stripped = predicted.with_name(docs.name)
    rows = [json.loads(line) for line in docs.read_text(encoding="utf-8").split("\n") if line.strip()]
    lines = (json_line({key: row[key] for key in INPUT_KEYS if row.get(key) is not None}) for row in rows)
    stripped.write_text("".join(lines), encoding="utf-8")
    problems = 0
    with predicted.open("w", encoding="utf-8") as out:
        if verb == "link":
            linked = link_captures(wiring.collect(stripped), parts, progress)
            out.writelines(json_line(incident_line(i, linked.given)) for i in linked.incidents)
            return len(linked.problems)
        captures = list(wiring.collect(stripped))
        problems = sum(isinstance(item, Problem) for item in captures)
        progress.start(f"Reading {docs.name}", len(captures))
        for done in read_captures((item for item in captures if isinstance(item, Capture)), parts):
            problems += len(done.problems)
            if done.report is not None:
                out.write(json_line(reading_line(done.capture.given_id, done.report, done.read)))
            progress.advance()
        progress.done()
    return problems


def _score_claims(folder: Path, gold_path: Path, predicted_path: Path) -> tuple[dict[str, Value], list[str]]:
    scorer = _load(folder / "score_claims.py")
    gold, predicted = scorer.read(str(gold_path)), scorer.read(str(predicted_path))
    whole, errors = scorer.score(gold, predicted)
    alone = [scorer.score({doc: gold[doc]}, {doc: predicted[doc]} if doc in predicted else {})[0] for doc in gold]
    values: dict[str, Value] = {}
    for part, levels in LEVELS.items():
        for level in levels:
            counts = [_counts(result[part], level) for result in alone]
            low, high = _interval(counts)
            found = whole[part][level]
            values[f"{part} {level} P"] = Value(found["p"])
            values[f"{part} {level} R"] = Value(found["r"])
            values[f"{part} {level} F1"] = Value(found["f1"], low, high)
        values |= {f"{part} {field}": Value(share) for field, share in whole[part]["fields"].items()}
    return values, errors


def _counts(part: Mapping[str, Any], level: str) -> tuple[int, int, int]:
    """(right, predicted, gold) of one report."""
    return round(part[level]["p"] * part["predicted"]), part["predicted"], part["gold"]


def _interval(counts: Sequence[tuple[int, int, int]]) -> tuple[float, float]:
    """The middle 95 % of F1 over resamples of the reports, drawn with replacement and a fixed seed."""
    draw = random.Random(20180909)  # noqa: S311
    scores = []
    for _ in range(RESAMPLES):
        sample = draw.choices(counts, k=len(counts))
        right, size = sum(c[0] for c in sample), sum(c[1] + c[2] for c in sample)
        scores.append(2 * right / size if size else 0.0)
    scores.sort()
    return scores[int(RESAMPLES * 0.025)], scores[int(RESAMPLES * 0.975) - 1]


def _score(folder: Path, spec: BenchSet, predicted: Path) -> dict[str, Value]:
    """score.py prints one value a line, its name before it."""
    files = [folder / spec.gold, predicted]
    if spec.scorer == "incidents":
        files.insert(1, folder / spec.docs)
    command = [sys.executable, str(folder / "score.py"), str(spec.scorer), *map(str, files)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if ran.returncode:
        last = (ran.stderr.strip().splitlines() or ["no message"])[-1]
        raise BenchError(f"the scorer {folder / 'score.py'} failed: {last}")
    return dict(_printed(ran.stdout.splitlines()))


def _printed(lines: Iterable[str]) -> Iterator[tuple[str, Value]]:
    for line in lines:
        name, _, value = line.rstrip().rpartition(" ")
        try:
            yield name.strip(), Value(float(value))
        except ValueError:
            continue


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("according_bench_scorer", path)
    if spec is None or spec.loader is None:
        raise BenchError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = written
    return module
