"""Whether a verb tells of an armed act in its clause: "hit" with a doer or a means, "cut" a road, "crushed" a revolt."""

from __future__ import annotations

from collections.abc import Mapping

from according.domain.values import EventType
from according.extract.english.acts import Act, classed
from according.extract.english.firing import worth_of_firing
from according.extract.english.fleeing import worth_of_fleeing
from according.extract.english.lexicon import noun_ending_at
from according.extract.english.means import takes_place
from according.extract.english.parse import Tree
from according.extract.english.taking import worth_of_destroying, worth_of_taking
from according.extract.english.worth import Worth, is_person

_DOWNED = frozenset("down downed downing downs intercepted intercept".split())
_SHOT_DOWN = frozenset("shot shoot shooting shoots".split())


def worth_of_verb(
    tree: Tree,
    act: Act,
    heads: Mapping[int, Act],
    type_: EventType,
    agent: str | None,
    target: str | None,
    weapon: str | None,
) -> Worth | None:
    """None where the verb tells of no armed act here."""
    head, word = act.head, tree.lower[act.head]
    plain = Worth(type_, act.first, act.last)
    thing = tree.child(head, "dobj", "nsubjpass")
    if act.kind == "d":
        return worth_of_firing(tree, act, heads, agent, target)
    if act.kind == "h":
        victim = is_person(tree, thing)
        if agent is None or not victim or tree.deps[head] == "amod":
            return None
        return plain
    if act.kind == "t":
        subject = tree.child(head, "nsubj")
        if subject is not None and tree.lower[subject] in classed("nature"):
            return None
        if act.type is EventType.TAKEOVER:
            held = next(
                (
                    t
                    for t in range(act.last + 1, min(act.last + 7, len(tree)))
                    if tree.lower[t] in ("hostage", "captive")
                ),
                None,
            )
            if held is not None:
                return Worth(EventType.ABDUCTION, act.first, held)
            taken = (thing is not None and tree.lower[thing] in classed("areas")) or (
                takes_place(tree, head) and agent is not None
            )
            return Worth(EventType.TAKEOVER, act.first, act.last) if taken else None
        if word.startswith(("destroy", "level", "flatten")):
            return worth_of_destroying(tree, act, type_, agent, thing)
        if word.startswith(("engag", "rock", "rip")) and agent is None:
            return Worth(type_, act.first, act.last, aside=True)
        return Worth(type_, act.first, act.last, aside=agent is None and weapon is None and target is None)
    if type_ in (EventType.TAKEOVER, EventType.ARREST, EventType.ABDUCTION):
        return worth_of_taking(tree, act, type_, agent, thing)
    if type_ is EventType.DISPLACEMENT:
        return worth_of_fleeing(tree, act, agent, thing)
    if type_ is EventType.SIEGE and word in ("cut", "cutting") and act.first == act.last:
        if thing is None or not (tree.lower[thing] in classed("cut_roads") or tree.words[thing][:1].isupper()):
            return None
        return Worth(type_, act.first, thing if thing - act.last <= 4 else act.last)
    if type_ is EventType.SIEGE and word.startswith("surround") and agent is None:
        return None
    if type_ is EventType.PROTEST and (tree.child(head, "nsubjpass") is not None or tree.deps[head] == "amod"):
        return None
    if (
        word in ("executed", "executing", "execute", "executes")
        and thing is not None
        and (thing in heads or not is_person(tree, thing))
    ):
        return None
    if thing is not None and tree.lower[thing] in classed("intercepted") and _brings_down(tree, head):
        return None  # "downed most of the missiles"
    if word.startswith(("foil", "thwart")) and thing is not None and thing in heads:
        return None
    if word.startswith("burn") and act.first == act.last:
        noun = noun_ending_at(tree.lower, thing) if thing is not None else None
        if (noun is None or not noun.facility) and not (thing is not None and tree.lower[thing] in classed("burned")):
            return None
    if word in ("fought", "fight", "fighting", "battling", "battled", "battle") and _abstract(tree, head):
        return None
    if word.startswith(("crush", "quell", "put")) and (thing is None or tree.lower[thing] not in classed("risen")):
        return None
    if word.startswith(("beat", "hang", "stol", "steal")) and (thing is None or tree.lower[thing] in ("siege",)):
        return None
    return plain


def _brings_down(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of bringing something down: "downed", "shot ... down", not "shot at"."""
    word = tree.lower[verb]
    return word in _DOWNED or (word in _SHOT_DOWN and tree.child(verb, "prt") is not None)


def _abstract(tree: Tree, head: int) -> bool:
    thing = tree.child(head, "dobj")
    for child in tree.children[head]:
        if tree.lower[child] in ("against", "for"):
            thing = tree.child(child, "pobj")
    return thing is not None and tree.lower[thing] in classed("abstract")
