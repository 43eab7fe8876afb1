"""Small values with true ids for the contracts: invented reports, their readings, the incidents they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from according.domain.claim import Claim, Event, Figure, Quantity, Reading, ReadReport, Resolution
from according.domain.ids import telling_id
from according.domain.incident import Account, Family, Incident, Origin, Range
from according.domain.mention import DateSpan, PlaceMention
from according.domain.place import ResolvedPlace
from according.domain.report import Capture, Report
from according.domain.values import (
    Category,
    EventType,
    Grade,
    Measure,
    PlaceKind,
    Precision,
)

TEXT = "Invented sample: an air strike killed 4 people in Hass on Monday and wounded 7 others, a monitor said."
HASS = ResolvedPlace("supplement:hass", "Hass", 35.56, 36.55, Precision.PLACE, 2.0, "SYR", "Idlib")
MONDAY = DateSpan.day(date(2031, 3, 3))
MONITOR = "Monitor of the Invented"


def report(n: int = 0, text: str = TEXT, **more: str) -> Report:
    given = {"given_id": f"r{n}", "publisher": f"Wire {n}", "published": "2031-03-04"} | more
    capture = Capture(
        text=text,
        snapshot="0" * 64,
        byte_start=n,
        byte_end=n + 1,
        extractor="jsonl/1",
        source="in.jsonl",
        title=None,
        **given,  # type: ignore[arg-type]
    )
    return Report.from_capture(capture, "en")


def figure(of: Report, anchor: str = "4 people", **more: object) -> Figure:
    values: dict[str, object] = {
        "report": of.id,
        "start": of.text.index(anchor),
        "anchor": anchor,
        "measure": Measure.KILLED,
        "category": Category.PEOPLE,
        "quantity": Quantity("4", 4, 4),
        "place": "Hass",
        "date": MONDAY,
        "attribution": ("a monitor",),
    }
    return Figure(**(values | more))  # type: ignore[arg-type]


def event(of: Report, anchor: str = "air strike", **more: object) -> Event:
    values: dict[str, object] = {
        "report": of.id,
        "start": of.text.index(anchor),
        "anchor": anchor,
        "type": EventType.AIR_STRIKE,
        "place": "Hass",
        "date": MONDAY,
    }
    return Event(**(values | more))  # type: ignore[arg-type]


def claims_of(of: Report) -> tuple[Claim, ...]:
    """The strike, the killed, the wounded, in claim order and one telling."""
    strike = event(of)
    told = {"telling": telling_id(strike.id)}
    wounded = figure(of, "7 others", measure=Measure.INJURED, quantity=Quantity("7", 7, 7), **told)
    return replace(strike, **told), figure(of, **told), wounded  # type: ignore[arg-type]


def resolution(claim: Claim, place: ResolvedPlace | None = HASS) -> Resolution:
    known = {"a monitor": MONITOR}
    return Resolution(claim.id, place, None, tuple(known.get(name) for name in claim.attribution))


def read(
    of: Report,
    claims: Sequence[Claim] | None = None,
    digest: str = "reader-1",
    place: ResolvedPlace | None = HASS,
    gazetteer: str = "gazetteer-1",
    registry: str = "registry-1",
) -> ReadReport:
    kept = tuple(claims_of(of) if claims is None else claims)
    return ReadReport(
        reading=Reading(of.id, digest, kept),
        resolutions={claim.id: resolution(claim, place) for claim in kept},
        places=((PlaceMention(of.text.find("Hass"), "Hass", PlaceKind.PLACE, ()), place),),
        gazetteer=gazetteer,
        registry=registry,
    )


def incident(*reports: Report, **more: object) -> Incident:
    """All the reports tell of it, the first one first."""
    told = {of: claims_of(of) for of in reports}
    tellings = tuple(claims[0].telling for claims in told.values())
    claims = tuple(claim.id for of in told for claim in told[of])
    killed = Range(4, 4, 4)
    values: dict[str, object] = {
        "id": tellings[0],
        "tellings": tellings,
        "reports": tuple((of.id, len(told[of])) for of in reports),
        "claims": claims,
        "date": MONDAY,
        "place": "Hass",
        "where": HASS,
        "types": (EventType.AIR_STRIKE,),
        "perpetrators": (),
        "killed": killed,
        "injured": Range(7, 7, 7),
        "by_category": {(Measure.KILLED, Category.PEOPLE): killed, (Measure.INJURED, Category.PEOPLE): Range(7, 7, 7)},
        "origins": (Origin(MONITOR, tuple(sorted(of.id for of in reports))),),
        "accounts": (Account(MONITOR, claims, tellings, (), {(Measure.KILLED, None): killed}),),
        "disputes": (),
        "grade": Grade.WEAK,
        "grade_reason": "one origin",
    }
    return Incident(**(values | more))  # type: ignore[arg-type]


def family(*reports: Report) -> Family:
    ids = tuple(sorted(of.id for of in reports))
    return Family(ids[0], ids, reports[0].publisher)
