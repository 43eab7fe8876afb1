"""Whether a verb of going tells of people driven out, and who goes with all they own."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.values import Category, EventType
from according.extract.english.acts import Act, classed
from according.extract.english.lexicon import noun_ending_at
from according.extract.english.parse import Tree, joined
from according.extract.english.worth import Worth

_KIN = frozenset((Category.CIVILIANS, Category.PEOPLE, Category.CHILDREN, Category.WOMEN, Category.FAMILIES))


@dataclass(frozen=True, slots=True)
class Flight:
    """Going with one's belongings: the verb of going, the first word of the phrase, who goes."""

    verb: int
    first: int
    who: str | None


def worth_of_fleeing(tree: Tree, act: Act, agent: str | None, thing: int | None) -> Worth | None:
    head, word = act.head, tree.lower[act.head]
    if tree.deps[head] == "amod" or (word == "displaced" and thing is None and _named_by(tree, head)):
        return None
    if word in ("left", "leaving", "leave") and act.first == act.last:
        subject = tree.child(head, "nsubj")
        noun = noun_ending_at(tree.lower, subject) if subject is not None else None
        goes = thing is not None and (
            tree.lower[thing] in classed("areas")
            or tree.lower[thing] in ("homes", "home", "houses")
            or tree.tags[thing] in ("NNP",)
        )
        if noun is None or noun.facility or noun.category not in _KIN or not goes:
            return None
        begin = next((c for c in tree.children[head] if tree.deps[c] == "aux"), head)
        return Worth(EventType.DISPLACEMENT, min(begin, act.first), act.last)
    if (
        word.startswith("evacuat")
        and thing is not None
        and tree.lower[thing] in ("wounded", "injured", "casualties", "bodies", "dead")
    ):
        return None
    if word.startswith("expel") and thing is not None and tree.lower[thing] in classed("diplomats"):
        return None
    if word.startswith(("flee", "fled", "escap")):
        subject = tree.child(head, "nsubj")
        if subject is not None and tree.tags[subject] == "NN" and not _many(tree, subject):
            return None  # one man who gets away is not displaced
    if word.startswith("escap"):
        subject = tree.child(head, "nsubj")
        if thing is not None and tree.lower[thing] in ("death", "injury", "sanctions", "justice", "prison", "custody"):
            return None
        if subject is not None and tree.lower[subject] in classed("actor"):
            return None
        if tree.deps[head] == "pcomp" and tree.lower[tree.heads[head]] == "from":
            return None  # "to prevent detainees from escaping"
    return Worth(EventType.DISPLACEMENT, act.first, act.last)


def _named_by(tree: Tree, verb: int) -> bool:
    """Whether a participle only names people: "a camp for displaced", "the internally displaced"."""
    before = verb - 1
    while before > 0 and tree.tags[before] in ("RB", "JJ"):
        before -= 1
    return before >= 0 and tree.tags[before] in ("IN", "DT", "CD")


def _many(tree: Tree, noun: int) -> bool:
    return tree.lower[noun] in (
        "population",
        "family",
        "number",
        "community",
        "crowd",
        "half",
        "majority",
        "third",
        "everyone",
        "convoy",
    )


def fleeing(tree: Tree, belongings: int) -> Flight | None:
    """People who go with their belongings: "families driving north in vans loaded with their belongings"."""
    going: int | None = None
    node = belongings
    for _ in range(8):
        node = tree.heads[node]
        if tree.tags[node].startswith("VB") and tree.lower[node] in classed("go"):
            going = node
        if tree.heads[node] == node:
            break
    if going is None:
        return None
    who = tree.child(going, "nsubj")
    if who is None and tree.deps[going] in ("acl", "relcl"):
        who = tree.heads[going]
    if who is None and tree.deps[going] in ("advcl", "conj", "xcomp"):
        who = tree.child(tree.heads[going], "nsubj", "dobj")
    name = None
    if who is not None:
        tokens = [t for t in tree.subtree(who, frozenset(("relcl", "acl", "prep", "punct", "appos"))) if t <= who]
        name = joined(tree, tokens[0], who)
    return Flight(going, min(going, belongings), name)
