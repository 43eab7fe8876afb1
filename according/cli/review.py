"""`according review`: a walk over what needs eyes; every answer is a judgement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from according.app.review import Doubt
from according.cli.judging import Reviewer
from according.cli.options import Json, Ledger, Limit, Registry, existing_ledger, settings

if TYPE_CHECKING:
    from according.app.review import Item


def review(
    as_list: Annotated[bool, typer.Option("--list", help="Print what there is to look at, and ask nothing.")] = False,
    doubt: Annotated[
        list[Doubt] | None, typer.Option("--doubt", help="Only these doubts; may be given again.", case_sensitive=False)
    ] = None,
    limit: Limit = None,
    who: Reviewer = None,
    ledger: Ledger = None,
    registry: Registry = None,
    as_json: Json = False,
) -> None:
    """Look at what is doubtful, one by one.

    Disputes, links that are hardly likely, tolls read with little confidence, deaths that one origin tells of, names that
    nobody knows. Every answer is kept at once; Ctrl-C loses nothing, u undoes.

    \b
    Example: according review --doubt dispute --doubt link
    """
    from according.app import wiring
    from according.app.review import review as use_case
    from according.cli.console import counted, json_out, note
    from according.cli.progress import Bar

    existing_ledger(ledger)
    found = settings(ledger, registry)
    opened = wiring.ledger(found)
    with Bar() as bar:
        every = use_case(opened, bar, doubt or ())
    items = every[:limit]
    if as_json:
        json_out(map(_as_json, items))
    elif as_list:
        _print(items)
        note(f"{counted(len(every), 'item')} to look at" + (f", {len(items)} shown" if len(items) < len(every) else ""))
    elif not items:
        note("nothing to look at")
    else:
        from according.cli.review_walk import Walk

        Walk(opened, found, found.reviewer if who is None else who).over(items)


def _as_json(item: Item) -> dict[str, object]:
    return {
        "key": item.key,
        "doubt": item.doubt.value,
        "about": item.about,
        "incident": item.incident.id if item.incident else None,
        "other": item.other.id if item.other else None,
        "claims": list(item.claims),
        "subjects": list(item.subjects),
        "judgement": item.judgement.id if item.judgement else None,
    }


def _print(items: Sequence[Item]) -> None:
    from according.cli.console import table
    from according.export.wording import UNKNOWN, day_words, place_words, short

    rows = [
        (
            n,
            item.doubt.value,
            short(item.incident.id) if item.incident else UNKNOWN,
            day_words(item.incident.date) if item.incident else UNKNOWN,
            place_words(item.incident) if item.incident else UNKNOWN,
            item.about,
        )
        for n, item in enumerate(items, 1)
    ]
    if rows:
        table(("", "doubt", "incident", "when", "where", "about"), rows, numbers=("",), spare=("when", "where"))
