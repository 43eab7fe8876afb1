"""The date stamp before a report's first words."""

from __future__ import annotations

import pytest

from according.clean.stamp import stamp_end


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Published October 10 2031 At least ten people", "At least ten people"),
        ("Date of publication 5 August 2031 Air raids", "Air raids"),
        ("Last updated at Jul 012031 Four people", "Four people"),
        ("Sat Mar 12 2031 Four people", "Four people"),
        ("Monday 07 November 2031 19:02 Four people", "Four people"),
        ("August 13 2031 2037 UTC+3 The army", "The army"),
        ("05-04-2031 Four people", "Four people"),
        ("5 May 2031\n\nFour people", "Four people"),
    ],
)
def test_the_words_begin_after_the_stamp(text: str, rest: str) -> None:
    end = stamp_end(text)
    assert end is not None
    assert text[end:] == rest


@pytest.mark.parametrize(
    "text",
    [
        "12 March 2031 was the day",
        "On 5 May 2031 Four people",
        "In May 2031 Four",
        "5 May 2031, the army",
        "5 May 2031",
        "",
    ],
)
def test_a_date_in_a_sentence_is_no_stamp(text: str) -> None:
    assert stamp_end(text) is None
