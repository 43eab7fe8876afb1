"""What a comparison of two tellings is made of: levels that hold, and differences that rule one happening out."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Level(NamedTuple):
    """A level of `weights.tsv` that holds for two tellings, by how much, and what fills in its words (one a {})."""

    name: str
    amount: float = 1.0
    detail: tuple[object, ...] = ()

    @property
    def feature(self) -> str:
        """What is compared: "place" of "place.same"."""
        return self.name.partition(".")[0]


@cache
def plain(name: str) -> Level:
    """The level in full and without words, made once: millions of pairs hold it."""
    return Level(name)


class Apart(Exception):
    """Two tellings that cannot be of one happening: the feature, and why in words."""

    def __init__(self, feature: str, words: str) -> None:
        super().__init__(words)
        self.feature = feature
        self.words = words
