"""Takes words out of reports for good: from everything that is shown or exported, from the ledger and from the files as received.

What stays: the report's id and day, the hashes, and a tombstone that says who, when, why and where. A redaction is no
judgement: it cannot be taken back, because nothing is left to bring back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from according.app.judge import Who
from according.app.parts import NoProgress
from according.app.rebuild import refresh
from according.app.redact_bytes import Blanking, blank
from according.domain.claim import Claim, Event, Figure, Reading, ReadReport, Resolution
from according.domain.mention import PlaceMention
from according.domain.problem import Problem
from according.domain.protocols import Ledger, Progress, Registry
from according.domain.redaction import Redaction
from according.domain.report import Report
from according.text.hiding import hidden, spans_of

SHORTEST = 3
"""Letters of words that can be taken out: shorter ones would be found everywhere."""
REDACTED = "redacted"
"""The reader of a report of which nothing is left to read."""


class Unredactable(ValueError):
    """What was asked for cannot be done; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Change:
    """A report before and after. `spans` are into its text, `parts` what else held the words; `copies` are other reports
    with the same words that this change does not reach."""

    before: Report
    after: Report
    spans: tuple[tuple[int, int], ...]
    parts: tuple[str, ...]
    whole: bool
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """`bytes_kept_as` is the hash of the file as it is kept from now on; None = it was not there to be blanked."""

    change: Change
    redaction: Redaction
    bytes_kept_as: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """`remarks` counts the judgements and problems in which the words stood, `other_files` the files as received that held the
    same records or words beside those of the reports."""

    done: tuple[Done, ...]
    remarks: int
    other_files: int


def plan(ledger: Ledger, names: Sequence[str], words: Sequence[str]) -> list[Change]:
    """What would change, without changing it: whole reports, or the words in them; without `names` the words everywhere.

    Raises Unredactable.
    """
    for word in words:
        if sum(letter.isalnum() for letter in word) < SHORTEST:
            raise Unredactable(
                f"{word!r} is too short to be taken out: give at least {SHORTEST} letters, best a full name"
            )
    if not names and not words:
        raise Unredactable("say what to take out: a report's id for all of it, or --words for a name in all reports")
    reports = [_report(ledger, name) for name in dict.fromkeys(names)] if names else ledger.reports()
    whole = {r.report for r in ledger.redactions() if r.whole}
    found = []
    for report in reports:
        if report.id in whole:
            continue
        change = _words(ledger, report, words) if words else _all_of_it(report)
        if change is not None:
            found.append(change)
    return _with_copies(ledger, found)


def redact(
    changes: Sequence[Change],
    words: Sequence[str],
    who: Who,
    ledger: Ledger,
    store: Blanking,
    registry: Registry,
    progress: Progress | None = None,
    *,
    everywhere: bool = False,
) -> Outcome:
    """Carries out a plan and links again; `everywhere` = the plan was not for certain reports, so the words go from all files. Cut off anywhere, the same again finishes it. Raises Unredactable, OSError."""
    progress = progress or NoProgress()
    if any(spans_of(word, who.why) for word in words):
        raise Unredactable("the reason holds the words that are to go: it stays for good, so write it without them")
    if not who.why.strip():
        raise Unredactable("a redaction wants a reason: --why 'asked for by the family'")
    done = []
    try:
        # The bytes first: as long as the ledger still has the words, the same command finds them again.
        blanked = blank(store, [c.before for c in changes], words if everywhere else (), progress)
    except ValueError as error:
        raise Unredactable(f"{error}: nothing was redacted; move that file away and run again") from error
    progress.start("Redacting", len(changes))
    for change in changes:
        at = change.before.id, who.name, who.at, who.why
        redaction = Redaction.made(*at, whole=change.whole, spans=change.spans, parts=change.parts)
        ledger.redact(redaction, change.after, _read(ledger, change, words), _problems(ledger, change, words))
        done.append(Done(change, redaction, blanked.kept_as[change.before.id]))
        progress.advance()
    progress.done()
    remarks = ledger.hide_in_remarks(_hiding(words)) if words else 0
    refresh(ledger, registry, progress)
    ledger.scrub()
    return Outcome(tuple(done), remarks, blanked.others)


def _report(ledger: Ledger, name: str) -> Report:
    report = ledger.report(name)
    if report is None:
        raise Unredactable(f"no report {name!r}, or more than one begins so: 'according claims' shows them")
    return report


def _hiding(words: Sequence[str]) -> Callable[[str], str]:
    def hide(text: str) -> str:
        for word in words:
            text = hidden(text, spans_of(word, text))
        return text

    return hide


def _all_of_it(report: Report) -> Change:
    span = (0, len(report.text))
    after = replace(
        report,
        text=hidden(report.text, [span]),
        title=None,
        publisher=None,
        url=None,
        given_id=f"redacted-{report.id[:10]}",
    )
    parts = tuple(name for name in ("title", "publisher", "url", "given_id") if getattr(report, name))
    return Change(report, after, (span,), parts, whole=True)


