"""What people judged of the claims and incidents that are shown: beside what was read, never in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from according.assess import amended
from according.domain.claim import Claim, Resolution
from according.domain.ids import telling_id
from according.domain.incident import Incident
from according.domain.judgement import Judgement, standing
from according.domain.protocols import ClaimQuery, FoundClaim, Ledger
from according.domain.values import JudgementKind

OF_CLAIMS = frozenset({JudgementKind.REJECT, JudgementKind.CORRECT})


class Judgements:
    """The judgements of a ledger that stand, by what they are about. Read once: make a new one to see newer ones."""

    def __init__(self, ledger: Ledger) -> None:
        self._about: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in standing(ledger.judgements()):
            for subject in judgement.subjects:
                self._about[subject].append(judgement)

    def of_claim(self, claim: str) -> tuple[Judgement, ...]:
        """Rejections and corrections of a claim, and notes on it alone; oldest first."""
        return tuple(j for j in self._about.get(claim, ()) if _is_of_a_claim(j))

    def of_incident(self, incident: Incident, also: Iterable[str] = ()) -> tuple[Judgement, ...]:
        """What was said of an incident as a whole: its grade, notes, what it was linked with or kept apart from.

        `also` are claims that were its own before they were rejected.
        """
        if not self._about:
            return ()
        claims = {*incident.claims, *incident.outlook, *also}
        # A telling that was judged may have got another claim as its first since.
        names = claims | set(incident.tellings) | {telling_id(claim) for claim in claims}
        found = {
            j.id: j
            for name in names & self._about.keys()
            for j in self._about[name]
            if j.kind not in OF_CLAIMS and not (_is_of_a_claim(j) and name in claims)
        }
        return tuple(sorted(found.values(), key=lambda j: j.order))

    def is_rejected(self, claim: str) -> bool:
        return any(j.kind is JudgementKind.REJECT for j in self._about.get(claim, ()))

    def rejected_in(self, incident: Incident, ledger: Ledger) -> tuple[str, ...]:
        """The claims that would be of an incident's tellings, had nobody rejected them."""
        if not any(j.kind is JudgementKind.REJECT for about in self._about.values() for j in about):
            return ()
        found = (f.claim for report, _ in incident.reports for f in ledger.claims(ClaimQuery(report=report)))
        return tuple(claim.id for claim in found if claim.telling in incident.tellings and self.is_rejected(claim.id))

    def amended(self, claim: Claim, resolution: Resolution) -> tuple[Claim, Resolution]:
        """With its corrected fields. Corrected names are as the person wrote them, without their actors."""
        own = self.of_claim(claim.id)
        return amended(claim, resolution, own, None) if own else (claim, resolution)

    def amended_found(self, found: FoundClaim) -> FoundClaim:
        claim, resolution = self.amended(found.claim, found.resolution)
        return FoundClaim(claim, resolution, found.report)


def _is_of_a_claim(judgement: Judgement) -> bool:
    """A note on one claim stands beside it; one on several, or on a telling, is the incident's."""
    return judgement.kind in OF_CLAIMS or (judgement.kind is JudgementKind.NOTE and len(judgement.subjects) == 1)
