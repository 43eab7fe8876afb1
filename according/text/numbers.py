"""Numbers as English reports write them: digits, words, multiples ("two dozen", "1.2 million")."""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: value for value, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_ROUND = frozenset(range(20, 100, 10))
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "k": 1_000,
    "mln": 1_000_000,
}
_ONE_OF = {"dozen": 12, **_SCALES}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_SHORT = re.compile(r"(\d+(?:\.\d+)?)(k|mln)")
"""As tweets write them: "30k"."""
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
"""Thousands as the Continent writes them: only where no "million" says that the dot begins a fraction."""
_LONGEST = 20
"""Words of a number, more than any has."""
_MOST_DIGITS = 12
"""Longer runs of digits are no quantities of people (telephone numbers, ids)."""


def number_at(words: Sequence[str], index: int) -> tuple[int, int] | None:
    """The number that begins at words[index] (lower case) as (value, how many words it takes); None where none does.

    "a dozen", "two dozen", "half a dozen", "twenty-two", "one hundred and five", "2,000", "1.2 million" are read.
    """
    word, following = words[index], words[index + 1] if index + 1 < len(words) else ""
    if word == "half" and following == "a" and index + 2 < len(words):
        whole = _ONE_OF.get(words[index + 2])
        return (whole // 2, 3) if whole is not None else None
    if word in ("a", "an"):
        return _words_at(["one", *words[index + 1 : index + _LONGEST]], 0) if following in _ONE_OF else None
    return _digits_at(words, index) or _words_at(words, index)


def _digits_at(words: Sequence[str], index: int) -> tuple[int, int] | None:
    word = words[index]
    if not word[:1].isdigit() or len(word) > _MOST_DIGITS:
        return None
    if _DOTTED.fullmatch(word) and words[index + 1 : index + 2] not in [[scale] for scale in _SCALES]:
        return int(word.replace(".", "")), 1
    short = _SHORT.fullmatch(word)
    if short is None and not _DIGITS.fullmatch(word):
        return None
    value, used = float((short.group(1) if short else word).replace(",", "")), 1
    if short is not None:
        value *= _SCALES[short.group(2)]
    while index + used < len(words) and words[index + used] in _SCALES:
        value *= _SCALES[words[index + used]]
        used += 1
    if index + used < len(words) and words[index + used] == "dozen":
        value, used = value * 12, used + 1
    return (round(value), used) if value == round(value) else None


def _words_at(words: Sequence[str], index: int) -> tuple[int, int] | None:
    total = part = used = 0
    while index + used < len(words):
        word = words[index + used]
        if (
            word == "-"
            and part % 100 in _ROUND
            and words[index + used + 1 : index + used + 2]
            and words[index + used + 1] in _UNITS[1:10]
        ):
            used += 1  # "twenty-two" cut at its hyphen
            continue
        value = _simple(word)
        if value is not None:
            if part % 100 and (part % 10 or value >= 10):
                break  # "two three": not one number
            part += value
        elif word == "hundred" and part:
            part *= 100
        elif word in _SCALES and part:
            total, part = total + part * _SCALES[word], 0
        elif word == "dozen" and part:
            part *= 12
        elif word == "and" and part >= 100 and index + used + 1 < len(words) and _simple(words[index + used + 1]):
            pass
        else:
            break
        used += 1
    return (total + part, used) if used else None


def _simple(word: str) -> int | None:
    """ "seven", "forty", "twenty-two"."""
    if word in _WORDS:
        return _WORDS[word]
    tens, dash, unit = word.partition("-")
    if dash and tens in _TENS and unit in _UNITS[1:10]:
        return _WORDS[tens] + _WORDS[unit]
    return None
