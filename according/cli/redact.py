"""`according redact`: words out of reports, for good."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.judging import Reviewer, asked_reason
from according.cli.options import Json, Ledger, Registry, existing_ledger, settings

if TYPE_CHECKING:
    from according.app.redact import Change, Outcome
    from according.app.settings import Settings
    from according.domain import protocols


def redact(
    reports: Annotated[
        list[str] | None,
        typer.Argument(metavar="REPORT...", help="Reports, by id or its beginning; all of each goes."),
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Option(
            "--words", metavar="TEXT", help="Only these words, as a name; without REPORT in all. May be given again."
        ),
    ] = None,
    why: Annotated[
        str | None, typer.Option("--why", metavar="TEXT", help="The reason; it stays, so write no names.")
    ] = None,
    who: Reviewer = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether you are sure.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would go, and change nothing.")] = False,
    as_list: Annotated[bool, typer.Option("--list", help="List what was redacted, by whom and why.")] = False,
    ledger: Ledger = None,
    registry: Registry = None,
    as_json: Json = False,
) -> None:
    """Take words out of reports for good.

    A source in danger, a name that must go: the words leave every view and export, the ledger and the files as received.
    Ids, hashes and the reason stay. It cannot be undone.

    \b
    Example: according redact --words "A. Name" --why "asked for by the family"
    """
    from according.app import wiring
    from according.app.judge import Who, now
    from according.app.rebuild import actors_differ
    from according.app.redact import Unredactable, plan
    from according.app.redact import redact as use_case
    from according.cli.console import note, stop
    from according.cli.progress import Bar

    existing_ledger(ledger)
    found = settings(ledger, registry)
    opened = wiring.ledger(found)
    if as_list:
        _list(opened.redactions(), as_json)
        return
    wanted = [word for word in words or () if word.strip()]
    try:
        changes = plan(opened, reports or (), wanted)
        if not changes:
            note("no report has these words" if wanted else "these reports are redacted already")
        if not as_json:
            _tell(changes, opened)
            _tell_other_names(found, wanted)
        if dry_run:
            note("nothing was changed (--dry-run)")
            return
        name = " ".join((found.reviewer if who is None else who).split())
        if not name:
            stop("say who redacts: --who NAME, or $ACCORDING_REVIEWER")
        reason = asked_reason(why, "a redaction wants a reason: --why 'asked for by the family'")
        by = Who(name, now(), reason.strip())
        _sure(yes)
        with Bar() as bar:
            actors = wiring.registry(found)
            if actors_differ(opened, actors):
                note(
                    "note: this ledger was read with other actors than those known now: 'according rebuild' with their --registry mends it"
                )
            store = wiring.store(found, name)
            outcome = use_case(changes, wanted, by, opened, store, actors, bar, everywhere=not reports)
    except Unredactable as error:
        stop(str(error))
    _report(outcome, as_json)


def _tell(changes: Sequence[Change], ledger: protocols.Ledger) -> None:
    from according.cli.console import counted, note

    for change in changes:
        report = change.before
        head = f"report {report.given_id} ({report.id[:10]})"
        if change.whole:
            what = "all of it"
        else:
            places = len(change.spans)
            what = f"{places} place{'' if places == 1 else 's'} of its text"
            what += f", and its {', '.join(change.parts).replace('_', ' ')}" if change.parts else ""
        note(f"{head}: {what}")
        if change.copies:
            names = [found.given_id for name in change.copies if (found := ledger.report(name)) is not None]
            note(
                f"  the same words stand in {counted(len(names), 'copy').replace('copys', 'copies')}: {', '.join(names)}"
            )
    note(f"{counted(len(changes), 'report')} to redact")


def _tell_other_names(found: Settings, words: Sequence[str]) -> None:
    """The words may name an actor whom reports call by other names too: those are other words."""
    from according.app import wiring
    from according.cli.console import note

    for word in words:
        for actor in wiring.actors_named(found, word):
            names = [name for name in (actor.label, *actor.aliases) if name.casefold() != word.casefold()]
            if names:
                note(f"“{word}” names {actor.label}, which reports also call {'; '.join(names[:8])}: redact those too?")


def _report(outcome: Outcome, as_json: bool) -> None:
    from according.cli.console import counted, json_out, note
    from according.export.redaction_words import redaction_object, redaction_words

    if as_json:
        json_out(redaction_object(item.redaction) | {"bytes_kept_as": item.bytes_kept_as} for item in outcome.done)
        return
    for item in outcome.done:
        note(f"report {item.change.after.given_id} ({item.redaction.report[:10]}): {redaction_words(item.redaction)}")
        if item.bytes_kept_as is None:
            note("  its bytes as received are not beside this ledger: blank them where they are")
        else:
            note(
                f"  its bytes in snapshot {item.change.before.snapshot[:10]} are blanked; the rest is kept as {item.bytes_kept_as[:10]}"
            )
    if outcome.other_files:
        note(f"the same words are blanked in {counted(outcome.other_files, 'other file')} as received")
    if outcome.remarks:
        note(f"hidden in {counted(outcome.remarks, 'judgement or problem').replace('problems', 'problem')} too")
    if not outcome.done:
        note("no report was changed; the files were searched, and what was redacted before is scrubbed from them")
        return
    note("not reached: the files that you ingested, exports and backups made before, names of files in the custody log")


def _list(redactions: Sequence[object], as_json: bool) -> None:
    from according.cli.console import counted, json_out, note, table
    from according.domain.redaction import Redaction
    from according.export.redaction_words import redaction_object, what_words
    from according.export.wording import short

    found = [redaction for redaction in redactions if isinstance(redaction, Redaction)]
    if as_json:
        json_out(map(redaction_object, found))
        return
    rows = [(short(r.report), r.at[:16].replace("T", " "), r.who, what_words(r), r.why) for r in found]
    if rows:
        table(("report", "when", "who", "what", "why"), rows)
    note(counted(len(found), "redaction"))


def _sure(yes: bool) -> None:
    from according.cli.console import stop

    if yes:
        return
    if not sys.stdin.isatty():
        stop("this cannot be undone: look with --dry-run, then say --yes")
    if typer.prompt("This cannot be undone. Type yes to go on", default="no", err=True).strip().casefold() != "yes":
        stop("nothing was changed")
