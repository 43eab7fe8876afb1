"""Each happening once: which of a report's event triggers tell of the same one (codebook, Events)."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.values import EventType, Modality
from according.extract.english.draft import Draft
from according.extract.english.nearness import dates_clash, same_name, same_place


def events_once(drafts: Sequence[Draft]) -> list[Draft]:
    """One event per distinct happening: mentions with one type, modality and frame, and no rival agent, are one."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.start):
        twin = next((k for k in kept if _same_event(k, draft)), None)
        if twin is None and draft.definite:
            twin = next((k for k in reversed(kept) if _pointed_at(k, draft)), None)
        if twin is None and _idle(draft):
            continue
        if twin is None:
            kept.append(draft)
            continue
        if _event_weight(draft) > _event_weight(twin):
            kept[kept.index(twin)] = draft
            draft, twin = twin, draft
        for name in ("target", "weapon", "perpetrator"):
            if getattr(twin, name) is None:
                setattr(twin, name, getattr(draft, name))
        if not twin.speakers:
            twin.speakers = draft.speakers
    return kept


def _same_event(a: Draft, b: Draft) -> bool:
    if a.modality is not b.modality:
        return False
    if "use" in (a.trigger.kind if a.trigger else "", b.trigger.kind if b.trigger else "") and a.speakers != b.speakers:
        return False  # said against a denial: a version of its own
    if a.type is not b.type and not (a.frame == b.frame and {a.type, b.type} <= _ALIKE):
        return False
    if a.frame == b.frame:
        return True
    return (
        a.place is not None
        and b.place is not None
        and same_name(a.place.name, b.place.name)
        and not dates_clash(a.date, b.date)
    )


_BLOWS = {
    EventType.AIR_STRIKE,
    EventType.ATTACK,
    EventType.SHELLING,
    EventType.IED,
    EventType.SUICIDE_BOMB,
    EventType.CHEMICAL_WEAPON,
    EventType.GRENADE,
}


def _pointed_at(told: Draft, pointer: Draft) -> bool:
    """Whether "the attack" means an event told before: of a kind that fits, nothing in the way."""
    if told.modality is not pointer.modality and pointer.modality is not Modality.ASSERTED:
        return False
    fits = told.type is pointer.type or (
        pointer.type in _BLOWS
        and told.type in _BLOWS | {EventType.ARMED_CLASH}
        and pointer.type in (EventType.ATTACK, told.type, EventType.AIR_STRIKE)
    )
    fits = fits or (
        pointer.type is EventType.ARMED_CLASH
        and told.type in (EventType.ARMED_CLASH, EventType.ATTACK, EventType.TAKEOVER)
    )
    clash = pointer.own_date and dates_clash(told.date, pointer.date)
    return fits and not clash and (not pointer.own_place or told.place is None or same_place(told.place, pointer.place))


def _idle(draft: Draft) -> bool:
    """Talk of a kind of event ("whose planes carry out raids"): no place, no day, no agent, no victim of its own."""
    trigger = draft.trigger
    assert trigger is not None
    if draft.own_place or draft.own_date:
        return False
    if draft.modality is not Modality.ASSERTED:
        return False
    if trigger.kind == "t":
        return True
    if trigger.kind == "n":
        return trigger.agent is None and trigger.target is None
    return trigger.agent is None and trigger.target is None and trigger.weapon is None


_ALIKE = {EventType.AIR_STRIKE, EventType.ATTACK, EventType.SHELLING}


def _event_weight(draft: Draft) -> int:
    trigger = draft.trigger
    assert trigger is not None
    specific = 2 * (draft.type is not EventType.ATTACK)
    return specific + 2 * bool(trigger.agent) + bool(trigger.target) + bool(trigger.weapon)
