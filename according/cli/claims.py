"""`according claims`: the claims of the ledger's current readings."""

from __future__ import annotations

from typing import Annotated

import typer

from according.cli.options import Json, Ledger, Limit, Place, Since, Until, day, existing_ledger
from according.domain.values import ClaimKind, EventType, Measure, Modality


def claims(
    measure: Annotated[Measure | None, typer.Option("--measure", help="Figures of this measure.")] = None,
    event: Annotated[EventType | None, typer.Option("--type", help="Events of this type.")] = None,
    kind: Annotated[ClaimKind | None, typer.Option("--kind", help="Only figures, or only events.")] = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", metavar="NAME", help="Speakers whose name holds this.")
    ] = None,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    modality: Annotated[Modality | None, typer.Option("--modality", help="How firmly it is claimed.")] = None,
    report: Annotated[str | None, typer.Option("--report", metavar="ID", help="Claims of this report.")] = None,
    limit: Limit = None,
    ledger: Ledger = None,
    as_json: Json = False,
) -> None:
    """List who claims what, and how firmly.

    \b
    Example: according claims --measure killed --speaker observatory --since 2018-09-01
    """
    from according.app import wiring
    from according.app.judged_by import Judgements
    from according.cli.console import counted, json_out, note, stop, table, unknown
    from according.domain.protocols import ClaimQuery
    from according.export.incident_row import claim_row
    from according.export.judgement_words import kind_words
    from according.export.wording import UNKNOWN, claim_words, day_words, short

    opened = wiring.ledger(existing_ledger(ledger))
    report_id = None
    if report is not None:
        found_report = opened.report(report)
        if found_report is None:
            stop(f"{unknown('report', report)}: 'according claims' shows them")
        report_id = found_report.id
    query = ClaimQuery(
        kind=kind,
        measure=measure,
        type=event,
        speaker=speaker,
        place=place,
        since=day(since, "since"),
        until=day(until, "until"),
        modality=modality,
        report=report_id,
        limit=limit,
    )
    beside = Judgements(opened)
    shown = ((read.claim, beside.amended_found(read), beside.of_claim(read.claim.id)) for read in opened.claims(query))
    if as_json:
        json_out(claim_row(item, None, judged, read if read != item.claim else None) for read, item, judged in shown)
        return
    rows = [
        (
            short(f.claim.id),
            claim_words(f.claim),
            f.claim.modality.value,
            "; ".join(f.claim.attribution) or f"({f.report.publisher or 'the publisher'})",
            f.claim.place or UNKNOWN,
            day_words(f.claim.date),
            f.claim.anchor,
            f.report.given_id,
            "; ".join(dict.fromkeys(f"{kind_words(j)} by {j.who}" for j in judged)),
        )
        for _, f, judged in shown
    ]
    columns = ("claim", "what", "how", "says who", "where", "when", "words", "report", "judged")
    if rows:
        # The last column only where there is something to say.
        width = len(columns) if any(row[-1] for row in rows) else len(columns) - 1
        table(columns[:width], [row[:width] for row in rows], spare=("claim", "report", "words", "when"))
    note(counted(len(rows), "claim"))
