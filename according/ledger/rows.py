"""Domain values as rows: the value whole in `body`, and beside it what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from according.domain.claim import Claim, ReadReport, Resolution
from according.domain.ids import digest
from according.domain.incident import Incident
from according.domain.judgement import Judgement
from according.domain.mention import DateSpan
from according.domain.outline import Outline
from according.domain.place import ResolvedPlace
from according.domain.problem import Problem
from according.domain.report import Report
from according.ledger.codec import dumps
from according.text.fold import fold

Row = dict[str, object]

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def storable(text: str) -> str:
    """Text as a column can hold it: no database takes halves of characters, PostgreSQL no NUL. Bodies keep both."""
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def report_row(report: Report) -> Row:
    return {"id": report.id, "given_id": storable(report.given_id), "body": dumps(report)}


def reading_row(read: ReadReport) -> Row:
    return {
        "report": read.reading.report,
        "digest": storable(read.reading.digest),
        "current": True,
        "body": dumps(read.reading),
        **resolved_row(read),
    }


def resolved_row(read: ReadReport) -> Row:
    """The part of a reading's row that may be replaced. Candidates are left out: they would be most of a ledger."""
    places = tuple((replace(mention, candidates=()), place) for mention, place in read.places)
    return {
        "gazetteer": storable(read.gazetteer),
        "registry": storable(read.registry),
        "places": dumps(places),
    }


def claim_row(position: int, claim: Claim, resolution: Resolution) -> Row:
    return {
        "id": claim.id,
        "report": claim.report,
        "position": position,
        "kind": claim.kind.value,
        "label": claim.label,
        "modality": claim.modality.value,
        **_days(claim.date),
        "speaker": _names([*claim.attribution, *(name for name in resolution.speakers if name)]),
        "place": _place(claim.place, resolution.place),
        "body": dumps(claim),
        "resolution": dumps(resolution),
    }


def incident_row(incident: Incident) -> Row:
    return {
        "id": incident.id,
        **_days(incident.date),
        "place": _place(incident.place, incident.where),
        "types": _words(kind.value for kind in incident.types),
        "measures": _words(sorted({measure.value for measure, _ in incident.by_category})),
        "grade": incident.grade.value,
        "body": dumps(incident),
        "lat": incident.where.lat if incident.where else None,
        "lon": incident.where.lon if incident.where else None,
        "outline": dumps(Outline.of(incident)),
    }


def problem_row(problem: Problem) -> Row:
    report = None if problem.report is None else storable(problem.report)
    body = dumps(problem)
    return {"id": digest("problem", body), "report": report, "body": body}


def judgement_row(judgement: Judgement) -> Row:
    return {"id": storable(judgement.id), "body": dumps(judgement)}


def word(value: str) -> str:
    """How a value of `types` or `measures` stands among the others, for a search by substring."""
    return f" {value} "


def _words(values: Iterable[str]) -> str:
    return word(" ".join(values))


def _names(names: Iterable[str]) -> str:
    # Folding leaves no bar: no name can run into the next.
    return " | ".join(fold(name) for name in names)


def _place(written: str | None, where: ResolvedPlace | None) -> str:
    resolved = (where.name, where.admin1, where.country) if where else ()
    return _names(name for name in (written, *resolved) if name)


def _days(date: DateSpan | None) -> Row:
    first, last = (date.first.isoformat(), date.last.isoformat()) if date else (None, None)
    return {"first_day": first, "last_day": last}
