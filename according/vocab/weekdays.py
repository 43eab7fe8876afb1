"""The days of the week by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from according.text.fold import fold


@cache
def weekday_numbers() -> Mapping[str, int]:
    """Folded words of `weekdays.tsv` to the day's number, 0 = Monday."""
    lines = files("according.vocab").joinpath("weekdays.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return {fold(word): int(number) for number, words in rows for word in words.split()}
