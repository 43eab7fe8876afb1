"""Quotes: a sentence once, whoever copied it, with all its claims and how firmly each is said."""

from __future__ import annotations

from dataclasses import replace

from according.app.show import Evidence
from according.domain.claim import Claim
from according.domain.report import Report
from according.domain.values import Modality
from according.web.quotes import quotes
from tests.contracts.values import claims_of, report, resolution


def evidence(of: Report, claim: Claim) -> Evidence:
    return Evidence(claim, resolution(claim), of, of.text, 0)


def test_a_sentence_is_quoted_once_with_its_copies() -> None:
    reports = report(0), report(1)
    told = [evidence(of, claim) for of in reports for claim in claims_of(of)[1:]]
    [quote] = quotes(told)
    assert [of.id for of, _ in quote.reports] == [of.id for of in reports]
    assert [first for _, first in quote.reports] == [claims_of(of)[1].id for of in reports]
    assert [piece.text for piece in quote.pieces if piece.claims] == ["4 people", "7 others"]
    [saying] = quote.sayings
    assert saying.claims == ("killed people 4", "injured people 7")
    assert saying.speakers == ("Monitor of the Invented",)


def test_other_words_other_speakers_and_other_firmness_stay_apart() -> None:
    of = report(0)
    killed, wounded = claims_of(of)[1:]
    feared = replace(wounded, modality=Modality.FEARED)
    [quote] = quotes([evidence(of, killed), evidence(of, feared)])
    assert [saying.modality for saying in quote.sayings] == [Modality.ASSERTED, Modality.FEARED]
    other = report(1, text=of.text.replace("Monday", "Tuesday"))
    assert len(quotes([evidence(of, killed), evidence(other, claims_of(other)[1])])) == 2


def test_two_publishers_in_their_own_voices_are_two_quotes() -> None:
    told = [evidence(of, claims_of(of)[0]) for of in (report(0), report(1))]
    found = quotes(told)
    assert [quote.sayings[0].speakers for quote in found] == [
        ("Wire 0 in its own voice",),
        ("Wire 1 in its own voice",),
    ]
