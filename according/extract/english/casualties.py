"""What happened to counted people: up the parse from their noun to a word of harm that has them in the right role."""

from __future__ import annotations

from according.domain.values import Measure
from according.extract.english.amounts import labelled
from according.extract.english.around import around
from according.extract.english.beside import beside
from according.extract.english.counting import Counted, How
from according.extract.english.facilities import tie_facility
from according.extract.english.lexicon import harm, words
from according.extract.english.parse import Tree
from according.extract.english.roles import tie_of_object, tie_of_subject
from according.extract.english.ties import (
    Tie,
    done_to,
    idiom_at,
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


def tie(tree: Tree, thing: Counted) -> Tie | None:
    """What happened to the counted thing, by the parse where it tells, else by the words around; None = nothing read."""
    if thing.facility:
        return tie_facility(tree, thing)
    if _only_hurt(tree, thing):
        return None
    if labelled(tree, thing.first) is not None and (told := around(tree, thing)) is not None:
        return told
    return beside(tree, thing) or _own_harm(tree, thing) or _climb(tree, thing) or around(tree, thing)


def _only_hurt(tree: Tree, thing: Counted) -> bool:
    """ "30 civilians sustained various injuries": the wounds of those counted are no figure of their own."""
    over = tree.heads[thing.head]
    wounds = thing.how is How.VAGUE and tree.lower[thing.head] in words("wounds")
    return wounds and idiom_at("subj", tree, over, [thing.head]) is not None


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
            return tie_of_subject(tree, parent, dep, thing)
        if dep in _OBJECTS or dep == "nsubj":
            return tie_of_object(tree, parent, thing, node)
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
    if word == "with" and preposition and tree.lower[preposition - 1] in ("along", "together"):
        told = next((t for t in (over, tree.heads[over]) if done_to(tree.lower[t]) and passive(tree, t)), None)
        measure = done_to(tree.lower[told]) if told is not None else None
        if measure is not None and told is not None:
            return Tie(measure, told, "along-with", 0.8)  # "ten were killed along with eight fighters"
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
