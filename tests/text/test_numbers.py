"""Numbers in English words and digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.text.numbers import number_at


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("four", 4),
        ("zero", 0),
        ("twenty-two", 22),
        ("twenty - two", 22),
        ("twenty two", 22),
        ("one hundred and five", 105),
        ("a hundred and twenty", 120),
        ("a hundred", 100),
        ("two hundred thousand", 200_000),
        ("three thousand four hundred and twelve", 3_412),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("7", 7),
        ("2,000", 2_000),
        ("2.000", 2_000),
        ("1.200.000", 1_200_000),
        ("1.2 million", 1_200_000),
        ("1.234 million", 1_234_000),
        ("3 million", 3_000_000),
        ("2 dozen", 24),
        ("٣", 3),
    ],
)
def test_a_number_is_read_whole(words: str, value: int) -> None:
    assert number_at(words.split(), 0) == (value, len(words.split()))
    assert number_at(["at", "least", *words.split(), "people"], 2) == (value, len(words.split()))


@pytest.mark.parametrize(
    ("words", "value", "used"),
    [
        ("two three", 2, 1),
        ("nineteen eighty", 19, 1),
        ("four and five", 4, 1),
        ("twenty dozens", 20, 1),
        ("12 and", 12, 1),
    ],
)
def test_a_number_ends_where_another_word_begins(words: str, value: int, used: int) -> None:
    assert number_at(words.split(), 0) == (value, used)


@pytest.mark.parametrize(
    "words",
    [
        "a",
        "an",
        "a man",
        "half",
        "half a",
        "half a loaf",
        "dozen",
        "hundred",
        "1.5",
        "1.2345",
        "0963123456789",
        "²",
        "12th",
    ],
)
def test_what_is_no_number_of_people_is_none(words: str) -> None:
    assert number_at(words.split(), 0) is None


def test_an_empty_word_is_no_number() -> None:
    assert number_at([""], 0) is None


UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(n: int) -> str:
    if n < 20:
        return UNITS[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{UNITS[n % 10]}" if n % 10 else "")
    for size, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = f" {'and ' if size == 100 else ''}{spell(n % size)}" if n % size else ""
            return f"{spell(n // size)} {name}{rest}"
    raise AssertionError


@given(st.integers(0, 999_999_999))
def test_what_is_spelled_is_read_again(n: int) -> None:
    words = spell(n).split()
    assert number_at(words, 0) == (n, len(words))
    assert number_at([f"{n:,}"], 0) == ((n, 1) if len(f"{n:,}") <= 12 else None)
