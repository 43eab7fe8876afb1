"""Whether two places or two dates can be those of one happening."""

from __future__ import annotations

import re

from according.domain.mention import DateSpan
from according.extract.english.lexicon import words
from according.extract.english.spots import Spot
from according.extract.english.widths import CITY, COUNTRY


def dates_clash(a: DateSpan | None, b: DateSpan | None) -> bool:
    if a is None or b is None:
        return False
    return a.first > b.last or b.first > a.last


def same_place(a: Spot | None, b: Spot | None) -> bool:
    return a is None or b is None or same_name(a.name, b.name) or holds(a, b) or holds(b, a)


def same_name(a: str, b: str) -> bool:
    x, y = _folded(a), _folded(b)
    return bool(x & y) if x and y else a == b


_PLACE_WORDS = set(
    "province city town village countryside area district governorate region northern southern eastern western central the of in al el neighborhood neighbourhood".split()
)


def _folded(name: str) -> set[str]:
    told = {w for w in re.findall(r"[^\W_]+", name.lower()) if w not in _PLACE_WORDS}
    return told - words("name_elements") or told  # "Kafr Nabl" is not "Kafr Zita"


def holds(big: Spot, small: Spot) -> bool:
    """Whether one place is an area that may hold the other: by the phrase, else by what the gazetteer knows of both."""
    if big.width <= small.width:
        return False
    if small.area is not None and same_name(small.area, big.name):
        return True
    if big.width == CITY and small.within:
        return bool(big.within & small.within) and small.area is None
    if not big.within or not small.within:
        return True
    if big.width == COUNTRY:
        return bool({country for country, _ in big.within} & {country for country, _ in small.within})
    return bool(big.within & small.within)
