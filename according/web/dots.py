"""Ranges as dot and range: numbers for a small SVG, one row an account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from according.domain.incident import Range

WIDTH, LEFT, RIGHT = 320, 8, 24
"""Pixels of the drawing and of its margins; the right one holds the arrow of an open range."""


@dataclass(frozen=True, slots=True)
class Row:
    """Where one range is drawn, in pixels; `open` = the top is only a floor; None = the end is not stated."""

    name: str
    words: str
    left: float
    right: float
    best: float | None
    open: bool


def rows(ranges: Sequence[tuple[str, str, Range]]) -> tuple[Row, ...]:
    """Each (name, words, range) on one scale from 0 to the highest number that anybody states."""
    stated = [n for _, _, r in ranges for n in (r.low, r.high, r.best) if n is not None]
    top = max(stated, default=1) or 1

    def at(value: int) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * value / top, 1)

    drawn = []
    for name, words, value in ranges:
        low = value.low if value.low is not None else 0
        high = value.high if value.high is not None else max(low, value.best or 0)
        best = None if value.best is None else at(value.best)
        drawn.append(Row(name, words, at(low), at(high), best, value.open or value.high is None))
    return tuple(drawn)
