"""Place names of a report, with what the gazetteer knows under each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from according.domain.mention import ActorMention, PlaceMention
from according.domain.place import Place
from according.domain.protocols import Gazetteer
from according.domain.report import Layout, Report
from according.domain.values import PlaceKind
from according.mention.phrase import holders_of, relation_of
from according.vocab.places import rows, split


def find_places(
    report: Report, layout: Layout, gazetteer: Gazetteer, actors: Sequence[ActorMention]
) -> tuple[PlaceMention, ...]:
    """The place names of all readable sentences, in text order.

    A name inside that of an actor ("Syrian Observatory", "Islamic State of Iraq") is none.
    """
    hidden = [(actor.start, actor.end) for actor in actors]
    return tuple(
        mention
        for sentence in layout.sentences
        if sentence.readable
        for mention in _in_sentence(report.text, sentence.start, sentence.end, gazetteer, hidden)
    )


def _in_sentence(
    text: str, begin: int, stop: int, gazetteer: Gazetteer, hidden: Sequence[tuple[int, int]]
) -> Iterator[PlaceMention]:
    found: list[tuple[int, int, Sequence[Place]]] = []
    for start, end, candidates in gazetteer.match(text[begin:stop]):
        start, end = begin + start, begin + end
        if not any(first <= start and end <= last for first, last in hidden):
            found.append((start, end, candidates))
    spans = [(start, end) for start, end, _ in found]
    for number, (start, end, candidates) in enumerate(found):
        anchor = text[start:end]
        kind = PlaceKind.DEMONYM if anchor in _demonyms() else PlaceKind.PLACE
        yield PlaceMention(
            start=start,
            anchor=anchor,
            kind=kind,
            candidates=tuple(candidates),
            relation=relation_of(text, begin, stop, start, end),
            area=_area(text, found, spans, number) if kind is PlaceKind.PLACE else None,
        )


def _area(
    text: str, found: Sequence[tuple[int, int, Sequence[Place]]], spans: Sequence[tuple[int, int]], number: int
) -> str | None:
    """The holder that the phrase names, where the gazetteer agrees that one of that name can hold it."""
    for other in holders_of(text, spans, number):
        if any(holds(area, place) for area in found[other][2] for place in found[number][2]):
            return text[slice(*spans[other])]
    return None


def holds(area: Place, place: Place) -> bool:
    """Can the area hold the place? A country its own, an area or a city what lies in the same first-level area."""
    if area.id == place.id or area.country != place.country or place.feature == "country":
        return False
    if area.feature == "country":
        return True
    if place.feature == "admin1" or area.admin1_code != place.admin1_code:
        return False
    return area.feature in ("admin1", "admin2", "area") or area.population > place.population


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(word for row in rows("countries") for word in split(row["demonyms"]))
