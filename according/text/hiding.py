"""Words taken out of a text, with blocks in their place: every offset stays where it was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.text.fold import APOSTROPHES, fold

BLOCK = "█"
"""No letter: what is hidden is no word to be compared, counted or looked up."""
_MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c-\u200f\u202a-\u202e\u2066-\u2069"
"""Vowel signs, tatweel and direction marks stand inside Arabic words and belong to them."""
_WORD = re.compile(rf"\w[\w{_MARKS}]*(?:[{APOSTROPHES}]\w[\w{_MARKS}]*)*")
_BEFORE = frozenset("و ف ب ل ك ال وال بال فال كال لل ول وب فل".split())
"""What Arabic writes onto a word: "and", "in", "for", "like", the article."""
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s$", re.IGNORECASE)


def spans_of(words: str, text: str) -> Sequence[tuple[int, int]]:
    """Where the words stand in a text, whole and in this order, in any spelling that folds alike; they do not overlap.

    What English or Arabic writes onto a word is taken with it: "Name's", "ولاسم".
    """
    wanted = [fold(found.group()) for found in _WORD.finditer(words)]
    wanted = [word for key in wanted for word in key.split()]
    if not wanted:
        return ()
    keys, places = [], []
    for found in _WORD.finditer(text):
        # One written word may fold to none (a tatweel alone) or, with a mark inside, to several.
        for key in fold(_POSSESSIVE.sub("", found.group())).split():
            keys.append(key)
            places.append((found.start(), found.end()))
    spans: list[tuple[int, int]] = []
    n = 0
    while n + len(wanted) <= len(keys):
        if _begins(keys[n], wanted[0]) and keys[n + 1 : n + len(wanted)] == wanted[1:]:
            spans.append((places[n][0], places[n + len(wanted) - 1][1]))
            n += len(wanted)
        else:
            n += 1
    return spans


def hidden(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with blocks for every letter and sign in the spans; blanks and line ends stay, so that its shape does."""
    for start, end in spans:
        text = text[:start] + re.sub(r"\S", BLOCK, text[start:end]) + text[end:]
    return text


def _begins(key: str, wanted: str) -> bool:
    return key == wanted or (key.endswith(wanted) and key[: -len(wanted)] in _BEFORE)
