"""From when to when totals count, and which events have no day of their own."""

from __future__ import annotations

from datetime import date

import pytest

from according import clean
from according.domain.claim import Claim
from according.domain.mention import Mentions
from according.domain.protocols import Prepared
from according.domain.report import Capture, Report
from according.extract.english.reader import EnglishReader
from according.text.times import find_times

DAY = date(2031, 8, 1)  # a Friday


def read(text: str) -> tuple[Claim, ...]:
    report = Report.from_capture(Capture(text, "wartime", "", 0, 0, "test", "test"), "en")
    times = tuple(find_times(text, 0, len(text), DAY))
    (reading,) = EnglishReader().read([Prepared(report, clean.layout_of(report), Mentions(times=times, day=DAY))])
    return reading.claims


def dates(text: str) -> dict[str, str | None]:
    return {claim.anchor: claim.date.iso() if claim.date else None for claim in read(text)}


@pytest.mark.parametrize(
    "beginning",
    [
        "The valley has been gripped by civil war since March 2029.",
        "The conflict began with protests in March 2029.",
        "The war, which erupted in March 2029, has no end in sight.",
    ],
)
def test_a_total_of_the_war_counts_from_its_beginning(beginning: str) -> None:
    assert (
        dates(f"{beginning} The war has killed more than 90,000 people.")["more than 90,000 people"]
        == "2029-03-01/2031-08-01"
    )


def test_a_rule_that_began_earlier_is_not_the_wars_beginning() -> None:
    text = "The conflict began when the party, in power since 1999, crushed protests in March 2029. The war has killed more than 90,000 people."
    assert dates(text)["more than 90,000 people"] == "2029-03-01/2031-08-01"


def test_what_is_counted_since_a_day_ends_with_the_saying() -> None:
    text = "A monitor said Thursday that 40 soldiers had been killed near Sarmin since Wednesday."
    assert dates(text)["40 soldiers"] == "2031-07-30/2031-07-31"


def test_what_goes_on_has_no_day() -> None:
    found = dates("Shells killed six people in Sarmin on Tuesday. The army has bombed the town of Morek.")
    assert found["six people"] == "2031-07-29"
    assert found["bombed"] is None
