"""What a time expression means, counted from the day the report speaks from (codebook, Dates).

A weekday is the last one before or on that day; "past 24 hours" and "the last two days" are the day and the one before;
a day and month without a year take the year in which they were last; a span of one day is written as the day. Where
there is no day to count from, only full dates have a meaning.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from according.domain.mention import DateSpan
from according.domain.values import DatePrecision, TimeKind

_MONTH_NAMES = "january february march april may june july august september october november december".split()
_MONTHS = {name[:3]: n for n, name in enumerate(_MONTH_NAMES, 1)}
_DAYS = {n: i for i, n in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_NUMBERS = {
    w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1, "few": 3, "several": 3, "couple": 2}
_UNCOUNTED = ("few", "a few", "several")
SOON = timedelta(days=2)
"""A day and month so little after the report's day are of the same year: clocks and datelines differ."""

Match = re.Match[str]
Meaning = Callable[[Match, date | None], DateSpan | None]

KINDS: Mapping[str, TimeKind] = {
    **dict.fromkeys(("between", "between_days", "past_hours", "past_days", "past_week", "past_units"), TimeKind.SPAN),
    **dict.fromkeys(("since_my", "since_month", "since_day"), TimeKind.SINCE),
    "until": TimeKind.UNTIL,
    "day_before": TimeKind.DAY_BEFORE,
    "recurring": TimeKind.RECURRING,
    "vague": TimeKind.VAGUE,
}
"""How an expression stands to what it dates; what is not here is a point."""

LOOKING_BACK = frozenset({"past_hours", "past_days", "past_week", "past_units", "since_day"})
"""Expressions that end on the day they were spoken."""


def meaning(kind: str, match: Match, day: date | None) -> DateSpan | None:
    """The days of an expression; None where nothing tells them, or where there is no such day ("February 30")."""
    try:
        return _MEANINGS[kind](match, day)
    except (ValueError, OverflowError):
        return None


def span(first: date, last: date, precision: DatePrecision = DatePrecision.RANGE) -> DateSpan:
    """Both days included, in their order; a span of one day is a day."""
    if first > last:
        first, last = last, first
    return DateSpan(first, last, DatePrecision.DAY if first == last else precision)


def weekday_before(name: str, day: date, strictly: bool = False) -> date:
    """The last such weekday before or on the day; `strictly`: before it."""
    return day_before(
        _DAYS[name.lower().removesuffix("s") if name.lower().endswith("days") else name.lower()], day, strictly
    )


