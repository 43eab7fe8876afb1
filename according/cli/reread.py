"""`according reread`: read the ledger's reports again and see what changes."""

from __future__ import annotations

from according.cli.options import Json, Ledger, Registry, existing_ledger, settings


def reread(ledger: Ledger = None, registry: Registry = None, as_json: Json = False) -> None:
    """Read again what the ledger holds.

    Reads every report with the reader as it is now; old readings are kept, changes are shown.

    Example: according reread --ledger idlib.db
    """
    from according.app import wiring
    from according.app.reread import reread as use_case
    from according.cli.console import counted, finish, json_out, note, table, tell_problems
    from according.cli.progress import Bar

    existing_ledger(ledger)
    found = settings(ledger, registry)
    opened = wiring.ledger(found)
    with Bar() as bar:
        parts = wiring.parts(found, bar)
        outcome = use_case(opened, parts, bar)
    if as_json:
        json_out(
            {"report": c.report, "added": list(c.added), "removed": list(c.removed), "changed": list(c.changed)}
            for c in outcome.changes
        )
    else:
        rows = [(c.report[:10], len(c.added), len(c.removed), len(c.changed)) for c in outcome.changes]
        if rows:
            table(("report", "came", "went", "changed"), rows, numbers=("came", "went", "changed"))
        note(f"{counted(len(rows), 'report')} read differently")
    tell_problems(outcome.problems, as_json=as_json)
    finish(outcome.problems)
