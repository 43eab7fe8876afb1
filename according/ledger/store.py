"""The ledger's statements in SQLAlchemy Core, the same for every database; `sqlite` says what is SQLite's own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Row, and_, delete, func, insert, select, update
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.exc import IntegrityError as Duplicate

from according.domain.claim import Claim, Reading, ReadReport, Resolution
from according.domain.ids import digest
from according.domain.incident import Family, Incident
from according.domain.judgement import Judgement
from according.domain.mention import PlaceMention
from according.domain.place import ResolvedPlace
from according.domain.problem import Problem
from according.domain.protocols import ClaimQuery, FoundClaim, IncidentQuery, ReadingChange
from according.domain.report import Report
from according.ledger import schema
from according.ledger.codec import decode, dumps, encode, loads
from according.ledger.errors import LedgerError
from according.text.fold import fold

SHORTEST = 8
"""Characters of an id that may stand for it where they are unique."""
_PAGE = 500

Places = tuple[tuple[PlaceMention, ResolvedPlace | None], ...]


class SqlLedger:
    """Satisfies domain.protocols.Ledger over any database whose tables are migrated."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    # --- writing ------------------------------------------------------------------------------------------------------

    def add(self, report: Report, read: ReadReport | None, problems: Sequence[Problem] = ()) -> bool:
        with _Transaction(self._engine, self._name) as connection:
            if connection.execute(select(schema.reports.c.id).where(schema.reports.c.id == report.id)).first():
                return False
            connection.execute(
                insert(schema.reports).values(
                    id=report.id,
                    given_id=report.given_id,
                    publisher=report.publisher,
                    published=report.published,
                    lang=report.lang,
                    body=dumps(report),
                )
            )
            if read is not None:
                self._write_reading(connection, read)
            self._write_problems(connection, problems)
        return True

    def add_reading(self, read: ReadReport) -> ReadingChange:
        report = read.reading.report
        with _Transaction(self._engine, self._name) as connection:
            before = self._claims_of(connection, report)
            same = connection.execute(
                select(schema.readings.c.number).where(
                    schema.readings.c.report == report,
                    schema.readings.c.digest == read.reading.digest,
                    schema.readings.c.current,
                )
            ).first()
            after = {claim.id: claim for claim in read.reading.claims}
            if same is None or before != after:
                connection.execute(
                    update(schema.readings).where(schema.readings.c.report == report).values(current=False)
                )
                self._write_reading(connection, read)
            else:
                self._write_claims(connection, read)
        return ReadingChange(
            report,
            tuple(sorted(after.keys() - before.keys())),
            tuple(sorted(before.keys() - after.keys())),
            tuple(sorted(key for key in before.keys() & after.keys() if before[key] != after[key])),
        )

    def _write_reading(self, connection: Connection, read: ReadReport) -> None:
        body = dumps({"reading": encode(read.reading), "places": encode(read.places)})
        connection.execute(
            insert(schema.readings).values(
                report=read.reading.report, digest=read.reading.digest, current=True, body=body
            )
        )
        self._write_claims(connection, read)

    def _write_claims(self, connection: Connection, read: ReadReport) -> None:
        connection.execute(delete(schema.claims).where(schema.claims.c.report == read.reading.report))
        rows = [_claim_row(n, claim, read.resolutions[claim.id]) for n, claim in enumerate(read.reading.claims)]
        if rows:
            connection.execute(insert(schema.claims), rows)

    def add_problems(self, problems: Iterable[Problem]) -> None:
        with _Transaction(self._engine, self._name) as connection:
            self._write_problems(connection, problems)

    def _write_problems(self, connection: Connection, problems: Iterable[Problem]) -> None:
        number = connection.execute(select(func.coalesce(func.max(schema.problems.c.number), 0))).scalar_one()
        for problem in problems:
            key = digest("problem", problem.code, problem.what, problem.why)
            if connection.execute(select(schema.problems.c.id).where(schema.problems.c.id == key)).first():
                continue
            number += 1
            connection.execute(
                insert(schema.problems).values(id=key, number=number, report=problem.report, body=dumps(problem))
            )

    def set_incidents(self, incidents: Sequence[Incident], families: Sequence[Family]) -> None:
        with _Transaction(self._engine, self._name) as connection:
            for table in (schema.tellings, schema.incident_reports, schema.incidents, schema.families):
                connection.execute(delete(table))
            _insert(connection, schema.incidents, [_incident_row(incident) for incident in incidents])
            _insert(
                connection,
                schema.tellings,
                [{"id": telling, "incident": incident.id} for incident in incidents for telling in incident.tellings],
            )
            _insert(
                connection,
                schema.incident_reports,
                [
                    {"incident": incident.id, "report": report}
                    for incident in incidents
                    for report in _reports_in(incident)
                ],
            )
            _insert(connection, schema.families, [{"id": family.id, "body": dumps(family)} for family in families])

    def add_judgement(self, judgement: Judgement) -> None:
        with _Transaction(self._engine, self._name) as connection:
            number = connection.execute(select(func.coalesce(func.max(schema.judgements.c.number), 0))).scalar_one()
            connection.execute(
                insert(schema.judgements).values(id=judgement.id, number=number + 1, body=dumps(judgement))
            )

    # --- reports ------------------------------------------------------------------------------------------------------

    def has(self, report_id: str) -> bool:
        return self._first(select(schema.reports.c.id).where(schema.reports.c.id == report_id)) is not None

    def report(self, report_id: str) -> Report | None:
        table = schema.reports
        row = self._first(select(table.c.body).where(table.c.id == report_id))
        if row is None and len(report_id) >= SHORTEST:
            row = self._only(select(table.c.body).where(table.c.id.startswith(report_id, autoescape=True)))
        if row is None:
            row = self._only(select(table.c.body).where(table.c.given_id == report_id))
        return loads(Report, row.body) if row is not None else None

    def reports(self) -> Iterator[Report]:
        last = ""
        while True:
            query = select(schema.reports.c.id, schema.reports.c.body).where(schema.reports.c.id > last)
            rows = self._all(query.order_by(schema.reports.c.id).limit(_PAGE))
            for row in rows:
                yield loads(Report, row.body)
            if len(rows) < _PAGE:
                return
            last = rows[-1].id

    # --- readings and claims ------------------------------------------------------------------------------------------

    def current(self, report_id: str) -> ReadReport | None:
        query = select(schema.readings.c.body).where(schema.readings.c.report == report_id, schema.readings.c.current)
        row = self._first(query)
        if row is None:
            return None
        data = _pairs(row.body)
        reading: Reading = decode(Reading, data["reading"])
        places: Places = decode(Places, data["places"])
        rows = self._all(
            select(schema.claims.c.id, schema.claims.c.resolution).where(schema.claims.c.report == report_id)
        )
        return ReadReport(reading, {row.id: loads(Resolution, row.resolution) for row in rows}, places)

    def readings(self, report_id: str) -> Sequence[Reading]:
        table = schema.readings
        rows = self._all(select(table.c.body).where(table.c.report == report_id).order_by(table.c.number))
        return [decode(Reading, _pairs(row.body)["reading"]) for row in rows]

    def claim(self, claim_id: str) -> FoundClaim | None:
        query = _CLAIMS.where(schema.claims.c.id == claim_id)
        row = self._first(query)
        if row is None and len(claim_id) >= SHORTEST:
            row = self._only(_CLAIMS.where(schema.claims.c.id.startswith(claim_id, autoescape=True)))
        return _found(row) if row is not None else None

    def claims(self, query: ClaimQuery) -> Iterator[FoundClaim]:
        table = schema.claims
        wanted: list[Any] = []
        for column, value in (
            (table.c.kind, query.kind),
            (table.c.label, query.measure or query.type),
            (table.c.modality, query.modality),
            (table.c.report, query.report),
        ):
            if value is not None:
                wanted.append(column == str(value))
        if query.speaker is not None:
            wanted.append(table.c.speaker.contains(fold(query.speaker), autoescape=True))
        if query.place is not None:
            wanted.append(table.c.place.contains(fold(query.place), autoescape=True))
        if query.since is not None:
            wanted.append(table.c.last_day >= query.since)
        if query.until is not None:
            wanted.append(table.c.first_day <= query.until)
        statement = _CLAIMS.where(and_(True, *wanted)).order_by(table.c.report, table.c.position)
        if query.limit is not None:
            statement = statement.limit(query.limit)
        for row in self._all(statement):
            yield _found(row)

    def _claims_of(self, connection: Connection, report: str) -> dict[str, Claim]:
        table = schema.claims
        rows = connection.execute(select(table.c.id, table.c.body).where(table.c.report == report))
        return {row.id: loads(Claim, row.body) for row in rows}

    # --- incidents ----------------------------------------------------------------------------------------------------

    def incidents(self, query: IncidentQuery) -> Sequence[Incident]:
        table = schema.incidents
        wanted: list[Any] = []
        if query.place is not None:
            wanted.append(table.c.place.contains(fold(query.place), autoescape=True))
        if query.type is not None:
            wanted.append(table.c.types.contains(f" {query.type.value} "))
        if query.measure is not None:
            wanted.append(table.c.measures.contains(f" {query.measure.value} "))
        if query.grade is not None:
            wanted.append(table.c.grade == query.grade.value)
        if query.since is not None:
            wanted.append(table.c.last_day >= query.since)
        if query.until is not None:
            wanted.append(table.c.first_day <= query.until)
        order = (table.c.first_day.is_(None), table.c.first_day, table.c.id)
        statement = select(table.c.body).where(and_(True, *wanted)).order_by(*order)
        if query.limit is not None:
            statement = statement.limit(query.limit)
        return [loads(Incident, row.body) for row in self._all(statement)]

    def incident(self, address: str) -> Incident | None:
        joined = select(schema.incidents.c.body).join(
            schema.tellings, schema.tellings.c.incident == schema.incidents.c.id
        )
        row = self._first(joined.where(schema.tellings.c.id == address))
        if row is None and len(address) >= SHORTEST:
            row = self._only(joined.where(schema.tellings.c.id.startswith(address, autoescape=True)).distinct())
        return loads(Incident, row.body) if row is not None else None

    def incidents_of(self, report_id: str) -> Sequence[Incident]:
        link = schema.incident_reports
        query = select(schema.incidents.c.body).join(link, link.c.incident == schema.incidents.c.id)
        rows = self._all(query.where(link.c.report == report_id).order_by(schema.incidents.c.id))
        return [loads(Incident, row.body) for row in rows]

    def families(self) -> Sequence[Family]:
        rows = self._all(select(schema.families.c.body).order_by(schema.families.c.id))
        return [loads(Family, row.body) for row in rows]

    # --- the rest -----------------------------------------------------------------------------------------------------

    def problems(self) -> Sequence[Problem]:
        rows = self._all(select(schema.problems.c.body).order_by(schema.problems.c.number))
        return [loads(Problem, row.body) for row in rows]

    def judgements(self) -> Sequence[Judgement]:
        rows = self._all(select(schema.judgements.c.body).order_by(schema.judgements.c.number))
        return [loads(Judgement, row.body) for row in rows]

    def close(self) -> None:
        self._engine.dispose()

    def _all(self, statement: Any) -> Sequence[Row[Any]]:
        with _Transaction(self._engine, self._name) as connection:
            return connection.execute(statement).all()

    def _first(self, statement: Any) -> Row[Any] | None:
        rows = self._all(statement.limit(1))
        return rows[0] if rows else None

    def _only(self, statement: Any) -> Row[Any] | None:
        rows = self._all(statement.limit(2))
        return rows[0] if len(rows) == 1 else None


