"""`according show`: one incident, its accounts side by side, every number with its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.options import Json, Ledger, existing_ledger

if TYPE_CHECKING:
    from according.app.show import Evidence, ShownIncident


def show(
    incident: Annotated[str, typer.Argument(metavar="ID", help="The incident, or the beginning of its id.")],
    ledger: Ledger = None,
    as_json: Json = False,
) -> None:
    """Show an incident, its accounts side by side.

    The toll as a range, who denies what, and for each number the report, the sentence and the speaker.

    Example: according show 3f9a01bc22
    """
    from according.app import wiring
    from according.app.show import show_incident
    from according.cli.console import json_out, stop, unknown

    shown = show_incident(wiring.ledger(existing_ledger(ledger)), incident)
    if shown is None:
        stop(f"{unknown('incident', incident)}: 'according incidents' lists them")
    if as_json:
        json_out([_as_json(shown)])
    else:
        _print(shown)


def _as_json(shown: ShownIncident) -> dict[str, object]:
    from according.export.incident_line import incident_line
    from according.export.judgement_words import judgement_object
    from according.export.reading_line import Json as Object

    def words(items: Sequence[Evidence]) -> list[Object]:
        return [
            {
                "claim": item.claim.id,
                "report": item.report.given_id,
                "report_id": item.report.id,
                "speakers": list(item.speakers),
                "modality": item.claim.modality.value,
                "anchor": item.claim.anchor,
                "start": item.claim.start,
                "sentence": item.sentence,
                "judgements": [judgement_object(judgement) for judgement in item.judgements],
            }
            for item in items
        ]

    return incident_line(shown.incident) | {
        "grade_reason": shown.incident.grade_reason,
        "evidence": {account.account.origin: words(account.evidence) for account in shown.accounts},
        "denials": words(shown.denials),
        "feared_or_planned": words(shown.outlook),
        "rejected": words(shown.rejected),
        "judgements": [judgement_object(judgement) for judgement in shown.judgements],
    }


def _print(shown: ShownIncident) -> None:
    from rich.padding import Padding

    from according.cli.console import cell, out, table
    from according.cli.evidence import Words
    from according.domain.values import JudgementKind, Measure
    from according.export.judgement_words import judgement_words
    from according.export.wording import UNKNOWN, day_words, place_words, range_words

    incident, console = shown.incident, out()
    kinds = ", ".join(kind.value for kind in incident.types)
    console.print(cell(f"{day_words(incident.date)}  {place_words(incident)}  {kinds}", style="bold"))
    console.print(cell(f"incident {incident.id}", style="dim"))
    console.print(cell(f"grade {incident.grade.value}: {incident.grade_reason}"))
    console.print(cell(f"killed {range_words(incident.killed)}"))
    console.print(cell(f"injured {range_words(incident.injured)}"))
    for (measure, category), value in sorted(incident.by_category.items()):
        console.print(cell(f"  {measure.value} {category.value}: {range_words(value)}"))
    if incident.where:
        where = incident.where
        point = f"{where.lat:.4f}, {where.lon:.4f}" if where.lat is not None and where.lon is not None else "no point"
        console.print(cell(f"place {where.name} ({where.precision.value}, {point}, within {where.radius_km:.0f} km)"))

    for judgement in shown.judgements:
        if judgement.kind is JudgementKind.GRADE:
            continue  # the line of the grade says so
        console.print(Padding(cell(judgement_words(judgement)), (0, 0, 0, 2), expand=False))

    words = Words(console)
    console.print(cell("\nAccounts", style="bold"))
    rows = [
        (
            shown_account.account.origin,
            range_words(shown_account.account.values.get((Measure.KILLED, None))),
            range_words(shown_account.account.values.get((Measure.INJURED, None))),
            ", ".join(shown_account.account.perpetrators) or UNKNOWN,
            len({item.report.id for item in shown_account.evidence}),
        )
        for shown_account in shown.accounts
    ]
    table(("origin", "killed", "injured", "blames", "reports"), rows, numbers=("reports",), spare=("reports",))

    if incident.disputes:
        console.print(cell("\nDisputed", style="bold"))
        for dispute in incident.disputes:
            console.print(Padding(cell(f"{dispute.kind.value}: {dispute.text}"), (0, 0, 0, 2), expand=False))
    if shown.denials:
        console.print(cell("\nDenied", style="bold"))
        words.tell(shown.denials)
    for account in shown.accounts:
        console.print(cell(f"\nAccording to {account.account.origin}", style="bold"))
        words.tell(account.evidence)
    if shown.outlook:
        console.print(cell("\nFeared or planned", style="bold"))
        words.tell(shown.outlook)
    if shown.rejected:
        console.print(cell("\nRejected: counted nowhere", style="bold"))
        words.tell(shown.rejected)
