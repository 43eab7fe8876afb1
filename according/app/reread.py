"""Reads again what the ledger holds, with the readers, gazetteer and registry as they are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from according.app.ingest import not_stored, stamped
from according.app.parts import NoProgress, Parts
from according.app.reading import read_reports
from according.app.rebuild import refresh
from according.domain.claim import ReadReport
from according.domain.problem import Problem
from according.domain.protocols import Ledger, Progress, ReadingChange
from according.domain.report import Report


@dataclass(frozen=True, slots=True)
class Reread:
    """`changes` by report id, only of reports that are read differently now; `problems` are those met in this run."""

    changes: tuple[ReadingChange, ...]
    problems: tuple[Problem, ...]


def reread(ledger: Ledger, parts: Parts, progress: Progress | None = None) -> Reread:
    """Makes the new readings current, one transaction a report, keeps the old ones, and links again. Raises OSError.

    A report that nobody can read any more keeps the reading it had, and so does one of which words were redacted.
    """
    progress = progress or NoProgress()
    changes: list[ReadingChange] = []
    problems: list[Problem] = []
    progress.start("Reading again", None)
    redacted = {redaction.report for redaction in ledger.redactions()}
    whole = (report for report in ledger.reports() if report.id not in redacted)
    for report, read, found in read_reports(whole, parts):
        change, told = _renew(report, read, found, ledger, parts)
        if change is not None and (change.added or change.removed or change.changed):
            changes.append(change)
        problems.extend(told)
        progress.advance()
    progress.done()
    refresh(ledger, parts.registry, progress)
    return Reread(tuple(changes), tuple(problems))


def _renew(
    report: Report, read: ReadReport | None, problems: Sequence[Problem], ledger: Ledger, parts: Parts
) -> tuple[ReadingChange | None, Sequence[Problem]]:
    if read is not None:
        try:
            return ledger.add_reading(stamped(read, parts), problems), problems
        except OSError:
            raise
        except Exception as error:
            problems = [*problems, not_stored(report, error)]
    ledger.add_problems(problems)
    return None, problems
