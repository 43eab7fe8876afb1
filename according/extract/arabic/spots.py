"""A place that a line names: where it stands, how wide it is, which of two is the more specific."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from according.domain.mention import PlaceMention
from according.extract.arabic.lexicon import bare, known, words
from according.extract.arabic.line import Line
from according.text.arabic import clean_text
from according.text.arabic_words import split

SITE, TOWN, AREA, PROVINCE, COUNTRY = range(5)
"""How wide a place is, narrowest first."""
_WIDTHS = {"village": SITE, "city": TOWN, "area": AREA, "admin2": AREA, "admin1": PROVINCE, "country": COUNTRY}
_WORD = re.compile(r"\w{2,}")
_PLAIN = ("place_head", "place_near", "place_in", "side")
"""Classes of words that do not tell one place from another."""
_PAIRS = (("“", "”"), ("«", "»"), ('"', '"'))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place named by words first..last; `start` and `end` are raw offsets, `name_start` that of the name itself."""

    first: int
    last: int
    start: int
    end: int
    name: str
    width: int
    name_start: int

    @property
    def key(self) -> frozenset[str]:
        """The telling words of the name, to see whether two spots are one place."""
        return _key(self.name)


@lru_cache(maxsize=4096)
def _key(name: str) -> frozenset[str]:
    words_of = (split(word, known()) for word in _WORD.findall(clean_text(name).text))
    return frozenset(bare(stem) for _, stem, _ in words_of if not any(stem in words(plain) for plain in _PLAIN))


def width_of(mention: PlaceMention) -> int:
    if not mention.candidates:
        return AREA
    return _WIDTHS.get(mention.candidates[0].feature, AREA)


def spot_of(line: Line, first: int, last: int, width: int, name: int, begin: int = 0) -> Spot:
    """The spot of words first..last; `begin` is where the gazetteer's name begins, where the first word is of it."""
    start, end = line.span(first, last)
    start = max(line.begin(first), begin)
    end = _hashtag_end(line.text, end)
    while end > start and line.text[end - 1] in "\"'”»،":
        end -= 1
    opened, closing = next(((a, b) for a, b in _PAIRS if a in line.text[start:end]), ("", ""))
    if opened and line.text[end : end + 1] == closing and line.text.count(opened, start, end) % 2:
        end += 1
    name_start = line.span(min(name, last), last)[0]
    return Spot(first, last, start, end, line.text[start:end], width, max(name_start, start))


def _hashtag_end(text: str, end: int) -> int:
    """ "#ادلب_المحافظة" is one name though the gazetteer knows only its beginning."""
    stop = min(len(text), end + 40)
    while end < stop and (text[end] == "_" or (text[end - 1] == "_" and text[end].isalpha())):
        end += 1
        while end < stop and text[end - 1] != "_" and text[end].isalpha():
            end += 1
    return end


def chained(line: Line, spots: list[Spot]) -> list[Spot]:
    """ "منطقة س بمدينة ص": what stands before "in" is no wider than what holds it (codebook: the most specific place)."""
    for n in range(len(spots) - 2, -1, -1):
        first, holder = spots[n], spots[n + 1]
        if first.width > SITE and first.width >= holder.width and is_held(line, first, holder):
            spots[n] = replace(first, width=max(SITE, holder.width - 1))
    return spots


def is_held(line: Line, first: Spot, holder: Spot) -> bool:
    gap = line.stems[first.last + 1 : holder.first]
    inside = "ب" in line.words[holder.first].clitics
    return (not gap and inside) or (len(gap) == 1 and gap[0] in words("place_holds"))


def best(spots: Sequence[Spot]) -> Spot | None:
    """The narrowest, the first of equals (codebook: the most specific place named for it)."""
    return min(spots, key=lambda spot: (spot.width, spot.first), default=None)