def day_before(weekday: int, day: date, strictly: bool = False) -> date:
    """The last weekday of that number (0 = Monday) before or on the day; `strictly`: before it."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back or (7 if strictly else 0))


def _weekday_after(name: str, day: date) -> date:
    return day + timedelta(days=(_DAYS[name.lower()] - day.weekday()) % 7 or 7)


def _month(name: str) -> int:
    return _MONTHS[name.lower()[:3]]


def whole_month(year: int, month: int) -> DateSpan:
    return DateSpan(date(year, month, 1), date(year, month, monthrange(year, month)[1]), DatePrecision.MONTH)


def whole_year(year: int) -> DateSpan:
    return DateSpan(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)


def months_back(year: int, month: int, months: int) -> tuple[int, int]:
    index = year * 12 + month - 1 - months
    return index // 12, index % 12 + 1


def year_of_month(month: int, day: date) -> int:
    """The year of the last such month before or at the day."""
    return day.year if month <= day.month else day.year - 1


def _count(word: str) -> int:
    word = word.lower().removeprefix("a ").removesuffix(" of")
    return int(word) if word.isdigit() else _NUMBERS[word]


def units_back(n: int, unit: str, day: date) -> date:
    unit = unit.lower().rstrip("s")
    if unit == "day":
        return day - timedelta(days=n)
    if unit == "week":
        return day - timedelta(weeks=n)
    year, month = months_back(day.year, day.month, n * (12 if unit == "year" else 1))
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _day_month(number: str, month: str, year: str | None, since: bool, day: date | None) -> DateSpan | None:
    if year:
        first = date(int(year), _month(month), int(number))
    elif day is None:
        return None
    else:
        first = date(day.year, _month(month), int(number))
        if first > day + SOON:
            first = first.replace(year=day.year - 1)
    if since:
        return span(first, day) if day is not None else None
    return DateSpan.day(first)


def _between(match: Match, day: date | None) -> DateSpan | None:
    month2 = _month(match["b2m"])
    month1 = _month(match["b1m"]) if match["b1m"] else month2
    year2 = int(match["b2y"]) if match["b2y"] else year_of_month(month2, day) if day else None
    if year2 is None:
        return None
    year1 = int(match["b1y"]) if match["b1y"] else year2 if month1 <= month2 else year2 - 1
    day2 = match["b2d"] or match["b2e"]
    if match["b1d"] is None and not match["b1m"]:
        return _day_month(day2, match["b2m"], match["b2y"], False, day) if day2 else whole_month(year2, month2)
    first = date(year1, month1, int(match["b1d"])) if match["b1d"] else date(year1, month1, 1)
    last = date(year2, month2, int(day2)) if day2 else date(year2, month2, monthrange(year2, month2)[1])
    return span(first, last)


def _between_days(match: Match, day: date | None) -> DateSpan | None:
    if day is None:
        return None
    last = weekday_before(match["w2"], day)
    return span(weekday_before(match["w1"], last), last)


def _since_my(match: Match, day: date | None) -> DateSpan | None:
    first = date(int(match["smy"]), _month(match["smm"]) if match["smm"] else 1, 1)
    return span(first, day) if day is not None else None


def _ago(match: Match, day: date | None) -> DateSpan | None:
    unit, count = match["agou"].lower().rstrip("s"), match["agon"].lower()
    if day is None or count in _UNCOUNTED:
        return None
    then = units_back(_count(count), unit, day)
    if unit == "year":
        return whole_year(then.year)
    if unit == "month":
        return whole_month(then.year, then.month)
    return DateSpan.day(then) if unit == "day" else None


def _earlier(match: Match, day: date | None) -> DateSpan | None:
    if day is None:
        return None
    words = match["earlier"].lower()
    monday = day - timedelta(days=day.weekday())
    if "weekend" in words:
        saturday = weekday_before("saturday", day)
        return span(saturday, min(saturday + timedelta(days=1), day))
    if "week" in words:
        if words.startswith("last"):
            return span(monday - timedelta(days=7), monday - timedelta(days=1))
        return span(monday, day)
    if "month" in words:
        if words.startswith("last"):
            return whole_month(*months_back(day.year, day.month, 1))
        return span(day.replace(day=1), day, DatePrecision.MONTH)
    if words.startswith("last"):
        return whole_year(day.year - 1)
    return span(date(day.year, 1, 1), day, DatePrecision.YEAR)


def _past_hours(match: Match, day: date | None) -> DateSpan | None:
    word = (match["hours"] or match["hours2"]).lower()
    hours = {"twenty-four": 24, "forty-eight": 48}.get(word) or int(word)
    return span(day - timedelta(days=max(1, round(hours / 24))), day) if day else None


def _past_days(match: Match, day: date | None) -> DateSpan | None:
    if day is None:
        return None
    days = _count(match["pdays"] or match["pdays2"])
    return span(day - timedelta(days=1 if days == 2 else days), day)


def _past_units(match: Match, day: date | None) -> DateSpan | None:
    if day is None or match["pn"].lower() in _UNCOUNTED:
        return None
    return span(units_back(_count(match["pn"]), match["punit"], day), day)


def _since_day(match: Match, day: date | None) -> DateSpan | None:
    if day is None:
        return None
    word = match["sday"].lower()
    return span(day - timedelta(days=1) if word == "yesterday" else weekday_before(word, day), day)


def _since_month(match: Match, day: date | None) -> DateSpan | None:
    month = _month(match["om"])
    return span(date(year_of_month(month, day), month, 1), day) if day else None


def _in_month(match: Match, day: date | None) -> DateSpan | None:
    month = _month(match["im"])
    return whole_month(year_of_month(month, day), month) if day else None


def _slashed(match: Match, day: date | None) -> DateSpan | None:
    """Day first, as outside America; month first where only that is a date."""
    first, second, year = int(match["sd"]), int(match["sm"]), int(match["sy"])
    return DateSpan.day(date(year, second, first) if second <= 12 else date(year, first, second))


def _until(match: Match, day: date | None) -> DateSpan | None:
    if day is None:
        return None
    if match["uday"]:
        return span(day, _weekday_after(match["uday"], day))
    unit = match["uunit"].lower()
    if unit == "week":
        return span(day, day + timedelta(days=6 - day.weekday()))
    end = whole_month(day.year, day.month) if unit == "month" else whole_year(day.year)
    return span(day, end.last)


def relative(days: int) -> Meaning:
    return lambda match, day: DateSpan.day(day + timedelta(days=days)) if day else None


def never(match: Match, day: date | None) -> DateSpan | None:
    """Recurring, vague, or a day before another one: only the report's frame tells which."""
    return None


_MEANINGS: Mapping[str, Meaning] = {
    "iso": lambda m, d: DateSpan.day(date.fromisoformat(m["iso"])),
    "slashed": _slashed,
    "glued": lambda m, d: DateSpan.day(date(int(m["gy"]), _month(m["gm"]), int(m["gd"]))),
    "between": _between,
    "between_days": _between_days,
    "dmy": lambda m, d: _day_month(m["dd"], m["dm"], m["dy"], bool(m["dsince"]), d),
    "mdy": lambda m, d: _day_month(m["md"], m["mm"], m["my"], bool(m["msince"]), d),
    "since_my": _since_my,
    "month_year": lambda m, d: whole_month(int(m["ny"]), _month(m["nm"])),
    "since_month": _since_month,
    "in_month": _in_month,
    "in_year": lambda m, d: whole_year(int(m["yy"])),
    "since_day": _since_day,
    "past_hours": _past_hours,
    "past_days": _past_days,
    "past_week": lambda m, d: span(units_back(1, m["pweek"], d), d) if d else None,
    "past_units": _past_units,
    "ago": _ago,
    "before_yesterday": relative(-2),
    "day_before": never,
    "recurring": never,
    "last_day": lambda m, d: DateSpan.day(weekday_before(m["lday"], d, strictly=True)) if d else None,
    "until": _until,
    "next_day": lambda m, d: DateSpan.day(_weekday_after(m["nday"], d)) if d else None,
    "weekday": lambda m, d: DateSpan.day(weekday_before(m["wday"], d)) if d else None,
    "today": relative(0),
    "yesterday": relative(-1),
    "tomorrow": relative(1),
    "earlier": _earlier,
    "vague": never,
}
