"""The day that a page prints as its own: a date at its head or behind a label, a network's stamp, "today, 4 March 2031"."""

from __future__ import annotations

import re
from datetime import date

from according.text import times_arabic
from according.text.arabic import clean_text
from according.text.times import find_times as times_in

_OPENS = 36
"""Characters in which a date with which a text opens ends; it begins in their first third."""
HEAD = 160
"""A date within so many characters of the beginning, before the first sentence's words, is the report's own."""
LATE = 30
"""Days after its publication from which on a date at the head of a page is that of its copying."""
TODAY_WITHIN = 2_000
"""Characters from the beginning in which "today" beside a full date tells the report's day."""

_LABEL = re.compile(
    r"(?:last updated(?: at)?|published(?: on)?|posted on|updated|date of publication|date)\s*:?\s*$", re.I
)
FULL = re.compile(r"(?:19|20)\d\d")


def filed_day(
    text: str, clean: str | None = None, title: str | None = None, published: str | None = None
) -> date | None:
    """The day that a report prints as its own; None where it prints none. `clean` is the clean spelling of an Arabic text.

    A title that names one full day is that day's ("Events of 4 March 2031"). A day long after `published` (an ISO date) is
    that on which the page was copied, and none of the report's, unless the text opens with it (codebook, Dates).
    """
    if clean is None and (opening := _opening_date(text)) is not None:
        return opening
    found = _head_date(text) if clean is None else _arabic_head_date(text, clean)
    if found is None:
        found = _line_date(text) if clean is None else _arabic_today(clean)
    if found is None:
        found = _title_date(title, clean is not None)
    known = day_of(published)
    return None if found is not None and known is not None and (found - known).days > LATE else found


def day_of(published: str | None) -> date | None:
    """The day of an ISO date or date and time; None for anything else."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


_FILED = re.compile(
    r"(?:AFP|AP|Reuters|UPI|dpa|Xinhua|TASS|Interfax|Anadolu|SANA)\s(?:[A-Z][a-z]{2,8}day\s)?(?=\d{1,2}\s[A-Z][a-z]{2,8}\s20\d\d\s)"
)
_WHEN = re.compile(r"\b(?:on|in|since|from|until|the)(?:$|\s)", re.I)
"""What makes a date that of something told."""
FILED_WITHIN = 600
"""Characters from the beginning in which an agency's name before a full date tells when the report was filed."""


def _opening_date(text: str) -> date | None:
    """The full date that the text's first words are ("Thu Feb 26 2031 Rebels ..."), or that follows its agency ("AFP Tuesday 6 Aug 2031")."""
    for mention in times_in(text, 0, min(len(text), _OPENS), None):
        day = mention.date
        if mention.start < _OPENS // 3 and day is not None and day.first == day.last and FULL.search(mention.anchor):
            said = _WHEN.search(text[: mention.start].strip()) or _WHEN.match(mention.anchor)
            return None if said else day.first
    filed = _FILED.search(text, 0, FILED_WITHIN)
    for mention in times_in(text, filed.end(), filed.end() + 20, None) if filed is not None else ():
        if mention.date is not None and mention.date.first == mention.date.last:
            return mention.date.first
    return None


def _head_date(text: str) -> date | None:
    """A full date with which the text opens ("5 July 2016 ...", "Last updated at Jul 012016 ..."), or right after its headline."""
    for mention in times_in(text, 0, min(len(text), HEAD), None):
        if mention.date is None or mention.date.first != mention.date.last or not FULL.search(mention.anchor):
            continue
        if _WHEN.match(mention.anchor):
            continue  # "On 5 May 2031 rebels entered the town"
        before = text[: mention.start].strip()
        labelled = _LABEL.search(before) is not None
        if not before or labelled or (len(before) < 12 and not re.search(r"\b(?:on|in|since|from)$", before)):
            return mention.date.first
        line = text[: mention.start].rsplit("\n", 1)[-1].strip()
        after = text[mention.end : mention.end + 2]
        if not re.search(r"\b(?:on|in|since|from|and|of|until|the)$", before, re.I) and (
            not line or after[:1] in "\n" or re.match(r"\s[A-Z]", after)
        ):
            return mention.date.first
    return None


