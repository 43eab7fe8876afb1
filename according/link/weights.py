"""How much each likeness or difference of two tellings says: hand-set, in units of log odds.

Positive speaks for one happening, negative against; the pair's score is their sum and PRIOR. Change VERSION with any of
them: incidents are a function of it.
"""

from __future__ import annotations

from according.domain.values import EventType

VERSION = "hand-1"

PRIOR = -3.0
"""Two tellings picked from one area and week are far more often of two happenings than of one."""

# Place: by km between the two points, beyond what both places may reach.
SAME_PLACE = 3.0
SAME_WIDE_PLACE = 2.0
"""The same place, but a city or district wider than WIDE_KM, where more than one thing happens in a day."""
WIDE_KM = 6.0
REACH_KM = 4.0
"""A village's edge, and how far reporters are off."""
AT_REACH, AT_NEAR, AT_FAR = 2.0, 0.0, -2.5
"""Points from REACH_KM over NEAR_KM to FAR_KM, with straight lines between."""
NEAR_KM, FAR_KM = 8.0, 20.0
APART_KM = 30.0
"""Never one happening."""
WITHIN_TOWN, WITHIN_DISTRICT, WITHIN_PROVINCE, WITHIN_COUNTRY = 2.0, 1.0, 0.3, -0.7
"""One place lies in the other, an area of up to TOWN_KM ("outside Alpha"), DISTRICT_KM, PROVINCE_KM, or more."""
TOWN_KM, DISTRICT_KM, PROVINCE_KM = 10.0, 25.0, 120.0
SAME_NAME = 2.5
"""The same name as written, which no gazetteer resolves for both."""
NAMESAKE = 1.5
"""The same name, resolved in one report to a place in another country than the other report's area."""
OTHER_NAME = -1.2
"""Different names, of which at most one is resolved, in one area."""
NO_PLACE = -0.7

# Time, in days.
SAME_DAY = 2.0
SAME_DAYS = 1.0
"""Longer dates that share a day, and dates of which one is longer."""
NEXT_DAY = -1.2
"""Night and morning, and reports that misdate by a day."""
MOST_DAYS = 1
"""The gap from which on two dates are never of one happening, and so no chain of tellings either."""
LOOSE_DAY, GAINSAID_DAY = -2.5, -0.7
"""Further apart, but the later date is only that of the report; or that of a denial."""
NO_DAY = -0.5
PUBLISHED_SOON, PUBLISHED_IN_WEEK, PUBLISHED_LATER = 0.5, -0.3, -2.5
"""One has no date: days from the other's date (or report) to its report, up to SOON, up to WEEK, more."""
SOON, WEEK = 2, 7

# Kind.
SAME_TYPE = {
    EventType.OTHER: 0.2,
    EventType.ATTACK: 0.5,
    EventType.ARMED_CLASH: 0.7,
    EventType.AIR_STRIKE: 1.0,
    EventType.SHELLING: 1.0,
}
SAME_RARE_TYPE = 1.4
"""Any other type."""
KIN_TYPE = 0.2
"""Types that reports take for one another."""
OTHER_TYPE = -1.5
FAMILIES: tuple[frozenset[EventType], ...] = (
    frozenset({EventType.AIR_STRIKE, EventType.SHELLING, EventType.CHEMICAL_WEAPON}),
    frozenset({EventType.IED, EventType.SUICIDE_BOMB}),
    frozenset({EventType.ARMED_CLASH, EventType.ATTACK, EventType.TAKEOVER, EventType.SIEGE}),
    frozenset({EventType.ABDUCTION, EventType.ARREST, EventType.ATTACK}),
    frozenset({EventType.GRENADE, EventType.ATTACK}),
    frozenset({EventType.ATTACK, EventType.LOOTING_DESTRUCTION}),
    frozenset({EventType.TAKEOVER, EventType.CEASEFIRE, EventType.SIEGE}),
)
VAGUE_TYPES = frozenset({EventType.ATTACK, EventType.OTHER})
"""Stand for any kind of violence ("the attack")."""
VAGUE_TYPE = -0.2

# Figures.
SAME_TOLL = ((1, 0.4), (2, 0.9), (3, 1.3), (5, 1.8), (10, 2.3), (100, 3.0))
"""(from this number on, points): the greater, the less by chance."""
TOLL_FITS = 0.7
"""A bound that the other meets ("at least 20" and 24)."""
TOLL_RISES = -0.4
"""The later report tells of more."""
OTHER_TOLL, OTHER_TOLL_BY_RATIO = -0.6, -1.2
MOST_FOR_TOLLS, LEAST_FOR_TOLLS = 3.5, -2.0
"""All measures together."""

# Who, with what, against what.
SAME_ACTOR, OTHER_ACTOR = 0.7, -0.6
SAME_SPEAKER = 0.3
SAME_WEAPON = 0.5
SAME_FACILITY = 0.7
SHARED_WORD, MOST_FOR_WORDS = 0.7, 2.1

ONE_STORY, OTHER_STORY = 0.5, -1.0
"""One report tells of both: with no day, name or province between them it goes on with its story; else it turned to another."""
AFTERTHOUGHT = 2.0
"""Unless one has neither a place nor a day of its own, as denials and asides have."""
