"""Why people were harmed or moved, and the terms under which IDMC counts the displaced (codebook, introduction: cause)."""

from __future__ import annotations

from according.domain.values import Category, Cause, DisplacementTerm, EventType, Measure
from according.extract.arabic.draft import Draft
from according.extract.arabic.lexicon import words
from according.extract.arabic.line import Line

_TERMS = (
    (DisplacementTerm.EVACUATED, "term_evacuated"),
    (DisplacementTerm.RELOCATED, "term_relocated"),
    (DisplacementTerm.HOMELESS, "term_homeless"),
    (DisplacementTerm.SHELTERED, "term_sheltered"),
    (DisplacementTerm.FORCED_TO_FLEE, "term_fled"),
)
_NEAR = 6
"""Words before and behind a figure in which the word of its term stands."""


def cause_of(line: Line) -> Cause | None:
    """The cause of a harm by the words of its sentence; None = the conflict."""
    stems = frozenset(line.stems)
    blows = any(word.type is not EventType.DISPLACEMENT for _, word in line.acts.values())
    fought = blows or not stems.isdisjoint(words("force"))
    if fought or stems.isdisjoint(words("disaster")):
        return None if fought or stems.isdisjoint(words("mishap")) else Cause.OTHER
    return Cause.DISASTER


def term_of(draft: Draft) -> DisplacementTerm | None:
    """IDMC's term for a figure of displaced people or of homes, by the words beside it."""
    near = draft.line.stems[max(0, draft.first - _NEAR) : draft.last + 1 + _NEAR]
    if draft.measure is Measure.FACILITIES_HIT:
        if draft.category is not Category.HOME:
            return None
        if any(stem in words("term_destroyed") for stem in near):
            return DisplacementTerm.DESTROYED_HOUSING
        damaged = any(stem in words("damage") for stem in near)
        return DisplacementTerm.PARTIALLY_DESTROYED_HOUSING if damaged else None
    if draft.measure is not Measure.DISPLACED:
        return None
    for term, name in _TERMS:
        if any(stem in words(name) for stem in near):
            return term
    return DisplacementTerm.DISPLACED