_STAMP = re.compile(
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?P<day>\d{1,2}), (?P<year>20\d\d)(?=\D{0,20}Shared with|.{0,8}Views?|\d|\s|$)"
    r"(?: · Shared with)?"
)
"""The day that a network prints over a post ("October 26, 2031 · Shared with Public") or under it ("3:28 PM · Nov 10, 2031")."""
_STAMP_BEFORE = re.compile(r"\d\s?[AP]M\s·\s$")
_ARABIC_LABEL = re.compile(
    r"(?:نشرت?|تاريخ النشر|النشر|اخر تحديث|تحديث|حدثت?|كتب(?:ت)?)(?:\s+(?:في|بتاريخ|يوم))?\s*:?\s*$"
)
_ONLY_TIME = re.compile(r"[\s\d:,.|/()-]*(?:م|ص|مساء|صباحا|pm|am|GMT|بتوقيت \w+)?[\s|.,-]*", re.I)
ARABIC_HEAD = 400
"""Characters from the beginning in which an Arabic page writes its own date, alone on a line or behind a label."""


def _arabic_head_date(text: str, clean: str) -> date | None:
    """A post's stamp, a date with which the text opens, or the only one in its head that is labelled or alone on its line."""
    for stamp in _STAMP.finditer(text):
        if _STAMP_BEFORE.search(text, max(0, stamp.start() - 8), stamp.start()) or stamp.group().endswith(
            "Shared with"
        ):
            (mention,) = times_in(stamp.group().removesuffix(" · Shared with"), 0, len(stamp.group()), None)[:1] or (
                None,
            )
            if mention is not None and mention.date is not None:
                return mention.date.first
    alone: list[date] = []
    full = [
        m
        for m in times_arabic.find_times(clean, 0, min(len(clean), ARABIC_HEAD), None)
        if m.date and m.date.first == m.date.last
    ]
    latest = max((mention.date.first for mention in full if mention.date), default=None)
    for mention in full:
        assert mention.date is not None
        opens = not clean[: mention.start].strip() and mention.date.first == latest
        if opens or _ARABIC_LABEL.search(clean[: mention.start]):
            return mention.date.first
        if is_alone(clean, mention.start, mention.end):
            alone.append(mention.date.first)
    return alone[0] if len(set(alone)) == 1 else None


def is_alone(clean: str, start: int, end: int) -> bool:
    """Stands the date alone on its line, but for an hour?"""
    line_end = clean.find("\n", end)
    after = clean[end : line_end if line_end >= 0 else len(clean)]
    before = clean[clean.rfind("\n", 0, start) + 1 : start]
    return not before.strip(" -|,") and _ONLY_TIME.fullmatch(after) is not None


_CLOCKED = re.compile(
    r"^[^\S\n]*(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s)?(?P<date>\d{1,2}\s[A-Z][a-z]{2,8},?\s20\d\d|[A-Z][a-z]{2,8}\s\d{1,2},\s20\d\d)"
    r",?(?:\sat)?\s\d{1,2}:\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?:[,\s|]+[A-Z]{2,4}(?:[+-]\d+)?)?[^\S\n]*$",
    re.M,
)
"""A date with an hour, alone on its line ("Thursday, 4 Aug 2022, 15:01")."""


def _line_date(text: str) -> date | None:
    """The one date with an hour that stands alone on a line near the beginning."""
    days = {
        mention.date.first
        for match in _CLOCKED.finditer(text, 0, min(len(text), TODAY_WITHIN))
        for mention in times_in(match["date"], 0, len(match["date"]), None)[:1]
        if mention.date is not None
    }
    return next(iter(days)) if len(days) == 1 else None


_TODAY = re.compile(r"(?<!\w)اليوم(?!\w)[^.\n]{0,40}?20\d\d")
_LABELLED = re.compile(
    r"(?:تاريخ النشر|نشر في|نشر بتاريخ)\s*:?\s*(?P<date>\d\d?[-./]\d\d?[-./]20\d\d|20\d\d[-./]\d\d?[-./]\d\d?)"
)


def _arabic_today(clean: str) -> date | None:
    """ "today, Sunday 4 March 2031", or the one date behind a label of publication farther down."""
    days = set()
    for pattern in (_LABELLED, _TODAY):
        for match in pattern.finditer(clean, 0, min(len(clean), TODAY_WITHIN)):
            for mention in times_arabic.find_times(clean, match.start(), match.end(), None):
                if mention.date is not None and mention.date.first == mention.date.last and FULL.search(mention.anchor):
                    days.add(mention.date.first)
        if days:
            break
    return next(iter(days)) if len(days) == 1 else None


def _title_date(title: str | None, arabic: bool) -> date | None:
    """The one full day that a title names, if no other day is named in it."""
    if not title or not FULL.search(title):
        return None
    words = clean_text(title).text if arabic else title
    found = times_arabic.find_times(words, 0, len(words), None) if arabic else times_in(words, 0, len(words), None)
    days = {m.date for m in found if m.date is not None}
    only = next(iter(days)) if len(days) == 1 else None
    return only.first if only is not None and only.first == only.last else None
