"""How firmly: the modality of a claim from the words that govern it (codebook, modality)."""

from __future__ import annotations

from functools import cache

from according.domain.values import Modality
from according.extract.english.acts import classed
from according.extract.english.lexicon import speech
from according.extract.english.negation import negated
from according.extract.english.parse import Tree
from according.vocab.english import table

HIGHEST = 10
"""Steps up the parse that words above a claim reach it."""

_DOWN_FROM = frozenset(
    (
        "ccomp",
        "xcomp",
        "dobj",
        "acl",
        "prep",
        "pcomp",
        "pobj",
        "oprd",
        "acomp",
        "nsubjpass",
        "attr",
        "conj",
        "dep",
        "relcl",
        "advcl",
        "nsubj",
    )
)
_BESIDE = frozenset(("advmod", "amod", "aux", "neg", "acomp"))
_GIVEN_PREPS = frozenset(
    "after following since amid despite during in by at from because upon on before within over under near".split()
)
_GIVEN_MARKS = frozenset("after since because when while although though before until where as".split())
_VIDEO = frozenset("video footage images photographs photos pictures clip clips recording videos".split())
_SELF = frozenset("it they he she".split())
_STEPS = frozenset("resume begin start come happen continue break escalate follow erupt intensify resumed".split())


@cache
def _words(modality: Modality, where: str) -> frozenset[str]:
    return frozenset(
        word
        for name, kind, words in table("modality")
        if (name, kind) == (modality.value, where)
        for word in words.split()
    )


def modality_of(tree: Tree, at: int, spoken: Modality = Modality.ASSERTED) -> Modality:
    """The modality of what the token at `at` tells, by the words beside and above it; `spoken` is how its speaker speaks."""
    refused = negated(tree, at)
    if refused is not None:
        return refused
    found = _found(tree, at)
    if Modality.DENIED in found:
        return Modality.PURPORTED if _neither(tree) else Modality.DENIED
    if Modality.NEGATED in found:
        return Modality.NEGATED
    if found:
        return Modality.FEARED if found[0] is Modality.PLANNED and Modality.FEARED in found else found[0]
    if spoken in (Modality.FEARED, Modality.PLANNED):
        return spoken
    return Modality.ASSERTED


def _found(tree: Tree, at: int) -> list[Modality]:
    """Every modality that a word gives, nearest first."""
    found: list[Modality] = []
    node, joined = at, False
    given = _given(tree, at)
    for _ in range(HIGHEST):
        if not joined:
            found += _by_neighbours(tree, node, at, given)
        dep, parent = tree.deps[node], tree.heads[node]
        if parent == node:
            found += _by_question(tree, node)
            break
        if dep not in _DOWN_FROM or _bounded(tree, node, at):
            break
        if dep in ("nsubj", "nsubjpass") and tree.tags[node].startswith("NN"):
            found += _as_subject(tree, node, given)
            if given:
                break
        else:
            found += _by_governor(tree, node, at)
        joined = dep == "conj" and tree.child(node, "nsubj", "nsubjpass") is not None
        node = parent
    return found


def _given(tree: Tree, at: int) -> bool:
    """Whether a noun's act is taken to have happened, whatever is feared of it: "the attack", "Friday's raid", "a strike today"."""
    if tree.tags[at].startswith("VB"):
        return False
    for child in tree.children[at]:
        if tree.deps[child] == "det" and tree.lower[child] in classed("pointing"):
            return True
        if tree.deps[child] == "poss" and tree.lower[child].rstrip("s'").endswith("day"):
            return True
        if tree.deps[child] in ("npadvmod", "tmod") or tree.lower[child] in ("last", "recent", "past"):
            return True
    return False


def _bounded(tree: Tree, node: int, at: int) -> bool:
    """Whether what stands above takes the claim for granted: "after X bombed", "killed in a raid", "where doctors say"."""
    dep, parent = tree.deps[node], tree.heads[node]
    if dep == "relcl":
        return True
    if dep == "pobj" and tree.lower[parent] in _GIVEN_PREPS:
        over = tree.lower[tree.heads[parent]]
        if over in classed("accused") or over in ("fear", "fears", "attempt", "rumours", "rumors"):
            return False  # "denied any role in the raid", "fears over an attack"
        return not (tree.lower[parent] == "before" and tree.tags[node] == "VBG")
    if dep == "pcomp" and tree.lower[parent] in _GIVEN_PREPS - {"before", "in", "at", "on"}:
        return True
    if dep == "advcl":
        marks = {tree.lower[c] for c in tree.children[node] if tree.deps[c] in ("mark", "advmod")}
        if marks & _GIVEN_MARKS:
            return True
        return tree.tags[node] != "VBG" and tree.tags[node] != "VB"
    return False


