"""`according export`: the ledger in a format that others read."""

from __future__ import annotations

from typing import Annotated

import typer

from according.app.export import Format, What
from according.cli.options import Ledger, existing_ledger
from according.cli.output import Out, writing


def export(
    format_: Annotated[Format, typer.Argument(metavar="FORMAT", help="jsonl, csv or geojson.")],
    what: Annotated[What, typer.Option("--what", help="Incidents, or the claims they rest on.")] = What.INCIDENTS,
    out: Out = None,
    ledger: Ledger = None,
) -> None:
    """Write jsonl, csv or geojson.

    Incidents or claims, sorted by id: the same ledger always gives the same bytes.

    Example: according export csv --what claims -o claims.csv
    """
    from according.app import wiring
    from according.app.export import EXPORTERS
    from according.app.export import export as use_case
    from according.cli.console import note, stop

    if (format_, what) not in EXPORTERS:
        stop(f"{format_.value} holds {' or '.join(w.value for f, w in EXPORTERS if f is format_)}, not {what.value}")
    opened = wiring.ledger(existing_ledger(ledger))
    with writing(out) as stream:
        for piece in use_case(opened, format_, what):
            stream.write(piece)
    note("Places: GeoNames, CC BY 4.0, and Natural Earth")
