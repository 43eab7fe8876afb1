"""Arabic text as the grammar reads it: one spelling, nothing hidden inside words, and a way back to the text as given.

Letter forms, digits, quotation marks and spaces are made equal; vowel signs, tatweel and invisible marks are dropped; a
word that was broken up to pass a filter (dots, tatweel, spaces, asterisks, a Latin letter) is put together again.
Unlike `text.fold`, which makes keys for names, this keeps punctuation, case, the final hamza and every offset.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from according.text.arabic_joins import TATWEEL, joins

LETTERS = "\u0621-\u063f\u0641-\u064a"
"""For use inside a regex class: the letters of Arabic as clean text spells them."""

_SAME = {
    **dict.fromkeys("أإآٱٲٳٵ", "ا"),
    **dict.fromkeys("ىیېےۍێ", "ي"),
    **dict.fromkeys("کڪګڭ", "ك"),
    **dict.fromkeys("ةۀہەھۂۃ", "ه"),
    **dict.fromkeys("ؤۇۆۈۋ", "و"),
    "ئ": "ي",
    "ں": "ن",
    "ڤ": "ف",
    "گ": "ك",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڨ": "ق",
    "٪": "%",
    "٫": ".",
    "٬": ",",
    "۔": ".",
    "#": " ",
    "_": " ",
    **dict.fromkeys("«»‹›“”„‟″❝❞", '"'),
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"),
}
_UNSEEN = frozenset("\u00ad\u034f\u061c\u180e\u2060\ufeff\u200b\u200c\u200d\u200e\u200f")
_MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff\ufe00-\ufe0f]")
_PRESENTED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]")
"""Presentation forms of Arabic letters and ligatures, and wide Latin letters."""

_LETTER = re.compile(f"[{LETTERS}]")


class _Forms(dict[str, str]):
    """A raw character's clean form, "" where it is dropped; works out each character once."""

    def __missing__(self, char: str) -> str:
        form = self[char] = _form(char)
        return form


def _form(char: str) -> str:
    if char == TATWEEL:
        return char
    if _PRESENTED.match(char) and (plain := unicodedata.normalize("NFKC", char)) != char:
        return "".join(map(_form, plain))
    if char in _UNSEEN or _MARKS.match(char) or unicodedata.category(char) == "Cf":
        return ""
    if char in _SAME:
        return _SAME[char]
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if char == "\n" or not char.isspace():
        return char
    return " "


_FORMS = _Forms()


