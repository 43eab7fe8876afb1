"""Taking words out of a ledger: the one place where what was stored is written over."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from according.domain.claim import ReadReport
from according.domain.judgement import Judgement
from according.domain.problem import Problem
from according.domain.redaction import Redaction
from according.domain.report import Report
from according.ledger import rows, schema
from according.ledger.codec import dumps, loads

Hide = Callable[[str], str]


def replace_report(
    connection: Connection, redaction: Redaction, report: Report, read: ReadReport | None, problems: Sequence[Problem]
) -> None:
    """The report as it is shown from now on, its only reading, its problems; the incidents that quoted it are gone.

    Old readings go too, since they hold the words.
    """
    table = schema.reports
    connection.execute(update(table).where(table.c.id == report.id).values(rows.report_row(report)))
    connection.execute(delete(schema.claims).where(schema.claims.c.report == report.id))
    connection.execute(delete(schema.readings).where(schema.readings.c.report == report.id))
    if read is not None:
        connection.execute(insert(schema.readings).values(rows.reading_row(read)))
        claims = [rows.claim_row(n, claim, read.resolutions[claim.id]) for n, claim in enumerate(read.reading.claims)]
        if claims:
            connection.execute(insert(schema.claims), claims)
    connection.execute(delete(schema.problems).where(schema.problems.c.report == report.id))
    for problem in problems:
        connection.execute(insert(schema.problems).values(rows.problem_row(problem)))
    quoting = select(schema.incident_reports.c.incident).where(schema.incident_reports.c.report == report.id)
    _drop_incidents(connection, [row.incident for row in connection.execute(quoting)])
    known = select(schema.redactions.c.id).where(schema.redactions.c.id == redaction.id)
    if connection.execute(known).first() is None:
        row = {"id": redaction.id, "report": redaction.report, "body": dumps(redaction)}
        connection.execute(insert(schema.redactions).values(row))


def hide_in_remarks(connection: Connection, hide: Hide) -> int:
    """Hides words in what people and the program remarked: judgements' reasons and values, problems. How many changed."""
    changed = 0
    table = schema.judgements
    for row in connection.execute(select(table.c.number, table.c.body)).all():
        judgement = loads(Judgement, row.body)
        hidden = _judgement(judgement, hide)
        if hidden != judgement:
            connection.execute(update(table).where(table.c.number == row.number).values(body=dumps(hidden)))
            changed += 1
    table = schema.problems
    for row in connection.execute(select(table.c.number, table.c.body)).all():
        problem = loads(Problem, row.body)
        told = Problem(problem.code, hide(problem.what), hide(problem.why), problem.report, problem.line)
        if told != problem:
            values = rows.problem_row(told)
            connection.execute(update(table).where(table.c.number == row.number).values(values))
            changed += 1
    return changed


def _judgement(judgement: Judgement, hide: Hide) -> Judgement:
    """Under the id that it has: others refer to it."""
    value = None if judgement.value is None else hide(judgement.value)
    return Judgement(
        judgement.id,
        judgement.kind,
        judgement.subjects,
        judgement.who,
        judgement.at,
        hide(judgement.why),
        judgement.field,
        value,
    )


def _drop_incidents(connection: Connection, names: Sequence[str]) -> None:
    for name in names:
        for table, column in (
            (schema.tellings, schema.tellings.c.incident),
            (schema.incident_reports, schema.incident_reports.c.incident),
            (schema.incidents, schema.incidents.c.id),
        ):
            connection.execute(delete(table).where(column == name))
    connection.execute(update(schema.linking).values(basis=None))
