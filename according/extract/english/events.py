"""Event triggers in a sentence, with the words for who did it, to whom and with what (codebook, Events)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from according.domain.values import EventType
from according.extract.english import agents, doers
from according.extract.english.acts import Act, acts_in, classed
from according.extract.english.fleeing import fleeing
from according.extract.english.means import type_of, weapon_of
from according.extract.english.parse import Tree
from according.extract.english.standing import Role, standing
from according.extract.english.targets import target_of_noun, target_of_verb
from according.extract.english.worth_nouns import worth_of_noun
from according.extract.english.worth_verbs import worth_of_verb


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event: tokens first..last, its head token, and the names its clause gives.

    `kind` is that of vocab/english/acts.tsv, or "use" ("their use by the army") or "deny" ("denied responsibility"): these
    two take their type from the event told before. `of` is the token of the act that a DETAILS trigger says more of;
    `sure` is false where nothing said the type ("the attack").
    """

    first: int
    last: int
    head: int
    type: EventType
    kind: str
    agent: str | None
    agent_at: int | None
    target: str | None
    weapon: str | None
    role: Role = Role.TELLS
    of: int | None = None
    sure: bool = True


CARRIED = 4
"""Words between a verb and the act that it carries, at most, for both to be the trigger."""
_DENY = frozenset(
    "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed dismissing refute refutes refuted".split()
)


def triggers(tree: Tree) -> list[Trigger]:
    """Every trigger of a sentence in text order, also those that only detail another or stand aside."""
    acts = acts_in(tree)
    heads = {act.head: act for act in acts}
    found = [trigger for act in acts if (trigger := _trigger(tree, act, heads)) is not None]
    found += _uses(tree)
    found += _denials(tree, {t.head for t in found})
    found.sort(key=lambda trigger: trigger.first)
    return _lent(found)


def _agent(tree: Tree, head: int, first: int, last: int, verb: bool) -> doers.Agent:
    """Who the word at `head` says did it."""
    return agents.agent_of_verb(tree, head) if verb else agents.agent_of_noun(tree, first, head, "")


def _trigger(tree: Tree, act: Act, heads: Mapping[int, Act]) -> Trigger | None:
    if act.kind == "b":
        span = fleeing(tree, act.head)
        if span is None:
            return None
        return Trigger(span.first, act.last, span.verb, EventType.DISPLACEMENT, "b", None, None, span.who, None)
    weapon = weapon_of(tree, act)
    if act.verb:
        agent, agent_at = agents.agent_of_verb(tree, act.head)
        target = target_of_verb(tree, act.head)
    else:
        agent, agent_at = agents.agent_of_noun(tree, act.first, act.head, act.type.value)
        target = target_of_noun(tree, act.head)
    role, of = standing(tree, act, heads)
    type_, sure = type_of(tree, act, agent, weapon, target)
    first, last = act.first, act.last
    if act.verb:
        told = worth_of_verb(tree, act, heads, type_, agent, target, weapon)
    else:
        told = worth_of_noun(tree, act, heads, type_)
    if told is None:
        return None
    if told.aside:
        role = Role.ASIDE
    type_ = told.type
    if of is not None and role is Role.TELLS:  # "the air strikes have not hit a city": the kind is the subject's
        over = heads[of]
        type_, _ = type_of(tree, over, agent, weapon_of(tree, over), target)
        agent, agent_at = agents.agent_of_noun(tree, over.first, over.head, over.type.value)
    if (
        type_ is EventType.DISPLACEMENT
        and act.verb
        and agent is not None
        and tree.child(act.head, "dobj", "nsubjpass") is None
    ):
        agent, agent_at, target = None, None, target or agent  # who flees is no perpetrator
    first, last = min(first, told.first), max(last, told.last)
    if not act.verb and act.kind == "n":
        first, last = _carried(tree, act, first, last)
    return Trigger(
        first,
        last,
        act.head,
        type_,
        act.kind,
        agent,
        agent_at,
        target,
        weapon,
        role,
        of,
        sure,
    )


def _carried(tree: Tree, act: Act, first: int, last: int) -> tuple[int, int]:
    """The words with the verb that carries the act: "launched an offensive", "shelling resumed"."""
    verb = tree.heads[act.head]
    if tree.deps[act.head] == "dobj" and tree.lower[verb] in classed("support") and 0 < first - verb <= CARRIED:
        if not any(tree.words[t] in (",", ";", ":") for t in range(verb, first)):
            return verb, last
    if (
        tree.deps[act.head] == "nsubj"
        and verb == last + 1
        and tree.lower[verb] in ("resumed", "erupted", "raged", "continued", "broke")
    ):
        return first, verb
    return first, last


def _uses(tree: Tree) -> list[Trigger]:
    """ "their use by the army": of the weapon that was spoken of before."""
    found: list[Trigger] = []
    for i, word in enumerate(tree.lower):
        if word != "use" or tree.tags[i] != "NN":
            continue
        if not any(tree.lower[c] in ("their", "its") for c in tree.children[i]):
            continue
        by = next((c for c in (*tree.children[i], i + 1) if c < len(tree) and tree.lower[c] == "by"), None)
        whom = tree.child(by, "pobj") if by is not None else None
        if whom is not None:
            agent, agent_at = doers.named(tree, whom)
            found.append(Trigger(i, i, i, EventType.OTHER, "use", agent, agent_at, None, None))
    return found


def _denials(tree: Tree, taken: set[int]) -> list[Trigger]:
    """ "denied responsibility", "rejected the accusation", "had nothing to do with it": of the act that was told before."""
    found: list[Trigger] = []
    for i, word in enumerate(tree.lower):
        if word in _DENY and tree.tags[i].startswith("VB"):
            thing = tree.child(i, "dobj")
            if thing is None and tree.lower[i + 1 : i + 2] == ["as"]:
                thing = i  # "an accusation the army rejected as baseless"
            if thing is None or (thing is not i and tree.lower[thing] not in classed("accused")):
                continue
            inner = tree.subtree(thing) if thing is not i else []
            if any(t in taken for t in inner) or any(tree.deps[c] == "ccomp" and c > i for c in tree.children[i]):
                continue
            agent, agent_at = agents.agent_of_verb(tree, i)
            found.append(Trigger(i, max(i, thing), thing, EventType.OTHER, "deny", agent, agent_at, None, None))
        elif word == "nothing" and tree.lower[i + 1 : i + 4] == ["to", "do", "with"]:
            agent, agent_at = agents.agent_of_verb(tree, tree.heads[i])
            found.append(Trigger(i, min(i + 4, len(tree) - 1), i, EventType.OTHER, "deny", agent, agent_at, None, None))
    return found


def _lent(found: list[Trigger]) -> list[Trigger]:
    """A verb that details an act has the act's agent and means: the figures beside the verb are theirs."""
    by_head = {trigger.head: trigger for trigger in found}
    lent: list[Trigger] = []
    for trigger in found:
        told = by_head.get(trigger.of) if trigger.role is Role.DETAILS and trigger.of is not None else None
        if told is not None:
            trigger = replace(
                trigger, agent=told.agent, agent_at=told.agent_at, weapon=trigger.weapon or told.weapon, type=told.type
            )
        lent.append(trigger)
    return lent
