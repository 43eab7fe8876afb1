"""Whom a noun phrase names as the doer of an act: the shortest informative words, whose a means is, whom a pronoun means."""

from __future__ import annotations

from according.extract.english.acts import classed
from according.extract.english.lexicon import longest, speech, weapons, words
from according.extract.english.parse import Tree, joined

Agent = tuple[str | None, int | None]
"""The agent's name as written and its head token; both None where the words name none."""
NOBODY: Agent = (None, None)
NAMES = frozenset(("NN", "NNS", "NNP", "NNPS"))
_CUT = frozenset(
    "relcl acl appos prep punct advcl det cc conj nummod quantmod predet ccomp parataxis npadvmod advmod".split()
)
_FLYING = frozenset("warplanes warplane jets jet helicopters helicopter aircraft planes plane drones gunships".split())
"""Means that also stand for who wields them."""
_TAKEN_FOR = frozenset(
    "believe believed believes think thought thinks suspected presumed understood appeared appears thinking said".split()
)
"""Verbs by which a means is put down to a side: "warplanes, which we believe to be Russian", "jets believed to be Syrian"."""


def _last_doer(tree: Tree, first: int, means: int) -> int | None:
    """Where the doer's own words end before the means: "US-led" in "US-led strikes", all of "Russian warplanes"."""
    doers = classed("side") | classed("actor") | _FLYING
    last = max((t for t in range(first, means + 1) if tree.lower[t] in doers), default=None)
    if last is not None and last + 2 <= means and tree.words[last + 1] == "-" and tree.tags[last + 2] == "VBN":
        last += 2
    return last


def named(tree: Tree, head: int, alone: bool = False) -> Agent:
    """The shortest informative phrase for an agent; nobody where the noun is no one who could have done it."""
    if tree.deps[head] == "compound":
        head = tree.heads[head]
    word = tree.lower[head]
    if longest(weapons(), tree.lower, head) or word in ("fire", "bullets", "shelling", "shrapnel", "attack", "gunfire"):
        owner = _owner_of(tree, head)
        if owner[0] is None and word in _FLYING:
            return tree.words[head] if not head else joined(tree, _noun_start(tree, head), head), head
        return owner
    whose = next((c for c in tree.children[head] if tree.deps[c] == "poss" and tree.lower[c] in ("its", "their")), None)
    if whose is not None and word in words("bare_agents") and (owner := told_before(tree, whose, speaking=True))[0]:
        return owner  # "the army said its forces had retaken the town"
    if word in classed("no_actor") or not (tree.tags[head] in NAMES or tree.tags[head] in ("JJ", "CD")):
        return NOBODY
    tokens = [t for t in tree.subtree(head, _CUT) if abs(t - head) <= 7]
    tokens = sorted({*tokens, *_of_whom(tree, head)})
    while tokens and (
        tree.tags[tokens[0]] in ("CD", "RB", "DT", "CC", "PRP$", "IN", "POS")
        or (tree.lower[tokens[0]] in classed("not_name") and tree.lower[tokens[0]] != "joint")
        or (
            tree.lower[tokens[0]] in words("weekdays") | words("months") and len(tokens) > 1
        )  # "On May 2 Turkish forces"
    ):
        tokens.pop(0)
    if not tokens:
        return NOBODY
    tokens = _whole_words(tree, _with_head(tree, tokens, head))
    while len(tokens) > 1 and tree.lower[tokens[-1]] in classed("act_nouns"):
        tokens.pop()  # "the Israeli act of aggression", "a Turkish attack"
    unbroken = tokens[-1] - tokens[0] == len(tokens) - 1
    text = joined(tree, tokens[0], tokens[-1]) if unbroken else " ".join(tree.words[t] for t in tokens)
    told = {tree.lower[t] for t in tokens}
    if not (told & classed("actor") or told & classed("side") or tree.tags[head] in ("NNP", "NNPS")):
        return NOBODY
    if not alone:
        more = next((c for c in tree.children[head] if tree.deps[c] == "conj" and c - head <= 6), None)
        if more is not None and (second := named(tree, more)[0]) and second != text:
            text = f"{text} and {second}"
    return text, head


