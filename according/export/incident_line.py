"""One incident as a JSON object: what `link` prints and `export jsonl` writes, one line an incident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from according.domain.incident import Account, Incident, Range
from according.domain.values import Measure
from according.export.reading_line import Json, degrees


def incident_line(incident: Incident, names: Mapping[str, Sequence[str]] | None = None) -> Json:
    """`names` maps a report id to the ids to print for it (those it came in with); by default its own."""

    def named(report: str) -> Sequence[str]:
        return names.get(report) or (report,) if names is not None else (report,)

    where = incident.where
    return {
        "id": incident.id,
        "reports": [{"id": name, "claims": n} for report, n in incident.reports for name in named(report)],
        "claims": list(incident.claims),
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
        "killed": range_object(incident.killed),
        "injured": range_object(incident.injured),
        "by_category": _by_category(incident),
        "origins": [
            {"name": origin.name, "reports": [name for report in origin.reports for name in named(report)]}
            for origin in incident.origins
        ],
        "accounts": [_account(account) for account in incident.accounts],
        "disputes": [
            {"kind": dispute.kind.value, "between": list(dispute.between), "claims": list(dispute.claims)}
            for dispute in incident.disputes
        ],
        "grade": incident.grade.value,
        "outlook": list(incident.outlook),
    }


def range_object(value: Range | None) -> Json | None:
    if value is None:
        return None
    return {"low": value.low, "high": value.high, "best": value.best, "open": value.open}


def _by_category(incident: Incident) -> dict[str, dict[str, Json | None]]:
    out: dict[str, dict[str, Json | None]] = {}
    for (measure, category), value in sorted(incident.by_category.items()):
        out.setdefault(measure.value, {})[category.value] = range_object(value)
    return out


def _account(account: Account) -> Json:
    return {
        "origin": account.origin,
        "killed": range_object(account.values.get((Measure.KILLED, None))),
        "injured": range_object(account.values.get((Measure.INJURED, None))),
        "perpetrators": list(account.perpetrators),
        "claims": list(account.claims),
    }
