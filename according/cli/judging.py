"""What the commands that judge have in common: who and why, taking down, linking again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.console import stop
from according.cli.options import existing_ledger, settings
from according.domain.values import JudgementKind

if TYPE_CHECKING:
    from according.app.judge import Taken, Who
    from according.app.settings import Settings
    from according.domain import protocols

Reviewer = Annotated[
    str | None,
    typer.Option("--who", metavar="NAME", help="Who says so; default $ACCORDING_REVIEWER, else your login name."),
]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The reason; asked for on a terminal.")]
Instead = Annotated[bool, typer.Option("--instead", help="Take back the judgement that this one contradicts.")]
Later = Annotated[
    bool, typer.Option("--later", help="Do not link again yet: 'according rebuild' does so after many judgements.")
]


def say(
    decide: Callable[[protocols.Ledger, Who], Taken],
    why: str | None,
    who: str | None,
    instead: bool,
    later: bool,
    ledger: Path | None,
    registry: list[Path] | None,
    as_json: bool,
) -> None:
    """Takes a decision down, says how to undo it, and links again. Raises WrongUse where it cannot be."""
    from according.app import wiring
    from according.app.judge import Who, now
    from according.app.judge_subjects import Unjudgeable
    from according.cli.console import json_out, note
    from according.export.judgement_words import judgement_object, judgement_words
    from according.export.wording import short

    existing_ledger(ledger)
    found = settings(ledger, registry)
    opened = wiring.ledger(found)
    by = Who(
        found.reviewer if who is None else who,
        now(),
        asked_reason(why, "a judgement wants a reason: --why 'what you saw, and where'"),
        instead,
    )
    try:
        taken = decide(opened, by)
    except Unjudgeable as error:
        stop(str(error))
    for old in taken.withdrawn:
        note(f"taken back: {judgement_words(old)} (judgement {short(old.id)})")
    if not taken.new:
        note(f"said already: {judgement_words(taken.judgement)} (judgement {short(taken.judgement.id)})")
    elif not as_json:
        note(f"taken down as judgement {short(taken.judgement.id)}: {judgement_words(taken.judgement)}")
        note(f"to undo: according judge withdraw {short(taken.judgement.id)}")
    if as_json:
        json_out([judgement_object(taken.judgement) | {"new": taken.new}])
    if taken.new and taken.judgement.kind is not JudgementKind.NOTE:
        relink(opened, found, later)


def relink(opened: protocols.Ledger, found: Settings, later: bool = False) -> None:
    """Links again, so that what was judged is seen; not with other actors than those that the ledger was read with, since
    that would change more than was meant."""
    from according.app import wiring
    from according.app.rebuild import actors_differ, refresh
    from according.cli.console import note
    from according.cli.progress import Bar

    if later:
        note("not linked again yet: 'according rebuild' does")
        return
    registry = wiring.registry(found)
    if actors_differ(opened, registry):
        note(
            "not linked again, because this ledger was read with other actors than those known now: say 'according rebuild' with the "
            "--registry that you gave 'ingest', or 'according reread' where you want the actors as they are now"
        )
        return
    with Bar() as bar:
        refresh(opened, registry, bar)


def asked_reason(why: str | None, otherwise: str) -> str:
    """The reason as given, or asked for on a terminal; a script is told."""
    if why is not None:
        return why
    if not sys.stdin.isatty():
        stop(otherwise)
    return str(typer.prompt("Why", prompt_suffix="? ", err=True))
