"""The samples say that they are invented, come in every kind of file, and hold only the problems that were planned."""

from __future__ import annotations

from pathlib import Path

from according.app import wiring
from according.app.link import Linked
from according.app.settings import Settings
from according.domain.problem import Problem
from according.domain.report import Capture
from according.export.incident_row import is_invented
from tests.samples.expected import SAMPLES


def test_every_text_says_that_it_is_invented(captures: dict[str, Capture]) -> None:
    assert len(captures) > 50
    assert all(is_invented(capture.text) for capture in captures.values())


def test_every_kind_of_file_is_among_them(captures: dict[str, Capture]) -> None:
    kinds = {Path(capture.source).suffix for capture in captures.values()}
    assert kinds == {".txt", ".html", ".csv", ".jsonl"}


def test_only_the_planned_problems_are_met_and_the_rest_is_read(
    collected: list[Capture | Problem], captures: dict[str, Capture]
) -> None:
    met = {
        (problem.code, Path(problem.what.partition(",")[0]).name)
        for problem in collected
        if isinstance(problem, Problem)
    }
    assert met == {("empty-file", "t-09.txt"), ("bad-json", "weekend.jsonl")}
    assert {"e-02", "e-04"} <= set(captures)


def test_menus_and_other_headlines_of_a_page_are_left_out(captures: dict[str, Capture]) -> None:
    pages = [capture for capture in captures.values() if capture.source.endswith(".html")]
    assert pages
    for page in pages:
        assert page.text.count("Invented sample:") + page.text.count("نموذج مختلق:") == 1
        assert page.published is not None
        assert page.publisher is not None


def test_no_shipped_actor_is_in_the_invented_registry() -> None:
    shipped = wiring.registry(Settings.of({}))
    rows = (SAMPLES / "actors.tsv").read_text(encoding="utf-8").splitlines()[2:]
    assert rows
    assert not [label for label in (row.split("\t")[1] for row in rows) if shipped.find(label) is not None]


def test_arabic_reports_are_kept_as_problems_until_they_are_read(captures: dict[str, Capture], linked: Linked) -> None:
    unread = {problem.what for problem in linked.problems if problem.code == "no-reader"}
    arabic = {given for given, capture in captures.items() if capture.lang == "ar"}
    assert arabic
    assert unread == (arabic if "ar" not in wiring.readers() else set())
