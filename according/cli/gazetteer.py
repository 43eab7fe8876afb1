"""`according gazetteer`: compile the places that According knows, and look in them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from according.cli.options import Json, settings

command = typer.Typer(help="Compile the gazetteer, add places to it, or find one in it.", rich_markup_mode=None)


@command.command()
def build(
    if_missing: Annotated[
        bool, typer.Option("--if-missing", help="Only where there is none, or one of another version.")
    ] = False,
) -> None:
    """Compile the gazetteer anew.

    It is written into $ACCORDING_HOME (default ~/.according); the old one serves until it is done.

    Example: according gazetteer build
    """
    from according.app import wiring
    from according.cli.console import note
    from according.cli.progress import Bar

    with Bar(patience=0) as bar:
        path = wiring.build_gazetteer(settings(), bar, if_missing=if_missing)
    note(f"gazetteer: {path} ({path.stat().st_size / 1e6:.0f} MB)")


@command.command()
def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", readable=False, help="GeoNames dumps (.txt, .zip) or tables of P-codes (.csv, .xlsx)."
        ),
    ],
) -> None:
    """Add places of your own files.

    They are kept in $ACCORDING_HOME/places and compiled into the gazetteer; a file added again replaces itself. Where
    anything in a file is wrong, the gazetteer stays as it was.

    Example: according gazetteer add SY.zip
    """
    from according.app import wiring
    from according.cli.console import note, stop
    from according.cli.progress import Bar

    with Bar(patience=0) as bar:
        try:
            count = wiring.add_places(settings(), files, bar)
        except (ValueError, OSError) as error:
            stop(f"{error} (the gazetteer stays as it was)")
    note(f"gazetteer: {count} places added")


@command.command()
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A place's name in any script.")],
    as_json: Json = False,
) -> None:
    """List the places known under a name.

    Largest first; exit code 1 when there is none.

    Example: according gazetteer find Idlib
    """
    from dataclasses import asdict

    from according.app import wiring
    from according.cli.console import finish, json_out, note, table
    from according.cli.progress import Bar
    from according.export.wording import UNKNOWN

    with Bar() as bar:
        found = wiring.gazetteer(settings(), bar).find(name)
    if as_json:
        json_out(asdict(place) for place in found)
    elif found:
        rows = [
            (
                p.name,
                p.name_ar or UNKNOWN,
                p.feature,
                p.admin1 or UNKNOWN,
                p.country or UNKNOWN,
                UNKNOWN if p.lat is None or p.lon is None else f"{p.lat:.4f}, {p.lon:.4f}",
                f"{p.radius_km:.0f}",
                p.population,
                p.id,
            )
            for p in found
        ]
        columns = ("name", "Arabic", "kind", "area", "country", "point", "km", "people", "id")
        table(columns, rows, numbers=("km", "people"))
    else:
        note(f"no place is known as {name!r}")
    finish(0 if found else 1)
