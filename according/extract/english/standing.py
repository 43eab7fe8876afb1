"""How an act's word stands in its sentence: whether it tells of a happening, points to one, says more of one, or none of these."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from according.extract.english.acts import Act, classed
from according.extract.english.agents import subject_of
from according.extract.english.lexicon import noun_ending_at
from according.extract.english.parse import Tree


class Role(Enum):
    TELLS = "tells"
    POINTS = "points"
    """It means what was told before ("the attack", "Friday's raid")."""
    DETAILS = "details"
    """A verb that says what an act did ("the strikes hit a market"): the act's noun is the trigger."""
    ASIDE = "aside"
    """No happening: a kind ("attack helicopter"), a purpose, a condition, a wish."""


Standing = tuple[Role, int | None]
"""The role, and for DETAILS the token of the noun that it says more of."""

_HOPES = frozenset(
    "hope hopes hoped hoping attempt attempts attempted attempting try tries tried trying plan plans planned planning prepare prepares prepared preparing "
    "threaten threatens threatened threatening vow vows vowed intend intends intended order orders ordered going want wants wanted managed able aim aims aimed "
    "manage begin began continue continued start started allowed forced".split()
)
_UP = frozenset(("xcomp", "advcl", "acl", "pcomp", "prep", "pobj", "conj", "dobj", "relcl"))
_SUBJECTS = ("nsubj", "nsubjpass")
_DONE_BY = frozenset(("with", "in", "by", "during", "from", "through", "under"))


def standing(tree: Tree, act: Act, heads: Mapping[int, Act]) -> Standing:
    """`heads` are the acts of the sentence by head token."""
    if act.verb:
        return _of_verb(tree, act, heads)
    return _of_noun(tree, act, heads)


def _of_verb(tree: Tree, act: Act, heads: Mapping[int, Act]) -> Standing:
    head, dep = act.head, tree.deps[act.head]
    finite = tree.tags[head] == "VBD" and tree.child(head, "nsubj") is not None
    if (dep == "amod" and not finite) or (dep in ("compound", "nmod") and act.kind != "d"):
        return (Role.TELLS if act.kind == "s" and _of_a_place(tree, head) else Role.ASIDE), None
    if _conditional(tree, head) or _purpose(tree, head, heads):
        return Role.ASIDE, None
    told = _subject_act(tree, head, heads)
    if told is not None and (act.kind in ("t", "h") or tree.lower[head] in classed("happens")):
        if any(tree.deps[c] == "neg" for c in tree.children[head]):
            return Role.TELLS, told
        return Role.DETAILS, told
    if act.kind == "t":
        done = _done_in(tree, head, heads)
        if done is not None:
            return Role.DETAILS, done
    if act.kind == "h" and _harm_of_another(tree, act, heads):
        return Role.ASIDE, None
    if _habit(tree, head) or _owed(tree, head):
        return Role.ASIDE, None
    if (
        dep == "acl"
        and tree.tags[head] == "VBG"
        and tree.lower[head] in ("fighting", "battling", "occupying", "guarding")
    ):
        return Role.ASIDE, None
    return Role.TELLS, None


def _of_noun(tree: Tree, act: Act, heads: Mapping[int, Act]) -> Standing:
    head, dep, above = act.head, tree.deps[act.head], tree.heads[act.head]
    if dep in ("compound", "amod", "nmod") and not act.first <= above <= act.last:
        named = tree.tags[above] in ("NNP", "NNPS") or tree.tags[above].startswith("VB")
        if tree.lower[above] in classed("aside") or above in heads or not named:
            return Role.ASIDE, None
    if _wished(tree, head, heads):
        return Role.ASIDE, None
    if dep in (*_SUBJECTS, "dobj") and tree.tags[above].startswith("VB") and _conditional(tree, above):
        return Role.ASIDE, None
    if _against_abstract(tree, act):
        return Role.ASIDE, None
    if dep == "dobj" and tree.lower[above] in classed("oversee") and tree.lower[head].endswith("s"):
        return Role.ASIDE, None
    if any(tree.deps[c] == "det" and tree.lower[c] == "any" for c in tree.children[head]) and not tree.lower[
        above
    ].startswith("den"):
        return Role.ASIDE, None
    if dep == "pobj" and any(_habit(tree, v) for v in (tree.heads[above],)):
        return Role.ASIDE, None
    if _escaped(tree, head) or _kept_terms(tree, head) or _of_a_kind(tree, head):
        return Role.ASIDE, None
    if _points(tree, act):
        return Role.POINTS, None
    return Role.TELLS, None


