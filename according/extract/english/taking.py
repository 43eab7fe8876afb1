"""Whether a verb of taking or destroying tells of an armed act: a town is taken, a man arrested, a thing neither."""

from __future__ import annotations

from according.domain.values import Category, EventType
from according.extract.english.acts import Act, classed
from according.extract.english.lexicon import noun_ending_at
from according.extract.english.means import takes_person, takes_place
from according.extract.english.parse import Tree
from according.extract.english.worth import Worth, is_person


def worth_of_taking(tree: Tree, act: Act, type_: EventType, agent: str | None, thing: int | None) -> Worth | None:
    """Captured a town: takeover; a man: arrest; a thing: neither."""
    head, word = act.head, tree.lower[act.head]
    if word.startswith(("captur", "seiz")) and act.first == act.last:
        if takes_person(tree, head):
            return Worth(EventType.ARREST if word.startswith("captur") else EventType.ABDUCTION, act.first, act.last)
        noun = noun_ending_at(tree.lower, thing) if thing is not None else None
        if thing is not None and tree.lower[thing] not in classed("areas") and not takes_place(tree, head):
            if noun is None or not noun.facility or noun.category is Category.VEHICLE:
                return None
        return Worth(EventType.TAKEOVER, act.first, act.last)
    if type_ is not EventType.TAKEOVER:
        return Worth(type_, act.first, act.last)
    if word in classed("moves") and agent is None:
        return None
    if word in ("fell", "fallen", "falls", "falling") and act.first == act.last:
        subject = tree.child(head, "nsubj")
        town = subject is not None and (
            tree.lower[subject] in classed("areas") or tree.tags[subject] in ("NNP", "NNPS")
        )
        if not town or any(tree.lower[c] == "on" for c in tree.children[head]):
            return None
    if thing is not None and tree.lower[thing] in classed("not_taken"):
        return None
    if word in (
        "recovered",
        "recover",
        "recovering",
        "freed",
        "cleared",
        "clearing",
        "secured",
        "securing",
        "occupied",
        "occupying",
        "occupy",
    ) and not (thing is not None and (tree.lower[thing] in classed("areas") or takes_place(tree, head))):
        return None
    if word in ("lost", "ceded", "abandoned", "surrendered", "purged", "purging") and not (
        thing is not None and tree.lower[thing] in classed("areas")
    ):
        return None
    return Worth(type_, act.first, act.last)


def worth_of_destroying(tree: Tree, act: Act, type_: EventType, agent: str | None, thing: int | None) -> Worth | None:
    if agent is None or is_person(tree, thing):
        return Worth(type_, act.first, act.last, aside=True)
    if type_ is EventType.ATTACK:
        type_ = EventType.LOOTING_DESTRUCTION
    return Worth(type_, act.first, act.last)
