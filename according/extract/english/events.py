"""Event triggers in a sentence, with the words for who did it, to whom and with what (codebook, Events)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.domain.values import EventType
from according.extract.english.lexicon import act_of, acts, harm, longest, noun_ending_at, weapons
from according.extract.english.parse import Tree, joined


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event: tokens first..last, its head token, and the names its clause gives."""

    first: int
    last: int
    head: int
    type: EventType
    kind: str
    agent: str | None
    agent_at: int | None
    target: str | None
    weapon: str | None


_GENERIC_KINDS = {"t", "m"}
_AIR = re.compile(
    r"\b(?:warplanes?|war ?planes?|(?:fighter |war)?jets?|planes?|aircraft|helicopters?|drones?|uavs?|air|aerial|airplanes?|unmanned)\b"
)
_SHELLS = re.compile(
    r"\b(?:artillery|mortars?|rockets?|shells?|missiles?|howitzers?|tanks?|grad|projectiles?|surface-to-surface)\b"
)
_CHEMICAL = re.compile(
    r"\b(?:chemical|chlorine|sarin|toxic gas(?:es)?|nerve agents?|poison gas|mustard gas|gas attack)\b"
)
_MINES = re.compile(
    r"\b(?:car bombs?|truck bombs?|roadside|mines?|landmines?|explosive devices?|ied|ieds|booby|explosives|vehicle bombs?)\b"
)
_SUICIDE = re.compile(r"\bsuicide\b")
_GUNS = re.compile(r"\b(?:machine ?guns?|gunfire|sniper|snipers|bullets?|rifles?|small arms)\b")
_AGENT_NOUNS = re.compile(
    r"\b(?:forces?|army|military|troops?|soldiers?|rebels?|militants?|fighters?|insurgents?|gunmen|gunman|jihadists?|terrorists?|regime|government|"
    r"police|militia|militias|coalition|islamic state|isis|isil|daesh|taliban|group|groups|warplanes?|jets?|aircraft|helicopters?|drones?|"
    r"planes?|factions?|brigades?|units?|attackers?|assailants?|bombers?|extremists?|occupation|mercenar(?:y|ies)|guards?|hezbollah|hamas|nusra|"
    r"opposition|air force|navy|command|alliance|artillery|snipers?|cells?|organi[sz]ations?|soldier|officers?|sdf|ypg|pkk|fsa|hts|enemy|commandos?|intelligence)\b",
    re.I,
)
_DEMONYM = re.compile(
    r"^(?:Syrian|Russian|Turkish|Israeli|Iranian|Iraqi|U\.?S\.?(?:-led)?|US-led|American|Saudi(?:-led)?|Kurdish|Afghan|Ukrainian|British|French|Jordanian|NATO|ISIS|ISIL|IS|Daesh|Taliban|Assad(?:'s)?|Regime|regime|government|terrorist|rebel|militant|coalition|Palestinian|Hamas|Hezbollah|Houthi|Pakistani|Indian|Damascus|Moscow|Ankara|opposition|jihadist|insurgent|PKK|YPG|SDF|Western|international|allied|army)$"
)
_BAD_AGENTS = re.compile(
    r"^(?:attackers?|bombers?|assailants?|perpetrators?|suspects?|pilots?|day|it|they|he|she|which|who|that|this|these|those|there|what|people|civilians?|attack|strike|blast|explosion|toll|report|war|conflict|monitor|observatory|number|sources?|bodies|activists?|residents?|video|violence|clashes|airstrikes?|strikes?|raids?|shelling|bombing|bombs?|rockets?|shells?|missiles?|fighting|offensive|attacks|battle|bombardment|vehicle|vehicles|car|several|many|one|two|others|others|statement|agreement|deal|truce|operation)$",
    re.I,
)
_MOVES = {
    "advanced",
    "advance",
    "advances",
    "advancing",
    "entered",
    "secured",
    "freed",
    "cleared",
    "recovered",
    "recover",
    "gains",
    "occupation",
}


