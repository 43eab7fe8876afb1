"""The day from which a report speaks: what "today" means in it."""

from __future__ import annotations

import re
from datetime import date

from according.domain.report import Layout, Report
from according.mention.surface import Surface
from according.text import times_arabic
from according.text.times import find_times as times_in

HEAD = 160
"""A date within so many characters of the beginning, before the first sentence's words, is the report's own."""

_LABEL = re.compile(
    r"(?:last updated(?: at)?|published(?: on)?|posted on|updated|date of publication|date)\s*:?\s*$", re.I
)
FULL = re.compile(r"(?:19|20)\d\d")


def report_day(surface: Surface, layout: Layout) -> date | None:
    """The day that "today" means: a date at the head of the text or its dateline, else `published`; None = unknown."""
    report = surface.report
    published = _published(report)
    head = _head_date(report.text) if surface.clean is None else _arabic_head_date(report.text, surface.text)
    if head is not None:
        return head
    if layout.dateline is not None and layout.dateline.date:
        text = layout.dateline.date
        against = published or _release_year(report.text)
        found = [t for t in times_in(text, 0, len(text), against) if t.date is not None]
        if found and found[0].date is not None and found[0].date.first == found[0].date.last:
            return found[0].date.first
    return published


def _release_year(text: str) -> date | None:
    """The last day of the year in a release number ("2010-12-CA-031") at the head: what a dateline without a year falls in."""
    match = re.search(r"\b((?:19|20)\d\d)-\d\d-[A-Z]{1,3}-\d+", text[:800])
    return date(int(match.group(1)), 12, 31) if match else None


def _published(report: Report) -> date | None:
    try:
        return date.fromisoformat((report.published or "")[:10])
    except ValueError:
        return None


def _head_date(text: str) -> date | None:
    """A full date with which the text opens ("5 July 2016 ...", "Last updated at Jul 012016 ..."), or right after its headline."""
    for mention in times_in(text, 0, min(len(text), HEAD), None):
        if mention.date is None or mention.date.first != mention.date.last or not FULL.search(mention.anchor):
            continue
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
_STAMP_AFTER = re.compile(r"\s·\sShared with")
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
