"""English time expressions in running text, resolved against the day a report speaks from (codebook, Dates)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from according.domain.mention import DateSpan, TimeMention
from according.domain.values import DatePrecision, TimeKind
from according.text.time_patterns import ANY, DAY, EXPRESSIONS, HINT
from according.text.time_spans import KINDS, LOOKING_BACK, meaning, span, weekday_before

BEFORE = 60
"""Characters before a telling word within which its expression may begin."""
NEWS = 14
"""Days back to which an expression still speaks of the news."""

_WORD_START = re.compile(r"(?<!\w)\w")
_KIND_GROUPS = tuple((name, f"x_{name}") for name, _ in EXPRESSIONS)
_SINCE = re.compile(r"\bsince\b[^.;]*$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:on\s+)?")
_SAY = r"(?:said|says|saying|told|reported|announced|added|stated|confirmed|warned|claimed|tweeted|declared|spoke|speaking|denied|accused)"
_SAID = re.compile(rf"\b{_SAY}\b[^.;]{{0,30}}?\b(?P<day>{DAY}|yesterday)\b", re.IGNORECASE)
_NAMED_AFTER = re.compile(
    r"(?:st|nd|rd|th)?\s(?:Street|Square|Avenue|Road|Bridge|School|Hospital|Mosque|University|Stadium|Park|Dam|Brigade|Battalion|Movement)\b"
)
"""What is named after a day: "April 7th Street"."""
_IN_A_NAME = re.compile(r"\b[A-Z][\w-]+ $")
"""What stands before the last word of "Aleppo Today"."""
_SPOKEN = re.compile(
    rf"\b{_SAY}(?:\s+(?:reporters|journalists|[A-Z]\w+(?:\s[A-Z]\w+)?))?(?:\s+(?:in|from|by|on|via)\s+(?:a|an|its|his|her|the)\s+(?:\w+\s+){{0,2}}\w+)?"
    r"(?:\s+(?:on|late|early|here))*\s*$"
)


def find_times(text: str, start: int, end: int, anchor_day: date | None) -> list[TimeMention]:
    """Time expressions in text[start:end], with offsets into the whole text; undated where nothing tells the day.

    `anchor_day` is the day that "today" means; None = unknown: only full dates are resolved then.
    """
    found: list[TimeMention] = []
    free = start
    for hint in HINT.finditer(text, start, end):
        if hint.end() <= free:
            continue
        match = _expression(text, max(free, hint.start() - BEFORE), hint, end)
        if match is None:
            continue
        free = match.end()
        if _NAMED_AFTER.match(text, free):
            continue
        mention = _mention(text, match, start, end, anchor_day)
        if mention is None:
            continue
        if found and match.group("x_weekday") and (joined := _joined(text, found[-1], mention)):
            found[-1] = joined
        else:
            found.append(mention)
    return found


def _expression(text: str, begin: int, hint: re.Match[str], end: int) -> re.Match[str] | None:
    """The first expression that begins at a word between `begin` and the telling word, and holds that word."""
    for word in _WORD_START.finditer(text, begin, hint.start() + 1):
        match = ANY.match(text, word.start(), end)
        if match is not None and match.end() > hint.start():
            return match
    return None


def _mention(text: str, match: re.Match[str], start: int, end: int, day: date | None) -> TimeMention | None:
    name = next(name for name, group in _KIND_GROUPS if match.group(group) is not None)
    if name == "in_month" and match["im"].lower().startswith(("may", "mar")) and not match["im"][0].isupper():
        return None
    if (
        name in ("today", "recurring")
        and text[match.start()].isupper()
        and _IN_A_NAME.search(text, start, match.start())
    ):
        return None
    kind = KINDS.get(name, TimeKind.POINT)
    when = meaning(name, match, _day_spoken(text, match, end, day) if name in LOOKING_BACK else day)
    if name in ("dmy", "mdy") and (match["dsince"] or match["msince"]):
        kind = TimeKind.SINCE
    if when is not None and name in ("in_year", "month_year") and day is not None:
        # "since it began in March 2011"
        if _SINCE.search(text, max(start, match.start() - 90), match.start()):
            when, kind = span(when.first, day), TimeKind.SINCE
    return TimeMention(
        start=match.start(),
        anchor=match.group().rstrip(),
        date=when,
        kind=kind,
        background=is_background(when, kind, day),
        spoken=_SPOKEN.search(text, max(start, match.start() - 90), match.start()) is not None,
    )


def is_background(when: DateSpan | None, kind: TimeKind, day: date | None) -> bool:
    """Does the expression point back beyond the news?"""
    if kind is TimeKind.VAGUE:
        return True
    if when is None:
        return False
    if day is None:
        return when.precision in (DatePrecision.MONTH, DatePrecision.YEAR)
    limit = day - timedelta(days=NEWS)
    return when.first < limit if kind is TimeKind.SINCE else when.last < limit


def _joined(text: str, before: TimeMention, after: TimeMention) -> TimeMention | None:
    """ "Saturday and Sunday": one span, where the second is the day after the first."""
    if before.date is None or after.date is None or not _AND.fullmatch(text, before.end, after.start):
        return None
    if (after.date.last - before.date.first).days != 1:
        return None
    anchor = text[before.start : after.end]
    return TimeMention(
        before.start, anchor, span(before.date.first, after.date.last), TimeKind.SPAN, spoken=before.spoken
    )


def _day_spoken(text: str, match: re.Match[str], end: int, day: date | None) -> date | None:
    """ "in the last 48 hours, sources said on Friday": a span that looks back ends on the day it was said."""
    said = _SAID.search(text, match.end(), end)
    if said is None or day is None:
        return day
    word = said["day"].lower()
    return day - timedelta(days=1) if word == "yesterday" else weekday_before(word, day)
