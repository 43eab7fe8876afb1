"""The samples come out as the incidents, disputes and copies that their author planned (samples/expected.jsonl).

What does not come out yet stands in floors.json under `missing`, by incident and aspect, each with its reason; anything else that
differs fails. When more comes out than that, a warning says which lines may go.
"""

from __future__ import annotations

import warnings

import pytest

from according import clean, dedupe
from according.app.link import Linked
from according.domain.report import Capture
from according.export.incident_line import incident_line
from tests.samples.expected import FLOORS, Line, lines
from tests.samples.planned import differences, paired, reports_of

PLANNED = lines("incident")
MISSING: dict[str, dict[str, str]] = FLOORS["missing"]
UNPLANNED: dict[str, str] = FLOORS["unplanned"]


@pytest.fixture(scope="module")
def found(linked: Linked) -> list[Line]:
    return [incident_line(incident, linked.given) for incident in linked.incidents]


@pytest.fixture(scope="module")
def unread(linked: Linked) -> frozenset[str]:
    return frozenset(problem.what for problem in linked.problems if problem.code == "no-reader")


@pytest.mark.parametrize("plan", PLANNED, ids=lambda plan: plan["incident"])
def test_an_incident_comes_out_as_planned(plan: Line, found: list[Line], unread: frozenset[str]) -> None:
    differing = {d.aspect: str(d) for d in differences(plan, paired(PLANNED, found)[plan["incident"]], unread)}
    known = MISSING.get(plan["incident"], {})
    better = sorted(set(known) - set(differing))
    if better and not unread & set(plan["reports"]):
        warnings.warn(
            f"{plan['incident']}: {', '.join(better)} now as planned, floors.json can be raised", stacklevel=1
        )
    assert not [text for aspect, text in differing.items() if aspect not in known]


def test_nothing_else_comes_out(found: list[Line]) -> None:
    """Each incident is one that was planned, or one of the known faults."""
    expected = [id(incident) for incident in paired(PLANNED, found).values()]
    others = [incident for incident in found if id(incident) not in expected]
    shown = {" ".join(sorted(reports_of(incident))): (incident["types"], incident["place"]) for incident in others}
    assert not {reports: what for reports, what in shown.items() if reports not in UNPLANNED}


def test_every_known_fault_names_what_was_planned() -> None:
    names = {plan["incident"] for plan in PLANNED} | {f"copies of {line['copies'][0]}" for line in lines("copies")}
    assert set(MISSING) <= names
    assert all(reason for reasons in [*MISSING.values(), UNPLANNED] for reason in reasons.values())


@pytest.mark.parametrize("line", lines("none"), ids=lambda line: line["none"])
def test_no_incident_comes_of_what_is_none(line: Line, found: list[Line]) -> None:
    telling = {report for incident in found for report in reports_of(incident)}
    assert telling.isdisjoint(set(line["reports"]) - set(UNPLANNED))


@pytest.fixture(scope="module")
def families(captures: dict[str, Capture]) -> list[Line]:
    """The families of the samples, as lines of the gold."""
    reports = {given: clean.report_of(capture) for given, capture in captures.items()}
    given = {report.id: name for name, report in reports.items()}
    return [
        {
            "copies": sorted(given[report] for report in family.copies),
            "stitched": sorted({given[report] for report, _, _ in family.taken}),
            "publisher": family.publisher,
        }
        for family in dedupe.families_of(reports.values())
    ]


@pytest.mark.parametrize("line", lines("copies"), ids=lambda line: line["copies"][0])
def test_copies_are_known_with_whom_they_were_copied_from(line: Line, families: list[Line]) -> None:
    first = line["copies"][0]
    family = next((family for family in families if first in family["copies"]), {})
    differing = {key: (value, family.get(key)) for key, value in line.items() if family.get(key) != value}
    known = MISSING.get(f"copies of {first}", {})
    assert not {key: both for key, both in differing.items() if key not in known}


def test_nothing_else_is_called_a_copy(families: list[Line]) -> None:
    copied = {report for line in lines("copies") for report in (*line["copies"], *line["stitched"])}
    assert {report for family in families for report in (*family["copies"], *family["stitched"])} <= copied
