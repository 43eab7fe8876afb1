"""What happened to counted people, by the words next to them: headlines, notes and text without commas lose the parse."""

from __future__ import annotations

from according.domain.values import Measure
from according.extract.english.amounts import labelled
from according.extract.english.counting import Counted, How
from according.extract.english.elided import after_toll
from according.extract.english.lexicon import harm, noun_ending_at, words
from according.extract.english.parse import Tree
from according.extract.english.ties import Tie, begins_count, measures_of, paired, passive, toll_measure

_STRONG = frozenset((How.NUMBER, How.VAGUE, How.OTHERS, How.ZERO, How.NAME, How.BARE))
_LATER = 10
"""Words after "victims" within which a word for care tells that they live."""
_SKIPPED_BEFORE = frozenset("the all by about with of a an another".split())


def around(tree: Tree, thing: Counted) -> Tie | None:
    """The tie by the thing's own noun, by a word of harm after it, before it, or by what it lacks; None = nothing read."""
    if thing.first > 1 and tree.lower[thing.first - 1] == "of" and noun_ending_at(tree.lower, thing.first - 2):
        return None  # "3 members of one family": those counted are the members
    return (
        _labelled(tree, thing)
        or _counted_harm(tree, thing)
        or _after(tree, thing)
        or _before(tree, thing)
        or _toll(tree, thing)
        or _without(tree, thing)
    )


def _labelled(tree: Tree, thing: Counted) -> Tie | None:
    """ "Civilians Killed: 6 Wounded: 21", "Death toll: 17", as notes and tables give them."""
    label = labelled(tree, thing.first)
    if label is None or thing.how is not How.NUMBER:
        return None
    entry = harm().get(tree.lower[label])
    frames = entry.frames if entry is not None else {}
    measures = [*measures_of(tree.lower[label]), *(frames[f] for f in ("n", "of") if f in frames), Measure.KILLED]
    return Tie(measures[0], label, "labelled", 0.7)


def _counted_harm(tree: Tree, thing: Counted) -> Tie | None:
    """ "12 deaths", "three bodies", "30 of the wounded": the noun itself tells of the harm."""
    word = tree.lower[thing.head]
    entry = harm().get(word)
    if entry and "n" in entry.frames and thing.how in (How.NUMBER, How.VAGUE, How.ZERO):
        return Tie(entry.frames["n"], thing.head, "counted-harm", 0.85)
    if word in ("bodies", "corpses") and thing.how in (How.NUMBER, How.VAGUE):
        return Tie(Measure.KILLED, thing.head, "bodies", 0.6)
    for at in (thing.last, thing.last + 1):
        if (
            at < len(tree)
            and at
            and tree.lower[at - 1] == "the"
            and tree.lower[at] in ("dead", "wounded", "injured", "displaced")
        ):
            return Tie(measures_of(tree.lower[at])[0], at, "of-the-wounded", 0.7)
    if word == "victims" and words("survival") & set(tree.lower[thing.last + 1 : thing.last + 1 + _LATER]):
        return Tie(Measure.INJURED, thing.head, "counted-harm", 0.6)  # "several victims came to the hospital"
    if word in ("victims", "martyrs"):
        return Tie(Measure.KILLED, thing.head, "counted-harm", 0.7)
    return None


def _after(tree: Tree, thing: Counted) -> Tie | None:
    lower = tree.lower
    for k in range(thing.last + 1, min(thing.last + (6 if thing.how in _STRONG else 3), len(tree))):
        entry = harm().get(lower[k])
        if entry and (tree.tags[k] in ("VBN", "VBD", "JJ", "NN", "VBP", "VB", "VBZ") or "adj" in entry.frames):
            if (
                tree.tags[k] == "VBD"
                and k + 1 < len(tree)
                and begins_count(tree, k + 1)
                and not _passive_between(lower, thing.last, k)
            ):
                break  # an active verb with an object of its own
            measures = measures_of(lower[k])
            if tree.tags[k] == "VBZ":
                measures = tuple(m for m in measures if m is entry.frames.get("vi"))
            if measures:
                return paired(tree, k, measures[0], "words-after", 0.65)
        again = noun_ending_at(lower, k) if k == thing.last + 1 else None  # "2,600 civilians citizens injured"
        if lower[k] not in words("beside_harm") and tree.tags[k] != "RB" and not (again and again.plural):
            break
    if lower[thing.last + 1 : thing.last + 3] in (["lost", "their"], ["lost", "his"], ["lost", "her"]):
        return Tie(Measure.KILLED, thing.last + 1, "lost-life", 0.8)
    return None


def _passive_between(lower: list[str], begin: int, end: int) -> bool:
    return any(w in ("was", "were", "been", "being", "are", "is") for w in lower[begin + 1 : end])


def _before(tree: Tree, thing: Counted) -> Tie | None:
    lower, strong = tree.lower, thing.how in _STRONG
    for k in range(thing.first - 1, max(-1, thing.first - (4 if strong else 2)), -1):
        word, tag = lower[k], tree.tags[k]
        entry = harm().get(word)
        if entry and tag.startswith(("VB", "NN", "JJ")):
            measure = entry.frames.get("vt")
            if {"and", "or", ","} & set(lower[k + 1 : thing.first]) and passive(tree, k):
                return None  # "were killed and 2,600 ...": a passive has no object
            if measure is not None and word != "hurt":
                return paired(tree, k, measure, "words-before", 0.6)
            if word == "dead":
                return Tie(Measure.KILLED, k, "words-before", 0.5)
        if word in (",", "and", "or") and strong:
            continue
        if tag == "IN" and word not in ("about", "of", "with"):
            return None
        if word not in _SKIPPED_BEFORE and tag not in ("RB", "IN"):
            return None
    return None


def _toll(tree: Tree, thing: Counted) -> Tie | None:
    """ "raised the death toll from the strike on the market to 61", "has reached 236 individuals as follows"."""
    before = tree.lower[thing.first - 1] if thing.first else ""
    if before in words("reaching") | {"to", "at", "is", "was", "of"} and thing.how in (How.OTHERS, How.NUMBER):
        if after_toll(tree.lower, thing.first) and not thing.facility:
            return Tie(toll_measure(tree, thing.first), thing.head, "toll-reached", 0.7)
    return None


def _without(tree: Tree, thing: Counted) -> Tie | None:
    for k in range(thing.last + 1, min(thing.last + 6, len(tree))):
        if tree.lower[k] in ("without", "no") and set(tree.lower[k : k + 6]) & words("needs"):
            return Tie(Measure.DEPRIVED, thing.last, "without-access", 0.6)
        if tree.lower[k] in (",", ".", ";"):
            return None
    return None