def triggers(tree: Tree) -> list[Trigger]:
    """Every trigger of a sentence in text order; those inside a longer one, or that tell of nothing, are left out."""
    found: list[Trigger] = []
    i = 0
    while i < len(tree):
        if (
            tree.lower[i] == "use"
            and tree.tags[i] == "NN"
            and any(tree.lower[c] in ("their", "its") for c in tree.children[i])
        ):
            by = _by(tree, i)
            if by is None and tree.lower[i + 1 : i + 2] == ["by"]:
                by = tree.child(i + 1, "pobj")
            if by is not None:  # "their use by the army": of what was spoken of before
                agent, agent_at = _named(tree, by)
                found.append(Trigger(i, i, i, EventType.OTHER, "use", agent, agent_at, None, None))
                i += 1
                continue
        hit = longest(acts(), tree.lower, i)
        if hit is None:
            i += 1
            continue
        size, meaning = hit
        kind_of, kind = act_of(meaning)
        last = i + size - 1
        trigger = _trigger(tree, i, last, kind_of, kind)
        if trigger is not None:
            found.append(trigger)
        i = last + 1
    return found


def _trigger(tree: Tree, first: int, last: int, type_: EventType, kind: str) -> Trigger | None:
    head = _head(tree, first, last)
    tag = tree.tags[head]
    verb = tag.startswith("VB")
    if (
        kind == "n"
        and verb
        and tree.lower[head] not in ("shelling", "fighting", "bombing", "shooting", "looting", "sniping", "killing")
    ):
        kind = "v"
    if kind in ("v", "t") and not verb and size_one(first, last) and tree.tags[head] in ("NN", "NNS"):
        if tree.lower[head] in ("hit", "hits", "target", "targets", "fire", "fires", "drop", "drops", "fell"):
            return None
        kind = "n"
    if kind == "m" and not _means_acts(tree, head, first):
        return None
    if (
        tag == "VBN"
        and tree.deps[head] == "amod"
        and kind == "v"
        and tree.lower[head]
        in (
            "displaced",
            "occupied",
            "liberated",
            "captured",
            "wounded",
            "recovered",
            "secured",
            "freed",
            "surrounding",
            "looted",
            "destroyed",
        )
    ):
        return None
    if tag == "VBG" and tree.deps[head] == "amod":
        return None
    if tree.lower[head].startswith("bomber") and tree.deps[head] == "compound":
        return None
    if tree.deps[head] in ("compound", "amod", "nmod") and kind == "n" and not verb:
        above = tree.heads[head]
        if tree.lower[above] in (
            "survivors",
            "victims",
            "zone",
            "zones",
            "capabilities",
            "policy",
            "plan",
            "plans",
            "talks",
            "monitor",
            "monitors",
            "crimes",
            "site",
            "scene",
            "area",
            "toll",
            "campaign",
            "alarm",
            "warning",
            "operations",
            "positions",
            "charge",
            "charges",
            "group",
            "organization",
            "resolution",
            "camera",
            "leader",
            "leaders",
            "aircraft",
            "dogs",
            "force",
            "line",
            "squad",
            "force",
            "helicopter",
            "helicopters",
        ):
            return None
    clause = _clause_words(tree, head)
    agent, agent_at = _agent(tree, head, first, last, verb)
    target = _target(tree, head, verb)
    weapon = _weapon(tree, head, first, last)
    type_ = _retyped(tree, head, first, last, type_, kind, clause, agent, weapon)
    if kind == "t" and not _worth(tree, head, type_, agent, target, weapon):
        return None
    if type_ is EventType.TAKEOVER and tree.lower[first] in _MOVES and agent is None:
        return None
    if type_ is EventType.ARREST and tree.lower[head] == "captured" and _object_is_place(tree, head):
        type_ = EventType.TAKEOVER
    if (
        type_ is EventType.TAKEOVER
        and verb
        and tree.lower[head].startswith(("captur", "seiz"))
        and _object_is_person(tree, head)
    ):
        type_ = EventType.ARREST if tree.lower[head].startswith("captur") else type_
    if tree.lower[head] in ("evacuated", "evacuate") and target is None and agent is None and not verb:
        return None
    return Trigger(first, last, head, type_, kind, agent, agent_at, target, weapon)


def _means_acts(tree: Tree, head: int, first: int) -> bool:
    """Whether a weapon itself stands for the event: "killed by regime bombs", "land mines killed ten", no better word near."""
    parent = tree.heads[head]
    word = tree.lower[parent]
    if (
        tree.deps[head] == "nsubj"
        and (word in harm() or word in ("hit", "struck", "destroyed", "damaged"))
        and tree.tags[parent].startswith("VB")
    ):
        return word in harm() or word in ("destroyed", "damaged")
    if tree.deps[head] == "dobj" and word in ("using", "use", "used", "uses", "deploying", "deployed", "employing"):
        return True
    if tree.deps[head] == "pobj" and word in ("by", "in", "from", "of") and tree.lower[tree.heads[parent]] in harm():
        return not any(_names_act(tree, t) for t in range(max(0, first - 10), first))
    return False


