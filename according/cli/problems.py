"""`according problems`: what went wrong with which input, and why."""

from __future__ import annotations

from according.cli.options import Json, Ledger, existing_ledger


def problems(ledger: Ledger = None, as_json: Json = False) -> None:
    """List what went wrong, and why.

    Exit code 1 when there is any problem.

    Example: according problems --json
    """
    from according.app import wiring
    from according.cli.console import finish, json_out, note, table
    from according.cli.wording import UNKNOWN

    found = wiring.ledger(existing_ledger(ledger)).problems()
    if as_json:
        json_out(problem.as_json() for problem in found)
    elif found:
        rows = [(p.code, p.what, UNKNOWN if p.line is None else p.line, p.why) for p in found]
        table(("problem", "with", "line", "why"), rows, numbers=("line",))
        note(f"{len(rows)} problems")
    else:
        note("no problems")
    finish(found)
