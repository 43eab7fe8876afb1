"""The tables. Whole values stand as JSON (see codec); what is asked for stands beside it in columns of its own."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()

reports = Table(
    "reports",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("given_id", Text, nullable=False, index=True),
    Column("publisher", Text),
    Column("published", Text, index=True),
    Column("lang", String(8), nullable=False),
    Column("body", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("report", String(64), ForeignKey("reports.id"), nullable=False, index=True),
    Column("digest", String(64), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("body", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("report", String(64), ForeignKey("reports.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("label", String(24), nullable=False, index=True),
    Column("modality", String(12), nullable=False, index=True),
    Column("first_day", String(10), index=True),
    Column("last_day", String(10)),
    Column("speaker", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("resolution", Text, nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("first_day", String(10), index=True),
    Column("last_day", String(10)),
    Column("place", Text, nullable=False),
    Column("types", Text, nullable=False),
    Column("measures", Text, nullable=False),
    Column("grade", String(12), nullable=False, index=True),
    Column("lat", Float, index=True),
    Column("lon", Float, index=True),
    Column("body", Text, nullable=False),
)

tellings = Table(
    "tellings",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("incident", String(64), ForeignKey("incidents.id"), nullable=False, index=True),
)

incident_reports = Table(
    "incident_reports",
    metadata,
    Column("incident", String(64), ForeignKey("incidents.id"), primary_key=True),
    Column("report", String(64), ForeignKey("reports.id"), primary_key=True, index=True),
)

families = Table("families", metadata, Column("id", String(64), primary_key=True), Column("body", Text, nullable=False))

problems = Table(
    "problems",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("report", String(64), index=True),
    Column("body", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

Index("claims_by_report", claims.c.report, claims.c.position)
