"""Displacement: homes that were evacuated or destroyed, and the terms that IDMC counts them under."""

from __future__ import annotations

import re

from according.domain.values import Category, Cause, DisplacementTerm, Measure
from according.extract.english.draft import Draft
from according.extract.english.lexicon import words
from according.extract.english.parse import Tree

_DISASTER = re.compile(
    r"\b(?:flood(?:s|ing|ed|waters)?|earthquakes?|quakes?|aftershocks?|tremors?|cyclones?|hurricanes?|typhoons?|(?:tropical )?storms?|tornado(?:es)?|landslides?|mudslides?|"
    r"avalanches?|tsunamis?|droughts?|wildfires?|bushfires?|volcano(?:es)?|volcanic|eruption|torrential|heavy rains?|monsoons?|winds|el ni[nñ]o|dzud|storm surge|rains)\b",
    re.I,
)
_FIGHTING = re.compile(
    r"\b(?:war|wars|conflict|fighting|clashes|violence|militants?|rebels?|army|troops|airstrikes?|air strikes?|strikes?|shelling|bombing|bombed|offensive|attacks?|attacked|"
    r"militia|insurgents?|armed|soldiers?|is|isis|isil|boko haram|taliban|gunmen|hostilities|siege|forces)\b",
    re.I,
)


def cause_of(words_of_sentence: str, words_of_report: str) -> Cause | None:
    """The cause of a harm by the words of its sentence, else of the report; None = the conflict."""
    for said in (words_of_sentence, words_of_report):
        disaster, fighting = bool(_DISASTER.search(said)), bool(_FIGHTING.search(said))
        if disaster and not fighting:
            return Cause.DISASTER
        if fighting:
            return None
    return None


_TERMS: tuple[tuple[DisplacementTerm, str], ...] = (
    (DisplacementTerm.EVACUATED, "evacuat"),
    (DisplacementTerm.RELOCATED, "reloc resettl migrat transfer bused"),
    (DisplacementTerm.HOMELESS, "homeless"),
    (
        DisplacementTerm.FORCED_TO_FLEE,
        "fle escap flight exodus leav left abandon forc driv drove expel uproot evict prompt push quit vacat",
    ),
)


def term_of(draft: Draft) -> DisplacementTerm | None:
    """IDMC's term for a figure of displaced people or of homes, by the words that tell of it."""
    assert draft.tie is not None
    tree, word = draft.tree, draft.tree.lower[draft.tie.word]
    if draft.measure is Measure.FACILITIES_HIT:
        return _housing(word, tree, draft) if draft.category is Category.HOME else None
    if draft.measure is not Measure.DISPLACED:
        return None
    sheltered = _sheltered(tree, draft)
    if sheltered is not None:
        return sheltered
    if draft.tie.because in ("forced-to", "left-home"):
        after = tree.lower[draft.tie.word : draft.tie.word + 12]
        if any(w.startswith("evacuat") for w in after):
            return DisplacementTerm.EVACUATED
    if draft.tie.because == "left-homeless":
        return DisplacementTerm.HOMELESS
    if tree.lower[draft.thing.head].startswith("evacuee") if draft.thing else False:
        return DisplacementTerm.EVACUATED
    for term, beginnings in _TERMS:
        if word.startswith(tuple(beginnings.split())):
            return term
    return DisplacementTerm.DISPLACED


def _housing(word: str, tree: Tree, draft: Draft) -> DisplacementTerm | None:
    near = tree.lower[max(0, draft.token - 6) : draft.token + 9]
    if word.startswith(
        ("destroy", "destruct", "demolish", "level", "flatten", "collaps", "raz", "burn", "ruin", "wreck")
    ):
        return DisplacementTerm.DESTROYED_HOUSING
    if "uninhabitable" in near:
        return DisplacementTerm.UNINHABITABLE_HOUSING
    if "destroyed" in near:
        return DisplacementTerm.DESTROYED_HOUSING
    return DisplacementTerm.PARTIALLY_DESTROYED_HOUSING if word.startswith("damag") else None


def _sheltered(tree: Tree, draft: Draft) -> DisplacementTerm | None:
    """Where people found shelter: in a camp, or in a centre, a shelter, with families."""
    assert draft.tie is not None
    if draft.tie.because == "safe-passage":
        return DisplacementTerm.EVACUATED
    if draft.tie.because not in ("sought-refuge", "moved-to-safety", "staying", "forced-to"):
        return None
    after = set(tree.lower[draft.tie.word : draft.tie.word + 14])
    if draft.tie.because == "forced-to" and not after & (words("shelters") | {"shelter"}):
        return None
    if after & {"camp", "camps", "idpcamps"}:
        return DisplacementTerm.IN_RELIEF_CAMP
    if after & words("shelters") or draft.tie.because == "staying":
        return DisplacementTerm.SHELTERED
    return DisplacementTerm.FORCED_TO_FLEE if "refuge" in after else DisplacementTerm.SHELTERED