def _names_act(tree: Tree, at: int) -> bool:
    """Whether a noun that is a trigger begins at a token."""
    found = longest(acts(), tree.lower, at)
    return found is not None and act_of(found[1])[1] == "n"


def size_one(first: int, last: int) -> bool:
    return first == last


def _head(tree: Tree, first: int, last: int) -> int:
    """The token of the phrase whose head lies outside it."""
    for i in range(first, last + 1):
        if not first <= tree.heads[i] <= last or tree.heads[i] == i:
            return i
    return last


def _clause_words(tree: Tree, head: int) -> str:
    """The words of the clause around a token, without subordinate clauses, in lower case."""
    root = head
    for _ in range(6):
        if tree.tags[root].startswith("VB") or tree.heads[root] == root:
            break
        root = tree.heads[root]
    tokens = tree.subtree(root, frozenset(("ccomp", "advcl", "parataxis", "relcl")))
    near = [t for t in tokens if abs(t - head) <= 22]
    return " ".join(tree.lower[t] for t in near)


def _retyped(
    tree: Tree,
    head: int,
    first: int,
    last: int,
    type_: EventType,
    kind: str,
    clause: str,
    agent: str | None,
    weapon: str | None,
) -> EventType:
    """The type by what was used, where the trigger alone does not say ("attack", "strike", "targeted")."""
    word = tree.lower[head]
    own = " ".join(tree.lower[max(0, first - 4) : last + 1])
    tool = f"{weapon or ''} {agent or ''}".lower()
    if word in ("breach", "violation"):
        return EventType.CEASEFIRE
    if kind == "t" or word in (
        "attack", "attacks", "attacked", "attacking", "strike", "strikes", "raid", "raids", "bombing", "bombings", "bombardment", "bombed", "bombs",
        "assault", "bombarded", "bombard", "bomb", "blast", "raided", "operation", "aggression", "hit", "targeted", "shelling", "shelled", "massacre", "killed"
    ):  # fmt: skip
        for pattern, kind_of in ((_SUICIDE, EventType.SUICIDE_BOMB), (_CHEMICAL, EventType.CHEMICAL_WEAPON)):
            if pattern.search(own) or pattern.search(tool) or (kind == "t" and pattern.search(clause)):
                return kind_of
        where = own + " " + tool
        if word in ("shelling", "shelled") and not _AIR.search(own):
            return EventType.SHELLING
        if _AIR.search(where):
            return EventType.AIR_STRIKE
        if word in ("bombing", "bombings", "bomb", "blast") and (_MINES.search(own) or word == "blast"):
            return EventType.IED
        if _SHELLS.search(where):
            return EventType.SHELLING
        if _MINES.search(where):
            return EventType.IED
        if kind == "t" or word in (
            "attack",
            "attacks",
            "attacked",
            "strike",
            "strikes",
            "raid",
            "raids",
            "bombardment",
            "massacre",
        ):
            if _AIR.search(clause) or "barrel bomb" in clause:
                return EventType.AIR_STRIKE
            if _SHELLS.search(clause):
                return EventType.SHELLING
        if word in ("strike", "strikes", "bombed", "bomb", "raids", "bombs") and word != "bomb":
            return EventType.AIR_STRIKE
        if (
            word in ("bombing", "bombings", "bomb")
            and agent
            and re.search(r"regime|government|russia|army|forces|coalition|israel|turk|assad|syrian", agent, re.I)
        ):
            return EventType.AIR_STRIKE
        if word in ("bombing", "bombings") and not _MINES.search(clause):
            return EventType.AIR_STRIKE if re.search(r"raids?|planes|jets|regime|russia", clause) else EventType.IED
        if kind == "t":
            return EventType.ATTACK
    if word in ("exploded", "explodes", "detonated", "blew") and _SUICIDE.search(clause):
        return EventType.SUICIDE_BOMB
    if word == "blew" and "himself" not in tree.lower and not _MINES.search(clause):
        return EventType.LOOTING_DESTRUCTION
    return type_


