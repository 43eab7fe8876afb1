"""What a query asks for, as conditions on rows."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Table, and_, false, not_

from according.domain.protocols import ClaimQuery, IncidentQuery
from according.domain.values import ClaimKind
from according.ledger import rows, schema
from according.text.fold import fold

SHORTEST = 8
"""Characters of an id that may stand for it where they are unique."""


def begins(column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    """Ids are hexadecimal: nothing that begins so sorts behind a "g". A range, because it can use the index."""
    if len(beginning) < SHORTEST:
        return false()
    return and_(column >= beginning, column < beginning + "g")


def wanted_claims(query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    table = schema.claims
    if query.kind is not None:
        yield table.c.kind == query.kind.value
    if query.measure is not None:
        yield and_(table.c.kind == ClaimKind.FIGURE.value, table.c.label == query.measure.value)
    if query.type is not None:
        yield and_(table.c.kind == ClaimKind.EVENT.value, table.c.label == query.type.value)
    if query.modality is not None:
        yield table.c.modality == query.modality.value
    if query.report is not None:
        yield table.c.report == rows.storable(query.report)
    if query.speaker is not None:
        yield table.c.speaker.contains(fold(query.speaker), autoescape=True)
    yield from _where_and_when(table, query)


def wanted_incidents(query: IncidentQuery) -> Iterator[ColumnElement[bool]]:
    table = schema.incidents
    if query.type is not None:
        yield table.c.types.contains(rows.word(query.type.value), autoescape=True)
    if query.measure is not None:
        yield table.c.measures.contains(rows.word(query.measure.value), autoescape=True)
    if query.grade is not None:
        yield table.c.grade == query.grade.value
    if query.placed is not None:
        point = and_(table.c.lat.is_not(None), table.c.lon.is_not(None))
        yield point if query.placed else not_(point)
    yield from _where_and_when(table, query)


def _where_and_when(table: Table, query: ClaimQuery | IncidentQuery) -> Iterator[ColumnElement[bool]]:
    if query.place is not None:
        yield table.c.place.contains(fold(query.place), autoescape=True)
    if query.since is not None:
        yield table.c.last_day >= query.since
    if query.until is not None:
        yield table.c.first_day <= query.until
