"""Facilities that something hit: buildings, vehicles, installations (codebook, hard cases: facilities_hit)."""

from __future__ import annotations

from according.domain.values import Category, Measure
from according.extract.english.counting import Counted, How
from according.extract.english.lexicon import words
from according.extract.english.parse import Tree
from according.extract.english.ties import Tie

_INSIDE = frozenset("conj appos nmod compound poss nummod amod quantmod dep".split())
_CLIMB = 6
_LIST = 16
"""Words back within which a list after a word of hitting may have begun."""
_CLAUSE_TAGS = frozenset("IN TO VBD VBZ VBP WDT WP . PRP MD VB VBN VBG".split())
_OUT = frozenset("knocked put rendered forced taken".split())


def tie_facility(tree: Tree, thing: Counted) -> Tie | None:
    """What hit the facility, by the parse where it tells, else by the list it stands in; None = nothing did."""
    found = _evacuated(tree, thing) or _climb(tree, thing) or _beside(tree, thing) or _in_list(tree, thing)
    return None if found is not None and _driven_to_it(tree, thing, found.word) else found


def _driven_to_it(tree: Tree, thing: Counted, verb: int) -> bool:
    """ "Bombers blew up two vehicles": the vehicle carried the bomb."""
    if thing.category is not Category.VEHICLE or not tree.lower[verb].startswith(("bl", "deton", "explod")):
        return False
    return bool({"bomber", "bombers", "suicide"} & set(tree.lower[max(0, verb - 4) : verb]))


def _evacuated(tree: Tree, thing: Counted) -> Tie | None:
    """ "5,000 homes were evacuated", "the evacuation of 50 homes": households left."""
    if thing.category is not Category.HOME:
        return None
    node = thing.head
    if tree.deps[node] == "pobj" and tree.lower[tree.heads[node]] == "of":
        node = tree.heads[node]
    verb = tree.heads[node]
    if tree.deps[node] in ("nsubjpass", "dobj", "nsubj", "prep") and tree.lower[verb].startswith(("evacuat", "vacat")):
        return Tie(Measure.DISPLACED, verb, "homes-left", 0.75)
    return None


def _hit(word: int, because: str, confidence: float) -> Tie:
    return Tie(Measure.FACILITIES_HIT, word, because, confidence)


def _climb(tree: Tree, thing: Counted) -> Tie | None:
    for child in tree.children[thing.head]:
        if tree.lower[child] in words("hit_verbs") and tree.tags[child] in ("VBN", "VBD") and tree.deps[child] == "acl":
            return _hit(child, "hit-participle", 0.75)
    node = thing.head
    for _ in range(_CLIMB):
        parent, dep = tree.heads[node], tree.deps[node]
        if parent == node:
            return None
        word, hits = tree.lower[parent], tree.lower[parent] in words("hit_verbs") and tree.tags[parent].startswith("VB")
        if dep == "nsubjpass" and hits:
            return _hit(parent, "hit-passive", 0.85)
        if dep in ("nsubj", "nsubjpass"):
            return _as_subject(tree, parent, hits)
        if dep == "dobj" and hits:
            return _hit(parent, "hit-object", 0.85)
        if dep == "dobj" and word in ("caused", "causing", "made", "saw") and _collapses(tree, node):
            return _hit(parent, "collapsed", 0.7)
        if dep == "pobj":
            found = _after_preposition(tree, thing, parent)
            if isinstance(found, Tie) or found is None:
                return found
            node = found
            continue
        if dep in _INSIDE and not tree.tags[parent].startswith("VB"):
            node = parent
            continue
        if word in _OUT and "out" in tree.lower[parent:]:
            return _hit(parent, "out-of-service", 0.7)
        return None
    return None


def _as_subject(tree: Tree, verb: int, hits: bool) -> Tie | None:
    """ "A wall collapsed", "Mosque damaged in strike", "the refinery shut down after sustaining damage"."""
    word = tree.lower[verb]
    over = tree.heads[verb]
    if hits and tree.tags[verb] == "VB" and tree.lower[over] in ("caused", "causing", "causes", "made", "making"):
        return _hit(over, "collapsed", 0.7)  # "caused several buildings to collapse"
    if hits and (
        word.startswith(("collaps", "explod")) or (tree.tags[verb] == "VBN" and tree.child(verb, "dobj") is None)
    ):
        return _hit(verb, "hit-subject", 0.6)
    after = tree.lower[verb : verb + 8]
    if word in ("sustained", "suffered", "sustaining", "sustains", "suffers") and "damage" in after:
        return _hit(verb, "sustained-damage", 0.7)
    if {"sustaining", "suffering"} & set(after) and "damage" in after:
        return _hit(verb, "sustained-damage", 0.6)
    if word in ("went", "put", "caught", "set", "knocked", "taken", "forced") and (
        {"fire", "ablaze", "alight"} & set(after) or after[1:3] == ["out", "of"]
    ):
        return _hit(verb, "out-of-service", 0.65)
    if word in ("caused", "came", "come") and {"fire", "attack"} & set(after[:4]) and "under" in after[:3]:
        return _hit(verb, "came-under-fire", 0.6)
    return None


def _beside(tree: Tree, thing: Counted) -> Tie | None:
    """ "and 150 houses destroyed": the participle stands right after the thing, as in notes and headlines."""
    at = thing.last + 1
    while at < len(tree) and (
        tree.tags[at] == "RB" or tree.lower[at] in ("were", "was", "been", "have", "has", "being", "partially", "also")
    ):
        at += 1
    if (
        at < len(tree)
        and at - thing.last <= 4
        and tree.tags[at] in ("VBN", "VBD", "JJ")
        and tree.lower[at] in words("hit_verbs")
    ):
        followed = at + 1 < len(tree) and tree.tags[at + 1] in ("DT", "CD", "NNS", "PRP$")
        return None if followed and at == thing.last + 1 else _hit(at, "hit-beside", 0.55)
    return None


def _collapses(tree: Tree, node: int) -> bool:
    return any(w in ("collapse", "collapsing", "burn") for w in tree.lower[node + 1 : node + 4])


def _after_preposition(tree: Tree, thing: Counted, preposition: int) -> Tie | int | None:
    word, over = tree.lower[preposition], tree.heads[preposition]
    above = tree.lower[over]
    if word in ("on", "to", "of", "against", "at", "over") and above in words("hit_nouns"):
        if word == "of" and above not in ("destruction", "bombing", "shelling", "bombardment"):
            return None
        if word == "at" and thing.how is How.DEFINITE:
            return None
        return _hit(over, "attack-on", 0.75)
    if word in ("on", "into", "at", "onto", "in", "inside") and above in words("falls_on"):
        return _hit(over, "landed-on", 0.65) if word not in ("in", "inside") else None
    if word in ("inside", "in", "to") and above in ("destruction", "damage"):
        return _hit(over, "damage-inside", 0.65)
    if word == "of" and above in words("parts_of"):
        return over
    return None


def _in_list(tree: Tree, thing: Counted) -> Tie | None:
    """In a list after a word of hitting, where the parse is lost: "destroyed a power station a school and a mosque"."""
    for k in range(thing.first - 1, max(-1, thing.first - _LIST), -1):
        word, tag = tree.lower[k], tree.tags[k]
        if word in words("hit_verbs") and tag in ("VBD", "VBG", "VBZ", "VBN"):
            return _hit(k, "hit-list", 0.5)
        if tag in _CLAUSE_TAGS and word != "of":
            return None
    return None
