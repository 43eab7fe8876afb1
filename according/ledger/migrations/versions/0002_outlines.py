"""Incidents in outline and their points beside them, so that a map or a count need not read whole ones."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

OUTLINE = ("id", "date", "place", "where", "killed", "grade")


def upgrade() -> None:
    op.add_column("incidents", sa.Column("lat", sa.Float))
    op.add_column("incidents", sa.Column("lon", sa.Float))
    op.add_column("incidents", sa.Column("outline", sa.Text, nullable=False, server_default="{}"))
    op.create_index("incidents_by_point", "incidents", ["lat", "lon"])
    incidents = sa.table("incidents", *(sa.column(name) for name in ("id", "body", "lat", "lon", "outline")))
    connection = op.get_bind()
    for (name,) in connection.execute(sa.select(incidents.c.id)).all():
        one = incidents.c.id == name
        body = json.loads(connection.execute(sa.select(incidents.c.body).where(one)).scalar_one())
        where = body.get("where") or {}
        outline = json.dumps({key: body[key] for key in OUTLINE if key in body}, sort_keys=True, separators=(",", ":"))
        values = {"lat": where.get("lat"), "lon": where.get("lon"), "outline": outline}
        connection.execute(sa.update(incidents).where(one).values(**values))