def _by_neighbours(tree: Tree, node: int, at: int, given: bool) -> list[Modality]:
    """What stands beside a word: "reportedly", "alleged", "may", "will"."""
    found: list[Modality] = []
    for child in tree.children[node]:
        word, dep = tree.lower[child], tree.deps[child]
        if dep not in _BESIDE or abs(child - node) > 8:
            if dep in ("parataxis", "ccomp") and node == at and word in _words(Modality.FEARED, "verb"):
                found.append(Modality.FEARED)  # "they will attack again, I fear"
            continue
        if dep == "advmod" and word in _words(Modality.PURPORTED, "adverb"):
            found.append(Modality.PURPORTED)
        elif dep == "amod" and node == at:
            found += [
                m for m in (Modality.PURPORTED, Modality.FEARED, Modality.PLANNED) if word in _words(m, "adjective")
            ]
        elif dep == "aux" and not given:
            found += _by_modal(tree, node, word, child)
    return found


def _by_modal(tree: Tree, verb: int, word: str, child: int) -> list[Modality]:
    have = any(tree.lower[c] in ("have", "'ve") and tree.deps[c] == "aux" for c in tree.children[verb])
    if word in _words(Modality.FEARED, "modal"):
        return [Modality.PURPORTED if have else Modality.FEARED]
    if word in _words(Modality.PLANNED, "modal"):
        return [Modality.PLANNED]
    if word in ("would", "'d") and not have:
        subject = tree.child(verb, "nsubj")
        acts = tree.child(verb, "nsubjpass") is None
        said = tree.deps[verb] in ("ccomp", "conj") and tree.lower[tree.heads[verb]] in speech()
        if (
            acts
            and (said or subject is not None)
            and tree.lower[verb] not in ("be", "cause", "lead", "mean", "kill", "die")
        ):
            return [Modality.PLANNED]
        return [Modality.FEARED]
    return []


def _as_subject(tree: Tree, node: int, given: bool) -> list[Modality]:
    """What the verb says of an act that is its subject: "was called off", "reportedly hit", "could resume"."""
    verb = tree.heads[node]
    word = tree.lower[verb]
    found: list[Modality] = []
    if (
        tree.deps[node] == "nsubjpass"
        and word in classed("stop")
        and (word != "called" or _particle(tree, verb) == "off")
    ):
        return [Modality.NEGATED]
    for child in tree.children[verb]:
        if tree.deps[child] == "advmod" and tree.lower[child] in _words(Modality.PURPORTED, "adverb"):
            found.append(Modality.PURPORTED)
        if tree.deps[child] == "aux" and (not given or word in _STEPS):
            found += [m for m in _by_modal(tree, verb, tree.lower[child], child) if m is not Modality.PURPORTED]
    if tree.deps[node] == "nsubjpass" and word in _words(Modality.PURPORTED, "verb") and not given:
        found.append(Modality.PURPORTED)
    return found


def _particle(tree: Tree, verb: int) -> str:
    particle = tree.child(verb, "prt")
    return tree.lower[particle] if particle is not None else ""


def _by_governor(tree: Tree, node: int, at: int) -> list[Modality]:
    """What the word right above says: "denied using", "fears of", "plans to", "foiled a", "believed to have"."""
    parent, dep = tree.heads[node], tree.deps[node]
    word, tag = tree.lower[parent], tree.tags[parent]
    if dep in ("ccomp", "parataxis") and parent > node and tree.child(parent, "dobj") is not None:
        return []  # "troops shelled the town; Moscow denied responsibility"
    if (
        word in _words(Modality.DENIED, "verb")
        and tag.startswith(("VB", "NN"))
        and dep in ("ccomp", "xcomp", "dobj", "acl", "prep", "pcomp", "pobj", "dep")
    ):
        return [Modality.DENIED]
    if word in ("denial", "denials"):
        return [Modality.DENIED]
    if tag.startswith("VB"):
        return _by_verb(tree, node, at, parent, dep, word)
    if tag.startswith("NN") and dep in ("prep", "acl", "ccomp", "relcl", "pcomp"):
        return _by_noun(tree, parent, word)
    if dep in ("xcomp", "ccomp", "prep", "pcomp"):
        return [
            m
            for m in (Modality.FEARED, Modality.PLANNED)
            if word in _words(m, "predicate") and dep in ("xcomp", "ccomp")
        ]
    return []


