"""How alike two tellings are: named levels, each with its points, that add up to a score.

A pair's score depends on the two tellings and the shipped weights alone, and is symmetric (DESIGN.md, invariant 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from according.domain.incident import Telling
from according.link.levels import Apart, Level, plain
from according.link.sketch import Sketch, sketch_of
from according.link.weights import points, weights
from according.link.what import compare_deeds, compare_figures, compare_tolls, compare_types
from according.link.when import compare_times, days_apart
from according.link.where import compare_places

SHOWN = 3
"""Shared words that are shown as a reason."""


class Reason(NamedTuple):
    """One thing that speaks for (points > 0) or against two tellings' being of one happening."""

    feature: str
    points: float
    words: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` > 0 = rather one happening; None = impossible, and `reasons` say why. Reasons stand strongest first."""

    score: float | None
    reasons: tuple[Reason, ...]

    @property
    def words(self) -> str:
        """ "same place, same day, killed 4 and 4"."""
        return ", ".join(dict.fromkeys(reason.words for reason in self.reasons if reason.words))


def why(a: Telling, b: Telling) -> Likeness:
    """Why two tellings are, or are not, taken for one happening."""
    try:
        levels = levels_of(sketch_of(a), sketch_of(b))
    except Apart as apart:
        return Likeness(None, (Reason(apart.feature, 0.0, apart.words),))
    reasons = [_reason(level) for level in levels]
    return Likeness(_sum(levels), tuple(sorted(reasons, key=lambda reason: -abs(reason.points))))


def score(a: Sketch, b: Sketch) -> float | None:
    """The sum of all points; None = impossible."""
    try:
        return _sum(levels_of(a, b))
    except Apart:
        return None


def levels_of(a: Sketch, b: Sketch) -> list[Level]:
    """Every level that holds for the pair. Raises Apart where they cannot be of one happening."""
    found = [compare_times(a, b), *compare_places(a, b)]
    found += [*compare_types(a, b), *compare_tolls(a, b), *compare_figures(a, b), *compare_deeds(a, b)]
    if a.report == b.report:
        found.append(_one_report(a, b, found))
    return found


def _one_report(a: Sketch, b: Sketch, found: list[Level]) -> Level:
    """One report tells of both: does it go on with its story, or did it turn to another?"""
    if any(s.precision is None and not s.names and not s.dated for s in (a, b)):
        return plain("report.afterthought")
    elsewhere = any(level.name in ("name.other", "place.far") for level in found)
    if days_apart(a, b) or elsewhere or (a.exact and b.exact and a.place_id != b.place_id):
        return plain("report.other_story")
    # The one counts the victims of what the other names.
    return plain("report.complement" if bool(a.tolls) != bool(b.tolls) else "report.one_story")


def _sum(levels: list[Level]) -> float:
    table = points()
    return round(table["prior"] + sum([table[name] * amount for name, amount, _ in levels]), 6)


def _reason(level: Level) -> Reason:
    weight = weights()[level.name]
    return Reason(level.feature, weight.points * level.amount, weight.words.format(*map(_shown, level.detail)))


def _shown(detail: object) -> object:
    return ", ".join(sorted(map(str, detail))[:SHOWN]) if isinstance(detail, frozenset) else detail
