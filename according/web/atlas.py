"""What the map draws: incidents as GeoJSON, as many as a browser draws at ease."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from according.app.export import told_invented
from according.domain.incident import Incident
from according.domain.protocols import Ledger
from according.export.geojson import geojson_lines
from according.export.incident_row import incident_row

DRAWN = 5000
"""Dots on one map; of more incidents the latest are drawn, and the page says so."""
MAPLIBRE = Path(__file__).parent / "vendor" / "maplibre-gl.mjs"


def can_draw() -> bool:
    """Whether the map's parts were installed (`make install`); a page without them says what to do."""
    return MAPLIBRE.is_file()


def has_point(incident: Incident) -> bool:
    return incident.where is not None and incident.where.lat is not None and incident.where.lon is not None


def map_lines(ledger: Ledger, incidents: Sequence[Incident]) -> Iterator[str]:
    """Pieces of a FeatureCollection: the Features that `export geojson` writes, of incidents that have a point.

    `incidents` are in the order of their days.
    """
    drawn = [incident for incident in incidents if has_point(incident)][-DRAWN:]
    return geojson_lines(incident_row(incident, invented) for incident, invented in told_invented(ledger, drawn))
