"""What speaks for and against two tellings' being of one happening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from according.domain.incident import Telling
from according.domain.mention import DateSpan
from according.domain.place import ResolvedPlace
from according.domain.values import Category, EventType, Measure
from according.link import why
from according.link.likeness import score
from according.link.sketch import sketch_of
from tests.link.drawing import TELLINGS
from tests.link.making import BETA, GAMMA, INLAND, day, event, figure, telling


def points(a: Telling, b: Telling) -> float:
    found = why(a, b).score
    return float("-inf") if found is None else found


def shelling(**more: object) -> Telling:
    return telling(event(), figure(4), **more)  # type: ignore[arg-type]


BASE = shelling(report="r1")


def test_the_same_place_day_kind_and_toll_are_one_happening() -> None:
    found = why(BASE, shelling(report="r2", publisher="Post"))
    assert found.score is not None and found.score > 2
    assert "same place" in found.words
    assert "same day" in found.words
    assert "killed 4 and 4" in found.words


@pytest.mark.parametrize(
    "other",
    [
        shelling(report="r2", when=day(7), published="2031-03-08"),
        shelling(report="r2", when=None, published="2031-02-20"),
        shelling(place=GAMMA, start=900),
    ],
    ids=["three days later", "reported before", "elsewhere in one report"],
)
def test_what_cannot_be_one_happening_says_why(other: Telling) -> None:
    found = why(BASE, other)
    assert found.score is None
    assert found.words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (GAMMA, "212 km apart"),
        (replace(INLAND, country="IRQ", admin1="Elsewhere", place_id="test:elsewhere"), "different countries"),
    ],
)
def test_far_places_speak_against_more_than_day_and_toll_speak_for(place: ResolvedPlace, words: str) -> None:
    """Readers err in places, so that it is not ruled out."""
    found = why(BASE, shelling(report="r2", place=place))
    assert found.score is not None and found.score < 0
    assert found.reasons[0].words == words


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        (shelling(report="r2"), shelling(report="r2", place=BETA)),
        (shelling(report="r2"), shelling(report="r2", place=INLAND)),
        (shelling(report="r2"), shelling(report="r2", when=day(5), published="2031-03-06")),
        (shelling(report="r2"), shelling(report="r2", when=None)),
        (shelling(report="r2", when=None), shelling(report="r2", when=None, published="2031-03-20")),
        (shelling(report="r2"), telling(event(EventType.GRENADE), figure(4), report="r2")),
        (shelling(report="r2"), telling(event(), figure(5), report="r2")),
        (telling(event(), figure(5), report="r2"), telling(event(), figure(40), report="r2")),
        (telling(event(), figure(3, least=True), report="r2"), telling(event(), figure(5, least=True), report="r2")),
        (
            telling(event(perpetrator="Northern Corps"), report="r2"),
            telling(event(perpetrator="River Front"), report="r2"),
        ),
    ],
    ids=["9 km", "area", "next day", "undated", "late report", "kind", "toll", "ratio", "bound", "actor"],
)
def test_differences_count_against(nearer: Telling, farther: Telling) -> None:
    base = telling(event(perpetrator="Northern Corps"), figure(4))
    assert points(base, nearer) > points(base, farther)


def test_a_greater_shared_toll_says_more() -> None:
    def shared(n: int) -> float:
        return points(telling(event(), figure(n)), telling(event(), figure(n), report="r2"))

    assert shared(1) < shared(2) < shared(5) < shared(30)


def test_what_was_hit_marks_a_happening_out() -> None:
    def hit(target: str, report: str) -> Telling:
        return telling(event(target=target), report=report)

    assert points(hit("the livestock market", "r1"), hit("livestock traders", "r2")) > points(
        hit("the livestock market", "r1"), hit("the water tower", "r2")
    )


def test_common_words_mark_nothing_out() -> None:
    a = telling(event(target="civilians in a house"), report="r1")
    assert points(a, telling(event(target="the civilians"), report="r2")) == points(a, telling(event(), report="r2"))


def test_a_later_report_may_tell_of_more() -> None:
    early = telling(event(), figure(4), published="2031-03-05")
    risen = telling(event(), figure(9), report="r2", published="2031-03-06")
    rival = telling(event(), figure(9), report="r2", published="2031-03-05")
    assert points(early, risen) > points(early, rival)


def test_a_name_that_no_gazetteer_knows_still_meets_itself() -> None:
    def at(written: str, report: str) -> Telling:
        return telling(event(), figure(4), report=report, place=INLAND, written=written)

    assert points(at("Ayn Delta", "r1"), at("Ayn Delta", "r2")) > points(at("Ayn Delta", "r1"), at("Omicron", "r2"))
    assert points(at("Ayn Delta", "r1"), at("Ayn Delta", "r2")) > points(at("Inland", "r1"), at("Inland", "r2"))


def test_a_date_that_is_only_the_reports_may_be_late() -> None:
    base = telling(event(), figure(12), published="2031-03-04")
    same_day = telling(event(), figure(12), report="r2", when=day(6), published="2031-03-06")
    own_day = telling(event(), figure(12), report="r2", when=day(6), published="2031-03-09")
    assert why(base, own_day).score is None
    assert why(base, same_day).score is not None


def test_a_report_goes_on_with_its_story_until_it_turns_to_another() -> None:
    base = telling(event(), start=0)
    assert points(base, telling(event(), start=500)) > points(base, telling(event(), report="r2"))
    for other in ({"when": day(5)}, {"place": BETA}):
        assert points(base, telling(event(), start=500, **other)) < points(base, telling(event(), report="r2", **other))  # type: ignore[arg-type]


def test_combatants_and_others_are_not_one_toll() -> None:
    soldiers = telling(event(), figure(7, category=Category.COMBATANTS))
    people = telling(event(), figure(7), report="r2")
    assert "killed" not in why(soldiers, people).words


def test_a_month_says_little_of_the_day() -> None:
    march = DateSpan(date(2031, 3, 1), date(2031, 3, 31))
    vague = telling(event(), figure(4), report="r2", when=march)
    assert sketch_of(vague).first is None
    assert why(BASE, vague).score is not None


def test_displaced_people_compare_too() -> None:
    a = telling(figure(4200, measure=Measure.DISPLACED), report="r1")
    b = telling(figure(4000, least=True, measure=Measure.DISPLACED), report="r2")
    assert "displaced 4200 and 4000" in why(a, b).words


@given(TELLINGS, TELLINGS)
@settings(max_examples=300, deadline=None)
def test_likeness_is_symmetric(a: Telling, b: Telling) -> None:
    assert score(sketch_of(a), sketch_of(b)) == score(sketch_of(b), sketch_of(a))
    assert why(a, b).score == score(sketch_of(a), sketch_of(b))


def test_an_area_holds_its_places_and_not_those_beside_it() -> None:
    def around(name: str, lat: float, radius: float, report: str) -> Telling:
        place = replace(INLAND, place_id=f"test:{name}", name=name, lat=lat, lon=36.0, radius_km=radius)
        return telling(event(), figure(4), report=report, place=place, written=f"{name} district")

    within = [points(BASE, around("A", 35.02, radius, "r2")) for radius in (5.0, 20.0, 80.0, 400.0)]
    assert within == sorted(within, reverse=True)
    assert len(set(within)) == 4
    assert points(BASE, around("A", 35.2, 5.0, "r2")) < within[-1]
