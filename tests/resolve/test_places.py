"""Which place a name stands for, and how exactly that is known."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from according.clean import layout_of
from according.domain.mention import PlaceMention
from according.domain.place import ResolvedPlace
from according.domain.values import PlaceKind, Precision
from according.mention import find
from according.resolve.places import PlaceChooser
from according.resolve.precision import located
from according.resolve.registry import load_registry
from tests.mention.knowing import FewPlaces, place, report

IDLIB = replace(place("Idlib", "admin1", people=400_000), lat=35.8, lon=36.7, radius_km=64.0)


def resolved(text: str, lang: str = "en") -> dict[str, ResolvedPlace | None]:
    own = report(text, lang)
    gazetteer = FewPlaces()
    mentions = find(own, layout_of(own), gazetteer, load_registry())
    return {mention.anchor: where for mention, where in PlaceChooser(own, mentions, gazetteer).all()}


def at(relation: str | None, whole: object = IDLIB) -> ResolvedPlace:
    mention = PlaceMention(0, "Idlib", PlaceKind.PLACE, (IDLIB,), relation)
    found = located(IDLIB, mention, FewPlaces())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("relation", "north", "east"),
    [("southern", -1, 0), ("northern countryside", 1, 0), ("northwestern", 1, -1), ("eastern countryside", 0, 1)],
)
def test_a_side_of_an_area_lies_on_that_side_and_reaches_less_far(relation: str, north: int, east: int) -> None:
    part = at(relation)
    assert part.lat is not None and part.lon is not None
    assert math.copysign(1, part.lat - 35.8) == north or not north
    assert math.copysign(1, part.lon - 36.7) == east or not east
    assert part.precision is Precision.AREA
    assert part.radius_km < IDLIB.radius_km


def test_beside_an_area_is_no_part_of_it() -> None:
    assert at("south of") == at(None)


def test_a_namesake_abroad_is_not_taken_for_a_village_of_the_area_that_the_text_names() -> None:
    for text, name, lang in (
        ("Shelling hit the village of Soliman in Idlib, Syria.", "Soliman", "en"),
        ("قصف على قرية سليمان بريف إدلب في سوريا", "سليمان", "ar"),
    ):
        found = resolved(text, lang)[name]
        assert found is not None
        assert (found.name, found.country, found.precision) == ("Idlib", "SYR", Precision.AREA)


def test_a_village_that_nobody_knows_is_in_the_area_that_holds_it() -> None:
    found = resolved("قصف مدفعي على قرية تل الزيتون بريف إدلب في سوريا", "ar")["تل الزيتون"]
    assert found is not None
    assert (found.name, found.precision) == ("Idlib", Precision.AREA)


def test_without_an_area_it_is_in_the_country_of_the_report() -> None:
    found = resolved("قصف مدفعي على قرية تل الزيتون. نزح كثيرون في سوريا.", "ar")["تل الزيتون"]
    assert found is not None
    assert (found.name, found.precision) == ("Syria", Precision.COUNTRY)


def test_a_town_in_the_dateline_is_a_place() -> None:
    found = resolved("SARAQIB, Sept 10 (Agency) - Three civilians were killed by shelling.")
    assert found["SARAQIB"] is not None
    assert found["SARAQIB"].name == "Saraqib"
