"""With what an act was done, and what kind of act that makes it where its own word does not say (codebook, Events: type)."""

from __future__ import annotations

import re
from functools import cache

from according.domain.values import EventType
from according.extract.english.acts import Act, classed
from according.extract.english.lexicon import longest, noun_ending_at, weapons
from according.extract.english.parse import Tree, joined

_AIR = re.compile(
    r"\b(?:warplanes?|war ?planes?|(?:fighter |war)?jets?|planes?|aircraft|helicopters?|drones?|uavs?|air|aerial|airplanes?|unmanned|barrel bombs?|"
    r"air fleets?|gunships?|airstrikes?|bombers|choppers?|quadcopters?|loitering)\b"
)
_SHELLS = re.compile(
    r"\b(?:artillery|mortars?|mortar|rockets?|shells?|missiles?|howitzers?|cannons?|tanks?|grads?|katyushas?|scuds?|projectiles?|surface-to-surface|shelling|launchers?)\b"
)
_CHEMICAL = re.compile(
    r"\b(?:chemicals?|chlorine|sarin|(?:toxic|poison(?:ous)?|nerve|mustard) (?:gas(?:s?es)?|agents?)|phosph?or(?:o)?us shells|gas)\b"
)
_MINES = re.compile(
    r"\b(?:car bombs?|truck bombs?|roadside|mines?|landmines?|explosive devices?|ieds?|booby|explosives|vehicle bombs?|vbieds?|car|motorcycle|motorbike|truck|"
    r"minibus|homemade|planted|magnetic|sticky|parcel|bomb)\b"
)
_SUICIDE = re.compile(r"\b(?:suicide(?! drones?)|kamikaze(?! drones?)|svbieds?|explosive (?:vests?|belts?))\b")
_PROPELLED = re.compile(r"\brocket ?- ?propelled (?:grenades?)?|\brocket$")
_GRENADE = re.compile(r"\bgrenades?\b")
_BY_AIR = re.compile(r"\b(?:raids?|warplanes?|planes|jets|air|aerial|coalition)\b")
_ITS_AIRCRAFT = re.compile(r"\b(?:its|their|no|any) (?:\w+ )?(?:aircraft|warplanes|planes|jets|helicopters|drones)\b")
"""Whoever speaks of its aircraft beside a bombing bombs from the air."""
_GENERIC = frozenset(
    "attack attacks attacked attacking strike strikes raid raids raided bombing bombings bombardment bombardments bombed bombs assault assaults bombarded "
    "bombard bomb blast blasts explosion explosions aggression hit targeted shelling shelled massacre massacres onslaught exploded operation "
    "killing killings retaliate attack targeting target struck hitting striking pounded pounding engaged destroyed levelled leveled flattened "
    "pummelled pummeled pummelling pummeling pummels pummel hammered hammering blasted blasting blitzed peppered battered battering".split()
)
_OUTCOMES = frozenset("aggression massacre massacres killing killings retaliate".split())
"""Words for what came of acts or how they are judged: they say nothing of the kind."""
_ATTACKS = frozenset(
    "attack attacks attacked attacking assault assaults onslaught onslaughts storm stormed storming storms raided raid raids raiding".split()
)


def weapon_of(tree: Tree, act: Act) -> str | None:
    """The means named in the act's words, right before them, or in the clause of its verb."""
    best = ""
    for t in range(max(0, act.first - 3), act.last + 1):
        hit = longest(weapons(), tree.lower, t)
        if hit and t + hit[0] >= act.first and t <= act.last:
            text = joined(tree, t, t + hit[0] - 1)
            best = max(best, text, key=len)
    if best:
        return best
    if act.verb:
        for t in tree.subtree(act.head, frozenset(("ccomp", "advcl", "relcl", "parataxis", "conj"))):
            hit = None if act.first <= t <= act.last else longest(weapons(), tree.lower, t)
            if hit and abs(t - act.head) < 18:
                return _with_number(tree, t, t + hit[0] - 1)
        return None
    for prep in tree.children[act.head]:
        thing = tree.child(prep, "pobj") if tree.lower[prep] in ("with", "using") else None
        if thing is None and tree.deps[prep] == "acl" and tree.lower[prep] in ("using", "involving"):
            thing = tree.child(prep, "dobj")
        for t in range(max(0, (thing or 0) - 2), (thing or -1) + 1):
            if hit := longest(weapons(), tree.lower, t):
                return joined(tree, t, t + hit[0] - 1)
    return None


def _with_number(tree: Tree, first: int, last: int) -> str:
    """ "rockets and mortar rounds" is one means."""
    if last + 2 < len(tree) and tree.lower[last + 1] == "and" and (more := longest(weapons(), tree.lower, last + 2)):
        last += 1 + more[0]
    return joined(tree, first, last)


