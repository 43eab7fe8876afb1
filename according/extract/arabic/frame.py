"""The whole report: groups drafts into happenings, lets headline and detail share place, date, doer and source, keeps each
figure and event once (codebook, Frame; DESIGN.md, Words: telling)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from according.domain.values import Category, EventType
from according.extract.arabic.counting import How
from according.extract.arabic.draft import Draft, LineDrafts
from according.extract.arabic.places import AREA, Spot, best
from according.text.arabic import clean_text

TITLE_LIKE = 0.7
"""Share of the words that a headline in the text and the title have in common."""


@dataclass(slots=True)
class Happening:
    """What the drafts of one happening share. `place` is the narrowest place named for it."""

    drafts: list[Draft] = field(default_factory=list)
    place: Spot | None = None
    background: bool = False
    last_line: int = -1


def mark_headlines(lines: Sequence[LineDrafts], title: str | None) -> None:
    """Marks the drafts of lines that are the report's headline: what they tell is told again below."""
    wanted = {word for word in clean_text(title or "").text.split() if len(word) > 2}
    for n, line in enumerate(lines):
        said = {word.form for word in line.line.words if len(word.form) > 2}
        like = len(wanted) > 3 and len(wanted & said) >= TITLE_LIKE * min(len(said), len(wanted)) and len(said) > 3
        line.headline = line.headline or (like and n + 1 < len(lines) and any(later.drafts for later in lines[n + 1 :]))
        for draft in line.drafts:
            draft.headline = line.headline


def framed(lines: Sequence[LineDrafts]) -> list[Draft]:
    """The drafts of a report, each once, with what their happening shares, `frame` set to the number of the happening."""
    happenings = happenings_of(lines)
    kept: list[Draft] = []
    lead = next((h.place for h in happenings if h.place is not None and not h.background), None)
    lead = lead or best([spot for line in lines for spot in line.spots])
    for number, happening in enumerate(happenings):
        if happening.place is None:
            happening.place = lead
        share(happening)
        figures = figures_once([d for d in happening.drafts if d.tie is not None])
        events = events_once([d for d in happening.drafts if d.act is not None])
        for draft in figures + events:
            draft.frame = number
        kept += figures + events
    return [draft for draft in kept if not _told_below(draft, kept)]


def _told_below(draft: Draft, kept: Sequence[Draft]) -> bool:
    """Whether a headline's claim is told again by the text, in whatever happening."""
    if not draft.headline:
        return False
    below = [other for other in kept if not other.headline and (other.tie is None) is (draft.tie is None)]
    if draft.tie is not None:
        return any(_repeats(draft, other) for other in below)
    return any(_one(draft, other) for other in below)


def happenings_of(lines: Sequence[LineDrafts]) -> list[Happening]:
    found: list[Happening] = []
    current: Happening | None = None
    for line in lines:
        background = line.background
        fresh: Happening | None = None
        for draft in sorted(line.drafts, key=lambda d: d.first):
            if background and fresh is None:
                fresh = Happening(background=True, place=draft.place)
                found.append(fresh)
            home = _home(draft, found, fresh or current, fresh is not None)
            if home is None:
                home = Happening(place=draft.place, background=background)
                found.append(home)
            home.drafts.append(draft)
            home.last_line = line.line.index
            if draft.place is not None and (home.place is None or draft.place.width < home.place.width):
                home.place = draft.place
            if fresh is not None:
                fresh = home
            else:
                current = home
    return found


def _home(draft: Draft, found: Sequence[Happening], current: Happening | None, background: bool) -> Happening | None:
    if current is None:
        return None
    place = draft.place
    if not background and all(d.headline for d in current.drafts) and not draft.headline:
        current.place = None  # the text below a headline knows the place better
        return current
    if place is None or current.place is None or _same(place, current.place):
        return current
    if not background:
        for happening in reversed(found):
            if not happening.background and happening.place is not None and _same(place, happening.place):
                return happening
    if place.width >= AREA or (current.place.width >= AREA and len({d.line.index for d in current.drafts}) <= 2):
        return current
    return None


def _same(a: Spot, b: Spot) -> bool:
    x, y = a.key, b.key
    return bool(x & y)


def share(happening: Happening) -> None:
    """Fills what a claim's own clause left open from the claims of the same happening."""
    drafts = happening.drafts
    date = next((d.date for d in drafts if d.date is not None), None)
    doer = next((d.perpetrator for d in drafts if d.perpetrator), None)
    weapon = next((d.weapon for d in drafts if d.weapon and d.act is not None), None)
    for draft in drafts:
        wider = draft.place is not None and happening.place is not None and draft.place.width > happening.place.width
        if draft.place is None or (wider and not draft.cumulative):
            draft.place = happening.place
        draft.date = draft.date or date
        if draft.tie is not None or draft.type is not EventType.CEASEFIRE:
            draft.perpetrator = draft.perpetrator or doer
        if draft.tie is not None:
            draft.weapon = draft.weapon or weapon
    for draft in drafts:
        if draft.part_of is not None:
            draft.speakers = draft.speakers or draft.part_of.speakers


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
    strong = [d for d in kept if d.act is not None and not d.act.weak]
    return strong or kept[:1]


def _one(a: Draft, b: Draft) -> bool:
    assert a.act is not None and b.act is not None
    if a.modality is not b.modality:
        return False
    if a.type is b.type:
        return True
    return a.type in _BLOWS and b.type in _BLOWS and (a.act.open or b.act.open)


def _telling(draft: Draft) -> tuple[bool, bool, bool, bool]:
    assert draft.act is not None
    sure = draft.type in (EventType.AIR_STRIKE, EventType.SHELLING) or not draft.act.open
    return not draft.act.weak, sure, not draft.headline and draft.own_place, bool(draft.perpetrator)
