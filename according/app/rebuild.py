"""Incidents anew from what the ledger holds: a function of current readings, judgements and registry (DESIGN.md, invariant 2)."""

from __future__ import annotations

from collections.abc import Iterator

from according import __version__, assess, dedupe, link
from according.app.link import incidents_of
from according.app.parts import NoProgress
from according.domain.ids import digest
from according.domain.incident import Telling
from according.domain.judgement import standing
from according.domain.protocols import Ledger, Progress, Registry


def rebuild(ledger: Ledger, registry: Registry, progress: Progress | None = None) -> int:
    """Links and assesses everything, stores the incidents and returns how many there are. Raises OSError.

    A judgement whose claim left the current readings becomes a recorded problem.
    """
    progress = progress or NoProgress()
    # Taken first: what another program adds meanwhile makes these incidents stale, as it should.
    basis = basis_of(ledger, registry)
    families = dedupe.families_of(ledger.reports())
    progress.start("Linking", None)
    tellings = list(_tellings(ledger, progress))
    progress.done()
    judgements = standing(ledger.judgements())
    incidents = incidents_of(tellings, families, registry, judgements, progress)
    ledger.add_problems(assess.judged(tellings, judgements, registry).problems)
    ledger.set_incidents(incidents, families, basis)
    return len(incidents)


def refresh(ledger: Ledger, registry: Registry, progress: Progress | None = None) -> None:
    """Rebuilds where the stored incidents are stale: something was added, judged or read anew, or a run was cut off."""
    if ledger.basis() != basis_of(ledger, registry):
        rebuild(ledger, registry, progress)


def actors_differ(ledger: Ledger, registry: Registry) -> bool:
    """Whether the ledger's reports were read with another registry: linking with this one may change more than was meant."""
    for report in ledger.reports():
        read = ledger.current(report.id)
        if read is not None:
            return read.registry != registry.digest
    return False


def basis_of(ledger: Ledger, registry: Registry) -> str:
    """Names all that the incidents follow from; what places were resolved with is in the ledger's own changes."""
    return digest("incidents", ledger.changes(), registry.digest, __version__)


def _tellings(ledger: Ledger, progress: Progress) -> Iterator[Telling]:
    for report in ledger.reports():
        read = ledger.current(report.id)
        if read is not None:
            yield from link.tellings_of(report, read)
        progress.advance()
