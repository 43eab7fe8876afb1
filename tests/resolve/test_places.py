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
from according.resolve.gazetteer_text import NameScanner
from according.resolve.places import PlaceChooser
from according.resolve.precision import located, midway
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Five people were killed in Saraqib, according to Idlib Conflict Watch.", "Idlib"),
        ("The Aleppo Civil Society Platform says that five people were killed in Saraqib.", "Aleppo"),
        ("The rockets on Saraqib were launched by the Aleppo Unity Command.", "Aleppo"),
    ],
)
def test_a_name_inside_that_of_a_body_is_no_scene(text: str, name: str) -> None:
    own = report(text, "en")
    kinds = {m.anchor: m.kind for m in find(own, layout_of(own), FewPlaces(), load_registry()).places}
    assert kinds == {name: PlaceKind.ORGANISATION, "Saraqib": PlaceKind.PLACE}


def test_a_county_named_in_full_is_a_place_whatever_follows() -> None:
    own = report("Five people were killed in Idlib Province on Sunday.", "en")
    assert [m.kind for m in find(own, layout_of(own), FewPlaces(), load_registry()).places] == [PlaceKind.PLACE]


def of(text: str, name: str, lang: str = "en") -> ResolvedPlace | None:
    """What a claim's place, as written first in the text, stands for."""
    own = report(text, lang)
    gazetteer = FewPlaces()
    mentions = find(own, layout_of(own), gazetteer, load_registry())
    return PlaceChooser(own, mentions, gazetteer).of(name, text.index(name))


@pytest.mark.parametrize(
    ("text", "name", "where", "precision"),
    [
        ("Gunmen came to Kafrouma near Saraqib in Syria.", "Kafrouma", "Saraqib", Precision.NEAR),
        ("Rockets hit the Souq al-Ahad quarter of Saraqib in Syria.", "Souq al-Ahad", "Saraqib", Precision.NEAR),
        ("Four people were killed in Kahira, in Idlib, in Syria.", "Kahira", "Idlib", Precision.AREA),
        ("A shell fell on Tel Unknown in Syria. People fled to Hass.", "Tel Unknown", "Idlib", Precision.AREA),
        ("A bomb went off in Saraqib in Syria.", "Saraqib", "Saraqib", Precision.PLACE),
        ("A bomb went off in Saraqib district in Syria.", "Saraqib", "Saraqib", Precision.AREA),
        ("A mine exploded on the road to Saraqib in Syria.", "the road to Saraqib", "Saraqib", Precision.NEAR),
    ],
)
def test_where_a_place_lies_that_only_the_words_tell(text: str, name: str, where: str, precision: Precision) -> None:
    found = of(text, name)
    assert found is not None
    assert (found.name, found.country, found.precision) == (where, "SYR", precision)


def test_a_namesake_does_not_speak_for_itself() -> None:
    assert of("Kafrouma burnt. Nobody in Kafrouma slept. The army of Syria was blamed, said Syria.", "Kafrouma") == of(
        "Nobody slept in Tel Unknown. The army of Syria was blamed, said Syria.", "Tel Unknown"
    )


def test_no_name_ends_in_a_small_word_and_no_possessive_is_another_name() -> None:
    names = {"latakia", "latakia as", "mali", "malis"}
    scanner = NameScanner(lambda word: frozenset(n for n in names if n == word or n.startswith(word + " ")))
    assert [found[2] for found in scanner.scan("Latakia as Mali's")] == ["latakia", "mali"]


def end(lat: float, lon: float, precision: Precision = Precision.PLACE) -> ResolvedPlace:
    return ResolvedPlace("a", "A", lat, lon, precision, 2.0, "SYR", "Idlib")


def test_between_two_towns_is_midway_and_reaches_both() -> None:
    found = midway(end(35.8, 36.8), end(35.6, 36.6))
    assert (found.lat, found.lon, found.precision) == (35.7, 36.7, Precision.NEAR)
    assert 14 < found.radius_km < 18
    assert midway(end(35.8, 36.8), end(35.6, 36.6, Precision.AREA)) == end(35.8, 36.8)
    assert midway(end(35.8, 36.8), end(33.5, 36.3)) == end(35.8, 36.8), "too far apart to tell anything"


@pytest.mark.parametrize(
    ("text", "name", "lang", "precision"),
    [
        ("A mine went off between Saraqib and Hass in Syria.", "Saraqib", "en", Precision.NEAR),
        ("A mine went off in Saraqib and Hass in Syria.", "Saraqib", "en", Precision.PLACE),
        ("انفجار لغم بين بلدتي سراقب وحاس في سوريا", "سراقب", "ar", Precision.NEAR),
    ],
)
def test_the_words_put_something_between_two_towns(text: str, name: str, lang: str, precision: Precision) -> None:
    found = of(text, name, lang)
    assert found is not None
    assert found.precision is precision


def test_a_name_inside_a_description_is_none_of_another_country() -> None:
    found = of("قصف مدفعي على محيط مدرسة سليمان في سوريا. نزح كثيرون في سوريا.", "مدرسة سليمان", "ar")
    assert found is not None
    assert (found.name, found.country) == ("Syria", "SYR")
