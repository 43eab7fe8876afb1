"""`according actors`: add actors of your own, and look whom a name stands for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from according.cli.options import Json, Registry, settings

command = typer.Typer(help="Add actors to the registry, or find one in it.", rich_markup_mode=None)


@command.command()
def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", readable=False, help="Tab-separated UTF-8 files with the columns of the manual."
        ),
    ],
) -> None:
    """Add actors of your own files.

    They are kept in $ACCORDING_HOME/actors; a file added again replaces itself. Where anything in a file is wrong, the
    registry stays as it was.

    Example: according actors add my.actors.tsv
    """
    from according.app import wiring
    from according.cli.console import note, stop

    try:
        count = wiring.add_actors(settings(), files)
    except (ValueError, OSError) as error:
        stop(f"{error} (the registry stays as it was)")
    note(f"registry: {count} actors added")


@command.command()
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as a report writes it.")],
    registry: Registry = None,
    as_json: Json = False,
) -> None:
    """Show the actor that a name stands for, and others that it names.

    Exit code 1 when there is none.

    Example: according actors find "Syrian army"
    """
    from dataclasses import asdict

    from according.app import wiring
    from according.cli.console import finish, json_out, note, table
    from according.export.wording import UNKNOWN

    found = wiring.actors_named(settings(registry=registry), name)
    if as_json:
        json_out(asdict(actor) for actor in found)
    elif found:
        columns = ("label", "kind", "side", "country", "ACLED", "PLOVER", "id")
        rows = [
            (a.label, a.kind, a.side or UNKNOWN, a.country or UNKNOWN, a.inter or UNKNOWN, a.sector or UNKNOWN, a.id)
            for a in found
        ]
        table(columns, rows, numbers=("ACLED",))
    else:
        note(f"no actor is known as {name!r}: add one with 'according actors add FILE'")
    finish(0 if found else 1)
