"""`according judge list` and `load`: what was judged, here and elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.judging import Later, relink
from according.cli.options import Json, Ledger, Registry, existing_ledger, settings

if TYPE_CHECKING:
    from according.domain.problem import Problem


def list_(ledger: Ledger = None, as_json: Json = False) -> None:
    """List every judgement, oldest first.

    With those that were taken back, and by whom.

    \b
    Example: according judge list --json
    """
    from according.app import wiring
    from according.cli.console import counted, json_out, note, table
    from according.domain.judgement import withdrawn
    from according.export.judgement_words import decision_words, judgement_object
    from according.export.wording import short

    every = wiring.ledger(existing_ledger(ledger)).judgements()
    gone = withdrawn(every)
    if as_json:
        json_out(judgement_object(j) | {"withdrawn_by": gone[j.id].id if j.id in gone else None} for j in every)
        return
    rows = [
        (
            short(j.id),
            j.at[:16].replace("T", " "),
            j.who,
            decision_words(j),
            " ".join(short(subject) for subject in j.subjects[:2]) + (" ..." if len(j.subjects) > 2 else ""),
            j.why,
            f"by {gone[j.id].who}: {short(gone[j.id].id)}" if j.id in gone else "",
        )
        for j in every
    ]
    if rows:
        table(("judgement", "when", "who", "what", "about", "why", "taken back"), rows, spare=("when", "about"))
    note(f"{counted(len(every), 'judgement')}, {len(gone)} taken back")


def load(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", readable=False, help="JSON lines as 'judge list --json' prints them."),
    ],
    later: Later = False,
    ledger: Ledger = None,
    registry: Registry = None,
    as_json: Json = False,
) -> None:
    """Take in judgements of another ledger.

    A colleague's, or those of a ledger that was lost. The same again changes nothing; where two contradict each other the
    newest word counts.

    \b
    Example: according judge load judgements.jsonl
    """
    from according.app import wiring
    from according.app.judge_load import load as use_case
    from according.cli.console import counted, finish, json_out, note, stop, tell_problems

    existing_ledger(ledger)
    found = settings(ledger, registry)
    for path in files:
        if not path.is_file():
            stop(f"there is no file {path}")
    opened = wiring.ledger(found)
    added, known = 0, 0
    problems: list[Problem] = []
    for path in files:
        with path.open(encoding="utf-8-sig", errors="replace") as lines:
            loaded = use_case(lines, path.name, opened)
        added, known = added + loaded.added, known + loaded.known
        problems += loaded.problems
    if as_json:
        json_out([{"added": added, "known": known, "problems": len(problems)}])
    note(f"{counted(added, 'judgement')} added, {known} already known, {counted(len(problems), 'problem')}")
    tell_problems(problems, as_json=as_json)
    if added:
        relink(opened, found, later)
    finish(problems)
