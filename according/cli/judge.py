"""`according judge`: say one thing about what was read, and look at what was said."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.options import Json, Ledger, Registry, existing_ledger, settings
from according.domain.values import Grade, JudgementKind

if TYPE_CHECKING:
    from according.app.judge import Taken, Who
    from according.app.settings import Settings
    from according.domain import protocols
    from according.domain.problem import Problem

command = typer.Typer(
    help="Say what was misread, what belongs together and what does not; take it back.", rich_markup_mode=None
)

Name = Annotated[
    str | None,
    typer.Option("--who", metavar="NAME", help="Who judges; default $ACCORDING_REVIEWER, else your login name."),
]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The reason; asked for on a terminal.")]
Instead = Annotated[bool, typer.Option("--instead", help="Take back the judgement that this one contradicts.")]
Later = Annotated[
    bool, typer.Option("--later", help="Do not link again yet: 'according rebuild' does so after many judgements.")
]
Subject = Annotated[str, typer.Argument(metavar="ID", help="A claim, or an incident, by its id or its beginning.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other claim or incident.")]


@command.command()
def reject(
    claims: Annotated[list[str], typer.Argument(metavar="ID...", help="Claims; an incident's id rejects all of it.")],
    why: Why = None,
    who: Name = None,
    instead: Instead = False,
    later: Later = False,
    ledger: Ledger = None,
    registry: Registry = None,
    as_json: Json = False,
) -> None:
    """Reject claims that are misread.

    They count nowhere any more, and stay visible with your reason.

    \b
    Example: according judge reject 5c41e0a9d2 --why "the wounded, not the dead"
    """
    from according.app import judge as use_case

    _say(lambda on, by: use_case.reject(on, claims, by), why, who, instead, later, ledger, registry, as_json)


@command.command()
def correct(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id or its beginning.")],
    field: Annotated[
        str,
        typer.Argument(metavar="FIELD", help="quantity, category, place, date, perpetrator, attribution, modality ..."),
    ],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What is right; - where the report does not say.")],
    whole: Annotated[
        bool,
        typer.Option("--whole-telling", help="A place, date, perpetrator or weapon: of all claims of its telling."),
    ] = False,
    why: Why = None,
    who: Name = None,
    instead: Instead = False,
    later: Later = False,
    ledger: Ledger = None,
    registry: Registry = None,
    as_json: Json = False,
) -> None:
    """Correct a field of a claim.

    What was read stays beside it, with its words.

    \b
    Example: according judge correct 5c41e0a9d2 quantity "at least 14" --why "paragraph 3"
    """
    from according.app import judge as use_case
    from according.app import wiring
    from according.app.judge_values import spelled

    def say(on: protocols.Ledger, by: Who) -> Taken:
        known = wiring.gazetteer(settings()) if spelled(field) == "place" else None
        return use_case.correct(on, claim, field, value, by, known, whole=whole)

    _say(say, why, who, instead, later, ledger, registry, as_json)


@command.command(name="must-link")
def must_link(
    one: Subject,
    other: Other,
    why: Why = None,
    who: Name = None,
    instead: Instead = False,
    later: Later = False,
    ledger: Ledger = None,
    registry: Registry = None,
    as_json: Json = False,
) -> None:
    """Make two tellings one incident.

    Whatever According thinks of them.

    \b
    Example: according judge must-link 3f9a01bc22 77ab01cd34 --why "the same market"
    """
    from according.app import judge as use_case

    _say(lambda on, by: use_case.must_link(on, one, other, by), why, who, instead, later, ledger, registry, as_json)


@command.command(name="cannot-link")
def cannot_link(
    one: Subject,
    other: Other,
    why: Why = None,
    who: Name = None,
    instead: Instead = False,
    later: Later = False,
    ledger: Ledger = None,
    registry: Registry = None,
    as_json: Json = False,
) -> None:
    """Keep two tellings apart.

    Name a claim of each: 'according show' prints their ids.

    \b
    Example: according judge cannot-link 5c41e0a9d2 9e0b7c1f55 --why "two strikes"
    """
    from according.app import judge as use_case

    _say(lambda on, by: use_case.cannot_link(on, one, other, by), why, who, instead, later, ledger, registry, as_json)


@command.command()
def grade(
    incident: Subject,
    value: Annotated[Grade, typer.Argument(metavar="GRADE", help="Confirmed, Contested, ...", case_sensitive=False)],
    why: Why = None,
    who: Name = None,
    instead: Instead = False,
    later: Later = False,
    ledger: Ledger = None,
    registry: Registry = None,
    as_json: Json = False,
) -> None:
    """Grade an incident yourself.

    Confirmed, Contested, Discounted, Fair or Weak: it overrides According's grade.

    \b
    Example: according judge grade 3f9a01bc22 Confirmed --why "the inquiry's report"
    """
    from according.app import judge as use_case

    _say(lambda on, by: use_case.grade(on, incident, value, by), why, who, instead, later, ledger, registry, as_json)


@command.command()
def note(
    claim: Subject,
    why: Why = None,
    who: Name = None,
    ledger: Ledger = None,
    registry: Registry = None,
    as_json: Json = False,
) -> None:
    """Leave a note on a claim or incident.

    It changes nothing and stands beside it; the text is --why.

    \b
    Example: according judge note 3f9a01bc22 --why "asked the rescuers for their list"
    """
    from according.app import judge as use_case

    _say(lambda on, by: use_case.note(on, [claim], by), why, who, False, False, ledger, registry, as_json)


@command.command()
def withdraw(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id or its beginning: see 'judge list'.")],
    why: Why = None,
    who: Name = None,
    later: Later = False,
    ledger: Ledger = None,
    registry: Registry = None,
    as_json: Json = False,
) -> None:
    """Take a judgement back.

    It stays listed, with your reason. Withdrawing a withdrawal lets the judgement count again.

    \b
    Example: according judge withdraw 0b1c2d3e4f --why "looked at the wrong page"
    """
    from according.app import judge as use_case

    _say(lambda on, by: use_case.withdraw(on, judgement, by), why, who, False, later, ledger, registry, as_json)


@command.command(name="list")
def list_(ledger: Ledger = None, as_json: Json = False) -> None:
    """List every judgement, oldest first.

    With those that were taken back, and by whom.

    \b
    Example: according judge list --json
    """
    from according.app import wiring
    from according.cli.console import counted, json_out, table
    from according.cli.console import note as remark
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
    remark(f"{counted(len(every), 'judgement')}, {len(gone)} taken back")


@command.command()
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
    from according.cli.console import counted, finish, json_out, stop, tell_problems
    from according.cli.console import note as remark

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
    remark(f"{counted(added, 'judgement')} added, {known} already known, {counted(len(problems), 'problem')}")
    tell_problems(problems, as_json=as_json)
    if added:
        relink(opened, found, later)
    finish(problems)


def _say(
    say: Callable[[protocols.Ledger, Who], Taken],
    why: str | None,
    who: str | None,
    instead: bool,
    later: bool,
    ledger: Path | None,
    registry: list[Path] | None,
    as_json: bool,
) -> None:
    from according.app import wiring
    from according.app.judge import Who, now
    from according.app.judge_subjects import Unjudgeable
    from according.cli.console import json_out, note, stop
    from according.export.judgement_words import judgement_object, judgement_words
    from according.export.wording import short

    existing_ledger(ledger)
    found = settings(ledger, registry)
    opened = wiring.ledger(found)
    by = Who(found.reviewer if who is None else who, now(), _reason(why), instead)
    try:
        taken = say(opened, by)
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


def _reason(why: str | None) -> str:
    from according.cli.console import stop

    if why is not None:
        return why
    if not sys.stdin.isatty():
        stop("a judgement wants a reason: --why 'what you saw, and where'")
    return str(typer.prompt("Why", prompt_suffix="? ", err=True))
