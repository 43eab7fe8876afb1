"""What a person means by an id: a claim, or the telling by which an incident is called."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.incident import Incident
from according.domain.protocols import FoundClaim, Ledger

SHORTEST = 8
"""Characters of an id that may stand for the whole (domain.protocols.Ledger)."""


class Unjudgeable(ValueError):
    """What was asked for cannot be judged so; the message says why and what to do instead."""


@dataclass(frozen=True, slots=True)
class Subject:
    """`id` is a claim's or a telling's; `telling` the telling that it belongs to; `incident` the one that a telling's id
    led to."""

    id: str
    telling: str
    claim: FoundClaim | None = None
    incident: Incident | None = None


def subject_of(ledger: Ledger, name: str) -> Subject:
    """By a full id or a unique beginning. Raises Unjudgeable."""
    name = name.strip().casefold()
    if len(name) < SHORTEST:
        raise Unjudgeable(
            f"{name!r} is too short: give at least {SHORTEST} characters of a claim's or an incident's id"
        )
    claim, incident = ledger.claim(name), ledger.incident(name)
    if claim is not None and incident is not None:
        raise Unjudgeable(f"a claim and an incident begin with {name!r}: give more characters")
    if claim is not None:
        return Subject(claim.claim.id, claim.claim.telling, claim=claim)
    if incident is not None:
        telling = next(telling for telling in incident.tellings if telling.startswith(name))
        return Subject(telling, telling, incident=incident)
    raise Unjudgeable(
        f"no claim and no incident {name!r}, or more than one begins so: 'according incidents' lists incidents, "
        "'according show ID' the claims of one, 'according claims' all claims"
    )


def claims_in(subject: Subject) -> tuple[str, ...]:
    """The claim itself, or all that the incident holds."""
    if subject.incident is None:
        return (subject.id,)
    return (*subject.incident.claims, *subject.incident.outlook)
