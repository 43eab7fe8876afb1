"""What a sentence tells as having happened some time before: "just a day after strikes damaged a school in ..."."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from according.domain.mention import DateSpan
from according.extract.english.parse import Tree
from according.text.numbers import number_at

_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_OTHER_UNITS = frozenset("hour hours minute minutes month months year years".split())
_UNSURE = frozenset("several few some many".split())
_OPENING = 5
"""Tokens from the sentence's beginning within which "two days after ..., gunmen ..." ends at the first comma."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """Tokens first..last tell of another happening, `days` before the rest of the sentence; None = it does not say."""

    first: int
    last: int
    days: int | None

    def holds(self, token: int) -> bool:
        return self.first <= token <= self.last

    def before(self, date: DateSpan | None) -> DateSpan | None:
        """The day of what came earlier, from the single day of the rest; None where either is not known."""
        if date is None or self.days is None or date.first != date.last:
            return None
        return DateSpan.day(date.first - timedelta(days=self.days))


def earlier_in(tree: Tree) -> Earlier | None:
    """The part of a sentence after "a day after", "two weeks after", "hours after"; None where there is none."""
    for at in range(2, len(tree) - 1):
        unit = tree.lower[at - 1]
        if tree.lower[at] != "after" or (unit not in _UNITS and unit not in _OTHER_UNITS):
            continue
        opens = at < _OPENING
        comma = next((i for i in range(at, len(tree)) if opens and tree.lower[i] == ","), len(tree))
        return Earlier(at + 1, comma - 1, _days(tree, at - 1))
    return None


def _days(tree: Tree, unit: int) -> int | None:
    length = _UNITS.get(tree.lower[unit])
    word = tree.lower[unit - 1]
    if length is None or word in _UNSURE:
        return None
    if word in ("a", "one"):
        return length
    number = number_at(tree.lower, unit - 1)
    return number[0] * length if number is not None and 0 < number[0] <= 60 else None
