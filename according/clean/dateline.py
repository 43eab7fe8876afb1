"""The dateline of a wire report: "BEIRUT, Sept 9 (Agency) -", "Damascus, SANA-", "KABUL, Afghanistan (Sept. 11, 2012)"."""

from __future__ import annotations

import re
from functools import cache

from according.domain.report import Dateline
from according.vocab.furniture import phrases

LOOK = 1_200
"""A dateline stands within so many characters of the beginning."""

_WORD = r"(?:[A-Z][A-Za-z'’]{0,24}|al|el|ez|az|an|as|ash|at|of)"
_NAME = rf"(?-i:[A-Z][A-Za-z'’]{{0,24}}(?:[ -]{_WORD}){{0,4}})"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})(?:,?\s\d{{4}})?"
_ARABIC = r"[\u0621-\u064a]{2,14}"


@cache
def _pattern() -> re.Pattern[str]:
    """Place, country and date, then what ends a dateline: an agency or a date in brackets, an agency or a dash."""
    agency = "|".join(map(re.escape, phrases("agency")))
    dash = r"(?:\s?[–—]{1,2}|\s--?(?=\s)|(?<=\w)-(?=\s)|\s?--)"
    return re.compile(
        rf"""(?:^|[\n\u2028]\s{{0,3}}|(?<=[.!?:\s])\s)(?:
          (?P<place>{_NAME})(?:,\s(?P<country>{_NAME}))??(?:,\s(?P<date>{_DATE}))?
          (?:\s?\((?P<paren>[^()\n]{{2,40}})\)(?:{dash}|:)?(?=\s|$)|,?\s?(?:{agency})(?:{dash}|:|-(?=[A-Z“"]))(?=\s|$|[A-Z“"])|(?P<bare>{dash})(?=\s|$))
        | (?P<arabic>{_ARABIC}(?:[ ]{_ARABIC}){{0,2}})\s?[-–—/]\s?(?:{agency})(?!\w)(?:\s?[-–—:])?
        )""",
        re.X,
    )


def dateline_of(text: str) -> Dateline | None:
    """The first dateline near the beginning of the text; None where there is none."""
    for match in _pattern().finditer(text[:LOOK]):
        which = "arabic" if match["arabic"] is not None else "place"
        place, start = match[which], match.start(which)
        date, paren = match["date"], match["paren"]
        if paren is not None and date is None and re.fullmatch(_DATE, paren):
            date = paren
        if which == "arabic" or _plausible(place, date, match, start):
            return Dateline(start, match.end(), place, start, date)
    return None


def _plausible(place: str, date: str | None, match: re.Match[str], start: int) -> bool:
    """Small letters before a bare dash, or before brackets amid a text, are no dateline ("Mr Smith (45) ...")."""
    if place.isupper() and len(place) > 1:
        return True
    if match["bare"] is not None:
        return date is not None
    ended = match["paren"] is None or match.group().endswith(("-", "–", "—", ":"))
    return ended or (start == 0 and date is not None) or (date is not None and match["country"] is not None)
