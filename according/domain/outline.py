"""Incidents in outline: what a map of thousands needs, without their claims and accounts."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.incident import Incident, Range
from according.domain.mention import DateSpan
from according.domain.place import ResolvedPlace
from according.domain.values import Grade


@dataclass(frozen=True, slots=True)
class Outline:
    """Every field is the Incident's."""

    id: str
    date: DateSpan | None
    place: str | None
    where: ResolvedPlace | None
    killed: Range | None
    grade: Grade

    @classmethod
    def of(cls, incident: Incident) -> Outline:
        return cls(incident.id, incident.date, incident.place, incident.where, incident.killed, incident.grade)
