"""Incidents and claims flattened to one row each: the columns of `export csv`, the properties of `export geojson`."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.claim import Claim, Event, Figure
from according.domain.incident import Incident, Range
from according.domain.judgement import Judgement
from according.domain.protocols import FoundClaim
from according.domain.redaction import Redaction
from according.domain.values import JudgementKind
from according.export.judgement_words import judgement_words, read_words
from according.export.reading_line import Json, degrees, event_object, figure_object
from according.export.redaction_words import redaction_words

INVENTED = ("Invented sample:", "نموذج مختلق:")
"""How every text of the shipped samples opens (DESIGN.md, Two commands: samples)."""

INVENTED_NOTE = "Invented sample: nothing in it happened"

CREDITS = {
    "geonames": "GeoNames, CC BY 4.0",
    "ne": "Natural Earth, public domain",
    "supplement": "According's supplement; see its source column",
}

INCIDENT_COLUMNS = (
    *("id", "date_start", "date_end", "place", "place_id", "lat", "lon", "precision", "radius_km", "admin1", "country"),
    *("types", "perpetrators"),
    *("killed_low", "killed_high", "killed_best", "killed_open"),
    *("injured_low", "injured_high", "injured_best", "injured_open"),
    *("grade", "grade_reason", "origins", "disputes", "reports", "claims", "judgements", "place_credit", "note"),
)

CLAIM_COLUMNS = (
    *("id", "kind", "report", "report_id", "publisher", "published", "url", "lang", "anchor", "start"),
    *(
        "measure",
        "category",
        "low",
        "high",
        "bound",
        "vague",
        "part_of",
        "part_of_start",
        "cumulative",
        "unit",
        "term",
        "cause",
    ),
    *("type", "sub_event_type", "target", "place", "date", "perpetrator", "weapon", "attribution", "modality"),
    *("telling", "place_id", "lat", "lon", "precision", "radius_km", "country"),
    *(
        "perpetrator_actor",
        "attribution_actors",
        "confidence",
        "because",
        "rejected",
        "judgements",
        "as_read",
        "place_credit",
        "note",
    ),
)


def incident_row(incident: Incident, invented: bool, judgements: Sequence[Judgement] = ()) -> Json:
    where = incident.where
    return {
        "id": incident.id,
        "date_start": incident.date.first.isoformat() if incident.date else None,
        "date_end": incident.date.last.isoformat() if incident.date else None,
        "place": incident.place,
        "place_id": where.place_id if where else None,
        "lat": degrees(where.lat) if where else None,
        "lon": degrees(where.lon) if where else None,
        "precision": where.precision.value if where else None,
        "radius_km": round(where.radius_km, 1) if where else None,
        "admin1": where.admin1 if where else None,
        "country": where.country if where else None,
        "types": [kind.value for kind in incident.types],
        "perpetrators": list(incident.perpetrators),
        **_range("killed", incident.killed),
        **_range("injured", incident.injured),
        "grade": incident.grade.value,
        "grade_reason": incident.grade_reason,
        "origins": [origin.name for origin in incident.origins],
        "disputes": [f"{dispute.kind.value}: {dispute.text}" for dispute in incident.disputes],
        "reports": [report for report, _ in incident.reports],
        "claims": len(incident.claims),
        "judgements": [judgement_words(judgement) for judgement in judgements],
        **notes(where.place_id if where else None, invented),
    }


def claim_row(
    found: FoundClaim,
    whole: FoundClaim | None = None,
    judgements: Sequence[Judgement] = (),
    read: Claim | None = None,
    redactions: Sequence[Redaction] = (),
) -> Json:
    """`whole` is the bigger figure that this one is part of. Where people corrected it, `found` is as corrected and `read` as it
    was read; a rejected claim stays in the list and says so."""
    claim, report = found.claim, found.report
    fields: Json = {}
    if isinstance(claim, Figure):
        fields = figure_object(claim, found.resolution, whole.claim if whole else None)
    elif isinstance(claim, Event):
        fields = event_object(claim, found.resolution)
    place = found.resolution.place
    return {
        **fields,
        "kind": claim.kind.value,
        "report": report.given_id,
        "report_id": report.id,
        "publisher": report.publisher,
        "published": report.published,
        "url": report.url,
        "lang": report.lang,
        "rejected": any(judgement.kind is JudgementKind.REJECT for judgement in judgements),
        "judgements": [judgement_words(judgement) for judgement in judgements],
        "as_read": read_words(read, claim) if read is not None else [],
        **notes(place.place_id if place else None, is_invented(report.text), redactions),
    }


def is_invented(text: str) -> bool:
    return text.lstrip().startswith(INVENTED)


def notes(place_id: str | None, invented: bool, redactions: Sequence[Redaction] = ()) -> Json:
    """Whom the place's point comes from, whether all this is only a sample, and what was taken out of the report."""
    source = (place_id or "").partition(":")[0]
    told = [INVENTED_NOTE] if invented else []
    told += map(redaction_words, redactions)
    return {"place_credit": CREDITS.get(source), "note": "; ".join(told) or None}


def _range(name: str, value: Range | None) -> Json:
    return {
        f"{name}_low": value.low if value else None,
        f"{name}_high": value.high if value else None,
        f"{name}_best": value.best if value else None,
        f"{name}_open": value.open if value else None,
    }
