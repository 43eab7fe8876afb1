"""When an incident happened, from all the dates that its tellings give."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from according.assess.origins import Said
from according.domain.mention import DateSpan
from according.text.filed import day_of

SHORT_SPAN = 3
"""Days. Dates no longer than this say when it happened; longer ones count only where there is no shorter."""
LONGEST = 31
"""Days. What is dated more widely ("this year") has no date."""
AGREED = 1 / 3
"""Of the votes for the day that most reports give: so many make a day beside it part of the window."""
_DAY = timedelta(days=1)


def date_of(said: Sequence[Said]) -> DateSpan | None:
    """The day that most reports give, with a neighbouring day that hardly fewer give; else the shortest longer date; where no
    claim is dated, the day of the first report and the one before."""
    dates = [(s.telling.report, s.claim.date) for s in said if s.claim.date is not None]
    short = [(report, span) for report, span in dates if _days(span) <= SHORT_SPAN]
    if not short:
        longer = [span for _, span in dates if _days(span) <= LONGEST]
        if longer:
            return min(longer, key=lambda span: (span.last - span.first, span.first))
        return None if dates else _reported(said)
    exact = min(_days(span) for _, span in short)
    votes = _votes((report, span) for report, span in short if _days(span) == exact)
    best = max(votes, key=lambda day: (votes[day], -day.toordinal()))
    first, last = best, best
    while votes[first - _DAY] >= AGREED * votes[best] and (last - first).days + 1 < SHORT_SPAN:
        first -= _DAY
    while votes[last + _DAY] >= AGREED * votes[best] and (last - first).days + 1 < SHORT_SPAN:
        last += _DAY
    return DateSpan.day(first) if first == last else DateSpan.from_iso(f"{first}/{last}")


def _reported(said: Sequence[Said]) -> DateSpan | None:
    """What a report gives no date of happened when it was reported first, or the day before."""
    days = [day for s in said if (day := s.telling.setting.filed or day_of(s.telling.published)) is not None]
    first = min(days, default=None)
    return DateSpan.from_iso(f"{first - _DAY}/{first}") if first else None


def _votes(dates: Iterable[tuple[str, DateSpan]]) -> defaultdict[date, float]:
    """One vote a report, shared out over the days that it gives."""
    given: dict[str, Counter[date]] = defaultdict(Counter)
    for report, span in dates:
        for n in range(_days(span)):
            given[report][span.first + n * _DAY] += 1
    votes: defaultdict[date, float] = defaultdict(float)
    for days in given.values():
        for day, count in days.items():
            votes[day] += count / days.total()
    return votes


def _days(span: DateSpan) -> int:
    return (span.last - span.first).days + 1
