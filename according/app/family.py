"""The chain of a report: who published its words first, who copied them whole, who took sentences out of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from according.app.show import speakers_of
from according.domain.incident import Family
from according.domain.protocols import ClaimQuery, Ledger
from according.domain.report import Report


@dataclass(frozen=True, slots=True)
class Member:
    """A report of a family. `taken` are the sentences that it took, empty for one that is a copy as a whole; `speakers` are
    those to whom the family's words in it are attributed, most often named first."""

    report: Report
    taken: tuple[str, ...]
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """A family in the order of publication: the first member is where the words come from."""

    publisher: str | None
    members: tuple[Member, ...]


def chains_of(ledger: Ledger, report_id: str) -> Sequence[Chain]:
    """Every family that a report is in: none, its own, and those that it took sentences from."""
    return tuple(_chain(ledger, family) for family in ledger.families() if report_id in family.reports)


def _chain(ledger: Ledger, family: Family) -> Chain:
    members = []
    for name in family.reports:
        report = ledger.report(name)
        if report is not None:
            spans = [(start, end) for taker, start, end in family.taken if taker == name]
            taken = tuple(report.text[start:end] for start, end in spans)
            members.append(Member(report, taken, _speakers(ledger, name, spans)))
    return Chain(family.publisher, tuple(members))


def _speakers(ledger: Ledger, report: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    named: dict[str, int] = {}
    for found in ledger.claims(ClaimQuery(report=report)):
        if not spans or any(start <= found.claim.start < end for start, end in spans):
            for speaker in speakers_of(found.claim, found.resolution):
                named[speaker] = named.get(speaker, 0) + 1
    return tuple(sorted(named, key=lambda speaker: -named[speaker]))
