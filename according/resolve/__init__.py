"""Chooses among the candidates over the whole report: which place, which actor."""

from __future__ import annotations

from according.domain.claim import Claim, Reading, ReadReport, Resolution
from according.domain.mention import Mentions
from according.domain.protocols import Gazetteer, Registry
from according.domain.report import Report
from according.resolve.actors import ActorChooser
from according.resolve.places import PlaceChooser

__all__ = ["resolve"]


def resolve(
    report: Report, reading: Reading, mentions: Mentions, gazetteer: Gazetteer, registry: Registry
) -> ReadReport:
    """The reading with the places and actors of every claim resolved, and every place name of the report."""
    places = PlaceChooser(report, mentions, gazetteer)
    actors = ActorChooser(report, registry)

    def resolution(claim: Claim) -> Resolution:
        return Resolution(
            claim=claim.id,
            place=places.of(claim.place, claim.place_start),
            perpetrator=actors.perpetrator(claim.perpetrator),
            speakers=tuple(actors.speaker(name) for name in claim.attribution),
        )

    return ReadReport(
        reading=reading,
        resolutions={claim.id: resolution(claim) for claim in reading.claims},
        places=places.all(),
        gazetteer=gazetteer.digest,
        registry=registry.digest,
    )
