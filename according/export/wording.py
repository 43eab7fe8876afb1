"""Quantities, ranges and days in the words of a table."""

from __future__ import annotations

from according.domain.claim import Claim, Event, Figure, Quantity
from according.domain.incident import Incident, Range
from according.domain.mention import DateSpan
from according.domain.outline import Outline
from according.domain.values import Bound

UNKNOWN = "-"


def quantity_words(quantity: Quantity) -> str:
    """ "4", "4 or more", "up to 9", "about 30", "3 to 5"; a vague one as stated ("dozens of people")."""
    low, high = quantity.low, quantity.high
    if quantity.vague or (low is None and high is None):
        return f"“{quantity.stated}”"
    match quantity.bound:
        case Bound.AT_LEAST:
            return f"{low} or more"
        case Bound.MORE_THAN:
            return f"more than {low}"
        case Bound.AT_MOST:
            return f"up to {high}"
        case Bound.FEWER_THAN:
            return f"fewer than {high}"
        case Bound.ABOUT:
            return f"about {low}"
    return str(low) if low == high else f"{low} to {high}"


def range_words(value: Range | None) -> str:
    """ "1-4 and more, best at least 4" (DESIGN.md, Words: range); "-" where nobody states any."""
    if value is None or (value.low is None and value.high is None and value.best is None):
        return UNKNOWN
    low, high = value.low, value.high
    if low is None:
        span = f"up to {high}"
    elif high is None or low == high:
        span = f"{low} and more" if value.open or high is None else str(low)
    else:
        span = f"{low}-{high}" + (" and more" if value.open else "")
    if value.best is None or (low == high == value.best):
        return span
    at_least = "at least " if value.open and value.best == (high if high is not None else low) else ""
    return f"{span}, best {at_least}{value.best}"


def day_words(date: DateSpan | None) -> str:
    """ "2018-09-09", "2018-09-07 to 09-10", "2017-12-30 to 2018-01-02"."""
    if date is None:
        return UNKNOWN
    first, last = date.first.isoformat(), date.last.isoformat()
    if first == last:
        return first
    return f"{first} to {last[5:] if first[:4] == last[:4] else last}"


def claim_words(claim: Claim) -> str:
    """ "killed children 2", "air_strike"."""
    if isinstance(claim, Figure):
        return f"{claim.measure.value} {claim.category.value} {quantity_words(claim.quantity)}"
    return claim.type.value if isinstance(claim, Event) else claim.label


def place_words(incident: Incident | Outline) -> str:
    """The place's name and, where it is not the same, the area that holds it."""
    where = incident.where
    name = incident.place or (where.name if where else None)
    if name is None:
        return UNKNOWN
    area = where.admin1 if where else None
    return f"{name}, {area}" if area and area not in name else name


def short(identity: str) -> str:
    """Enough of an id to type: commands take any unique beginning of at least 8 characters."""
    return identity[:10]
