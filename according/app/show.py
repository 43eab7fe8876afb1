"""Everything a person needs to check an incident or a report: each number with its report, sentence and speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from according import clean
from according.app.judged_by import Judgements
from according.domain.claim import Claim, Resolution
from according.domain.incident import Account, Incident
from according.domain.judgement import Judgement
from according.domain.problem import Problem
from according.domain.protocols import ClaimQuery, FoundClaim, Ledger
from according.domain.redaction import Redaction
from according.domain.report import Layout, Report
from according.domain.values import JudgementKind, Modality


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim with its words: `sentence` is report.text[sentence_start:...], the claim's anchor stands in it.

    Where a person corrected it, `claim` and `resolution` are as corrected, `read` as they were read; `judgements` say who did.
    """

    claim: Claim
    resolution: Resolution
    report: Report
    sentence: str
    sentence_start: int
    judgements: tuple[Judgement, ...] = ()
    read: Claim | None = None

    @property
    def speakers(self) -> tuple[str, ...]:
        return speakers_of(self.claim, self.resolution)

    @property
    def is_rejected(self) -> bool:
        return any(judgement.kind is JudgementKind.REJECT for judgement in self.judgements)


@dataclass(frozen=True, slots=True)
class AccountEvidence:
    """One origin's account with the claims that carry it, in claim order of their reports."""

    account: Account
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ShownIncident:
    """`denials` are the denied and negated claims among `accounts`; `outlook` what is feared or planned.

    `rejected` are claims that a person rejected: they count nowhere; `judgements` are those about the incident as a whole.
    """

    incident: Incident
    accounts: tuple[AccountEvidence, ...]
    denials: tuple[Evidence, ...]
    outlook: tuple[Evidence, ...]
    rejected: tuple[Evidence, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownReport:
    """`read_by` is the digest of the reader whose reading is current; None = no reader could. `redactions` took words out."""

    report: Report
    evidence: tuple[Evidence, ...]
    incidents: tuple[Incident, ...]
    problems: tuple[Problem, ...]
    read_by: str | None
    redactions: tuple[Redaction, ...] = ()


def speakers_of(claim: Claim, resolution: Resolution) -> tuple[str, ...]:
    """By their registry label where known, else as written; empty = the publisher's own voice."""
    known = resolution.speakers or (None,) * len(claim.attribution)
    return tuple(label or written for label, written in zip(known, claim.attribution, strict=True))


def show_incident(ledger: Ledger, address: str) -> ShownIncident | None:
    """The incident at a telling's id or a unique beginning of one; None = there is none."""
    incident = ledger.incident(address)
    if incident is None:
        return None
    beside = Judgements(ledger)
    rejected = beside.rejected_in(incident, ledger)
    told = (claim for account in incident.accounts for claim in account.claims)
    evidence = evidence_of(ledger, [*incident.claims, *incident.outlook, *told, *rejected], beside)
    accounts = tuple(AccountEvidence(a, _pick(evidence, a.claims)) for a in incident.accounts)
    denials = tuple(
        item for item in _pick(evidence, incident.claims) if item.claim.modality in (Modality.DENIED, Modality.NEGATED)
    )
    return ShownIncident(
        incident,
        accounts,
        denials,
        _pick(evidence, incident.outlook),
        _pick(evidence, rejected),
        beside.of_incident(incident, rejected),
    )


def show_report(ledger: Ledger, name: str) -> ShownReport | None:
    """The report of that id, beginning of an id, or id it came with; None = there is none, or more than one."""
    report = ledger.report(name)
    if report is None:
        return None
    read = ledger.current(report.id)
    found = list(ledger.claims(ClaimQuery(report=report.id)))
    layout = clean.layout_of(report) if found else None
    beside = Judgements(ledger)
    evidence = tuple(_of(f, layout, beside) for f in found)
    problems = tuple(problem for problem in ledger.problems() if problem.report == report.id)
    incidents = tuple(ledger.incidents_of(report.id))
    read_by = read.reading.digest if read else None
    return ShownReport(report, evidence, incidents, problems, read_by, tuple(ledger.redactions(report.id)))


def evidence_of(ledger: Ledger, claim_ids: Iterable[str], beside: Judgements) -> dict[str, Evidence]:
    """Each claim that is still read, with its words and what people judged of it."""
    layouts: dict[str, Layout] = {}
    evidence: dict[str, Evidence] = {}
    for claim_id in dict.fromkeys(claim_ids):
        found = ledger.claim(claim_id)
        if found is None:
            continue
        if found.report.id not in layouts:
            layouts[found.report.id] = clean.layout_of(found.report)
        evidence[claim_id] = _of(found, layouts[found.report.id], beside)
    return evidence


def _of(found: FoundClaim, layout: Layout | None, beside: Judgements) -> Evidence:
    claim, resolution = beside.amended(found.claim, found.resolution)
    text, start = claim.anchor, claim.start
    for sentence in layout.sentences if layout else ():
        if sentence.start <= claim.start < sentence.end:
            text, start = found.report.text[sentence.start : max(sentence.end, claim.end)], sentence.start
            break
    read = found.claim if claim != found.claim else None
    return Evidence(claim, resolution, found.report, text, start, beside.of_claim(claim.id), read)


def _pick(evidence: dict[str, Evidence], claim_ids: Sequence[str]) -> tuple[Evidence, ...]:
    items = [evidence[claim_id] for claim_id in claim_ids if claim_id in evidence]
    return tuple(sorted(items, key=lambda e: (e.report.published or "~", e.report.id, e.claim.order)))
