"""How a name sounds, in letters that English and Arabic spellings of it share: "Kafr Ta'al" and "كفرتعال" are both KFRTL.

Vowels and what reporters hear differently are left out, so two names may sound alike by chance: it is only compared, never
looked up.
"""

from __future__ import annotations

import re
from functools import lru_cache

SHORTEST = 3
"""Consonants. Fewer say nothing."""
_ARABIC_LETTERS = str.maketrans(dict(zip("بتثجحخدذرزسشصضطظعغفقكلمن", "bttj kddrzsssdtz gfkklmn", strict=True)))
_LATIN_PAIRS = (
    ("sh", "s"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ch", "s"), ("ph", "f"),
    ("q", "k"), ("c", "k"), ("p", "b"), ("v", "f"), ("x", "ks"),
)  # fmt: skip
_NOT_HEARD = re.compile("[^bdfgjklmnrstz]+")
_TWICE = re.compile(r"(.)\1+")
_FEMININE = re.compile("[ةه](?= |$)")


@lru_cache(maxsize=65536)
def sound(folded: str) -> str | None:
    """The consonants of a folded name or word in Latin letters; None where too few are left."""
    letters = _FEMININE.sub("", folded).translate(_ARABIC_LETTERS)
    for pair, one in _LATIN_PAIRS:
        letters = letters.replace(pair, one)
    heard = _TWICE.sub(r"\1", _NOT_HEARD.sub("", letters))
    return heard if len(heard) >= SHORTEST else None
