"""Commas put back into reports that lost theirs."""

from __future__ import annotations

import pytest

from according.extract.english.commas import SHORTEST, commas_in, lost_commas


def pointed(sentence: str) -> str:
    for at in reversed(commas_in(sentence)):
        sentence = f"{sentence[:at]},{sentence[at:]}"
    return sentence


@pytest.mark.parametrize(
    "wanted",
    [
        "Shells killed 13 people in the market, a monitor said.",
        "Shells killed 13 people in the market, the Marj Observatory for Rights said on Sunday.",
        "Shells killed 13 people and 14 others, local activists have reported.",
        "Shells killed 13 people in Homs, state media reported.",
        "Shells killed 13 people, she added.",
        "Shells hit a rebel group, Syrian state TV reports.",
        "On Monday, the monitor counted nine dead.",
        "On Tuesday, at least 58 people were killed.",
        "According to the Marj Monitor, 30 people were killed.",
        "They fled to Sarmin, the largest town of the plain.",
        "Raids hit the market, killing nine people.",
        "Raids hit the area, 15 in the north and two in the south.",
        "Twelve civilians, including two children, were killed in Sarmin.",
    ],
)
def test_a_comma_is_read_where_it_stood(wanted: str) -> None:
    assert pointed(wanted.replace(",", "")) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "The monitor said that 13 people were killed.",
        "The dead were taken to a hospital that the army said it had not struck.",
        "The attack left at least 12 in the hospital.",
        "Raids hit the market killing and wounding dozens.",
        "Under the deal the fighters left.",
        "Half a dozen children were seen at the clinic.",
        "",
    ],
)
def test_none_is_read_where_none_stood(sentence: str) -> None:
    assert commas_in(sentence) == []


def test_only_a_long_text_without_commas_has_lost_them() -> None:
    stripped = "Shells fell on the market and killed nine people a monitor said. " * 8
    assert lost_commas(stripped)
    assert not lost_commas(stripped[: SHORTEST - 1])
    assert not lost_commas(stripped.replace("people a", "people, a"))
