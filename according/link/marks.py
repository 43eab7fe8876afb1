"""The words by which two reports show that they tell of one happening: neither common nor numbers, in one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from according.text.fold import fold
from according.vocab.common import common_words

SHORTEST = 3
"""Letters. Shorter words are particles, or say nothing."""
_ARABIC = re.compile("[\u0621-\u064a]")
_JOINED = re.compile("^(?:[وف](?=.{3}))?(?:(?:[بك]?ال|لل)(?=.{3})|[بل](?=.{4}))?")
"""What is written onto the front of an Arabic word: "وبالغارة". Taken off the same way everywhere, right or not."""


def marking_words(phrases: Iterable[str | None]) -> frozenset[str]:
    """The stems of the words in `phrases` that are not common, shipped with the package (vocab/common_words.txt)."""
    words = {word for phrase in phrases if phrase for word in fold(phrase).split()}
    return frozenset(stem(word) for word in words if len(word) >= SHORTEST and not word.isdigit()) - _common()


def marking_phrases(phrases: Iterable[str]) -> frozenset[str]:
    """Every two of the marking words that stand side by side in a phrase: most are names of people."""
    found = set()
    for phrase in phrases:
        before = None
        for word in fold(phrase).split():
            stemmed = stem(word)
            marks = len(word) >= SHORTEST and not word.isdigit() and stemmed not in _common()
            if marks and before is not None:
                found.add(f"{before} {stemmed}")
            before = stemmed if marks else None
    return frozenset(found)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without what is written onto it, and without the -s of a plural."""
    if _ARABIC.match(word):
        return _JOINED.sub("", word, count=1)
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


@cache
def _common() -> frozenset[str]:
    return common_words() | frozenset(map(stem, common_words()))
