"""Hand-made tellings in a real ledger, linked: for tests of what is composed above it."""

from __future__ import annotations

from collections import defaultdict

from according.app.link import incidents_of
from according.domain.claim import Reading, ReadReport
from according.domain.incident import Incident, Telling
from according.domain.protocols import IncidentQuery, Ledger
from according.domain.report import Report
from tests.link.making import Registry


def store(ledger: Ledger, *tellings: Telling) -> list[Incident]:
    """A report for each report id of the tellings, its text blanks of the right length but for the anchors."""
    own: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        own[telling.report].append(telling)
    for name, told in own.items():
        claims = sorted((claim for t in told for claim in t.claims), key=lambda claim: claim.order)
        text = " " * (claims[-1].end + 1)
        for claim in claims:
            text = text[: claim.start] + claim.anchor + text[claim.end :]
        report = Report(
            id=name,
            text=text,
            title=None,
            publisher=told[0].publisher,
            published=told[0].published,
            url=None,
            lang="en",
            given_id=name,
            snapshot="0" * 64,
            byte_start=0,
            byte_end=1,
            extractor="test/1",
        )
        resolutions = {key: value for t in told for key, value in t.resolutions.items()}
        ledger.add(report, ReadReport(Reading(name, "reader-1", tuple(claims)), resolutions))
    return link(ledger, *tellings)


def link(ledger: Ledger, *tellings: Telling) -> list[Incident]:
    ledger.set_incidents(incidents_of(tellings, (), Registry(), ledger.judgements()), ())
    return list(ledger.incidents(IncidentQuery()))
