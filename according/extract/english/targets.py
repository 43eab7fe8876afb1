"""On whom or what an act fell: the object of a verb, the passive's subject, "on", "against", "targeting" after a noun."""

from __future__ import annotations

from according.extract.english.acts import classed
from according.extract.english.lexicon import longest, weapons
from according.extract.english.parse import Tree, joined

_PRONOUNS = frozenset("it them him her which that who what they he she himself themselves".split())
_CUT = frozenset(("relcl", "acl", "appos", "prep", "punct", "advcl", "det", "nummod", "quantmod", "cc", "conj"))
_ON = ("on", "at", "against", "into", "onto", "toward", "towards", "with")
_HARMED = frozenset(
    "killed killing injured injuring wounded wounding destroyed destroying damaged damaging hit hits struck targeted targeting".split()
)
LONGEST = 80
"""Characters of a target: longer phrases are clauses that the parser took for one."""


def target_of_verb(tree: Tree, verb: int) -> str | None:
    """The object of an active verb, the subject of a passive one, what is shot at or fought with."""
    node = tree.child(verb, "dobj", "nsubjpass")
    if node is not None and tree.lower[node] in ("fire", "control", "hostage", "street", "streets"):
        node = None  # "opened fire on X", "took control of X": part of the act's own words
    if node is not None and longest(weapons(), tree.lower, node):
        node = None
    if node is None:
        for child in tree.children[verb]:
            if tree.lower[child] in _ON and tree.deps[child] in ("prep", "prt"):
                node = tree.child(child, "pobj")
                if node is not None and not longest(weapons(), tree.lower, node):
                    break
                node = None
    if node is None and tree.deps[verb] == "acl" and tree.tags[verb] == "VBN":
        node = tree.heads[verb]
    return _phrase(tree, node)


def target_of_noun(tree: Tree, head: int) -> str | None:
    """ "strikes on X", "clashes with X", "shelling of X", "attacks targeting X", "strikes hit X", "X were killed in strikes"."""
    node: int | None = None
    for child in tree.children[head]:
        word, dep = tree.lower[child], tree.deps[child]
        if word in ("on", "against", "of", "with") and dep == "prep":
            node = tree.child(child, "pobj")
        elif word == "between" and dep == "prep":
            one = tree.child(child, "pobj")
            node = tree.child(one, "conj") if one is not None else None
        elif dep == "acl" and word in classed("happens"):
            node = tree.child(child, "dobj")
        if node is not None:
            break
    above = tree.heads[head]
    if node is None and tree.deps[head] == "nsubj" and tree.lower[above] in classed("happens"):
        if tree.child(above, "neg") is None:
            node = tree.child(above, "dobj")
    if node is None and tree.deps[head] == "pobj":
        over = tree.heads[above]
        if tree.lower[over] in _HARMED:
            node = tree.child(over, "nsubjpass", "dobj")
    return _phrase(tree, node)


def _phrase(tree: Tree, node: int | None) -> str | None:
    if node is None or tree.lower[node] in _PRONOUNS:
        return None
    tokens = [t for t in tree.subtree(node, _CUT) if abs(t - node) <= 6]
    while tokens and tree.tags[tokens[0]] in ("CD", "DT", "CC", "RB", "PRP$", "PDT"):
        tokens.pop(0)
    if not tokens or tree.lower[tokens[-1]].endswith("day") or tree.lower[node] in classed("no_target"):
        return None
    text = joined(tree, tokens[0], tokens[-1])
    return text if len(text) <= LONGEST else None
