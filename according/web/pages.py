"""The pages' addresses and what each shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, Response
from fastapi.templating import Jinja2Templates

from according.app.show import ShownIncident, show_incident, show_report
from according.app.sources import publishers, speakers
from according.domain.incident import Incident, Range
from according.domain.outline import Outline
from according.domain.protocols import IncidentQuery, Ledger
from according.domain.values import Category, EventType, Measure
from according.export.incident_row import is_invented
from according.export.judgement_words import judgement_words, read_words
from according.export.redaction_words import redaction_words
from according.export.wording import UNKNOWN, claim_words, range_words
from according.web import atlas
from according.web.asked import EARLIEST_FIRST, Asked, asked, pages_of
from according.web.dots import WIDTH, Drawing, Scale
from according.web.marks import pieces
from according.web.quotes import quotes
from according.web.timeline import HEIGHT, LABELS, timeline
from according.web.wording import DISPUTES, MEANINGS, RIGHT_TO_LEFT, plain, safe_link, when_words, where_words

GEOJSON = "application/geo+json"

templates = Jinja2Templates(Path(__file__).parent / "templates")
templates.env.filters["plain"] = plain
templates.env.globals.update(
    range_words=range_words,
    where_words=where_words,
    when_words=when_words,
    claim_words=claim_words,
    judgement_words=judgement_words,
    read_words=read_words,
    redaction_words=redaction_words,
    grade_meanings=MEANINGS,
    dispute_words=DISPUTES,
    unknown=UNKNOWN,
)


def router(ledger: Ledger) -> APIRouter:
    """All pages over one ledger."""
    pages = APIRouter(default_response_class=HTMLResponse)

    @pages.get("/")
    def overview(request: Request) -> HTMLResponse:
        question = _asked(request)
        dates = ledger.dates(question.query)
        count = sum(number for _, number in dates)
        placed = sum(number for _, number in ledger.dates(replace(question.query, placed=True)))
        every_day = ledger.dates(replace(question.query, since=None, until=None))
        shown = ledger.incidents(question.on_page(count))
        page = question.page_of(count)
        context = {
            "incidents": shown,
            "count": count,
            "asked": question,
            "chosen": question.chosen,
            "page": page,
            "pages": pages_of(count),
            "before": question.address(page=page - 1) if page > 1 else None,
            "after": question.address(page=page + 1) if page < pages_of(count) else None,
            "turned": question.address(order="" if question.chosen["order"] else EARLIEST_FIRST),
            "types": list(EventType),
            "measures": list(Measure),
            "invented": _any_invented(ledger, shown),
            "can_draw": atlas.can_draw(),
            "dots": question.address("/incidents.geojson", order=""),
            "drawn": min(placed, atlas.DRAWN),
            "unplaced": count - placed,
            "timeline": timeline(ledger.dates(IncidentQuery()), every_day, question.query.since, question.query.until),
            "bar_height": HEIGHT,
            "most_labels": LABELS,
        }
        return templates.TemplateResponse(request, "overview.html", context)

    @pages.get("/incidents.geojson")
    def dots(request: Request) -> Response:
        return Response(atlas.map_json(atlas.latest(ledger, _asked(request).query)), media_type=GEOJSON)

    @pages.get("/incident/{address}/point.geojson")
    def dot(address: str) -> Response:
        found = ledger.incident(address)
        if found is None:
            raise HTTPException(404, "There is no such incident.")
        return Response(atlas.map_json([Outline.of(found)] if atlas.is_placed(found) else []), media_type=GEOJSON)

    @pages.get("/incident/{address}")
    def incident(request: Request, address: str) -> HTMLResponse:
        shown = show_incident(ledger, address)
        if shown is None:
            raise HTTPException(404, "There is no such incident.")
        evidence = [item for account in shown.accounts for item in account.evidence]
        reports = {item.report.id: item.report for item in evidence}
        context = {
            "shown": shown,
            "incident": shown.incident,
            "parts_of_tolls": _parts_of_tolls(shown.incident),
            "columns": _columns(shown),
            "chart_width": WIDTH,
            "quotes": quotes,
            "can_draw": atlas.can_draw() and atlas.is_placed(shown.incident),
            "reports": sorted(reports.values(), key=lambda r: (r.published or "~", r.id)),
            "invented": any(is_invented(report.text) for report in reports.values()),
        }
        return templates.TemplateResponse(request, "incident.html", context)

    @pages.get("/report/{name}")
    def report(request: Request, name: str) -> HTMLResponse:
        shown = show_report(ledger, name)
        if shown is None:
            raise HTTPException(404, "There is no such report.")
        spans = [(item.claim.start, item.claim.end, item.claim.id) for item in shown.evidence]
        context = {
            "shown": shown,
            "report": shown.report,
            "marked": pieces(shown.report.text, spans),
            "link": safe_link(shown.report.url),
            "direction": "rtl" if shown.report.lang in RIGHT_TO_LEFT else "auto",
            "invented": is_invented(shown.report.text),
        }
        return templates.TemplateResponse(request, "report.html", context)

    @pages.get("/sources")
    def sources(request: Request) -> HTMLResponse:
        context = {"publishers": publishers(ledger), "speakers": speakers(ledger)}
        return templates.TemplateResponse(request, "sources.html", context)

    @pages.get("/problems")
    def problems(request: Request) -> HTMLResponse:
        return templates.TemplateResponse(
            request, "problems.html", {"problems": ledger.problems(), "redactions": ledger.redactions()}
        )

    @pages.get("/guide")
    def guide(request: Request) -> HTMLResponse:
        return templates.TemplateResponse(request, "guide.html", {})

    @pages.get("/credits")
    def credits_(request: Request) -> HTMLResponse:
        return templates.TemplateResponse(request, "credits.html", {})

    return pages


def _asked(request: Request) -> Asked:
    try:
        return asked(request.query_params)
    except ValueError as error:
        raise HTTPException(400, str(error)) from None


def _any_invented(ledger: Ledger, incidents: Iterable[Incident]) -> bool:
    """Whether the first report of any of them is an invented sample."""
    reports = (ledger.report(incident.reports[0][0]) for incident in incidents if incident.reports)
    return any(report is not None and is_invented(report.text) for report in reports)


_TOLLS = (Measure.KILLED, Measure.INJURED)


def _parts_of_tolls(incident: Incident) -> list[tuple[Measure, Category, Range]]:
    """Every measure and category that accounts state, people before facilities, but for the tolls of all people."""
    measures, categories = list(Measure), list(Category)
    found = [
        (measure, category, value)
        for (measure, category), value in incident.by_category.items()
        if not (measure in _TOLLS and category is Category.PEOPLE)
    ]
    return sorted(found, key=lambda part: (measures.index(part[0]), categories.index(part[1])))


_COLUMNS = tuple((measure, category) for category in (None, Category.COMBATANTS) for measure in _TOLLS)


@dataclass(frozen=True, slots=True)
class Column:
    """One toll of all accounts, side by side: (range, its drawing), the whole incident's apart."""

    name: str
    top: int
    whole: tuple[Range | None, Drawing | None]
    accounts: tuple[tuple[Range | None, Drawing | None], ...]


def _columns(shown: ShownIncident) -> list[Column]:
    """The tolls that any account states; those of combatants are not in the others."""
    columns = []
    for measure, category in _COLUMNS:
        stated = [account.account.values.get((measure, category)) for account in shown.accounts]
        whole = _toll(shown.incident, measure, category)
        scale = Scale.of([whole, *stated])
        drawn = tuple((value, scale.draw(value)) for value in stated)
        if any(drawing for _, drawing in drawn):
            name = f"{measure.value} {category.value}" if category else measure.value
            columns.append(Column(name, scale.top, (whole, scale.draw(whole)), drawn))
    return columns


def _toll(incident: Incident, measure: Measure, category: Category | None) -> Range | None:
    if category is not None:
        return incident.by_category.get((measure, category))
    return incident.killed if measure is Measure.KILLED else incident.injured


def _combatants(incident: Incident, measure: str) -> Range | None:
    """Tolls of an incident leave combatants out: a list says beside them what is stated of those."""
    return _toll(incident, Measure(measure), Category.COMBATANTS)


templates.env.globals["combatants"] = _combatants
