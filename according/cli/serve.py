"""`according serve`: the pages, on this machine only."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from according.cli.options import Ledger, existing_ledger


def serve(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port of 127.0.0.1 to serve on.")] = 8321,
    ledger: Ledger = None,
) -> None:
    """Serve the pages on 127.0.0.1.

    Ctrl-C stops it.

    Example: according serve --port 8321
    """
    server = import_module("according.web.server")
    server.serve(existing_ledger(ledger), port=port)
