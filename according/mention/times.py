"""Time expressions of a report, resolved against the day it speaks from."""

from __future__ import annotations

import re
from datetime import date

from according.domain.mention import TimeMention
from according.mention.surface import Surface
from according.text import times_arabic
from according.text.filed import FULL, HEAD, is_alone
from according.text.times import find_times as times_in


def find_times(surface: Surface, day: date | None) -> tuple[TimeMention, ...]:
    """The time expressions of every readable sentence, in text order, counted from the report's day; offsets are those of the surface."""
    found: list[TimeMention] = []
    for start, end in surface.sentences:
        if surface.clean is not None:
            mentions = times_arabic.find_times(surface.text, start, end, day)
            taken = [(mention.start, mention.end) for mention in mentions]
            mentions += (
                mention
                for mention in times_in(surface.text, start, end, day)
                if not any(first < mention.end and mention.start < last for first, last in taken)
            )
            mentions.sort(key=lambda mention: mention.start)
            found += (mention for mention in mentions if not _arabic_own(surface.text, mention, day))
        else:
            mentions = times_in(surface.text, start, end, day)
            found += (mention for mention in mentions if not _own(surface.text, mention, day))
    return tuple(found)


def _arabic_own(text: str, mention: TimeMention, day: date | None) -> bool:
    return mention.date is not None and mention.date.first == day and is_alone(text, mention.start, mention.end)


def _own(text: str, mention: TimeMention, day: date | None) -> bool:
    """Whether a date is only the report's own ("Last updated at Jul 012016 ..."), not that of anything told."""
    own = mention.start < HEAD and mention.date is not None and mention.date.first == mention.date.last == day
    if not own or not FULL.search(mention.anchor):
        return False
    before = text[: mention.start].rstrip()
    return not re.search(r"\b(?:on|in|since|from|and|of|until|the)$", before, re.I) and not re.match(
        r"(?:on|in)\b", mention.anchor, re.I
    )
