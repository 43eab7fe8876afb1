"""Place names of a report, with what the gazetteer knows under each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from according.domain.mention import ActorMention, PlaceMention
from according.domain.place import Place
from according.domain.protocols import Gazetteer
from according.domain.report import Layout, Report
from according.domain.values import PlaceKind
from according.mention.naming import Sense, sense_of
from according.mention.phrase import holders_of, relation_of
from according.vocab.places import rows, split

KNOWN_BY_ITSELF = 300_000
"""People from which a city's name needs no words beside it to be read as the city."""
SUPPORT = 0.25
"""Share of the report's country words from which a country lends its places weight."""


@dataclass(slots=True)
class _Match:
    """A known name in a sentence text[begin:stop]."""

    start: int
    end: int
    begin: int
    stop: int
    candidates: tuple[Place, ...]
    demonym: bool
    sense: Sense = Sense.OPEN
    area: str | None = None


def find_places(
    report: Report, layout: Layout, gazetteer: Gazetteer, actors: Sequence[ActorMention]
) -> tuple[PlaceMention, ...]:
    """The place names of all readable sentences, in text order.

    A name inside that of an actor ("Syrian Observatory", "Islamic State of Iraq"), a person or the publisher is none.
    """
    text = report.text
    hidden = [(actor.start, actor.end) for actor in actors]
    matches: list[_Match] = []
    for sentence in layout.sentences:
        if sentence.readable:
            matches += _in_sentence(text, sentence.start, sentence.end, gazetteer, hidden)
    support = _support(matches)
    verdicts = _verdicts(text, matches)
    return tuple(
        PlaceMention(
            start=match.start,
            anchor=text[match.start : match.end],
            kind=_kind(match),
            candidates=match.candidates,
            relation=relation_of(text, match.begin, match.stop, match.start, match.end),
            area=match.area,
        )
        for match in matches
        if _is_place(match, verdicts[text[match.start : match.end]], support)
    )


def _kind(match: _Match) -> PlaceKind:
    if match.demonym:
        return PlaceKind.DEMONYM
    return PlaceKind.ORGANISATION if match.sense is Sense.ORGANISATION else PlaceKind.PLACE


def _in_sentence(
    text: str, begin: int, stop: int, gazetteer: Gazetteer, hidden: Sequence[tuple[int, int]]
) -> Iterator[_Match]:
    found: list[_Match] = []
    for start, end, candidates in gazetteer.match(text[begin:stop]):
        start, end = begin + start, begin + end
        if not any(first <= start and end <= last for first, last in hidden):
            found.append(_Match(start, end, begin, stop, tuple(candidates), text[start:end] in _demonyms()))
    spans = [(match.start, match.end) for match in found]
    starts = {start for start, _ in spans}
    for number, match in enumerate(found):
        if not match.demonym:
            match.area = _area(text, found, spans, number)
            match.sense = (
                Sense.PLACE
                if match.area is not None
                else sense_of(text, begin, stop, match.start, match.end, starts.__contains__)
            )
    return iter(found)


def _area(text: str, found: Sequence[_Match], spans: Sequence[tuple[int, int]], number: int) -> str | None:
    """The holder that the phrase names, where the gazetteer agrees that one of that name can hold it."""
    for other in holders_of(text, spans, number):
        if any(holds(area, place) for area in found[other].candidates for place in found[number].candidates):
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


def _support(matches: Sequence[_Match]) -> Mapping[str, float]:
    """Share of each country in the names of countries, their people and first-level areas."""
    votes: Counter[str] = Counter()
    for match in matches:
        first = match.candidates[0]
        if first.country and first.feature in ("country", "admin1") and match.sense >= Sense.ORGANISATION:
            votes[first.country] += 1
    total = votes.total() or 1
    return {country: count / total for country, count in votes.items()}


def _verdicts(text: str, matches: Sequence[_Match]) -> Mapping[str, Counter[Sense]]:
    """How often a name stands in which sense in the report."""
    found: dict[str, Counter[Sense]] = defaultdict(Counter)
    for match in matches:
        found[text[match.start : match.end]][match.sense] += 1
    return found


def _is_place(match: _Match, senses: Mapping[Sense, int], support: Mapping[str, float]) -> bool:
    """One name has one sense in a report, unless the words beside it say otherwise."""
    if match.demonym or match.sense is Sense.PLACE or match.sense is Sense.ORGANISATION:
        return True
    if match.sense is Sense.PERSON:
        return False
    known = any(
        place.feature == "country"
        or (place.feature == "admin1" and support.get(place.country or "", 0) > 0)
        or place.population >= KNOWN_BY_ITSELF
        for place in match.candidates
    )
    if Sense.PERSON in senses:
        return known and match.sense >= Sense.LIKELY
    if Sense.PLACE in senses or known or senses.get(Sense.LIKELY, 0) > 1:
        return True
    supported = any(support.get(place.country or "", 0.0) >= SUPPORT for place in match.candidates)
    return supported and match.sense >= Sense.OPEN


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(word for row in rows("countries") for word in split(row["demonyms"]))
