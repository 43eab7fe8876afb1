"""The first ledger: reports, readings, claims, incidents, families, problems, judgements, full text."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("given_id", sa.Text, nullable=False, index=True),
        sa.Column("publisher", sa.Text),
        sa.Column("published", sa.Text, index=True),
        sa.Column("lang", sa.String(8), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("report", sa.String(64), sa.ForeignKey("reports.id"), nullable=False, index=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("report", sa.String(64), sa.ForeignKey("reports.id"), nullable=False, index=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("label", sa.String(24), nullable=False, index=True),
        sa.Column("modality", sa.String(12), nullable=False, index=True),
        sa.Column("first_day", sa.String(10), index=True),
        sa.Column("last_day", sa.String(10)),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("resolution", sa.Text, nullable=False),
    )
    op.create_index("claims_by_report", "claims", ["report", "position"])
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("first_day", sa.String(10), index=True),
        sa.Column("last_day", sa.String(10)),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("types", sa.Text, nullable=False),
        sa.Column("measures", sa.Text, nullable=False),
        sa.Column("grade", sa.String(12), nullable=False, index=True),
        sa.Column("lat", sa.Float, index=True),
        sa.Column("lon", sa.Float, index=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "tellings",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("incident", sa.String(64), sa.ForeignKey("incidents.id"), nullable=False, index=True),
    )
    op.create_table(
        "incident_reports",
        sa.Column("incident", sa.String(64), sa.ForeignKey("incidents.id"), primary_key=True),
        sa.Column("report", sa.String(64), sa.ForeignKey("reports.id"), primary_key=True, index=True),
    )
    op.create_table(
        "families", sa.Column("id", sa.String(64), primary_key=True), sa.Column("body", sa.Text, nullable=False)
    )
    op.create_table(
        "problems",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("report", sa.String(64), index=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "judgements",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
