"""Learns what likenesses weigh from collections with known incidents.

    python bench/learn_linking.py INCIDENTS.jsonl [GROUPS.jsonl GROUPS_GOLD.jsonl] [--folds] [--write]

Lines of INCIDENTS are those of `according link` with `incident_ids`; GROUPS are reports alone, and each line of GROUPS_GOLD
names the `reports` of one incident. The shipped samples are always learned from too: a collection of years over a whole
country says little about telling apart two attacks of one day and town, they say little else. Pairs of tellings of
different reports are compared, the main ones of reports that tell of one incident alone; a logistic regression over their
levels, numbers only, gives the weights.

Prints how well pairs are told apart with the weights in use and with those learned from the other incidents (five folds of
incidents); `--folds` links INCIDENTS five times, each time with weights that saw none of the fold's incidents, and prints
b-cubed over the reports of all folds, out of fold. `--write` puts the weights into according/link/weights.tsv. Needs
scikit-learn, which According itself does not.

By hand stay the levels that fewer than LEAST pairs show, and those of BY_HAND. Afterwards come AT_MOST,
RISING and the bonus of UNDATED.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found,unused-ignore]
from sklearn.metrics import average_precision_score  # type: ignore[import-not-found,unused-ignore]

from according import link
from according.app import wiring
from according.app.bench import INPUT_KEYS
from according.app.reading import read_captures
from according.app.settings import Settings
from according.domain.incident import Telling
from according.domain.problem import Problem
from according.domain.report import Capture
from according.export.lines import json_line
from according.link.candidates import pairs_of
from according.link.levels import Apart
from according.link.likeness import levels_of
from according.link.sketch import sketch_of
from according.link.weights import Weight, weights

WEIGHTS = Path(link.__file__).parent / "weights.tsv"
SAMPLES = Path(__file__).parent.parent / "samples"
FOLDS, SEED, SOFTNESS = 5, 1, 0.5
LEAST = 20
DENSE = 20
"""How many pairs of a collection of years a pair of a dense one (samples, groups) weighs."""
BY_HAND = frozenset({"report", "time.gainsaid"})
"""Tellings of one report, and denials, are too few or of too few kinds."""
AT_MOST = {
    "place.apart": -3.5,
    "place.within_province": -0.4,
    "place.within_country": -0.8,
    "type.vague": -1.5,
    "type.kin": -0.8,
}
"""Where a level would let one happening be in two towns, or an attack be a strike: a collection whose places are often read
wrongly teaches too little against that."""
RISING = (
    ("toll.same_1", "toll.same_2", "toll.same_3", "toll.same_5", "toll.same_10", "toll.same_100"),
    ("toll.rises", "toll.updated"),
    ("place.within_country", "place.within_province", "place.within_district", "place.within_town"),
)
"""Levels that must not fall in this order: each counts as at least the one before it, those before it as at most that."""
STEP = 0.05
UNDATED = {
    **dict.fromkeys(
        ("both_undated", "undated", "named_day", "named_clash", "weekday", "other_day", "other_weekday"), 1.5
    ),
    **dict.fromkeys(("reported", "soon", "week", "later"), 0.4),
}
"""On levels without two dates: joining two clusters takes the mean over pairs most of which know nothing of the day."""


class Pair(NamedTuple):
    """The amounts of the levels that hold; whether it is one incident; the two incidents; how much it counts."""

    levels: Mapping[str, float]
    one: bool
    incidents: tuple[str, str]
    counts: float


@dataclass(frozen=True)
class Collection:
    """All tellings, and the incidents of every report (by report id). `counts` = what a pair of it counts."""

    name: str
    tellings: Sequence[Telling]
    incidents: Mapping[str, frozenset[str]]
    counts: float


# --- reading ---------------------------------------------------------------------------------------------------------------


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def collection(name: str, reports: Path, known: Mapping[str, frozenset[str]], counts: float) -> Collection:
    """Reads the reports as `link` does, from the input keys alone; `known` gives the incidents by given id."""
    with tempfile.TemporaryDirectory() as folder:
        stripped = Path(folder) / "reports.jsonl"
        lines = ({key: row[key] for key in INPUT_KEYS if row.get(key) is not None} for row in rows(reports))
        stripped.write_text("".join(map(json_line, lines)), encoding="utf-8")
        return _read(name, wiring.collect(stripped), known, counts, Settings.of())


def samples() -> Collection:
    known: dict[str, set[str]] = defaultdict(set)
    for row in rows(SAMPLES / "expected.jsonl"):
        if "incident" in row:
            for report in row["reports"]:  # type: ignore[attr-defined]
                known[report].add(str(row["incident"]))
    settings = Settings.of({}, registry=[SAMPLES / "actors.tsv"])
    frozen = {report: frozenset(names) for report, names in known.items()}
    return _read("samples", wiring.collect(SAMPLES / "reports"), frozen, DENSE, settings)


def _read(
    name: str,
    items: Iterable[Capture | Problem],
    known: Mapping[str, frozenset[str]],
    counts: float,
    settings: Settings,
) -> Collection:
    captures = (item for item in items if isinstance(item, Capture))
    tellings: dict[str, Telling] = {}
    incidents: dict[str, frozenset[str]] = {}
    for done in read_captures(captures, wiring.parts(settings)):
        if done.report is not None and done.read is not None:
            tellings.update((t.id, t) for t in link.tellings_of(done.report, done.read))
            if known.get(done.capture.given_id):
                incidents[done.report.id] = known[done.capture.given_id]
    return Collection(name, [tellings[key] for key in sorted(tellings)], incidents, counts)


# --- pairs -----------------------------------------------------------------------------------------------------------------


def pairs(known: Collection) -> Iterator[Pair]:
    sketches = [sketch_of(telling) for telling in known.tellings]
    main: dict[str, int] = {}
    for n, telling in enumerate(known.tellings):
        if sketches[n].told and len(known.incidents.get(telling.report, ())) == 1:
            best = main.setdefault(telling.report, n)
            if len(telling.claims) > len(known.tellings[best].claims):
                main[telling.report] = n
    mains = set(main.values())
    for i, j in pairs_of(sketches):
        a, b = sketches[i], sketches[j]
        ours, theirs = known.incidents.get(a.report), known.incidents.get(b.report)
        if a.report == b.report or not ours or not theirs or not (a.told and b.told):
            continue
        if not {i, j} <= mains and (known.counts == 1 or ours & theirs):
            continue  # which of its incidents a telling is of, nobody says
        amounts: dict[str, float] = defaultdict(float)
        try:
            for level in levels_of(a, b):
                amounts[level.name] += level.amount
        except Apart:
            continue
        yield Pair(amounts, ours == theirs, (min(ours), min(theirs)), known.counts)


# --- learning --------------------------------------------------------------------------------------------------------------


def learn(made: Sequence[Pair], names: Sequence[str]) -> dict[str, float]:
    model = LogisticRegression(C=SOFTNESS, max_iter=3000)
    model.fit(_matrix(made, names), [pair.one for pair in made], sample_weight=[pair.counts for pair in made])
    return {"prior": float(model.intercept_[0]), **dict(zip(names, map(float, model.coef_[0]), strict=True))}


def _matrix(made: Sequence[Pair], names: Sequence[str]) -> np.ndarray:
    return np.array([[pair.levels.get(name, 0.0) for name in names] for pair in made])


def points(pair: Pair, table: Mapping[str, float]) -> float:
    return table["prior"] + sum(table[name] * amount for name, amount in pair.levels.items())


def folds_of(incidents: Iterable[str]) -> dict[str, int]:
    ordered = sorted(set(incidents))
    random.Random(SEED).shuffle(ordered)  # noqa: S311 - no secret
    return {incident: n % FOLDS for n, incident in enumerate(ordered)}


def without(made: Sequence[Pair], fold: Mapping[str, int], n: int) -> list[Pair]:
    return [pair for pair in made if n not in (fold[pair.incidents[0]], fold[pair.incidents[1]])]


def merged(learned: Mapping[str, float], shown: Mapping[str, int]) -> dict[str, float]:
    """The weights to use: those learned, by hand where too few pairs speak."""
    table = {name: weight.points for name, weight in weights().items()}
    for name, points in learned.items():
        feature, _, level = name.partition(".")
        if name == "prior" or (shown[name] >= LEAST and not {feature, name} & BY_HAND):
            table[name] = min(points, AT_MOST.get(name, points))
            table[name] += UNDATED.get(level, 0.0) if feature == "time" else 0.0
    for chain in RISING:
        for before, after in pairwise(chain):
            table[after] = max(table[after], table[before] + STEP)
    return table


# --- out of fold -------------------------------------------------------------------------------------------------------------


def b_cubed(
    known: Collection, made: Sequence[Pair], names: Sequence[str], shown: Mapping[str, int]
) -> tuple[float, ...]:
    """Precision, recall, F1 over the reports that tell of one incident, each linked by weights that saw none of its fold."""
    single = {report: min(own) for report, own in known.incidents.items() if len(own) == 1}
    fold = folds_of(incident for pair in made for incident in pair.incidents)
    mates: dict[str, set[str]] = defaultdict(set)
    for report, incident in single.items():
        mates[incident].add(report)
    right: list[float] = []
    found: list[float] = []
    for n in range(FOLDS):
        home = linked(known.tellings, merged(learn(without(made, fold, n), names), shown))
        together: dict[object, set[str]] = defaultdict(set)
        for report in single:
            together[home.get(report, report)].add(report)
        for report, incident in single.items():
            if fold.get(incident, 0) == n:
                ours = together[home.get(report, report)]
                common = len(ours & mates[incident])
                right.append(common / len(ours))
                found.append(common / len(mates[incident]))
    p, r = sum(right) / len(right), sum(found) / len(found)
    return p, r, 2 * p * r / (p + r)


def linked(tellings: Sequence[Telling], table: Mapping[str, float]) -> dict[str, int]:
    """The cluster that holds most claims of each report."""
    own = {name: Weight(points, "") for name, points in table.items()}
    with ExitStack() as stack:
        for module in ("likeness",):
            stack.enter_context(patch(f"according.link.{module}.weights", lambda: own))
        clusters = link.cluster(tellings)
    claims: Counter[tuple[str, int]] = Counter()
    for n, cluster in enumerate(clusters):
        for telling in cluster:
            claims[telling.report, n] += len(telling.claims)
    home: dict[str, int] = {}
    for (report, n), _ in sorted(claims.items(), key=lambda item: (-item[1], item[0])):
        home.setdefault(report, n)
    return home


def write(table: Mapping[str, float]) -> None:
    lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    for n, line in enumerate(lines):
        name, _, rest = line.partition("\t")
        if name in table:
            lines[n] = f"{name}\t{round(table[name], 2)}\t{rest.partition(chr(9))[2]}"
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(paths: Sequence[Path], folds: bool, keep: bool) -> None:
    known = {str(row["id"]): frozenset(row["incident_ids"]) for row in rows(paths[0])}  # type: ignore[call-overload]
    collections = [collection("incidents", paths[0], known, 1.0), samples()]
    if len(paths) == 3:
        told: dict[str, frozenset[str]] = defaultdict(frozenset)
        for row in rows(paths[2]):
            for report in row.get("reports") or ():  # type: ignore[attr-defined]
                told[report] |= {str(row["id"])}
        collections.append(collection("groups", paths[1], told, DENSE))
    by_name = {known.name: list(pairs(known)) for known in collections}
    made = [pair for own in by_name.values() for pair in own]
    names = sorted(set(weights()) - {"prior"})
    shown = Counter(name for pair in made for name in pair.levels)
    fold = folds_of(incident for pair in made for incident in pair.incidents)
    tables = [learn(without(made, fold, n), names) for n in range(FOLDS)]
    used = {name: weight.points for name, weight in weights().items()}
    for name, own in by_name.items():
        print(f"{name}: {len(own)} pairs, {sum(pair.one for pair in own)} of one incident")
        unseen = average_precision_score([p.one for p in own], [points(p, tables[fold[p.incidents[0]]]) for p in own])
        seen = average_precision_score([p.one for p in own], [points(p, used) for p in own])
        print(f"  average precision: in use {seen:.3f}, learned, out of fold {unseen:.3f}")
    if folds:
        p, r, f1 = b_cubed(collections[0], made, names, shown)
        print(f"incidents, out of fold: b-cubed precision {p:.3f}, recall {r:.3f}, F1 {f1:.3f}")
    learned = learn(made, names)
    for name in ("prior", *names):
        print(f"{name:24} in use {used[name]:6.2f}  learned {learned[name]:6.2f}  pairs {shown[name]}")
    if keep:
        write(merged(learned, shown))


if __name__ == "__main__":
    given = sys.argv[1:]
    main([Path(name) for name in given if not name.startswith("--")], "--folds" in given, "--write" in given)
