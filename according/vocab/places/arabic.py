"""The words that stand beside places' names in Arabic (arabic_beside.tsv), by class."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from according.vocab.places import rows, split, words


@cache
def beside() -> Mapping[str, tuple[str, ...]]:
    """The words of each class ("settlement", "area", "site", "near", "side", "toward", ...), longest first."""
    found: dict[str, list[str]] = {}
    for row in rows("arabic_beside"):
        found.setdefault(row["class"], []).extend(split(row["words"]))
    return {name: tuple(sorted(them, key=len, reverse=True)) for name, them in found.items()}


@cache
def any_of(*classes: str) -> str:
    """A regex group of all words of the classes."""
    them = sorted((word for name in classes for word in beside()[name]), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in them) + ")"


@cache
def relations() -> Mapping[str, str]:
    """Word to the relation that it says, in English ("near", "north of", "countryside", "outskirts", "between")."""
    return {word: row["english"] for row in rows("arabic_beside") if row["english"] for word in split(row["words"])}


@cache
def given_names() -> frozenset[str]:
    return words("given_names_ar")
