"""Does a word that may mean an actor ("تركي", "روسيا") mean one where it stands, in clean Arabic text?"""

from __future__ import annotations

import re
from functools import cache

from according.text.arabic import LETTERS
from according.vocab.actors.acting import acting_words

LOOK = 60
"""Characters looked at before the word."""


def acts(text: str, begin: int, start: int, end: int) -> bool:
    """Stands the word at text[start:end] behind arms, forces or an attack ("غارة روسية"), or as the one who does or says?"""
    before = text[max(begin, start - LOOK) : start]
    kind = "armed" if text[start:end].endswith(_ADJECTIVES) else "forces"
    return _behind(kind).search(before) is not None or _done_by().search(before) is not None


_ADJECTIVES = ("ي", "يه", "يين", "يون", "يتين", "يتان")


@cache
def _behind(kind: str) -> re.Pattern[str]:
    """What the word belongs to: an adjective may stand two words after it, a state's own name only beside it."""
    between = 2 if kind == "armed" else 0
    return re.compile(rf"(?<![{LETTERS}])[وف]?[بلك]?(?:ال|لل)?{_any(kind)}(?:\s+[{LETTERS}]+){{0,{between}}}[\s\"'(]+$")


@cache
def _done_by() -> re.Pattern[str]:
    return re.compile(rf"(?<![{LETTERS}])[وف]?{_any('done_by')}[\s\"'(:]+(?:[وبل])?$")


def _any(name: str) -> str:
    them = sorted(acting_words()[name], key=len, reverse=True)
    return "(?:" + "|".join(word.replace(" ", r"\s+") for word in them) + ")"
