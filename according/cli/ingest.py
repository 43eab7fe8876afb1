"""`according ingest`: reports into the ledger."""

from __future__ import annotations

from collections.abc import Iterator

from according.cli.options import Inputs, Json, Ledger, Registry, settings
from according.domain.problem import Problem
from according.domain.report import Capture


def ingest(inputs: Inputs, ledger: Ledger = None, registry: Registry = None, as_json: Json = False) -> None:
    """Take files into the ledger.

    Keeps the files, reads the reports that are new and links them into incidents. The same file again changes nothing.

    Example: according ingest reports.jsonl --ledger idlib.db
    """
    from according.app import wiring
    from according.app.ingest import ingest as use_case
    from according.cli.console import finish, json_out, note, tell_problems
    from according.cli.progress import Bar

    found = settings(ledger, registry)
    with Bar() as bar:
        parts = wiring.parts(found, bar)
        opened, store = wiring.ledger(found), wiring.store(found)

        def items() -> Iterator[Capture | Problem]:
            for path in dict.fromkeys(inputs):
                yield from wiring.collect(path, store.put)

        outcome = use_case(items(), opened, parts, bar)
    if as_json:
        json_out([{"added": outcome.added, "known": outcome.known, "problems": len(outcome.problems)}])
    note(f"{outcome.added} reports added, {outcome.known} already known, {len(outcome.problems)} problems")
    tell_problems(outcome.problems, as_json=as_json)
    finish(outcome.problems)
