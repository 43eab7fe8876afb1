"""What an Arabic time expression means, counted from the day the report speaks from (codebook, Dates).

The rules are those of time_spans.py. A day and month beside a weekday take the year in which they agree; an Islamic
date is the three days around the reckoned one, or the one of them that is the weekday beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from according.domain.mention import DateSpan
from according.domain.values import DatePrecision, TimeKind
from according.text.time_hijri import from_hijri, hijri_year_of
from according.text.time_patterns_arabic import COUNTS, DAYS, HIJRI_MONTHS, MONTHS
from according.text.time_spans import (
    SOON,
    day_before,
    months_back,
    never,
    relative,
    span,
    units_back,
    whole_month,
    whole_year,
    year_of_month,
)

Match = re.Match[str]
Meaning = Callable[[Match, date | None], DateSpan | None]

KINDS: Mapping[str, TimeKind] = {
    **dict.fromkeys(("between", "between_days", "between_years", "past_hours", "past_days"), TimeKind.SPAN),
    **dict.fromkeys(("since_day", "since_today", "since_yesterday"), TimeKind.SINCE),
    "other_day": TimeKind.DAY_BEFORE,
    "recurring": TimeKind.RECURRING,
    "vague": TimeKind.VAGUE,
}
"""How an expression stands to what it dates; what is not here is a point, unless `since` says otherwise."""
_SINCE_GROUPS = {"dmy": "dsince", "month_year": "msince", "month": "osince", "year": "ysince", "this_period": "tsince"}
_LAST = ("الماضي", "الفايت", "المنصرم", "الاخير", "المنقضي", "السابق")
_NEXT = ("القادم", "المقبل")
_BEFORE_LAST = "قبل"
_YEARS_TRIED = 6
"""Years back in which a day and month may agree with the weekday beside them."""
_UNITS = {"يوم": "day", "ايام": "day", "يوما": "day", "يومين": "day", "اسبوع": "week", "اسبوعين": "week", "اسابيع": "week",
          "شهر": "month", "شهرين": "month", "اشهر": "month", "شهرا": "month"}  # fmt: skip
"""The others are years."""


def meaning(kind: str, match: Match, day: date | None) -> DateSpan | None:
    """The days of an expression; None where nothing tells them, or where there is no such day ("31 شباط")."""
    try:
        return _MEANINGS[kind](match, day)
    except (ValueError, OverflowError):
        return None


def kind_of(name: str, match: Match) -> TimeKind:
    """How the expression stands to what it dates."""
    group = _SINCE_GROUPS.get(name)
    return TimeKind.SINCE if group and match[group] else KINDS.get(name, TimeKind.POINT)


def _count(word: str) -> int:
    return COUNTS.get(word) or int(word)


def _year(words: str) -> int:
    found = re.search(r"\d{4}", words)
    assert found is not None
    return int(found.group())


def _weekday(word: str, day: date, strictly: bool = False) -> date:
    return day_before(DAYS[word], day, strictly)


def _points_back(which: str | None) -> bool:
    return which is not None and which.startswith(_LAST)


def _points_on(which: str | None) -> bool:
    return which is not None and which.startswith(_NEXT)


def _agreeing(year: int, month: int, number: int, weekday: str | None) -> date:
    """That day of the year, or of the last year before it in which it is the weekday."""
    first = date(year, month, number)
    if weekday is None or first.weekday() == DAYS[weekday]:
        return first
    for back in range(1, _YEARS_TRIED):
        try:
            earlier = first.replace(year=year - back)
        except ValueError:
            continue
        if earlier.weekday() == DAYS[weekday]:
            return earlier
    return first


def _dated(number: str, month: int, year: int | None, weekday: str | None, day: date | None) -> date | None:
    """A day and month, with or without its year: without it the last one, the year of the weekday beside it."""
    if year is not None:
        return date(year, month, int(number))
    if day is None:
        return None
    this = date(day.year, month, int(number))
    return _agreeing(day.year - (this > day + SOON), month, int(number), weekday)


def _dmy(match: Match, day: date | None) -> DateSpan | None:
    month, which = MONTHS[match["dm"]], match["dwhich"]
    found = _dated(match["dd"], month, _year(match["dy"]) if match["dy"] else None, match["dw"], day)
    if found is None or day is None:
        return DateSpan.day(found) if found and not match["dsince"] else None
    if _points_on(which):
        found = found if found >= day else found.replace(year=found.year + 1)
    elif _points_back(which) and not match["dw"] and found >= day:
        found = found.replace(year=found.year - 1)
    return span(found, day) if match["dsince"] else DateSpan.day(found)


def _day_of_month(match: Match, day: date | None) -> DateSpan | None:
    if day is None:
        return None
    which = match["owhich"]
    back = (
        2 if which and which.startswith(_BEFORE_LAST) else 1 if _points_back(which) else -1 if _points_on(which) else 0
    )
    return DateSpan.day(date(*months_back(day.year, day.month, back), int(match["od"])))


def _day_and_number(match: Match, day: date | None) -> DateSpan | None:
    """ "الخميس 02/03": day first, or month first where the weekday says so."""
    if day is None:
        return None
    first, second, weekday = int(match["x1"]), int(match["x2"]), match["xw"]
    orders = [(a, b) for a, b in ((first, second), (second, first)) if b <= 12 and a <= 31]
    found = [_dated(str(a), b, None, None, day) for a, b in orders]
    agree = [each for each in found if each is not None and weekday and each.weekday() == DAYS[weekday]]
    best = agree[0] if agree else found[0] if found else None
    return DateSpan.day(best) if best else None


def _month_year(match: Match, day: date | None) -> DateSpan | None:
    year, month = _year(match["ny"]), MONTHS[match["nm"]]
    return _since(whole_month(year, month), match["msince"], day)


def _month(match: Match, day: date | None) -> DateSpan | None:
    if day is None:
        return None
    month, which = MONTHS[match["om"] or match["om2"]], match["owhich2"]
    year = year_of_month(month, day)
    if _points_back(which) and month == day.month:
        year -= 1
    elif _points_on(which):
        year = day.year if month > day.month else day.year + 1
    return _since(whole_month(year, month), match["osince"], day)


def _of_year(match: Match, day: date | None) -> DateSpan | None:
    year = whole_year(int(match["yy"]))
    if match["yend"]:
        return span(year.first, date(int(match["yend"]), 12, 31), DatePrecision.YEAR)
    if match["ysince"] and day is None:
        return year
    return _since(year, match["ysince"], day)


def _since(period: DateSpan, since: str | None, day: date | None) -> DateSpan | None:
    if not since:
        return period
    return span(period.first, day) if day is not None else None


def _this_period(match: Match, day: date | None) -> DateSpan | None:
    if day is None:
        return None
    unit, which = match["tunit"], match["twhich"]
    back = 2 if which and which.startswith(_BEFORE_LAST) else 1 if _points_back(which) else 0
    if _points_on(which):
        return None
    if unit == "الاسبوع":
        monday = day - timedelta(days=day.weekday() + 7 * back)
        period = span(monday, monday + timedelta(days=6) if back else day)
    elif unit == "الشهر":
        period = whole_month(*months_back(day.year, day.month, back))
        period = period if back else span(period.first, day, DatePrecision.MONTH)
    else:
        period = whole_year(day.year - back)
        period = period if back else span(period.first, day, DatePrecision.YEAR)
    return span(period.first, day) if match["tsince"] else period


def _past_hours(match: Match, day: date | None) -> DateSpan | None:
    hours = int(match["h1"] or match["h2"] or 24)
    return span(day - timedelta(days=max(1, round(hours / 24))), day) if day else None


def _past_days(match: Match, day: date | None) -> DateSpan | None:
    days = 2 if match["pdual"] else _count(match["pn"])
    return span(day - timedelta(days=1 if days == 2 else days), day) if day else None


def _ago(match: Match, day: date | None) -> DateSpan | None:
    if day is None:
        return None
    word = match["adual"] or match["aone"] or match["aunit"]
    unit, count = _UNITS.get(word, "year"), 2 if match["adual"] else 1 if match["aone"] else _count(match["an"])
    then = units_back(count, unit, day)
    if unit == "year":
        return whole_year(then.year)
    return whole_month(then.year, then.month) if unit == "month" else DateSpan.day(then) if unit == "day" else None


def _hijri(match: Match, day: date | None) -> DateSpan | None:
    month, number = HIJRI_MONTHS[match["hm"]], int(match["hd"])
    if match["hy"]:
        reckoned = from_hijri(int(match["hy"]), month, number)
    elif day is None:
        return None
    else:
        year = hijri_year_of(day)
        reckoned = from_hijri(year, month, number)
        if reckoned > day + SOON:
            reckoned = from_hijri(year - 1, month, number)
    around = [reckoned + timedelta(days=n) for n in (-1, 0, 1)]
    if match["hw"]:
        same = [each for each in around if each.weekday() == DAYS[match["hw"]]]
        if same:
            return DateSpan.day(same[0])
    return span(around[0], around[-1])


def _hijri_month(match: Match, day: date | None) -> DateSpan | None:
    """From a day before the reckoned beginning to a day after the reckoned end; without its year the last one."""
    if not match["hmyear"] and day is None:
        return None
    month = HIJRI_MONTHS[match["hmonth"]]
    year = int(match["hmyear"]) if match["hmyear"] else hijri_year_of(day) if day else 0
    if not match["hmyear"] and day is not None and from_hijri(year, month, 1) > day + SOON:
        year -= 1
    after = (year, month + 1) if month < 12 else (year + 1, 1)
    first, last = from_hijri(year, month, 1) - timedelta(days=1), from_hijri(*after, 1)
    return span(first, last, DatePrecision.MONTH)


def _weekday_named(match: Match, day: date | None) -> DateSpan | None:
    if day is None:
        return None
    if _points_on(match["wwhich"]):
        return DateSpan.day(_weekday(match["wday"], day + timedelta(days=7), strictly=True))
    return DateSpan.day(_weekday(match["wday"], day, strictly=_points_back(match["wwhich"])))


def _beside(group: str, days: int) -> Meaning:
    """ "اليوم الاثنين": the weekday beside the word is believed, where it is no further than a day off."""

    def resolve(match: Match, day: date | None) -> DateSpan | None:
        if day is None:
            return None
        plain = day + timedelta(days=days)
        if match[group]:
            named = _weekday(match[group], plain + timedelta(days=1))
            if abs((named - plain).days) <= 1:
                return DateSpan.day(named)
        return DateSpan.day(plain)

    return resolve


def _between(match: Match, day: date | None) -> DateSpan | None:
    month2 = MONTHS[match["b2m"]]
    month1 = MONTHS[match["b1m"]] if match["b1m"] else month2
    last = _dated(match["b2d"], month2, int(match["b2y"]) if match["b2y"] else None, None, day)
    if last is None:
        return None
    return span(date(last.year - (month1 > month2), month1, int(match["b1d"])), last)


def _between_days(match: Match, day: date | None) -> DateSpan | None:
    if day is None:
        return None
    last = _weekday(match["w2"], day)
    return span(_weekday(match["w1"], last), last)


_MEANINGS: Mapping[str, Meaning] = {
    "iso": lambda m, d: DateSpan.day(date(int(m["iy"]), int(m["im"]), int(m["id"]))),
    "slashed": lambda m, d: DateSpan.day(
        date(int(m["sy"]), int(m["sm"]), int(m["sd"]))
        if int(m["sm"]) <= 12
        else date(int(m["sy"]), int(m["sd"]), int(m["sm"]))
    ),
    "between_days": _between_days,
    "between_years": lambda m, d: span(date(int(m["y1"]), 1, 1), date(int(m["y2"]), 12, 31), DatePrecision.YEAR),
    "between": _between,
    "night_between": lambda m, d: DateSpan.day(_weekday(m["n2"], d)) if d else None,
    "hijri": _hijri,
    "hijri_month": _hijri_month,
    "dmy": _dmy,
    "mdy": lambda m, d: DateSpan.day(date(int(m["my"]), MONTHS[m["mm"]], int(m["md"]))),
    "day_of_month": _day_of_month,
    "day_and_number": _day_and_number,
    "month_year": _month_year,
    "month": _month,
    "year": _of_year,
    "this_period": _this_period,
    "past_hours": _past_hours,
    "past_days": _past_days,
    "ago": _ago,
    "just_now": relative(0),
    "vague": never,
    "recurring": never,
    "other_day": never,
    "in_a_row": relative(0),
    "before_yesterday": relative(-2),
    "since_today": relative(0),
    "since_yesterday": lambda m, d: span(d - timedelta(days=1), d) if d else None,
    "since_day": lambda m, d: span(_weekday(m["sw"], d), d) if d else None,
    "yesterday": _beside("yw", -1),
    "today": _beside("tw", 0),
    "tomorrow": relative(1),
    "weekday": _weekday_named,
}
