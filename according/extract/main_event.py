"""ACLED's sub-event type of an event, and which one a report is mainly about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from according.domain.claim import Claim, Event
from according.domain.values import EventType, Modality, SubEventType
from according.vocab.english import table

_STATE = re.compile(
    r"\b(?:government|regime|army|state|syrian forces|security forces|police|troops|troopers|air force|ministry|military|soldiers|coalition|national|navy|marines|units|iraqi forces|amisom|union|idf)\b",
    re.I,
)
_INSURGENT = re.compile(
    r"\b(?:rebels?|islamic state|isis|isil|daesh|militants?|insurgents?|jihadists?|opposition|taliban|front|shabaab|shabab|houthis?|huthi|hezbollah|militia|separatists?|boko haram|rsf|ypg|sdf|fighters|militant)\b",
    re.I,
)
_VIOLENT = re.compile(
    r"\b(?:riot\w*|clash(?:es|ed)? (?:with|between)|turned (?:very )?violent|violen(?:t|ce)|stone-?throwing|(?:threw|throwing|thrown|hurl\w*|pelt\w*)|molotov|petrol bombs?|"
    r"burn(?:ed|ing|t)|set fire|set ablaze|fires?\b.{0,20}street|barricades?|smash\w*|loot\w*|scuffles?|unrest|aggressive|debris|tear ?gas|water cannons?|projectiles?|ugly|block(?:ed|ing) (?:roads?|major|the campus|railways)|armed with|clashed)\b",
    re.I,
)
_PEACEFUL = re.compile(r"\b(?:peaceful\w*|tranquil|non-?violent|silent|vigil|passing off without)\b", re.I)
_FORCE = re.compile(
    r"\b(?:live (?:bullets?|ammunition|rounds|fire)|(?:protest\w+|demonstrators?|people|civilian|marchers)\b.{0,40}\b(?:killed|died|shot|injured|wounded)|"
    r"(?:killed|shot|wounded|injured|beat|beaten)\b.{0,60}\b(?:protest\w+|demonstrat\w+)|killing (?:one|two|three|at least|\d+) (?:protest\w+|demonstrat\w+))\b",
    re.I,
)
_STOPPED = re.compile(
    r"\b(?:dispers\w+|broke up|broken up|suppress\w*|crack(?:ed)? down|water cannons?|baton\w*|detained|arrest(?:s|ed)?|struggled to drag|halt may|halt the|prevented|blocked by police|tear ?gas)\b",
    re.I,
)
_PROTESTERS = re.compile(r"\b(?:protest\w*|demonstrat\w+|rioters|rioted|riot police|rall(?:y|ies|ied)|human chain)\b")
_ARMED = re.compile(
    r"\b(?:militants?|gunm[ae]n|rebels?|insurgents?|warplanes?|air ?strikes?|suicide|car bomb|shell(?:ed|ing)|grenade|armed men|jihadists?|mob|loot(?:ed|ing)|rap(?:e|ed))\b"
)
LEAD = 700
"""Characters of a report's opening that its main event is read from."""
FIRST = 200
"""Of these, the ones whose words count whole; later words count `LATER`."""
LATER = 0.5
EVENT_WEIGHTS = (5.0, 2.0, 1.0)
"""What the first, second and third event that was read add to their own type."""
GROUND = 3.0
"""What ground that changes hands adds: it outranks the fight for it (ACLED codebook 2023/24)."""
OTHER_KIND = 10.0
"""Up to this weight a pattern of another kind of report (an accident, diplomacy) counts `LATER` where somebody is armed."""
CROWD = 6.0
"""What protesters add where nobody is armed: clashes, arrests and attacks are then those of a protest."""
NEEDED = 4.5
"""The score that a type needs: a report below it tells of none."""


