"""Each happening once: which of a report's event triggers tell of the same one (codebook, Events)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from according.domain.values import EventType, Modality
from according.extract.english.acts import classed, sides_of
from according.extract.english.draft import Draft, SentenceDrafts
from according.extract.english.episodes import BLOWS
from according.extract.english.events import Trigger
from according.extract.english.modality import video_name
from according.extract.english.nearness import dates_clash, holds, same_name
from according.extract.english.standing import Role
from according.extract.english.totals import totals
from according.extract.english.widths import CITY

RECALL = 3
"""Sentences back to which "their use" and "denied responsibility" reach."""

_FOUGHT = frozenset((EventType.ARMED_CLASH, EventType.ATTACK))
_KILLING = BLOWS | {EventType.ARMED_CLASH}
_CLAUSES = frozenset(("relcl", "advcl", "ccomp", "acl"))
_TELLING = frozenset((Modality.ASSERTED, Modality.PURPORTED))
_TOTALS = re.compile(
    r"\bsince (?:the|its|(?:early |late |mid-?)?(?:19|20)\d\d)|\b(?:war|conflict|violence|uprising) (?:that |which )?(?:has|have|had|began|started|broke)|"
    r"\b(?:civil war|conflict|war) (?:now )?in its\b|\bacross the (?:war|country)",
    re.I,
)

_HOW_KNOWN = re.compile(r"\bdetermines? (?:whose|which|what) (?:\w+ ){0,2}(?:planes?|aircraft|warplanes|jets)\b")
"""How a monitor knows whose aircraft strike is no strike."""


def recall_types(sentences: Sequence[SentenceDrafts]) -> None:
    """ "their use by the army" takes type and means of the event last told with one, "denied responsibility" those of the
    event last told; where there is none the trigger goes."""
    means: Draft | None = None
    last: Draft | None = None
    for sentence in sentences:
        for draft in list(sentence.drafts):
            trigger = draft.trigger
            if trigger is None:
                continue
            if trigger.kind not in ("use", "deny"):
                if trigger.role in (Role.TELLS, Role.POINTS):
                    last = draft if trigger.sure or last is None else last
                    means = draft if draft.weapon else means
                continue
            meant = means if trigger.kind == "use" else last
            if meant is None or meant.trigger is None or sentence.tree.index - meant.tree.index > RECALL:
                sentence.drafts.remove(draft)
                continue
            draft.trigger = replace(trigger, type=meant.trigger.type, weapon=meant.weapon)
            draft.weapon = meant.weapon
            if trigger.kind == "deny":
                draft.target, draft.modality = meant.target, Modality.DENIED


def events_once(drafts: Sequence[Draft]) -> list[Draft]:
    """One event per distinct happening, told by its most informative mention."""
    kept: list[Draft] = []
    told = _tied(sorted(drafts, key=lambda d: (d.start, d.end)))
    _typed_by_report(told)
    for draft in told:
        shown = video_name(draft.tree) if draft.modality is Modality.PURPORTED else None
        if shown is not None:
            draft.speakers = [shown]
    for draft in sorted(
        told, key=lambda d: _trigger(d).kind == "h"
    ):  # a bare "killed" only where nothing else tells of it
        _typed_again(draft, kept)
        twin = _twin(draft, kept)
        if twin is None:
            kept.append(draft)
            continue
        if _weight(draft) > _weight(twin):
            kept[kept.index(twin)] = draft
            draft, twin = twin, draft
        _lend(draft, twin)
    return [draft for draft in kept if not _idle(draft)]


def _tied(drafts: Iterable[Draft]) -> list[Draft]:
    """Those that tell or point; a verb that details an act gives it its target, place and day first."""
    telling: list[Draft] = []
    details: list[Draft] = []
    for draft in drafts:
        role = _trigger(draft).role
        if role is Role.DETAILS:
            details.append(draft)
        elif role is not Role.ASIDE:
            telling.append(draft)
    for detail in details:
        told = next((d for d in telling if d.tree is detail.tree and d.token == _trigger(detail).of), None)
        if told is not None:
            told.target = told.target or detail.target
            told.weapon = told.weapon or detail.weapon
            if not told.own_place and detail.own_place:
                told.place, told.own_place = detail.place, True
    return telling


def _trigger(draft: Draft) -> Trigger:
    assert draft.trigger is not None
    return draft.trigger


def _typed_by_report(told: Sequence[Draft]) -> None:
    """A bare "bombing", "bombardment" or "raids" is from the air in a report of air strikes (codebook: state bombing)."""
    sure = {d.type for d in told if _trigger(d).sure}
    if EventType.AIR_STRIKE not in sure:
        return
    for draft in told:
        trigger = _trigger(draft)
        word = draft.tree.lower[trigger.head]
        if trigger.sure or trigger.type in (EventType.AIR_STRIKE, EventType.SUICIDE_BOMB):
            continue
        bombed = word.startswith("bombing") and not sure & {EventType.IED, EventType.SUICIDE_BOMB}
        if bombed or word == "raids" or (word.startswith("bombard") and EventType.SHELLING not in sure):
            draft.trigger = replace(trigger, type=EventType.AIR_STRIKE)


def _typed_again(draft: Draft, kept: Sequence[Draft]) -> None:
    """ "a similar attack on X", "another raid": of the kind told just before."""
    trigger = _trigger(draft)
    if trigger.sure or trigger.type not in BLOWS:
        return
    before = draft.tree.lower[max(0, trigger.first - 2) : trigger.first]
    listed = bool(classed("again") & set(before)) or (
        trigger.agent is None and draft.own_place and trigger.role is Role.TELLS
    )
    last = next((k for k in reversed(kept) if k.type in BLOWS), None)
    if listed and last is not None and draft.tree.index - last.tree.index <= 2 and last.type is not None:
        draft.trigger = replace(trigger, type=last.type)


def _twin(draft: Draft, kept: Sequence[Draft]) -> Draft | None:
    if _trigger(draft).role is Role.POINTS:
        told = next((k for k in reversed(kept) if not k.earlier and _means(draft, k)), None)
        if told is not None:
            return told
    return next((k for k in reversed(kept) if _same(k, draft)), None)


def _same(a: Draft, b: Draft) -> bool:
    """Whether two mentions, `a` told before `b`, tell of one happening."""
    s, t = _trigger(a), _trigger(b)
    if a.modality is not b.modality or not _types_meet(s, t):
        return False
    if "use" in (s.kind, t.kind) or "deny" in (s.kind, t.kind):
        return a.speakers == b.speakers and a.modality is Modality.DENIED
    if _another(b) or not _agents_meet(s, t) or (a.own_date and b.own_date and dates_clash(a.date, b.date)):
        return False
    if a.place is None or b.place is None:
        return a.frame == b.frame
    if a.headline != b.headline and (holds(a.place, b.place) or holds(b.place, a.place)):
        return True
    return same_name(a.place.name, b.place.name) and not dates_clash(a.date, b.date)


def _means(pointer: Draft, told: Draft) -> bool:
    """Whether "the attack" means an event told before: of a kind that fits, nothing in the way."""
    s, t = _trigger(told), _trigger(pointer)
    if (
        told.modality is not pointer.modality
        and not {told.modality, pointer.modality} <= _TELLING
        and pointer.modality is not Modality.ASSERTED
    ):
        return False
    if _dated(pointer) and told.modality not in _TELLING:
        return False
    fits = s.type is t.type or (
        t.type in BLOWS and s.type in BLOWS and not (t.sure and s.sure and t.type is not EventType.ATTACK)
    )
    fits = (
        fits
        or {s.type, t.type} <= _FOUGHT
        or (t.type is EventType.ARMED_CLASH and s.type is EventType.TAKEOVER and not s.agent)
    )
    if not fits or not _agents_meet(s, t) or (pointer.own_date and dates_clash(told.date, pointer.date)):
        return False
    if not pointer.own_place or not told.own_place or not _attached(pointer):
        return True
    assert told.place is not None and pointer.place is not None
    return (
        same_name(told.place.name, pointer.place.name)
        or holds(told.place, pointer.place)
        or holds(pointer.place, told.place)
        or _within(told, pointer)
    )


def _within(a: Draft, b: Draft) -> bool:
    """Whether the later mention's sentence names the place of the earlier beside its own: "the Sulaymaniyah district of Aleppo"."""
    assert a.place is not None
    return any(same_name(a.place.name, word) for word in b.tree.words if word[:1].isupper() and len(word) > 3)


