"""The tour is true: every output in docs/tour.md is what the code gives."""

from __future__ import annotations

import doctest
from pathlib import Path

TOUR = Path(__file__).parents[2] / "docs" / "tour.md"


def test_the_tour_prints_what_it_says(tmp_path: Path) -> None:
    example = doctest.DocTestParser().get_doctest(
        TOUR.read_text(encoding="utf-8"), {"folder": tmp_path}, TOUR.name, str(TOUR), 0
    )
    told: list[str] = []
    failures = doctest.DocTestRunner().run(example, out=told.append)
    assert failures.attempted > 20
    assert not failures.failed, "".join(told)
