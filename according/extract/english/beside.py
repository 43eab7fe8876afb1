"""What happened to counted people, by a word of harm that stands so close that no parse is asked: headlines and notes."""

from __future__ import annotations

from according.domain.values import Measure
from according.extract.english.counting import Counted, How
from according.extract.english.lexicon import harm, words
from according.extract.english.parse import Tree
from according.extract.english.ties import Tie, begins_count, done_to, paired

_NEAR = 9
"""Words after "were among" within which those are told of whom the thing is a part."""


def beside(tree: Tree, thing: Counted) -> Tie | None:
    """The tie to a word of harm right after the thing, to those it is told among, to one right before it; None = nothing read."""
    return (
        _beside_number(tree, thing)
        or _told_after(tree, thing)
        or _among_others(tree, thing)
        or _told_before(tree, thing)
    )


def _beside_number(tree: Tree, thing: Counted) -> Tie | None:
    """ "39 injured", "dozens more wounded": the word of harm stands right after a number without a noun."""
    at = thing.last + 1
    if thing.how is not How.OTHERS or at >= len(tree) or tree.tags[at] not in ("VBN", "JJ", "VBD", "NN", "NNP"):
        return None
    measure = done_to(tree.lower[at])
    if measure is None:
        return None
    own = tree.tags[at] == "VBD" and at + 1 < len(tree) and begins_count(tree, at + 1)
    if own and not any(w in harm() for w in tree.lower[at + 2 : at + 5]):
        return None  # "others killed 12": an active verb
    return paired(tree, at, measure, "number-harmed", 0.9)


def _told_after(tree: Tree, thing: Counted) -> Tie | None:
    """ "those killed 160 people were injured": a passive right after the thing is its own, whatever the parse lost."""
    if thing.how not in (How.NUMBER, How.VAGUE) or (thing.first and tree.tags[thing.first - 1] == "IN"):
        return None
    after = tree.lower[thing.last + 1 : thing.last + 3]
    aux = 1 if after[:1] == ["were"] else 2 if after in (["have", "been"], ["had", "been"], ["have", "also"]) else 0
    if not aux:
        return None
    for at in range(thing.last + 1 + aux, min(thing.last + aux + 4, len(tree))):
        entry = harm().get(tree.lower[at])
        if entry is not None and "vt" in entry.frames and tree.tags[at] in ("VBN", "VBD"):
            return paired(tree, at, entry.frames["vt"], "passive-subject", 0.95)
        if tree.tags[at] not in ("RB", "VBN"):
            return None
    return None


def _among_others(tree: Tree, thing: Counted) -> Tie | None:
    """ "Ten children were among at least 48 people killed", "a child was also among the wounded", where the parse is lost."""
    at = thing.last + 1
    if tree.lower[at : at + 1] not in (["were"], ["was"]):
        return None
    at += 2 if tree.lower[at + 1 : at + 2] == ["also"] else 1
    if at >= len(tree) or tree.lower[at] not in words("among"):
        return None
    for k in range(at + 1, min(at + _NEAR, len(tree))):
        if tree.tags[k] in ("VBN", "VBD", "JJ", "NN", "NNS") and (measure := done_to(tree.lower[k])) is not None:
            return Tie(measure, k, "among-those", 0.8)
        if tree.lower[k] in words("the_dead"):
            return Tie(Measure.KILLED, k, "among-the-dead", 0.85)
    return None


def _told_before(tree: Tree, thing: Counted) -> Tie | None:
    """ "kills 12 wounds 50", "wounding ten": an active form that can only have the thing after it as its object."""
    at = thing.first - 1
    if at < 0 or thing.how not in (How.NUMBER, How.VAGUE, How.OTHERS):
        return None
    word = tree.lower[at]
    entry = harm().get(word)
    active = (
        tree.tags[at] == "VBZ"
        or (word.endswith("s") and at > 0 and tree.tags[at - 1] in ("CD", "NN", "NNS"))
        or (word in words("headline_harm") and tree.lower[at - 1 : at] != ["to"])  # "Rockets kill 10"
    )
    if entry is None or "vt" not in entry.frames or not active or tree.tags[at].startswith("VBN"):
        return None
    return paired(tree, at, entry.frames["vt"], "object", 0.9)