def _worth(tree: Tree, head: int, type_: EventType, agent: str | None, target: str | None, weapon: str | None) -> bool:
    """Whether a light verb ("hit", "fired", "launched", "fell") tells of an event of its own in this clause."""
    word = tree.lower[head]
    if word in ("launched", "carried", "launch"):
        return False  # the noun it carries ("launched air strikes") is the trigger
    if word in ("fired", "fires", "firing", "fire", "dropped", "drops", "dropping", "fell", "landed", "rained"):
        return weapon is not None or (word in ("fired", "fires", "firing") and type_ is not EventType.ATTACK)
    if word in ("hit", "hits", "hitting", "struck", "strikes", "strike", "striking", "pounded", "pounding", "pounds"):
        subject = tree.child(head, "nsubj")
        if subject is not None and _names_act(tree, subject):
            return False
        return type_ is not EventType.ATTACK and (weapon is not None or agent is not None)
    return agent is not None or target is not None or weapon is not None


def _agent(tree: Tree, head: int, first: int, last: int, verb: bool) -> tuple[str | None, int | None]:
    """Who did it: the subject or by-agent of a verb; "by", possessor or adjective of a noun; up through light verbs."""
    if verb:
        node = head
        for _ in range(4):
            by = _by(tree, node)
            if by is not None:
                return _named(tree, by)
            subject = tree.child(node, "nsubj")
            passive = any(tree.deps[c] in ("auxpass", "nsubjpass") for c in tree.children[node])
            if subject is not None and not passive and tree.lower[subject] not in ("who", "which", "that"):
                return _named(tree, subject)
            if subject is not None and tree.deps[node] == "relcl":
                return _named(tree, tree.heads[node])
            if passive:
                return None, None
            if tree.deps[node] == "acl" and tree.tags[node] in ("VBG",):
                return _named(tree, tree.heads[node])
            if (
                tree.deps[node] not in ("conj", "xcomp", "advcl", "pcomp", "acl", "aux", "ccomp")
                or tree.heads[node] == node
            ):
                return None, None
            if tree.deps[node] in ("ccomp",) and subject is None and tree.tags[node] not in ("VB", "VBG"):
                return None, None
            node = tree.heads[node]
            if tree.deps[node] == "prep":
                node = tree.heads[node]
        return None, None
    by = _by(tree, head)
    if by is not None:
        return _named(tree, by)
    for t in range(first - 1, max(-1, first - 8), -1):
        if tree.tags[t] in ("IN", "VBD", "VBZ", ",", "CC", "TO", "VBP", ".") and not (
            tree.tags[t] == "CC" and t + 1 < first and _DEMONYM.match(tree.words[t + 1])
        ):
            break
        if _DEMONYM.match(tree.words[t]) or _AGENT_NOUNS.fullmatch(tree.words[t]):
            begin = t
            while begin > 0 and (
                tree.tags[begin - 1] in ("NNP", "JJ", "NN", "HYPH", "NNPS", "CC")
                and (tree.tags[begin - 1] != "CC" or (begin >= 2 and _DEMONYM.match(tree.words[begin - 2])))
                and not tree.lower[begin - 1].isdigit()
            ):
                if tree.lower[begin - 1] in (
                    "suspected",
                    "several",
                    "heavy",
                    "recent",
                    "deadly",
                    "new",
                    "air",
                    "separate",
                    "multiple",
                    "fresh",
                    "alleged",
                    "intense",
                    "presumed",
                ):
                    break
                begin -= 1
            end = t
            text = joined(tree, begin, end)
            return text, t
    done = tree.child(head, "acl")
    if done is not None:
        inner = _by(tree, done)
        if inner is not None:
            return _named(tree, inner)
        if tree.lower[done] in ("blamed",):
            for child in tree.children[done]:
                if tree.lower[child] == "on" and (obj := tree.child(child, "pobj")) is not None:
                    return _named(tree, obj)
    node = head
    for _ in range(3):
        parent, dep = tree.heads[node], tree.deps[node]
        if parent == node:
            break
        word = tree.lower[parent]
        if dep == "dobj" and word in (
            "launched",
            "launch",
            "launching",
            "carried",
            "conducted",
            "conducting",
            "staged",
            "mounted",
            "perpetrated",
            "committed",
            "unleashed",
            "waged",
            "resumed",
            "intensified",
            "stepped",
            "escalated",
            "began",
            "started",
            "executed",
            "continued",
            "launches",
            "preparing",
            "prepares",
            "planning",
            "planned",
            "plan",
            "made",
            "carry",
            "carrying",
            "using",
            "used",
            "imposed",
            "broke",
            "signed",
            "wage",
            "plans",
        ):
            subject = tree.child(parent, "nsubj")
            if subject is None and tree.deps[parent] in ("xcomp", "conj", "advcl", "acl"):
                subject = tree.child(tree.heads[parent], "nsubj")
            by = _by(tree, parent)
            if by is not None:
                return _named(tree, by)
            if subject is not None:
                return _named(tree, subject)
            break
        if dep == "nsubjpass":
            by = _by(tree, parent)
            return (
                _named(tree, by)
                if by is not None and word in ("launched", "carried", "conducted", "perpetrated", "blamed")
                else (None, None)
            )
        if dep == "conj":
            node = parent
            continue
        break
    return None, None


