"""Runs the scorers of a benchmark folder over what According reads in that folder's texts.

The folder brings its own scorers (score_claims.py, score.py) and its README says what they measure. Readings are made
exactly as `read` and `link` make them, from the input keys alone: gold never reaches the reader.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from according.app import bench_link, wiring
from according.app.bench_errors import errors_of
from according.app.bench_reliability import Bin, brier, calibration_error, curve, judged
from according.app.bench_scores import BenchError, Value, claim_values, load, parsed, read_rows, record_values
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


@dataclass(frozen=True, slots=True)
class BenchSet:
    """Files of one set: `docs` is read, `gold` scored against; `verb` is "read" or "link"; `scorer` None = claims.

    `note` is what must be known with its values.
    """

    docs: str
    gold: str
    verb: str = "read"
    scorer: str | None = None
    note: str = ""


IN_SAMPLE = "in-sample: the weights of linking were learned from this set too; bench/learn_linking.py --folds gives them out of fold"
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
        f"{name}.dev": BenchSet(f"{name}.dev.reports.jsonl", f"{name}.dev.gold.jsonl", "link", name, IN_SAMPLE)
        for name in ("groups", "incidents")
    },
}
DEFAULT_SETS = (
    *(f"claims.{lang}_{half}" for lang in ("en", "ar") for half in ("dev", "check")),
    *(f"{name}.dev" for name in ("modality", "tolls", "types", "displacement")),
)


@dataclass(frozen=True, slots=True)
class Score:
    """One set's values by name ("figures found F1", "figures place"); `gold` is the sha256 of its gold file.

    `errors` are lines for a person, empty for a set that is not to be read (`*_check`); `reliability` is how far the
    confidence of claims can be believed, for sets of claims.
    """

    name: str
    gold: str
    values: Mapping[str, Value]
    problems: int
    errors: tuple[str, ...] = ()
    reliability: tuple[Bin, ...] = ()


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
            problems = predict(folder / spec.docs, predicted, spec.verb, parts, progress or NoProgress())
            values, errors, bins = _scored(folder, spec, predicted)
        yield Score(name, gold, values, problems, () if unseen(name) else tuple(errors), tuple(bins))


def _scored(folder: Path, spec: BenchSet, predicted: Path) -> tuple[dict[str, Value], list[str], list[Bin]]:
    """The values, the lines of errors and the reliability curve of one set."""
    if spec.verb == "link":
        values = _with_intervals(_linked(folder, spec, predicted), folder, spec, predicted)
        return values, list(bench_link.errors(folder / spec.gold, predicted)) if spec.scorer == "groups" else [], []
    if spec.scorer is not None:
        scorer, rows, answers = load(folder / "score.py"), read_rows(folder / spec.gold), read_rows(predicted)
        return record_values(scorer, spec.scorer, rows, answers), errors_of(spec.scorer, rows, answers), []
    scorer = load(folder / "score_claims.py")
    gold, read = scorer.read(str(folder / spec.gold)), scorer.read(str(predicted))
    values, errors = claim_values(scorer, gold, read)
    said = [(kind, float(claim["confidence"]), right) for kind, claim, right, _ in judged(scorer, gold, read)]
    bins = curve(said)
    values |= {"confidence calibration error": Value(calibration_error(bins)), "confidence Brier": Value(brier(said))}
    return values, errors, bins


def predict(docs: Path, predicted: Path, verb: str, parts: Parts, progress: Progress) -> int:
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


def _linked(folder: Path, spec: BenchSet, predicted: Path) -> dict[str, Value]:
    """What score.py prints of incidents: one value a line, its name before it."""
    files = [folder / spec.gold, predicted]
    if spec.scorer == "incidents":
        files.insert(1, folder / spec.docs)
    command = [sys.executable, str(folder / "score.py"), str(spec.scorer), *map(str, files)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if ran.returncode:
        last = (ran.stderr.strip().splitlines() or ["no message"])[-1]
        raise BenchError(f"the scorer {folder / 'score.py'} failed: {last}")
    return {name: Value(value) for name, value in parsed(ran.stdout.splitlines())}


def _with_intervals(values: Mapping[str, Value], folder: Path, spec: BenchSet, predicted: Path) -> dict[str, Value]:
    files = (folder / spec.gold, folder / spec.docs, predicted)
    reach = bench_link.intervals(load, folder, str(spec.scorer), *files)
    return {
        name: Value(v.value, v.value + reach[key][0], v.value + reach[key][1])
        if (key := bench_link.name_of(name)) in reach
        else v
        for name, v in values.items()
    }
