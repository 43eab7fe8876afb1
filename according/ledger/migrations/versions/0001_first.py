"""The first ledger: reports, readings, claims, incidents, families, problems, judgements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("given_id", sa.Text, nullable=False, index=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), nullable=False, index=True),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("gazetteer", sa.Text, nullable=False),
        sa.Column("registry", sa.Text, nullable=False),
        sa.Column("places", sa.Text, nullable=False),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False, index=True),
        sa.Column("modality", sa.Text, nullable=False, index=True),
        sa.Column("first_day", sa.Text, index=True),
        sa.Column("last_day", sa.Text),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("resolution", sa.Text, nullable=False),
    )
    op.create_index("claims_by_report", "claims", ["report", "position"], unique=True)
    op.create_table(
        "incidents",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("first_day", sa.Text, index=True),
        sa.Column("last_day", sa.Text),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("types", sa.Text, nullable=False),
        sa.Column("measures", sa.Text, nullable=False),
        sa.Column("grade", sa.Text, nullable=False, index=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "tellings",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("incident", sa.Text, sa.ForeignKey("incidents.id"), nullable=False, index=True),
    )
    op.create_table(
        "incident_reports",
        sa.Column("incident", sa.Text, sa.ForeignKey("incidents.id"), primary_key=True),
        sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), primary_key=True, index=True),
    )
    op.create_table(
        "families",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "problems",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("report", sa.Text, index=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    linking = op.create_table(
        "linking",
        sa.Column("changes", sa.Integer, nullable=False),
        sa.Column("basis", sa.Text),
    )
    op.bulk_insert(linking, [{"changes": 0, "basis": None}])