def _by(tree: Tree, node: int) -> int | None:
    for child in tree.children[node]:
        if tree.lower[child] == "by" and tree.deps[child] in ("agent", "prep"):
            obj = tree.child(child, "pobj")
            if obj is not None:
                return obj
        if tree.lower[child] == "from" and tree.deps[child] == "prep":
            obj = tree.child(child, "pobj")
            if obj is not None and _AGENT_NOUNS.fullmatch(tree.words[obj]):
                return obj
    return None


def _named(tree: Tree, head: int) -> tuple[str | None, int | None]:
    """The shortest informative phrase for an agent; None where the noun is no one who could have done it."""
    if tree.deps[head] == "compound":
        head = tree.heads[head]
    word = tree.words[head]
    if longest(weapons(), tree.lower, head) or tree.lower[head] in (
        "fire",
        "bullets",
        "shelling",
        "shrapnel",
        "attack",
    ):
        return _owner_of(tree, head)
    if _BAD_AGENTS.match(word):
        return None, None
    tokens = [
        t
        for t in tree.subtree(
            head,
            frozenset(
                ("relcl", "acl", "appos", "prep", "punct", "advcl", "det", "cc", "conj", "nummod", "quantmod", "predet")
            ),
        )
        if abs(t - head) <= 6
    ]
    if tree.lower[head] in (
        "groups",
        "group",
        "organization",
        "state",
        "forces",
        "number",
        "dozens",
        "hundreds",
        "members",
    ) or not _AGENT_NOUNS.fullmatch(word):
        prep = next((c for c in tree.children[head] if tree.lower[c] == "of" and c == head + 1), None)
        if prep is not None and tree.lower[head] in (
            "members",
            "dozens",
            "hundreds",
            "number",
            "government",
            "forces",
            "group",
        ):
            obj = tree.child(prep, "pobj")
            if obj is not None:
                tokens += [
                    prep,
                    *[t for t in tree.subtree(obj, frozenset(("relcl", "acl", "appos", "prep", "det"))) if t > prep],
                ]
    tokens = sorted(set(tokens))
    while tokens and (
        tree.tags[tokens[0]] in ("CD", "RB", "DT", "CC", "PRP$")
        or tree.lower[tokens[0]] in ("suspected", "several", "unidentified", "alleged", "dozens")
    ):
        if tree.lower[tokens[0]] == "unidentified":
            break
        tokens.pop(0)
    if not tokens:
        return None, None
    conj = [
        c
        for c in tree.children[head]
        if tree.deps[c] == "conj" and tree.tags[c] in ("NN", "NNS", "NNP", "NNPS") and c - head <= 6
    ]
    text = (
        joined(tree, tokens[0], tokens[-1])
        if tokens[-1] - tokens[0] == len(tokens) - 1
        else " ".join(tree.words[t] for t in tokens)
    )
    if not (
        _AGENT_NOUNS.search(text) or any(_DEMONYM.match(w) for w in text.split()) or tree.tags[head] in ("NNP", "NNPS")
    ):
        return None, None
    if conj:
        more, _ = _named(tree, conj[0])
        if more:
            text = f"{text} and {more}"
    return text, head


def _owner_of(tree: Tree, means: int) -> tuple[str | None, int | None]:
    """Whose a means is: "the artillery fire of the Turkish military", "regime warplanes", "shrapnel of Iranian missiles"."""
    for child in tree.children[means]:
        if tree.lower[child] == "of" and (obj := tree.child(child, "pobj")) is not None:
            return _named(tree, obj)
    first = means
    while first > 0 and tree.tags[first - 1] in ("NN", "NNP", "JJ", "HYPH", "NNPS", "NNS") and means - first < 5:
        first -= 1
    if any(_DEMONYM.match(tree.words[t]) or _AGENT_NOUNS.fullmatch(tree.words[t]) for t in range(first, means + 1)):
        return joined(tree, first, means), means
    return None, None


