"""How far the confidence of claims can be believed: of those read with 0.8, are eight in ten right?

A figure is right when it is in the gold with its value and category, an event when it is in the gold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import ModuleType
from typing import Any

Row = Mapping[str, Any]
KINDS = {"figures": "measure", "events": "type"}
EDGES = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims of one kind with a confidence from `low` up to `high`: their mean confidence, the share that is right."""

    kind: str
    low: float
    high: float
    claims: int
    confidence: float
    right: float


def judged(
    scorer: ModuleType, gold: Mapping[str, Row], predicted: Mapping[str, Row]
) -> Iterator[tuple[str, Row, bool, str]]:
    """(figures or events, claim read, whether it is right, report) of every claim read in a report of the gold."""
    for given, wanted in gold.items():
        for kind, label in KINDS.items():
            read = predicted.get(given, {}).get(kind, [])
            pairs = {j: i for i, j in scorer.pair(wanted[kind], read, label)}
            for j, claim in enumerate(read):
                right = j in pairs
                if right and kind == "figures":
                    tests = scorer.FIGURE_TESTS
                    right = all(tests[name](wanted[kind][pairs[j]], claim) for name in ("value", "category"))
                yield kind, claim, right, given


def curve(claims: Sequence[tuple[str, float, bool]]) -> list[Bin]:
    """The bins that hold claims, of (kind, confidence, right)."""
    bins = []
    for kind in KINDS:
        for low, high in pairwise(EDGES):
            inside = [(c, r) for k, c, r in claims if k == kind and (low <= c < high or (high == 1.0 and c == 1.0))]
            if inside:
                n = len(inside)
                bins.append(Bin(kind, low, high, n, sum(c for c, _ in inside) / n, sum(r for _, r in inside) / n))
    return bins


def calibration_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error: the mean distance between confidence and share right, weighted by claims."""
    total = sum(b.claims for b in bins)
    return sum(b.claims * abs(b.confidence - b.right) for b in bins) / total if total else 0.0


def brier(claims: Sequence[tuple[str, float, bool]]) -> float:
    """The mean squared distance between confidence and truth: 0 is perfect, 0.25 what always 0.5 gets."""
    return sum((c - r) ** 2 for _, c, r in claims) / len(claims) if claims else 0.0
