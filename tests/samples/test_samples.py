"""The samples say that they are invented, and read as the incidents that their author planned."""

from __future__ import annotations

from pathlib import Path

import pytest

from according.app import wiring
from according.app.link import Linked, link_captures
from according.app.settings import Settings
from according.domain.incident import Incident
from according.domain.problem import Problem
from according.domain.report import Capture
from according.domain.values import DisputeKind, EventType, Grade
from according.export.incident_row import is_invented

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def collected() -> list[Capture | Problem]:
    return list(wiring.collect(SAMPLES / "reports"))


@pytest.fixture(scope="module")
def captures(collected: list[Capture | Problem]) -> list[Capture]:
    return [item for item in collected if isinstance(item, Capture)]


@pytest.fixture(scope="module")
def linked(captures: list[Capture]) -> Linked:
    return link_captures(captures, wiring.parts(Settings.of({}, registry=[SAMPLES / "actors.tsv"])))


def telling_of(linked: Linked, given: str) -> list[Incident]:
    reports = {report for report, names in linked.given.items() if given in names}
    return [incident for incident in linked.incidents if reports & {report for report, _ in incident.reports}]


def test_every_text_says_that_it_is_invented(captures: list[Capture]) -> None:
    assert len(captures) > 50
    assert all(is_invented(capture.text) for capture in captures)


def test_every_kind_of_file_is_among_them(captures: list[Capture]) -> None:
    kinds = {Path(capture.source).suffix for capture in captures}
    assert kinds == {".txt", ".html", ".csv", ".jsonl"}


def test_only_the_planned_problems_are_met_and_the_rest_is_read(collected: list[Capture | Problem]) -> None:
    met = {
        (problem.code, Path(problem.what.partition(",")[0]).name)
        for problem in collected
        if isinstance(problem, Problem)
    }
    assert met == {("empty-file", "t-09.txt"), ("bad-json", "weekend.jsonl")}
    assert {"e-02", "e-04"} <= {item.given_id for item in collected if isinstance(item, Capture)}


def test_menus_and_other_headlines_of_a_page_are_left_out(captures: list[Capture]) -> None:
    pages = [capture for capture in captures if capture.source.endswith(".html")]
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


def test_arabic_reports_are_kept_as_problems_until_they_are_read(captures: list[Capture], linked: Linked) -> None:
    unread = {problem.what for problem in linked.problems if problem.code == "no-reader"}
    arabic = {capture.given_id for capture in captures if capture.lang == "ar"}
    assert arabic
    assert unread == (arabic if "ar" not in wiring.readers() else set())


def test_copies_and_updates_of_the_market_strike_are_one_incident(linked: Linked) -> None:
    (market,) = [i for i in telling_of(linked, "w-04") if EventType.AIR_STRIKE in i.types]
    assert market in telling_of(linked, "w-01")
    assert market in telling_of(linked, "w-03")
    assert market.killed is not None
    assert (market.killed.low, market.killed.high) == (11, 13)
    assert {origin.name for origin in market.origins} == {"Green Vest rescue service", "Orontes Incident Monitor"}
    assert DisputeKind.TOLL in {dispute.kind for dispute in market.disputes}


def test_who_tells_of_its_own_fight_confirms_it(linked: Linked) -> None:
    """Only combatants were harmed, yet Confirmed comes before Discounted (docs/method.md, Grades)."""
    (fight,) = [i for i in telling_of(linked, "w-12") if EventType.ARMED_CLASH in i.types]
    assert fight in telling_of(linked, "w-13")
    assert fight.killed is None
    assert fight.grade is Grade.CONFIRMED


@pytest.mark.parametrize(
    "given",
    [
        "w-27",
        pytest.param(
            "w-28", marks=pytest.mark.xfail(strict=True, reason="a team that beats its rivals is read as an attack")
        ),
    ],
)
def test_a_storm_and_a_cup_final_are_no_incidents(linked: Linked, given: str) -> None:
    assert telling_of(linked, given) == []
