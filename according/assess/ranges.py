"""From figures to what an account states, and from accounts to a range (DESIGN.md, Words: range).

Everything here is a pure function of figures; a vague word never becomes a number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from according.domain.claim import Figure
from according.domain.incident import Range
from according.domain.values import FACILITY_CATEGORIES, Bound, Category, Measure
from according.text.fold import fold

GENERIC = frozenset({Category.PEOPLE, Category.CIVILIANS})
"""What a total over all who are not said to be combatants is stated in."""
NOT_IN_TOTALS = frozenset({Category.COMBATANTS, Category.FAMILIES})
"""Families are counted in households: they and people are never added up."""


@dataclass(frozen=True, slots=True)
class Value:
    """What one account states: `low` or `high` None = it sets no bound there; one of them is a number.

    `stated` = a total in its own words; else a sum of single figures, and so a floor. `figures` are those that carry it,
    `said` when it was published ("" = unknown).
    """

    low: int | None
    high: int | None
    stated: bool
    figures: tuple[Figure, ...]
    said: str = ""

    @property
    def size(self) -> int:
        return self.low if self.low is not None else self.high or 0

    @property
    def is_exact(self) -> bool:
        return self.low is not None and self.high is not None


# --- one account ---------------------------------------------------------------------------------------------------------


def value_in_report(figures: Iterable[Figure], measure: Measure, category: Category | None) -> Value | None:
    """What one origin states in one report; None = nothing in numbers. Category None = people not said to be combatants."""
    own = [f for f in figures if f.measure is measure and _size(f) is not None]
    ids = {f.id: f for f in own}
    if category is not None:
        among = [f for f in own if f.category is category]
        top = [f for f in among if f.part_of not in ids or ids[f.part_of].category is not category]
        return _total(top) or _sum(top)
    people = [f for f in own if f.category not in NOT_IN_TOTALS and f.category not in FACILITY_CATEGORIES]
    inside = {f.id for f in people}
    top = [f for f in people if f.part_of not in inside]
    total = _total([f for f in top if f.category in GENERIC])
    if total is not None:
        return _without_combatants(total, [f for f in own if f.category is Category.COMBATANTS])
    if len(top) == 1 and not is_single(top[0]):
        return _total(top)
    return _sum(top)


def value_of(reports: Sequence[tuple[str, Value]]) -> Value | None:
    """What an account states over all its reports: (published, value) each. The latest total counts; without one, the most."""
    said = [Value(v.low, v.high, v.stated, v.figures, published) for published, v in reports]
    totals = [value for value in said if value.stated]
    if not totals:
        # The same victims told of again are no further victims: what one report adds up to, not all of them.
        return max(said, key=lambda v: (v.size, v.said), default=None)
    latest = max(totals, key=lambda v: (v.said, v.is_exact, v.size))
    if latest.high is None and latest.low is not None:
        meets = [v for v in totals if v.is_exact and v.low is not None and v.low >= latest.low]
        return max(meets, key=lambda v: (v.said, v.size), default=latest)
    return latest


def is_single(figure: Figure) -> bool:
    """One victim or facility, named or not: a floor, never a ceiling."""
    return (figure.quantity.low, figure.quantity.high) in ((1, 1), (1, None))


def _size(figure: Figure) -> int | None:
    low, high = figure.quantity.low, figure.quantity.high
    return low if low is not None else high


def _total(figures: Sequence[Figure]) -> Value | None:
    """The total that a report states; several for different places are added up as a floor, else the greatest counts."""
    totals = [f for f in figures if not is_single(f)]
    if not totals:
        return None
    by_place: dict[str, Figure] = {}
    for figure in totals:
        place = fold(figure.place or "")
        if place not in by_place or (_size(figure) or 0) > (_size(by_place[place]) or 0):
            by_place[place] = figure
    if len(by_place) > 1 and "" not in by_place:
        return _sum(list(by_place.values()))
    most = max(totals, key=lambda f: (_size(f) or 0, f.quantity.high is None))
    return Value(most.quantity.low, most.quantity.high, True, (most,))


def _sum(figures: Sequence[Figure]) -> Value | None:
    floor = sum(f.quantity.low or 0 for f in figures)
    return Value(floor, None, False, tuple(figures)) if floor else None


def _without_combatants(total: Value, combatants: Sequence[Figure]) -> Value | None:
    """16 people, four of them fighters: 12 people not said to be combatants."""
    whole = total.figures[0].id
    parts = [f for f in combatants if f.part_of == whole]
    if not parts or not total.stated:
        return total
    most = sum(f.quantity.low or f.quantity.high or 0 for f in parts)
    bounded = total.high is not None and all(f.quantity.low == f.quantity.high for f in parts)
    low = max(0, total.low - most) if total.low is not None else None
    high = max(0, total.high - most) if bounded and total.high is not None else None
    if not low and not high:
        return None
    return Value(low, high, True, (*total.figures, *parts))


# --- all accounts --------------------------------------------------------------------------------------------------------


def range_of(values: Sequence[Value]) -> Range | None:
    """The range over the accounts' values; None without any.

    Low is the least low, high the greatest of (high, else low), open if nobody states that top as a total. Best is the total
    that most accounts state, then the latest, then the greater; what is only a floor drops out beside a stated total that
    meets it.
    """
    if not values:
        return None
    tops = [v.high if v.high is not None else v.low or 0 for v in values]
    top = max(tops)
    closed = any(v.high == top for v in values)
    lows = [v.low for v in values if v.low is not None]
    return Range(min(lows, default=None), top, _best(values), not closed)


def _best(values: Sequence[Value]) -> int | None:
    floors = [v for v in values if v.low is not None]
    standing = [v for v in floors if not any(_outranks(other, v) for other in floors)]
    votes = Counter(v.low for v in floors)
    best = max(standing, key=lambda v: (votes[v.low], v.said, v.size), default=None)
    return best.low if best else None


def _outranks(total: Value, floor: Value) -> bool:
    """Whether `floor` is only a floor beside a stated total that meets it (a bounded total before an open one)."""
    if not total.stated or total.low is None or floor.low is None or total.low < floor.low:
        return False
    if not floor.stated:
        return True
    return floor.high is None and total.high is not None


# --- totals that clash -----------------------------------------------------------------------------------------------------

ABOUT = 0.1
"""How far a rounded number ("about 30") may be off before another total clashes with it."""


def clash(a: Value, b: Value, mixed: bool = False) -> bool:
    """Whether two stated totals cannot both be true.

    Where combatants are among the victims (`mixed`), one account's civilians may be part of another's people.
    """
    if not a.stated or not b.stated:
        return False
    small, great = sorted((a, b), key=lambda v: (_bounds(v)[1] or float("inf"), _bounds(v)[0] or 0))
    low, high = _bounds(great)[0], _bounds(small)[1]
    if low is None or high is None or low <= high:
        return False
    return not (mixed and _category(small) is Category.CIVILIANS and _category(great) is Category.PEOPLE)


def _category(value: Value) -> Category:
    return value.figures[0].category


def _bounds(value: Value) -> tuple[float | None, float | None]:
    if value.figures[0].quantity.bound is Bound.ABOUT and value.low is not None:
        return value.low * (1 - ABOUT), value.low * (1 + ABOUT)
    return value.low, value.high
