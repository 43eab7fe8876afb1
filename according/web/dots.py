"""Ranges as dot and range: numbers for small SVGs, all of one measure on one scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from according.domain.incident import Range

WIDTH, LEFT, RIGHT = 200, 7, 20
"""Units of the drawing and of its margins; the right one holds the arrow of an open range."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where one range is drawn; `open` = the top is only a floor; `best` None = nobody states a total."""

    left: float
    right: float
    best: float | None
    open: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """From 0 to `top`, the highest number that anybody states."""

    top: int

    @classmethod
    def of(cls, ranges: Iterable[Range | None]) -> Scale:
        return cls(max((n for r in ranges if r for n in (r.low, r.high, r.best) if n is not None), default=1) or 1)

    def at(self, value: int) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * value / self.top, 1)

    def draw(self, value: Range | None) -> Drawing | None:
        """None where nobody states any number: nothing is drawn, not even a zero."""
        if value is None or (value.low is None and value.high is None and value.best is None):
            return None
        low = value.low if value.low is not None else 0
        high = value.high if value.high is not None else max(low, value.best or 0)
        best = None if value.best is None else self.at(value.best)
        return Drawing(self.at(low), self.at(high), best, value.open or value.high is None)
