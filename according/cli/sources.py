"""`according sources`: who publishes and who speaks."""

from __future__ import annotations

from dataclasses import asdict

from according.cli.options import Json, Ledger, existing_ledger


def sources(ledger: Ledger = None, as_json: Json = False) -> None:
    """List who publishes and who speaks.

    Example: according sources --ledger idlib.db
    """
    from according.app import sources as use_case
    from according.app import wiring
    from according.cli.console import json_out, note, out, table
    from according.export.wording import UNKNOWN

    opened = wiring.ledger(existing_ledger(ledger))
    publishers, speakers = use_case.publishers(opened), use_case.speakers(opened)
    if as_json:
        json_out({"kind": "publisher", **asdict(publisher)} for publisher in publishers)
        json_out({"kind": "speaker", **asdict(speaker)} for speaker in speakers)
        return
    if not publishers and not speakers:
        note("no reports")
        return
    rows = [(p.name or "(not named)", p.reports, p.copies, p.first or UNKNOWN, p.last or UNKNOWN) for p in publishers]
    table(("publisher", "reports", "of them copies", "first", "last"), rows, numbers=("reports", "of them copies"))
    out().print()
    table(
        ("speaker", "claims", "in reports", "in the registry"),
        [(s.name, s.claims, s.reports, "yes" if s.known else "no") for s in speakers],
        numbers=("claims", "in reports"),
    )
