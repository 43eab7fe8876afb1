"""What happened to counted things: the measure of each, and the whole it is part of (codebook, Figures: measure, part_of)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from according.domain.values import Category, EventType, Measure
from according.extract.arabic.acts import Act
from according.extract.arabic.counting import How, Thing
from according.extract.arabic.hits import hit_by
from according.extract.arabic.line import Line


@dataclass(slots=True, eq=False)
class Tie:
    """A counted thing with its measure; `word` is the word of harm, `whole` the tie that it is part of."""

    thing: Thing
    measure: Measure
    word: int
    because: str
    whole: Tie | None = None


@dataclass(slots=True)
class Told:
    """What a report has told so far: the last total by measure, the measure that a list goes on with, who spoke last,
    the type of the last act."""

    totals: dict[Measure, Tie] = field(default_factory=dict)
    header: Measure | None = None
    speaker: str | None = None
    act: EventType | None = None


def facility_ties(line: Line, found: Sequence[Thing], named: Sequence[Act]) -> list[Tie]:
    """The facilities that an act of the line hit."""
    ties = []
    for thing in found:
        word = hit_by(line, thing, named) if thing.facility else None
        if word is not None:
            ties.append(Tie(thing, Measure.FACILITIES_HIT, word, "hit-facility"))
    return ties


def category_of(thing: Thing, before: Category | None) -> Category:
    """A left-out noun is that of the people counted before (codebook, hard cases: "others")."""
    if thing.category is not None:
        return thing.category
    carried = (Category.CIVILIANS, Category.COMBATANTS, Category.FAMILIES, Category.JOURNALISTS)
    many = thing.how is not How.NAME
    return before if many and before in carried and before is not None else Category.PEOPLE