@dataclass(frozen=True, slots=True)
class CleanText:
    """`text` is clean; its character i stands for raw[starts[i]:ends[i]].

    Dropped marks belong to the letter before them, and what hid inside a word to none. A ligature that stands for
    several clean characters is the span of each of them. Both arrays never decrease.
    """

    text: str
    starts: array[int]
    ends: array[int]

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of text[start:end]; an empty one where that is empty. Offsets beyond the text are cut to it."""
        end = min(end, len(self.text))
        if start >= end:
            at = self.starts[start] if start < len(self.text) else self.ends[-1] if self.ends else 0
            return at, at
        return self.starts[start], self.ends[end - 1]

    def clean_at(self, raw: int) -> int:
        """The offset of the first clean character that begins at or after a raw offset."""
        return bisect_left(self.starts, raw)


def clean_text(raw: str) -> CleanText:
    """Any text, in linear time. Runs of spaces become one space; line ends stay.

    The last texts are remembered: cleaning, mentions and reading each ask for that of one report.
    """
    return _short(raw) if len(raw) < _SHORT else _long(raw)


_SHORT = 200
"""Characters below which a text is a name or a word: these are asked for often, and are no reason to forget a report."""


@lru_cache(maxsize=8192)
def _short(raw: str) -> CleanText:
    return _cleaned(raw)


@lru_cache(maxsize=128)
def _long(raw: str) -> CleanText:
    return _cleaned(raw)


def _cleaned(raw: str) -> CleanText:
    chars, starts, ends = _spelled(raw)
    spelled = "".join(chars)
    for start, end, put in joins(spelled):
        chars[start:end] = [put] * (end - start)
    at = spelled.find(TATWEEL)
    while at >= 0:
        if chars[at] and at and ends[at - 1] == starts[at] and spelled[at - 1] != " ":
            chars[at] = ""
            _stretch(starts, ends, at - 1, ends[at])
        elif chars[at]:
            chars[at] = "" if _LETTER.match(spelled, at + 1) else "-"  # alone it stands for a dash
        at = spelled.find(TATWEEL, at + 1)
    if "" not in chars:
        return CleanText("".join(chars), starts, ends)
    kept = [at for at, char in enumerate(chars) if char]
    return CleanText("".join(chars), array("Q", [starts[at] for at in kept]), array("Q", [ends[at] for at in kept]))


def hides_word(text: str, start: int, end: int) -> bool:
    """Whether the stops at text[start:end] stand inside a word that they hide ("صار.وخ"), so that no sentence ends there."""
    if _LONG.match(text, end) and _LONG.match(text[start - 1 : max(0, start - _WINDOW) : -1]):
        return False  # two words, as nearly always
    begin = max(0, start - _WINDOW)
    near = clean_text(text[begin : end + _WINDOW])
    at = near.clean_at(start - begin)
    return at == len(near.text) or near.starts[at] != start - begin


_WINDOW = 16
"""Characters on either side that are enough to see a hidden word."""
_LONG = re.compile(f"[{LETTERS}]{{4}}")


class _Table(dict[int, str]):
    """For str.translate: the one clean character of each raw one; `_GONE` where it is dropped, `_OTHER` where `_FORMS` must
    be asked, as for ligatures."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        form = _FORMS[char]
        plain = len(form) == 1 and char not in (_GONE, _OTHER)
        put = self[code] = form if plain else _OTHER if form else _GONE
        return put


_GONE, _OTHER = "\ue000", "\ue001"
_TABLE = _Table()
_SPECIAL = re.compile(f"{_GONE}+|{_OTHER}| {{2,}}|{TATWEEL}{{2,}}")


def _spelled(raw: str) -> tuple[list[str], array[int], array[int]]:
    """Every character in its one spelling, marks dropped, runs of spaces and of tatweel made one; with raw spans."""
    mapped = raw.translate(_TABLE)
    chars: list[str] = []
    starts, ends = array("Q"), array("Q")
    at = 0
    for special in _SPECIAL.finditer(mapped):
        first, over = special.span()
        _copy(mapped, at, first, chars, starts, ends)
        mark = mapped[first]
        if mark == _GONE:
            if ends and ends[-1] == first and not chars[-1].isspace():
                _stretch(starts, ends, len(ends) - 1, over)  # a vowel sign belongs to its letter
        elif mark == _OTHER:
            for part in _FORMS[raw[first]]:
                chars.append(part)
                starts.append(first)
                ends.append(over)
        else:
            _copy(mapped, first, first + 1, chars, starts, ends)
            ends[-1] = over
        at = over
    _copy(mapped, at, len(mapped), chars, starts, ends)
    return chars, starts, ends


def _copy(mapped: str, at: int, end: int, chars: list[str], starts: array[int], ends: array[int]) -> None:
    """Puts plain characters behind those that are there; a space or tatweel that goes on with one before it is one with it."""
    while at < end and chars and mapped[at] == chars[-1] and mapped[at] in _RUNS:
        at += 1
        ends[-1] = at
    chars.extend(mapped[at:end])
    starts.extend(range(at, end))
    ends.extend(range(at + 1, end + 1))


_RUNS = frozenset((" ", TATWEEL))


def _stretch(starts: array[int], ends: array[int], at: int, end: int) -> None:
    """Lets the raw span of a character end later, and that of those that one ligature stands for with it."""
    start = starts[at]
    while at >= 0 and starts[at] == start:
        ends[at] = end
        at -= 1
