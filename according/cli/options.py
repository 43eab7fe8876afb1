"""Options that several commands share, spelled and explained once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from according.app.settings import Settings
from according.cli.console import stop

Inputs = Annotated[
    list[Path],
    typer.Argument(
        metavar="IN...", readable=False, help="Files of reports (.jsonl, .csv, .txt, .html), or folders of them."
    ),
]
Ledger = Annotated[
    Path | None,
    typer.Option(
        "--ledger", metavar="FILE", readable=False, help="The ledger; default $ACCORDING_LEDGER, else ./according.db."
    ),
]
Registry = Annotated[
    list[Path] | None,
    typer.Option(
        "--registry",
        metavar="FILE",
        readable=False,
        help="More actors, beside the shipped and $ACCORDING_REGISTRY's; may be given again.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON lines for a script.")]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="At most N of them.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="From this day on, as 2018-09-09.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Up to this day, as 2018-09-10.")]
Place = Annotated[str | None, typer.Option("--place", metavar="NAME", help="Places whose name holds this.")]


def settings(ledger: Path | None = None, registry: list[Path] | None = None) -> Settings:
    """What the user named, checked: a registry file that is not there is wrong use, not an empty registry."""
    found = Settings.of(ledger=ledger, registry=registry or ())
    if found.home.exists() and not found.home.is_dir():
        stop(f"{found.home} is no folder: $ACCORDING_HOME names the folder of the compiled gazetteer")
    for path in found.registry:
        if not path.is_file():
            stop(f"there is no registry file {path}")
    return found


def existing_ledger(ledger: Path | None) -> Settings:
    """For commands that only look: they never make an empty ledger by mistake."""
    found = settings(ledger)
    if not found.ledger.exists():
        stop(f"there is no ledger at {found.ledger}: make one with 'according ingest FILE', or name it with --ledger")
    return found


def day(value: str | None, name: str) -> str | None:
    """An ISO day as given, or wrong use."""
    from datetime import date

    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        stop(f"--{name} wants a day as 2018-09-09, not {value!r}")
