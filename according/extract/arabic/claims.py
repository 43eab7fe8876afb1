"""Drafts that have all they can get become claims, each with the telling it belongs to (DESIGN.md, Words: telling)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from according.domain.claim import Claim, Event, Figure, Quantity
from according.domain.ids import claim_id, telling_id
from according.domain.protocols import Prepared
from according.domain.values import Category, ClaimKind, unit_of
from according.extract.arabic.causes import cause_of, term_of
from according.extract.arabic.draft import Draft
from according.extract.main_event import sub_event_type


def claims_of(item: Prepared, drafts: Sequence[Draft]) -> tuple[Claim, ...]:
    """The claims in claim order; two drafts with the same words and measure are one claim."""
    ids: dict[int, str] = {}
    by_id: dict[str, Draft] = {}
    for draft in drafts:
        label = draft.tie.measure.value if draft.tie else draft.type.value if draft.type else ""
        kind = ClaimKind.FIGURE if draft.tie else ClaimKind.EVENT
        found = claim_id(item.report.id, kind.value, draft.start, draft.end, label)
        ids[id(draft)] = found
        by_id.setdefault(found, draft)
    order = sorted(by_id.values(), key=lambda d: (d.start, d.end, "figure" if d.tie else "event"))
    tellings: dict[int, str] = {}
    for draft in order:
        tellings.setdefault(draft.frame, telling_id(ids[id(draft)]))
    return tuple(_claim(item, draft, ids, tellings[draft.frame]) for draft in order)


def _claim(item: Prepared, draft: Draft, ids: dict[int, str], telling: str) -> Claim:
    text = item.report.text
    anchor, place = text[draft.start : draft.end], draft.place
    common: dict[str, Any] = {
        "report": item.report.id,
        "start": draft.start,
        "anchor": anchor,
        "place": place.name if place else None,
        "place_start": place.name_start if place else None,
        "date": draft.date,
        "perpetrator": draft.perpetrator,
        "weapon": draft.weapon,
        "attribution": tuple(dict.fromkeys(draft.speakers)),
        "modality": draft.modality,
        "telling": telling,
        "confidence": round(draft.confidence, 3),
        "because": draft.because,
    }
    if draft.tie is None:
        assert draft.type is not None
        words = text[draft.line.sentence.start : draft.line.sentence.end]
        kind = sub_event_type(draft.type, draft.perpetrator, words)
        return Event(**common, type=draft.type, target=draft.target, sub_event_type=kind)
    assert draft.quantity is not None
    category = draft.category or Category.PEOPLE
    stated = draft.quantity
    return Figure(
        **common,
        measure=draft.tie.measure,
        category=category,
        quantity=Quantity(anchor, stated.low, stated.high, stated.bound, stated.vague),
        part_of=ids.get(id(draft.part_of)) if draft.part_of is not None else None,
        cumulative=draft.cumulative,
        unit=unit_of(category),
        term=term_of(draft),
        cause=cause_of(draft.line),
    )
