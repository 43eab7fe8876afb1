"""The closed value lists of the codebook and of the standards it speaks, as enums.

Every member's value is the spelling used in files, in the API and on the pages.
"""

from __future__ import annotations

from enum import StrEnum


class ClaimKind(StrEnum):
    FIGURE = "figure"
    EVENT = "event"


class Measure(StrEnum):
    """What happened to the people or facilities that a figure counts (codebook, Figures)."""

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"
    DEPRIVED = "deprived"
    FACILITIES_HIT = "facilities_hit"


class Category(StrEnum):
    """Who or what a figure counts (codebook, Figures)."""

    CIVILIANS = "civilians"
    CHILDREN = "children"
    WOMEN = "women"
    HEALTH_WORKERS = "health_workers"
    JOURNALISTS = "journalists"
    AID_WORKERS = "aid_workers"
    COMBATANTS = "combatants"
    PEOPLE = "people"
    FAMILIES = "families"
    HOSPITAL = "hospital"
    SCHOOL = "school"
    RELIGIOUS = "religious"
    MARKET = "market"
    CAMP = "camp"
    HOME = "home"
    CIVIL_DEFENCE = "civil_defence"
    INFRASTRUCTURE = "infrastructure"
    MILITARY = "military"
    VEHICLE = "vehicle"
    OTHER = "other"


PEOPLE_CATEGORIES: tuple[Category, ...] = (
    Category.CHILDREN,
    Category.WOMEN,
    Category.HEALTH_WORKERS,
    Category.JOURNALISTS,
    Category.AID_WORKERS,
    Category.COMBATANTS,
    Category.CIVILIANS,
    Category.PEOPLE,
    Category.FAMILIES,
)
"""The categories of people, most telling first: when several fit, the first is taken (codebook, hard cases)."""

FACILITY_CATEGORIES: frozenset[Category] = frozenset(Category) - frozenset(PEOPLE_CATEGORIES)


class Bound(StrEnum):
    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    FEWER_THAN = "fewer_than"
    ABOUT = "about"
    BETWEEN = "between"


class Modality(StrEnum):
    """How firmly a claim is made (codebook, Figures)."""

    ASSERTED = "asserted"
    PURPORTED = "purported"
    DENIED = "denied"
    FEARED = "feared"
    PLANNED = "planned"
    NEGATED = "negated"


class EventType(StrEnum):
    AIR_STRIKE = "air_strike"
    SHELLING = "shelling"
    IED = "ied"
    SUICIDE_BOMB = "suicide_bomb"
    CHEMICAL_WEAPON = "chemical_weapon"
    GRENADE = "grenade"
    ARMED_CLASH = "armed_clash"
    ATTACK = "attack"
    ABDUCTION = "abduction"
    ARREST = "arrest"
    TAKEOVER = "takeover"
    LOOTING_DESTRUCTION = "looting_destruction"
    DISPLACEMENT = "displacement"
    CEASEFIRE = "ceasefire"
    SIEGE = "siege"
    PROTEST = "protest"
    OTHER = "other"


class SubEventType(StrEnum):
    """ACLED's sub-event types (codebook 2023/24), as ACLED spells them."""

    ARMED_CLASH = "Armed clash"
    GOVERNMENT_REGAINS = "Government regains territory"
    NON_STATE_OVERTAKES = "Non-state actor overtakes territory"
    CHEMICAL = "Chemical weapon"
    AIR_STRIKE = "Air/drone strike"
    SUICIDE_BOMB = "Suicide bomb"
    SHELLING = "Shelling/artillery/missile attack"
    IED = "Remote explosive/landmine/IED"
    GRENADE = "Grenade"
    SEXUAL_VIOLENCE = "Sexual violence"
    ATTACK = "Attack"
    ABDUCTION = "Abduction/forced disappearance"
    PEACEFUL_PROTEST = "Peaceful protest"
    PROTEST_INTERVENTION = "Protest with intervention"
    EXCESSIVE_FORCE = "Excessive force against protesters"
    VIOLENT_DEMONSTRATION = "Violent demonstration"
    MOB_VIOLENCE = "Mob violence"
    AGREEMENT = "Agreement"
    ARRESTS = "Arrests"
    CHANGE_TO_GROUP = "Change to group/activity"
    DISRUPTED_WEAPONS = "Disrupted weapons use"
    BASE_ESTABLISHED = "Headquarters or base established"
    LOOTING = "Looting/property destruction"
    NON_VIOLENT_TRANSFER = "Non-violent transfer of territory"
    OTHER = "Other"


