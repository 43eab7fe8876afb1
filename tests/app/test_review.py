"""What needs eyes: each doubt is found where it is, and only there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from according.app.judge import Who, cannot_link, note, reject
from according.app.review import Doubt, Item, review
from according.domain.claim import Figure
from according.domain.incident import Telling
from according.domain.judgement import Judgement
from according.domain.problem import Problem
from according.domain.values import EventType, JudgementKind
from according.ledger.store import SqlLedger
from tests.app.storing import link, store
from tests.link.making import ALPHA, BETA, day, event, figure, telling

ONE = telling(event(), figure(4, by=["Valley Monitor"]), report="report-1")
SAME = telling(event(), figure(4, by=["residents"]), report="report-2", publisher="Post")
OTHER = telling(event(EventType.IED), figure(9, by=["Valley Monitor"]), report="report-3", place=BETA, when=day(9))
BY = Who("Amal", "2031-05-01T00:00:00.000000Z", "looked at it")


def found(ledger: SqlLedger, *doubts: Doubt) -> list[Item]:
    return review(ledger, doubts=doubts)


def test_a_dispute_is_an_item_until_its_claims_change(ledger: SqlLedger) -> None:
    rival = telling(event(), figure(7, by=["residents"]), report="report-2", publisher="Post")
    store(ledger, ONE, rival)
    (item,) = found(ledger, Doubt.DISPUTE)
    assert "4" in item.about and "7" in item.about
    assert set(item.claims) == {ONE.claims[1].id, rival.claims[1].id}
    note(ledger, item.subjects, BY, reviewed=item.key)
    assert found(ledger, Doubt.DISPUTE) == []
    third = telling(event(), figure(12, by=["the Alpha Clinic"]), report="report-4", publisher="Gazette")
    store(ledger, third)
    link(ledger, ONE, rival, third)
    assert found(ledger, Doubt.DISPUTE), "one more account makes it another dispute"


def test_what_agrees_is_no_dispute(ledger: SqlLedger) -> None:
    store(ledger, ONE, SAME)
    assert found(ledger, Doubt.DISPUTE, Doubt.WEAK, Doubt.NEAR, Doubt.LINK) == []


def test_a_telling_that_only_a_person_put_there_is_no_doubt_of_the_program(ledger: SqlLedger) -> None:
    store(ledger, ONE, OTHER)
    must = Judgement.made(JudgementKind.MUST_LINK, (ONE.id, OTHER.id), "Amal", "2031-05-01", "the same")
    ledger.add_judgement(must)
    (incident,) = link(ledger, ONE, OTHER)
    assert len(incident.tellings) == 2
    assert found(ledger, Doubt.LINK) == []


def test_a_weak_link_is_an_item_that_names_both_tellings(ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    store(ledger, ONE, SAME)
    assert found(ledger, Doubt.LINK) == []
    monkeypatch.setattr("according.app.review_links.HARDLY", 1000.0)
    (item,) = found(ledger, Doubt.LINK)
    assert set(item.subjects) == {ONE.id, SAME.id} and "same place" in item.about
    cannot_link(ledger, *item.subjects, BY)
    assert found(ledger, Doubt.LINK) == [], "a person has spoken"


def test_two_incidents_that_are_nearly_one_are_an_item(ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    near = telling(event(EventType.IED), figure(9), report="report-6", when=day(5))
    store(ledger, ONE, near, OTHER)
    assert len(link(ledger, ONE, near, OTHER)) == 3
    monkeypatch.setattr("according.app.review_links.NEARLY", -1000.0)
    items = found(ledger, Doubt.NEAR)
    assert {frozenset(i.subjects) for i in items} <= {frozenset((ONE.id, near.id))}
    for item in items:
        cannot_link(ledger, *item.subjects, BY)
    assert found(ledger, Doubt.NEAR) == []


def unsure(confidence: float) -> Telling:
    toll = figure(4, by=["Valley Monitor"])
    return telling(event(), replace(toll, confidence=confidence), report="report-1")


@pytest.mark.parametrize(("confidence", "number"), [(0.2, 1), (0.9, 0)])
def test_a_toll_read_with_little_confidence_is_an_item(ledger: SqlLedger, confidence: float, number: int) -> None:
    told = unsure(confidence)
    store(ledger, told)
    items = found(ledger, Doubt.UNSURE)
    assert len(items) == number
    for item in items:
        assert isinstance(told.claims[1], Figure) and item.claims == (told.claims[1].id,)
        reject(ledger, item.claims, BY)
    link(ledger, told)
    assert found(ledger, Doubt.UNSURE) == []


def test_deaths_that_one_origin_tells_of_are_an_item(ledger: SqlLedger) -> None:
    injured = telling(event(), report="report-5", when=day(20))
    store(ledger, ONE, injured)
    (item,) = found(ledger, Doubt.WEAK)
    assert item.incident is not None and item.incident.killed is not None


def test_a_name_that_the_registry_does_not_know_is_an_item_once(ledger: SqlLedger) -> None:
    told = [
        telling(event(by=["Invented Hill Council"]), report=f"report-{n}", place=ALPHA, when=day(n + 1))
        for n in range(3)
    ]
    known = telling(event(by=["Valley Monitor"]), figure(2, by=["residents"]), report="report-8", when=day(25))
    store(ledger, *told, known)
    (item,) = found(ledger, Doubt.NAME)
    assert "Invented Hill Council" in item.about and "3 times" in item.about
    note(ledger, item.subjects, BY, reviewed=item.key)
    assert found(ledger, Doubt.NAME) == []
    more = telling(event(by=["Invented Hill Council"]), report="report-9", when=day(28))
    store(ledger, more)
    link(ledger, *told, known, more)
    assert found(ledger, Doubt.NAME) == [], "the name was looked at, however often it comes"


def test_a_lost_judgement_is_an_item_until_it_is_taken_back_or_its_claim_returns(ledger: SqlLedger) -> None:
    store(ledger, ONE)
    lost = Judgement.made(JudgementKind.REJECT, ("0" * 64,), "Amal", "2031-05-01", "a rumour")
    back = Judgement.made(JudgementKind.REJECT, (ONE.claims[0].id,), "Amal", "2031-05-02", "a rumour")
    for judged in (lost, back):
        ledger.add_judgement(judged)
        ledger.add_problems([Problem("judgement-lost", judged.id, "it is about what is no longer read")])
    (item,) = found(ledger, Doubt.LOST)
    assert item.judgement == lost
    ledger.add_judgement(Judgement.made(JudgementKind.WITHDRAW, (lost.id,), "Amal", "2031-05-03", "gone"))
    assert found(ledger, Doubt.LOST) == []
