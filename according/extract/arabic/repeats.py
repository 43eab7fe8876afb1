"""Each figure and each event once: which mentions of a report tell of the same one (codebook, Figures and Events)."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.values import Category, EventType, Modality
from according.extract.arabic.counting import How
from according.extract.arabic.draft import Draft
from according.extract.arabic.lexicon import words
from according.text.arabic import clean_text


def told_below(draft: Draft, kept: Sequence[Draft]) -> bool:
    """Whether a headline's claim is told again by the text, in whatever happening."""
    if not draft.headline:
        return False
    below = [other for other in kept if not other.headline and (other.tie is None) is (draft.tie is None)]
    if draft.tie is not None:
        return any(_repeats(draft, other) for other in below)
    return any(_one(draft, other) for other in below)


def figures_once(drafts: Sequence[Draft]) -> list[Draft]:
    """One figure per quantity of the same people; a repeat lends its source."""
    kept: list[Draft] = []
    stands: dict[int, Draft] = {}
    for draft in drafts:
        twin = next((k for k in kept if _repeats(k, draft)), None)
        if twin is None:
            kept.append(draft)
            continue
        better = draft if _rank(draft) > _rank(twin) else twin
        worse = twin if better is draft else draft
        better.speakers = better.speakers or worse.speakers
        better.part_of = better.part_of or worse.part_of
        if better is draft:
            kept[kept.index(twin)] = draft
        stands[id(worse)] = better
    for draft in kept:
        while draft.part_of is not None and id(draft.part_of) in stands:
            draft.part_of = stands[id(draft.part_of)]
        if draft.part_of is draft:
            draft.part_of = None
    return kept


def _repeats(a: Draft, b: Draft) -> bool:
    if a.measure is not b.measure or a.quantity is None or b.quantity is None or a.cumulative is not b.cumulative:
        return False
    if a.speakers and b.speakers and not _same_voice(a.speakers, b.speakers):
        return False
    x, y = a.quantity, b.quantity
    if a.line is b.line and (x.vague or x.low == 1):
        return False
    if (x.low, x.vague) != (y.low, y.vague):
        return False
    if a.tie is not None and b.tie is not None and a.tie.thing.how is How.NAME and b.tie.thing.how is How.NAME:
        x_name, y_name = (set(clean_text(d.line.raw(d.first, d.last)).text.split()) for d in (a, b))
        return x_name <= y_name or y_name <= x_name
    return _kinds_meet(a.category, b.category)


def _same_voice(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two sources share a telling word: "مراسلو فضائية س" and "فضائية س"."""
    x, y = ({word for name in names for word in name.split() if len(word) > 3} for names in (a, b))
    return bool(x & y)


def _kinds_meet(a: Category | None, b: Category | None) -> bool:
    return a is b or Category.PEOPLE in (a, b) or {a, b} <= {Category.CIVILIANS, Category.PEOPLE}


def _rank(draft: Draft) -> tuple[bool, bool, bool, bool]:
    bounded = draft.quantity is not None and draft.quantity.low != draft.quantity.high
    return draft.category is not Category.PEOPLE, bounded, bool(draft.speakers), not draft.headline


_BACK = 2
"""Lines back that a noun with the article points."""
_BLOWS = frozenset((EventType.AIR_STRIKE, EventType.SHELLING, EventType.ATTACK))


def events_once(drafts: Sequence[Draft]) -> list[Draft]:
    """One event per kind of act in a happening, told by its most informative mention."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((k for k in kept if _one(k, draft)), None)
        if twin is None:
            kept.append(draft)
            continue
        better = draft if _telling(draft) > _telling(twin) else twin
        worse = twin if better is draft else draft
        for name in ("perpetrator", "target", "weapon", "date", "place"):
            if getattr(better, name) is None:
                setattr(better, name, getattr(worse, name))
        better.speakers = better.speakers or worse.speakers
        if better is draft:
            kept[kept.index(twin)] = draft
    # What is feared or planned is no other word for what has happened.
    strong = [d for d in kept if d.act is not None and (not d.act.weak or d.modality is not Modality.ASSERTED)]
    return strong or kept[:1]


def told_before(draft: Draft, kept: Sequence[Draft]) -> bool:
    """Whether a noun with the article points back at an act told of in the lines just before: "وأسفر القصف عن"."""
    if draft.act is None or draft.act.verb or not draft.line.definite(draft.first) or draft.own_place_behind:
        return False
    near = [
        other
        for other in kept
        if other.act is not None and other is not draft and 0 <= draft.line.index - other.line.index <= _BACK
    ]
    return any(
        _one(draft, other) and (other.line.index, other.first) < (draft.line.index, draft.first) for other in near
    )


def _one(a: Draft, b: Draft) -> bool:
    assert a.act is not None and b.act is not None
    if a.line is b.line and (_names_target(a) or _names_target(b)) and {a.type, b.type} <= _BLOWS:
        return True
    if a.modality is not b.modality or _is_another(a) or _is_another(b):
        return False
    if a.type is b.type:
        return True
    return a.type in _BLOWS and b.type in _BLOWS and (a.act.open or b.act.open)


def _names_target(draft: Draft) -> bool:
    """Whether a verb only names what was hit: "غارة ... يعتقد أنها تستهدف قيادات"."""
    return draft.act is not None and draft.act.verb and draft.line.stems[draft.first] in words("targets")


def _is_another(draft: Draft) -> bool:
    """ "قصف مماثل", "هجوم آخر": not the one told of before."""
    behind = draft.line.stems[draft.last + 1 : draft.last + 3]
    return any(stem in words("another_act") for stem in behind)


def _telling(draft: Draft) -> tuple[bool, bool, bool, bool]:
    assert draft.act is not None
    sure = draft.type in (EventType.AIR_STRIKE, EventType.SHELLING) or not draft.act.open
    return not draft.act.weak, sure, not draft.headline and draft.own_place, bool(draft.perpetrator)