class _Transaction:
    """One transaction; what the database says when it fails becomes a LedgerError that says what to do."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._begin = engine.begin()
        self._name = name

    def __enter__(self) -> Connection:
        try:
            return self._begin.__enter__()
        except (OperationalError, DatabaseError) as error:
            raise explained(error, self._name) from error

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        try:
            self._begin.__exit__(kind, error, trace)
        except (OperationalError, DatabaseError) as failure:
            raise explained(failure, self._name) from failure
        if isinstance(error, Duplicate):
            raise LedgerError(f"{self._name}: this is there already ({error.orig})") from error
        if isinstance(error, OperationalError | DatabaseError):
            raise explained(error, self._name) from error


def explained(error: DatabaseError, name: str) -> LedgerError:
    """What a database's error means for a person."""
    words = str(error.orig).lower()
    if "full" in words:
        return LedgerError(f"{name}: the disk is full. What was stored before is safe; free some space and run again")
    if "readonly" in words or "read-only" in words or "unable to open" in words:
        return LedgerError(
            f"{name}: the ledger cannot be written there. Check the folder's permissions, or give another place with --ledger"
        )
    if "locked" in words or "busy" in words:
        return LedgerError(f"{name}: another program is writing to this ledger. Wait for it to finish and run again")
    if "not a database" in words or "malformed" in words:
        return LedgerError(f"{name}: this file is no ledger, or it is damaged. Give another with --ledger")
    return LedgerError(f"{name}: the ledger could not be used ({error.orig})")


