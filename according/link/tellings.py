"""From the claims of a report to its tellings."""

from __future__ import annotations

from collections import defaultdict

from according.domain.claim import Claim, Figure, ReadReport
from according.domain.incident import Telling
from according.domain.report import Report
from according.domain.values import Cause


def tellings_of(report: Report, read: ReadReport) -> list[Telling]:
    """What a report tells, one Telling a happening, in the order of their first claims.

    Figures whose cause is not conflict are left out: only conflict is linked (codebook, Frame).
    """
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in read.reading.claims:
        if not isinstance(claim, Figure) or claim.cause in (None, Cause.CONFLICT):
            claims[claim.telling].append(claim)
    tellings = [
        Telling.framed(name, members, read.resolutions, report.published, report.publisher)
        for name, members in claims.items()
    ]
    return sorted(tellings, key=lambda telling: telling.claims[0].order)
