"""The overview's timeline: a bar for each day, week, month, quarter or year, as high as it has incidents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, pairwise

from according.domain.mention import DateSpan
from according.export.wording import day_words

MOST = 120
"""Bars that can still be told apart on a phone."""
HEIGHT = 56
"""Pixels of the highest bar."""
LABELS = 8
"""Days that are written under the bars, at most."""
SHARE, FAR = 0.9, 4
"""Where the whole time is FAR times as long as the shortest that holds this share of the incidents (a war's report
that tells of one day ten years ago), the bars show the short one, and one bar at each end all before and after."""

Dates = Sequence[tuple[DateSpan | None, int]]
"""How many incidents have each date, as a ledger counts them."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The incidents of the days from `since` to `until`, both included; None = all before, all after.

    `left` and `width` are percent of the drawing, `height` pixels; `chosen` says whether the filter takes in its days;
    `label` is written under it, where there is room.
    """

    since: date | None
    until: date | None
    words: str
    number: int
    left: float
    width: float
    height: float
    chosen: bool
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """`unit` is what one bar stands for; `undated` counts the incidents that have no day and so no bar."""

    unit: str
    bars: tuple[Bar, ...]
    undated: int


def timeline(whole: Dates, fitting: Dates, since: str | None = None, until: str | None = None) -> Timeline:
    """Bars over the days of the `whole` ledger, so that they stand still while a filter changes what is `fitting`.

    An incident of several days counts on each. `since` and `until` are the chosen days (ISO), None = no bound.
    """
    undated = sum(number for span, number in fitting if span is None)
    days = [(span, number) for span, number in whole if span is not None]
    if not days:
        return Timeline("day", (), undated)
    unit, starts, first, last = _axis(days)
    bins = [(start, following - timedelta(1)) for start, following in pairwise(starts)]
    ends: list[tuple[date | None, date | None]] = list(bins)
    if first < bins[0][0]:
        ends.insert(0, (None, bins[0][0] - timedelta(1)))
    if last > bins[-1][1]:
        ends.append((bins[-1][1] + timedelta(1), None))
    numbers = _numbers(ends, fitting)
    top, width = max(numbers, default=0) or 1, 100 / len(ends)
    every = -(-len(ends) // LABELS)
    bars = [
        Bar(
            since=start,
            until=end,
            words=_words(unit, start, end),
            number=number,
            left=round(index * width, 4),
            width=round(width, 4),
            height=round(max(2.0, HEIGHT * number / top), 1) if number else 0,
            chosen=(not since or end is None or end.isoformat() >= since)
            and (not until or start is None or start.isoformat() <= until),
            label=_label(unit, start, end) if index % every == 0 else None,
        )
        for index, ((start, end), number) in enumerate(zip(ends, numbers, strict=True))
    ]
    return Timeline(unit, tuple(bars), undated)


def _axis(days: Sequence[tuple[DateSpan, int]]) -> tuple[str, list[date], date, date]:
    """(unit, the first day of each bar and of the one after the last, the very first day, the very last day)."""
    first, last = min(span.first for span, _ in days), max(span.last for span, _ in days)
    shown_first, shown_last = _window(days)
    if (last - first).days < FAR * max(1, (shown_last - shown_first).days):
        shown_first, shown_last = first, last
    for unit, start_of, after in _UNITS:
        starts = list(islice(_starts(start_of(shown_first), shown_last, after), MOST + 2))
        if len(starts) - 1 <= MOST or unit == "year":
            break
    return unit, starts, first, last


def _window(days: Sequence[tuple[DateSpan, int]]) -> tuple[date, date]:
    """The shortest time that holds the first days of SHARE of the incidents."""
    ordered = sorted((span.first, number) for span, number in days)
    wanted, held, left = SHARE * sum(number for _, number in ordered), 0, 0
    best = ordered[0][0], ordered[-1][0]
    for day, number in ordered:
        held += number
        while held - ordered[left][1] >= wanted:
            held -= ordered[left][1]
            left += 1
        if held >= wanted and day - ordered[left][0] < best[1] - best[0]:
            best = ordered[left][0], day
    return best


def _starts(first: date, last: date, after: Callable[[date], date]) -> Iterator[date]:
    start = first
    yield start
    while start <= last:
        try:
            start = after(start)
        except (OverflowError, ValueError):  # the last of all days
            start = date.max
        yield start
        if start == date.max:
            return


def _numbers(ends: Sequence[tuple[date | None, date | None]], dates: Dates) -> list[int]:
    firsts = [start or date.min for start, _ in ends]
    lasts = [end or date.max for _, end in ends]
    numbers = [0] * len(ends)
    for span, number in dates:
        if span is not None:
            for index in range(bisect_left(lasts, span.first), bisect_right(firsts, span.last)):
                numbers[index] += number
    return numbers


def _months_on(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


_UNITS: tuple[tuple[str, Callable[[date], date], Callable[[date], date]], ...] = (
    ("day", lambda day: day, lambda day: day + timedelta(1)),
    ("week", lambda day: day - timedelta(day.weekday()), lambda day: day + timedelta(7)),
    ("month", lambda day: day.replace(day=1), lambda day: _months_on(day, 1)),
    ("quarter", lambda day: date(day.year, (day.month - 1) // 3 * 3 + 1, 1), lambda day: _months_on(day, 3)),
    ("year", lambda day: date(day.year, 1, 1), lambda day: _months_on(day, 12)),
)
"""(name, the first day of the one that holds a day, the first day of the next), finest first."""


def _words(unit: str, start: date | None, end: date | None) -> str:
    if start is None:
        return f"until {end}"
    if end is None:
        return f"since {start}"
    return start.isoformat()[:7] if unit == "month" else day_words(DateSpan(start, end))


def _label(unit: str, start: date | None, end: date | None) -> str:
    if start is None:
        return "before"
    if end is None:
        return "after"
    return start.isoformat()[: {"year": 4, "quarter": 7, "month": 7}.get(unit, 10)]
