"""Writes what a ledger holds in a format that others read. The same ledger gives the same bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from according.app.judged_by import Judgements
from according.domain.claim import Figure
from according.domain.incident import Incident
from according.domain.protocols import ClaimQuery, IncidentQuery, Ledger
from according.domain.redaction import Redaction
from according.export.geojson import geojson_lines
from according.export.incident_line import incident_line
from according.export.incident_row import (
    CLAIM_COLUMNS,
    INCIDENT_COLUMNS,
    claim_row,
    incident_row,
    is_invented,
    notes,
)
from according.export.judgement_words import judgement_object
from according.export.lines import csv_lines, json_line
from according.export.reading_line import Json


class Format(StrEnum):
    JSONL = "jsonl"
    CSV = "csv"
    GEOJSON = "geojson"


class What(StrEnum):
    INCIDENTS = "incidents"
    CLAIMS = "claims"


def export(ledger: Ledger, format_: Format, what: What = What.INCIDENTS) -> Iterator[str]:
    """Pieces of text to write one after the other, incidents or claims sorted by id. GeoJSON holds incidents only."""
    return EXPORTERS[format_, what](ledger)


def told_invented(ledger: Ledger, incidents: Iterable[Incident]) -> Iterator[tuple[Incident, bool]]:
    """Each with whether it rests on invented samples only."""
    invented: dict[str, bool] = {}
    for incident in incidents:
        for report_id, _ in incident.reports:
            if report_id not in invented:
                report = ledger.report(report_id)
                invented[report_id] = report is not None and is_invented(report.text)
        yield incident, bool(incident.reports) and all(invented[r] for r, _ in incident.reports)


def _incidents(ledger: Ledger) -> Iterator[tuple[Incident, bool]]:
    return told_invented(ledger, sorted(ledger.incidents(IncidentQuery()), key=lambda incident: incident.id))


def _claims(ledger: Ledger) -> list[Json]:
    read = {f.claim.id: f for f in ledger.claims(ClaimQuery())}
    beside, redacted = Judgements(ledger), defaultdict[str, list[Redaction]](list)
    for redaction in ledger.redactions():
        redacted[redaction.report].append(redaction)
    found = {claim_id: beside.amended_found(f) for claim_id, f in read.items()}
    rows = []
    for claim_id in sorted(found):
        claim, before = found[claim_id].claim, read[claim_id].claim
        whole = found.get(claim.part_of) if isinstance(claim, Figure) and claim.part_of else None
        as_read = before if before != claim else None
        gone = redacted.get(found[claim_id].report.id, ())
        rows.append(claim_row(found[claim_id], whole, beside.of_claim(claim_id), as_read, gone))
    return rows


def _jsonl_incidents(ledger: Ledger) -> Iterator[str]:
    beside = Judgements(ledger)
    for incident, invented in _incidents(ledger):
        place_id = incident.where.place_id if incident.where else None
        judged = {"judgements": [judgement_object(judgement) for judgement in beside.of_incident(incident)]}
        yield json_line(incident_line(incident) | judged | notes(place_id, invented))


def _jsonl_claims(ledger: Ledger) -> Iterator[str]:
    yield from map(json_line, _claims(ledger))


def _csv_incidents(ledger: Ledger) -> Iterator[str]:
    yield from csv_lines(INCIDENT_COLUMNS, _incident_rows(ledger))


def _csv_claims(ledger: Ledger) -> Iterator[str]:
    yield from csv_lines(CLAIM_COLUMNS, _claims(ledger))


def _geojson_incidents(ledger: Ledger) -> Iterator[str]:
    yield from geojson_lines(_incident_rows(ledger))


def _incident_rows(ledger: Ledger) -> Iterator[Json]:
    beside = Judgements(ledger)
    for incident, invented in _incidents(ledger):
        yield incident_row(incident, invented, beside.of_incident(incident))


EXPORTERS: dict[tuple[Format, What], Callable[[Ledger], Iterator[str]]] = {
    (Format.JSONL, What.INCIDENTS): _jsonl_incidents,
    (Format.JSONL, What.CLAIMS): _jsonl_claims,
    (Format.CSV, What.INCIDENTS): _csv_incidents,
    (Format.CSV, What.CLAIMS): _csv_claims,
    (Format.GEOJSON, What.INCIDENTS): _geojson_incidents,
}
"""A new format is one file in export/ and one line here."""