def type_of(tree: Tree, act: Act, agent: str | None, weapon: str | None, target: str | None) -> tuple[EventType, bool]:
    """The type by what was used, where the word alone does not say; and whether anything said it."""
    word = tree.lower[act.head]
    if word in ("breach", "breaches", "violation", "violations"):
        return EventType.CEASEFIRE, True
    if act.type is EventType.ARMED_CLASH and word.startswith("ambush"):
        return EventType.ARMED_CLASH, True
    if word.startswith("engag"):
        return EventType.ARMED_CLASH, False
    if act.kind == "h":
        fought = bool(set(re.findall(r"\w+", (target or "").lower())) & (classed("armed") | classed("one_rebels")))
        return EventType.ARMED_CLASH if fought else EventType.ATTACK, False
    if word not in _GENERIC and act.kind != "t":
        return _armed(tree, act, word, agent, target), True
    own = " ".join(tree.lower[max(0, act.first - 4) : act.last + 1])
    if act.first < act.last and act.type in (EventType.AIR_STRIKE, EventType.SUICIDE_BOMB):
        return act.type, True  # "a cluster bomb attack", "a suicide drone strike", "exploded his vest"
    if "ramming" in own:
        return EventType.ATTACK, True
    if act.verb and weapon is not None and weapon.lower() == word:
        weapon = None
    tool = f"{weapon or ''} {agent or ''}".lower()
    clause = _clause(tree, act.head)
    where = _PROPELLED.sub("rpg", own + " " + tool)
    for pattern, type_ in (
        (_SUICIDE, EventType.SUICIDE_BOMB),
        (_CHEMICAL, EventType.CHEMICAL_WEAPON),
        (_GRENADE, EventType.GRENADE),
    ):
        if pattern.search(where) or (act.kind == "t" and pattern.search(clause)):
            return type_, True
    if word.startswith("bombard") and not (_AIR.search(own) or _SHELLS.search(own)):
        return (
            (EventType.AIR_STRIKE, True)
            if _AIR.search(tool)
            else (EventType.SHELLING, _SHELLS.search(tool) is not None)
        )
    if word in ("shelling", "shelled") and not _AIR.search(own):
        return EventType.SHELLING, True
    if _AIR.search(where):
        return EventType.AIR_STRIKE, True
    if word in ("exploded", "blast", "blasts", "explosion", "explosions"):
        return EventType.IED, word == "exploded"
    if _SHELLS.search(where):
        return EventType.SHELLING, True
    if (_MINES.search(own) if word not in ("bomb", "bombs") else False) or _MINES.search((weapon or "").lower()):
        return EventType.IED, True
    if act.kind == "t" or word in _ATTACKS or word in ("strike", "strikes", "raids", "bombardment", "bombardments"):
        if _AIR.search(clause):
            return EventType.AIR_STRIKE, True
        if _SHELLS.search(clause):
            return EventType.SHELLING, True
    if (
        word in ("raid", "raids")
        and agent
        and set(re.findall(r"[\w.-]+", agent.lower())) & (classed("state") - classed("one_israel"))
    ):
        return EventType.AIR_STRIKE, word == "raids"
    if word in ("strike", "strikes") or word == "bombed" or (word == "bomb" and act.verb):
        return EventType.AIR_STRIKE, act.kind != "t"
    if word.startswith("bomb") and word not in ("bombardment", "bombarded", "bombard", "bombardments"):
        return _bombing(agent, clause, " ".join(tree.lower))
    if act.kind == "t":
        return EventType.ATTACK, False
    return _armed(tree, act, word, agent, target), word not in _ATTACKS | _OUTCOMES


def _bombing(agent: str | None, clause: str, said: str) -> tuple[EventType, bool]:
    """A bombing is from the air where a force with aircraft bombs, else a bomb that was laid."""
    told = (agent or "").lower()
    if set(re.findall(r"[\w.-]+", told)) & classed("state") or re.search(r"\b(?:armed forces|air force)\b", told):
        return EventType.AIR_STRIKE, True
    if agent is None and _BY_AIR.search(clause):
        return EventType.AIR_STRIKE, True
    if agent is not None and _ITS_AIRCRAFT.search(said):
        return EventType.AIR_STRIKE, True
    return EventType.IED, agent is not None


def _armed(tree: Tree, act: Act, word: str, agent: str | None, target: str | None) -> EventType:
    """An attack of one armed side on another is a clash (codebook: a one-sided offensive between armed sides)."""
    if act.type is not EventType.ATTACK or word not in _ATTACKS:
        return act.type
    aim = set(re.findall(r"\w+", (target or "").lower()))
    before = set(tree.lower[max(0, act.first - 3) : act.first])
    if aim & classed("armed") and not aim & {"camp", "police"}:
        return EventType.ARMED_CLASH
    if word.startswith(("assault", "offensive", "onslaught")) and before & {
        "major",
        "full",
        "military",
        "final",
        "massive",
        "ground",
        "scale",
    }:
        return EventType.ARMED_CLASH
    return act.type


def _clause(tree: Tree, head: int) -> str:
    """The words of the clause around a token, without subordinate clauses, in lower case."""
    root = head
    for _ in range(6):
        if tree.tags[root].startswith("VB") or tree.heads[root] == root:
            break
        root = tree.heads[root]
    tokens = tree.subtree(root, frozenset(("ccomp", "advcl", "parataxis", "relcl", "conj")))
    return " ".join(tree.lower[t] for t in tokens if abs(t - head) <= 22)


@cache
def _settlements() -> frozenset[str]:
    return frozenset(
        "town village city area areas territory villages towns cities district districts province base airport airbase hill hills positions ground field fields "
        "neighborhood neighbourhood neighborhoods neighbourhoods control parts part settlement settlements region regions road highway crossing bridge line lines checkpoint "
        "checkpoints complex dam enclave stronghold bastion land lands capital port island outpost outposts heights".split()
    )


def takes_place(tree: Tree, verb: int) -> bool:
    """Whether the object of a verb of taking is a place, not a person or a thing."""
    thing = tree.child(verb, "dobj", "nsubjpass")
    if thing is None:
        return False
    if tree.lower[thing] in _settlements():
        return True
    noun = noun_ending_at(tree.lower, thing)
    return noun is None and tree.tags[thing] in ("NNP", "NNPS")


def takes_person(tree: Tree, verb: int) -> bool:
    thing = tree.child(verb, "dobj", "nsubjpass")
    if thing is None:
        return False
    noun = noun_ending_at(tree.lower, thing)
    return tree.lower[thing] in ("he", "she", "him", "her", "them") or (noun is not None and not noun.facility)
