"""`according verify`: is everything still as it came in?"""

from __future__ import annotations

from according.cli.options import Json, Ledger, existing_ledger


def verify(ledger: Ledger = None, as_json: Json = False) -> None:
    """Check files, log and reports against their hashes.

    The files as received, the chained log of their handling, and the reports of the ledger. Exit code 1 when anything was
    altered or is gone.

    Example: according verify --ledger idlib.db
    """
    from according.app import wiring
    from according.app.verify import verify as use_case
    from according.cli.console import clean, counted, finish, json_out, note, out
    from according.cli.progress import Bar

    found = existing_ledger(ledger)
    opened, store = wiring.ledger(found), wiring.store(found)
    with Bar() as bar:
        wrong = list(use_case(opened, store, bar))
    if as_json:
        json_out({"wrong": sentence} for sentence in wrong)
    else:
        for sentence in wrong:
            out().print(clean(sentence), soft_wrap=True)
        redacted = len({redaction.report for redaction in opened.redactions()})
        told = f"; {counted(redacted, 'report')} redacted" if redacted else ""
        note((f"{len(wrong)} wrong" if wrong else "everything is as it came in") + told)
    finish(wrong)
