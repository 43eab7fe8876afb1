"""The pages: what they show, what they refuse, and that no report can write into them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from according.app import wiring
from according.app.ingest import ingest
from according.app.settings import Settings
from according.domain.incident import Range
from according.domain.values import Category, Grade, Measure
from according.ledger.errors import LedgerError
from according.web import asked, atlas
from according.web.dots import WIDTH, Scale
from according.web.pages import templates
from according.web.server import application
from tests.contracts.values import incident, report

HOSTILE = '"><script>alert(1)</script>'
REPORTS = [
    {
        "id": "en-1",
        "title": f"Market {HOSTILE}",
        "publisher": f"Orontes Wire {HOSTILE}",
        "published": "2031-03-03",
        "url": "javascript:alert(1)",
        "text": "Invented sample: At least four civilians, including two children, were killed on Sunday when shells hit a "
        f"market in Saraqib, Idlib province, rescuers said. {HOSTILE}",
    },
    {"id": "en-2", "published": "2031-03-03", "text": "Invented sample: Two men were killed in Homs, medics said."},
    {
        "id": "fr-1",
        "lang": "fr",
        "text": "Exemple inventé : deux personnes ont été tuées dimanche à Homs, selon des médecins.",
    },
    {"id": "ar-1", "lang": "ar", "published": "2031-03-09", "text": "نموذج مختلق: مقتل ثلاثة مدنيين في دوما."},
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("web")
    file = folder / "in.jsonl"
    file.write_text("".join(json.dumps(report) + "\n" for report in REPORTS), encoding="utf-8")
    settings = Settings.of({}, ledger=folder / "web.db")
    ledger = wiring.ledger(settings)
    ingest(wiring.collect(file), ledger, wiring.parts(settings))
    with TestClient(application(ledger), base_url="http://127.0.0.1:8321", raise_server_exceptions=False) as client:
        yield client
    ledger.close()


def first(page: str, kind: str) -> str:
    found = re.search(rf'href="(/{kind}/[^"#]+)', page)
    assert found is not None
    return found.group(1)


def test_every_number_leads_to_its_words(client: TestClient) -> None:
    overview = client.get("/").text
    assert "4 and more" in overview
    incident = client.get(first(client.get("/?place=saraqib").text, "incident")).text
    assert "<mark>At least four civilians</mark>" in incident
    assert incident.count("<blockquote") == 1, "one sentence is quoted once, with all its claims"
    assert "Invented sample: nothing on this page happened" in incident
    report = client.get(first(incident, "report")).text
    anchor = re.search(r'href="/report/[^"#]+#(c[0-9a-f]+)', incident)
    assert anchor is not None and f'id="{anchor.group(1)}"' in report


def test_no_report_writes_into_a_page(client: TestClient) -> None:
    overview = client.get("/").text
    incident = client.get(first(overview, "incident")).text
    for page in (overview, incident, client.get("/report/en-1").text, client.get("/sources").text):
        assert "<script>" not in page
        assert 'href="javascript:' not in page


@pytest.mark.parametrize(
    "path", ["/", "/report/en-1", "/nothing", "/?type=x", "/static/according.css", "/incidents.geojson"]
)
def test_every_answer_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("error", "words"),
    [(LedgerError("the disk is full: free some space"), "free some space"), (ValueError("inside"), "not harmed")],
)
def test_a_failure_is_told_without_the_inside(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(atlas, "latest", fail)
    answer = client.get("/incidents.geojson")
    assert answer.status_code == 500 and words in answer.text
    assert "inside" not in answer.text and "Traceback" not in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]


def test_what_reports_say_stays_out_of_the_browsers_cache(client: TestClient) -> None:
    for path in ("/", "/report/en-1", "/incidents.geojson"):
        assert client.get(path).headers["cache-control"] == "no-store"
    style = client.get("/static/according.css").headers
    assert style["cache-control"] == "no-cache" and style["etag"]


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.1:8321", "localhost:80@evil.example", ""]
)
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8321", "localhost", "[::1]:8321"])
def test_its_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "query", ["place=saraqib", "type=shelling", "measure=killed", "since=2031-03-02&until=2031-03-02"]
)
def test_filters_that_fit_keep_the_incident(client: TestClient, query: str) -> None:
    assert "4 and more" in client.get(f"/?{query}").text


@pytest.mark.parametrize("query", ["place=nowhere", "measure=detained", "grade=Confirmed", "since=2031-03-10"])
def test_filters_that_do_not_fit_leave_it_out(client: TestClient, query: str) -> None:
    assert "No incident fits." in client.get(f"/?{query}").text


@pytest.mark.parametrize(
    ("path", "status"), [("/?type=<b>", 400), ("/?since=Sunday", 400), ("/incident/zz", 404), ("/x", 404)]
)
def test_wrong_addresses_are_told_plainly(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("page", ["0", "99999", "-1", "x", "9" * 50])
def test_any_page_number_is_a_page(client: TestClient, page: str) -> None:
    assert client.get(f"/?page={page}").status_code == 200


def test_arabic_is_written_from_the_right(client: TestClient) -> None:
    assert 'lang="ar" dir="rtl"' in client.get("/report/ar-1").text


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9), st.booleans()), min_size=1))
def test_ranges_are_drawn_inside_the_picture(bounds: list[tuple[int, int, bool]]) -> None:
    ranges = [Range(min(a, b), None if floor else max(a, b), None, floor) for a, b, floor in bounds]
    scale = Scale.of(ranges)
    for value in ranges:
        drawing = scale.draw(value)
        assert drawing is not None and 0 <= drawing.left <= drawing.right <= WIDTH


def test_what_nobody_states_is_not_drawn() -> None:
    assert Scale.of([None]).draw(None) is None
    assert Scale(5).draw(Range(None, None, None)) is None


def test_the_map_has_the_incidents_of_the_list(client: TestClient) -> None:
    answer = client.get("/incidents.geojson?place=saraqib")
    assert answer.headers["content-type"].startswith("application/geo+json")
    features = answer.json()["features"]
    [feature] = [one for one in features if one["properties"]["name"] == "Saraqib"]
    assert feature["geometry"]["type"] == "Point"
    assert feature["properties"]["words"].startswith("2031-03-02 · Saraqib, Idlib · killed 4 and more · ")
    assert feature["properties"]["dead"] == 4
    assert f"/incident/{feature['id']}" in client.get("/").text
    assert client.get("/incidents.geojson?grade=Confirmed").json()["features"] == []


@pytest.mark.parametrize(
    "query", ["type=<b>", "measure=x", "grade=fair", "since=Sunday", "until=2031-02-30", "order=x"]
)
def test_the_map_refuses_a_filter_that_is_not_offered(client: TestClient, query: str) -> None:
    answer = client.get(f"/incidents.geojson?{query}")
    assert answer.status_code == 400
    assert "not offered" in answer.text and "<b>" not in answer.text


def test_the_map_asks_for_what_the_list_shows(client: TestClient) -> None:
    page = client.get("/?place=a%22%3E%26b&since=2031-03-01").text
    assert page.count('data-dots="/incidents.geojson?place=a%22%3E%26b&amp;since=2031-03-01"') == 2


def test_only_so_many_dots_are_drawn(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(client.get("/incidents.geojson").json()["features"]) > 1
    assert "the map shows" not in client.get("/").text
    monkeypatch.setattr(atlas, "DRAWN", 1)
    assert len(client.get("/incidents.geojson").json()["features"]) == 1
    assert "the map shows the latest 1" in client.get("/").text


def test_a_page_without_the_maps_parts_says_what_to_do(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atlas, "MAPLIBRE", atlas.MAPLIBRE / "absent")
    page = client.get("/").text
    assert "make install" in page
    assert "map.js" not in page and "maplibre" not in page
    assert "4 and more" in page


def test_boundaries_are_land_and_lines_with_their_source(client: TestClient) -> None:
    answer = client.get("/static/boundaries.geojson")
    assert len(answer.content) < 2_000_000
    assert {f["properties"]["kind"] for f in answer.json()["features"]} == {"land", "area", "border", "disputed"}
    assert "Natural Earth" in client.get("/static/boundaries.txt").text


def test_credits_name_the_sources(client: TestClient) -> None:
    assert 'href="/credits"' in client.get("/").text
    page = client.get("/credits").text
    assert "GeoNames" in page and "Natural Earth" in page and "MapLibre" in page


def test_an_incident_has_its_own_dot(client: TestClient) -> None:
    address = first(client.get("/?place=saraqib").text, "incident")
    assert f'data-dots="{address}/point.geojson"' in client.get(address).text
    [feature] = client.get(f"{address}/point.geojson").json()["features"]
    assert address == f"/incident/{feature['id']}"
    assert client.get("/incident/ffffffffff/point.geojson").status_code == 404


def test_the_latest_stand_first_unless_asked_otherwise(client: TestClient) -> None:
    latest, earliest = client.get("/").text, client.get("/?order=earliest").text
    ids = [re.findall(r'href="/incident/([0-9a-f]+)"', page) for page in (latest, earliest)]
    assert len(ids[0]) > 1 and sorted(ids[0]) == sorted(ids[1])
    assert 'href="/?order=earliest"' in latest and 'name="order" value="earliest"' in earliest


def test_a_list_goes_on_by_pages(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "PAGE", 1)
    pages = [client.get(f"/?measure=killed&page={number}").text for number in (1, 2)]
    incidents = [first(page, "incident") for page in pages]
    assert incidents[0] != incidents[1]
    assert "Page 1 of" in pages[0] and 'href="/?measure=killed&amp;page=2" rel="next"' in pages[0]
    assert 'href="/?measure=killed&amp;page=1" rel="prev"' in pages[1] and 'rel="prev"' not in pages[0]


def test_the_timeline_has_a_bar_a_day_that_leads_to_its_incidents(client: TestClient) -> None:
    page = client.get("/?since=2031-03-02").text
    assert "2031-03-02: 2 incidents<" in page  # that in Homs has no day of its own: its report's and the day before
    assert 'href="/?since=2031-03-02&amp;until=2031-03-02"' in page
    assert "No incident fits" not in client.get("/?since=2031-03-02&until=2031-03-02").text


def test_a_problem_says_where_and_why_once(client: TestClient) -> None:
    page = client.get("/problems").text
    assert page.count("reader yet") == 1
    assert re.search(r'<a href="/report/[0-9a-f]{64}">fr-1</a>', page)


def test_the_guide_explains_every_grade(client: TestClient) -> None:
    page = client.get("/guide").text
    for grade in Grade:
        assert grade.value in page


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    ledger = wiring.ledger(Settings.of({}, ledger=tmp_path / "empty.db"))
    with TestClient(application(ledger), base_url="http://localhost") as client:
        page = client.get("/").text
        assert "according ingest" in page and "0 incidents" in page
        assert client.get("/incidents.geojson").json()["features"] == []
        for path in ("/sources", "/problems"):
            assert client.get(path).status_code == 200
    ledger.close()


def test_dead_combatants_are_no_dash() -> None:
    parts = templates.env.get_template("parts.html").make_module()
    soldiers = {(Measure.KILLED, Category.COMBATANTS): Range(7, 7, 7)}
    told = parts.toll_of(incident(report(), killed=None, by_category=soldiers), "killed")  # type: ignore[attr-defined]
    assert "combatants 7" in told and "unstated" not in told
