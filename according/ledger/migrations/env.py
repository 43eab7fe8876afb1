"""Alembic's entry: migrates the connection that `store` hands over."""

from __future__ import annotations

from alembic import context

from according.ledger.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
