"""The day that a page prints as its own."""

from __future__ import annotations

from datetime import date

import pytest

from according.text.arabic import clean_text
from according.text.filed import day_of, filed_day

DAY = date(2031, 3, 6)


@pytest.mark.parametrize(
    "text",
    [
        "6 March 2031\n\nShells fell on the town.",
        "NEWS DESK\n\nThursday, 6 Mar 2031, 15:01\n\nShells fell on the town in the morning, residents said.",
    ],
)
def test_a_date_at_the_head_or_with_an_hour_on_its_line(text: str) -> None:
    assert filed_day(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "سقطت قذائف على البلدة صباح اليوم الخميس 6 آذار 2031، وأصيب مدنيان.",
        "سقطت قذائف على البلدة.\nتاريخ النشر: 06.03.2031 | 22:00",
    ],
)
def test_today_beside_a_full_date_and_a_label_of_publication_in_arabic(text: str) -> None:
    assert filed_day(text, clean_text(text).text) == DAY


def test_the_one_day_that_a_title_names() -> None:
    text = "Shells fell on the town."
    assert filed_day(text, title="Events of Thursday 6 March 2031") == DAY
    assert filed_day(text, title="From 6 March 2031 to 9 March 2031") is None
    assert filed_day(text, title="Shells on the town") is None


def test_a_date_long_after_publication_is_that_of_the_copying() -> None:
    text = (
        "Two wounded as shells fall on a market in the town\n\nThursday, 6 Mar 2031, 15:01\n\nShells fell on the town."
    )
    assert filed_day(text, published="2031-03-05") == DAY
    assert filed_day(text, published="2029-03-05T10:00:00Z") is None


def test_a_date_amid_the_story_is_none_of_the_pages() -> None:
    assert filed_day("The town was last shelled on 6 March 2031, residents said, and it was quiet since then.") is None
    assert day_of("soon") is None


def test_a_date_that_opens_a_text_beats_what_was_published() -> None:
    text = "Thu Feb 26 2031 Rebels entered the town. Nobody was hurt."
    assert filed_day(text, published="2028-08-11") == date(2031, 2, 26)
    text = "Bomb kills 18 in the capital state TV The latest in a spate of blasts AFP Tuesday 6 Aug 2030 A bomb killed 18 people."
    assert filed_day(text, published="2030-08-18") == date(2030, 8, 6)


def test_a_date_in_the_first_sentence_is_not_the_reports() -> None:
    assert filed_day("On 5 May 2031 rebels entered the town.") is None
