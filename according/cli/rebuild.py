"""`according rebuild`: incidents anew from what the ledger holds."""

from __future__ import annotations

from according.cli.options import Ledger, Registry, existing_ledger, settings


def rebuild(ledger: Ledger = None, registry: Registry = None) -> None:
    """Link and assess everything anew.

    Incidents follow from the current readings and judgements alone: the same ledger gives the same incidents.

    Example: according rebuild --ledger idlib.db
    """
    from according.app import wiring
    from according.app.rebuild import rebuild as use_case
    from according.cli.console import counted, note
    from according.cli.progress import Bar

    existing_ledger(ledger)
    found = settings(ledger, registry)
    with Bar() as bar:
        count = use_case(wiring.ledger(found), wiring.registry(found), bar)
    note(counted(count, "incident"))
