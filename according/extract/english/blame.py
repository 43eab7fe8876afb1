"""Whose doing a figure is, and by what means, by its own clause (codebook, Figures: perpetrator, weapon)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.domain.values import Category, EventType, Measure
from according.extract.english.acts import classed
from according.extract.english.agents import agent_of_verb
from according.extract.english.draft import Draft
from according.extract.english.events import Trigger
from according.extract.english.lexicon import longest, weapons, words
from according.extract.english.parse import Tree, joined
from according.extract.english.spots import Spot
from according.extract.english.widths import AREA

_NO_BLOWS = (EventType.DISPLACEMENT, EventType.CEASEFIRE, EventType.PROTEST, EventType.SIEGE)
_NOBODY = re.compile(
    r"^(?:suicide |car |truck |female |male |lone )*(?:bombers?|attackers?|assailants?|explosives?|perpetrators?)$",
    re.I,
)
_BY_MEANS = frozenset(("by", "in", "with", "from", "during", "after", "under"))


def blame(tree: Tree, draft: Draft, triggers: Sequence[Trigger], spots: Sequence[Spot], speakers: set[int]) -> None:
    """Sets the perpetrator and the weapon of a figure; `speakers` are the tokens of those who speak in the sentence."""
    assert draft.tie is not None and draft.thing is not None
    act = act_of(tree, draft, triggers)
    agent, at = _own_agent(tree, draft)
    own_at = at
    nearer = act is not None and at is not None and at < act.head < draft.tie.word and act.agent is not None
    if agent is None or nearer:
        agent, at = (act.agent, act.agent_at) if act is not None else (None, None)
    if draft.cumulative and own_at is None and act is not None and act.head not in tree.clause(draft.tie.word):
        agent = None  # "killed since the war began with protests against the government"
    if not plausible(tree, agent, at, spots, speakers):
        agent = None
    draft.perpetrator = agent
    draft.weapon = _own_means(tree, draft.tie.word) or (act.weapon if act is not None else None)
    fought = act is not None and act.type is EventType.ARMED_CLASH and agent is not None and at != own_at
    if draft.tie.because == "lost-people" or fought:
        draft.perpetrator, draft.agentless = None, True
    elif act is not None and act.type is EventType.ARMED_CLASH and agent is None:
        draft.agentless = draft.category is Category.COMBATANTS or draft.measure is not Measure.KILLED


def act_of(tree: Tree, draft: Draft, triggers: Sequence[Trigger]) -> Trigger | None:
    """The act in the same sentence that a figure comes of: in its clause, with an agent or a weapon, the nearest."""
    assert draft.tie is not None
    armed = [t for t in triggers if t.type not in _NO_BLOWS] or list(triggers)
    if not armed:
        return None
    clause = tree.clause(draft.tie.word) | tree.clause(draft.token)

    def cost(trigger: Trigger) -> int:
        apart = abs(trigger.head - draft.token)
        return apart + (0 if trigger.agent or trigger.weapon else 6) + (0 if trigger.head in clause else 8)

    return min(armed, key=cost)


def _own_agent(tree: Tree, draft: Draft) -> tuple[str | None, int | None]:
    """The by-agent or subject of the word of harm itself."""
    assert draft.tie is not None and draft.thing is not None
    verb = draft.tie.word
    if not tree.tags[verb].startswith("VB") or draft.measure in (Measure.DISPLACED, Measure.MISSING, Measure.DEPRIVED):
        return None, None
    if draft.tie.because in ("subject", "headline-passive", "participle-before", "lost-life", "relative"):
        return None, None
    agent, at = agent_of_verb(tree, verb)
    inside = at is not None and draft.thing.first <= at <= draft.thing.last
    return (None, None) if agent is None or inside else (agent, at)


def plausible(tree: Tree, agent: str | None, at: int | None, spots: Sequence[Spot], speakers: set[int]) -> bool:
    """Whether the words named as the doer can be one: no bare "forces", no place, no monitor that only speaks."""
    if agent is None or at is None or _NOBODY.match(agent):
        return False
    if set(agent.lower().split()) <= words("bare_agents"):
        return False
    start = tree.starts[at]
    for spot in spots:
        if spot.start <= start < spot.end and (spot.width <= AREA and spot.located):
            return False
    told = {w.strip("()'’").lower() for w in agent.split()}
    if told & words("never_agents"):
        return False
    return not (at in speakers and not told & (classed("actor") | classed("side")))


def _own_means(tree: Tree, verb: int) -> str | None:
    """The weapon that the word of harm names: "killed by barrel bombs", "wounded in an air strike"."""
    best: str | None = None
    for child in tree.children[verb]:
        if tree.lower[child] not in _BY_MEANS:
            continue
        noun = tree.child(child, "pobj")
        if noun is None:
            continue
        for t in range(max(child, noun - 4), noun + 1):
            hit = longest(weapons(), tree.lower, t)
            if hit is not None and t + hit[0] - 1 <= noun + 1:
                text = joined(tree, t, t + hit[0] - 1)
                best = text if best is None or len(text) > len(best) else best
    return best
