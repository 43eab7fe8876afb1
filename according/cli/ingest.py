"""`according ingest`: reports into the ledger."""

from __future__ import annotations

from collections.abc import Iterator

import typer

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
    from according.cli.console import STOPPED, counted, finish, json_out, note, tell_problems
    from according.cli.progress import Bar

    found = settings(ledger, registry)
    # The ledger first: whether it can be used is known at once, the gazetteer may have to be compiled.
    opened, store = wiring.ledger(found), wiring.store(found)
    with Bar() as bar:
        parts = wiring.parts(found, bar)

        def items() -> Iterator[Capture | Problem]:
            for path in dict.fromkeys(inputs):
                yield from wiring.collect(path, store.put)

        try:
            outcome = use_case(items(), opened, parts, bar)
        except KeyboardInterrupt:
            note("stopped: the reports stored so far are whole; run the same command again to go on from there")
            raise typer.Exit(STOPPED) from None
    if as_json:
        json_out([{"added": outcome.added, "known": outcome.known, "problems": len(outcome.problems)}])
    told = f"{counted(outcome.added, 'report')} added, {outcome.known} already known"
    note(f"{told}, {counted(len(outcome.problems), 'problem')}")
    tell_problems(outcome.problems, as_json=as_json)
    finish(outcome.problems)