def _attached(draft: Draft) -> bool:
    """Whether the place stands under the event's own word ("the attack on X"), not only beside it."""
    tree = draft.tree
    return draft.place is not None and any(
        tree.starts[t] == draft.place.start for t in tree.subtree(draft.token, _CLAUSES)
    )


def _types_meet(s: Trigger, t: Trigger) -> bool:
    if s.type is t.type:
        return True
    if s.type in BLOWS and t.type in BLOWS:
        vague = s if not s.sure else t
        return not (s.sure and t.sure) and vague.weapon is None
    return not (s.sure and t.sure) and {s.type, t.type} <= _KILLING


def _agents_meet(s: Trigger, t: Trigger) -> bool:
    """Whether the doers can be one: one is not named, or they share a word; in a fight either side may come first."""
    if not s.agent or not t.agent:
        return True
    if _shared(s.agent, t.agent):
        return True
    if s.type is EventType.ARMED_CLASH and t.type is EventType.ARMED_CLASH:
        return _shared(s.agent, t.target or "") or _shared(s.target or "", t.agent)
    return False


_PLAIN = frozenset(
    "forces force army troops the of and fighters militants group military led backed warplane jet plane force troop fighter militant security combined partnered joint unit men gunmen".split()
)


def _shared(a: str, b: str) -> bool:
    if _short_for(a, b) or _short_for(b, a):
        return True
    one, other = sides_of(a), sides_of(b)
    if one and other:
        return bool(one & other)
    x = {w.rstrip("s") for w in re.findall(r"\w+", a.lower())} - _PLAIN
    y = {w.rstrip("s") for w in re.findall(r"\w+", b.lower())} - _PLAIN
    return bool(x & y) or not x or not y


