"""Whether a noun names an armed act in its clause: "the fall of" a town, "a deal" of truce, a weapon that stands for its use."""

from __future__ import annotations

from collections.abc import Mapping

from according.domain.values import EventType
from according.extract.english.acts import Act, classed
from according.extract.english.lexicon import noun_ending_at
from according.extract.english.parse import Tree
from according.extract.english.worth import Worth

_STRIKES = frozenset(("strike", "strikes"))


def worth_of_noun(tree: Tree, act: Act, heads: Mapping[int, Act], type_: EventType) -> Worth | None:
    """None where the noun names no armed act here."""
    head, word = act.head, tree.lower[act.head]
    if word in _STRIKES and act.first == act.last:
        before = tree.lower[act.first - 1] if act.first else ""
        if before in classed("labour") or before == "on":
            return None
    if word.startswith("bomber") and tree.deps[head] == "pobj" and tree.lower[tree.heads[head]] in ("as", "of"):
        return None  # "recruited as suicide bombers": what they are, no act
    if act.kind == "m":
        return _means(tree, act, heads, type_)
    if act.kind == "g":
        return _general(tree, act, heads, type_)
    if word == "occupation" and not any(tree.lower[c] == "of" for c in tree.children[head]):
        return None
    if word == "fall" and not any(tree.lower[c] == "of" for c in tree.children[head]):
        return None
    if word in ("march", "marches") and tree.tags[head] in ("NNP", "NNPS"):
        return None
    if word in ("execution", "executions", "killing", "killings", "murder", "murders") and act.first == act.last:
        if tree.lower[act.first - 1 : act.first] == ["contract"]:
            return None
    if word in ("fall", "capture", "seizure", "recapture", "liberation") and type_ is EventType.TAKEOVER:
        of = next((tree.child(c, "pobj") for c in tree.children[head] if tree.lower[c] == "of"), None)
        noun = noun_ending_at(tree.lower, of) if of is not None else None
        if noun is not None and not noun.facility:
            return Worth(EventType.ARREST, act.first, act.last)
        if (
            of is not None
            and noun is None
            and tree.tags[of] not in ("NNP", "NNPS")
            and tree.lower[of] not in classed("areas")
        ):
            return None
    inner = any(  # "a breach of the truce" is one event, the breach's
        over in heads and heads[over].kind == "g" and heads[over].type is EventType.CEASEFIRE
        for over in (tree.heads[head], tree.heads[tree.heads[head]])
        if tree.deps[head] in ("pobj", "nsubjpass", "dobj")
    )
    return Worth(type_, act.first, act.last, aside=inner and type_ is EventType.CEASEFIRE)


def _means(tree: Tree, act: Act, heads: Mapping[int, Act], type_: EventType) -> Worth | None:
    """A weapon stands for the act: "killed by regime bombs", "a car bomb killed ten", "rocket shells on X", no better word near."""
    head = act.head
    while tree.deps[head] == "conj" and tree.heads[head] != head:
        head = tree.heads[head]
    dep, parent = tree.deps[head], tree.heads[head]
    plain = Worth(type_ if act.type is EventType.IED else act.type, act.first, act.last)
    over = heads.get(parent)
    if dep in ("nsubj", "nsubjpass") and tree.tags[parent].startswith("VB") and (over is None or over.kind == "h"):
        if tree.lower[parent] in classed("happens") or tree.lower[parent] in (
            "placed",
            "planted",
            "hidden",
            "attached",
            "defused",
        ):
            return plain
        if any(tree.lower[c] == "behind" for c in tree.children[parent]):
            return plain
    if dep == "pobj" and tree.lower[parent] in ("by", "in", "from", "of", "with", "to"):
        harmed = tree.lower[tree.heads[parent]] in classed("harmed")
        if harmed and not any(
            h in heads and heads[h].kind in ("n", "v") for h in range(max(0, act.first - 12), act.first)
        ):
            return plain
    if dep == "dobj" and tree.lower[parent] in ("defused", "dismantled", "planted", "planting", "laid", "planned"):
        return plain
    if dep in ("pobj", "nsubj", "ROOT") and any(
        tree.lower[c] in ("on", "at") and tree.deps[c] == "prep" for c in tree.children[head]
    ):
        if (
            act.type is not EventType.IED
            and tree.lower[tree.heads[parent]] not in ("fired", "dropped", "launched")
            and over is None
        ):
            return plain
    if dep == "ROOT" and act.type is EventType.IED and tree.deps[act.head] != "conj":
        return plain
    if "-LRB-" in tree.tags[max(0, act.first - 3) : act.first] and tree.tags[act.first - 1] == "CD":
        return Worth(act.type, act.first - 1, act.last)  # "Khan village (3 artillery shells)"
    return None


def _general(tree: Tree, act: Act, heads: Mapping[int, Act], type_: EventType) -> Worth | None:
    head = act.head
    before = set(tree.lower[max(0, act.first - 4) : act.first])
    near = before | set(tree.lower[act.last + 1 : act.last + 9])
    if act.type is EventType.CEASEFIRE:
        if not near & classed("truce"):
            return None
        parent = tree.heads[head]
        light = (
            tree.deps[head] == "pobj"
            and tree.lower[parent] == "in"
            and tree.lower[head].startswith(("violation", "breach"))
        )
        return Worth(EventType.CEASEFIRE, act.first, act.last, aside=light)
    other = any(a.kind in ("n", "v") and h != head for h, a in heads.items())
    warlike = bool(before & (classed("military") | classed("state") | classed("side")))
    return Worth(type_, act.first, act.last, aside=other or not warlike or "security" in before or "rescue" in before)
