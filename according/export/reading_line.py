"""One report's claims as a JSON object: what `read` prints, one line a report.

Every key is always there; a field that the report does not give is None. Values are plain JSON types.
"""

from __future__ import annotations

from according.domain.claim import Claim, Event, Figure, ReadReport, Resolution
from according.domain.mention import PlaceMention
from according.domain.place import ResolvedPlace
from according.domain.report import Report

Json = dict[str, object]


def reading_line(given_id: str, report: Report, read: ReadReport | None) -> Json:
    """`given_id` is the id of the input line. `read` None = nobody could read it: the line is there, without claims."""
    line: Json = {
        "id": given_id,
        "report": report.id,
        "lang": report.lang,
        "published": report.published,
        "main_event": None,
        "figures": [],
        "events": [],
        "places": [],
    }
    if read is None:
        return line
    claims = sorted(read.reading.claims, key=lambda claim: claim.order)
    by_id: dict[str, Claim] = {claim.id: claim for claim in claims}
    line["main_event"] = read.reading.main_event.value if read.reading.main_event else None
    line["figures"] = [
        figure_object(c, read.resolutions[c.id], by_id.get(c.part_of or "")) for c in claims if isinstance(c, Figure)
    ]
    line["events"] = [event_object(c, read.resolutions[c.id]) for c in claims if isinstance(c, Event)]
    line["places"] = [_place_object(mention, place) for mention, place in read.places]
    return line


def figure_object(figure: Figure, resolution: Resolution, whole: Claim | None) -> Json:
    """`whole` is the bigger figure that this one is part of."""
    quantity = figure.quantity
    return {
        "id": figure.id,
        "anchor": figure.anchor,
        "start": figure.start,
        "measure": figure.measure.value,
        "category": figure.category.value,
        "low": quantity.low,
        "high": quantity.high,
        "bound": quantity.bound.value if quantity.bound else None,
        "vague": quantity.vague,
        "part_of": whole.anchor if whole else None,
        "part_of_start": whole.start if whole else None,
        "cumulative": figure.cumulative,
        **_place_and_time(figure),
        "perpetrator": figure.perpetrator,
        "weapon": figure.weapon,
        "attribution": _speakers(figure),
        "modality": figure.modality.value,
        "unit": figure.unit.value,
        "term": figure.term.value if figure.term else None,
        "cause": figure.cause.value if figure.cause else None,
        "telling": figure.telling,
        **_resolved(resolution),
        "confidence": round(figure.confidence, 4),
        "because": figure.because,
    }


def event_object(event: Event, resolution: Resolution) -> Json:
    return {
        "id": event.id,
        "anchor": event.anchor,
        "start": event.start,
        "type": event.type.value,
        "sub_event_type": event.sub_event_type.value if event.sub_event_type else None,
        "perpetrator": event.perpetrator,
        "target": event.target,
        "weapon": event.weapon,
        **_place_and_time(event),
        "attribution": _speakers(event),
        "modality": event.modality.value,
        "telling": event.telling,
        **_resolved(resolution),
        "confidence": round(event.confidence, 4),
        "because": event.because,
    }


def _place_and_time(claim: Claim) -> Json:
    return {"place": claim.place, "date": claim.date.iso() if claim.date else None}


def _speakers(claim: Claim) -> str | None:
    """Several are joined with "; " (codebook, Figures: attribution)."""
    return "; ".join(claim.attribution) or None


def _resolved(resolution: Resolution) -> Json:
    return {
        **place_fields(resolution.place),
        "perpetrator_actor": resolution.perpetrator,
        "attribution_actors": [speaker for speaker in resolution.speakers if speaker is not None],
    }


def place_fields(place: ResolvedPlace | None) -> Json:
    """Where it is; coordinates to 5 decimals (about a metre), the radius in kilometres."""
    return {
        "place_id": place.place_id if place else None,
        "lat": degrees(place.lat) if place else None,
        "lon": degrees(place.lon) if place else None,
        "precision": place.precision.value if place else None,
        "radius_km": round(place.radius_km, 1) if place else None,
        "country": place.country if place else None,
    }


def degrees(value: float | None) -> float | None:
    return None if value is None else round(value, 5)


def _place_object(mention: PlaceMention, place: ResolvedPlace | None) -> Json:
    return {
        "start": mention.start,
        "anchor": mention.anchor,
        "kind": mention.kind.value,
        "lat": degrees(place.lat) if place else None,
        "lon": degrees(place.lon) if place else None,
        "geoname_id": geoname_id(place.place_id) if place else None,
        "admin1": place.admin1 if place else None,
        "country": place.country if place else None,
    }


def geoname_id(place_id: str) -> int | None:
    """The number of a GeoNames entry; None for a place that another source gives."""
    source, _, number = place_id.partition(":")
    return int(number) if source == "geonames" and number.isdigit() else None
