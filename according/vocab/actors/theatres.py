"""Which country's war a text is about: decides words that several actors share ("the army", "the coalition")."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from according.text.fold import fold
from according.vocab.actors import theatre_words

_WORD = re.compile(r"[^\W\d_]{3,}")
_ARABIC_CLITIC = re.compile(r"^[وفبلك]?ال(?=\w{3})|^لل(?=\w{3})")


@lru_cache(maxsize=256)
def theatres_of(text: str) -> tuple[str, ...]:
    """Countries (ISO 3166 alpha-3) that a text names or points to, most often first; () where it names none."""
    known = theatre_words()
    seen: Counter[str] = Counter()
    for word, times in Counter(_WORD.findall(text)).items():
        key = word.lower() if word.isascii() else _ARABIC_CLITIC.sub("", fold(word))
        country = known.get(key) or (known.get(key[:-1]) if key.endswith("s") else None)
        if country:
            seen[country] += times
    return tuple(country for country, _ in sorted(seen.items(), key=lambda pair: (-pair[1], pair[0])))
