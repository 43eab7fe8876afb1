"""The tables. Whole values stand as JSON (see codec); what is asked for stands beside it in columns of its own.

A change here needs a migration beside the ones in `migrations/versions`, and REVISION then names it.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text

REVISION = "0003"
"""The newest migration: a ledger that stands here needs none."""

metadata = MetaData()

revision = Table("alembic_version", MetaData(), Column("version_num", Text))
"""Alembic's own table, named here so that it can be asked without loading Alembic."""

reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("given_id", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("report", Text, ForeignKey("reports.id"), nullable=False, index=True),
    Column("digest", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    # What its names were resolved to stands beside the reading, under what it was resolved with, and may be replaced.
    Column("gazetteer", Text, nullable=False),
    Column("registry", Text, nullable=False),
    Column("places", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("label", Text, nullable=False, index=True),
    Column("modality", Text, nullable=False, index=True),
    Column("first_day", Text, index=True),
    Column("last_day", Text),
    Column("speaker", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("resolution", Text, nullable=False),
    Index("claims_by_report", "report", "position", unique=True),
)
"""The claims of current readings only; older ones stand in their readings."""

incidents = Table(
    "incidents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("first_day", Text, index=True),
    Column("last_day", Text),
    Column("place", Text, nullable=False),
    Column("types", Text, nullable=False),
    Column("measures", Text, nullable=False),
    Column("grade", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    # The fields of an Outline once more: a map of thousands is drawn without reading whole bodies.
    Column("outline", Text, nullable=False, server_default="{}"),
    Index("incidents_by_point", "lat", "lon"),
)

tellings = Table(
    "tellings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("incident", Text, ForeignKey("incidents.id"), nullable=False, index=True),
)

incident_reports = Table(
    "incident_reports",
    metadata,
    Column("incident", Text, ForeignKey("incidents.id"), primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), primary_key=True, index=True),
)

families = Table(
    "families",
    metadata,
    Column("id", Text, primary_key=True),
    Column("body", Text, nullable=False),
)

problems = Table(
    "problems",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("report", Text, index=True),
    Column("body", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("body", Text, nullable=False),
)

redactions = Table(
    "redactions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("report", Text, ForeignKey("reports.id"), nullable=False, index=True),
    Column("body", Text, nullable=False),
)

linking = Table(
    "linking",
    metadata,
    Column("changes", Integer, nullable=False),
    Column("basis", Text),
)
"""One row: how often what incidents follow from has changed, and the basis of the incidents that are stored."""