def _words(ledger: Ledger, report: Report, words: Sequence[str]) -> Change | None:
    """None where the report has none of the words, not even in what was read."""
    hide = _hiding(words)
    spans = sorted({span for word in words for span in spans_of(word, report.text)})
    fields: dict[str, Any] = {}
    for name in ("title", "publisher", "url", "given_id"):
        value = getattr(report, name)
        if value is not None and hide(value) != value:
            fields[name] = hide(value)
    if report.url and hide(unquote(report.url)) != unquote(report.url):
        fields["url"] = None
    after = replace(report, text=hidden(report.text, spans), **fields)
    change = Change(report, after, tuple(spans), tuple(fields), whole=False)
    if after != report:
        return change
    # What was read may join words that stand apart in the text ("Abu and Omar Testname"): all of them must stand in it.
    if not any(all(spans_of(part, report.text) for part in word.split()) for word in words):
        return None
    read = ledger.current(report.id)
    return change if read is not None and _reading(read, report, after, hide) != read else None


def _with_copies(ledger: Ledger, changes: Sequence[Change]) -> list[Change]:
    """Tells of each whole report which copies of it are left."""
    reached = {change.before.id for change in changes}
    families = ledger.families()

    def left(change: Change) -> Iterable[str]:
        for family in families:
            if change.whole and change.before.id in family.reports:
                yield from (name for name in family.reports if name not in reached)

    return [replace(change, copies=tuple(dict.fromkeys(left(change)))) for change in changes]


def _read(ledger: Ledger, change: Change, words: Sequence[str]) -> ReadReport | None:
    read = ledger.current(change.before.id)
    if read is None:
        return None
    if change.whole:
        return ReadReport(Reading(change.before.id, REDACTED, ()), {}, (), read.gazetteer, read.registry)
    return _reading(read, change.before, change.after, _hiding(words))


def _problems(ledger: Ledger, change: Change, words: Sequence[str]) -> list[Problem]:
    hide = _hiding(words)
    own = [problem for problem in ledger.problems() if problem.report == change.before.id]
    return [] if change.whole else [replace(p, what=hide(p.what), why=hide(p.why)) for p in own]


def _reading(read: ReadReport, before: Report, after: Report, hide: Callable[[str], str]) -> ReadReport:
    """The same claims under the same ids, without the words."""
    claims = tuple(_claim(claim, before, after, hide) for claim in read.reading.claims)
    reading = replace(
        read.reading,
        claims=claims,
        problems=tuple(replace(p, what=hide(p.what), why=hide(p.why)) for p in read.reading.problems),
    )
    resolutions = {
        new.id: _resolution(read.resolutions[old.id], old, new)
        for old, new in zip(read.reading.claims, claims, strict=True)
    }
    mentions = ((_mention(mention, after, hide), mention, place) for mention, place in read.places)
    places = tuple((new, place if new.anchor == old.anchor else None) for new, old, place in mentions)
    return replace(read, reading=reading, resolutions=resolutions, places=places)


def _claim(claim: Claim, before: Report, after: Report, hide: Callable[[str], str]) -> Claim:
    """What stands in the text is taken from it as it is now: the words may be but a part of it."""

    def words(value: str | None) -> str | None:
        if value is None:
            return None
        at = before.text.find(value)
        return hide(after.text[at : at + len(value)] if at >= 0 else value)

    place = claim.place
    if place is not None:
        start = claim.place_start
        stands = start is not None and before.text.startswith(place, start)
        place = after.text[start : start + len(place)] if stands and start is not None else hide(place)
    anchor = after.text[claim.start : claim.end]
    claim = replace(
        claim,
        anchor=anchor,
        place=place,
        perpetrator=words(claim.perpetrator),
        weapon=words(claim.weapon),
        attribution=tuple(words(name) or name for name in claim.attribution),
    )
    if isinstance(claim, Figure):
        stated = claim.quantity.stated
        return replace(claim, quantity=replace(claim.quantity, stated=words(stated) or stated))
    return replace(claim, target=words(claim.target)) if isinstance(claim, Event) else claim


def _resolution(resolution: Resolution, old: Claim, new: Claim) -> Resolution:
    """Whose name is hidden is nobody known any more, and a place whose name is hidden is nowhere: its point would tell it."""
    speakers = resolution.speakers or (None,) * len(old.attribution)
    kept = zip(speakers, old.attribution, new.attribution, strict=True)
    return replace(
        resolution,
        place=resolution.place if old.place == new.place else None,
        perpetrator=resolution.perpetrator if old.perpetrator == new.perpetrator else None,
        speakers=tuple(label if before == after else None for label, before, after in kept),
    )


def _mention(mention: PlaceMention, after: Report, hide: Callable[[str], str]) -> PlaceMention:
    area = None if mention.area is None else hide(mention.area)
    return replace(mention, anchor=after.text[mention.start : mention.end], area=area)
