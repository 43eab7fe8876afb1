"""`according incidents`: what happened, by the ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from according.cli.options import Json, Ledger, Limit, Place, Since, Until, day, existing_ledger
from according.domain.values import EventType, Grade, Measure


def incidents(
    place: Place = None,
    event: Annotated[EventType | None, typer.Option("--type", help="With an event of this type.")] = None,
    measure: Annotated[Measure | None, typer.Option("--measure", help="With a range for this measure.")] = None,
    grade: Annotated[Grade | None, typer.Option("--grade", case_sensitive=False, help="Of this grade.")] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    ledger: Ledger = None,
    as_json: Json = False,
) -> None:
    """List what happened, with tolls as ranges.

    Beside each: how many independent origins tell of it, what they dispute, and the grade.

    \b
    Example: according incidents --place Idlib --measure killed --since 2018-09-01
    """
    from according.app import wiring
    from according.cli.console import counted, json_out, note, table
    from according.domain.protocols import IncidentQuery
    from according.export.incident_line import incident_line
    from according.export.wording import UNKNOWN, day_words, place_words, range_words, short

    query = IncidentQuery(
        place=place,
        type=event,
        measure=measure,
        grade=grade,
        since=day(since, "since"),
        until=day(until, "until"),
        limit=limit,
    )
    found = wiring.ledger(existing_ledger(ledger)).incidents(query)
    if as_json:
        json_out(incident_line(incident) for incident in found)
        return
    rows = [
        (
            short(i.id),
            day_words(i.date),
            place_words(i),
            ", ".join(kind.value for kind in i.types) or UNKNOWN,
            range_words(i.killed),
            range_words(i.injured),
            ", ".join(i.perpetrators) or UNKNOWN,
            len(i.origins),
            len(i.reports),
            ", ".join(sorted({dispute.kind.value for dispute in i.disputes})) or UNKNOWN,
            i.grade.value,
        )
        for i in found
    ]
    columns = (
        "incident",
        "when",
        "where",
        "what",
        "killed",
        "injured",
        "by",
        "origins",
        "reports",
        "disputed",
        "grade",
    )
    spare = ("reports", "origins", "by", "disputed", "injured", "what")
    if rows:
        table(columns, rows, numbers=("origins", "reports"), spare=spare)
    how = "; 'according show ID' puts the accounts of one side by side" if rows else ""
    note(f"{counted(len(rows), 'incident')}{how}")
