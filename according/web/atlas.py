"""What the map draws: a GeoJSON Feature for each incident that has a point, as many as a browser draws at ease."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from according.domain.incident import Incident
from according.domain.outline import Outline
from according.domain.protocols import IncidentQuery, Ledger
from according.export.reading_line import Json
from according.export.wording import UNKNOWN, range_words
from according.web.wording import when_words, where_words

DRAWN = 5000
"""Dots on one map; of more incidents the latest are drawn, and the page says so."""
MAPLIBRE = Path(__file__).parent / "vendor" / "maplibre-gl.mjs"


def can_draw() -> bool:
    """Whether the map's parts were installed (`make install`); a page without them says what to do."""
    return MAPLIBRE.is_file()


def latest(ledger: Ledger, query: IncidentQuery) -> Sequence[Outline]:
    """The incidents that fit and have a point, as many as are drawn."""
    return ledger.outlines(replace(query, placed=True, latest_first=True, limit=DRAWN, offset=0))


def is_placed(incident: Incident) -> bool:
    return incident.where is not None and incident.where.lat is not None and incident.where.lon is not None


def map_json(drawn: Iterable[Outline]) -> str:
    """A FeatureCollection (RFC 7946) of incidents that have a point; its words are those of the list."""
    features = [_feature(outline) for outline in drawn]
    return json.dumps({"type": "FeatureCollection", "features": features}, allow_nan=False)


def _feature(outline: Outline) -> Json:
    where, killed = outline.where, outline.killed
    assert where is not None, "only incidents that have a point are drawn"
    stated = (killed.best, killed.low, killed.high) if killed else ()
    return {
        "type": "Feature",
        "id": outline.id,
        "geometry": {"type": "Point", "coordinates": [where.lon, where.lat]},
        "properties": {
            "words": _words(outline),
            "name": outline.place or where.name,
            "place": where.place_id,
            "dead": next((number for number in stated if number is not None), 0),
            "grade": outline.grade.value,
            "radius": round(where.radius_km, 1),
        },
    }


def _words(outline: Outline) -> str:
    """The row of the list in one line."""
    toll = range_words(outline.killed)
    killed = "killed: not stated" if toll == UNKNOWN else f"killed {toll}"
    return " · ".join((when_words(outline.date), where_words(outline), killed, outline.grade.value))
