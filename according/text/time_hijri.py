"""Days of the Islamic calendar, by its tabular reckoning (civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29).

Where the moon decides, the true day may be one before or after.
"""

from __future__ import annotations

from datetime import date, timedelta

_EPOCH = date(622, 7, 19)
"""The first of Muharram of the year 1, in the Gregorian calendar (16 July in the Julian one)."""


def from_hijri(year: int, month: int, day: int) -> date:
    """Raises ValueError where there is no such day."""
    if not (1 <= month <= 12 and 1 <= day <= 30 and 1 <= year <= 2000):
        raise ValueError(f"no day of the Islamic calendar: {year}-{month}-{day}")
    days = day - 1 + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return _EPOCH + timedelta(days=days)


def hijri_year_of(day: date) -> int:
    """The Islamic year in which a day lies."""
    year = round((day - _EPOCH).days / 354.3667) + 1
    while from_hijri(year, 1, 1) > day:
        year -= 1
    while from_hijri(year + 1, 1, 1) <= day:
        year += 1
    return year