def _short_for(short: str, name: str) -> bool:
    """Whether a name's first letters are the short one's ("SDF", "Syrian Democratic Forces")."""
    initials = "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())
    return len(initials) > 1 and short.isupper() and short == initials


def _another(draft: Draft) -> bool:
    first = _trigger(draft).first
    return bool({"another", "similar", "second", "separate"} & set(draft.tree.lower[max(0, first - 2) : first + 1]))


def _lend(worse: Draft, better: Draft) -> None:
    """What the mention that goes knows better than the one that stays."""
    for name in ("target", "weapon", "perpetrator"):
        if getattr(better, name) is None:
            setattr(better, name, getattr(worse, name))
    if worse.own_place and worse.place is not None:
        if not better.own_place or (better.place is not None and worse.place.width < better.place.width):
            better.place, better.own_place = worse.place, True
    if worse.own_date and not better.own_date:
        better.date, better.own_date = worse.date, True
    if not better.speakers:
        better.speakers = worse.speakers
    s, t = _trigger(worse), _trigger(better)
    if s.sure and not t.sure and s.type in BLOWS:
        better.trigger = replace(t, type=s.type, sure=True)


def _weight(draft: Draft) -> int:
    trigger = _trigger(draft)
    narrow = draft.own_place and draft.place is not None and draft.place.width <= CITY
    return (
        2 * trigger.sure
        + 2 * bool(trigger.agent)
        + bool(trigger.target)
        + bool(trigger.weapon)
        + 2 * narrow
        - 2 * (trigger.kind in ("h", "t"))
        - (trigger.role is Role.POINTS)
    )


def _idle(draft: Draft) -> bool:
    """Talk of a kind of act ("whose planes carry out raids") that names nobody, nothing and nowhere; and totals of a war."""
    trigger = _trigger(draft)
    if _HOW_KNOWN.search(" ".join(draft.tree.lower)):
        return True
    if (trigger.type is EventType.DISPLACEMENT or trigger.kind == "h") and _TOTALS.search(" ".join(draft.tree.words)):
        return True
    if trigger.kind in ("n", "m", "g") and trigger.type is not EventType.SIEGE and totals(draft.tree):
        return True
    if draft.modality is not Modality.ASSERTED or draft.own_place or draft.own_date:
        return False
    if trigger.kind == "t":
        return trigger.target is None or (trigger.agent is None and trigger.weapon is None)
    if trigger.type is EventType.DISPLACEMENT:
        return trigger.target is None or trigger.target.lower() in ("lands", "homes", "houses", "areas", "land")
    if trigger.role is Role.POINTS:
        return trigger.agent is None and trigger.target is None and not _dated(draft)
    return trigger.agent is None and trigger.target is None and trigger.weapon is None


def _dated(draft: Draft) -> bool:
    """ "Saturday's ambush" is one of its own, even where the day cannot be told."""
    tree = draft.tree
    return any(
        tree.deps[c] == "poss" and tree.lower[c].rstrip("s'").endswith("day") for c in tree.children[draft.token]
    )
