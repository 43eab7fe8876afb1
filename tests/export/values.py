"""Small hand-made values of the domain for the tests of formats."""

from __future__ import annotations

from datetime import date

from according.domain.claim import Event, Figure, Quantity, Reading, ReadReport, Resolution
from according.domain.incident import Account, Dispute, Incident, Origin, Range
from according.domain.mention import DateSpan, PlaceMention
from according.domain.place import ResolvedPlace
from according.domain.report import Capture, Report
from according.domain.values import (
    Bound,
    Category,
    DisputeKind,
    EventType,
    Grade,
    Measure,
    Modality,
    PlaceKind,
    Precision,
    SubEventType,
)

TEXT = "Invented sample: At least four people, two of them children, died in an air strike on حاس, residents said."
PLACE = ResolvedPlace("geonames:12345", "Hass", 35.123456789, 36.5, Precision.PLACE, 3.04, "SYR", "Idlib")
DAY = DateSpan.day(date(2031, 3, 4))


def capture(text: str = TEXT, given_id: str = "r1", lang: str | None = "en", **more: str) -> Capture:
    return Capture(text, given_id, "0" * 64, 0, len(text.encode()), "jsonl/1", "in.jsonl", lang=lang, **more)


def report(text: str = TEXT) -> Report:
    return Report.from_capture(capture(text, publisher="=Wire", published="2031-03-05"), "en")


def read_report(of: Report) -> ReadReport:
    """Four or more killed, two of them children, and the air strike that nobody dates."""
    whole = Figure(
        report=of.id,
        start=TEXT.index("At least"),
        anchor="At least four people",
        measure=Measure.KILLED,
        category=Category.PEOPLE,
        quantity=Quantity("At least four", 4, None, Bound.AT_LEAST),
        place="حاس",
        date=DAY,
        attribution=("residents", "a monitor"),
        telling="t",
        because="killed-passive",
        confidence=0.123456,
    )
    part = Figure(
        report=of.id,
        start=TEXT.index("two of"),
        anchor="two of them children",
        measure=Measure.KILLED,
        category=Category.CHILDREN,
        quantity=Quantity("two", 2, 2),
        part_of=whole.id,
        telling="t",
    )
    strike = Event(
        report=of.id,
        start=TEXT.index("air strike"),
        anchor="air strike",
        type=EventType.AIR_STRIKE,
        sub_event_type=SubEventType.AIR_STRIKE,
        modality=Modality.PURPORTED,
        telling="t",
    )
    resolutions = {
        whole.id: Resolution(whole.id, PLACE, None, (None, "Monitor of the Invented")),
        part.id: Resolution(part.id, None, None, ()),
        strike.id: Resolution(strike.id, None, "Air force", ()),
    }
    places = ((PlaceMention(TEXT.index("حاس"), "حاس", PlaceKind.PLACE, ()), PLACE),)
    reading = Reading(of.id, "digest", (whole, part, strike), SubEventType.AIR_STRIKE)
    return ReadReport(reading, resolutions, places)


def incident(report_id: str = "a" * 64, place: str = "Hass") -> Incident:
    killed = Range(1, 4, 4, open=True)
    return Incident(
        id="f" * 64,
        tellings=("f" * 64,),
        reports=((report_id, 3),),
        claims=("c1", "c2"),
        date=DateSpan(date(2031, 3, 4), date(2031, 3, 5)),
        place=place,
        where=PLACE,
        types=(EventType.AIR_STRIKE,),
        perpetrators=("Air force",),
        killed=killed,
        injured=None,
        by_category={(Measure.KILLED, Category.PEOPLE): killed},
        origins=(Origin("residents", (report_id,)),),
        accounts=(Account("residents", ("c1", "c2"), ("f" * 64,), ("Air force",), {(Measure.KILLED, None): killed}),),
        disputes=(Dispute(DisputeKind.DENIAL, ("residents", "Air force"), ("c2",), "the air force denies it"),),
        grade=Grade.WEAK,
        grade_reason="one origin",
    )
