"""The same quantity for the same thing is one figure: the most informative mention stays (codebook, Figures)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.domain.values import FACILITY_CATEGORIES, Bound, Category, Measure, Modality
from according.extract.english.counting import How
from according.extract.english.draft import Draft
from according.extract.english.lexicon import words
from according.extract.english.nearness import dates_clash, holds, same_place

SURE = 4
"""From this number on, the same number for the same harm is the same figure even where the frames differ."""
DOZEN = 10
"""From this number on a headline's "tens", "dozens" or "scores" may be the number told below it."""
ROUGH = 0.1
"""How far "about a dozen" may be off the number that the report gives for the same thing."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_NARROW = frozenset((Category.CHILDREN, Category.WOMEN))
_TOGETHER = (
    frozenset((Category.PEOPLE, Category.CIVILIANS)),
    frozenset((Category.HEALTH_WORKERS, Category.AID_WORKERS)),
)
"""Categories by which a report may speak of the same people."""


def figures_once(drafts: Sequence[Draft]) -> list[Draft]:
    """The figures of a report, each once; what a mention that goes knows better is kept with the one that stays."""
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
        _lend(worse, better)
    alive = set(map(id, kept))
    for draft in kept:
        if draft.part_of is not None and id(draft.part_of) not in alive:
            draft.part_of = next((k for k in kept if k is not draft and _same_figure(k, draft.part_of)), None)
    return [d for d in kept if not (d.part_of is not None and d.part_of is d)]


def _lend(worse: Draft, better: Draft) -> None:
    """What the mention that goes knows and the one that stays does not."""
    if better.part_of is None and worse.part_of is not None and worse.part_of is not better:
        better.part_of = worse.part_of
    if not better.speakers:
        better.speakers = worse.speakers
    if better.place is not None and worse.place is not None and holds(better.place, worse.place):
        better.place = worse.place
    for name in ("place", "date", "perpetrator", "weapon"):
        if getattr(better, name) is None:
            setattr(better, name, getattr(worse, name))


def _settle_category(draft: Draft, before: Sequence[Draft]) -> None:
    """ "others", a bare number: the category of the noun left out (codebook, hard cases)."""
    if draft.category is not None:
        return
    assert draft.thing is not None
    near = [
        d
        for d in before
        if 0 <= draft.tree.index - d.tree.index <= 1
        and d.category not in FACILITY_CATEGORIES
        and d.part_of is None
        and d.thing is not None
    ]
    said = set(draft.tree.lower[draft.thing.first : draft.thing.last + 2])
    if draft.thing.how is How.OTHERS and draft.tree.lower[draft.thing.first : draft.thing.last + 1] == ["another"]:
        draft.category = next((d.category for d in reversed(near)), Category.PEOPLE)  # "a child died, another was hurt"
        return
    explicit = draft.thing.how is How.OTHERS and bool(said & (words("more_words") | words("of_them")))
    here = [d for d in near if d.tree is draft.tree]
    elided = draft.tie is not None and draft.tie.because in ("number-harmed", "left", "words-after", "conj-object")
    source = near if explicit else here if elided else []
    counted = [d for d in source if d.thing is not None and d.thing.how is not How.ARTICLE and not draft.cumulative]
    category = counted[-1].category if counted else None
    others = bool(said & words("more_words"))
    if category is None or (category in _NARROW and (others or not explicit)):
        category = Category.PEOPLE  # "two children died and four others were hurt": who the others are is not said
    draft.category = category


def _same_figure(a: Draft, b: Draft) -> bool:
    """Whether b, told after a, is a again."""
    assert a.thing is not None and b.thing is not None
    if a.measure is not b.measure or Modality.NEGATED in (a.modality, b.modality):
        return False
    glued = a.tree is b.tree and _dateline_between(a, b)
    if a.tree is b.tree and not glued:
        return False
    headline = a.headline or b.headline or glued
    if not _same_value(a, b) or not _same_kind(a, b, headline):
        return False
    if a.cumulative != b.cumulative and (not headline or a.thing.quantity.vague):
        return False
    undated = (a.headline and not a.own_date) or (b.headline and not b.own_date)
    if dates_clash(a.date, b.date) and not undated:
        return False
    if headline:
        return glued or a.headline != b.headline
    if _another(b) or not _same_whole(a, b):
        return False
    if a.measure is Measure.FACILITIES_HIT or _value(a) == 1:
        return a.frame == b.frame and (_same_noun(a, b) or _now_named(a, b))
    if a.thing.quantity.vague:
        return a.frame == b.frame and _same_noun(a, b)
    if a.frame != b.frame:
        if (_value(a) or 0) < SURE and not (a.place is not None and same_place(a.place, b.place)):
            return False
        if a.speakers and b.speakers and a.speakers != b.speakers:
            return False
    return True


def _dateline_between(a: Draft, b: Draft) -> bool:
    """Whether a headline is glued to its report: "... kills 24 Monitor AFP Saturday 10 Sep 2016 An air strike killed 24"."""
    assert a.thing is not None and b.thing is not None
    lower = a.tree.lower
    between = range(a.thing.last + 1, b.thing.first - 1)
    return any(lower[t] in words("months") and _YEAR.fullmatch(lower[t + 1]) is not None for t in between)


def _value(draft: Draft) -> int | None:
    assert draft.thing is not None
    quantity = draft.thing.quantity
    return quantity.low if quantity.low is not None else quantity.high


def _same_value(a: Draft, b: Draft) -> bool:
    """Whether the numbers are one, whatever their bounds (codebook: a bound alone makes no new figure)."""
    assert a.thing is not None and b.thing is not None
    p, q, x, y = a.thing.quantity, b.thing.quantity, _value(a), _value(b)
    if (a.headline and p.vague and not q.vague) or (b.headline and q.vague and not p.vague):
        told = (y if p.vague else x) or 0
        return told >= DOZEN  # "Kill Tens of Civilians" above "killed at least 60 civilians"
    if p.vague or q.vague:
        return p.vague and q.vague
    if x is None or y is None:
        return False
    if Bound.BETWEEN in (p.bound, q.bound):
        return (p.low, p.high) == (q.low, q.high)
    rough = Bound.ABOUT in (p.bound, q.bound) and a.frame == b.frame and abs(x - y) <= ROUGH * max(x, y)
    return x == y or rough


def _same_kind(a: Draft, b: Draft, headline: bool) -> bool:
    assert a.thing is not None and b.thing is not None
    if a.category is b.category or any({a.category, b.category} <= kin for kin in _TOGETHER):
        return True
    elided = How.OTHERS in (a.thing.how, b.thing.how)
    general = Category.PEOPLE in (a.category, b.category) and not (a.thing.facility or b.thing.facility)
    return elided or (general and (headline or (_value(a) or 0) >= SURE))


def _same_whole(a: Draft, b: Draft) -> bool:
    """Parts of two different wholes are two figures ("a woman" at each of two places)."""
    if a.part_of is None or b.part_of is None:
        return True
    return a.part_of is b.part_of or _same_figure(a.part_of, b.part_of) or _same_figure(b.part_of, a.part_of)


def _same_noun(a: Draft, b: Draft) -> bool:
    assert a.thing is not None and b.thing is not None
    x, y = a.tree.lower[a.thing.head], b.tree.lower[b.thing.head]
    return x == y or x.rstrip("s") == y.rstrip("s") or {x, y} <= words("anybody")


def _now_named(a: Draft, b: Draft) -> bool:
    """ "A civilian was hurt ... The young man, X, was taken to hospital": who was told of before is named."""
    assert a.thing is not None and b.thing is not None
    if a.thing.how is not How.ARTICLE or b.thing.how is not How.NAME or a.thing.facility:
        return False
    lower, first = b.tree.lower, b.thing.first
    return lower[first - 1 : first] == [","] and "the" in lower[max(0, first - 5) : first - 1] and first <= 6


def _another(draft: Draft) -> bool:
    """ "two other people", "another one", "three more": counted beside those told before."""
    assert draft.thing is not None
    said = draft.tree.lower[draft.thing.first : draft.thing.last + 2]
    return bool({"other", "another", "additional"} & set(said))


def _informative(draft: Draft) -> tuple[int, int, int, int, int]:
    assert draft.thing is not None
    return (
        int(not draft.headline),
        int(draft.category not in (Category.PEOPLE, None)),
        int(draft.thing.how is not How.OTHERS),
        int(bool(draft.speakers)),
        int(draft.place is not None) + int(draft.date is not None),
    )
