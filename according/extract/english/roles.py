"""What befell counted people by their part in the clause: the subject of a word of harm, its object, those a list names."""

from __future__ import annotations

from according.domain.values import Category, Measure
from according.extract.english.counting import Counted, How
from according.extract.english.lexicon import harm, words
from according.extract.english.parse import Tree
from according.extract.english.ties import Tie, done_to, idiom_at, measures_of, paired, passive, toll_measure, toll_near

_PREDICATES = frozenset("acomp oprd attr ccomp xcomp advcl advmod amod conj dep".split())


def tie_of_subject(tree: Tree, verb: int, dep: str, thing: Counted) -> Tie | None:
    word = tree.lower[verb]
    entry = harm().get(word)
    if entry is not None and tree.tags[verb].startswith("VB"):
        if "vt" in entry.frames and (dep == "nsubjpass" or passive(tree, verb)):
            return paired(tree, verb, entry.frames["vt"], "passive-subject", 0.95)
        if "vi" in entry.frames:
            return Tie(entry.frames["vi"], verb, "subject", 0.9)
        alone = tree.tags[verb] in ("VBN", "VBD") and verb > thing.head
        alone = alone and (tree.child(verb, "dobj") is None or _harmed_too(tree, verb))
        if "vt" in entry.frames and alone:
            return paired(tree, verb, entry.frames["vt"], "headline-passive", 0.85)
        return None
    if entry is not None and "adj" in entry.frames:
        return Tie(entry.frames["adj"], verb, "adjective", 0.8)
    if word in words("being") and (said := _predicate(tree, verb)) is not None:
        return said
    if word == "left" and dep == "nsubj" and thing.category not in (None, Category.COMBATANTS):
        gone = tree.child(verb, "dobj")
        if gone is not None and tree.tags[gone] in ("NNP", "NNPS") and thing.how is not How.ARTICLE:
            return Tie(Measure.DISPLACED, verb, "left-home", 0.6)
    if dep == "nsubjpass" and word == "destroyed" and thing.category is Category.COMBATANTS:
        return Tie(Measure.KILLED, verb, "destroyed-fighters", 0.6)
    graver = _shared_subject(tree, verb)
    if graver is not None and graver.measure is Measure.KILLED:
        return graver
    after = [t for t in tree.subtree(verb) if t > verb]
    idiom = idiom_at("subj", tree, verb, after)
    if idiom is not None and (
        idiom.name != "shot-dead"
        or any(tree.lower[t] in idiom.companions for t in range(verb + 1, min(verb + 4, len(tree))))
    ):
        return Tie(idiom.measure, verb, idiom.name, 0.85)
    below = tree.child(verb, "xcomp", "ccomp")
    if below is not None and word in words("raising"):
        inner = harm().get(tree.lower[below])
        if inner and "vt" in inner.frames and (passive(tree, below) or tree.tags[below] == "VBN"):
            return paired(tree, below, inner.frames["vt"], "raised-passive", 0.85)
        if inner and (measure := inner.frames.get("vi") or inner.frames.get("adj")):
            return Tie(measure, below, "raised", 0.8)
        if (idiom := idiom_at("subj", tree, below, tree.subtree(below))) is not None:
            return Tie(idiom.measure, below, idiom.name, 0.75)
    if word in words("raising") and tree.lower[verb + 1 : verb + 2] == ["as"] and verb + 2 < len(tree):
        measure = done_to(tree.lower[verb + 2])
        if measure is not None:
            return Tie(measure, verb + 2, "raised", 0.75)
    return _shared_subject(tree, verb)


def _harmed_too(tree: Tree, verb: int) -> bool:
    """ "Nine persons killed 12 injured": what follows the participle is counted by another participle of its own."""
    for at in range(verb + 1, min(verb + 6, len(tree))):
        if at > verb + 1 and tree.tags[at] in ("VBN", "VBD") and done_to(tree.lower[at]) is not None:
            return at + 1 >= len(tree) or tree.tags[at + 1] not in ("NN", "NNS", "NNP", "CD", "DT")
        if tree.tags[at] not in ("CD", "JJ", "JJR", "JJS", "RB", "RBR", "IN", "NNS", "NN", "DT"):
            return False
    return False


def _shared_subject(tree: Tree, verb: int) -> Tie | None:
    """ "were attacked and killed": a second verb tells of the harm."""
    for other in tree.children[verb]:
        if tree.deps[other] != "conj" or tree.tags[other] != "VBN":
            continue
        measure = done_to(tree.lower[other])
        if measure is not None and tree.child(other, "nsubj", "nsubjpass", "dobj") is None:
            return Tie(measure, other, "shared-subject", 0.7)
    return None


