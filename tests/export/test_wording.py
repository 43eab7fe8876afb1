"""Quantities and ranges in words."""

from __future__ import annotations

import pytest

from according.cli.console import table
from according.cli.marking import mark
from according.domain.claim import Quantity
from according.domain.incident import Range
from according.domain.values import Bound
from according.export.wording import quantity_words, range_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "-"),
        (Range(None, None, None), "-"),
        (Range(5, 5, 5), "5"),
        (Range(0, 0, 0), "0"),
        (Range(1, 4, 4, open=True), "1-4 and more, best at least 4"),
        (Range(1, 4, 3), "1-4, best 3"),
        (Range(4, 4, 4, open=True), "4 and more"),
        (Range(4, None, 4, open=True), "4 and more, best at least 4"),
        (Range(None, 9, None), "up to 9"),
    ],
)
def test_a_range_in_words(value: Range | None, words: str) -> None:
    assert range_words(value) == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity("four", 4, 4), "4"),
        (Quantity("at least four", 4, None, Bound.AT_LEAST), "4 or more"),
        (Quantity("more than four", 4, None, Bound.MORE_THAN), "more than 4"),
        (Quantity("up to nine", None, 9, Bound.AT_MOST), "up to 9"),
        (Quantity("fewer than nine", None, 9, Bound.FEWER_THAN), "fewer than 9"),
        (Quantity("some 30", 30, 30, Bound.ABOUT), "about 30"),
        (Quantity("three to five", 3, 5, Bound.BETWEEN), "3 to 5"),
        (Quantity("dozens", None, None, None, vague=True), "“dozens”"),
    ],
)
def test_a_quantity_in_words(quantity: Quantity, words: str) -> None:
    assert quantity_words(quantity) == words


def test_words_are_marked_where_nobody_sees_colour() -> None:
    assert (
        mark("four people, two children", [(0, 11, "1"), (13, 25, "2")]).plain == "«four people»[1], «two children»[2]"
    )
    assert mark("two children", [(0, 12, "1"), (4, 12, "2")]).plain == "«two «children»»[1,2]"
    assert mark("no claim", []).plain == "no claim"


def test_a_table_in_a_pipe_is_plain_and_cuts_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    long = "word " * 80
    table(("where", "words"), [("مدينة إدلب [red]", long)])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "مدينة إدلب [red]" in out
    assert out.count("word ") + out.count("word\n") >= 80
    assert max(map(len, out.splitlines())) <= 160
