"""How well a candidate fits what the rest of a report names, and whether anything but its name speaks for it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from according.domain.place import Place
from according.resolve.context import TINY, Context, kilometres

KNOWN_BY_ITSELF = 300_000
"""People from which a city needs nothing in the report that speaks for its country."""
ALONE = 10_000
"""People from which the only bearer of a name is meant although the report speaks of other countries."""
WIDE = ("country", "region")
"""Features whose names need nothing that speaks for them."""
NEARBY = 150.0
"""Kilometres at which the pull of another place of the report has fallen to a third."""


class Weights(NamedTuple):
    """What speaks for a candidate; learned on the places.dev texts of the benchmark, rounded."""

    people: float = 1.0
    """For each power of ten of the population."""
    country: float = 2.5
    """For the share of its country in the report's country words."""
    first_level: float = 1.2
    """For the share of its first-level area among those that the report names."""
    nearness: float = 10.0
    """For the nearness of the report's other places."""
    area: float = 4.0
    """For lying in the area that the same phrase names, or that it names elsewhere for the same name."""
    is_country: float = 3.0
    """For being a country or a region across borders."""
    pointed: float = 0.2
    """For having a point: of two entries for one village the one that can be shown."""


WEIGHTS = Weights()


def base(place: Place, context: Context, weights: Weights) -> float:
    """What speaks for it whatever stands beside its name."""
    score = weights.people * math.log10(place.population + 100)
    score += weights.country * context.country(place.country) + weights.first_level * context.area(place.admin1_code)
    score += weights.is_country if place.feature in WIDE else 0.0
    return score + (weights.pointed if place.lat is not None else 0.0)


def score_of(place: Place, context: Context, areas: Sequence[Place], near: Sequence[Place], weights: Weights) -> float:
    """`areas`: what the report says to hold the name; `near`: what its other names stand for."""
    score = base(place, context, weights)
    if areas:
        score += weights.area if any(inside(place, area) for area in areas) else -weights.area
    if near and place.lat is not None and place.lon is not None:
        pulls = [math.exp(-kilometres(place, other) / NEARBY) for other in near]
        score += weights.nearness * sum(pulls) / (len(pulls) + 1)
    return score


def told(place: Place, name: str, context: Context, areas: Sequence[Place], unrivalled: bool) -> bool:
    """Does anything speak for the place but its name? `unrivalled`: all that bear the name lie in one country."""
    if place.feature in WIDE or place.population >= KNOWN_BY_ITSELF or any(inside(place, area) for area in areas):
        return True
    if context.besides(name, place.country) > TINY:
        return True
    if context.silent_besides(name):
        return unrivalled or place.feature == "admin1"
    return unrivalled and (place.population >= ALONE or place.feature == "admin2")


def abroad(place: Place, areas: Sequence[Place]) -> bool:
    """Does it lie in another country than all the areas that the report gives the name? Then it is a namesake."""
    return bool(areas) and place.feature not in WIDE and all(area.country != place.country for area in areas)


def of_kind(chosen: Place, candidates: Sequence[Place], kind: str | None) -> Place:
    """Of a city and the area that bears its name, the one that the words beside the name mean."""
    level = chosen.feature if chosen.feature in ("admin1", "admin2") else "city"
    if kind is None or chosen.feature in WIDE or level == kind:
        return chosen
    features = ("city", "village", "area") if kind == "city" else (kind,)
    meant = [place for place in candidates if place.feature in features]
    alike = [place for place in meant if place.admin1_code == chosen.admin1_code]
    if not alike and kind == "city":
        # "Washington" is rather the great city than the state of that name.
        alike = [p for p in meant if p.country == chosen.country and p.population >= KNOWN_BY_ITSELF]
    return max(alike, key=lambda place: place.population, default=chosen)


def inside(place: Place, area: Place) -> bool:
    """Does the area hold the place, as far as the gazetteer's columns tell?"""
    if place.id == area.id or place.country != area.country:
        return False
    if area.feature == "country":
        return True
    return place.feature != "admin1" and area.admin1_code is not None and place.admin1_code == area.admin1_code
