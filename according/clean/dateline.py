"""The dateline of a wire report: "BEIRUT, Sept 9 (Agency) -", "Damascus, SANA-", "KABUL, Afghanistan (Sept. 11, 2012)"."""

from __future__ import annotations

import re

from according.domain.report import Dateline

LOOK = 1_200
"""A dateline stands within so many characters of the beginning."""

_DATELINE = re.compile(
    r"""(?:^|\n|(?<=[.\s])\s)(?P<place>[A-Z][A-Za-z'’-]+(?:[ -][A-Z][A-Za-z'’-]+){0,3})(?:,\s[A-Z][A-Za-z. ]{2,20})?
        (?:,\s(?P<date>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:,\s\d{4})?))?
        \s?(?:\((?P<paren>[^()\n]{2,40})\)\s?(?:[-–—]{1,2}|:)?|,?\s?(?:SANA|AFP|AP|Reuters)\s?[-–—]{1,2})\s""",
    re.X,
)


def dateline_of(text: str) -> Dateline | None:
    """The first dateline near the beginning of the text; None where there is none."""
    match = _DATELINE.search(text[:LOOK])
    if match is None:
        return None
    place = match.group("place")
    if not (place.isupper() or match.group().rstrip().endswith(("-", "–", "—")) or match.start("place") == 0):
        return None
    date = match.group("date")
    paren = match.group("paren")
    if date is None and paren and re.search(r"\d", paren):
        date = paren
    return Dateline(match.start("place"), match.end(), place, match.start("place"), date)
