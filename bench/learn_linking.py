"""Learns what likenesses weigh from a collection with known incidents: `python bench/learn_linking.py REPORTS.jsonl [--write]`.

Lines of REPORTS are those of `according link` with `incident_ids`. Pairs of tellings of different reports, the main one of each
that tells of one incident alone, are compared; a logistic regression over their levels, numbers only, gives the weights.
Prints how well pairs are told apart with the weights in use and with those learned from the other incidents (five folds of
incidents); `--write` puts the weights into according/link/weights.tsv. Needs scikit-learn, which According itself does not.

By hand stay: levels that fewer than LEAST pairs show, and the features of FINE, which tell incidents of one day and town apart:
a collection of years over a whole country says little about those.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found,unused-ignore]
from sklearn.metrics import average_precision_score  # type: ignore[import-not-found,unused-ignore]

from according import link
from according.app import wiring
from according.app.bench import INPUT_KEYS
from according.app.reading import read_captures
from according.app.settings import Settings
from according.domain.incident import Telling
from according.domain.report import Capture
from according.export.lines import json_line
from according.link.candidates import pairs_of
from according.link.levels import Apart
from according.link.likeness import levels_of
from according.link.sketch import sketch_of
from according.link.weights import weights

WEIGHTS = Path(link.__file__).parent / "weights.tsv"
FOLDS, SEED, SOFTNESS = 5, 1, 0.5
LEAST = 100
FINE = frozenset({"type", "facility", "actor", "report"})
FINE_LEVELS = frozenset(
    "words.none toll.of_others place.within_town place.within_district place.within_province place.within_country".split()
)
NEARER = {"time.soon": "time.same_day", "time.week": "time.soon"}
"""A level and the one that it may not outweigh, however well it did in the collection."""
DENSE = -0.75
"""On the prior: where all is dated and close together, more is alike than in a collection of years."""
UNDATED = dict.fromkeys(("both_undated", "undated", "named_day", "weekday", "other_weekday", "other_day"), 2.0)
"""On the levels of undated tellings: joining two clusters takes the mean over pairs most of which know nothing of the day."""


class Pair(NamedTuple):
    """The amounts of the levels that hold; whether it is one incident; the two incidents."""

    levels: Mapping[str, float]
    one: bool
    incidents: tuple[str, str]


def read(path: Path) -> tuple[list[Telling], dict[str, str]]:
    """All tellings, and the incident of every report (by report id) that tells of one alone."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    known = {str(row["id"]): row["incident_ids"][0] for row in rows if len(row["incident_ids"]) == 1}
    tellings: dict[str, Telling] = {}
    incidents: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        stripped = Path(folder) / "reports.jsonl"
        lines = ({key: row[key] for key in INPUT_KEYS if row.get(key) is not None} for row in rows)
        stripped.write_text("".join(map(json_line, lines)), encoding="utf-8")
        captures = (item for item in wiring.collect(stripped) if isinstance(item, Capture))
        for done in read_captures(captures, wiring.parts(Settings.of())):
            if done.report is not None and done.read is not None:
                tellings.update((t.id, t) for t in link.tellings_of(done.report, done.read))
                if done.capture.given_id in known:
                    incidents[done.report.id] = known[done.capture.given_id]
    return [tellings[name] for name in sorted(tellings)], incidents


def pairs(tellings: Sequence[Telling], incidents: Mapping[str, str]) -> Iterator[Pair]:
    sketches = [sketch_of(telling) for telling in tellings]
    main: dict[str, int] = {}
    for n, telling in enumerate(tellings):
        if sketches[n].told and telling.report in incidents:
            best = main.setdefault(telling.report, n)
            if len(telling.claims) > len(tellings[best].claims):
                main[telling.report] = n
    mains = set(main.values())
    for i, j in pairs_of(sketches):
        a, b = sketches[i], sketches[j]
        if {i, j} <= mains and a.report != b.report:
            amounts: dict[str, float] = defaultdict(float)
            try:
                for level in levels_of(a, b):
                    amounts[level.name] += level.amount
            except Apart:
                continue
            both = incidents[a.report], incidents[b.report]
            yield Pair(amounts, both[0] == both[1], both)


def learn(made: Sequence[Pair], names: Sequence[str]) -> dict[str, float]:
    model = LogisticRegression(C=SOFTNESS, max_iter=3000).fit(_matrix(made, names), [pair.one for pair in made])
    return {"prior": float(model.intercept_[0]), **dict(zip(names, map(float, model.coef_[0]), strict=True))}


def _matrix(made: Sequence[Pair], names: Sequence[str]) -> np.ndarray:
    return np.array([[pair.levels.get(name, 0.0) for name in names] for pair in made])


def precision(made: Sequence[Pair], table: Mapping[str, float]) -> float:
    """Average precision of the pairs, likest first."""
    scores = [table["prior"] + sum(table[name] * amount for name, amount in pair.levels.items()) for pair in made]
    return float(average_precision_score([pair.one for pair in made], scores))


def cross_validated(made: Sequence[Pair], names: Sequence[str]) -> float:
    """The mean over folds of incidents: each pair is judged by weights that saw neither of its incidents."""
    incidents = sorted({incident for pair in made for incident in pair.incidents})
    random.Random(SEED).shuffle(incidents)  # noqa: S311 - no secret
    fold = {incident: n % FOLDS for n, incident in enumerate(incidents)}
    found = []
    for n in range(FOLDS):
        seen = [pair for pair in made if n not in (fold[pair.incidents[0]], fold[pair.incidents[1]])]
        unseen = [pair for pair in made if fold[pair.incidents[0]] == n]
        found.append(precision(unseen, learn(seen, names)))
    return sum(found) / FOLDS


def merged(learned: Mapping[str, float], shown: Mapping[str, int]) -> dict[str, float]:
    """The weights to use: those learned, by hand where too few pairs or the wrong collection speak."""
    table = {name: weight.points for name, weight in weights().items()}
    for name, points in learned.items():
        feature, _, level = name.partition(".")
        if name == "prior":
            table[name] = points + DENSE
        elif shown[name] >= LEAST and feature not in FINE and name not in FINE_LEVELS:
            table[name] = points + (UNDATED.get(level, 0.0) if feature == "time" else 0.0)
    for name, nearer in NEARER.items():
        table[name] = min(table[name], table[nearer] - 0.1)
    return table


def write(table: Mapping[str, float]) -> None:
    lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    for n, line in enumerate(lines):
        name, _, rest = line.partition("\t")
        if name in table:
            lines[n] = f"{name}\t{round(table[name], 2)}\t{rest.partition(chr(9))[2]}"
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(path: Path, keep: bool) -> None:
    made = list(pairs(*read(path)))
    names = sorted(set(weights()) - {"prior"})
    shown = Counter(name for pair in made for name in pair.levels)
    learned = learn(made, names)
    used = {name: weight.points for name, weight in weights().items()}
    print(f"{len(made)} pairs, {sum(pair.one for pair in made)} of one incident")
    print(f"average precision: in use {precision(made, used):.3f}, learned {cross_validated(made, names):.3f}")
    for name in ("prior", *names):
        print(f"{name:24} in use {used[name]:6.2f}  learned {learned[name]:6.2f}  pairs {shown[name]}")
    if keep:
        write(merged(learned, shown))


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--write" in sys.argv[2:])
