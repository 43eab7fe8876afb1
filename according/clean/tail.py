"""What surrounds a report on its page without any mark: the headlines above its own, those of other reports below it."""

from __future__ import annotations

import re
from collections import Counter

from according.clean.repeats import LONGEST_TITLE
from according.clean.sheet import Line, Sheet, key_of
from according.domain.values import ZoneKind

LAST_LINES = 60
"""Lines at the end that are looked at."""
_EARLY = 0.4
_WORDS = re.compile(r"\w{4,}")
_LOOK = 40_000


def mark_above(sheet: Sheet, title: str | None) -> None:
    """Headlines and menus above the report's own headline, where the title stands whole and near the beginning."""
    wanted = key_of((title or "")[:LONGEST_TITLE])
    for first, line in enumerate(sheet.lines):
        if line.start > _EARLY * len(sheet.text) or sheet.paragraph(line):
            return
        key = key_of(sheet.words(line))
        if len(key) > 25 and wanted.startswith(key):
            for above in sheet.lines[:first]:
                sheet.mark(above, ZoneKind.FURNITURE)
            return


def mark_below(sheet: Sheet, own: set[int]) -> None:
    """Closing lines without a stop, in a text whose paragraphs end with one, are the headlines of other reports.

    Two and more are; a single one only when it shares hardly a telling word with the report.
    """
    mine = {sheet.lines[n].first for n in own}
    paragraphs = [n for n, line in enumerate(sheet.lines) if sheet.paragraph(line) and sheet.body(line)]
    if not paragraphs:
        return
    block: list[Line] = []
    for line in reversed(sheet.lines[paragraphs[0] + 1 :][-LAST_LINES:]):
        if not sheet.body(line):
            continue
        if line.first in mine or not sheet.headline(line):
            break
        block.append(line)
    if block and _announced(sheet, block[-1]):
        return
    if (len(block) >= 2 and len(paragraphs) >= 2) or (block and _strange(sheet, block)):
        for line in block:
            sheet.mark(line, ZoneKind.TAIL)


def _announced(sheet: Sheet, line: Line) -> bool:
    """Whether a colon before the line makes it part of the report."""
    before = sheet.text[max(0, line.start - 5) : line.start].rstrip()
    return before.endswith((":", ":\u200f"))


def _strange(sheet: Sheet, block: list[Line]) -> bool:
    """Whether at most half of each line's telling words stand elsewhere in the report."""
    counts = Counter(_WORDS.findall(sheet.text[:_LOOK].lower()))
    for line in block:
        words = set(_WORDS.findall(sheet.words(line).lower()))
        if len(words) >= 3 and sum(counts[word] > 1 for word in words) > 0.5 * len(words):
            return False
    return True
