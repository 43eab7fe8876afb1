"""Everything a person needs to check an incident or a report: each number with its report, sentence and speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from according import clean
from according.domain.claim import Claim, Resolution
from according.domain.incident import Account, Incident
from according.domain.problem import Problem
from according.domain.protocols import ClaimQuery, Ledger
from according.domain.report import Layout, Report
from according.domain.values import Modality


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim with its words: `sentence` is report.text[sentence_start:...], the claim's anchor stands in it."""

    claim: Claim
    resolution: Resolution
    report: Report
    sentence: str
    sentence_start: int

    @property
    def speakers(self) -> tuple[str, ...]:
        return speakers_of(self.claim, self.resolution)


@dataclass(frozen=True, slots=True)
class AccountEvidence:
    """One origin's account with the claims that carry it, in claim order of their reports."""

    account: Account
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ShownIncident:
    """`denials` are the denied and negated claims among `accounts`; `outlook` what is feared or planned."""

    incident: Incident
    accounts: tuple[AccountEvidence, ...]
    denials: tuple[Evidence, ...]
    outlook: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ShownReport:
    """`read_by` is the digest of the reader whose reading is current; None = no reader could."""

    report: Report
    evidence: tuple[Evidence, ...]
    incidents: tuple[Incident, ...]
    problems: tuple[Problem, ...]
    read_by: str | None


def speakers_of(claim: Claim, resolution: Resolution) -> tuple[str, ...]:
    """By their registry label where known, else as written; empty = the publisher's own voice."""
    known = resolution.speakers or (None,) * len(claim.attribution)
    return tuple(label or written for label, written in zip(known, claim.attribution, strict=True))


def show_incident(ledger: Ledger, address: str) -> ShownIncident | None:
    """The incident at a telling's id or a unique beginning of one; None = there is none."""
    incident = ledger.incident(address)
    if incident is None:
        return None
    evidence = _evidence(
        ledger, [*incident.claims, *incident.outlook, *(c for a in incident.accounts for c in a.claims)]
    )
    accounts = tuple(AccountEvidence(a, _pick(evidence, a.claims)) for a in incident.accounts)
    denials = tuple(
        item for item in _pick(evidence, incident.claims) if item.claim.modality in (Modality.DENIED, Modality.NEGATED)
    )
    return ShownIncident(incident, accounts, denials, _pick(evidence, incident.outlook))


def show_report(ledger: Ledger, name: str) -> ShownReport | None:
    """The report of that id, beginning of an id, or id it came with; None = there is none, or more than one."""
    report = ledger.report(name)
    if report is None:
        return None
    read = ledger.current(report.id)
    found = list(ledger.claims(ClaimQuery(report=report.id)))
    layout = clean.layout_of(report) if found else None
    evidence = tuple(_of(f.claim, f.resolution, f.report, layout) for f in found)
    problems = tuple(problem for problem in ledger.problems() if problem.report == report.id)
    incidents = tuple(ledger.incidents_of(report.id))
    return ShownReport(report, evidence, incidents, problems, read.reading.digest if read else None)


def _evidence(ledger: Ledger, claim_ids: Iterable[str]) -> dict[str, Evidence]:
    layouts: dict[str, Layout] = {}
    evidence: dict[str, Evidence] = {}
    for claim_id in dict.fromkeys(claim_ids):
        found = ledger.claim(claim_id)
        if found is None:
            continue
        if found.report.id not in layouts:
            layouts[found.report.id] = clean.layout_of(found.report)
        evidence[claim_id] = _of(found.claim, found.resolution, found.report, layouts[found.report.id])
    return evidence


def _of(claim: Claim, resolution: Resolution, report: Report, layout: Layout | None) -> Evidence:
    for sentence in layout.sentences if layout else ():
        if sentence.start <= claim.start < sentence.end:
            text = report.text[sentence.start : max(sentence.end, claim.end)]
            return Evidence(claim, resolution, report, text, sentence.start)
    return Evidence(claim, resolution, report, claim.anchor, claim.start)


def _pick(evidence: dict[str, Evidence], claim_ids: Sequence[str]) -> tuple[Evidence, ...]:
    items = [evidence[claim_id] for claim_id in claim_ids if claim_id in evidence]
    return tuple(sorted(items, key=lambda e: (e.report.published or "~", e.report.id, e.claim.order)))
