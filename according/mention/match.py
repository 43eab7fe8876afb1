"""A name of the gazetteer in a sentence, and the area that its phrase gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType

from according.domain.place import Place
from according.mention import phrase, phrase_arabic
from according.mention.naming import Sense

KNOWN_BY_ITSELF = 300_000
"""People from which a city's name needs no words beside it to be read as the city."""
_VILLAGE_OF = re.compile(r"\b(?:village|town|hamlet|settlement)(?:\s+of)?\s+$")
_IN = re.compile(r"\s*,?\s+(?:in|inside)\b")
_SIDES = frozenset(
    f"{up}{dash}{side}{end}"
    for up in ("north", "south")
    for dash in ("", "-", " ")
    for side in ("east", "west")
    for end in ("", "ern")
)
"""Sides of the compass that are also names of provinces ("North-Western")."""


@dataclass(slots=True)
class Match:
    """`name` in a sentence text[begin:stop]: a known one, or one that only the words beside it make a place's (no candidates)."""

    name: str
    start: int
    end: int
    begin: int
    stop: int
    candidates: tuple[Place, ...]
    demonym: bool
    arabic: bool = False
    sense: Sense = Sense.OPEN
    area: str | None = None


def words_around(match: Match) -> ModuleType:
    """The rules of the script that the name is written in."""
    return phrase_arabic if match.arabic else phrase


def area_of(text: str, found: Sequence[Match], spans: Sequence[tuple[int, int]], number: int) -> str | None:
    """The narrowest holder that the phrase names, where the gazetteer agrees that one of that name can hold it."""
    match = found[number]
    if match.candidates and match.candidates[0].feature in ("country", "region"):
        return None  # "China, Japan" is a list, though some village in Japan is called China
    holders = list(words_around(match).holders_of(text, spans, number))
    able = [
        other
        for other in holders
        if any(holds(area, place) for area in found[other].candidates for place in match.candidates)
        or (not match.candidates and found[other].candidates)
    ] or [other for other in holders[:1] if _names_another(text, match, found[other])]
    if not able:
        return None
    best = min(able, key=lambda other: found[other].candidates[0].feature == "country")
    return text[slice(*spans[best])]


def _names_another(text: str, match: Match, holder: Match) -> bool:
    """Do the words say that a small place lies in an area where the gazetteer knows none of that name ("the town of Soliman in Idlib")?

    Then a village is meant that it does not know; a comma alone says no such thing ("Beirut, Syria and Iraq"). A great city
    is meant all the same, unless what is written is only one of its foreign spellings ("Kahira").
    """
    gap = text[min(match.end, holder.end) : max(match.start, holder.start)]
    areas = [place for place in holder.candidates if place.feature in ("admin1", "admin2", "country")]
    if not areas or not any(map(str.isalpha, gap)):
        return False
    called_small = match.arabic or _VILLAGE_OF.search(text, match.begin, match.start) is not None
    if not called_small and (holder.start < match.end or _IN.match(gap) is None or match.name.isupper()):
        return False
    if holder.name.lower() in _SIDES:
        return False
    countries = {area.country for area in areas}
    return all(
        place.country not in countries
        and place.feature in ("city", "village")
        and (place.population < KNOWN_BY_ITSELF or (not match.arabic and match.name.lower() not in place.name.lower()))
        for place in match.candidates
    )


def holds(area: Place, place: Place) -> bool:
    """Can the area hold the place? A country its own, an area or a city what lies in the same first-level area."""
    if area.id == place.id or area.country != place.country or place.feature == "country":
        return False
    if area.feature == "country":
        return True
    if place.feature == "admin1" or area.admin1_code != place.admin1_code:
        return False
    return area.feature in ("admin1", "admin2", "area") or area.population > place.population
