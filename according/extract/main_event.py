"""ACLED's sub-event type of an event, and which event a report is mainly about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from according.domain.claim import Claim, Event
from according.domain.values import EventType, Modality, SubEventType

_STATE = re.compile(
    r"\b(?:government|regime|army|state|syrian forces|security forces|police|troops|air force|ministry)\b", re.I
)
_INSURGENT = re.compile(
    r"\b(?:rebel|islamic state|isis|isil|daesh|militants?|insurgents?|jihadists?|opposition|taliban|front)\b", re.I
)
_VIOLENT = re.compile(
    r"\b(?:riots?|riot(?:ed|ing)|clash(?:es|ed)?|violent|stones?|burn(?:ed|ing|t)|mob|looted)\b", re.I
)


@cache
def _crosswalk() -> dict[EventType, SubEventType]:
    """vocab/acled.tsv: event type -> ACLED sub-event type."""
    lines = files("according.vocab").joinpath("acled.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line.strip() and not line.startswith("#"))
    return {EventType(kind): SubEventType(name) for kind, name in rows}


def sub_event_type(event_type: EventType, perpetrator: str | None, words: str = "") -> SubEventType:
    """ACLED's sub-event type for an event; `words` is its sentence.

    Territory that a state's forces take is "Government regains territory", that others take "Non-state actor overtakes
    territory"; a protest with violence of its own is a "Violent demonstration" (ACLED codebook 2023/24).
    """
    if event_type is EventType.TAKEOVER:
        agent = perpetrator or ""
        state = bool(_STATE.search(agent)) and not _INSURGENT.search(agent)
        return SubEventType.GOVERNMENT_REGAINS if state else SubEventType.NON_STATE_OVERTAKES
    if event_type is EventType.PROTEST and _VIOLENT.search(words):
        return SubEventType.VIOLENT_DEMONSTRATION
    return _crosswalk()[event_type]


_MINOR = {EventType.DISPLACEMENT, EventType.SIEGE, EventType.OTHER}


def main_event(claims: Iterable[Claim]) -> SubEventType | None:
    """The sub-event type of the event that a report leads with; None for a report that tells of none."""
    events = [claim for claim in claims if isinstance(claim, Event)]
    ranked = [e for e in events if e.modality in (Modality.ASSERTED, Modality.PURPORTED)] or events
    strong = [e for e in ranked if e.type not in _MINOR] or ranked
    return strong[0].sub_event_type if strong else None
