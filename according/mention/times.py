"""Time expressions of a report, resolved against the day it speaks from."""

from __future__ import annotations

import re
from datetime import date

from according.domain.mention import TimeMention
from according.domain.report import Layout, Report
from according.text.times import find_times as times_in

HEAD = 160
"""A date within so many characters of the beginning, before the first sentence's words, is the report's own."""

_LABEL = re.compile(
    r"(?:last updated(?: at)?|published(?: on)?|posted on|updated|date of publication|date)\s*:?\s*$", re.I
)
_FULL = re.compile(r"(?:19|20)\d\d")


def report_day(report: Report, layout: Layout) -> date | None:
    """The day that "today" means: a date at the head of the text or its dateline, else `published`; None = unknown."""
    published = _published(report)
    head = _head_date(report.text)
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
        if mention.date is None or mention.date.first != mention.date.last or not _FULL.search(mention.anchor):
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


def find_times(report: Report, layout: Layout) -> tuple[TimeMention, ...]:
    """The time expressions of every readable sentence, in text order."""
    day = report_day(report, layout)
    found: list[TimeMention] = []
    for sentence in layout.sentences:
        if sentence.readable:
            found += times_in(report.text, sentence.start, sentence.end, day)
    return tuple(mention for mention in found if not _own(report.text, mention, day))


def _own(text: str, mention: TimeMention, day: date | None) -> bool:
    """Whether a date is only the report's own ("Last updated at Jul 012016 ..."), not that of anything told."""
    own = mention.start < HEAD and mention.date is not None and mention.date.first == mention.date.last == day
    if not own or not _FULL.search(mention.anchor):
        return False
    before = text[: mention.start].rstrip()
    return not re.search(r"\b(?:on|in|since|from|and|of|until|the)$", before, re.I) and not re.match(
        r"(?:on|in)\b", mention.anchor, re.I
    )
