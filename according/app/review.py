"""What a person should look at: one item a doubt, the gravest first.

An item leaves the list once somebody said that all is right as it is (a note that names the item), or once what it was about
changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from according.app.judged_by import Judgements
from according.app.parts import NoProgress
from according.app.review_links import Doubtful, doubtful_links
from according.app.review_names import UnknownNames
from according.domain.claim import Claim, Figure
from according.domain.ids import digest
from according.domain.incident import Incident
from according.domain.judgement import Judgement, standing
from according.domain.problem import Problem
from according.domain.protocols import ClaimQuery, IncidentQuery, Ledger, Progress
from according.domain.values import Grade, JudgementKind, Measure
from according.export.judgement_words import REVIEWED, judgement_words

UNSURE = 0.5
"""Confidence below which a figure of the dead or injured is worth a look."""
DEAD = (Measure.KILLED, Measure.INJURED, Measure.CASUALTIES)


class Doubt(StrEnum):
    """Why something needs eyes, in the order in which the review shows it."""

    LOST = "lost"
    """A judgement that can no longer be applied."""
    DISPUTE = "dispute"
    LINK = "link"
    """Tellings taken for one happening that are hardly alike."""
    NEAR = "near"
    """Two incidents that are nearly alike enough to be one."""
    UNSURE = "unsure"
    """A toll that was read with little confidence."""
    WEAK = "weak"
    """Deaths that only one origin tells of."""
    NAME = "name"
    """Somebody whom the registry of actors does not know."""


@dataclass(frozen=True, slots=True)
class Item:
    """`key` names the doubt and what it is about: another claim in it makes another item. `claims` are those whose words
    tell; `subjects` are what a judgement on the item names, `incident` the one concerned, `other` the second of a pair."""

    doubt: Doubt
    key: str
    about: str
    claims: tuple[str, ...]
    subjects: tuple[str, ...]
    incident: Incident | None = None
    other: Incident | None = None
    judgement: Judgement | None = None


def review(ledger: Ledger, progress: Progress | None = None, doubts: Iterable[Doubt] = ()) -> list[Item]:
    """All that needs eyes and was not looked at yet; only those doubts, where any are named."""
    wanted = set(doubts) or set(Doubt)
    beside = Judgements(ledger)
    counting = standing(ledger.judgements())
    incidents = ledger.incidents(IncidentQuery())
    found: list[Item] = []
    if Doubt.LOST in wanted:
        found += _lost(ledger, counting)
    if Doubt.DISPUTE in wanted:
        found += _disputes(incidents)
    if wanted & {Doubt.LINK, Doubt.NEAR}:
        found += [_linked(d) for d in doubtful_links(ledger, incidents, counting, progress or NoProgress())]
    unsure, names = _of_claims(ledger, beside) if wanted & {Doubt.UNSURE, Doubt.NAME} else ({}, UnknownNames())
    found += _unsure(incidents, unsure)
    if Doubt.WEAK in wanted:
        found += _weak(incidents)
    found += _named(names)
    seen = {j.value for j in counting if j.kind is JudgementKind.NOTE and j.field == REVIEWED}
    order = list(Doubt)
    ranked = sorted(found, key=lambda item: (order.index(item.doubt), -_dead(item.incident), item.key))
    return [item for item in ranked if item.key not in seen and item.doubt in wanted]


def _item(doubt: Doubt, about: str, claims: Iterable[str], subjects: Iterable[str], *of: Incident | None) -> Item:
    named = tuple(dict.fromkeys(subjects))
    key = digest("review", doubt.value, sorted(named))
    incident, other = (*of, None, None)[:2]
    return Item(doubt, key, about, tuple(dict.fromkeys(claims)), named, incident, other)


def _dead(incident: Incident | None) -> int:
    killed = incident.killed if incident else None
    return (killed.best or killed.low or 0) if killed else 0


def _lost(ledger: Ledger, counting: Iterable[Judgement]) -> Iterator[Item]:
    why = {p.what: p for p in ledger.problems() if p.code in ("judgement-lost", "judgement-unusable")}
    for judgement in counting:
        if judgement.id in why and _still(ledger, judgement, why[judgement.id]):
            about = f"{judgement_words(judgement)}: {why[judgement.id].why}"
            key = digest("review", Doubt.LOST.value, judgement.id)
            yield Item(Doubt.LOST, key, about, (), (), judgement=judgement)


def _still(ledger: Ledger, judgement: Judgement, problem: Problem) -> bool:
    """Problems stay listed: the claim of a lost judgement may have come back since."""
    if problem.code == "judgement-unusable":
        return True
    return any(ledger.claim(s) is None and ledger.incident(s) is None for s in judgement.subjects)


def _disputes(incidents: Iterable[Incident]) -> Iterator[Item]:
    for incident in incidents:
        for dispute in incident.disputes:
            about = f"{dispute.kind.value}: {dispute.text}"
            yield _item(Doubt.DISPUTE, about, dispute.claims, dispute.claims or (incident.id,), incident)


def _linked(doubtful: Doubtful) -> Item:
    doubt = Doubt.NEAR if doubtful.other else Doubt.LINK
    what = "may be one happening" if doubtful.other else "may be two happenings"
    about = f"{what}: {doubtful.reasons or 'nothing speaks for or against it'}"
    return _item(doubt, about, doubtful.claims, doubtful.pair, doubtful.incident, doubtful.other)


def _of_claims(ledger: Ledger, beside: Judgements) -> tuple[dict[str, Claim], UnknownNames]:
    """In one pass over all claims: the tolls that nobody looked at and that were read with little confidence, and the names."""
    unsure: dict[str, Claim] = {}
    names = UnknownNames()
    for found in ledger.claims(ClaimQuery()):
        if _is_unsure(found.claim) and not beside.of_claim(found.claim.id):
            unsure[found.claim.id] = found.claim
        if not beside.is_rejected(found.claim.id):
            names.add(beside.amended_found(found))
    return unsure, names


def _unsure(incidents: Iterable[Incident], unsure: Mapping[str, Claim]) -> Iterator[Item]:
    for incident in incidents:
        for claim_id in incident.claims:
            claim = unsure.get(claim_id)
            if claim is not None:
                about = f"read with confidence {claim.confidence:.2f} by the rule {claim.because}"
                yield _item(Doubt.UNSURE, about, (claim_id,), (claim_id,), incident)


def _is_unsure(claim: Claim) -> bool:
    return isinstance(claim, Figure) and claim.measure in DEAD and claim.confidence < UNSURE


def _weak(incidents: Iterable[Incident]) -> Iterator[Item]:
    for incident in incidents:
        if incident.grade is Grade.WEAK and _dead(incident) and not incident.grade_reason.startswith("Judged by"):
            about = f"graded Weak: {incident.grade_reason}"
            yield _item(Doubt.WEAK, about, incident.claims, incident.claims, incident)


def _named(names: UnknownNames) -> Iterator[Item]:
    for name in names.found():
        role = "is said to have done it" if name.does else "speaks"
        times = "once" if name.times == 1 else f"{name.times} times"
        about = (
            f"“{name.written}” {role} {times}; the registry does not know the name ('according actors add' adds one)"
        )
        item = _item(Doubt.NAME, about, name.claims, name.claims)
        # The name itself is the item: one more report with it makes no new one.
        yield Item(
            Doubt.NAME, digest("review", Doubt.NAME.value, name.key, name.does), about, item.claims, item.subjects
        )
