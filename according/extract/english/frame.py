"""The whole report: groups drafts into happenings, lets lead and detail share place, date, perpetrator and source, keeps
each figure and event once, and makes the claims (codebook, Frame; DESIGN.md, Words: telling)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from according.domain.claim import Claim, Event, Figure, Quantity
from according.domain.ids import claim_id, telling_id
from according.domain.mention import DateSpan
from according.domain.protocols import Prepared
from according.domain.values import (
    FACILITY_CATEGORIES,
    Category,
    ClaimKind,
    DisplacementTerm,
    EventType,
    Measure,
    Modality,
    Unit,
)
from according.extract.english.attribution import Speech, fullest
from according.extract.english.counting import How
from according.extract.english.draft import Draft, SentenceDrafts
from according.extract.english.happenings import events_once, recall_types
from according.extract.english.nearness import dates_clash as _dates_clash
from according.extract.english.nearness import holds as _holds
from according.extract.english.nearness import same_name as _same_name
from according.extract.english.nearness import same_place as _same_place
from according.extract.english.spots import Spot
from according.extract.main_event import sub_event_type

_BACKGROUND = re.compile(
    r"\b(?:last (?:month|year|week|summer|winter)|earlier this (?:month|year|week)|previous(?:ly)?|in the past|years? ago|months? ago|weeks? ago|in (?:19|20)\d\d|in recent (?:months|weeks|years)|"
    r"have (?:for months|long)|began in|erupted|broke out|for months|for years|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.I,
)
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those) (?:\w+ )?(?:attacks?|strikes?|raids?|blasts?|bombings?|explosions?|shelling|bombardment|airstrikes?|assault|clashes|fighting|incident|victims|dead|toll|death toll|injured|wounded|battle|offensive|operation|massacre)\b",
    re.I,
)


CARRY = 0
"""How many sentences on a source is taken to speak still, within one happening."""
REACH = 2
"""How many sentences back a source named later reaches, within one happening."""


@dataclass(slots=True)
class Happening:
    """One frame: what the claims about one happening share."""

    number: int
    place: Spot | None = None
    date: DateSpan | None = None
    perpetrator: str | None = None
    weapon: str | None = None
    speakers: list[str] = field(default_factory=list)
    background: bool = False
    cumulative: bool = False
    last_sentence: int = -1
    drafts: list[Draft] = field(default_factory=list)


def frame_claims(item: Prepared, sentences: Sequence[SentenceDrafts]) -> tuple[Claim, ...]:
    """The claims of one report, in claim order, each with the telling it belongs to."""
    _attribute(item, sentences)
    recall_types(sentences)
    happenings = _happenings(item, sentences)
    for happening in happenings:
        _share(happening, item)
    drafts = [d for h in happenings for d in h.drafts]
    drafts = _figures_once(drafts) + events_once([d for d in drafts if d.trigger is not None])
    return _claims(item, drafts)


# --- who says it -------------------------------------------------------------------------------------------------------


def _attribute(item: Prepared, sentences: Sequence[SentenceDrafts]) -> None:
    """Gives every draft the speakers of its own clause, named by the fullest name; pronouns go back to the last speaker."""
    everyone = [s for sentence in sentences for s in sentence.speeches if s.name]
    actors = item.mentions.actors
    last: str | None = None
    last_index = -9
    for sentence in sentences:
        named: list[tuple[Speech, str]] = []
        for speech in sentence.speeches:
            name = last if speech.pronoun else fullest(speech, everyone, actors, sentence.tree.starts[speech.first])
            if name:
                named.append((speech, name))
                if not speech.pronoun:
                    last = name
        for draft in sentence.drafts:
            own = [(s, n) for s, n in named if s.scope[0] <= draft.token <= s.scope[1] and s.verb != draft.token]
            if own:
                narrow = min(s.scope[1] - s.scope[0] for s, _ in own)
                chosen = [n for s, n in own if s.scope[1] - s.scope[0] == narrow]
                draft.speakers = chosen[:1]
            elif last is not None and sentence.tree.index - last_index <= CARRY and not sentence.speeches:
                draft.carried = [last]
        if named:
            last, last_index = named[-1][1], sentence.tree.index


# --- which happening ---------------------------------------------------------------------------------------------------


def _happenings(item: Prepared, sentences: Sequence[SentenceDrafts]) -> list[Happening]:
    found: list[Happening] = []
    current: Happening | None = None
    for sentence in sentences:
        tree = sentence.tree
        words = item.report.text[tree.starts[0] : tree.ends[-1]]
        number = tree.index
        own: Happening | None = None
        for draft in sentence.drafts:
            assert draft.tree is tree
            home = (
                own
                if own is not None and _same_place(draft.place, own.place) and not _dates_clash(draft.date, own.date)
                else None
            )
            if draft.cumulative or (draft.part_of is not None and draft.part_of.cumulative):
                home = next((h for h in found if h.cumulative and h.last_sentence == number), None)
                if home is None:
                    home = _new(found, draft, cumulative=True)
            elif home is None:
                background = bool(_BACKGROUND.search(words)) and not _close(draft.date, found)
                home = _find(draft, found, current, words, number, background)
                if home is None:
                    home = _new(found, draft, background=background)
                    if (
                        not background
                        and draft.date is None
                        and current is not None
                        and number - current.last_sentence <= 1
                        and not current.background
                        and not current.cumulative
                    ):
                        home.date = current.date
                own = home
            _join(home, draft, number)
            if not home.background and not home.cumulative:
                current = home
    return found


def _new(found: list[Happening], draft: Draft, background: bool = False, cumulative: bool = False) -> Happening:
    happening = Happening(len(found), background=background, cumulative=cumulative)
    found.append(happening)
    return happening


def _find(
    draft: Draft, found: list[Happening], current: Happening | None, words: str, number: int, background: bool
) -> Happening | None:
    """The happening that a draft belongs to: by place, by the sentence before, by "the attack"; None = another one."""
    plain = [h for h in found if not h.cumulative]
    if background:
        return next(
            (
                h
                for h in reversed(plain)
                if h.last_sentence == number
                and not _dates_clash(draft.date, h.date)
                and _same_place(draft.place, h.place)
            ),
            None,
        )
    live = [h for h in plain if not h.background]
    if not live:
        return None
    lead = live[0]
    if draft.place is None:
        if (
            current is not None
            and not _dates_clash(draft.date, current.date)
            and (number - current.last_sentence <= 2 or _DEFINITE.search(words))
        ):
            return current
        if not _dates_clash(draft.date, lead.date) and _DEFINITE.search(words):
            return lead
        return (
            current
            if current is not None
            and not _dates_clash(draft.date, current.date)
            and number - current.last_sentence <= 3
            else None
        )
    for happening in reversed(live):
        if (
            happening.place is not None
            and _same_name(happening.place.name, draft.place.name)
            and not _dates_clash(draft.date, happening.date)
        ):
            return happening
    if current is not None and not _dates_clash(draft.date, current.date):
        if current.place is None or _holds(current.place, draft.place) or _holds(draft.place, current.place):
            return current
        if _DEFINITE.search(words) and number - current.last_sentence <= 1 and current.place.width >= 1:
            return current
    if (
        not _dates_clash(draft.date, lead.date)
        and lead.place is not None
        and (_holds(lead.place, draft.place) and len(live) == 1)
    ):
        return lead
    return None


def _join(happening: Happening, draft: Draft, number: int) -> None:
    happening.drafts.append(draft)
    happening.last_sentence = number
    draft.frame = happening.number
    if draft.place is not None and (happening.place is None or draft.place.width < happening.place.width):
        happening.place = draft.place
    if happening.date is None and draft.date is not None:
        happening.date = draft.date
    if not happening.speakers and draft.speakers:
        happening.speakers = draft.speakers


def _close(date: DateSpan | None, found: Sequence[Happening]) -> bool:
    """Whether a date is that of a happening already told: not background then."""
    return date is not None and any(
        h.date is not None and not h.background and not _dates_clash(date, h.date) for h in found
    )


# --- what a happening's claims share -----------------------------------------------------------------------------------


def _share(happening: Happening, item: Prepared) -> None:
    drafts = happening.drafts
    events = [d for d in drafts if d.trigger is not None]
    perpetrator = _first(d.perpetrator for d in events) or _first(d.perpetrator for d in drafts)
    weapon = _first(d.weapon for d in events if d.modality is Modality.ASSERTED) or _first(d.weapon for d in drafts)
    place = happening.place
    fought = bool(events) and all(d.type is EventType.ARMED_CLASH for d in events)
    for draft in drafts:
        if draft.place is None or (place is not None and draft.place.width > place.width):
            draft.place = place if place is not None else draft.place
        if draft.date is None and not happening.cumulative:
            draft.date = happening.date
    for draft in drafts:
        if draft.speakers or happening.cumulative:
            continue
        spoken = [d for d in drafts if d.speakers]
        if draft.carried and any(d.speakers == draft.carried for d in spoken):
            draft.speakers = draft.carried
            continue
        later = [d for d in spoken if 0 <= d.tree.index - draft.tree.index <= REACH]
        before = [d for d in spoken if d.tree is not draft.tree and 0 <= draft.tree.index - d.tree.index <= CARRY]
        if before and not happening.background:
            draft.speakers = before[-1].speakers
        elif later and (not happening.background or later[0].tree is draft.tree):
            draft.speakers = later[0].speakers
    for draft in drafts:
        if draft.thing is not None:
            if draft.perpetrator is None and not draft.cumulative and not fought:
                draft.perpetrator = perpetrator
            if draft.weapon is None and not draft.cumulative:
                draft.weapon = weapon
            if draft.perpetrator and draft.category is Category.COMBATANTS and _own_side(draft):
                draft.perpetrator = None
        elif draft.perpetrator is None and draft.type not in (EventType.CEASEFIRE, EventType.PROTEST):
            draft.perpetrator = perpetrator


def _first(values: object) -> str | None:
    return next((v for v in values if v), None)  # type: ignore[attr-defined]


def _own_side(draft: Draft) -> bool:
    """Whether the dead are the perpetrator's own: "ISIS lost 15 fighters"."""
    assert draft.thing is not None
    words = set(draft.tree.lower[draft.thing.first : draft.thing.last + 1])
    own = set((draft.perpetrator or "").lower().split())
    return bool((words & own) - {"the", "forces", "of", "fighters", "militants"})


