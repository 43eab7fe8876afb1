"""The day that a text prints as its own."""

from __future__ import annotations

from datetime import date

from according.text.filed import filed_day


def test_a_date_that_opens_a_text_beats_what_was_published() -> None:
    text = "Thu Feb 26 2031 Rebels entered the town. Nobody was hurt."
    assert filed_day(text, published="2028-08-11") == date(2031, 2, 26)
    text = "Bomb kills 18 in the capital state TV The latest in a spate of blasts AFP Tuesday 6 Aug 2030 A bomb killed 18 people."
    assert filed_day(text, published="2030-08-18") == date(2030, 8, 6)


def test_a_date_in_the_first_sentence_is_not_the_reports() -> None:
    assert filed_day("On 5 May 2031 rebels entered the town.") is None
