"""Place names of a report, with what the gazetteer knows under each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from according.domain.mention import ActorMention, PlaceMention
from according.domain.protocols import Gazetteer
from according.domain.values import PlaceKind
from according.mention import naming, naming_arabic
from according.mention.match import KNOWN_BY_ITSELF, Match, area_of, holds, words_around
from according.mention.naming import Sense
from according.mention.surface import Surface
from according.vocab.actors.theatres import theatres_of
from according.vocab.places import rows, split

SUPPORT = 0.25
"""Share of the report's country words from which a country lends its places weight."""
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ABBREVIATED = re.compile(r",\s+((?:[A-Z][A-Za-z]*\.\s?){1,3}|[A-Z]{2}(?!\w)|[A-Z][a-z]+\.)")


def find_places(surface: Surface, gazetteer: Gazetteer, actors: Sequence[ActorMention]) -> tuple[PlaceMention, ...]:
    """The place names of all readable sentences, in text order; offsets are those of the surface, as the actors' are.

    A name inside that of an actor ("Syrian Observatory", "Islamic State of Iraq"), a person or the publisher is none.
    """
    text = surface.text
    hidden = [(actor.start, actor.end) for actor in actors]
    publisher = surface.publisher
    if publisher and len(publisher.split()) > 1:
        hidden += [(found.start(), found.end()) for found in re.finditer(re.escape(publisher), text)]
    matches: list[Match] = []
    for begin, stop in surface.sentences:
        matches += _in_sentence(surface, begin, stop, gazetteer, hidden)
    support = _support(matches, theatres_of(text) if surface.clean is not None else ())
    verdicts = _verdicts(text, matches)
    return tuple(
        PlaceMention(
            start=match.start,
            anchor=match.name,
            kind=_kind(match),
            candidates=match.candidates,
            relation=words_around(match).relation_of(text, match.begin, match.stop, match.start, match.end),
            area=match.area,
        )
        for match in matches
        if _is_place(match, verdicts[match.name], support)
    )


def _kind(match: Match) -> PlaceKind:
    if match.demonym:
        return PlaceKind.DEMONYM
    return PlaceKind.ORGANISATION if match.sense is Sense.ORGANISATION else PlaceKind.PLACE


def _in_sentence(
    surface: Surface, begin: int, stop: int, gazetteer: Gazetteer, hidden: Sequence[tuple[int, int]]
) -> Iterator[Match]:
    text = surface.text
    found: list[Match] = []
    for start, end, candidates in gazetteer.match(text[begin:stop]):
        start, end = begin + start, begin + end
        if not any(first <= start and end <= last for first, last in hidden):
            arabic = _ARABIC.match(text[start]) is not None
            found.append(
                Match(
                    text[start:end], start, end, begin, stop, tuple(candidates), text[start:end] in _demonyms(), arabic
                )
            )
    if surface.clean is None:
        found += _abbreviations(text, stop, gazetteer, found)
    else:
        taken = [(match.start, match.end) for match in found] + list(hidden)
        found += (
            Match(text[start:end], start, end, begin, stop, (), demonym=False, arabic=True, sense=Sense.PLACE)
            for start, end in naming_arabic.unknown_names(text, begin, stop, taken)
        )
    found.sort(key=lambda match: match.start)
    spans = [(match.start, match.end) for match in found]
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    for number, match in enumerate(found):
        if match.demonym:
            continue
        match.area = area_of(text, found, spans, number)
        if match.sense is Sense.PLACE:
            continue
        if match.area is not None or _is_filed(surface, match):
            match.sense = Sense.PLACE
        elif match.arabic:
            match.sense = _arabic_sense(surface, found, number)
        else:
            follows = match.start - 1 in ends
            match.sense = naming.sense_of(text, begin, stop, match.start, match.end, starts.__contains__, follows)
            if match.sense in (Sense.OPEN, Sense.LIKELY) and _run_together(text, found, number):
                match.sense = Sense.PART
    return iter(found)


def _is_filed(surface: Surface, match: Match) -> bool:
    """Does the report's dateline name it ("SARAQIB - ...")?"""
    return surface.filed is not None and surface.filed[0] <= match.start and match.end <= surface.filed[1]


def _arabic_sense(surface: Surface, found: Sequence[Match], number: int) -> Sense:
    match = found[number]
    before = found[number - 1] if number else None
    if (
        before is not None
        and before.sense is Sense.PLACE
        and naming_arabic.listed(surface.text[before.end : match.start])
    ):
        return Sense.PLACE
    tagged = surface.tagged(match.start)
    return naming_arabic.sense_of(surface.text, match.begin, match.stop, match.start, match.end, tagged)


