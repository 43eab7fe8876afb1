"""What happened to counted people: up the parse from their noun to a word of harm that has them in the right role."""

from __future__ import annotations

from according.domain.values import Category, Measure
from according.extract.english.amounts import labelled
from according.extract.english.around import around
from according.extract.english.beside import beside
from according.extract.english.counting import Counted, How
from according.extract.english.facilities import tie_facility
from according.extract.english.lexicon import harm, words
from according.extract.english.parse import Tree
from according.extract.english.ties import (
    Tie,
    done_to,
    idiom_at,
    measures_of,
    paired,
    passive,
    toll_measure,
    toll_near,
)

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECTS = ("dobj", "dative", "oprd", "attr", "obj")
_INSIDE = frozenset("conj appos nmod compound poss nummod amod quantmod dep advmod det npadvmod".split())
_CLIMB = 8
"""Steps up the parse after which a word of harm is not the thing's own."""
_PREDICATES = frozenset("acomp oprd attr ccomp xcomp advcl advmod amod conj dep".split())


def tie(tree: Tree, thing: Counted) -> Tie | None:
    """What happened to the counted thing, by the parse where it tells, else by the words around; None = nothing read."""
    if thing.facility:
        return tie_facility(tree, thing)
    if labelled(tree, thing.first) is not None and (told := around(tree, thing)) is not None:
        return told
    return beside(tree, thing) or _own_harm(tree, thing) or _climb(tree, thing) or around(tree, thing)


def _own_harm(tree: Tree, thing: Counted) -> Tie | None:
    """ "millions displaced": the noun is the harm, where no other harm follows."""
    if tree.lower[thing.head] != "displaced" or thing.how is How.DEFINITE:
        return None
    if any(w in harm() for w in tree.lower[thing.head + 1 : thing.head + 5]):
        return None
    return Tie(Measure.DISPLACED, thing.head, "counted-harm", 0.75)


def _climb(tree: Tree, thing: Counted) -> Tie | None:
    modifier = _modifier(tree, thing)
    if modifier is not None:
        return modifier
    node = thing.head
    for _ in range(_CLIMB):
        parent, dep = tree.heads[node], tree.deps[node]
        if parent == node:
            return None
        if tree.deps[parent] in ("aux", "auxpass") and tree.heads[parent] != parent:
            parent = tree.heads[parent]  # "were pre-emptively evacuated": the parser hung the subject on the auxiliary
        verb = tree.tags[parent].startswith("VB")
        if dep in _SUBJECTS and (verb or dep != "nsubj"):
            return _as_subject(tree, parent, dep, thing)
        if dep in _OBJECTS or dep == "nsubj":
            return _as_object(tree, parent, thing, node)
        if dep == "pobj":
            within = thing.first <= tree.heads[parent] <= thing.last  # "two of his associates"
            found = tree.heads[parent] if within else _after_preposition(tree, parent)
            if isinstance(found, Tie) or found is None:
                return found
            node = found
            continue
        if dep == "conj" and verb:
            measure = done_to(tree.lower[parent])
            hung = measure is not None and node > parent and tree.tags[node] in ("CD", "NNS", "NN")
            hung = hung and not passive(tree, parent)
            # "killed 2 people and wounded 5": the parser hung the number on the verb
            return Tie(measure, parent, "conj-object", 0.6) if hung and measure is not None else None
        if dep not in _INSIDE:
            return None
        node = parent
    return None


