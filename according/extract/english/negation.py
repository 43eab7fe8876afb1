"""What is told not to have happened, and who says so of themselves (codebook: negated, denied)."""

from __future__ import annotations

from according.domain.values import Modality
from according.extract.english.acts import classed
from according.extract.english.lexicon import speech
from according.extract.english.parse import Tree

_SELF = frozenset("it they he she".split())
_WE = frozenset("we i".split())
_FAILED = frozenset("failed fail fails failing unable refused".split())
_REPORTED = frozenset("reported recorded seen made reached agreed confirmed registered documented said".split())
_BE = frozenset("is was were are be been".split())


def negated(tree: Tree, at: int) -> Modality | None:
    """NEGATED where the words deny what the token tells; DENIED where the one who would have done it says so; else None."""
    if tree.lower[at] == "nothing" and tree.lower[at + 1 : at + 3] == ["to", "do"]:
        return Modality.DENIED
    node = _refused(tree, at)
    if node is None:
        return None
    return Modality.DENIED if _own_words(tree, node) else Modality.NEGATED


def _refused(tree: Tree, at: int) -> int | None:
    """The verb or noun under "not", "no", "without" or "failed to" that decides for the token; None where none does."""
    if _no(tree, at):
        return at
    node, verb = at, tree.tags[at].startswith("VB")
    for _ in range(3):
        dep, parent = tree.deps[node], tree.heads[node]
        if parent == node:
            return None
        word = tree.lower[parent]
        if dep in ("pobj", "pcomp") and word == "without":
            return parent
        if dep == "xcomp" and verb:
            if word in _FAILED or _no(tree, parent):
                return parent if word in _FAILED or tree.tags[parent].startswith("VB") else None
        elif dep in ("dobj", "nsubjpass", "attr", "oprd", "nsubj"):
            plain = (
                word in classed("support")
                or word in _REPORTED
                or word in _BE
                or word in ("take", "taken", "occur", "happen", "cause", "causing")
            )
            if dep == "nsubj" and (word in _BE or word.startswith("caus")):
                return None
            if (
                word in ("causing", "cause")
                and tree.deps[parent] == "pcomp"
                and tree.lower[tree.heads[parent]] == "without"
            ):
                return tree.heads[parent]
            return parent if plain and _no(tree, parent) else None
        elif dep not in ("prep", "auxpass"):
            return None
        node = parent
    return None


def _no(tree: Tree, node: int) -> bool:
    for child in tree.children[node]:
        word, dep = tree.lower[child], tree.deps[child]
        if dep == "neg" and word != "no":
            return word != "only"
        if dep in ("det", "neg") and word in ("no", "neither"):
            return True
        if dep in ("preconj", "cc", "advmod") and word in ("nor", "never", "neither") and child < node:
            return True
    return False


def _own_words(tree: Tree, node: int) -> bool:
    """ "We did not bomb it," "the army said it had not bombed it": a denial of the speaker's own act."""
    subject = tree.child(node, "nsubj")
    if subject is None or not tree.tags[node].startswith("VB"):
        return False
    if tree.lower[subject] in _WE or (
        tree.lower[subject] in ("forces", "army", "aircraft")
        and any(tree.lower[c] == "our" for c in tree.children[subject])
    ):
        return True
    over = tree.heads[node]
    return tree.lower[subject] in _SELF and tree.deps[node] == "ccomp" and tree.lower[over] in speech()