def _run_together(text: str, found: Sequence[Match], number: int) -> bool:
    """Does another name stand directly beside it ("Paris Hilton") that does not hold it ("Aleppo Syria")?"""
    match = found[number]
    beside = [found[other] for other in (number - 1, number + 1) if 0 <= other < len(found)]
    return any(
        not other.demonym
        and text[min(match.end, other.end) : max(match.start, other.start)] in (" ", "\n")
        and not any(holds(a, b) or holds(b, a) for a in other.candidates for b in match.candidates)
        for other in beside
    )


def _abbreviations(text: str, stop: int, gazetteer: Gazetteer, found: Sequence[Match]) -> list[Match]:
    """ "Charleston, W.Va.": abbreviated states right after a known name."""
    more: list[Match] = []
    taken = {match.start for match in found}
    for match in found:
        written = _ABBREVIATED.match(text, match.end, stop)
        state = _states().get(written.group(1)) if written else None
        if written is None or state is None or written.start(1) in taken:
            continue
        name, country = state
        places = tuple(p for p in gazetteer.find(name) if p.feature == "admin1" and p.country == country)
        if places:
            more.append(
                Match(
                    written.group(1),
                    written.start(1),
                    written.end(1),
                    match.begin,
                    stop,
                    places,
                    demonym=False,
                    sense=Sense.PLACE,
                )
            )
    return more


def _support(matches: Sequence[Match], theatres: Sequence[str]) -> Mapping[str, float]:
    """Share of each country in the names of countries, their people and first-level areas, and the first of the theatres."""
    votes: Counter[str] = Counter(theatres[:1])
    for match in matches:
        first = match.candidates[0] if match.candidates else None
        if first and first.country and first.feature in ("country", "admin1") and match.sense >= Sense.ORGANISATION:
            votes[first.country] += 1
    total = votes.total() or 1
    return {country: count / total for country, count in votes.items()}


def _verdicts(text: str, matches: Sequence[Match]) -> Mapping[str, Counter[Sense]]:
    """How often a name stands in which sense in the report."""
    found: dict[str, Counter[Sense]] = defaultdict(Counter)
    for match in matches:
        found[match.name][match.sense] += 1
    return found


def _is_place(match: Match, senses: Mapping[Sense, int], support: Mapping[str, float]) -> bool:
    """One name has one sense in a report, unless the words beside it say otherwise."""
    if match.demonym or match.sense is Sense.PLACE or match.sense is Sense.ORGANISATION:
        return True
    if match.sense is Sense.PERSON:
        return False
    wide = any(
        place.feature in ("country", "region")
        or (place.feature == "admin1" and support.get(place.country or "", 0) > 0)
        for place in match.candidates
    )
    if match.sense is Sense.GIVEN:
        return Sense.PERSON not in senses and (wide or Sense.PLACE in senses)
    known = wide or any(place.population >= KNOWN_BY_ITSELF for place in match.candidates)
    if match.arabic:
        return _is_arabic_place(match, senses, support, wide)
    if Sense.PERSON in senses:
        return known and match.sense >= Sense.LIKELY
    if Sense.PLACE in senses or known or senses.get(Sense.LIKELY, 0) > 1:
        return True
    supported = any(support.get(place.country or "", 0.0) >= SUPPORT for place in match.candidates)
    return supported and match.sense >= Sense.OPEN


def _is_arabic_place(match: Match, senses: Mapping[Sense, int], support: Mapping[str, float], wide: bool) -> bool:
    """Nothing marks a name in Arabic: one word that may be a word or a person too needs more beside it than in English."""
    if Sense.PLACE in senses:
        return match.sense >= Sense.OPEN
    if Sense.PERSON in senses:
        return False
    countries = {place.country or "" for place in match.candidates}
    supported = wide or not support or any(support.get(country, 0.0) >= SUPPORT for country in countries)
    phrase_or_wide = wide or any(char.isspace() for char in match.name)
    return supported and match.sense >= (Sense.OPEN if phrase_or_wide else Sense.LIKELY)


@cache
def _states() -> Mapping[str, tuple[str, str]]:
    """Abbreviation to the state's English name and its country, ISO 3166 alpha-3."""
    return {
        short: (row["area"], row["country"]) for row in rows("state_abbreviations") for short in split(row["short"])
    }


@cache
def _demonyms() -> frozenset[str]:
    cells = [row["demonyms"] for row in rows("countries")] + [row["adjectives"] for row in rows("regions")]
    return frozenset(word for cell in cells for word in split(cell))