def _by_verb(tree: Tree, node: int, at: int, parent: int, dep: str, word: str) -> list[Modality]:
    if dep == "dobj" and word in classed("stop") and (word != "called" or _particle(tree, parent) == "off"):
        return [Modality.NEGATED]
    talk = tree.child(parent, "dobj")
    if dep in ("prep", "pcomp") and talk is not None and talk < node and talk + 2 >= node:
        if tree.lower[talk] in _words(Modality.PLANNED, "noun"):
            return [Modality.PLANNED]  # "upped its rhetoric on retaking": the parser hangs "on" on the verb
    subject = tree.child(parent, "nsubj", "nsubjpass")
    told_by = tree.lower[subject] if subject is not None else ""
    if told_by in _words(Modality.PURPORTED, "noun") and told_by not in ("reports", "allegations"):
        return [Modality.PURPORTED]
    if subject is not None and any(
        tree.deps[c] == "amod" and tree.lower[c] in ("unverified", "unconfirmed") for c in tree.children[subject]
    ):
        return [Modality.PURPORTED]
    if dep in ("xcomp", "ccomp", "oprd", "acomp", "nsubjpass") and word in _words(Modality.PURPORTED, "verb"):
        passive = tree.tags[parent] == "VBN" and any(tree.deps[c] == "auxpass" for c in tree.children[parent])
        if passive or word.startswith(("appear", "seem", "purport")):
            return [Modality.PURPORTED]
    if word == "said" and dep == "xcomp" and any(tree.deps[c] == "auxpass" for c in tree.children[parent]):
        return [Modality.PURPORTED]
    if word.startswith("warn") and dep == "xcomp" and tree.tags[node] == "VB":
        return [Modality.PLANNED]  # "warned residents to leave"
    if word in _words(Modality.FEARED, "verb") and dep in (
        "ccomp",
        "dobj",
        "prep",
        "pcomp",
        "xcomp",
        "oprd",
        "acomp",
        "dep",
    ):
        return [Modality.PLANNED if _threat(tree, node, word) else Modality.FEARED]
    if word in _words(Modality.PLANNED, "verb"):
        if word == "going" and dep != "xcomp":
            return []  # "work going on around the strike"
        if node != at and tree.lower[node] in classed("withstand"):
            return []  # "attempted to intercept the missiles", "tried to flee the attack"
        if dep in ("xcomp", "ccomp", "pcomp") or (
            dep in ("dobj", "prep") and not word.startswith(("order", "want", "set", "try", "tri"))
        ):
            return [Modality.PLANNED] if word != "set" or dep == "xcomp" else []
    if word in ("face", "risk") and dep == "dobj" and tree.tags[parent] == "VB":
        return [Modality.PLANNED]
    return []


def _threat(tree: Tree, node: int, word: str) -> bool:
    """ "warned it would strike": who warns of what they do themselves plans it."""
    subject = tree.child(node, "nsubj")
    own = subject is not None and tree.lower[subject] in _SELF
    return word.startswith("warn") and own and any(tree.lower[c] in ("would", "will") for c in tree.children[node])


def _by_noun(tree: Tree, parent: int, word: str) -> list[Modality]:
    if word in _words(Modality.PURPORTED, "noun"):
        named = any(tree.lower[c] in ("by", "from") or tree.deps[c] == "poss" for c in tree.children[parent])
        return [] if named and word == "reports" else [Modality.PURPORTED]
    if word in _words(Modality.PLANNED, "noun") and word != "threat":
        return [Modality.PLANNED]
    if word in _words(Modality.FEARED, "noun"):
        return [Modality.FEARED]
    if word in ("statement", "report", "claim", "story", "post"):
        verb = tree.heads[parent]
        if tree.deps[parent] == "dobj":
            return [m for m in (Modality.DENIED, Modality.NEGATED) if tree.lower[verb] in _words(m, "retracted")]
    return []


def _by_question(tree: Tree, root: int) -> list[Modality]:
    """ "Did troops burn the village?" is told by nobody."""
    asked = tree.words[-1] == "?" and any(tree.deps[c] == "aux" and c < root for c in tree.children[root])
    return [Modality.PURPORTED] if asked and tree.lower[0] in ("did", "was", "were", "have", "has", "is", "are") else []


def _neither(tree: Tree) -> bool:
    """ "neither confirmed nor denied"."""
    return "neither" in tree.lower and "nor" in tree.lower and any(word.startswith("confirm") for word in tree.lower)


def video_name(tree: Tree) -> str | None:
    """The video, as written, that a sentence says purports to show something: what it shows is attributed to it."""
    at = video_speaks(tree)
    if at is None or not any(word.startswith("purport") for word in tree.lower):
        return None
    return tree.words[at]


def video_speaks(tree: Tree) -> int | None:
    """The token of a video or footage that is the sentence's subject: what it purports to show is purported."""
    for i, word in enumerate(tree.lower):
        if word in _VIDEO and tree.deps[i] in ("nsubj", "nsubjpass", "dep", "compound"):
            return i
        if word in _VIDEO and tree.deps[i] == "ROOT" and any(w.startswith("purport") for w in tree.lower[i:]):
            return i  # "Video posted online purported to show": two verbs in a row, the parser finds none
    return None
