"""The same quantity for the same thing is one figure: the most informative mention stays (codebook, Figures)."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.values import FACILITY_CATEGORIES, Category, Measure, Modality
from according.extract.english.counting import How
from according.extract.english.draft import Draft
from according.extract.english.nearness import dates_clash, same_place


def figures_once(drafts: Sequence[Draft]) -> list[Draft]:
    """The same quantity for the same thing is one figure: the most informative mention stays (codebook, Figures)."""
    kept: list[Draft] = []
    for draft in sorted((d for d in drafts if d.thing is not None), key=lambda d: d.start):
        _settle_category(draft, kept)
        twin = next((k for k in kept if _same_figure(k, draft)), None)
        if twin is None:
            kept.append(draft)
            continue
        better, worse = (draft, twin) if _informative(draft) > _informative(twin) else (twin, draft)
        if better is draft:
            kept[kept.index(twin)] = draft
        for other in kept:
            if other.part_of is worse:
                other.part_of = better
        if better.part_of is None and worse.part_of is not None and worse.part_of is not better:
            better.part_of = worse.part_of
        if not better.speakers:
            better.speakers = worse.speakers
        for name in ("place", "date", "perpetrator", "weapon"):
            if getattr(better, name) is None:
                setattr(better, name, getattr(worse, name))
    alive = set(map(id, kept))
    for draft in kept:
        if draft.part_of is not None and id(draft.part_of) not in alive:
            draft.part_of = next((k for k in kept if k is not draft and _same_figure(k, draft.part_of)), None)
    return kept


def _settle_category(draft: Draft, before: Sequence[Draft]) -> None:
    """ "others", a bare number: the category of the noun left out (codebook, hard cases)."""
    if draft.category is not None:
        return
    assert draft.thing is not None
    same = [
        d
        for d in before
        if 0 <= draft.tree.index - d.tree.index <= 1
        and d.category not in FACILITY_CATEGORIES
        and d.part_of is None
        and d.thing is not None
    ]
    explicit = draft.thing.how is How.OTHERS and any(
        w in ("others", "more", "other", "them", "whom", "which")
        for w in draft.tree.lower[draft.thing.first : draft.thing.last + 2]
    )
    here = [d for d in same if d.tree is draft.tree]
    source = (
        same
        if explicit
        else here
        if draft.tie is not None and draft.tie.because in ("number-harmed", "left", "words-after", "conj-object")
        else []
    )
    counted = [d for d in source if d.thing is not None and d.thing.how is not How.ARTICLE]
    draft.category = counted[-1].category if counted and counted[-1].category else Category.PEOPLE


_TOGETHER = {Category.PEOPLE, Category.CIVILIANS}


def _same_figure(a: Draft, b: Draft) -> bool:
    assert a.thing is not None and b.thing is not None
    if (
        a.measure is not b.measure
        or a.modality is Modality.NEGATED
        or b.modality is Modality.NEGATED
        or a.tree is b.tree
    ):
        return False
    p, q = a.thing.quantity, b.thing.quantity
    value = (p.low if p.low is not None else p.high) == (q.low if q.low is not None else q.high) and p.vague == q.vague
    if not value or a.cumulative != b.cumulative:
        return False
    if a.category is not b.category and not (
        {a.category, b.category} <= _TOGETHER or a.thing.how is How.OTHERS or b.thing.how is How.OTHERS
    ):
        return False
    if a.measure is Measure.FACILITIES_HIT or p.low == 1:
        same_noun = a.tree.lower[a.thing.head] == b.tree.lower[b.thing.head]
        if not same_noun or a.frame != b.frame:
            return False
    if p.vague and a.frame != b.frame:
        return False
    if a.frame != b.frame and (p.low or 0) < 4 and not same_place(a.place, b.place):
        return False
    if dates_clash(a.date, b.date):
        return False
    return not (a.speakers and b.speakers and a.speakers != b.speakers and a.frame != b.frame)


def _informative(draft: Draft) -> tuple[int, int, int, int]:
    assert draft.thing is not None
    return (
        int(draft.category not in (Category.PEOPLE, None)),
        int(draft.thing.how is not How.OTHERS),
        int(bool(draft.speakers)),
        int(draft.place is not None) + int(draft.date is not None),
    )
