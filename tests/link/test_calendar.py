"""Days and weekdays that a report names, of whatever year."""

from __future__ import annotations

import pytest

from according.link.calendar import named_days, named_weekdays
from according.text.fold import fold


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on October 6", {1006}),
        ("the 6 October raid and the 7th", {1006}),
        ("10/06/2031, later 2031-06-11", {610, 611}),
        ("اليوم الجمعة 6 تشرين الأول", {1006}),
        ("في 22 من شهر نوفمبر", {1122}),
        ("45 October, 13/13/2031, 6 people", set()),
    ],
)
def test_days_are_read_without_a_year(text: str, days: set[int]) -> None:
    assert named_days(fold(text)) == days


def test_weekdays_are_read_in_both_languages() -> None:
    assert named_weekdays(fold("Monday's raid, and يوم الأحد")) == {0, 6}
