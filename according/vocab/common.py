"""Words so common in reports of war that two reports which share them may well tell of different things."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def common_words() -> frozenset[str]:
    """Folded words of `common_words.txt`."""
    text = files("according.vocab").joinpath("common_words.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
