"""`according problems`: what went wrong with which input, and why."""

from __future__ import annotations

from according.cli.options import Json, Ledger, existing_ledger


def problems(ledger: Ledger = None, as_json: Json = False) -> None:
    """List what went wrong, and why.

    Exit code 1 when there is any problem.

    Example: according problems --json
    """
    from according.app import wiring
    from according.cli.console import counted, finish, json_out, note, table

    found = wiring.ledger(existing_ledger(ledger)).problems()
    if as_json:
        json_out(problem.as_json() for problem in found)
    elif found:
        table(("problem", "with", "why"), [(p.code, p.what, p.why) for p in found])
    if not as_json:
        note(counted(len(found), "problem"))
    finish(found)
