"""Who publishes and who speaks: how much of the ledger rests on each."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from according.domain.protocols import ClaimQuery, Ledger


@dataclass(frozen=True, slots=True)
class Publisher:
    """`copies` counts its reports whose family another publisher was first with; days are ISO, or None."""

    name: str | None
    reports: int
    copies: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """`known` = the registry has an entry under this name; an unknown speaker goes by the words of the report."""

    name: str
    known: bool
    claims: int
    reports: int


def publishers(ledger: Ledger) -> tuple[Publisher, ...]:
    """Most reports first, then by name; None for reports that name no publisher."""
    first_of = {report: family.publisher for family in ledger.families() for report in family.copies}
    days: dict[str | None, list[str]] = defaultdict(list)
    reports: Counter[str | None] = Counter()
    copies: Counter[str | None] = Counter()
    for report in ledger.reports():
        reports[report.publisher] += 1
        copies[report.publisher] += first_of.get(report.id, report.publisher) != report.publisher
        if report.published:
            days[report.publisher].append(report.published[:10])
    found = [
        Publisher(name, n, copies[name], min(days[name], default=None), max(days[name], default=None))
        for name, n in reports.items()
    ]
    return tuple(sorted(found, key=lambda p: (-p.reports, p.name is None, p.name or "")))


def speakers(ledger: Ledger) -> tuple[Speaker, ...]:
    """Most claims first, then by name. A claim of several speakers counts for each."""
    claims: Counter[tuple[str, bool]] = Counter()
    reports: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for found in ledger.claims(ClaimQuery()):
        written = found.claim.attribution
        labels = found.resolution.speakers or (None,) * len(written)
        for key in {(label or name, label is not None) for label, name in zip(labels, written, strict=True)}:
            claims[key] += 1
            reports[key].add(found.report.id)
    found_speakers = [Speaker(*key, n, len(reports[key])) for key, n in claims.items()]
    return tuple(sorted(found_speakers, key=lambda s: (-s.claims, s.name, s.known)))
