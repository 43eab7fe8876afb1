"""Tellings: the claims of one report about one happening, framed by the most exact of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from according.domain.claim import Claim, Reading, ReadReport, Resolution
from according.domain.ids import telling_id
from according.domain.mention import DateSpan
from according.domain.report import Capture, Report
from according.domain.values import Cause, DatePrecision, EventType, Measure, Modality
from according.link import tellings_of
from tests.link.making import ALPHA, INLAND, day, event, figure, telling

REPORT = Report.from_capture(
    Capture("text", "r", "0" * 64, 0, 1, "jsonl/1", "in", publisher="Herald", published="2031-03-05"), "en"
)


def read(*claims: Claim) -> ReadReport:
    placed = tuple(replace(claim, report=REPORT.id, start=10 * n) for n, claim in enumerate(claims))
    return ReadReport(Reading(REPORT.id, "d", placed), {c.id: Resolution(c.id, None, None, ()) for c in placed})


def test_claims_of_one_telling_come_together_with_their_report() -> None:
    found = tellings_of(REPORT, read(event(telling="b"), figure(3, telling="a"), figure(4, telling="b")))
    assert [(t.id, len(t.claims)) for t in found] == [("b", 2), ("a", 1)]
    assert {(t.report, t.publisher, t.published) for t in found} == {(REPORT.id, "Herald", "2031-03-05")}
    assert all(set(t.resolutions) == {claim.id for claim in t.claims} for t in found)


def test_only_conflict_is_linked() -> None:
    kept = figure(3, telling="a", cause=Cause.CONFLICT)
    found = tellings_of(
        REPORT, read(kept, figure(9, telling="a", cause=Cause.DISASTER), figure(2, telling="q", cause=Cause.OTHER))
    )
    assert [[c.label for c in t.claims] for t in found] == [["killed"]]


def test_the_frame_is_that_of_the_most_exact_claim() -> None:
    week = DateSpan(date(2031, 3, 1), date(2031, 3, 7), DatePrecision.RANGE)
    made = telling(event(date=week), figure(3, date=day(4)), figure(2, date=week), when=None)
    assert made.date == day(4)
    areas = replace_place(telling(event(), figure(3), place=INLAND), 1)
    assert areas.place == ALPHA


def replace_place(made, n):  # type: ignore[no-untyped-def]
    resolutions = dict(made.resolutions)
    name = made.claims[n].id
    resolutions[name] = replace(resolutions[name], place=ALPHA)
    return type(made).framed(made.id, made.claims, resolutions, made.published, made.publisher)


def test_what_is_feared_or_counts_a_whole_war_does_not_frame_what_happened() -> None:
    made = telling(
        event(EventType.ARMED_CLASH, modality=Modality.PLANNED, date=day(20)),
        figure(9000, cumulative=True, date=DateSpan.day(date(2031, 1, 1))),
        event(date=DateSpan(date(2031, 3, 4), date(2031, 3, 5))),
        when=None,
    )
    assert made.date == DateSpan(date(2031, 3, 4), date(2031, 3, 5))


def test_an_id_comes_from_the_first_claim() -> None:
    made = telling(figure(3), event())
    assert made.id == telling_id(made.claims[0].id)


def test_a_flood_makes_no_incident_even_where_people_flee() -> None:
    flood = {"cause": Cause.DISASTER, "telling": "a"}
    fled = figure(900, measure=Measure.DISPLACED, **flood)
    assert tellings_of(REPORT, read(fled, event(EventType.DISPLACEMENT, telling="a"))) == []
    mixed = read(fled, event(EventType.SHELLING, telling="a"))
    assert [len(t.claims) for t in tellings_of(REPORT, mixed)] == [1], "the shelling stays"
    of_war = read(figure(900, measure=Measure.DISPLACED, telling="a"), event(EventType.DISPLACEMENT, telling="a"))
    assert [len(t.claims) for t in tellings_of(REPORT, of_war)] == [2]
