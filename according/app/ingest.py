"""Takes captures into the ledger: reads the reports that are new, keeps them whole, links them into incidents.

Whoever makes the captures has kept and synced their snapshots before (`custody`). A run may be cut off anywhere: every
report that it stored is whole, and the next run goes on from there.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from according.app.parts import NoProgress, Parts
from according.app.reading import ReadCapture, read_captures
from according.app.rebuild import refresh
from according.domain.claim import ReadReport
from according.domain.problem import Problem
from according.domain.protocols import Ledger, Progress
from according.domain.report import Capture, Report

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """`known` counts captures whose report was there already; `problems` are those met in this run, known or new."""

    added: int
    known: int
    problems: tuple[Problem, ...]


def ingest(
    items: Iterable[Capture | Problem], ledger: Ledger, parts: Parts, progress: Progress | None = None
) -> Outcome:
    """Stores what is new, one transaction a report; the same items again change nothing. Raises OSError."""
    progress = progress or NoProgress()
    problems: list[Problem] = []
    captures = added = 0

    def unknown() -> Iterator[Capture]:
        nonlocal captures
        for item in items:
            if isinstance(item, Problem):
                ledger.add_problems([item])
                problems.append(item)
                progress.advance()
                continue
            captures += 1
            if ledger.has(Report.from_capture(item, lang="").id):
                progress.advance()
            else:
                yield item

    progress.start("Ingesting", None)
    failed = 0
    for done in read_captures(unknown(), parts):
        stored = _store(done, ledger, parts)
        if stored is not None:
            problems.extend(stored)
            added += done.report is not None
            failed += done.report is None
        progress.advance()
    progress.done()
    refresh(ledger, parts.registry, progress)
    return Outcome(added, captures - added - failed, tuple(problems))


def _store(done: ReadCapture, ledger: Ledger, parts: Parts) -> list[Problem] | None:
    """The problems that were recorded with it; None when another program, or an earlier line, had stored it already."""
    if done.report is None:
        ledger.add_problems(done.problems)
        return done.problems
    try:
        read = None if done.read is None else stamped(done.read, parts)
        return done.problems if ledger.add(done.report, read, done.problems) else None
    except OSError:
        raise
    except Exception as error:
        problems = [*done.problems, not_stored(done.report, error)]
        return problems if ledger.add(done.report, None, problems) else None


def stamped(read: ReadReport, parts: Parts) -> ReadReport:
    """With the digests of what its names were resolved with."""
    return replace(read, gazetteer=parts.gazetteer.digest, registry=parts.registry.digest)


def not_stored(report: Report, error: Exception) -> Problem:
    """A reading that contradicts itself is a fault of the reader's: the report is kept, other reports go on."""
    _log.debug("not-stored: %s", report.given_id, exc_info=error)
    why = f"its reading could not be stored ({type(error).__name__}: {error}); the report is kept; please report it as a fault"
    return Problem("not-stored", report.given_id, why, report=report.id)