def _target(tree: Tree, head: int, verb: bool) -> str | None:
    """On whom or what: the object of a verb, the passive's subject, "on", "against", "of", "targeting" after a noun."""
    node: int | None = None
    if verb:
        node = tree.child(head, "dobj", "nsubjpass")
        if node is None and tree.lower[head] in (
            "fired",
            "opened",
            "advanced",
            "firing",
            "fire",
            "clashed",
            "fought",
            "landed",
            "fell",
            "dropped",
        ):
            for child in tree.children[head]:
                if tree.lower[child] in ("on", "at", "against", "with", "into"):
                    node = tree.child(child, "pobj")
        if node is not None and longest(weapons(), tree.lower, node):
            node = None
            for child in tree.children[head]:
                if tree.lower[child] in ("on", "at", "against", "into", "onto"):
                    node = tree.child(child, "pobj") or node
    else:
        for child in tree.children[head]:
            if tree.lower[child] in ("on", "against", "of", "with") and tree.deps[child] == "prep":
                node = tree.child(child, "pobj")
                if node is not None:
                    break
            if tree.deps[child] == "acl" and tree.lower[child] in ("targeting", "hitting", "targeted"):
                node = tree.child(child, "dobj")
                if node is not None:
                    break
        if node is None and tree.deps[head] == "nsubj":
            above = tree.heads[head]
            if tree.lower[above] in (
                "hit",
                "hits",
                "struck",
                "killed",
                "targeted",
                "wounded",
                "destroyed",
                "damaged",
                "injured",
            ):
                node = tree.child(above, "dobj")
        if node is None and tree.deps[head] == "pobj":
            over = tree.heads[tree.heads[head]]
            if tree.lower[over] in ("killed", "injured", "wounded", "destroyed", "damaged", "hit"):
                node = tree.child(over, "nsubjpass", "dobj")
    if node is None or tree.lower[node] in ("it", "them", "him", "which", "that", "who", "what"):
        return None
    tokens = [
        t
        for t in tree.subtree(
            node, frozenset(("relcl", "acl", "appos", "prep", "punct", "advcl", "det", "nummod", "quantmod"))
        )
        if abs(t - node) <= 6
    ]
    while tokens and tree.tags[tokens[0]] in ("CD", "DT", "CC", "RB", "PRP$"):
        tokens.pop(0)
    if not tokens:
        return None
    text = joined(tree, tokens[0], tokens[-1])
    return text if len(text) < 80 else None


def _weapon(tree: Tree, head: int, first: int, last: int) -> str | None:
    """The means named in the trigger or in its clause."""
    best: str | None = None
    for t in range(max(0, first - 3), last + 1):
        hit = longest(weapons(), tree.lower, t)
        if hit and t + hit[0] > first - 2 and t <= last and (t >= first or t + hit[0] >= first):
            text = joined(tree, t, t + hit[0] - 1)
            if best is None or len(text) > len(best):
                best = text
    if best:
        return best
    if tree.tags[head].startswith("VB"):
        for t in tree.subtree(head, frozenset(("ccomp", "advcl", "relcl", "parataxis"))):
            if first <= t <= last:
                continue
            hit = longest(weapons(), tree.lower, t)
            if hit and abs(t - head) < 18:
                return joined(tree, t, t + hit[0] - 1)
    return None


def _object_is_place(tree: Tree, head: int) -> bool:
    obj = tree.child(head, "dobj", "nsubjpass")
    if obj is None:
        return False
    noun = noun_ending_at(tree.lower, obj)
    return (noun is None or noun.facility) and (
        tree.tags[obj] in ("NNP", "NNPS")
        or tree.lower[obj]
        in (
            "town",
            "village",
            "city",
            "area",
            "areas",
            "territory",
            "villages",
            "towns",
            "district",
            "base",
            "airport",
            "hill",
            "positions",
            "ground",
            "field",
            "fields",
            "neighborhood",
            "neighbourhood",
            "control",
            "parts",
            "part",
        )
    )


def _object_is_person(tree: Tree, head: int) -> bool:
    obj = tree.child(head, "dobj", "nsubjpass")
    noun = noun_ending_at(tree.lower, obj) if obj is not None else None
    return noun is not None and not noun.facility
