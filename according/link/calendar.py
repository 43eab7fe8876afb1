"""Days that a report names without saying of which year, or of which week: what an undated telling can be dated by."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Mapping

from according.text.time_patterns_arabic import DAYS, MONTHS

_MONTHS: Mapping[str, int] = {
    **{name.casefold(): number for number, name in enumerate(month_name) if number},
    **{name.casefold()[:3]: number for number, name in enumerate(month_name) if number},
    **MONTHS,
}
_WEEKDAYS: Mapping[str, int] = {
    **{f"{name.casefold()}{ending}": number for number, name in enumerate(day_name) for ending in ("", "s")},
    **DAYS,
}
"""With "mondays", as "Monday's" is folded."""
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?:(?P<d1>\d\d?) (?:من )?(?:شهر )?(?P<m1>{_MONTH})|(?P<m2>{_MONTH}) (?P<d2>\d\d?)"
    r"|(?P<d3>\d\d?) (?P<m3>\d\d?) (?:19|20)\d\d|(?:19|20)\d\d (?P<m4>\d\d?) (?P<d4>\d\d?))\b"
)
"""In folded text, where nothing but spaces stands between numbers and words: "6 october", "10 06 2031", "2031 06 10"."""


def named_days(folded: str) -> frozenset[int]:
    """The days of the year in a folded text, as 100 times the month and the day: 1006 for "6 October", of whatever year."""
    found = set()
    for match in _DAY.finditer(folded):
        day, month = next((match[f"d{n}"], match[f"m{n}"]) for n in range(1, 5) if match[f"d{n}"])
        number = _MONTHS.get(month) or int(month)
        if 1 <= number <= 12 and 1 <= int(day) <= 31:
            found.add(100 * number + int(day))
    return frozenset(found)


def named_weekdays(folded: str) -> frozenset[int]:
    """The weekdays in a folded text, 0 = Monday."""
    return frozenset(_WEEKDAYS[word] for word in folded.split() if word in _WEEKDAYS)
