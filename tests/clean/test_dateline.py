"""Where and when a text says it was filed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.clean.dateline import dateline_of


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("BEIRUT, Sept 9 (Agency) - Four people", "BEIRUT", "Sept 9"),
        ("KABUL, Afghanistan (Sept. 11, 2031)\n\nAn", "KABUL", "Sept. 11, 2031"),
        ("BEIRUT (AP) — The army", "BEIRUT", None),
        ("ERBIL (Some Channel 24) – The army", "ERBIL", None),
        ("A headline\nGENEVA, 5 March 2031 – The", "GENEVA", "5 March 2031"),
        ("IDLIB, Syria -- Four people", "IDLIB", None),
        ("Damascus, SANA- A number of people", "Damascus", None),
        ("Deir ez-Zor, March 3 - Four people", "Deir ez-Zor", "March 3"),
        ("It said so. KABUL, Afghanistan (Dec. 28) – Afghan forces", "KABUL", "Dec. 28"),
        ("Invented sample: IDLIB, March 5 (Invented Wire) - Four people", "IDLIB", "March 5"),
        ("نموذج مختلق\nدمشق-سانا قتل أربعة", "دمشق", None),
    ],
)
def test_a_dateline_gives_place_and_date(text: str, place: str, date: str | None) -> None:
    found = dateline_of(text)
    assert found is not None
    assert (found.place, found.date) == (place, date)
    assert text[found.start :].startswith(place)
    assert found.start == found.place_start < found.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Four people were killed.",
        "Mr Smith (45) was killed",
        "Update - Four people",
        "UPDATE: Four people",
        "The Observatory (SOHR) said",
        "Invented sample: Four killed - police",
        "words " * 300 + "\nBEIRUT (AP) — too late",
    ],
)
def test_other_beginnings_are_none(text: str) -> None:
    assert dateline_of(text) is None


@given(st.text(st.sampled_from("AaB -,.(–19\nSept"), max_size=300))
def test_whatever_is_found_lies_in_the_text(text: str) -> None:
    found = dateline_of(text)
    if found is not None:
        assert text[found.start : found.end].startswith(found.place or "")
