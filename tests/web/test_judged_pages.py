"""What people judged and redacted stands on the pages, with who and why, and cannot write into them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from according.app import judge, wiring
from according.app.ingest import ingest
from according.app.rebuild import refresh
from according.app.redact import plan, redact
from according.app.settings import Settings
from according.domain.protocols import ClaimQuery, IncidentQuery, Ledger
from according.domain.values import Grade, Measure
from according.web.server import application

HOSTILE = "<script>alert(1)</script>"
REPORTS = [
    {
        "id": "wire",
        "publisher": "Orontes Wire",
        "published": "2031-03-03",
        "text": "Invented sample: Four civilians were killed on Monday when shells hit a market in Saraqib, medics said. Eleven "
        "people were injured. Abu Invented Testname saw it.",
    },
    {
        "id": "herald",
        "publisher": "Northern Herald",
        "published": "2031-03-03",
        "text": "Invented sample: Seven civilians were killed by shelling of a market in Saraqib on Monday, rescuers said.",
    },
]


def by(why: str) -> judge.Who:
    return judge.Who(f"Amal {HOSTILE}", judge.now(), f"{why} {HOSTILE}")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("judged")
    file = folder / "in.jsonl"
    file.write_text("".join(json.dumps(report) + "\n" for report in REPORTS), encoding="utf-8")
    settings = Settings.of({}, ledger=folder / "web.db")
    opened, parts, store = wiring.ledger(settings), wiring.parts(settings), wiring.store(settings)
    ingest(wiring.collect(Path(file), store.put), opened, parts)
    tolls = {f.report.given_id: f.claim.id for f in opened.claims(ClaimQuery(measure=Measure.KILLED))}
    (incident,) = opened.incidents(IncidentQuery())
    judge.reject(opened, [tolls["herald"]], by("a rumour"))
    judge.correct(opened, tolls["wire"], "quantity", "at least 5", by("paragraph two"))
    judge.note(opened, [incident.id], by("asked for the list"))
    judge.grade(opened, incident.id, Grade.CONFIRMED, by("the inquiry"))
    refresh(opened, parts.registry)
    words = ["Abu Invented Testname"]
    redact(plan(opened, [], words), words, by("asked for by the family"), opened, store, parts.registry)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def client(ledger: Ledger) -> Iterator[TestClient]:
    with TestClient(application(ledger), base_url="http://127.0.0.1:8321", raise_server_exceptions=False) as client:
        yield client


def test_an_incident_says_what_was_judged_of_it(client: TestClient, ledger: Ledger) -> None:
    (incident,) = ledger.incidents(IncidentQuery())
    page = client.get(f"/incident/{incident.id}").text
    for words in ("Judged by Amal", "the inquiry", "note, judged by Amal", "asked for the list", "5 and more"):
        assert words in page, words
    assert "killed civilians 4: quantity corrected to at least 5, judged by Amal" in page
    assert "read as killed civilians 4" in page
    assert "Rejected: counted nowhere" in page
    rejected = page[page.index("Rejected: counted nowhere") :]
    assert "<mark>Seven civilians</mark>" in rejected and "a rumour" in rejected
    assert page.count("the inquiry") == 1, "the grade is told once"


def test_a_report_says_what_was_judged_of_its_claims(client: TestClient) -> None:
    wire, herald = client.get("/report/wire").text, client.get("/report/herald").text
    assert "quantity corrected to at least 5, judged by Amal" in wire and "read as" in wire
    assert "<mark>" in wire and "Four civilians" in wire, "the words are the report's"
    assert 'class="rejected"' in herald and "a rumour" in herald


def test_a_redaction_leaves_a_tombstone_and_no_words(client: TestClient, ledger: Ledger) -> None:
    page = client.get("/report/wire").text
    assert "words in one place redacted by Amal" in page and "asked for by the family" in page
    assert "█" in page
    listed = client.get("/problems").text
    assert "words in one place redacted by Amal" in listed
    addresses = ["/", "/report/wire", "/report/herald", "/sources", "/problems"]
    addresses += [f"/incident/{incident.id}" for incident in ledger.incidents(IncidentQuery())]
    assert not any("Testname" in client.get(address).text for address in addresses)


def test_no_judgement_writes_into_a_page(client: TestClient, ledger: Ledger) -> None:
    (incident,) = ledger.incidents(IncidentQuery())
    for address in (f"/incident/{incident.id}", "/report/wire", "/report/herald", "/problems"):
        page = client.get(address).text
        assert "&lt;script&gt;" in page and "<script>alert" not in page, address