def _owed(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what ought or ought not be done: "must never be targeted", "should not be shelled"."""
    beside = {tree.lower[c] for c in tree.children[verb] if tree.deps[c] == "aux"}
    return bool(beside & classed("duty")) and "have" not in beside


def _escaped(tree: Tree, noun: int) -> bool:
    """Whether an act is only what people flee from: "to escape fighting in"."""
    above = tree.heads[noun]
    if tree.deps[noun] == "pobj" and tree.lower[above] == "from":
        above = tree.heads[above]
    elif tree.deps[noun] != "dobj":
        return False
    return tree.lower[above] in classed("flight")


def _kept_terms(tree: Tree, noun: int) -> bool:
    """Whether an agreement is only named as what others keep or break: "a violation of the ceasefire", "under the deal"."""
    if tree.lower[noun] not in classed("terms") or tree.deps[noun] != "pobj":
        return False
    preposition = tree.heads[noun]
    over = tree.heads[preposition]
    return tree.lower[preposition] == "under" or tree.lower[over] in classed("breach")


def _of_a_kind(tree: Tree, noun: int) -> bool:
    """Whether acts are spoken of only as a kind: "attacks of this nature", "such strikes"."""
    for child in tree.children[noun]:
        of = tree.child(child, "pobj") if tree.lower[child] == "of" else None
        if of is not None and tree.lower[of] in ("nature", "kind", "sort", "type"):
            return True
        if tree.lower[child] == "such" and tree.tags[noun] == "NNS" and tree.deps[child] == "amod":
            return True
    return False


def _points(tree: Tree, act: Act) -> bool:
    for child in tree.children[act.head]:
        word, dep = tree.lower[child], tree.deps[child]
        if dep == "det" and word in classed("pointing"):
            return True
        if dep == "poss" and word.rstrip("s'’").endswith("day"):
            return True
    return False


def _of_a_place(tree: Tree, at: int) -> bool:
    above = tree.heads[at]
    noun = noun_ending_at(tree.lower, above)
    return noun is None or noun.facility


def _subject_act(tree: Tree, verb: int, heads: Mapping[int, Act]) -> int | None:
    """The act that is the verb's subject: "the raids wounded", "a blast which hit", "strikes targeting"."""
    node = verb
    for _ in range(4):
        if tree.tags[verb] == "VBN" and tree.child(node, "nsubjpass") is not None:
            return None
        subject = subject_of(tree, node)
        if subject is not None:
            if tree.lower[subject] in ("which", "that") and tree.deps[node] == "relcl":
                return _told_by_relative(tree, tree.heads[node], heads)
            return _noun_act(tree, subject, heads)
        dep = tree.deps[node]
        if dep == "acl" and tree.tags[node] == "VBG":
            return _noun_act(tree, tree.heads[node], heads)
        if dep not in ("conj", "advcl", "xcomp") or tree.heads[node] == node or tree.child(node, "auxpass") is not None:
            return None
        if dep in ("advcl", "xcomp") and tree.tags[node] not in ("VBG", "VB"):
            return None
        node = tree.heads[node]
    return None


def _told_by_relative(tree: Tree, antecedent: int, heads: Mapping[int, Act]) -> int | None:
    """The act that "which" means, though a place stands between: "the attack on the hotel in Kabul, which killed 20"."""
    node = antecedent
    for _ in range(5):
        if (act := _noun_act(tree, node, heads)) is not None:
            return act
        if tree.deps[node] not in ("pobj", "prep", "compound", "appos"):
            return None
        node = tree.heads[node]
    return None


def _noun_act(tree: Tree, at: int, heads: Mapping[int, Act]) -> int | None:
    act = heads.get(at)
    if act is not None and act.kind in ("n", "g"):
        return at
    for child in tree.children[at]:  # "a series of strikes"
        if tree.lower[child] == "of" and (of := tree.child(child, "pobj")) is not None:
            if tree.lower[at] in ("series", "wave", "string", "spate", "number", "dozens", "barrage"):
                return _noun_act(tree, of, heads)
    return None


def _done_in(tree: Tree, verb: int, heads: Mapping[int, Act]) -> int | None:
    """The act by which a verb of hitting was done: "targeted in heavy shelling", "engaged a group with an air strike"."""
    for child in tree.children[verb]:
        if tree.lower[child] in _DONE_BY and tree.deps[child] in ("prep", "agent"):
            thing = tree.child(child, "pobj")
            if thing is not None:
                act = heads.get(thing)
                if act is not None and act.kind == "n":
                    return thing
    return None


def _harm_of_another(tree: Tree, act: Act, heads: Mapping[int, Act]) -> bool:
    """Whether a "killed" is the outcome of another act in the sentence: "killing ten" after it, "in a bombardment"."""
    head = act.head
    if tree.tags[head] == "VBG" and tree.deps[head] != "pcomp":
        return True
    if _done_in(tree, head, heads) is not None:
        return True
    subject = tree.child(head, "nsubj")
    over = heads.get(tree.heads[head]) if tree.deps[head] == "conj" else None
    if subject is None and over is not None and over.verb and over.kind in ("v", "t", "d"):
        return True  # "attacked a truck and killed two"
    if subject is not None and any(t in heads and t != head for t in tree.subtree(subject)):
        return True  # "a missile that was fired at a farm killed two"
    for at, other in heads.items():
        if (
            other.kind in ("n", "m")
            and at > head
            and tree.deps[at] == "pobj"
            and tree.lower[tree.heads[at]] in _DONE_BY
        ):
            return True
    return False


def _habit(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of a practice: "regularly shells", "only targets", not of one act."""
    beside = {tree.lower[c] for c in tree.children[verb]}
    return bool(beside & classed("habit")) or (
        tree.tags[verb] in ("VBZ", "VBP") and bool(beside & classed("habit_present"))
    )


def _conditional(tree: Tree, verb: int) -> bool:
    """Whether a verb is that of a condition: "if the port is attacked", "should the dam be hit"."""
    for child in tree.children[verb]:
        word, dep = tree.lower[child], tree.deps[child]
        if dep == "mark" and word in classed("condition"):
            return True
        if dep == "aux" and word == "should" and child < verb and tree.words[child][:1].isupper():
            return True
        if word in ("if", "unless") and dep in ("advmod", "prep"):
            return True
    return False


def _purpose(tree: Tree, verb: int, heads: Mapping[int, Act]) -> bool:
    """Whether a verb says what another act is for: "an operation to retake X", "attacked in an attempt to seize X"."""
    aimed = tree.tags[verb] == "VB" and any(
        tree.lower[c] == "to" and tree.deps[c] == "aux" for c in tree.children[verb]
    )
    node = verb
    for _ in range(6):
        dep, parent = tree.deps[node], tree.heads[node]
        if parent == node or dep not in _UP:
            return False
        word = tree.lower[parent]
        if word in (
            "attempt",
            "bid",
            "effort",
            "aimed",
            "aiming",
            "order",
            "aim",
            "view",
            "seeking",
            "push",
            "drive",
            "fight",
            "battle",
        ):
            aimed = True
            if word in ("attempt", "bid", "effort", "push") and tree.deps[parent] in ("dobj", "nsubj", "ROOT"):
                return False
        elif word in _HOPES:
            return False
        if dep == "conj":
            node = parent
            continue
        if parent in heads and parent != verb:
            over = heads[parent]
            return aimed and over.kind in ("n", "g", "v", "t", "d")
        if tree.tags[parent].startswith("VB") and aimed:
            thing = tree.child(parent, "dobj")
            if thing is not None and thing in heads and word in classed("support"):
                return True
        node = parent
    return False


def _wished(tree: Tree, noun: int, heads: Mapping[int, Act]) -> bool:
    """Whether an act is only asked for, or its end: "called for a truce", "urged them to halt the bombing"."""
    node = noun
    for _ in range(4):
        dep, parent = tree.deps[node], tree.heads[node]
        if parent == node or dep not in ("pobj", "dobj", "prep", "conj", "ccomp", "xcomp"):
            return False
        word = tree.lower[parent]
        if word in classed("wish") and dep in ("dobj", "prep", "xcomp") and parent not in heads:
            if word in ("condemn", "condemns", "condemning"):
                return False
            particle = tree.child(parent, "prt")
            return particle is None or tree.lower[particle] not in ("off",)
        node = parent
    return False


def _against_abstract(tree: Tree, act: Act) -> bool:
    for child in tree.children[act.head]:
        if tree.lower[child] in ("against", "on") and (thing := tree.child(child, "pobj")) is not None:
            if tree.lower[thing] in classed("abstract"):
                return True
    return False
