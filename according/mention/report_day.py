"""The day from which a report speaks: what "today" means in it."""

from __future__ import annotations

import re
from datetime import date

from according.domain.report import Layout
from according.mention.surface import Surface
from according.text.filed import day_of, filed_day
from according.text.times import find_times as times_in


def report_day(surface: Surface, layout: Layout) -> date | None:
    """The day that "today" means: a date at the head of the text or its dateline, else `published`; None = unknown."""
    report = surface.report
    published = day_of(report.published)
    clean = surface.text if surface.clean is not None else None
    head = filed_day(report.text, clean, report.title, report.published)
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