def told_before(tree: Tree, pronoun: int, speaking: bool = False) -> Agent:
    """Whom a pronoun means in its sentence: "before the troops left they executed ...": the last subject that can act.

    Who speaks counts only where `speaking`: "the coalition said its drone ...".
    """
    for t in range(pronoun - 1, -1, -1):
        if tree.deps[t] == "nsubj" and tree.tags[t] in NAMES:
            found = named(tree, t, alone=True)  # alone: "the army and its forces" would go round in a circle
            if found[0] and (speaking or tree.lower[tree.heads[t]] not in speech()):
                return found
    return NOBODY


def _whole_words(tree: Tree, tokens: list[int]) -> list[int]:
    """The tokens with the rest of the words that a hyphen joins to them: "Turkish-backed forces"."""
    found = set(tokens)
    for t in tokens:
        if t > 1 and tree.words[t - 1] == "-" and tree.tags[t] == "VBN":
            found |= {t - 1, t - 2}
    return sorted(found)


def _with_head(tree: Tree, tokens: list[int], head: int) -> list[int]:
    """The tokens without those that a bar or a colon sets apart from the head: a headline's kicker is no part of the name."""
    bars = [t for t in range(tokens[0], head) if tree.words[t] in ("|", ":", "•")]
    return [t for t in tokens if not bars or t > bars[-1]]


def _noun_start(tree: Tree, head: int) -> int:
    first = head
    while first > 0 and tree.tags[first - 1] in ("NN", "NNP") and head - first < 3:
        first -= 1
    return head if tree.words[first] == "-" or tree.words[max(first - 1, 0)] == "-" else first


def _of_whom(tree: Tree, head: int) -> list[int]:
    """ "members of the group", "government of X": the words after "of" that say whose."""
    if tree.lower[head] not in (
        "members",
        "dozens",
        "hundreds",
        "number",
        "government",
        "forces",
        "group",
        "groups",
        "units",
        "elements",
        "remnants",
        "cells",
        "gunmen",
        "soldiers",
        "warplanes",
        "jets",
        "drones",
        "fighters",
        "men",
        "militants",
    ):
        return []
    prep = next((c for c in tree.children[head] if tree.lower[c] == "of" and c == head + 1), None)
    whom = tree.child(prep, "pobj") if prep is not None else None
    if prep is None or whom is None or tree.lower[whom] in words("settlements"):
        return []
    return [
        prep,
        *(t for t in tree.subtree(whom, frozenset(("relcl", "acl", "appos", "prep", "det", "punct"))) if t > prep),
    ]


def _owner_of(tree: Tree, means: int) -> Agent:
    """Whose a means is: "the artillery fire of the Turkish military", "regime warplanes", "shrapnel of Iranian missiles"."""
    for child in tree.children[means]:
        if tree.deps[child] == "poss" and tree.lower[child] in ("its", "their"):
            return told_before(tree, child, speaking=True)
        if tree.lower[child] in ("of", "by", "from") and (whom := tree.child(child, "pobj")) is not None:
            return named(tree, whom)
        if tree.deps[child] in ("relcl", "acl") and tree.lower[child] in _TAKEN_FOR:
            side = next((t for t in tree.subtree(child) if tree.lower[t] in classed("side")), None)
            if side is not None:
                return tree.words[side], side
    first = means
    while first > 0 and tree.tags[first - 1] in ("NN", "NNP", "JJ", "HYPH", "NNPS", "NNS", "VBN") and means - first < 5:
        first -= 1
    sides = classed("side") | (classed("actor") - {"drone", "drones", "planes", "plane"})
    if any(tree.lower[t] in sides for t in range(first, means + 1)):
        while first < means and (
            tree.lower[first] in classed("not_name") | words("weekdays") or tree.tags[first] in ("CD", "VBN")
        ):
            first += 1
        last = _last_doer(tree, first, means)
        return (joined(tree, first, last), means) if last is not None else NOBODY
    return NOBODY
