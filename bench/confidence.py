"""Counts how often each rule is right, for the confidence of claims: python bench/confidence.py --data DIR [--write].

Shares are counted on claims.en_dev by kind of claim, by rule (`because`), and by rule and measure or type; each is drawn
towards the share above it as if PRIOR claims of that share had been seen, so a rule met twice says little. Rules were made
on these reports, so they are right there more often than elsewhere: UNSEEN, the precision of all figures (events) on
claims.en_check over that on claims.en_dev, as `according bench` prints both, takes that back. Printed: the Brier score and
the calibration error of five-fold cross-validation by report, before UNSEEN, beside one share for all. --write writes
according/vocab/english/confidence.tsv.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from according.app import wiring
from according.app.bench import SETS, predict
from according.app.bench_reliability import brier, calibration_error, curve, judged
from according.app.bench_scores import load
from according.app.parts import NoProgress
from according.app.settings import Settings

OUT = Path(__file__).parents[1] / "according" / "vocab" / "english" / "confidence.tsv"
SET = "claims.en_dev"
PRIOR = 30
FOLDS = 5
LEAST = 4
"""Claims that a rule, or a rule with a measure or type, needs for a line of its own."""
UNSEEN = {"figure": 0.90, "event": 0.81}
ANY = "-"
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """One claim read in a report: its kind, rule, measure or type, and whether it is right."""

    report: str
    kind: str
    rule: str
    label: str
    right: bool

    @property
    def keys(self) -> tuple[Key, Key, Key]:
        """From the widest to the narrowest."""
        return (self.kind, ANY, ANY), (self.kind, self.rule, ANY), (self.kind, self.rule, self.label)


def seen_in(folder: Path) -> Iterator[Seen]:
    scorer, spec = load(folder / "score_claims.py"), SETS[SET]
    with TemporaryDirectory() as scratch:
        predicted = Path(scratch) / "predicted.jsonl"
        predict(folder / spec.docs, predicted, spec.verb, wiring.parts(Settings.of()), NoProgress())
        gold, read = scorer.read(str(folder / spec.gold)), scorer.read(str(predicted))
    for kinds, claim, right, report in judged(scorer, gold, read):
        yield Seen(report, kinds.removesuffix("s"), claim["because"], claim.get("measure") or claim["type"], right)


def shares(claims: Iterable[Seen]) -> dict[Key, tuple[float, int]]:
    """Key -> (smoothed share of right claims, claims counted)."""
    counts: defaultdict[Key, list[int]] = defaultdict(lambda: [0, 0])
    order: dict[Key, Key | None] = {}
    for claim in claims:
        above: Key | None = None
        for key in claim.keys:
            counts[key][0] += claim.right
            counts[key][1] += 1
            order[key], above = above, key
    found: dict[Key, tuple[float, int]] = {}
    for key in sorted(order, key=lambda k: sum(part == ANY for part in k), reverse=True):
        right, total = counts[key]
        above = order[key]
        prior = found[above][0] if above is not None else right / total
        found[key] = (right + PRIOR * prior) / (total + PRIOR), total
    return found


def share_of(claim: Seen, found: Mapping[Key, tuple[float, int]]) -> float:
    return next(
        found[key][0] for key in reversed(claim.keys) if key in found and (key[1] == ANY or found[key][1] >= LEAST)
    )


def cross_validated(claims: Sequence[Seen]) -> Iterator[tuple[Seen, float, float]]:
    """(claim, its share counted on the other folds, the one share of all claims of its kind there)."""
    reports = sorted({claim.report for claim in claims})
    fold = {report: n % FOLDS for n, report in enumerate(reports)}
    for held in range(FOLDS):
        found = shares(claim for claim in claims if fold[claim.report] != held)
        for claim in claims:
            if fold[claim.report] == held:
                yield claim, share_of(claim, found), found[claim.kind, ANY, ANY][0]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("ACCORDING_BENCH"))
    parser.add_argument("--write", action="store_true", help=f"write {OUT.name}")
    arguments = parser.parse_args()
    if arguments.data is None:
        parser.error("name the benchmark folder with --data DIR or $ACCORDING_BENCH")
    claims = list(seen_in(Path(arguments.data)))
    judged_twice = list(cross_validated(claims))
    for name, values in (("by rule", [s for _, s, _ in judged_twice]), ("one share", [o for _, _, o in judged_twice])):
        said = [(f"{c.kind}s", value, c.right) for (c, _, _), value in zip(judged_twice, values, strict=True)]
        print(f"{name:10} Brier {brier(said):.4f}  calibration error {calibration_error(curve(said)):.4f}")
    if arguments.write:
        rows = [
            (*key, f"{share * UNSEEN[key[0]]:.2f}")
            for key, (share, total) in sorted(shares(claims).items())
            if key[1] == ANY or total >= LEAST
        ]
        head = "# kind\trule\tmeasure or type\tshare right: counted by bench/confidence.py, never by hand; - = any\n"
        OUT.write_text(head + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
        print(f"{len(rows)} lines written to {OUT.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
