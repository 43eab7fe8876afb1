"""`according judge`: say one thing about what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from according.cli import judge_list
from according.cli.judging import Instead, Later, Reviewer, Why, say
from according.cli.options import Json, Ledger, Registry, settings
from according.domain.values import Grade

if TYPE_CHECKING:
    from according.app.judge import Taken, Who
    from according.domain import protocols

command = typer.Typer(
    help="Say what was misread, what belongs together and what does not; take it back.", rich_markup_mode=None
)
Subject = Annotated[str, typer.Argument(metavar="ID", help="A claim, or an incident, by its id or its beginning.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other claim or incident.")]


@command.command()
def reject(
    claims: Annotated[list[str], typer.Argument(metavar="ID...", help="Claims; an incident's id rejects all of it.")],
    why: Why = None,
    who: Reviewer = None,
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

    say(lambda on, by: use_case.reject(on, claims, by), why, who, instead, later, ledger, registry, as_json)


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
    who: Reviewer = None,
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

    def decide(on: protocols.Ledger, by: Who) -> Taken:
        known = wiring.gazetteer(settings()) if spelled(field) == "place" else None
        return use_case.correct(on, claim, field, value, by, known, whole=whole)

    say(decide, why, who, instead, later, ledger, registry, as_json)


@command.command(name="must-link")
def must_link(
    one: Subject,
    other: Other,
    why: Why = None,
    who: Reviewer = None,
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

    say(lambda on, by: use_case.must_link(on, one, other, by), why, who, instead, later, ledger, registry, as_json)


@command.command(name="cannot-link")
def cannot_link(
    one: Subject,
    other: Other,
    why: Why = None,
    who: Reviewer = None,
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

    say(lambda on, by: use_case.cannot_link(on, one, other, by), why, who, instead, later, ledger, registry, as_json)


@command.command()
def grade(
    incident: Subject,
    value: Annotated[Grade, typer.Argument(metavar="GRADE", help="Confirmed, Contested, ...", case_sensitive=False)],
    why: Why = None,
    who: Reviewer = None,
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

    say(lambda on, by: use_case.grade(on, incident, value, by), why, who, instead, later, ledger, registry, as_json)


@command.command()
def note(
    claim: Subject,
    why: Why = None,
    who: Reviewer = None,
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

    say(lambda on, by: use_case.note(on, [claim], by), why, who, False, False, ledger, registry, as_json)


@command.command()
def withdraw(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id or its beginning: see 'judge list'.")],
    why: Why = None,
    who: Reviewer = None,
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

    say(lambda on, by: use_case.withdraw(on, judgement, by), why, who, False, later, ledger, registry, as_json)


command.command(name="list")(judge_list.list_)
command.command()(judge_list.load)
