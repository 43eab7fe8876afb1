"""Links a whole collection without a ledger: captures in, incidents out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from according import assess, dedupe, link
from according.app.parts import NoProgress, Parts
from according.app.reading import read_captures
from according.domain.incident import Family, Incident, Telling
from according.domain.judgement import Judgement, standing
from according.domain.problem import Problem
from according.domain.protocols import Progress, Registry
from according.domain.report import Capture, Report


@dataclass(frozen=True, slots=True)
class Linked:
    """`incidents` by start of date (null last), then id, without those that hold only an outlook.

    `given` maps a report id to the ids it came in with: more than one where the same report came twice.
    """

    incidents: tuple[Incident, ...]
    given: dict[str, list[str]]
    problems: list[Problem] = field(default_factory=list)


def link_captures(captures: Iterable[Capture | Problem], parts: Parts, progress: Progress | None = None) -> Linked:
    """Reads everything, then links it; problems of the input are passed on beside the results."""
    progress = progress or NoProgress()
    problems: list[Problem] = []
    reports: dict[str, Report] = {}
    given: dict[str, list[str]] = {}
    tellings: list[Telling] = []

    def good() -> Iterable[Capture]:
        for item in captures:
            if isinstance(item, Problem):
                problems.append(item)
            else:
                yield item

    progress.start("Reading", None)
    for done in read_captures(good(), parts):
        problems.extend(done.problems)
        progress.advance()
        if done.report is None:
            continue
        known = given.setdefault(done.report.id, [])
        if done.capture.given_id not in known:
            known.append(done.capture.given_id)
        if done.report.id in reports:
            continue
        reports[done.report.id] = done.report
        if done.read is not None:
            tellings.extend(link.tellings_of(done.report, done.read))
    progress.done()
    progress.start("Looking for copies", None)
    families = dedupe.families_of(reports.values())
    progress.done()
    return Linked(incidents_of(tellings, families, parts.registry, (), progress), given, problems)


def incidents_of(
    tellings: Iterable[Telling],
    families: Sequence[Family],
    registry: Registry,
    judgements: Sequence[Judgement] = (),
    progress: Progress | None = None,
) -> tuple[Incident, ...]:
    """Clusters and assesses: a function of its arguments alone, whatever their order (DESIGN.md, invariant 2)."""
    progress = progress or NoProgress()
    progress.start("Linking", None)
    judged = assess.judged(tellings, standing(judgements), registry)
    clusters = link.cluster(judged.tellings, judged.judgements)
    progress.done()
    assessor = assess.Assessor(families, registry, judged.judgements)
    progress.start("Assessing", len(clusters))
    found = []
    for cluster in clusters:
        incident = assessor.assess(cluster)
        if incident.claims:
            found.append(incident)
        progress.advance()
    progress.done()
    return tuple(sorted(found, key=lambda i: (i.date is None, i.date.first.isoformat() if i.date else "", i.id)))
