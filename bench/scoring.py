"""Scores readings of the shipped samples against what samples/expected.jsonl says they hold, in the codebook's terms.

Three levels, each stricter: *found* = same measure or type on overlapping words; *strict* = with the right low, high,
vague and category; *claim* = with the right speakers, modality and place too. Events have no strict level.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Claim = Mapping[str, Any]
LEVELS: Mapping[str, Sequence[str]] = {"figures": ("found", "strict", "claim"), "events": ("found", "claim")}
LABELS: Mapping[str, str] = {"figures": "measure", "events": "type"}


@dataclass(frozen=True, slots=True)
class Tally:
    """`right` of `read` claims match one of the `expected`."""

    right: int
    read: int
    expected: int

    @property
    def f1(self) -> float:
        size = self.read + self.expected
        return 2 * self.right / size if size else 1.0


def score(expected: Iterable[Claim], read: Mapping[str, Claim]) -> dict[str, Tally]:
    """Tallies by "figures found", "events claim", ...; `read` maps a report's id to its line of `according read`."""
    counts = {f"{part} {level}": [0, 0, 0] for part, levels in LEVELS.items() for level in levels}
    for report in expected:
        for part, levels in LEVELS.items():
            wanted, got = report.get(part) or [], read.get(str(report["id"]), {}).get(part) or []
            reached = [levels_reached(part, want, have) for want, have in matches(part, wanted, got)]
            for level in levels:
                count = counts[f"{part} {level}"]
                count[0] += sum(level in those for those in reached)
                count[1] += len(got)
                count[2] += len(wanted)
    return {name: Tally(*count) for name, count in counts.items()}


def matches(part: str, wanted: Sequence[Claim], got: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Each wanted claim with at most one that was read, the best agreeing pairs first."""
    edges = []
    for i, want in enumerate(wanted):
        for j, have in enumerate(got):
            reached = levels_reached(part, want, have)
            if reached:
                edges.append((-len(reached), -shared(want, have), i, j))
    taken: dict[int, int] = {}
    for _, _, i, j in sorted(edges):
        if i not in taken and j not in taken.values():
            taken[i] = j
    return [(wanted[i], got[j]) for i, j in sorted(taken.items())]


def levels_reached(part: str, want: Claim, have: Claim) -> frozenset[str]:
    label = LABELS[part]
    if want[label] != have[label] or not shared(want, have):
        return frozenset()
    reached = {"found"}
    if part == "figures":
        keys = ("low", "high", "category")
        if any(want.get(k) != have.get(k) for k in keys) or bool(want.get("vague")) != bool(have.get("vague")):
            return frozenset(reached)
        reached.add("strict")
    right = (want.get("modality") or "asserted") == have.get("modality")
    if (
        right
        and same_names(want.get("attribution"), have.get("attribution"))
        and same_names(want.get("place"), have.get("place"))
    ):
        reached.add("claim")
    return frozenset(reached)


def shared(a: Claim, b: Claim) -> int:
    """Characters of the text that both anchors cover."""
    return max(0, min(a["start"] + len(a["anchor"]), b["start"] + len(b["anchor"])) - max(a["start"], b["start"]))


def same_names(a: str | None, b: str | None) -> bool:
    """Whether two fields name the same: as many names, each with one of the other's that it holds or is held by."""
    ours, theirs = _names(a), _names(b)
    return len(ours) == len(theirs) and all(any(x <= y or y <= x for y in theirs) for x in ours)


def _names(value: str | None) -> list[frozenset[str]]:
    """The words of each name, without articles; names are joined with "; " (codebook, Figures: attribution)."""
    parts = [part for part in (value or "").split(";") if part.strip()]
    return [frozenset(re.findall(r"[^\W_]+", part.casefold())) - {"the", "a", "an", "s"} for part in parts]
