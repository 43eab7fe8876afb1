"""How the dates of two tellings stand to each other."""

from __future__ import annotations

from according.link import weights as w
from according.link.levels import Apart, Level
from according.link.sketch import REPORTED, Sketch


def days_apart(a: Sketch, b: Sketch) -> int | None:
    """Whole days between the two dates, 0 where they share a day; None where one has none."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return None
    return max(0, a.first - b.last, b.first - a.last)


def compare_times(a: Sketch, b: Sketch) -> Level:
    """Raises Apart where the dates cannot be those of one happening."""
    gap = days_apart(a, b)
    if gap is None:
        return _undated(a, b)
    if gap > w.MOST_DAYS:
        later = a if (a.first or 0) > (b.first or 0) else b
        if gap > later.loose:
            raise Apart("time", f"{gap} days apart")
        return Level("time.gainsaid" if later.loose > REPORTED else "time.late", 1.0, str(gap))
    if gap:
        return Level("time.next_day")
    return Level("time.same_day" if a.first == a.last == b.first == b.last else "time.same_days")


def _undated(a: Sketch, b: Sketch) -> Level:
    """One or both without a date: a report tells of the days before it, and on the weekdays that it names."""
    if not a.dated and not b.dated:
        if a.published is None or b.published is None:
            return _weekdays(a, b, "time.both_undated")
        late = abs(a.published - b.published)
    else:
        dated, other = (a, b) if a.dated else (b, a)
        if other.published is None or dated.first is None or dated.last is None:
            return _weekdays(a, b, "time.undated")
        if dated.first > other.published + 1:
            raise Apart("time", "reported before it happened")
        late = max(0, other.published - dated.last)
    level = "time.soon" if late <= w.SOON else "time.week" if late <= w.WEEK else "time.later"
    return Level(level, 1.0, str(late))


def _weekdays(a: Sketch, b: Sketch, otherwise: str) -> Level:
    """Two tellings of which one has neither a date nor a day of publication: the weekday is all there is to go by."""
    ours, theirs = a.on_weekdays, b.on_weekdays
    if not ours or not theirs:
        return Level(otherwise)
    return Level("time.weekday" if ours & theirs else "time.other_weekday")
