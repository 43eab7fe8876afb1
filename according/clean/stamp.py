"""The stamp a page glues before a report's first words: "Published October 10 2016", "Sat Mar 12 2016", "05-04-2016"."""

from __future__ import annotations

import re

from according.clean.dateline import MONTH

_DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s)?"
_DATE = (
    rf"(?:{MONTH}\s\d{{1,2}},?\s?(?:19|20)\d\d|\d{{1,2}}\s{MONTH},?\s(?:19|20)\d\d"
    r"|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
)
_CLOCK = r"(?:\s(?:at\s)?\d{1,2}:?\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s(?:UTC|GMT)(?:[+-]\d{1,2})?)?)?"
_LABEL = r"(?:(?i:last\s)?(?i:updated|published|posted|date\sof\spublication|publication\sdate|date)\s?:?\s?(?:(?:on|at)\s)?)?"
_STAMP = re.compile(rf"\s*{_LABEL}{_DAY}{_DATE}{_CLOCK}(?=\s+[\"“‘'(]?[A-Z0-9])")


def stamp_end(text: str, at: int = 0) -> int | None:
    """Where the words begin after a full date that stands alone at the head of text[at:]; None where there is none.

    "In May 2016 ..." and "12 March 2016 was the day ..." are sentences: after a stamp a new one begins.
    """
    found = _STAMP.match(text, at)
    if found is None:
        return None
    end = found.end()
    while text[end].isspace():
        end += 1
    return end
