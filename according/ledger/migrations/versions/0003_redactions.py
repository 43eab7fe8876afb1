"""What was taken out of reports for good, by whom and why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "redactions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), nullable=False, index=True),
        sa.Column("body", sa.Text, nullable=False),
    )
