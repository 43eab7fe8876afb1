"""What the levels of likeness weigh (weights.tsv), and the bounds of place and time that they are measured by.

Incidents are a function of both: change VERSION with any of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from according.domain.values import EventType

VERSION = "learned-3"


class Weight(NamedTuple):
    """Log odds a unit of the level's amount; `words` say it to people, "" = not worth saying."""

    points: float
    words: str


@cache
def weights() -> Mapping[str, Weight]:
    """By level ("time.same_day"); "prior" for what any pair starts from."""
    lines = files("according.link").joinpath("weights.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return {level: Weight(float(points), words) for level, points, words in rows}


@cache
def points() -> Mapping[str, float]:
    """The points alone, by level."""
    return {level: weight.points for level, weight in weights().items()}


# Where, in km.
REACH_KM = 4.0
"""A village's edge, and how far reporters are off."""
NEAR_KM, FAR_KM = 8.0, 20.0
"""Between these points and REACH_KM lie straight lines."""
APART_KM = 30.0
"""Never one happening."""
WIDE_KM = 6.0
"""A city or district of more than this radius, where more than one thing happens in a day."""
TOWN_KM, DISTRICT_KM, PROVINCE_KM = 10.0, 25.0, 120.0
"""How far an area may reach that one place lies in ("outside Alpha") to say something."""

# When, in days.
MOST_DAYS = 1
"""The gap from which on two dates are never of one happening, and so no chain of tellings either."""
AT_ONCE, SOON, WEEK = 0, 2, 7
"""Between a date (or report) and the report that gives no date."""

# What.
SAME_TOLLS = (1, 2, 3, 5, 10, 100)
"""Where the levels of equal tolls begin: the greater, the less by chance."""
SAME_TYPE: Mapping[EventType, str] = {
    EventType.OTHER: "type.same_other",
    EventType.ATTACK: "type.same_attack",
    EventType.ARMED_CLASH: "type.same_clash",
    EventType.AIR_STRIKE: "type.same_fire",
    EventType.SHELLING: "type.same_fire",
}
"""Any other type is rarer: "type.same"."""
KIN_TYPES: tuple[frozenset[EventType], ...] = (
    frozenset({EventType.AIR_STRIKE, EventType.SHELLING, EventType.CHEMICAL_WEAPON}),
    frozenset({EventType.IED, EventType.SUICIDE_BOMB}),
    frozenset({EventType.ARMED_CLASH, EventType.ATTACK, EventType.TAKEOVER, EventType.SIEGE}),
    frozenset({EventType.ABDUCTION, EventType.ARREST, EventType.ATTACK}),
    frozenset({EventType.GRENADE, EventType.ATTACK}),
    frozenset({EventType.ATTACK, EventType.LOOTING_DESTRUCTION}),
    frozenset({EventType.TAKEOVER, EventType.CEASEFIRE, EventType.SIEGE}),
)
"""Types that reports take for one another."""
VAGUE_TYPES = frozenset({EventType.ATTACK, EventType.OTHER})
"""Stand for any kind of violence ("the attack")."""
