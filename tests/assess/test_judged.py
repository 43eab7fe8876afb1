"""What people judge: claims rejected, fields corrected; what cannot be applied is listed, never lost."""

from __future__ import annotations

import json

import pytest

from according.assess import judged
from according.domain.claim import Figure
from according.domain.incident import Telling
from according.domain.judgement import Judgement
from according.domain.values import Category, JudgementKind, Modality
from tests.assess.making import assessed, judgement, killed, origins
from tests.link.making import ALPHA, BETA, Registry, day, event, figure, telling

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


@pytest.mark.parametrize("kind", list(JudgementKind))
def test_a_judgement_about_what_is_no_longer_read_is_listed(kind: JudgementKind) -> None:
    lost = judgement(kind, TOLD.id, "0123456789abcdef", field="low", value="3")
    done = judged([TOLD], [lost], Registry())
    assert done.tellings == (TOLD,)
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
