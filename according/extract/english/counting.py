"""What is counted, and by what sign."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from according.domain.claim import Quantity
from according.domain.values import FACILITY_CATEGORIES, Category
from according.extract.english.parse import Tree


class How(Enum):
    """By what a thing is counted: the weaker the sign, the stronger the tie to a word of harm must be."""

    NUMBER = "number"
    VAGUE = "vague"
    ARTICLE = "article"
    DEFINITE = "definite"
    BARE = "bare"
    """A noun without any article, as in headlines: "Child injured in shelling"."""
    NAME = "name"
    ZERO = "zero"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted thing at tokens first..last; `head` is its noun, or the number where the noun is left out.

    `category` None = the noun is left out ("two others", "killed 19"): it is that of the thing counted before.
    """

    first: int
    last: int
    head: int
    quantity: Quantity
    category: Category | None
    how: How

    @property
    def facility(self) -> bool:
        return self.category in FACILITY_CATEGORIES


def made(
    tree: Tree, first: int, last: int, head: int, quantity: Quantity, category: Category | None, how: How
) -> Counted:
    """The thing, its quantity stated in the tree's words."""
    return Counted(first, last, head, replace(quantity, stated=tree.text(first, last)), category, how)
