"""Which pairs of tellings are worth comparing: those that share a block of place and time.

Comparing all with all would take a hundred times longer for ten times the reports. Blocks hold what may be one happening:
neighbouring squares of the map on neighbouring days, one province where a place is known no better, one name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import cos, floor, radians

from according.domain.values import Precision
from according.link import weights as w
from according.link.sketch import Sketch, size
from according.link.sounds import sound

CELL = w.APART_KM / 111.0
"""Degrees of latitude: what is farther apart than a neighbouring square is never one happening."""
LARGEST = 200
"""Members of a block that are all compared with each other; in a larger one each is compared with its NEIGHBOURS."""
NEIGHBOURS = 60
RARE = 40
"""Tellings that share a word from which on it marks nothing out."""
Block = tuple[str | int | float | bool | tuple[int | None, ...] | None, ...]


def pairs_of(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Pairs (i, j), i < j, each once, in order; a function of the set of sketches when they are sorted by id."""
    blocks: dict[Block, list[int]] = defaultdict(list)
    for n, sketch in enumerate(sketches):
        for block in blocks_of(sketch):
            blocks[block].append(n)
    partners: list[set[int]] = [set() for _ in sketches]
    words: list[set[int]] = [set() for _ in sketches]
    for block, members in blocks.items():
        kind = str(block[0])
        for i, j in _within(kind, members, sketches):
            low, high = min(i, j), max(i, j)
            # One word may be shared by chance, two hardly.
            if kind == "word" and high not in words[low]:
                words[low].add(high)
            else:
                partners[low].add(high)
    for i, found in enumerate(partners):
        for j in sorted(found):
            yield i, j


def blocks_of(sketch: Sketch) -> set[Block]:
    """The blocks that a telling stands in; what each is for, its first member says."""
    blocks: set[Block] = {("report", sketch.report)}
    days = _days(sketch)
    for place in _places(sketch):
        blocks.update((*place, day) for day in days)
    if sketch.place_id is not None and sketch.precision is not Precision.COUNTRY:
        blocks.add(("ever", sketch.place_id))
    blocks.update(("ever", sound(name) or name) for name in sketch.names)
    if sketch.precision is not Precision.COUNTRY:
        blocks.update(("named", sketch.country, day) for day in sketch.on_days)
        for (measure, combatants), toll in sketch.tolls.items():
            blocks.add(("ever", sketch.country, sketch.admin1, measure.value, combatants, toll))
    blocks.update(("word", word) for word in sketch.words)
    blocks.update(("phrase", phrase) for phrase in sketch.phrases)
    return blocks


def _seeks(kind: str, sketch: Sketch) -> bool:
    """Whether a member of a block needs it; two that have nearer blocks are not compared for sharing a wide one."""
    if kind in ("area", "toll"):
        return not sketch.exact
    if kind in ("ever", "named"):
        return not sketch.dated and sketch.published is None
    if kind in ("word", "phrase"):
        return not sketch.dated or not sketch.exact
    return True


def _within(kind: str, block: Sequence[int], sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    if len(block) < 2 or (kind in ("word", "phrase") and len(block) > RARE):
        return
    reach = len(block)
    if reach > LARGEST:
        # In a block that is too large those stand side by side that look alike: by toll, kind and actor.
        block, reach = sorted(block, key=lambda n: _looks(sketches[n])), NEIGHBOURS
    seeks = [_seeks(kind, sketches[n]) for n in block]
    for n, i in enumerate(block):
        if seeks[n]:
            for m in range(max(0, n - reach), min(len(block), n + 1 + reach)):
                # Two that both seek meet once.
                if m > n or (m < n and not seeks[m]):
                    yield i, block[m]


def _looks(sketch: Sketch) -> tuple[object, ...]:
    tolls = sorted((key[0].value, key[1], size(toll)) for key, toll in sketch.tolls.items())
    return not tolls, tolls, sorted(sketch.types), sorted(sketch.actors), sketch.place_id or "", sketch.id


def _days(sketch: Sketch) -> Sequence[int]:
    """The days on which another may have the same happening: its own and the next, or those before its report."""
    if sketch.first is not None and sketch.last is not None:
        return range(sketch.first - sketch.loose, sketch.last + 2)
    if sketch.published is not None:
        return range(sketch.published - w.WEEK, sketch.published + 2)
    return ()


def _places(sketch: Sketch) -> Iterator[Block]:
    if sketch.exact and sketch.lat is not None and sketch.lon is not None:
        top = floor(sketch.lat / CELL)
        for row in (top, top + 1):
            # Squares get wider in degrees towards the poles; each row counts its own, so that neighbours agree.
            width = CELL / max(0.05, cos(radians(min(89.0, abs(row) * CELL))))
            column = floor(sketch.lon / width)
            yield "square", row, column
            yield "square", row, column + 1
    if sketch.precision is not None and sketch.precision is not Precision.COUNTRY:
        yield "area", sketch.country, sketch.admin1
    for name in sketch.names:
        yield "name", sound(name) or name
    for (measure, combatants), toll in sketch.tolls.items():
        if size(toll) > 2:
            yield "toll", measure.value, combatants, toll
    if sketch.precision is None or sketch.precision is Precision.COUNTRY:
        yield from (("kind", kind.value, sketch.country) for kind in sketch.types)
