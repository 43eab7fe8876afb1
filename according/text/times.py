"""English time expressions, resolved against the day a report speaks from (codebook, Dates).

A weekday is the last one before or on that day; "past 24 hours" and "the last two days" are the day and the one before; a
day and month without a year take it from the report's day; a span of one day is written as the day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from according.domain.mention import DateSpan, TimeMention
from according.domain.values import DatePrecision

_MONTHS = {
    name: n
    for n, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
_MONTHS |= {name[:3]: n for name, n in list(_MONTHS.items())} | {"sept": 9}
_DAYS = {name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_NUMBERS = {
    w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1, "few": 3, "several": 3, "couple": 2}

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_COUNT = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a few|few|several|couple of|a couple of)"
_YEAR = r"(?:19|20)\d\d"
_HOURLY = r"(?:\s+(?:morning|afternoon|evening|night|dawn|midnight|noon|at dawn|before dawn))?"

_EXPRESSIONS: tuple[tuple[str, str], ...] = (
    ("iso", rf"\b(?P<iso>{_YEAR}-\d\d-\d\d)\b"),
    ("slashed", rf"\b(?P<sd>\d{{1,2}})[/.-](?P<sm>\d{{1,2}})[/.-](?P<sy>{_YEAR})\b"),
    ("glued", rf"\b(?P<gm>{_MONTH})\s(?P<gd>\d\d)(?P<gy>{_YEAR})\b"),
    (
        "between",
        rf"\b(?:between|from)\s+(?:{_DAY},?\s+)?(?P<b1m>{_MONTH})?\s*(?P<b1d>\d{{1,2}})?(?:\s*,?\s*(?P<b1y>{_YEAR}))?\s+(?:and|to|until|till)\s+(?:{_DAY},?\s+)?"
        rf"(?:(?P<b2d>\d{{1,2}})\s+)?(?P<b2m>{_MONTH})(?:\s+(?P<b2e>\d{{1,2}}))?(?:\s*,?\s*(?P<b2y>{_YEAR}))?\b",
    ),
    ("dmy", rf"\b(?:(?P<dsince>since)\s+)?(?:on\s+|the\s+)?(?:{_DAY},?\s+)?(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<dm>{_MONTH})،?(?:,?\s+(?P<dy>{_YEAR}))?\b"),
    ("mdy", rf"\b(?:(?P<msince>since)\s+)?(?:on\s+)?(?:{_DAY},?\s+)?(?P<mm>{_MONTH})\s+(?P<md>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:\s*,?\s+(?P<my>{_YEAR}))?\b"),
    ("since_my", rf"\bsince\s+(?:early\s+|late\s+|mid-?\s?|the (?:start|beginning|end) of\s+)?(?:(?P<smm>{_MONTH})\s*,?\s*)?(?P<smy>{_YEAR})\b"),
    ("month_year", rf"\b(?:(?P<part>early|late|mid)[ -])?(?P<nm>{_MONTH})\s*,?\s+(?P<ny>{_YEAR})\b"),
    ("since_month", rf"\bsince\s+(?:the (?:start|beginning) of\s+)?(?:last\s+)?(?P<om>{_MONTH})(?![\w-])"),
    ("in_month", rf"\b(?:in|during|last|this|early|late)\s+(?P<im>{_MONTH})(?![\w.-]|\s+\d)"),
    ("in_year", rf"\b(?:in|during|of|early|late|throughout)\s+(?P<yy>{_YEAR})\b"),
    ("since_day", rf"\bsince\s+(?:early\s+|late\s+|last\s+)?(?P<sday>{_DAY}|yesterday){_HOURLY}"),
    ("past_hours", r"\b(?:in|over|during|within|for)?\s*(?:the\s+)?(?:past|last|previous)\s+(?P<hours>\d{2}|twenty-four|forty-eight)[ -]hours?\b|\b(?:in|within)\s+(?P<hours2>24|48|72)\s+hours\b"),
    ("past_days", rf"\b(?:in|over|during|within)?\s*(?:the\s+)?(?:past|last|previous)\s+(?P<pdays>{_COUNT})\s+days\b|\bin\s+(?P<pdays2>two|three|four|five|2|3|4|5)\s+days\b"),
    ("past_week", r"\b(?:in|over|during|within|for)\s+(?:the\s+)?(?:past|last|previous)\s+(?P<pweek>week|month|year)\b"),
    ("past_units", rf"\b(?:in|over|during|within|for)\s+(?:the\s+)?(?:past|last|previous)\s+(?P<pn>{_COUNT})\s+(?P<punit>weeks|months|years)\b"),
    ("ago", rf"\b(?P<agon>{_COUNT}|a|an)\s+(?P<agou>days?|weeks?|months?|years?)\s+(?:ago|earlier)\b"),
    ("day_before", r"\bthe (?:day before yesterday)\b|\b(?P<dbefore>the previous day|the day before|a day (?:earlier|before|after))\b"),
    ("last_day", rf"\blast\s+(?P<lday>{_DAY}){_HOURLY}"),
    ("weekday", rf"\b(?:(?:on|late|early|by)\s+)*(?P<wday>{_DAY}s?)(?:'s|’s)?{_HOURLY}(?!\s*,?\s*\d{{1,2}}\s+{_MONTH})\b"),
    ("today", r"\b(?P<today>today|tonight|overnight|this (?:morning|afternoon|evening)|at dawn today)\b"),
    ("yesterday", r"\b(?P<yesterday>yesterday(?:\s+(?:morning|afternoon|evening|night))?|last night)\b"),
    ("earlier", r"\b(?P<earlier>earlier this (?:week|month|year)|this (?:week|month|year)|last (?:week|month|year)|the weekend|over the weekend)\b"),
)  # fmt: skip
_ANY = re.compile("|".join(f"(?P<x_{name}>{pattern})" for name, pattern in _EXPRESSIONS), re.I)
_HINT = re.compile(
    rf"\d{{4}}|\b(?:{_MONTH}|{_DAY}s?|today|tonight|overnight|yesterday|ago|earlier|past|last|previous|this|hours|days|weekend|night)\b",
    re.I,
)


def find_times(text: str, start: int, end: int, anchor_day: date | None) -> list[TimeMention]:
    """Time expressions in text[start:end], with offsets into the whole text; undated where nothing tells the day.

    `anchor_day` is the day that "today" means; None = unknown: only full dates are resolved then.
    """
    if not _HINT.search(text, start, end):
        return []
    found: list[TimeMention] = []
    for match in _ANY.finditer(text, start, end):
        kind = (match.lastgroup or "").removeprefix("x_")
        for name, _ in _EXPRESSIONS:
            if match.group(f"x_{name}") is not None:
                kind = name
                break
        lead = len(match.group()) - len(match.group().lstrip())
        at = match.start() + lead
        anchor = text[at : match.end()].rstrip()
        if (
            kind == "in_month"
            and match.group("im").lower().startswith(("may", "mar"))
            and not match.group("im")[0].isupper()
        ):
            continue
        span = _resolve(kind, match, _spoken(text, match, end, anchor_day) if kind in _LOOKING_BACK else anchor_day)
        if (
            span is not None
            and kind in ("in_year", "month_year")
            and anchor_day is not None
            and _SINCE.search(text, max(start, at - 90), at)
        ):
            span = _span(span.first, anchor_day)
        if (
            kind == "weekday"
            and found
            and span is not None
            and _AND.fullmatch(text, found[-1].start + len(found[-1].anchor), at)
        ):
            before = found.pop()
            if before.date is not None and (span.last - before.date.first).days == 1:
                span = _span(before.date.first, span.last)
            at, anchor = before.start, text[before.start : match.end()].rstrip()
        found.append(TimeMention(at, anchor, span))
    return found


_LOOKING_BACK = {"past_hours", "past_days", "past_week", "past_units", "since_day"}
_SINCE = re.compile(r"\bsince\b[^.;]*$", re.I)
_AND = re.compile(r"\s+and\s+(?:on\s+)?")
_SAID = re.compile(rf"\b(?:said|reported|announced|added|told|says)\b[^.;]{{0,30}}?\b(?P<day>{_DAY}|yesterday)\b", re.I)


def _spoken(text: str, match: re.Match[str], end: int, day: date | None) -> date | None:
    """ "in the last 48 hours, sources said on Friday": a span that looks back ends on the day it was said."""
    said = _SAID.search(text, match.end(), end)
    if said is None or day is None:
        return day
    word = said["day"].lower()
    return day - timedelta(days=1) if word == "yesterday" else _weekday(word, day)


def _resolve(kind: str, match: re.Match[str], day: date | None) -> DateSpan | None:
    try:
        return _RESOLVERS[kind](match, day)
    except (ValueError, OverflowError):
        return None


def _month(name: str) -> int:
    return (
        _MONTHS[name.lower().rstrip(".")[:4].rstrip(".")]
        if name.lower().startswith("sept")
        else _MONTHS[name.lower()[:3]]
    )


def _span(first: date, last: date, precision: DatePrecision = DatePrecision.RANGE) -> DateSpan:
    if first > last:
        first, last = last, first
    return DateSpan(first, last, DatePrecision.DAY if first == last else precision)


def _whole_month(year: int, month: int) -> DateSpan:
    return DateSpan(date(year, month, 1), date(year, month, monthrange(year, month)[1]), DatePrecision.MONTH)


def _whole_year(year: int) -> DateSpan:
    return DateSpan(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)


def _back(year: int, month: int, months: int) -> tuple[int, int]:
    index = year * 12 + month - 1 - months
    return index // 12, index % 12 + 1


def _last_month_named(month: int, day: date) -> int:
    """The year of the last such month before or at the day."""
    return day.year if month <= day.month else day.year - 1


def _count(word: str) -> int:
    word = word.lower().removeprefix("a ").removesuffix(" of")
    return int(word) if word.isdigit() else _NUMBERS[word]


def _weekday(name: str, day: date, strictly: bool = False) -> date:
    wanted = _DAYS[name.lower().removesuffix("s") if name.lower().endswith("days") else name.lower()]
    back = (day.weekday() - wanted) % 7
    return day - timedelta(days=back or (7 if strictly else 0))


def _day_month(day_text: str, month_text: str, year_text: str | None, since: bool, day: date | None) -> DateSpan | None:
    month, number = _month(month_text), int(day_text)
    if year_text:
        first = date(int(year_text), month, number)
    elif day is None:
        return None
    else:
        first = date(day.year, month, number)
        if first > day + timedelta(days=2):
            first = date(day.year - 1, month, number)
    if since:
        return _span(first, day) if day is not None else None
    return DateSpan.day(first)


def _between(match: re.Match[str], day: date | None) -> DateSpan | None:
    month2 = _month(match["b2m"])
    month1 = _month(match["b1m"]) if match["b1m"] else month2
    year2 = int(match["b2y"]) if match["b2y"] else _last_month_named(month2, day) if day else None
    if year2 is None:
        return None
    year1 = int(match["b1y"]) if match["b1y"] else year2 if month1 <= month2 else year2 - 1
    day2 = match["b2d"] or match["b2e"]
    if match["b1d"] is None and not match["b1m"]:
        return _day_month(day2, match["b2m"], match["b2y"], False, day) if day2 else _whole_month(year2, month2)
    first = date(year1, month1, int(match["b1d"])) if match["b1d"] else date(year1, month1, 1)
    last = date(year2, month2, int(day2)) if day2 else date(year2, month2, monthrange(year2, month2)[1])
    return _span(first, last)


def _since_my(match: re.Match[str], day: date | None) -> DateSpan | None:
    year = int(match["smy"])
    first = date(year, _month(match["smm"]) if match["smm"] else 1, 1)
    return _span(first, day) if day is not None else None


def _units_back(n: int, unit: str, day: date) -> date:
    unit = unit.lower().rstrip("s")
    if unit == "day":
        return day - timedelta(days=n)
    if unit == "week":
        return day - timedelta(weeks=n)
    months = n * (12 if unit == "year" else 1)
    year, month = _back(day.year, day.month, months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _ago(match: re.Match[str], day: date | None) -> DateSpan | None:
    unit, count = match["agou"].lower().rstrip("s"), match["agon"].lower()
    if day is None or count in ("few", "a few", "several"):
        return None
    then = _units_back(_count(count), unit, day)
    if unit == "year":
        return _whole_year(then.year)
    if unit == "month":
        return _whole_month(then.year, then.month)
    return DateSpan.day(then) if unit == "day" else None


def _earlier(match: re.Match[str], day: date | None) -> DateSpan | None:
    if day is None:
        return None
    words = match["earlier"].lower()
    monday = day - timedelta(days=day.weekday())
    if "weekend" in words:
        saturday = _weekday("saturday", day)
        return _span(saturday, min(saturday + timedelta(days=1), day))
    if "week" in words:
        if words.startswith("last"):
            return _span(monday - timedelta(days=7), monday - timedelta(days=1))
        return _span(monday, day)
    if "month" in words:
        if words.startswith("last"):
            return _whole_month(*_back(day.year, day.month, 1))
        return _span(day.replace(day=1), day, DatePrecision.MONTH)
    if words.startswith("last"):
        return _whole_year(day.year - 1)
    return _span(date(day.year, 1, 1), day, DatePrecision.YEAR)


def _past_hours(match: re.Match[str], day: date | None) -> DateSpan | None:
    word = (match["hours"] or match["hours2"]).lower()
    hours = {"twenty-four": 24, "forty-eight": 48}.get(word) or int(word)
    return _span(day - timedelta(days=max(1, round(hours / 24))), day) if day and hours <= 99 else None


def _past_days(match: re.Match[str], day: date | None) -> DateSpan | None:
    word = match["pdays"] or match["pdays2"]
    if day is None:
        return None
    days = _count(word)
    return _span(day - timedelta(days=1 if days == 2 else days), day)


def _past_week(match: re.Match[str], day: date | None) -> DateSpan | None:
    return _span(_units_back(1, match["pweek"], day), day) if day else None


def _past_units(match: re.Match[str], day: date | None) -> DateSpan | None:
    if day is None or match["pn"].lower() in ("few", "a few", "several"):
        return None
    return _span(_units_back(_count(match["pn"]), match["punit"], day), day)


def _since_day(match: re.Match[str], day: date | None) -> DateSpan | None:
    if day is None:
        return None
    word = match["sday"].lower()
    return _span(day - timedelta(days=1) if word == "yesterday" else _weekday(word, day), day)


def _since_month(match: re.Match[str], day: date | None) -> DateSpan | None:
    if day is None:
        return None
    month = _month(match["om"])
    return _span(date(_last_month_named(month, day), month, 1), day)


def _in_month(match: re.Match[str], day: date | None) -> DateSpan | None:
    if day is None:
        return None
    month = _month(match["im"])
    return _whole_month(_last_month_named(month, day), month)


def _month_year(match: re.Match[str], day: date | None) -> DateSpan | None:
    return _whole_month(int(match["ny"]), _month(match["nm"]))


def _iso(match: re.Match[str], day: date | None) -> DateSpan | None:
    return DateSpan.day(date.fromisoformat(match["iso"]))


def _slashed(match: re.Match[str], day: date | None) -> DateSpan | None:
    """Day first, as outside America; month first where only that is a date."""
    first, second, year = int(match["sd"]), int(match["sm"]), int(match["sy"])
    return DateSpan.day(date(year, second, first) if second <= 12 else date(year, first, second))


def _day_before(match: re.Match[str], day: date | None) -> DateSpan | None:
    if day is None or match["dbefore"]:
        return None  # a day before another one: only the report's frame tells which
    return DateSpan.day(day - timedelta(days=2))


def _relative(days: int) -> Callable[[re.Match[str], date | None], DateSpan | None]:
    return lambda match, day: DateSpan.day(day - timedelta(days=days)) if day else None


_RESOLVERS: dict[str, Callable[[re.Match[str], date | None], DateSpan | None]] = {
    "iso": _iso,
    "slashed": _slashed,
    "glued": lambda m, d: DateSpan.day(date(int(m["gy"]), _month(m["gm"]), int(m["gd"]))),
    "between": _between,
    "dmy": lambda m, d: _day_month(m["dd"], m["dm"], m["dy"], bool(m["dsince"]), d),
    "mdy": lambda m, d: _day_month(m["md"], m["mm"], m["my"], bool(m["msince"]), d),
    "since_my": _since_my,
    "month_year": _month_year,
    "since_month": _since_month,
    "in_month": _in_month,
    "in_year": lambda m, d: _whole_year(int(m["yy"])),
    "since_day": _since_day,
    "past_hours": _past_hours,
    "past_days": _past_days,
    "past_week": _past_week,
    "past_units": _past_units,
    "ago": _ago,
    "day_before": _day_before,
    "last_day": lambda m, d: DateSpan.day(_weekday(m["lday"], d, strictly=True)) if d else None,
    "weekday": lambda m, d: DateSpan.day(_weekday(m["wday"], d)) if d else None,
    "today": _relative(0),
    "yesterday": _relative(1),
    "earlier": _earlier,
}
