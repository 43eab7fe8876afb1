"""The counted things of a sentence: quantity and noun, a single person or facility, none (codebook, Figures)."""

from __future__ import annotations

from according.extract.english.amounts import numbered, vague
from according.extract.english.counting import Counted, How
from according.extract.english.parse import Tree
from according.extract.english.singles import sharing_article, sharing_vagueness, single, zero


def counted(tree: Tree) -> list[Counted]:
    """Every counted thing of a sentence, left to right, not overlapping."""
    found: list[Counted] = []
    i = 0
    while i < len(tree):
        thing = zero(tree, i) or numbered(tree, i) or vague(tree, i) or single(tree, i)
        if thing is None:
            i += 1
            continue
        found.append(thing)
        if thing.how is How.ARTICLE:
            found += sharing_article(tree, thing)
        if thing.how is How.VAGUE and thing.facility:
            found += sharing_vagueness(tree, thing)
        i = found[-1].last + 1
    return found
