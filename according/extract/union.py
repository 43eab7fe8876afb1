"""One reading of a report in two languages: what each reader read, said once (codebook, Figures: the same quantity repeated)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from according.domain.claim import Claim, Event, Figure, Reading
from according.domain.ids import digest, telling_id


def unite(readings: Sequence[Reading]) -> Reading:
    """The union of the readings of one report, at least one; the first is that of the report's own language.

    Posts say the same thing twice, once in each language: a figure of another language with the measure and numbers of
    one of the first, and an event of its type, is that claim again.
    """
    first, *others = readings
    if not others:
        return first
    claims = list(first.claims)
    for other in others:
        claims += _new(claims, other.claims)
    return Reading(
        report=first.report,
        digest=digest(*(reading.digest for reading in readings)),
        claims=tuple(sorted(claims, key=lambda claim: claim.order)),
        main_event=next((r.main_event for r in readings if r.main_event is not None), None),
        problems=tuple(problem for reading in readings for problem in reading.problems),
    )


def _new(known: Iterable[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """Those of the claims that say something new; what they are part of and their tellings follow what is left out."""
    said = {_says(claim): claim.id for claim in known}
    again = {claim.id: said[_says(claim)] for claim in claims if _says(claim) in said}
    kept = [claim for claim in claims if claim.id not in again]
    tellings: dict[str, str] = {}
    for claim in kept:
        tellings.setdefault(claim.telling, telling_id(claim.id))
    return [_moved(claim, tellings[claim.telling], again) for claim in kept]


def _moved(claim: Claim, telling: str, again: dict[str, str]) -> Claim:
    if isinstance(claim, Figure) and claim.part_of is not None:
        return replace(claim, telling=telling, part_of=again.get(claim.part_of, claim.part_of))
    return replace(claim, telling=telling)


def _says(claim: Claim) -> tuple[object, ...]:
    if isinstance(claim, Figure):
        number = claim.quantity
        return claim.measure, number.low, number.high, number.vague, claim.modality
    return (claim.type if isinstance(claim, Event) else claim.kind), claim.modality
