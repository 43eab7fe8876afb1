"""Capitalised names where the grammar expects a place that the gazetteer does not know: "in the town of X", "X village"."""

from __future__ import annotations

from according.extract.english.lexicon import words
from according.extract.english.parse import Tree
from according.extract.english.widths import AREA, SITE, width_by_word

_LONGEST = 7
"""Tokens of the longest name that is looked for."""


def unknown_names(tree: Tree) -> list[tuple[int, int, int]]:
    """(first token, end token, width) of names where a place is expected: "in the town of X", "X village", "strike on X"."""
    found: list[tuple[int, int, int]] = []
    for i, word in enumerate(tree.lower):
        hits = tree.tags[i].startswith("VB") and word in words("place_verbs")
        if hits or word in words("locating"):
            found += _after_locating(tree, i, hits)
    found += [(_zone_start(tree, i), i + 1, AREA) for i in range(1, len(tree)) if _zone_start(tree, i) < i]
    for i, word in enumerate(tree.lower):
        if (
            word in words("settlements") - {"camp", "base", "crossing", "road"}
            and i
            and tree.tags[i - 1] in ("NNP", "NNPS")
        ):
            begin = i - 1
            while (
                begin > 0
                and i - begin < 5
                and (tree.tags[begin - 1] in ("NNP", "NNPS", "HYPH") or tree.lower[begin - 1] in ("al", "el"))
                and tree.lower[begin - 1] not in words("sides")
            ):
                begin -= 1
            if word.endswith("s") and begin > 1 and tree.lower[begin - 1] == "and":
                begin = _first_of_pair(tree, begin)
            if not any(a <= begin < b for a, b, _ in found):
                found.append((begin, i, width_by_word(word)))
    return found


def _first_of_pair(tree: Tree, begin: int) -> int:
    """Where the first of two names begins that one plural holds: "Sarja and Farkya villages"."""
    first = begin - 1
    while first > 0 and begin - first < 5 and tree.tags[first - 1] in ("NNP", "NNPS", "HYPH"):
        first -= 1
    return first if first < begin - 1 else begin


def _after_locating(tree: Tree, i: int, hits: bool) -> list[tuple[int, int, int]]:
    """The name after a word that locates, past "the town of", "nearby", "both"."""
    k, typed = i + 1, tree.lower[i] == "of" and i > 0 and tree.lower[i - 1] in words("settlements")
    while k < len(tree) and k - i < 9:
        if tree.lower[k] in words("settlements"):
            typed = True
        elif not (tree.lower[k] in words("before_place") or _describes(tree, k, i, typed)):
            break
        k += 1
    end = name_end(tree, k)
    if end == k:
        return []
    at = end + 1 if end < len(tree) and tree.lower[end] in ("gas", "oil", "refugee", "military") else end
    settled = at < len(tree) and tree.lower[at] in words("settlements")
    sure = typed or settled
    if not (sure or k == i + 1 or tree.lower[k - 1] in ("of", "the")):
        return []
    if not sure and tree.lower[i] in ("of", "from", "to", "against", "over", "into"):
        return []
    if not sure and (tree.lower[i] == "on" or hits) and tree.tags[i + 1] not in ("NNP", "NNPS"):
        return []
    width = width_by_word(tree.lower[at]) if settled else SITE
    if end + 1 < len(tree) and tree.lower[end] == "and" and (more := name_end(tree, end + 1)) > end + 1:
        end = more
    return [(k, end, width)]


def _describes(tree: Tree, k: int, i: int, typed: bool) -> bool:
    """Whether a word may stand between the locating word and the name: "rebel-held", "southern"."""
    tag = tree.tags[k]
    if tree.lower[k] in words("sides"):
        return True
    if tag not in ("JJ", "VBN", "HYPH", "RB", "NN", "NNS", "VBG", "CD") or not tree.words[k].islower():
        return False
    return typed or tag != "NN" or k - i < 4


def name_end(tree: Tree, begin: int) -> int:
    """Where a capitalised name that begins at a token ends; "al-Sayyed Ali" is one."""
    k = begin
    while k < len(tree) and k - begin < _LONGEST:
        word = tree.words[k]
        shouted = word.isupper() and len(word) > 3 and not tree.words[0].isupper()
        capital = (
            word[:1].isupper()
            and not shouted
            and tree.lower[k] not in words("sides")
            and tree.tags[k] not in ("IN", "DT", "CC")
            and (tree.tags[k] not in ("PRP", "VBD", "VBZ", "JJ") or (tree.tags[k] == "JJ" and k > begin))
        )
        if not (capital or _joins_name(tree, k)):
            break
        k += 1
    while k > begin and not tree.words[k - 1][:1].isalpha():
        k -= 1
    return k if k > begin and any(w[:1].isupper() for w in tree.words[begin:k]) else begin


def _joins_name(tree: Tree, k: int) -> bool:
    """Hyphens and Arabic articles inside a name."""
    word = tree.words[k].lower()
    if word not in ("-", "'", "’", "al", "el", "as", "ash", "ar", "ad", "at", "an") or k + 1 >= len(tree):
        return False
    follows = tree.words[k + 1][:1].isupper() or tree.words[k + 1] in ("-", "–")
    glued = 0 if word in ("as", "at", "an", "ad", "ar") else 1
    return follows and tree.starts[k + 1] - tree.ends[k] <= glued


def _zone_start(tree: Tree, at: int) -> int:
    """Where the name of a zone of the war begins that ends at a token: "in the de-escalation zone"; `at` where it is none."""
    if tree.lower[at] not in ("zone", "zones") or tree.lower[at - 1] not in words("zones_of"):
        return at
    first = at - 3 if at > 2 and tree.lower[at - 2] == "-" else at - 1
    located = any(tree.lower[t] in words("locating") for t in range(max(0, first - 3), first))
    return first if located else at