def _predicate(tree: Tree, verb: int) -> Tie | None:
    """ "are dead", "were among the dead", "was found killed"."""
    for child in tree.children[verb]:
        entry = harm().get(tree.lower[child])
        if tree.child(child, "nsubj", "nsubjpass") is not None:
            continue  # "are believed killed and millions displaced": of others
        if entry and "adj" in entry.frames and tree.deps[child] in _PREDICATES:
            return Tie(entry.frames["adj"], child, "predicate", 0.8)
        if tree.lower[child] not in words("among"):
            continue
        inside = tree.child(child, "pobj")
        if inside is None:
            continue
        if tree.lower[inside] in words("the_dead"):
            return Tie(Measure.KILLED, inside, "among-the-dead", 0.85)
        if tree.lower[inside] in words("the_wounded"):
            return Tie(Measure.INJURED, inside, "among-the-wounded", 0.85)
        for part in tree.children[inside]:
            measure = done_to(tree.lower[part])
            if measure is not None and tree.deps[part] in ("acl", "amod", "relcl"):
                return Tie(measure, part, "among-those", 0.8)
    return None


def tie_of_object(tree: Tree, verb: int, thing: Counted, node: int) -> Tie | None:
    word = tree.lower[verb]
    entry = harm().get(word)
    if word in words("left_verbs"):
        return _left(tree, thing)
    if entry is not None and "vt" in entry.frames and thing.head > verb and tree.tags[verb][:2] in ("VB", "NN"):
        if word.startswith("seiz") and thing.category is Category.PEOPLE and thing.how is How.ARTICLE:
            return None
        return paired(tree, verb, entry.frames["vt"], "object", 0.93)
    if word.startswith(("claim", "took", "taking", "take", "cost")) and tree.lower[node] in ("life", "lives"):
        return Tie(Measure.KILLED, verb, "claimed-lives", 0.9)
    if word in words("reaching") and toll_near(tree, verb):
        return Tie(toll_measure(tree, verb), verb, "toll-reached", 0.85)
    if word.startswith(("destroy", "eliminat", "annihilat", "liquidat", "neutrali")):
        if thing.category is Category.COMBATANTS and thing.how is not How.ARTICLE:
            return Tie(Measure.KILLED, verb, "destroyed-fighters", 0.6)
    if word in words("list_openers") | {"are", "were"} and (said := _those_included(tree, verb)) is not None:
        return said
    after = range(thing.last + 1, min(thing.last + 9, len(tree)))
    idiom = idiom_at("obj", tree, verb, after)
    if idiom is not None and (idiom.companions or (thing.category is not None and thing.how is not How.ARTICLE)):
        return Tie(idiom.measure, verb, idiom.name, 0.8)
    counted_harm = harm().get(tree.lower[thing.head])
    if word.startswith(("caus", "inflict", "result", "suffer", "report", "register", "confirm")) and counted_harm:
        if "n" in counted_harm.frames:
            return Tie(counted_harm.frames["n"], thing.head, "counted-harm", 0.85)
    if entry is not None and "adj" in entry.frames:
        return Tie(entry.frames["adj"], verb, "adjective", 0.6)
    return None


def _left(tree: Tree, thing: Counted) -> Tie | None:
    """ "left 15 people dead", "leaving dozens injured", "leaving thousands with no access to care"."""
    for at in range(thing.last + 1, min(thing.last + 26, len(tree))):
        measure = done_to(tree.lower[at])
        if measure is not None:
            return paired(tree, at, measure, "left", 0.9)
        idiom = idiom_at("subj", tree, at, range(at + 1, min(at + 9, len(tree)))) if tree.tags[at] == "VBG" else None
        if idiom is not None and idiom.companions:
            return Tie(idiom.measure, at, idiom.name, 0.75)
        if tree.lower[at] in ("no", "without") and set(tree.lower[at : at + 6]) & words("needs"):
            return Tie(Measure.DEPRIVED, at, "left-without", 0.85)
        if tree.lower[at] in (".", ";", "when", "after", "while", "who"):
            return None
    return None


def _those_included(tree: Tree, verb: int) -> Tie | None:
    """ "The dead included six women": what happened to the ones that the list is of."""
    for t in range(max(0, verb - 5), verb):
        word = tree.lower[t]
        if word not in words("the_dead") | words("the_wounded") | {
            "detained",
            "arrested",
            "displaced",
            "kidnapped",
            "missing",
        }:
            continue
        entry = harm().get(word)
        frames = entry.frames if entry else {}
        measure = next(iter(measures_of(word)), None) or frames.get("n") or Measure.KILLED
        return Tie(measure, t, "those-included", 0.8)
    return None
