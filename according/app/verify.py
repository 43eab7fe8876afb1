"""Whether everything is still as it came in: the files as received, the log of their handling, the reports read out of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from according.app.parts import NoProgress
from according.domain.ids import report_id
from according.domain.protocols import Ledger, Progress


class LoggedItem(Protocol):
    @property
    def item(self) -> str: ...


class Custody(Protocol):
    """Files as received and the log of their handling (custody.store.FileStore)."""

    def verify(self) -> Iterator[str]: ...

    def log(self) -> Iterable[LoggedItem]: ...


def verify(ledger: Ledger, custody: Custody, progress: Progress | None = None) -> Iterator[str]:
    """What is wrong, a sentence each; nothing when all is as it came in.

    A redacted report no longer has the words that its id is a hash of; every other one must.
    """
    progress = progress or NoProgress()
    yield from custody.verify()
    kept = {entry.item for entry in custody.log()}
    redacted = {redaction.report for redaction in ledger.redactions()}
    progress.start("Verifying reports", None)
    for report in ledger.reports():
        progress.advance()
        own = report_id(report.text, report.title, report.publisher, report.published, report.url)
        if own != report.id and report.id not in redacted:
            yield f"the report {report.id} ({report.given_id}) was altered in the ledger"
        if report.snapshot not in kept:
            yield f"the file {report.snapshot} that report {report.given_id} came in is in no entry of the custody log"
    progress.done()