@cache
def _crosswalk() -> dict[EventType, SubEventType]:
    """vocab/acled.tsv: event type -> ACLED sub-event type."""
    lines = files("according.vocab").joinpath("acled.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line.strip() and not line.startswith("#"))
    return {EventType(kind): SubEventType(name) for kind, name in rows}


@cache
def _patterns() -> tuple[tuple[SubEventType | None, float, re.Pattern[str]], ...]:
    """vocab/english/mains.tsv: (type or None for reports of another kind, weight, pattern)."""
    rows = table("mains")
    return tuple(
        (None if name == "none" else SubEventType(name), float(weight), re.compile(words))
        for name, weight, words in rows
    )


def sub_event_type(event_type: EventType, perpetrator: str | None, words: str = "") -> SubEventType:
    """ACLED's sub-event type for an event; `words` is its sentence.

    Territory that a state's forces take is "Government regains territory", that others take "Non-state actor overtakes
    territory"; a protest with violence of its own is a "Violent demonstration" (ACLED codebook 2023/24).
    """
    if event_type is EventType.TAKEOVER:
        return _taken(perpetrator or "")
    if event_type is EventType.PROTEST:
        return _crowd(words)
    return _crosswalk()[event_type]


def _taken(agent: str) -> SubEventType:
    state, other = _STATE.search(agent), _INSURGENT.search(agent)
    first = state is not None and (other is None or state.start() < other.start())
    return SubEventType.GOVERNMENT_REGAINS if first else SubEventType.NON_STATE_OVERTAKES


def _crowd(words: str) -> SubEventType:
    """What kind of protest its words tell of: violent itself, met with force, stopped, or peaceful."""
    violent = len({m.group().lower() for m in _VIOLENT.finditer(words)})
    peaceful = bool(_PEACEFUL.search(words))
    if _FORCE.search(words) and (peaceful or not violent or violent == 1):
        return SubEventType.EXCESSIVE_FORCE
    if violent and not (peaceful and violent == 1):
        return SubEventType.VIOLENT_DEMONSTRATION
    if _STOPPED.search(words):
        return SubEventType.PROTEST_INTERVENTION
    return SubEventType.PEACEFUL_PROTEST


def main_event(claims: Iterable[Claim], lead: str = "") -> SubEventType | None:
    """The sub-event type that a report mainly tells of; None for a report of another kind (crime, disaster, diplomacy).

    `lead` is the report's opening; without it the first event decides.
    """
    events = [claim for claim in claims if isinstance(claim, Event)]
    told = [e for e in events if e.modality in (Modality.ASSERTED, Modality.PURPORTED)] or events
    opening = lead[:LEAD].lower()
    scores: defaultdict[SubEventType | None, float] = defaultdict(float)
    at_war = bool(told) and _ARMED.search(opening) is not None
    for kind, weight, pattern in _patterns():
        found = pattern.search(opening)
        if found is not None:
            if kind is None and at_war and weight <= OTHER_KIND:
                weight *= LATER
            if kind is SubEventType.AGREEMENT and at_war:
                weight *= LATER
            scores[kind] += weight * (1.0 if found.start() < FIRST else LATER)
    for event, weight in zip(told, EVENT_WEIGHTS, strict=False):
        if event.sub_event_type is not None and event.start < LEAD + 100:
            scores[_family(event.sub_event_type)] += (
                weight if event.type not in (EventType.DISPLACEMENT, EventType.SIEGE) else weight / 2
            )
    if any(e.type is EventType.TAKEOVER for e in told[: len(EVENT_WEIGHTS)]):
        scores[SubEventType.GOVERNMENT_REGAINS] += GROUND
    if _PROTESTERS.search(opening) and not _ARMED.search(opening):
        scores[SubEventType.PEACEFUL_PROTEST] += CROWD
    if not scores:
        return None
    best, score = max(scores.items(), key=lambda item: item[1])
    if best is None or score < NEEDED:
        return None
    if best is SubEventType.PEACEFUL_PROTEST:
        return _crowd(opening)
    if best is SubEventType.GOVERNMENT_REGAINS:
        takers = [e.perpetrator or "" for e in told if e.type is EventType.TAKEOVER]
        return _taken(takers[0] if takers and takers[0] else opening[:FIRST])
    return best


def _family(kind: SubEventType) -> SubEventType:
    """Protests of all kinds count together, as do takings by whomever: what kind they are is told afterwards."""
    if kind in (SubEventType.VIOLENT_DEMONSTRATION, SubEventType.PROTEST_INTERVENTION, SubEventType.EXCESSIVE_FORCE):
        return SubEventType.PEACEFUL_PROTEST
    if kind is SubEventType.NON_STATE_OVERTAKES:
        return SubEventType.GOVERNMENT_REGAINS
    return kind
