"""Incidents as GeoJSON (RFC 7946): one Feature an incident, longitude before latitude."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from according.export.incident_row import CREDITS
from according.export.reading_line import Json


def feature(row: Json) -> Json:
    """The Feature of an incident row; its geometry is null where no source gives a point: never a guess."""
    lat, lon = row["lat"], row["lon"]
    known = lat is not None and lon is not None
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": {"type": "Point", "coordinates": [lon, lat]} if known else None,
        "properties": {key: value for key, value in row.items() if key not in ("id", "lat", "lon")},
    }


def geojson_lines(rows: Iterable[Json]) -> Iterator[str]:
    """A FeatureCollection, one Feature a line."""
    yield '{"type": "FeatureCollection", "credit": ' + json.dumps(CREDITS["geonames"]) + ', "features": ['
    separator = "\n"
    for row in rows:
        yield separator + json.dumps(feature(row), ensure_ascii=False, allow_nan=False)
        separator = ",\n"
    yield "\n]}\n"
