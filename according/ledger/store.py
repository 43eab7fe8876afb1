"""The ledger's statements in SQLAlchemy Core, the same for every database; a module a dialect opens one (`sqlite`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    and_,
    delete,
    func,
    insert,
    select,
    tuple_,
    update,
)
from sqlalchemy import Row as Found
from sqlalchemy.exc import DBAPIError, IntegrityError

from according.domain.claim import Claim, Reading, ReadReport, Resolution
from according.domain.incident import Family, Incident
from according.domain.judgement import Judgement
from according.domain.mention import DateSpan, PlaceMention
from according.domain.outline import Outline
from according.domain.place import ResolvedPlace
from according.domain.problem import Problem
from according.domain.protocols import ClaimQuery, FoundClaim, IncidentQuery, ReadingChange
from according.domain.redaction import Redaction
from according.domain.report import Report
from according.ledger import rows, schema
from according.ledger.codec import dumps, loads
from according.ledger.errors import LedgerError
from according.ledger.queries import begins, wanted_claims, wanted_incidents
from according.ledger.redacting import hide_in_remarks, replace_report

WRITING = "writing"
"""The execution option of a transaction that will write: a dialect takes its lock at once, so that it never has to fail half-way."""
_PAGE = 500

Places = tuple[tuple[PlaceMention, ResolvedPlace | None], ...]


class SqlLedger:
    """Satisfies domain.protocols.Ledger over any database whose tables are migrated.

    `explain` turns a database's error into words for a person; `scrub` makes what was deleted unreadable on the disk.
    """

    def __init__(
        self, engine: Engine, explain: Callable[[DBAPIError], LedgerError], scrub: Callable[[Engine], None]
    ) -> None:
        self._scrub = scrub
        self._engine = engine
        self._writing = engine.execution_options(**{WRITING: True})
        self._explain = explain

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        try:
            with engine.begin() as connection:
                yield connection
        except IntegrityError as error:
            raise ValueError(f"this contradicts what the ledger holds: {error.orig}") from error
        except DBAPIError as error:
            raise self._explain(error) from error

    def close(self) -> None:
        self._engine.dispose()

    # --- reports and readings: writing --------------------------------------------------------------------------------

    def add(self, report: Report, read: ReadReport | None, problems: Sequence[Problem] = ()) -> bool:
        with self._transaction(self._writing) as connection:
            if connection.execute(select(schema.reports.c.id).where(schema.reports.c.id == report.id)).first():
                return False
            connection.execute(insert(schema.reports).values(rows.report_row(report)))
            if read is not None:
                connection.execute(insert(schema.readings).values(rows.reading_row(read)))
                _write_claims(connection, read)
            _write_problems(connection, problems)
            _count_change(connection)
        return True

    def add_reading(self, read: ReadReport, problems: Sequence[Problem] = ()) -> ReadingChange:
        report, table, row = read.reading.report, schema.readings, rows.reading_row(read)
        after = {claim.id: (claim, read.resolutions[claim.id]) for claim in read.reading.claims}
        with self._transaction(self._writing) as connection:
            before = _stored_claims(connection, report)
            known = connection.execute(select(table).where(table.c.report == report, table.c.digest == row["digest"]))
            same = next((old for old in known if loads(Reading, old.body) == read.reading), None)
            resolved = rows.resolved_row(read)
            if same is None or not same.current or before != after or _differ(same, resolved):
                connection.execute(update(table).where(table.c.report == report).values(current=False))
                if same is None:
                    connection.execute(insert(table).values(row))
                else:
                    renewed = update(table).where(table.c.number == same.number)
                    connection.execute(renewed.values(current=True, **resolved))
                _write_claims(connection, read)
                _count_change(connection)
            _replace_problems(connection, report, problems)
        return ReadingChange(
            report,
            added=tuple(sorted(after.keys() - before.keys())),
            removed=tuple(sorted(before.keys() - after.keys())),
            changed=tuple(sorted(key for key in before.keys() & after.keys() if before[key] != after[key])),
        )

    # --- reports and readings: looking --------------------------------------------------------------------------------

    def has(self, report_id: str) -> bool:
        table = schema.reports
        return self._first(select(table.c.id).where(table.c.id == rows.storable(report_id))) is not None

    def report(self, report_id: str) -> Report | None:
        table, name = schema.reports, rows.storable(report_id)
        row = self._first(select(table.c.body).where(table.c.id == name))
        if row is None:
            row = self._only(select(table.c.body).where(begins(table.c.id, name)))
        if row is None:
            row = self._only(select(table.c.body).where(table.c.given_id == name))
        return None if row is None else loads(Report, row.body)

    def reports(self) -> Iterator[Report]:
        table = schema.reports
        for row in self._paged(select(table.c.id, table.c.body), table.c.id):
            yield loads(Report, row.body)

    def current(self, report_id: str) -> ReadReport | None:
        table = schema.readings
        with self._transaction(self._engine) as connection:
            row = connection.execute(
                select(table).where(table.c.report == rows.storable(report_id), table.c.current)
            ).first()
            if row is None:
                return None
            resolutions = {key: found for key, (_, found) in _stored_claims(connection, row.report).items()}
        return ReadReport(loads(Reading, row.body), resolutions, loads(Places, row.places), row.gazetteer, row.registry)

    def readings(self, report_id: str) -> Sequence[Reading]:
        table = schema.readings
        found = self._all(
            select(table.c.body).where(table.c.report == rows.storable(report_id)).order_by(table.c.number)
        )
        return [loads(Reading, row.body) for row in found]

    # --- claims -------------------------------------------------------------------------------------------------------

    def claim(self, claim_id: str) -> FoundClaim | None:
        table, name = schema.claims, rows.storable(claim_id)
        row = self._first(select(table).where(table.c.id == name)) or self._only(
            select(table).where(begins(table.c.id, name))
        )
        return None if row is None else next(self._with_reports([row]))

    def claims(self, query: ClaimQuery) -> Iterator[FoundClaim]:
        table = schema.claims
        statement = select(table).where(and_(True, *wanted_claims(query)))
        yield from self._with_reports(self._paged(statement, table.c.report, table.c.position, limit=query.limit))

    def _with_reports(self, found: Iterable[Found[Any]]) -> Iterator[FoundClaim]:
        """Claims stand by report: each report is fetched once."""
        report: Report | None = None
        for row in found:
            if report is None or report.id != row.report:
                report = self.report(row.report)
                assert report is not None, "a foreign key sees to it"
            yield FoundClaim(loads(Claim, row.body), loads(Resolution, row.resolution), report)

    # --- incidents ----------------------------------------------------------------------------------------------------

    def set_incidents(
        self, incidents: Sequence[Incident], families: Sequence[Family], basis: str | None = None
    ) -> None:
        tellings = [{"id": telling, "incident": i.id} for i in incidents for telling in i.tellings]
        reports = [{"incident": i.id, "report": r} for i in incidents for r in sorted({r for r, _ in i.reports})]
        with self._transaction(self._writing) as connection:
            for table in (schema.tellings, schema.incident_reports, schema.incidents, schema.families):
                connection.execute(delete(table))
            _insert(connection, schema.incidents, [rows.incident_row(incident) for incident in incidents])
            _insert(connection, schema.tellings, tellings)
            _insert(connection, schema.incident_reports, reports)
            _insert(connection, schema.families, [{"id": family.id, "body": dumps(family)} for family in families])
            connection.execute(update(schema.linking).values(basis=basis))

    def basis(self) -> str | None:
        (row,) = self._all(select(schema.linking.c.basis))
        found: str | None = row.basis
        return found

    def changes(self) -> int:
        (row,) = self._all(select(schema.linking.c.changes))
        return int(row.changes)

    def incidents(self, query: IncidentQuery) -> Sequence[Incident]:
        return [loads(Incident, row.body) for row in self._listed(query, schema.incidents.c.body)]

    def outlines(self, query: IncidentQuery) -> Sequence[Outline]:
        return [loads(Outline, row.outline) for row in self._listed(query, schema.incidents.c.outline)]

    def _listed(self, query: IncidentQuery, column: ColumnElement[Any]) -> Sequence[Found[Any]]:
        table = schema.incidents
        day = table.c.first_day.desc() if query.latest_first else table.c.first_day
        order = (table.c.first_day.is_(None), day, table.c.id)
        wanted = select(table.c.id).where(and_(True, *wanted_incidents(query)))
        if query.limit is not None or query.offset:
            # Only ids are sorted: a page out of thousands does not carry all their bodies through the sorting.
            wanted = wanted.order_by(*order).limit(query.limit).offset(query.offset or None)
        return self._all(select(column).where(table.c.id.in_(wanted)).order_by(*order))

    def dates(self, query: IncidentQuery) -> Sequence[tuple[DateSpan | None, int]]:
        table = schema.incidents
        days = (table.c.first_day, table.c.last_day)
        statement = (
            select(*days, func.count().label("number")).where(and_(True, *wanted_incidents(query))).group_by(*days)
        )
        found = self._all(statement.order_by(table.c.first_day.is_(None), *days))
        return [
            (DateSpan.from_iso(f"{row.first_day}/{row.last_day}") if row.first_day else None, row.number)
            for row in found
        ]

    def incident(self, address: str) -> Incident | None:
        table, name = schema.tellings, rows.storable(address)
        row = self._first(select(table.c.incident).where(table.c.id == name)) or self._only(
            select(table.c.incident).where(begins(table.c.id, name)).distinct()
        )
        if row is None:
            return None
        (found,) = self._all(select(schema.incidents.c.body).where(schema.incidents.c.id == row.incident))
        return loads(Incident, found.body)

    def incidents_of(self, report_id: str) -> Sequence[Incident]:
        table, link = schema.incidents, schema.incident_reports
        statement = (
            select(table.c.body)
            .join(link, link.c.incident == table.c.id)
            .where(link.c.report == rows.storable(report_id))
        )
        return [loads(Incident, row.body) for row in self._all(statement.order_by(table.c.id))]

    def families(self) -> Sequence[Family]:
        table = schema.families
        return [loads(Family, row.body) for row in self._all(select(table.c.body).order_by(table.c.id))]

    # --- problems and judgements --------------------------------------------------------------------------------------

    def add_problems(self, problems: Iterable[Problem]) -> None:
        with self._transaction(self._writing) as connection:
            _write_problems(connection, problems)

    def problems(self) -> Sequence[Problem]:
        table = schema.problems
        return [loads(Problem, row.body) for row in self._all(select(table.c.body).order_by(table.c.number))]

    def add_judgement(self, judgement: Judgement) -> None:
        table, row = schema.judgements, rows.judgement_row(judgement)
        with self._transaction(self._writing) as connection:
            known = connection.execute(select(table.c.body).where(table.c.id == row["id"])).scalar()
            if known is None:
                connection.execute(insert(table).values(row))
                _count_change(connection)
            elif known != row["body"]:
                raise ValueError(f"judgement {judgement.id} is there already and says something else")

    def judgements(self) -> Sequence[Judgement]:
        table = schema.judgements
        return [loads(Judgement, row.body) for row in self._all(select(table.c.body).order_by(table.c.number))]

    # --- redactions ---------------------------------------------------------------------------------------------------

    def redact(
        self, redaction: Redaction, report: Report, read: ReadReport | None, problems: Sequence[Problem] = ()
    ) -> None:
        with self._transaction(self._writing) as connection:
            replace_report(connection, redaction, report, read, problems)
            _count_change(connection)

    def hide_in_remarks(self, hide: Callable[[str], str]) -> int:
        with self._transaction(self._writing) as connection:
            changed = hide_in_remarks(connection, hide)
            if changed:
                _count_change(connection)
        return changed

    def redactions(self, report_id: str | None = None) -> Sequence[Redaction]:
        table = schema.redactions
        statement = select(table.c.body).order_by(table.c.number)
        if report_id is not None:
            statement = statement.where(table.c.report == rows.storable(report_id))
        return [loads(Redaction, row.body) for row in self._all(statement)]

    def scrub(self) -> None:
        self._scrub(self._engine)

    # --- asking -------------------------------------------------------------------------------------------------------

    def _all(self, statement: Select[Any]) -> Sequence[Found[Any]]:
        with self._transaction(self._engine) as connection:
            return connection.execute(statement).all()

    def _first(self, statement: Select[Any]) -> Found[Any] | None:
        return next(iter(self._all(statement.limit(1))), None)

    def _only(self, statement: Select[Any]) -> Found[Any] | None:
        found = self._all(statement.limit(2))
        return found[0] if len(found) == 1 else None

    def _paged(
        self, statement: Select[Any], *key: ColumnElement[Any], limit: int | None = None
    ) -> Iterator[Found[Any]]:
        """Rows by a unique key, a page at a time: no transaction stays open while somebody works on what came."""
        statement, after = statement.order_by(*key), None
        while limit is None or limit > 0:
            size = _PAGE if limit is None else min(limit, _PAGE)
            page = statement if after is None else statement.where(tuple_(*key) > tuple_(*after))
            found = self._all(page.limit(size))
            yield from found
            if len(found) < size:
                return
            after = [found[-1]._mapping[column] for column in key]
            limit = None if limit is None else limit - size


def _differ(row: Found[Any], values: Mapping[str, object]) -> bool:
    return any(row._mapping[name] != value for name, value in values.items())


def _stored_claims(connection: Connection, report: str) -> dict[str, tuple[Claim, Resolution]]:
    """The claims of a report's current reading by id, each with its resolution."""
    table = schema.claims
    found = connection.execute(select(table.c.id, table.c.body, table.c.resolution).where(table.c.report == report))
    return {row.id: (loads(Claim, row.body), loads(Resolution, row.resolution)) for row in found}


def _write_claims(connection: Connection, read: ReadReport) -> None:
    connection.execute(delete(schema.claims).where(schema.claims.c.report == read.reading.report))
    claims = read.reading.claims
    _insert(connection, schema.claims, [rows.claim_row(n, c, read.resolutions[c.id]) for n, c in enumerate(claims)])


def _write_problems(connection: Connection, problems: Iterable[Problem]) -> None:
    table = schema.problems
    for row in map(rows.problem_row, problems):
        if connection.execute(select(table.c.id).where(table.c.id == row["id"])).first() is None:
            connection.execute(insert(table).values(row))


def _replace_problems(connection: Connection, report: str, problems: Sequence[Problem]) -> None:
    kept = [rows.problem_row(problem)["id"] for problem in problems]
    table = schema.problems
    connection.execute(delete(table).where(table.c.report == report, table.c.id.not_in(kept)))
    _write_problems(connection, problems)


def _count_change(connection: Connection) -> None:
    connection.execute(update(schema.linking).values(changes=schema.linking.c.changes + 1))


def _insert(connection: Connection, table: Table, values: Sequence[Mapping[str, object]]) -> None:
    if values:
        connection.execute(insert(table), values)
