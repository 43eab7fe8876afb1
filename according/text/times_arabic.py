"""Arabic time expressions in clean text (`arabic.clean_text`), resolved against the day a report speaks from (codebook, Dates)."""

from __future__ import annotations

import re
from datetime import date

from according.domain.mention import TimeMention
from according.text.arabic import LETTERS
from according.text.time_patterns_arabic import ANY, EXPRESSIONS, HINT
from according.text.time_spans_arabic import kind_of, meaning
from according.text.times import is_background

BEFORE = 70
"""Characters before a telling word within which its expression may begin."""

_START = re.compile(rf"(?<!\w)\w|(?<=[A-Za-z\d])[{LETTERS}]|(?<=[A-Za-z{LETTERS}])\d")
"""Arabic words and numbers begin even where nothing parts them from Latin ones ("Publicفجر")."""
_KIND_GROUPS = tuple((name, f"x_{name}") for name, _ in EXPRESSIONS)
_SPOKEN = re.compile(
    rf"(?<![{LETTERS}])[وف]?(?:قال|قالت|افاد|افادت|اعلن|اعلنت|ذكر|ذكرت|اكد|اكدت|اوضح|اوضحت|اضاف|اضافت|صرح|صرحت|اشار|اشارت|كشف|كشفت"
    r"|وثق|وثقت|نقلت|نقل|نشر|نشرت|اتهم|اتهمت)(?:\s+(?!ان\s|عن\s|بان\s|الي\s)[^\s.:]+){0,6}[\s,]*$"
)
"""A verb of saying, and nothing that opens what is said, before the expression."""


def find_times(clean: str, start: int, end: int, anchor_day: date | None) -> list[TimeMention]:
    """Time expressions in clean[start:end], offsets and anchors those of the clean text.

    `anchor_day` is the day that "اليوم" means; None = unknown: only full dates are resolved then.
    """
    found: list[TimeMention] = []
    free = start
    for hint in HINT.finditer(clean, start, end):
        if hint.end() <= free:
            continue
        match = _expression(clean, max(free, hint.start() - BEFORE), hint, end)
        if match is None:
            continue
        free = match.end()
        name = next(name for name, group in _KIND_GROUPS if match.group(group) is not None)
        when, kind = meaning(name, match, anchor_day), kind_of(name, match)
        found.append(
            TimeMention(
                start=match.start(),
                anchor=match.group().rstrip(),
                date=when,
                kind=kind,
                background=is_background(when, kind, anchor_day),
                spoken=_SPOKEN.search(clean, max(start, match.start() - 90), match.start()) is not None,
            )
        )
    return found


def _expression(clean: str, begin: int, hint: re.Match[str], end: int) -> re.Match[str] | None:
    """The first expression that begins at a word between `begin` and the telling word, and holds that word."""
    for word in _START.finditer(clean, begin, hint.start() + 1):
        match = ANY.match(clean, word.start(), end)
        if match is not None and match.end() > hint.start():
            return match
    return None