class Unit(StrEnum):
    PERSON = "person"
    HOUSEHOLD = "household"
    FACILITY = "facility"


def unit_of(category: Category | None) -> Unit:
    """What a figure of the category counts: facilities, households, else people."""
    if category in FACILITY_CATEGORIES:
        return Unit.FACILITY
    return Unit.HOUSEHOLD if category is Category.FAMILIES else Unit.PERSON


class DisplacementTerm(StrEnum):
    """IDMC's figure terms, as IDMC spells them."""

    EVACUATED = "Evacuated"
    DISPLACED = "Displaced"
    FORCED_TO_FLEE = "Forced to flee"
    RELOCATED = "Relocated"
    SHELTERED = "Sheltered"
    IN_RELIEF_CAMP = "In relief camp"
    DESTROYED_HOUSING = "Destroyed housing"
    PARTIALLY_DESTROYED_HOUSING = "Partially destroyed housing"
    UNINHABITABLE_HOUSING = "Uninhabitable housing"
    HOMELESS = "Homeless"
    AFFECTED = "Affected"
    RETURNS = "Returns"
    MULTIPLE = "Multiple/Other"


class Cause(StrEnum):
    CONFLICT = "conflict"
    DISASTER = "disaster"
    OTHER = "other"


class Precision(StrEnum):
    """How exactly a place is known: the place itself, near it, the area that holds it, only the country."""

    PLACE = "place"
    NEAR = "near"
    AREA = "area"
    COUNTRY = "country"


class PlaceKind(StrEnum):
    PLACE = "place"
    DEMONYM = "demonym"
    ORGANISATION = "organisation"


class DatePrecision(StrEnum):
    DAY = "day"
    RANGE = "range"
    MONTH = "month"
    YEAR = "year"


class TimeKind(StrEnum):
    """How a time expression stands to what it dates."""

    POINT = "point"
    """A day, or a period named as one: "Sunday", "in June", "last year"."""
    SPAN = "span"
    """From one day to another: "in the past 24 hours", "between Monday and Wednesday"."""
    SINCE = "since"
    """From a day to the day the report speaks from."""
    UNTIL = "until"
    """From the day the report speaks from to a day to come: "by the end of the year"."""
    DAY_BEFORE = "day_before"
    """ "a day after": dates only the words that follow it, a day earlier than the words before it."""
    RECURRING = "recurring"
    """ "every Friday", "daily": no date."""
    VAGUE = "vague"
    """ "in recent months", "years ago": the past, no date."""


class ActorKind(StrEnum):
    """What an actor of the registry is; the first four can be perpetrators of armed acts."""

    STATE_FORCES = "state_forces"
    ARMED_GROUP = "armed_group"
    MILITIA = "militia"
    COALITION = "coalition"
    GOVERNMENT = "government"
    MONITOR = "monitor"
    RESCUERS = "rescuers"
    MEDICS = "medics"
    AGENCY = "agency"
    MEDIA = "media"
    OTHER = "other"


class Grade(StrEnum):
    """How well an incident is founded (DESIGN.md, Words: grade; after Airwars)."""

    CONFIRMED = "Confirmed"
    CONTESTED = "Contested"
    DISCOUNTED = "Discounted"
    FAIR = "Fair"
    WEAK = "Weak"


class DisputeKind(StrEnum):
    TOLL = "toll"
    PERPETRATOR = "perpetrator"
    DENIAL = "denial"
    PLACE = "place"
    DATE = "date"


class JudgementKind(StrEnum):
    """What a person can decide. A note changes nothing; a withdrawal takes an earlier judgement back."""

    MUST_LINK = "must_link"
    CANNOT_LINK = "cannot_link"
    REJECT = "reject"
    CORRECT = "correct"
    GRADE = "grade"
    NOTE = "note"
    WITHDRAW = "withdraw"


class ZoneKind(StrEnum):
    """What a stretch of a report's text is; only headline, body and caption are ever read for claims."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    DATELINE = "dateline"
    REPEAT = "repeat"
    FURNITURE = "furniture"
    TAIL = "tail"
    FOREIGN = "foreign"
    """In another language than the reader's: another reader reads it."""
