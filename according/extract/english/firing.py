"""Whether a verb of firing, dropping or laying tells of an armed act: it does together with its weapon."""

from __future__ import annotations

from collections.abc import Mapping

from according.domain.values import EventType
from according.extract.english.acts import Act, classed
from according.extract.english.lexicon import longest, weapons
from according.extract.english.parse import Tree
from according.extract.english.worth import Worth

_DROPPED = frozenset("fell falling falls fall landed landing crashed rained raining impacted".split())
_SHOT = frozenset("fired fires firing fire".split())
_LAID = frozenset("planted planting plant laid laying".split())
_USED = frozenset("used using use deployed".split())
_OUTLAWED = frozenset((EventType.CHEMICAL_WEAPON, EventType.GRENADE))


def worth_of_firing(
    tree: Tree, act: Act, heads: Mapping[int, Act], agent: str | None, target: str | None
) -> Worth | None:
    """ "fired rockets", "shells fell", "dropped barrel bombs", "using chlorine", "fired on a boat"."""
    head, word = act.head, tree.lower[act.head]
    subject, thing = tree.child(head, "nsubj", "nsubjpass"), tree.child(head, "dobj")
    if thing is not None and thing in heads and heads[thing].kind == "n":
        return None  # "fired a barrage of rockets": the noun tells of it
    if tree.deps[head] == "acl" and tree.tags[head] in ("VBN", "VBG") and tree.tags[tree.heads[head]].startswith("NN"):
        subject = subject if subject is not None else tree.heads[head]
    if subject is not None and tree.lower[subject] in ("which", "that"):
        subject = _antecedent(tree, head)
    for at in (thing, subject):
        if at is None or (at in heads and heads[at].kind in ("n", "g")):
            continue
        found = _weapon_in(tree, at)
        if found is None:
            continue
        begin, end, kind = found
        if not kind or (word in _USED and EventType(kind) not in _OUTLAWED and not _bombs(tree, begin, end)):
            continue
        if word in _DROPPED and at is thing and word not in ("rained", "raining"):
            continue
        type_ = EventType(kind)
        if type_ is EventType.AIR_STRIKE and word in _SHOT and not _bombs(tree, begin, end):
            type_ = (
                EventType.SHELLING
                if at is thing and tree.lower[end] not in ("drones", "drone")
                else EventType.AIR_STRIKE
            )
        near = begin - act.last if begin > act.last else act.first - end
        if word in _LAID and type_ is not EventType.IED:
            continue
        if near <= 3 and (word in _DROPPED or word in _USED or word in _LAID):
            return Worth(type_, min(act.first, begin), max(act.last, end))
        return Worth(type_, act.first, act.last)
    if word in ("fell", "fall", "fallen", "falls") and subject is not None:
        to = next((tree.child(c, "pobj") for c in tree.children[head] if tree.lower[c] in ("to", "into")), None)
        place = tree.lower[subject] in classed("areas") or tree.tags[subject] in ("NNP", "NNPS")
        if place and to is not None:
            return Worth(EventType.TAKEOVER, act.first, act.last)
        return None
    if (
        word in _SHOT
        and act.verb
        and (subject is not None or agent is not None)
        and any(tree.lower[c] in ("on", "at", "into", "towards", "toward") for c in tree.children[head])
    ):
        return Worth(EventType.ATTACK, act.first, act.last) if target is not None or agent is not None else None
    return None


def _antecedent(tree: Tree, verb: int) -> int | None:
    """What "which" means: "a missile which we believe was fired by ..." (the verb hangs on "believe")."""
    node = verb
    for _ in range(3):
        if tree.deps[node] == "relcl":
            return tree.heads[node]
        if tree.deps[node] not in ("ccomp", "xcomp", "conj"):
            return None
        node = tree.heads[node]
    return None


def _weapon_in(tree: Tree, noun: int) -> tuple[int, int, str] | None:
    """The weapon in a noun phrase: "tens of rocket shells", "a barrel containing toxic gas" is one of gas."""
    best: tuple[int, int, str] | None = None
    for t in tree.subtree(noun, frozenset(("relcl", "advcl"))):
        if abs(t - noun) > 8:
            continue
        hit = longest(weapons(), tree.lower, t)
        if hit and (best is None or hit[1] == EventType.CHEMICAL_WEAPON.value or (best[2] == "" and hit[1])):
            best = (t, t + hit[0] - 1, hit[1]) if best is None or best[2] != EventType.CHEMICAL_WEAPON.value else best
    return best


def _bombs(tree: Tree, begin: int, end: int) -> bool:
    return any(
        tree.lower[t].startswith(("bomb", "munition", "barrel", "phosph", "cluster")) for t in range(begin, end + 1)
    )