def _modifier(tree: Tree, thing: Counted) -> Tie | None:
    """Harm said within the noun phrase: "10 people killed in", "two wounded civilians", "those who were killed"."""
    for child in tree.children[thing.head]:
        dep, entry = tree.deps[child], harm().get(tree.lower[child])
        if dep == "acl" and _own_object(tree, thing, child):
            return None  # "killed 30 people injured 90": each verb has its number after it
        if dep == "acl" and child > thing.head:
            counted_apart = any(tree.tags[t] == "CD" for t in range(thing.last + 1, child))  # "2 women 29 injured"
            found = _participle_after(tree, child) if not counted_apart else None
            if found is not None:
                return found
        if entry is None:
            continue
        if dep == "amod" and thing.first <= child < thing.head and thing.how is not How.DEFINITE:
            measure = entry.frames.get("adj") or (entry.frames.get("vt") if tree.tags[child] == "VBN" else None)
            if measure is Measure.DISPLACED and _climbs_to_harm(tree, thing):
                continue  # "26 displaced people were killed"
            if measure is not None:
                return Tie(measure, child, "participle-before", 0.6)
        if dep == "relcl" and thing.how is not How.ARTICLE:
            subject = tree.child(child, "nsubjpass", "nsubj")
            if subject is not None and tree.lower[subject] in ("who", "which", "that"):
                frame = "vt" if tree.deps[subject] == "nsubjpass" else "vi"
                if frame in entry.frames:
                    return Tie(entry.frames[frame], child, "relative", 0.8)
    return None


def _own_object(tree: Tree, thing: Counted, verb: int) -> bool:
    """Whether the thing is the object of the word of harm right before it, and the verb after it has a number of its own."""
    counts = verb + 1 < len(tree) and tree.tags[verb + 1] == "CD" and done_to(tree.lower[verb]) is not None
    return counts and thing.first > 0 and done_to(tree.lower[thing.first - 1]) is not None


def _participle_after(tree: Tree, child: int) -> Tie | None:
    entry = harm().get(tree.lower[child])
    if entry is None:
        told = tree.tags[child] in ("VBN", "VBD") or (tree.tags[child] == "VBG" and child > 0)
        idiom = idiom_at("subj", tree, child, tree.subtree(child)) if told else None
        return Tie(idiom.measure, child, idiom.name, 0.7) if idiom else None
    if tree.tags[child] in ("VBN", "VBD") and "vt" in entry.frames:
        return paired(tree, child, entry.frames["vt"], "participle-after", 0.9)
    if tree.tags[child] == "VBG" and "vi" in entry.frames:
        return Tie(entry.frames["vi"], child, "participle-after", 0.8)
    return None


def _climbs_to_harm(tree: Tree, thing: Counted) -> bool:
    node = thing.head
    for _ in range(4):
        if tree.heads[node] == node:
            return False
        node = tree.heads[node]
        if tree.lower[node] in harm() and tree.tags[node].startswith("VB"):
            return True
    return False


def _after_preposition(tree: Tree, preposition: int) -> Tie | int | None:
    """A thing after a preposition: its tie ("the death of two men"), the node to climb on from, or None."""
    word, over = tree.lower[preposition], tree.heads[preposition]
    above = tree.lower[over]
    if word in words("harm_prepositions"):
        entry = harm().get(above)
        if entry and word != "on" and ("of" in entry.frames or "n" in entry.frames):
            return Tie(entry.frames.get("of") or entry.frames["n"], over, "noun-of", 0.85)
        if above in ("bodies", "remains", "body"):
            return Tie(Measure.KILLED, over, "bodies-of", 0.7)
        if above in words("counted_of"):
            return over
        if above in ("toll", "tolls") or (word == "to" and toll_near(tree, preposition)):
            return Tie(toll_measure(tree, preposition), over, "toll-of", 0.85)
        if word == "to" and above == "death":
            return Tie(Measure.KILLED, over, "noun-to", 0.7)
    if word in ("at", "as") and toll_near(tree, preposition):
        return Tie(toll_measure(tree, preposition), over, "toll-of", 0.8)
    if word == "as" and "n" not in getattr(harm().get(above), "frames", {"n": None}):
        return over
    return None


def _as_subject(tree: Tree, verb: int, dep: str, thing: Counted) -> Tie | None:
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


def _as_object(tree: Tree, verb: int, thing: Counted, node: int) -> Tie | None:
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
