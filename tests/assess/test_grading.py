"""Grades by DESIGN.md: the first that fits of Confirmed, Contested, Discounted, Fair, Weak; a judgement overrides."""

from __future__ import annotations

import pytest

from according.domain.incident import Incident, Telling
from according.domain.values import Category, Grade, JudgementKind, Modality
from tests.assess.making import assessed, judgement
from tests.link.making import event, figure, telling

CORPS, FRONT = "Northern Corps", "River Front"
COMBATANTS = Category.COMBATANTS


def blames(who: str, whom: str, **more: object) -> Telling:
    return telling(event(by=[who], perpetrator=whom, **more), figure(3, by=[who]), report=f"{who}-{whom}")  # type: ignore[arg-type]


def graded(incident: Incident) -> Grade:
    assert incident.grade_reason.endswith(".") or "Judged" in incident.grade_reason
    return incident.grade


def test_confirmed_when_the_perpetrators_side_says_so() -> None:
    found = assessed(blames("Rights Centre", CORPS), blames(CORPS, CORPS))
    assert graded(found) is Grade.CONFIRMED
    assert CORPS in found.grade_reason


def test_confirmed_by_a_side_that_no_registry_knows() -> None:
    assert graded(assessed(blames("Delta Brigade", "the Delta Brigade"))) is Grade.CONFIRMED


def test_an_accusation_of_the_other_side_confirms_nothing() -> None:
    assert graded(assessed(blames(CORPS, FRONT))) is Grade.WEAK


def test_contested_when_accounts_name_different_sides() -> None:
    assert graded(assessed(blames("Rights Centre", CORPS), blames("Health Office", FRONT))) is Grade.CONTESTED


def test_confirmed_comes_before_contested() -> None:
    assert graded(assessed(blames("Health Office", FRONT), blames(CORPS, CORPS))) is Grade.CONFIRMED


def test_a_denial_by_the_accused_does_not_make_it_contested() -> None:
    denial = telling(event(by=[CORPS], perpetrator=CORPS, modality=Modality.DENIED), report="d")
    found = assessed(blames("Rights Centre", CORPS), blames("Health Office", CORPS), denial)
    assert graded(found) is Grade.FAIR
    assert found.disputes


def test_a_denial_is_no_second_origin_of_what_it_denies() -> None:
    denial = telling(event(by=[CORPS], perpetrator=CORPS, modality=Modality.DENIED), report="d")
    assert graded(assessed(blames("Rights Centre", CORPS), denial)) is Grade.WEAK


def dead(n: int, who: str, category: Category = COMBATANTS) -> Telling:
    return telling(event(by=[who]), figure(n, category=category, by=[who]), report=f"{who}-{n}")


def test_discounted_when_all_accounts_say_only_combatants_were_harmed() -> None:
    assert graded(assessed(dead(6, "Rights Centre"), dead(5, "Health Office"))) is Grade.DISCOUNTED


def test_one_account_of_other_victims_is_enough_not_to_discount() -> None:
    assert graded(assessed(dead(6, "Rights Centre"), dead(1, "Health Office", Category.CIVILIANS))) is Grade.FAIR
    dozens = telling(figure(None, by=["Health Office"]), report="v")
    assert graded(assessed(dead(6, "Rights Centre"), dozens)) is Grade.FAIR


def test_nobody_counted_is_not_discounted() -> None:
    assert graded(assessed(telling(event()))) is Grade.WEAK


def test_fair_with_two_origins_weak_with_one() -> None:
    assert graded(assessed(dead(3, "Rights Centre", Category.PEOPLE), dead(3, "Union", Category.PEOPLE))) is Grade.FAIR
    assert graded(assessed(dead(3, "Rights Centre", Category.PEOPLE))) is Grade.WEAK


def test_what_is_only_reported_is_weak() -> None:
    unsure = [telling(figure(3, by=[who], modality=Modality.PURPORTED), report=who) for who in ("Union", "Centre")]
    assert graded(assessed(*unsure)) is Grade.WEAK


@pytest.mark.parametrize("value", ['"Contested"', "Contested"])
def test_a_judgement_overrides_with_its_reason(value: str) -> None:
    only = telling(figure(3))
    for subject in (only.id, only.claims[0].id):
        found = assessed(only, judgements=[judgement(JudgementKind.GRADE, subject, value=value)])
        assert graded(found) is Grade.CONTESTED
        assert found.grade_reason == "Judged by a reviewer on 2031-04-01: saw the list"


def test_the_newest_grade_counts() -> None:
    only = telling(figure(3))
    words = [
        judgement(JudgementKind.GRADE, only.id, value='"Fair"', at="2031-04-03T00:00:00Z"),
        judgement(JudgementKind.GRADE, only.id, value='"Confirmed"', at="2031-04-02T00:00:00Z"),
    ]
    assert graded(assessed(only, judgements=words)) is Grade.FAIR


def test_a_grade_for_another_incident_is_not_taken() -> None:
    assert (
        graded(assessed(telling(figure(3)), judgements=[judgement(JudgementKind.GRADE, "x", value='"Fair"')]))
        is Grade.WEAK
    )
