"""`according report`: one report's text with its claims marked."""

from __future__ import annotations

from typing import Annotated

import typer

from according.cli.options import Json, Ledger, existing_ledger


def report(
    name: Annotated[str, typer.Argument(metavar="ID", help="The report's id, its beginning, or the id it came with.")],
    family: Annotated[
        bool, typer.Option("--family", help="Show who published its words first, and who copied or took from them.")
    ] = False,
    ledger: Ledger = None,
    as_json: Json = False,
) -> None:
    """Show a report with its claims marked.

    Example: according report line-1
    """
    from according.app import wiring
    from according.app.family import chains_of
    from according.app.show import show_report
    from according.cli.console import cell, json_out, out, stop, table, unknown
    from according.cli.family import show_chains
    from according.cli.marking import mark
    from according.export.judgement_words import judgement_words, read_words
    from according.export.reading_line import reading_line
    from according.export.redaction_words import redaction_object, redaction_words
    from according.export.wording import UNKNOWN, claim_words, day_words, short

    opened = wiring.ledger(existing_ledger(ledger))
    shown = show_report(opened, name)
    if shown is None:
        stop(f"{unknown('report', name)}: 'according claims' shows them")
    found = shown.report
    if family:
        show_chains(chains_of(opened, found.id), found.id, as_json)
        return
    if as_json:
        line = reading_line(found.given_id, found, opened.current(found.id))
        more = {"text": found.text, "incidents": [incident.id for incident in shown.incidents]}
        json_out([line | more | {"redactions": [redaction_object(redaction) for redaction in shown.redactions]}])
        return
    console = out()
    console.print(cell(found.title or found.given_id, style="bold"))
    source = ", ".join(part for part in (found.publisher, found.published, found.url) if part)
    console.print(cell(f"report {found.id}\n{source or 'no publisher, no date'}", style="dim"))
    for redaction in shown.redactions:
        console.print(cell(redaction_words(redaction), style="bold"))
    numbers: dict[tuple[int, int], list[str]] = {}
    for n, item in enumerate(shown.evidence, 1):
        numbers.setdefault((item.claim.start, item.claim.end), []).append(str(n))
    console.print(mark(found.text, [(*span, ",".join(names)) for span, names in numbers.items()]))
    console.print()
    rows = [
        (
            n,
            claim_words(item.claim),
            item.claim.modality.value,
            "; ".join(item.speakers) or "(the publisher)",
            item.claim.place or UNKNOWN,
            day_words(item.claim.date),
            item.claim.perpetrator or UNKNOWN,
            item.claim.because,
            short(item.claim.id),
        )
        for n, item in enumerate(shown.evidence, 1)
    ]
    if rows:
        columns = ("", "what", "how", "says who", "where", "when", "by", "read because", "claim")
        table(columns, rows, numbers=("",), spare=("read because", "by", "claim", "when"))
        for n, item in enumerate(shown.evidence, 1):
            for judgement in item.judgements:
                console.print(cell(f"claim {n}: {judgement_words(judgement)}"))
            if item.read is not None:
                console.print(cell(f"claim {n}: read as {', '.join(read_words(item.read, item.claim))}", style="dim"))
    else:
        console.print(cell("no claims" if shown.read_by else "not read"))
    for incident in shown.incidents:
        console.print(cell(f"tells of incident {short(incident.id)}"))
    for problem in shown.problems:
        console.print(cell(f"problem ({problem.code}): {problem.why}"))