_CLAIMS = select(schema.claims.c.body, schema.claims.c.resolution, schema.reports.c.body.label("report_body")).join(
    schema.reports, schema.reports.c.id == schema.claims.c.report
)


def _found(row: Row[Any]) -> FoundClaim:
    return FoundClaim(loads(Claim, row.body), loads(Resolution, row.resolution), loads(Report, row.report_body))


def _pairs(words: str) -> dict[str, Any]:
    return dict(json.loads(words))


def _insert(connection: Connection, table: Any, rows: Sequence[dict[str, object]]) -> None:
    for start in range(0, len(rows), _PAGE):
        connection.execute(insert(table), rows[start : start + _PAGE])


def _claim_row(position: int, claim: Claim, resolution: Resolution) -> dict[str, object]:
    speakers = [*claim.attribution, *(name for name in resolution.speakers if name)]
    where = resolution.place
    places = [claim.place or "", *((where.name, where.admin1 or "", where.country or "") if where else ())]
    return {
        "id": claim.id,
        "report": claim.report,
        "position": position,
        "kind": claim.kind.value,
        "label": claim.label,
        "modality": claim.modality.value,
        "first_day": claim.date.first.isoformat() if claim.date else None,
        "last_day": claim.date.last.isoformat() if claim.date else None,
        "speaker": " | ".join(fold(name) for name in speakers),
        "place": " | ".join(fold(name) for name in places),
        "body": dumps(claim),
        "resolution": dumps(resolution),
    }


def _reports_in(incident: Incident) -> list[str]:
    return sorted({report for report, _ in incident.reports})


def _incident_row(incident: Incident) -> dict[str, object]:
    where = incident.where
    places = [incident.place or "", *((where.name, where.admin1 or "", where.country or "") if where else ())]
    measures = sorted({measure.value for measure, _ in incident.by_category})
    return {
        "id": incident.id,
        "first_day": incident.date.first.isoformat() if incident.date else None,
        "last_day": incident.date.last.isoformat() if incident.date else None,
        "place": " | ".join(fold(name) for name in places),
        "types": f" {' '.join(kind.value for kind in incident.types)} ",
        "measures": f" {' '.join(measures)} ",
        "grade": incident.grade.value,
        "lat": where.lat if where else None,
        "lon": where.lon if where else None,
        "body": dumps(incident),
    }
