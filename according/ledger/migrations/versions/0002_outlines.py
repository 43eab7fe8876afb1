"""Incidents in outline and their points beside them, so that a map or a count need not read whole ones."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

PAGE = 500
OUTLINE = ("id", "date", "place", "where", "killed", "grade")


def upgrade() -> None:
    op.add_column("incidents", sa.Column("lat", sa.Float))
    op.add_column("incidents", sa.Column("lon", sa.Float))
    op.add_column("incidents", sa.Column("outline", sa.Text, nullable=False, server_default="{}"))
    op.create_index("incidents_by_point", "incidents", ["lat", "lon"])
    incidents = sa.table("incidents", *(sa.column(name) for name in ("id", "body", "lat", "lon", "outline")))
    fill = sa.update(incidents).where(incidents.c.id == sa.bindparam("incident"))
    page, last = sa.select(incidents.c.id, incidents.c.body).order_by(incidents.c.id).limit(PAGE), ""
    connection = op.get_bind()
    while rows := connection.execute(page.where(incidents.c.id > last)).all():
        connection.execute(fill, [{"incident": row.id, **beside(json.loads(row.body))} for row in rows])
        last = rows[-1].id


def beside(body: dict[str, Any]) -> dict[str, object]:
    """What stands beside an incident's body from this version on."""
    where = body.get("where") or {}
    outline = {key: body[key] for key in OUTLINE if key in body}
    written = json.dumps(outline, sort_keys=True, separators=(",", ":"))
    return {"lat": where.get("lat"), "lon": where.get("lon"), "outline": written}
