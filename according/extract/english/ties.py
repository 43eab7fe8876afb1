"""The tie between a counted thing and its word of harm, and when two words of harm count it together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from according.domain.values import Measure
from according.extract.english.lexicon import harm, words
from according.extract.english.parse import Tree
from according.vocab.english import table


@dataclass(frozen=True, slots=True)
class Tie:
    """What was done to a counted thing, and by which word: the token of harm, the rule that found it."""

    measure: Measure
    word: int
    because: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Idiom:
    """Harm that a verb tells of together with a companion ("lost" and "life"); no companions = with none."""

    measure: Measure
    companions: frozenset[str]
    name: str


@cache
def idioms(role: str) -> dict[str, tuple[Idiom, ...]]:
    """By verb: the idioms that tell of harm to its "subj" or "obj" (vocab/english/idioms.tsv)."""
    found: dict[str, list[Idiom]] = {}
    for measure, its_role, verbs, companions, name in table("idioms"):
        if its_role != role:
            continue
        idiom = Idiom(Measure(measure), frozenset(companions.split()) - {"-"}, name)
        for verb in verbs.split():
            found.setdefault(verb, []).append(idiom)
    return {verb: tuple(options) for verb, options in found.items()}


def idiom_at(role: str, tree: Tree, verb: int, within: Sequence[int]) -> Idiom | None:
    """The idiom that a verb makes with a companion among the tokens of `within`."""
    for idiom in idioms(role).get(tree.lower[verb], ()):
        if not idiom.companions or any(tree.lower[t] in idiom.companions for t in within):
            return idiom
    return None


_TOGETHER = frozenset((Measure.KILLED, Measure.INJURED))


def measures_of(word: str) -> tuple[Measure, ...]:
    """What a word of harm does to people, its frame as a verb first; empty for another word."""
    entry = harm().get(word)
    if entry is None:
        return ()
    return tuple(m for frame in ("vt", "adj", "vi") if (m := entry.frames.get(frame)) is not None)


def done_to(word: str) -> Measure | None:
    """What a verb does to its object, or an adjective says of its noun."""
    entry = harm().get(word)
    return (entry.frames.get("vt") or entry.frames.get("adj")) if entry else None


def paired(tree: Tree, word: int, measure: Measure, because: str, confidence: float) -> Tie:
    """ "killed and wounded 10" and "10 were killed or injured" count both together: casualties (codebook, measure)."""
    lower, after = tree.lower, word + 1
    if after + 1 < len(tree) and lower[after] in ("and", "or", "and/or", "/"):
        if {measure, done_to(lower[after + 1])} == _TOGETHER and not _own_number(tree, after + 2, word):
            return Tie(Measure.CASUALTIES, word, because, confidence)
    if after < len(tree) and {measure, done_to(lower[after])} == _TOGETHER and tree.tags[after][:2] in ("VB", "JJ"):
        if not (after + 1 < len(tree) and begins_count(tree, after + 1) and _counted_before(tree, word)):
            return Tie(Measure.CASUALTIES, word, because, confidence - 0.2)
    if word >= 2 and lower[word - 1] in ("and", "or", "/") and {measure, done_to(lower[word - 2])} == _TOGETHER:
        return Tie(Measure.CASUALTIES, word, because, confidence)
    if word >= 1 and {measure, done_to(lower[word - 1])} == _TOGETHER and not _counted_before(tree, word - 1):
        return Tie(Measure.CASUALTIES, word, because, confidence - 0.2)
    return Tie(measure, word, because, confidence)


def _own_number(tree: Tree, begin: int, word: int) -> bool:
    """Whether the second participle has a number of its own: "5 killed and wounded 10", but not "killed and wounded 10"."""
    return begin < len(tree) and begins_count(tree, begin) and _counted_before(tree, word)


def _counted_before(tree: Tree, word: int) -> bool:
    return word > 0 and (
        tree.tags[word - 1] in ("CD", "NNS", "NN", "NNPS") or tree.lower[word - 1] in ("were", "was", "been", "people")
    )


def begins_count(tree: Tree, i: int) -> bool:
    """Whether a quantity of its own begins at a token."""
    return tree.tags[i] == "CD" or tree.lower[i] in _COUNT_STARTS


_COUNT_STARTS = frozenset(
    "at a an more dozens several some scores hundreds many over another around about others up nearly almost".split()
)


def passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is passive by its auxiliaries."""
    if tree.tags[verb] not in ("VBN", "VBD"):
        return False
    if any(tree.deps[c] in ("auxpass", "nsubjpass") for c in tree.children[verb]):
        return True
    aux = {tree.lower[c] for c in tree.children[verb] if tree.deps[c] == "aux"}
    return bool(aux & {"was", "were", "been", "being", "be", "is", "are", "get", "got"})


def toll_near(tree: Tree, at: int) -> bool:
    """Whether the words before a token speak of a toll."""
    return any(w in words("toll_words") for w in tree.lower[max(0, at - 24) : at])


def toll_measure(tree: Tree, at: int) -> Measure:
    """What a toll counts: the dead where any are named near it, else those whose harm is named last before it."""
    near = tree.lower[max(0, at - 24) : at + 4]
    told = [measure for word in near for measure in measures_of(word)]
    if not told or Measure.KILLED in told or {"death", "deaths", "fatalities"} & set(near):
        return Measure.KILLED
    return told[-1]
