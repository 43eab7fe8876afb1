"""The pages' addresses and what each shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, StreamingResponse
from fastapi.templating import Jinja2Templates

from according.app.show import Evidence, ShownIncident, ShownReport, show_incident, show_report
from according.app.sources import publishers, speakers
from according.domain.incident import Incident
from according.domain.protocols import IncidentQuery, Ledger
from according.domain.values import EventType, Grade, Measure
from according.export.incident_row import is_invented
from according.export.wording import claim_words, day_words, place_words, range_words
from according.web import atlas
from according.web.dots import Row, rows
from according.web.marks import pieces

PAGE = 50
"""Incidents on one page."""
FILTERS = ("place", "type", "measure", "grade", "since", "until")

templates = Jinja2Templates(Path(__file__).parent / "templates")
templates.env.globals.update(
    range_words=range_words, day_words=day_words, place_words=place_words, claim_words=claim_words
)


def router(ledger: Ledger) -> APIRouter:
    """All pages over one ledger."""
    pages = APIRouter(default_response_class=HTMLResponse)

    @pages.get("/")
    def overview(request: Request) -> HTMLResponse:
        chosen = _chosen(request)
        found = list(ledger.incidents(_query(chosen)))
        number = _page(request.query_params.get("page"), len(found))
        located = sum(atlas.has_point(incident) for incident in found)
        shown = found[(number - 1) * PAGE : number * PAGE]
        context = {
            "incidents": shown,
            "count": len(found),
            "chosen": chosen,
            "page": number,
            "earlier": _at(chosen, number - 1) if number > 1 else None,
            "later": _at(chosen, number + 1) if number * PAGE < len(found) else None,
            "types": list(EventType),
            "measures": list(Measure),
            "grades": list(Grade),
            "invented": _invented(ledger, shown),
            "can_draw": atlas.can_draw(),
            "dots": "/incidents.geojson?" + _asked(chosen),
            "drawn": min(located, atlas.DRAWN),
            "unplaced": len(found) - located,
        }
        return templates.TemplateResponse(request, "overview.html", context)

    @pages.get("/incidents.geojson")
    def dots(request: Request) -> StreamingResponse:
        lines = atlas.map_lines(ledger, ledger.incidents(_query(_chosen(request))))
        return StreamingResponse(lines, media_type="application/geo+json")

    @pages.get("/incident/{address}")
    def incident(request: Request, address: str) -> HTMLResponse:
        shown = show_incident(ledger, address)
        if shown is None:
            raise HTTPException(404, "There is no such incident.")
        charts = [(m.value, _accounts(shown, m)) for m in (Measure.KILLED, Measure.INJURED)]
        context = {
            "shown": shown,
            "incident": shown.incident,
            "charts": [(name, drawn) for name, drawn in charts if drawn],
            "pieces": _sentence,
            "invented": any(is_invented(e.report.text) for a in shown.accounts for e in a.evidence),
        }
        return templates.TemplateResponse(request, "incident.html", context)

    @pages.get("/report/{name}")
    def report(request: Request, name: str) -> HTMLResponse:
        shown = show_report(ledger, name)
        if shown is None:
            raise HTTPException(404, "There is no such report.")
        context = {
            "shown": shown,
            "report": shown.report,
            "marked": _marked(shown),
            "link": _safe(shown.report.url),
            "rtl": shown.report.lang in ("ar", "fa", "he", "ur", "ckb", "ps"),
            "invented": is_invented(shown.report.text),
        }
        return templates.TemplateResponse(request, "report.html", context)

    @pages.get("/sources")
    def sources(request: Request) -> HTMLResponse:
        context = {"publishers": publishers(ledger), "speakers": speakers(ledger)}
        return templates.TemplateResponse(request, "sources.html", context)

    @pages.get("/problems")
    def problems(request: Request) -> HTMLResponse:
        return templates.TemplateResponse(request, "problems.html", {"problems": ledger.problems()})

    @pages.get("/credits")
    def credits_(request: Request) -> HTMLResponse:
        return templates.TemplateResponse(request, "credits.html", {})

    return pages


def _chosen(request: Request) -> dict[str, str]:
    return {name: request.query_params.get(name, "").strip()[:100] for name in FILTERS}


def _query(chosen: dict[str, str]) -> IncidentQuery:
    """What the form asks for. Raises HTTPException (400) on a value that is none of those offered."""
    from datetime import date

    try:
        return IncidentQuery(
            place=chosen["place"] or None,
            type=EventType(chosen["type"]) if chosen["type"] else None,
            measure=Measure(chosen["measure"]) if chosen["measure"] else None,
            grade=Grade(chosen["grade"]) if chosen["grade"] else None,
            since=date.fromisoformat(chosen["since"]).isoformat() if chosen["since"] else None,
            until=date.fromisoformat(chosen["until"]).isoformat() if chosen["until"] else None,
        )
    except ValueError:
        raise HTTPException(400, "The filter has a value that is not offered. Days look like 2031-03-02.") from None


def _page(asked: str | None, count: int) -> int:
    number = int(asked) if asked and asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    return max(1, min(number, -(-count // PAGE)))


def _at(chosen: dict[str, str], page: int) -> str:
    return "/?" + _asked({**chosen, "page": str(page)})


def _asked(chosen: dict[str, str]) -> str:
    return urlencode({name: value for name, value in chosen.items() if value})


def _invented(ledger: Ledger, incidents: list[Incident]) -> bool:
    first = {incident.reports[0][0] for incident in incidents if incident.reports}
    reports = (ledger.report(name) for name in sorted(first)[:PAGE])
    return any(report is not None and is_invented(report.text) for report in reports)


def _accounts(shown: ShownIncident, measure: Measure) -> tuple[Row, ...]:
    """A row for each account that states a total."""
    stated = [(a.account.origin, a.account.values.get((measure, None))) for a in shown.accounts]
    return rows([(origin, range_words(value), value) for origin, value in stated if value is not None])


def _sentence(item: Evidence) -> Any:
    start = item.claim.start - item.sentence_start
    return pieces(item.sentence, [(start, start + len(item.claim.anchor), item.claim.id)])


def _marked(shown: ShownReport) -> Any:
    return pieces(shown.report.text, [(e.claim.start, e.claim.end, e.claim.id) for e in shown.evidence])


def _safe(url: str | None) -> str | None:
    """Only addresses that a browser may open; anything else is shown as text."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
