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
    adjectives_between = 2 if text[start:end].endswith(_ADJECTIVES) else 0
    return _armed(adjectives_between).search(before) is not None or _done_by().search(before) is not None


_ADJECTIVES = ("ي", "يه", "يين", "يون", "يتين", "يتان")
""" "غارة سوريا" is no such phrase: a state's own name must stand beside the arms."""


@cache
def _armed(between: int) -> re.Pattern[str]:
    """What the word belongs to, with at most so many adjectives between them."""
    return re.compile(
        rf"(?<![{LETTERS}])[وف]?[بلك]?(?:ال|لل)?{_any('armed')}(?:\s+[{LETTERS}]+){{0,{between}}}[\s\"'(]+$"
    )


@cache
def _done_by() -> re.Pattern[str]:
    return re.compile(rf"(?<![{LETTERS}])[وف]?{_any('done_by')}[\s\"'(:]+(?:[وبل])?$")


def _any(name: str) -> str:
    them = sorted(acting_words()[name], key=len, reverse=True)
    return "(?:" + "|".join(word.replace(" ", r"\s+") for word in them) + ")"
