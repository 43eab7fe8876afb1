"""Two readings of one report become one that says everything once."""

from __future__ import annotations

from according.domain.claim import Claim, Event, Figure, Quantity, Reading
from according.domain.ids import telling_id
from according.domain.values import Category, EventType, Measure
from according.extract.union import unite


def figure(start: int, number: int, telling: str, part_of: str | None = None) -> Figure:
    return Figure(
        report="r",
        start=start,
        anchor=f"{number} people",
        measure=Measure.KILLED,
        category=Category.PEOPLE,
        quantity=Quantity(f"{number} people", number, number),
        part_of=part_of,
        telling=telling,
    )


def event(start: int, kind: EventType, telling: str) -> Event:
    return Event(report="r", start=start, anchor="word", type=kind, telling=telling)


def reading(digest: str, *claims: Claim) -> Reading:
    return Reading("r", digest, claims)


def test_one_reading_stays_as_it_is() -> None:
    only = reading("a", figure(0, 4, "t"))
    assert unite([only]) is only


def test_what_is_said_in_both_languages_stands_once_and_the_rest_is_added_in_order() -> None:
    mine = reading("a", figure(50, 4, "t1"), event(70, EventType.SHELLING, "t1"))
    other = reading("b", figure(0, 4, "t2"), event(10, EventType.SHELLING, "t2"), figure(20, 7, "t2"))
    found = unite([mine, other])
    assert [(claim.start, claim.label) for claim in found.claims] == [(20, "killed"), (50, "killed"), (70, "shelling")]
    assert found.digest not in ("a", "b")


def test_parts_and_tellings_follow_what_is_left_out() -> None:
    whole = figure(0, 9, "t2")
    part = figure(20, 2, "t2", part_of=whole.id)
    found = unite([reading("a", figure(50, 9, "t1")), reading("b", whole, part)])
    kept = found.claims[0]
    assert isinstance(kept, Figure)
    assert kept.part_of == figure(50, 9, "t1").id
    assert kept.telling == telling_id(kept.id)
