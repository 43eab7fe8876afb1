"""Disputes by DESIGN.md: totals that do not overlap, rival perpetrators, a denial against an assertion, place or date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.domain.incident import Incident, Telling
from according.domain.values import Bound, Category, DisputeKind, EventType, Measure, Modality
from tests.assess.making import assessed, disputes
from tests.link.drawing import TELLINGS, one_each
from tests.link.making import ALPHA, BETA, INLAND, day, event, figure, telling

TOLL, DENIAL, PERPETRATOR = DisputeKind.TOLL, DisputeKind.DENIAL, DisputeKind.PERPETRATOR
PLACE, DATE = DisputeKind.PLACE, DisputeKind.DATE


def says(n: int, who: str, **more: object) -> Telling:
    return telling(figure(n, by=[who], **more), report=f"{who}-{n}")  # type: ignore[arg-type]


def between(incident: Incident, kind: DisputeKind) -> list[tuple[str, ...]]:
    return [tuple(sorted(d.between)) for d in disputes(incident, kind)]


# --- tolls -------------------------------------------------------------------------------------------------------------


def test_totals_that_do_not_overlap() -> None:
    found = assessed(says(9, "Health Office"), says(12, "Rights Centre"), says(12, "Drivers' Union"))
    (dispute,) = disputes(found, TOLL)
    assert sorted(dispute.between) == ["Drivers' Union", "Health Office", "Rights Centre"]
    assert "Health Office says 9" in dispute.text
    assert "say 12" in dispute.text
    assert set(dispute.claims) == set(found.claims)


@pytest.mark.parametrize(
    "tellings",
    [
        [says(24, "Health Office"), telling(figure(20, by=["Rights Centre"], least=True), report="r2")],
        [says(9, "Health Office"), says(1, "Rights Centre")],
        [says(9, "Health Office"), telling(figure(None, by=["Rights Centre"]), report="r2")],
        [says(3, "Health Office"), says(7, "Health Office")],
        [
            says(12, "Health Office"),
            says(9, "Rights Centre", category=Category.CIVILIANS),
            says(3, "Drivers' Union", category=Category.COMBATANTS),
        ],
        [says(9, "Health Office"), telling(figure(9, by=["Rights Centre"]), report="r2")],
        [says(9, "Health Office"), telling(figure(90, by=["Rights Centre"], cumulative=True), event(), report="r2")],
        [says(9, "Health Office"), telling(figure(20, by=["a video"], modality=Modality.PURPORTED), report="r2")],
    ],
    ids=["bound", "single", "vague", "own correction", "civilians among people", "equal", "whole war", "unverified"],
)
def test_totals_that_can_both_be_true(tellings: list[Telling]) -> None:
    assert disputes(assessed(*tellings), TOLL) == []


@pytest.mark.parametrize(("people", "civilians"), [(9, 12), (12, 9)])
def test_people_and_civilians_are_one_where_nobody_counts_combatants(people: int, civilians: int) -> None:
    found = assessed(says(people, "Health Office"), says(civilians, "Rights Centre", category=Category.CIVILIANS))
    assert between(found, TOLL) == [("Health Office", "Rights Centre")]


def test_a_floor_above_anothers_total() -> None:
    found = assessed(says(9, "Health Office"), telling(figure(20, by=["Rights Centre"], least=True), report="r2"))
    assert between(found, TOLL) == [("Health Office", "Rights Centre")]


def test_each_measure_is_its_own_dispute() -> None:
    def both(who: str, dead: int, hurt: int) -> Telling:
        return telling(figure(dead, by=[who]), figure(hurt, measure=Measure.INJURED, by=[who]), report=who)

    found = assessed(both("Health Office", 9, 15), both("Rights Centre", 12, 30))
    assert [d.text.split(":")[0] for d in disputes(found, TOLL)] == ["Killed", "Injured"]


def test_who_agrees_with_all_is_in_no_dispute() -> None:
    agrees = telling(figure(2, by=["Drivers' Union"], least=True), report="r9")
    found = assessed(says(9, "Health Office"), says(12, "Rights Centre"), agrees)
    assert between(found, TOLL) == [("Health Office", "Rights Centre")]


# --- perpetrators ------------------------------------------------------------------------------------------------------


def blames(who: str, whom: str | None, **more: object) -> Telling:
    return telling(event(by=[who], perpetrator=whom), report=f"{who}-{whom}", **more)  # type: ignore[arg-type]


def test_rival_perpetrators() -> None:
    found = assessed(blames("Health Office", "River Front"), blames("Rights Centre", "the Northern Corps"))
    (dispute,) = disputes(found, PERPETRATOR)
    assert sorted(dispute.between) == ["Health Office", "Rights Centre"]
    assert "Health Office blames River Front" in dispute.text


@pytest.mark.parametrize("other", ["Northern Corps gunmen", "gunmen", "unknown attackers", "Armed men", None])
def test_whoever_names_nobody_or_the_same_is_no_rival(other: str | None) -> None:
    found = assessed(blames("Health Office", "Northern Corps"), blames("Rights Centre", other))
    assert disputes(found, PERPETRATOR) == []


def test_an_account_that_names_both_sides_contradicts_neither() -> None:
    both = telling(
        event(by=["Rights Centre"], perpetrator="River Front"),
        event(EventType.AIR_STRIKE, by=["Rights Centre"], perpetrator="Northern Corps"),
        report="r2",
    )
    assert disputes(assessed(blames("Health Office", "River Front"), both), PERPETRATOR) == []


# --- denials -------------------------------------------------------------------------------------------------------------


def test_both_sides_of_a_clash_fight_whichever_is_named_first() -> None:
    def fights(who: str, first: str, second: str) -> Telling:
        clash = event(EventType.ARMED_CLASH, by=[who], perpetrator=first, target=second)
        return telling(clash, report=who)

    one, other = fights("Health Office", "Delta Front", "Coast Guards"), fights("Union", "Coast Guards", "Delta Front")
    assert disputes(assessed(one, other), PERPETRATOR) == []
    assert disputes(assessed(one, fights("Union", "Inland Legion", "Coast Guards")), PERPETRATOR) == []
    assert disputes(assessed(one, fights("Union", "Inland Legion", "Plain Guards")), PERPETRATOR)


def test_the_same_name_with_and_without_its_small_words_is_one() -> None:
    told = [blames("Health Office", "Coalition of the Delta"), blames("Union", "Coalition Delta")]
    assert disputes(assessed(*told), PERPETRATOR) == []


def test_the_army_may_be_a_named_force_that_nobody_knows() -> None:
    soft, named = blames("Health Office", "the corps"), blames("Union", "Central Legion")
    assert disputes(assessed(soft, named), PERPETRATOR) == []
    assert disputes(assessed(soft, blames("Union", "River Front")), PERPETRATOR), "of another side, both known"


def denies(who: str = "Northern Corps", weapon: str | None = None, **more: object) -> Telling:
    claim = event(EventType.AIR_STRIKE, by=[who], perpetrator=who, modality=Modality.DENIED, weapon=weapon)
    return telling(claim, report="denial", **more)  # type: ignore[arg-type]


def strikes(who: str, perpetrator: str | None = "Northern Corps", weapon: str | None = None) -> Telling:
    claim = event(EventType.AIR_STRIKE, by=[who], perpetrator=perpetrator, weapon=weapon)
    return telling(claim, report=who)


def test_a_denial_against_what_others_assert() -> None:
    found = assessed(strikes("Rights Centre"), denies())
    (dispute,) = disputes(found, DENIAL)
    assert set(dispute.between) == {"Rights Centre", "Northern Corps"}
    assert set(dispute.claims) == set(found.claims)
    assert dispute.text.startswith("Northern Corps denied an air strike")


def test_a_denial_of_a_weapon_is_against_those_who_saw_that_weapon() -> None:
    found = assessed(
        strikes("Health Office", weapon="rockets"),
        strikes("Rights Centre", weapon="barrel bombs"),
        denies(weapon="barrel bombs"),
    )
    assert between(found, DENIAL) == [("Northern Corps", "Rights Centre")]


def test_a_denial_is_not_against_those_who_blame_another_or_nobody_when_someone_blames_the_denier() -> None:
    found = assessed(
        strikes("Rights Centre"), strikes("Health Office", "River Front"), strikes("Union", None), denies()
    )
    assert between(found, DENIAL) == [("Northern Corps", "Rights Centre")]


def test_where_nobody_is_blamed_the_denial_is_against_the_deed() -> None:
    assert between(assessed(strikes("Rights Centre", None), denies()), DENIAL) == [("Northern Corps", "Rights Centre")]


def test_a_denial_that_nobody_contradicts_is_no_dispute() -> None:
    assert disputes(assessed(telling(figure(3)), denies("River Front")), DENIAL) != []
    assert disputes(assessed(strikes("Rights Centre", "River Front"), denies()), DENIAL) == []
    assert disputes(assessed(denies()), DENIAL) == []


def test_every_denier_has_a_dispute() -> None:
    river = telling(
        event(EventType.AIR_STRIKE, by=["River Front"], perpetrator="River Front", modality=Modality.DENIED),
        report="d2",
    )
    found = assessed(strikes("Rights Centre"), strikes("Health Office", "River Front"), denies(), river)
    assert sorted(between(found, DENIAL)) == [("Health Office", "River Front"), ("Northern Corps", "Rights Centre")]


def harmless(category: Category, who: str = "Northern Corps") -> Telling:
    zero = figure(0, measure=Measure.CASUALTIES, category=category, by=[who], modality=Modality.NEGATED)
    return telling(zero, report="zero")


def test_nobody_was_harmed_is_a_denial_of_the_dead() -> None:
    found = assessed(says(4, "Rights Centre", category=Category.CIVILIANS), harmless(Category.CIVILIANS))
    (dispute,) = disputes(found, DENIAL)
    assert set(dispute.between) == {"Northern Corps", "Rights Centre"}
    assert "that any civilians were" in dispute.text


def test_no_civilians_harmed_does_not_deny_dead_combatants() -> None:
    found = assessed(says(6, "Rights Centre", category=Category.COMBATANTS), harmless(Category.CIVILIANS))
    assert disputes(found, DENIAL) == []


# --- place and date --------------------------------------------------------------------------------------------------------


def test_accounts_sure_of_different_villages() -> None:
    found = assessed(telling(event(by=["Rights Centre"])), telling(event(by=["Union"]), report="r2", place=BETA))
    (dispute,) = disputes(found, PLACE)
    assert set(dispute.between) == {"Rights Centre", "Union"}
    assert "Rights Centre says Alpha" in dispute.text


@pytest.mark.parametrize("place", [INLAND, None, replace(ALPHA, place_id="test:edge", lat=35.03)])
def test_a_wider_an_unknown_or_a_neighbouring_point_is_no_dispute(place: object) -> None:
    found = assessed(telling(event(by=["Rights Centre"])), telling(event(by=["Union"]), report="r2", place=place))  # type: ignore[arg-type]
    assert disputes(found, PLACE) == []


def test_accounts_that_give_different_days() -> None:
    later = telling(event(by=["Union"]), report="r2", when=day(5), published="2031-03-06")
    (dispute,) = disputes(assessed(telling(event(by=["Rights Centre"])), later), DATE)
    assert "Rights Centre says 2031-03-04; Union says 2031-03-05" in dispute.text


def test_a_later_day_on_which_it_was_told_is_no_dispute() -> None:
    told = telling(event(by=["Union"]), report="r2", when=day(5), published="2031-03-05")
    assert disputes(assessed(telling(event(by=["Rights Centre"])), told), DATE) == []


def test_a_longer_date_that_holds_the_others_day_is_no_dispute() -> None:
    longer = telling(event(by=["Union"]), report="r2", when=replace(day(4), last=day(6).last))
    assert disputes(assessed(telling(event(by=["Rights Centre"])), longer), DATE) == []


# --- all of them ---------------------------------------------------------------------------------------------------------


@given(st.lists(TELLINGS, min_size=1, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_disputes_are_symmetric_and_name_their_own(drawn: list[Telling], rng: object) -> None:
    tellings = one_each(drawn)
    found = assessed(*tellings)
    shuffled = list(tellings)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    assert assessed(*shuffled) == found
    names = {origin.name for origin in found.origins}
    for dispute in found.disputes:
        assert len(dispute.between) >= 2
        assert len(set(dispute.between)) == len(dispute.between)
        assert set(dispute.between) <= names
        assert dispute.claims
        assert set(dispute.claims) <= set(found.claims)
        assert dispute.text


NUMBERS = st.tuples(st.integers(2, 9), st.sampled_from([Bound.EXACT, Bound.AT_LEAST]))


@given(NUMBERS, NUMBERS)
def test_a_toll_dispute_is_there_exactly_when_no_number_fits_both(a: tuple[int, Bound], b: tuple[int, Bound]) -> None:
    def made(pair: tuple[int, Bound], who: str) -> Telling:
        return telling(figure(pair[0], least=pair[1] is Bound.AT_LEAST, by=[who]), report=who)

    def fits(n: int, pair: tuple[int, Bound]) -> bool:
        return n == pair[0] if pair[1] is Bound.EXACT else n >= pair[0]

    one: Callable[[], Incident] = lambda: assessed(made(a, "Rights Centre"), made(b, "Health Office"))  # noqa: E731
    both = any(fits(n, a) and fits(n, b) for n in range(20))
    assert (disputes(one(), TOLL) == []) == both
