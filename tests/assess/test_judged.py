"""What people judge: claims rejected, fields corrected; what cannot be applied is listed, never lost."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.assess import judged
from according.domain.claim import Figure, Quantity
from according.domain.ids import telling_id
from according.domain.incident import Telling
from according.domain.judgement import Judgement, standing, withdrawn
from according.domain.values import Bound, Category, JudgementKind, Modality, Unit
from tests.assess.making import assessed, judgement, killed, origins
from tests.link.making import ALPHA, BETA, GAMMA, Registry, day, event, figure, telling

TOLD = telling(event(), figure(4), figure(2, category=Category.CHILDREN, part_of="1"))
EVENT, TOLL, CHILDREN = TOLD.claims


def correct(claim: str, field: str, value: object, **more: str) -> Judgement:
    return judgement(JudgementKind.CORRECT, claim, field=field, value=json.dumps(value), **more)


def changed(*judgements: Judgement, told: Telling = TOLD) -> Telling:
    done = judged([told], judgements, Registry())
    assert done.problems == ()
    (telling_,) = done.tellings
    return telling_


def test_a_rejected_claim_counts_nowhere() -> None:
    reject = judgement(JudgementKind.REJECT, TOLL.id)
    assert [c.id for c in changed(reject).claims] == [EVENT.id, CHILDREN.id]
    assert killed(TOLD, judgements=[reject]) == (2, 2, 2, False)


def test_a_telling_whose_claims_are_all_rejected_is_gone() -> None:
    assert judged([TOLD], [judgement(JudgementKind.REJECT, TOLD.id)], Registry()).tellings == ()
    assert assessed(TOLD, judgements=[judgement(JudgementKind.REJECT, TOLD.id)]).claims == ()


def test_numbers_are_corrected_and_the_claim_keeps_its_id() -> None:
    words = [correct(TOLL.id, "low", 14, at="2031-04-01"), correct(TOLL.id, "high", 14, at="2031-04-02")]
    claim = changed(*words).claims[1]
    assert isinstance(claim, Figure)
    assert (claim.id, claim.quantity.low, claim.quantity.high) == (TOLL.id, 14, 14)
    assert killed(TOLD, judgements=words) == (14, 14, 14, False)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("category", "civilians", Category.CIVILIANS),
        ("modality", "purported", Modality.PURPORTED),
        ("cumulative", True, True),
        ("date", "2031-03-09", day(9)),
        ("weapon", "barrel bombs", "barrel bombs"),
        ("perpetrator", None, None),
        ("attribution", ["Union", "Valley Monitor"], ("Union", "Valley Monitor")),
        ("attribution", "Union; Valley Monitor", ("Union", "Valley Monitor")),
        ("category", "families", Category.FAMILIES),
    ],
)
def test_a_field_is_corrected(field: str, value: object, expected: object) -> None:
    assert getattr(changed(correct(TOLL.id, field, value)).claims[1], field) == expected


def test_corrected_names_are_looked_up() -> None:
    told = changed(
        correct(TOLL.id, "attribution", ["a monitoring group"]), correct(EVENT.id, "perpetrator", "the corps")
    )
    assert told.resolutions[TOLL.id].speakers == ("Valley Monitor",)
    assert told.resolutions[EVENT.id].perpetrator == "Northern Corps"
    assert set(origins(assessed(told))) == {"Valley Monitor"}, "the children are part of its toll"


def test_a_corrected_place_is_one_that_the_telling_knows_or_none() -> None:
    assert changed(correct(TOLL.id, "place", "alpha")).resolutions[TOLL.id].place == ALPHA
    assert changed(correct(TOLL.id, "place", "Beta")).resolutions[TOLL.id].place is None
    assert BETA.name == "Beta"


def test_a_corrected_day_reframes_the_telling() -> None:
    told = telling(event())
    assert changed(correct(told.claims[0].id, "date", "2031-03-09"), told=told).date == day(9)


def test_the_newest_correction_of_a_field_counts() -> None:
    words = [
        correct(TOLL.id, "weapon", "new", at="2031-04-02T00:00:00Z"),
        correct(TOLL.id, "weapon", "old", at="2031-04-01T00:00:00Z"),
    ]
    assert changed(*words).claims[1].weapon == "new"


def test_applying_twice_changes_nothing_more() -> None:
    words = [correct(TOLL.id, "low", 14), judgement(JudgementKind.REJECT, CHILDREN.id, at="x")]
    once = judged([TOLD], words, Registry()).tellings
    assert judged(once, words[:1], Registry()).tellings == once


@pytest.mark.parametrize("kind", [kind for kind in JudgementKind if kind is not JudgementKind.WITHDRAW])
def test_a_judgement_about_what_is_no_longer_read_is_listed(kind: JudgementKind) -> None:
    lost = judgement(kind, "0123456789abcdef", TOLD.id, field="cumulative", value="false")
    done = judged([TOLD], [lost], Registry())
    assert done.tellings == (() if kind is JudgementKind.REJECT else (TOLD,)), "the rest of it is rejected still"
    (problem,) = done.problems
    assert (problem.code, problem.what) == ("judgement-lost", lost.id)
    assert "0123456789" in problem.why
    assert "saw the list" in problem.why


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("measure", '"injured"'),
        ("type", '"ied"'),
        ("id", '"x"'),
        ("low", '"many"'),
        ("low", "-3"),
        ("high", "true"),
        ("category", '"ghosts"'),
        ("date", '"yesterday"'),
        ("date", "20310309"),
        ("cumulative", '"yes"'),
        ("attribution", "5"),
        ("quantity", "5"),
        ("quantity", '{"low": 5, "high": 3, "bound": "between", "vague": false}'),
        ("quantity", '{"low": 5, "high": 5, "bound": null, "vague": false}'),
        ("quantity", '{"low": 5, "high": 5, "bound": null, "vague": true}'),
        ("place", '{"name": "Hass"}'),
        ("place", '{"name": "", "place_id": "x"}'),
        ("modality", "not json"),
    ],
)
def test_what_a_field_cannot_hold_is_listed_and_changes_nothing(field: str, value: str) -> None:
    done = judged([TOLD], [judgement(JudgementKind.CORRECT, TOLL.id, field=field, value=value)], Registry())
    assert done.tellings == (TOLD,)
    assert [p.code for p in done.problems] == ["judgement-unusable"]


def test_a_grade_that_is_none_is_listed() -> None:
    done = judged([TOLD], [judgement(JudgementKind.GRADE, TOLD.id, value='"Splendid"')], Registry())
    assert [p.code for p in done.problems] == ["judgement-unusable"]
    assert "Confirmed" in done.problems[0].why


def test_a_quantity_is_corrected_at_once_and_its_words_stay() -> None:
    value = {"low": 14, "high": None, "bound": "at_least", "vague": False}
    claim = changed(correct(TOLL.id, "quantity", value)).claims[1]
    assert isinstance(claim, Figure) and isinstance(TOLL, Figure)
    assert claim.quantity == Quantity(TOLL.quantity.stated, 14, None, Bound.AT_LEAST)
    assert killed(TOLD, judgements=[correct(TOLL.id, "quantity", value)]) == (14, 14, 14, True)


def test_a_corrected_category_counts_in_its_own_unit() -> None:
    claim = changed(correct(TOLL.id, "category", "families")).claims[1]
    assert isinstance(claim, Figure) and claim.unit is Unit.HOUSEHOLD


def test_a_place_that_a_person_looked_up_is_where_they_say() -> None:
    value = asdict(GAMMA) | {"precision": GAMMA.precision.value}
    told = changed(*(correct(claim.id, "place", value, at=str(n)) for n, claim in enumerate(TOLD.claims)))
    assert (told.place, told.claims[0].place) == (GAMMA, "Gamma")


def test_what_is_said_of_a_telling_finds_it_after_its_first_claim_changed() -> None:
    """Read anew, the event is found before the toll: the telling has another id, the judgement still means it."""
    old = telling_id(TOLL.id)
    assert old != TOLD.id
    kept = judgement(JudgementKind.CANNOT_LINK, old, "other")
    graded = judgement(JudgementKind.GRADE, old, value="Confirmed")
    other = telling(event(), report="r2")
    done = judged([TOLD, other], [graded, replace(kept, subjects=(old, other.id))], Registry())
    assert done.problems == ()
    assert {j.subjects for j in done.judgements} == {(TOLD.id,), (TOLD.id, other.id)}


def test_a_correction_of_many_claims_outlives_one_that_is_no_longer_read() -> None:
    whole = judgement(JudgementKind.CORRECT, EVENT.id, "0" * 64, TOLL.id, field="date", value='"2031-03-09"')
    done = judged([TOLD], [whole], Registry())
    assert [p.code for p in done.problems] == ["judgement-lost"]
    assert [claim.date for claim in done.tellings[0].claims] == [day(9), day(9), day(4)]


def test_a_telling_is_still_meant_by_a_claim_that_was_rejected() -> None:
    apart = judgement(JudgementKind.CANNOT_LINK, TOLL.id, "r2")
    other = telling(event(), report="r2")
    words = [replace(apart, subjects=(TOLL.id, other.id)), judgement(JudgementKind.REJECT, TOLL.id)]
    done = judged([TOLD, other], words, Registry())
    assert (TOLD.id, other.id) in {j.subjects for j in done.judgements}


# --- what stands ---------------------------------------------------------------------------------------------------------


def made(kind: JudgementKind, *subjects: str, at: str) -> Judgement:
    return Judgement.made(kind, subjects, "a reviewer", at, "saw the list")


def test_what_is_taken_back_does_not_count_and_can_count_again() -> None:
    one = made(JudgementKind.REJECT, TOLL.id, at="1")
    back = made(JudgementKind.WITHDRAW, one.id, at="2")
    again = made(JudgementKind.WITHDRAW, back.id, at="3")
    assert standing([one]) == (one,)
    assert standing([back, one]) == ()
    assert withdrawn([one, back]) == {one.id: back}
    assert standing([again, back, one]) == (one,)


def test_only_what_is_older_can_be_taken_back() -> None:
    one = made(JudgementKind.REJECT, TOLL.id, at="2")
    early = made(JudgementKind.WITHDRAW, one.id, at="1")
    assert withdrawn([early, one]) == {} and standing([early, one]) == (one,)


@given(st.permutations(range(8)), st.data())
def test_what_stands_does_not_depend_on_the_order_of_arrival(order: list[int], data: st.DataObject) -> None:
    every: list[Judgement] = []
    for n in range(8):
        back = every and data.draw(st.booleans())
        subject = data.draw(st.sampled_from(every)).id if back else TOLL.id
        every.append(made(JudgementKind.WITHDRAW if back else JudgementKind.NOTE, subject, at=str(n)))
    assert standing([every[n] for n in order]) == standing(every)
