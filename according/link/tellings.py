"""From the claims of a report to its tellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from according.domain.claim import Claim, Figure, ReadReport
from according.domain.incident import Telling
from according.domain.report import Report
from according.domain.values import Cause, EventType
from according.link.settings import Around


def tellings_of(report: Report, read: ReadReport) -> list[Telling]:
    """What a report tells, one Telling a happening, in the order of their first claims.

    Only conflict is linked (codebook, Frame): figures of another cause are left out, and so is what else is told of a
    happening whose every figure is of another cause and that nobody did.
    """
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in read.reading.claims:
        claims[claim.telling].append(claim)
    kept = {name: own for name, members in claims.items() if (own := _of_conflict(members))}
    around = Around(report, read)
    tellings = [
        Telling.framed(
            name,
            members,
            read.resolutions,
            report.published,
            report.publisher,
            around.setting(members, alone=len(kept) == 1),
        )
        for name, members in kept.items()
    ]
    return sorted(tellings, key=lambda telling: telling.claims[0].order)


def _of_conflict(claims: Sequence[Claim]) -> list[Claim]:
    kept = [claim for claim in claims if _may_be_of_conflict(claim)]
    counted = [claim for claim in claims if isinstance(claim, Figure)]
    if counted and not any(map(_may_be_of_conflict, counted)) and all(map(_is_aftermath, kept)):
        return []
    return kept


def _may_be_of_conflict(claim: Claim) -> bool:
    return not isinstance(claim, Figure) or claim.cause in (None, Cause.CONFLICT)


def _is_aftermath(claim: Claim) -> bool:
    """Flight and the like, which a flood brings as well as a war."""
    return claim.perpetrator is None and claim.label in (EventType.DISPLACEMENT.value, EventType.OTHER.value)
