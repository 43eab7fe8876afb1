"""Names of speakers and doers that the registry of actors does not know: worth adding, or another spelling of one it knows."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from according.app.judged_by import Judgements
from according.assess.naming import Naming, name_of, party_of
from according.domain.protocols import ClaimQuery, Ledger
from according.text.fold import fold

SHOWN = 3
"""Claims that are shown of a name."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """`written` is its commonest spelling, `key` the folded one; `does` = said to have done it, else a speaker. `claims` are the
    first few of `times`."""

    written: str
    key: str
    does: bool
    times: int
    claims: tuple[str, ...]


def unknown_names(ledger: Ledger, beside: Judgements) -> list[UnknownName]:
    """The commonest first. Descriptions ("residents", "gunmen") are no names; publishers are known."""
    publishers = {fold(report.publisher) for report in ledger.reports() if report.publisher}
    spellings: dict[tuple[str, bool], Counter[str]] = defaultdict(Counter)
    claims: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for found in ledger.claims(ClaimQuery()):
        judged = beside.amended_found(found)
        claim, resolution = judged.claim, judged.resolution
        if beside.is_rejected(claim.id):
            continue
        known = resolution.speakers or (None,) * len(claim.attribution)
        names = [(_speaker(w), False) for w, label in zip(claim.attribution, known, strict=True) if label is None]
        if claim.perpetrator and resolution.perpetrator is None:
            names.append((party_of(claim.perpetrator), True))
        for name, does in names:
            if name and fold(name) and fold(name) not in publishers:
                key = fold(name), does
                spellings[key][name] += 1
                claims[key].append(claim.id)
    unknown = [
        UnknownName(max(sorted(spellings[key]), key=spellings[key].__getitem__), *key, len(own), tuple(own[:SHOWN]))
        for key, own in claims.items()
    ]
    return sorted(unknown, key=lambda name: (-name.times, name.key, name.does))


def _speaker(written: str) -> str | None:
    kind, name = name_of(written)
    return name if kind is Naming.NAMED else None