# --- each once ---------------------------------------------------------------------------------------------------------


def _figures_once(drafts: Sequence[Draft]) -> list[Draft]:
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
    if a.frame != b.frame and (p.low or 0) < 4 and not _same_place(a.place, b.place):
        return False
    if _dates_clash(a.date, b.date):
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


# --- claims ------------------------------------------------------------------------------------------------------------


def _claims(item: Prepared, drafts: Sequence[Draft]) -> tuple[Claim, ...]:
    text = item.report.text
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
            "confidence": round(draft.confidence, 3),
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
                    unit=_unit(draft),
                    term=_term(draft),
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


def _unit(draft: Draft) -> Unit:
    if draft.category in FACILITY_CATEGORIES:
        return Unit.FACILITY
    return Unit.HOUSEHOLD if draft.category is Category.FAMILIES else Unit.PERSON


def _term(draft: Draft) -> DisplacementTerm | None:
    """IDMC's term for a displaced figure, by the word that tells of it."""
    if draft.measure is not Measure.DISPLACED:
        return None
    assert draft.tie is not None
    word = draft.tree.lower[draft.tie.word]
    if word.startswith(("evacuat",)):
        return DisplacementTerm.EVACUATED
    if word.startswith(("reloc", "resettl")):
        return DisplacementTerm.RELOCATED
    if word in ("homeless",):
        return DisplacementTerm.HOMELESS
    if word.startswith(
        ("fle", "fled", "escap", "flight", "exodus", "leav", "abandon", "forc", "driv", "expel", "uproot")
    ):
        return DisplacementTerm.FORCED_TO_FLEE
    return DisplacementTerm.DISPLACED
