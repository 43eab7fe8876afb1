"""The timeline: every incident on each of its days, bars that can be told apart, days that filter to what a bar says."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from according.domain.mention import DateSpan
from according.web.timeline import HEIGHT, MOST, timeline

DAY = date(2031, 3, 2)
SPANS = st.tuples(st.dates(), st.integers(0, 400)).map(
    lambda pair: DateSpan(pair[0], min(date.max - pair[0], timedelta(pair[1])) + pair[0])
)


def on(*days: int) -> list[tuple[DateSpan | None, int]]:
    return [(DateSpan.day(DAY + timedelta(day)), 1) for day in days]


@pytest.mark.parametrize(
    ("days", "unit"), [(6, "day"), (119, "day"), (120, "week"), (1000, "month"), (6000, "quarter"), (20000, "year")]
)
def test_bars_stand_for_the_finest_unit_that_can_be_told_apart(days: int, unit: str) -> None:
    found = timeline(on(*range(0, days + 1, 5), days), [])
    assert found.unit == unit
    assert 2 <= len(found.bars) <= MOST


def test_an_incident_of_several_days_counts_on_each_and_one_without_a_day_on_none() -> None:
    dates = [*on(0, 0, 3), (DateSpan(DAY, DAY + timedelta(2)), 2), (None, 5)]
    found = timeline(dates, dates)
    assert [bar.number for bar in found.bars] == [4, 2, 2, 1]
    assert [bar.height for bar in found.bars] == [HEIGHT, HEIGHT / 2, HEIGHT / 2, HEIGHT / 4]
    assert found.undated == 5


def test_bars_stand_still_while_the_filter_changes() -> None:
    whole = on(0, 1, 2, 3)
    assert [bar.since for bar in timeline(whole, on(2)).bars] == [bar.since for bar in timeline(whole, whole).bars]
    assert [bar.number for bar in timeline(whole, on(2)).bars] == [0, 0, 1, 0]


def test_the_days_asked_for_are_chosen() -> None:
    whole = on(0, 1, 2, 3)
    chosen = [bar.chosen for bar in timeline(whole, whole, "2031-03-03", "2031-03-04").bars]
    assert chosen == [False, True, True, False]
    assert all(bar.chosen for bar in timeline(whole, whole).bars)


def test_one_day_long_ago_does_not_make_the_week_a_line() -> None:
    dates = [*on(*range(7), *range(7), *range(7)), (DateSpan.day(date(2011, 3, 15)), 1)]
    found = timeline(dates, dates)
    assert found.unit == "day" and len(found.bars) == 8
    assert (found.bars[0].since, found.bars[0].number, found.bars[0].words) == (None, 1, "until 2031-03-01")


def test_nothing_dated_draws_nothing() -> None:
    assert timeline([(None, 3)], [(None, 3)]).bars == ()
    assert timeline([], []).bars == ()


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(SPANS, st.integers(1, 9)), min_size=1, max_size=20))
def test_every_day_is_in_one_bar_and_every_incident_in_its_own(dates: list[tuple[DateSpan, int]]) -> None:
    bars = timeline(dates, dates).bars
    assert 1 <= len(bars) <= MOST + 3
    assert bars[0].since is None or bars[0].since <= min(span.first for span, _ in dates)
    assert bars[-1].until is None or bars[-1].until >= max(span.last for span, _ in dates)
    for bar, following in pairwise(bars):
        assert bar.until is not None and following.since == bar.until + timedelta(1)
    for bar in bars:
        since, until = bar.since or date.min, bar.until or date.max
        assert bar.number == sum(n for span, n in dates if span.first <= until and span.last >= since)
        assert bool(bar.number) == bool(bar.height)
