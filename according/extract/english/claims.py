"""Drafts that have all they can get become claims, each with the telling it belongs to (DESIGN.md, Words: telling)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from according.domain.claim import Claim, Event, Figure, Quantity
from according.domain.ids import claim_id, telling_id
from according.domain.protocols import Prepared
from according.domain.values import Category, ClaimKind, unit_of
from according.extract.english.confidence import confidence_of
from according.extract.english.displacement import cause_of, term_of
from according.extract.english.draft import Draft
from according.extract.main_event import sub_event_type

HEAD = 3_000
"""Characters of a report by which the cause of what it tells is judged, where the sentence does not say."""


def claims_of(item: Prepared, drafts: Sequence[Draft]) -> tuple[Claim, ...]:
    text = item.report.text
    head = text[:HEAD]
    ids: dict[int, str] = {}
    by_id: dict[str, Draft] = {}
    for draft in drafts:
        kind = ClaimKind.FIGURE if draft.thing else ClaimKind.EVENT
        found = claim_id(item.report.id, kind.value, draft.start, draft.end, draft.label)
        if found not in by_id:
            ids[id(draft)], by_id[found] = found, draft
    order = sorted(by_id.values(), key=lambda d: (d.start, d.end, "figure" if d.thing else "event", d.label))
    tellings: dict[int, str] = {}
    for draft in order:
        tellings.setdefault(draft.frame, telling_id(ids[id(draft)]))
    claims: list[Claim] = []
    for draft in order:
        anchor = text[draft.start : draft.end]
        place = draft.place
        common: dict[str, Any] = {
            "report": item.report.id,
            "start": draft.start,
            "anchor": anchor,
            "place": place.name if place else None,
            "place_start": place.start if place else None,
            "date": draft.date,
            "perpetrator": draft.perpetrator,
            "weapon": draft.weapon,
            "attribution": tuple(dict.fromkeys(name for joined in draft.speakers for name in joined.split("; "))),
            "modality": draft.modality,
            "telling": tellings[draft.frame],
            "confidence": confidence_of("figure" if draft.thing else "event", draft.because, draft.label),
            "because": draft.because,
        }
        if draft.thing is not None:
            assert draft.tie is not None
            part = draft.part_of
            quantity = draft.thing.quantity
            claims.append(
                Figure(
                    **common,
                    measure=draft.tie.measure,
                    category=draft.category or Category.PEOPLE,
                    quantity=Quantity(anchor, quantity.low, quantity.high, quantity.bound, quantity.vague),
                    part_of=ids.get(id(part)) if part is not None else None,
                    cumulative=draft.cumulative,
                    unit=unit_of(draft.category),
                    term=term_of(draft),
                    cause=cause_of(text[draft.tree.starts[0] : draft.tree.ends[-1]], head),
                )
            )
        elif draft.trigger is not None:
            event_type = draft.trigger.type
            words = text[draft.tree.starts[0] : draft.tree.ends[-1]]
            claims.append(
                Event(
                    **common,
                    type=event_type,
                    target=draft.target,
                    sub_event_type=sub_event_type(event_type, draft.perpetrator, words),
                )
            )
    return tuple(claims)
