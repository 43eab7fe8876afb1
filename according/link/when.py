"""How the dates of two tellings stand to each other."""

from __future__ import annotations

from calendar import month_name

from according.link import weights as w
from according.link.levels import Apart, Level, plain
from according.link.sketch import REPORTED, Sketch


def days_apart(a: Sketch, b: Sketch) -> int | None:
    """Whole days between the two dates, 0 where they share a day; None where one has none."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return None
    if a.first > b.last:
        return a.first - b.last
    return b.first - a.last if b.first > a.last else 0


def compare_times(a: Sketch, b: Sketch) -> Level:
    """Raises Apart where the dates cannot be those of one happening."""
    gap = days_apart(a, b)
    if gap is None:
        return _undated(a, b)
    if gap > w.MOST_DAYS:
        later = a if (a.first or 0) > (b.first or 0) else b
        if gap > later.loose:
            raise Apart("time", f"{gap} days apart")
        return Level("time.gainsaid" if later.loose > REPORTED else "time.late", 1.0, (gap,))
    if gap:
        return plain("time.next_day")
    return plain("time.same_day" if a.first == a.last == b.first == b.last else "time.same_days")


def _undated(a: Sketch, b: Sketch) -> Level:
    """One or both without a date: a report tells of the days before it, and of those that it names."""
    level = _reported(a, b)
    if not a.on_days or not b.on_days:
        return level if level.name not in ("time.undated", "time.both_undated") else _weekdays(a, b, level)
    if a.on_days & b.on_days:
        # Of whatever year: 6 October is a Friday in one and a Saturday in the next.
        clash = a.on_weekdays and b.on_weekdays and not a.on_weekdays & b.on_weekdays
        return Level("time.named_clash" if clash else "time.named_day", 1.0, (_spelled(min(a.on_days & b.on_days)),))
    close = any(abs(x - y) <= 1 for x in a.on_days for y in b.on_days)
    return level if close else plain("time.other_day")


def _reported(a: Sketch, b: Sketch) -> Level:
    """Raises Apart where one was reported before the other happened."""
    if not a.dated and not b.dated:
        if a.published is None or b.published is None:
            return plain("time.both_undated")
        late = abs(a.published - b.published)
    else:
        dated, other = (a, b) if a.dated else (b, a)
        if other.published is None or dated.first is None or dated.last is None:
            return plain("time.undated")
        if dated.first > other.published + 1:
            raise Apart("time", "reported before it happened")
        late = max(0, other.published - dated.last)
    name = (
        "time.reported"
        if late <= w.AT_ONCE
        else "time.soon"
        if late <= w.SOON
        else "time.week"
        if late <= w.WEEK
        else "time.later"
    )
    return Level(name, 1.0, (late,))


def _weekdays(a: Sketch, b: Sketch, otherwise: Level) -> Level:
    """Of two tellings of which one has neither a date nor a day of publication."""
    if not a.on_weekdays or not b.on_weekdays:
        return otherwise
    return plain("time.weekday" if a.on_weekdays & b.on_weekdays else "time.other_weekday")


def _spelled(day: int) -> str:
    return f"{day % 100} {month_name[day // 100]}"
