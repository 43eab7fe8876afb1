"""Which claims of a report tell of one happening: one frame of place, time and agent (codebook, Frame)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from according.domain.mention import DateSpan
from according.domain.values import EventType, Modality
from according.extract.english.draft import Draft, SentenceDrafts
from according.extract.english.nearness import dates_clash, holds, same_name, same_place
from according.extract.english.spots import Spot

_BACKGROUND = re.compile(
    r"\b(?:last (?:month|year|week|summer|winter)|earlier this (?:month|year|week)|previous(?:ly)?(?! (?:day|night|evening))|in the past|years? ago|months? ago|weeks? ago|in (?:19|20)\d\d|in recent (?:months|weeks|years)|"
    r"have (?:for months|long)|began in|erupted|broke out|for months|for years|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.I,
)
_EARLIER = re.compile(r"\bearlier this (?:week|month|year)\b", re.I)
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|\w+day's|\w+days) (?:\w+ ){0,2}(?:attacks?|strikes?|raids?|blasts?|bombings?|explosions?|shelling|bombardment|airstrikes?|assault|clashes|"
    r"fighting|incident|victims|dead|toll|death toll|injured|wounded|battle|offensive|operation|massacre|ambush|shooting|crash|deaths|killings?)\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|meanwhile|separately|in (?:a|another) (?:separate|different)|in other|also on \w+day)\b", re.I
)
BLOWS = frozenset(
    (
        EventType.AIR_STRIKE,
        EventType.ATTACK,
        EventType.SHELLING,
        EventType.IED,
        EventType.SUICIDE_BOMB,
        EventType.CHEMICAL_WEAPON,
        EventType.GRENADE,
    )
)
"""Acts that one report may call by one another's names."""
TO_COME = frozenset((Modality.PLANNED, Modality.FEARED))
"""How what is no part of what has happened is told (DESIGN.md, Words: outlook)."""
NEAR = 2
"""Sentences on within which a claim without a place is taken to be about the happening told last."""
FAR = 3
"""Sentences on within which it may be, where nothing says otherwise."""


@dataclass(slots=True)
class Happening:
    """One frame: what the claims about one happening share. `parent` is the wider happening whose part or fellow it is."""

    number: int
    place: Spot | None = None
    date: DateSpan | None = None
    said_on: DateSpan | None = None
    background: bool = False
    cumulative: bool = False
    outlook: bool = False
    parent: Happening | None = None
    part: bool = False
    last_sentence: int = -1
    drafts: list[Draft] = field(default_factory=list)

    def join(self, draft: Draft, number: int) -> None:
        """Takes a draft of sentence `number` in; the narrowest place and the first date become the frame's."""
        self.drafts.append(draft)
        self.last_sentence = number
        draft.frame = self.number
        if draft.place is not None and (self.place is None or draft.place.width < self.place.width):
            self.place = draft.place
        if self.date is None and draft.date is not None:
            self.date = draft.date
        if self.said_on is None:
            self.said_on = draft.said_on


def happenings_of(text: str, sentences: Sequence[SentenceDrafts]) -> list[Happening]:
    """The happenings of a report in the order told; every draft is in exactly one."""
    found: list[Happening] = []
    current: Happening | None = None
    for sentence in sentences:
        tree = sentence.tree
        said = text[tree.starts[0] : tree.ends[-1]]
        own: list[Happening] = []
        past = sentence.past
        before: list[Happening] = []
        for draft in sorted(sentence.drafts, key=lambda d: (d.earlier, d.place is None)):
            if past is not None and draft.earlier and not draft.cumulative:
                day = past.before(own[0].date if own else current.date if current is not None else None)
                _earlier_of(draft, before, found, day).join(draft, tree.index)
                continue
            home = _total_of(draft, found, tree.index) if draft.cumulative else _last_fitting(draft, own)
            if home is None and draft.modality in TO_COME:
                home = _outlook_of(draft, found)
            if home is None:
                background = bool(_BACKGROUND.search(said)) and (
                    _EARLIER.search(said) is not None or not _told_already(draft.date, found)
                )
                home = _home(draft, sentence, found, current, said, background)
                if home is None:
                    home = _opened(draft, found, current, tree.index, background)
                own.append(home)
            home.join(draft, tree.index)
            if not home.background and not home.cumulative and not home.outlook:
                current = home
    return found


def _total_of(draft: Draft, found: list[Happening], number: int) -> Happening:
    """Totals of one sentence share a frame of their own."""
    for happening in found:
        if happening.cumulative and happening.last_sentence == number and same_place(draft.place, happening.place):
            return happening
    happening = Happening(len(found), cumulative=True)
    found.append(happening)
    return happening


def _last_fitting(draft: Draft, told: Sequence[Happening]) -> Happening | None:
    """The last of some happenings that a draft may belong to by its place and day."""
    return next((happening for happening in reversed(told) if _fits(draft, happening)), None)


def _outlook_of(draft: Draft, found: list[Happening]) -> Happening:
    """What is planned or feared at one place shares a frame of its own, at the lead's place where it names none."""
    told = _last_fitting(draft, [h for h in found if h.outlook])
    if told is None:
        told = Happening(len(found), outlook=True)
        found.append(told)
    return told


def _earlier_of(draft: Draft, before: list[Happening], found: list[Happening], day: DateSpan | None) -> Happening:
    """What came "a day after" tells of: a happening of its own, on the day before unless its own words date it."""
    told = _last_fitting(draft, before)
    if told is None:
        told = Happening(len(found), date=day, background=True)
        before.append(told)
        found.append(told)
    if told.date is not None:  # a day in the sentence is that of what came after
        draft.date, draft.own_date = told.date, False
    return told


def _fits(draft: Draft, happening: Happening) -> bool:
    return same_place(draft.place, happening.place) and not dates_clash(draft.date, happening.date)


def _told_already(date: DateSpan | None, found: Sequence[Happening]) -> bool:
    """Whether a date is that of a happening already told: not background then."""
    return date is not None and any(
        h.date is not None and not h.background and not dates_clash(date, h.date) for h in found
    )


def _opened(
    draft: Draft, found: list[Happening], current: Happening | None, number: int, background: bool
) -> Happening:
    """A happening of its own; right after another it is that one's fellow and may have its day."""
    happening = Happening(len(found), background=background)
    fellow = current is not None and number - current.last_sentence <= 1 and not background
    if fellow and current is not None and not dates_clash(draft.date, current.date):
        happening.parent = current.parent or current
        if draft.date is None:
            happening.date = current.date
    found.append(happening)
    return happening


def _home(
    draft: Draft,
    sentence: SentenceDrafts,
    found: Sequence[Happening],
    current: Happening | None,
    said: str,
    background: bool,
) -> Happening | None:
    """The happening told before that a draft belongs to: by place, by nearness, by "the attack"; None = another one."""
    number = sentence.tree.index
    plain = [h for h in found if not h.cumulative and not h.outlook]
    if background:
        return next((h for h in reversed(plain) if h.last_sentence == number and _fits(draft, h)), None)
    live = [h for h in plain if not h.background and not dates_clash(draft.date, h.date)]
    if not live:
        return None
    if draft.place is None:
        return _placeless(draft, live, current, said, number)
    for happening in reversed(live):
        if happening.place is not None and same_name(happening.place.name, draft.place.name):
            if not (" and " in happening.place.name and " and " not in draft.place.name):  # one of two places is a part
                return happening
    if _ELSEWHERE.search(said):
        return None
    if draft.place.beside:
        return None
    for near in (current, live[0]):
        if near is None or near not in live or not _may_hold(near, draft, number):
            continue
        narrower = near.place is not None and holds(near.place, draft.place)
        if not narrower or _tells_more(near, sentence, said):
            return near
    return None


def _may_hold(happening: Happening, draft: Draft, number: int) -> bool:
    """Whether the place told is an area of the happening's or the other way round, and it was told just before."""
    assert draft.place is not None
    if happening.place is None or holds(draft.place, happening.place):
        return number - happening.last_sentence <= FAR
    return holds(happening.place, draft.place)


def _tells_more(happening: Happening, sentence: SentenceDrafts, said: str) -> bool:
    """Whether a sentence with a narrower place tells more of the happening: it points to it, tells its figure or act again.

    A sentence that counts less of the same harm tells of a part, at a place of its own.
    """
    if _only_part(happening, sentence):
        return False
    if _DEFINITE.search(said):
        return True
    types = {d.type for d in happening.drafts if d.type is not None}
    for draft in sentence.drafts:
        if draft.type is not None and (draft.type in types or (draft.type in BLOWS and types & BLOWS)):
            return True
        if draft.thing is not None and any(
            whole.thing is not None
            and whole.measure is draft.measure
            and whole.thing.quantity.low == draft.thing.quantity.low
            for whole in happening.drafts
        ):
            return True
    return False


def _only_part(happening: Happening, sentence: SentenceDrafts) -> bool:
    """Whether a sentence counts less of the same harm than the happening: it tells of a part, at a place of its own."""
    for draft in sentence.drafts:
        if draft.thing is None or draft.part_of is not None or draft.thing.quantity.low is None:
            continue
        for whole in happening.drafts:
            if whole.thing is not None and whole.part_of is None and whole.measure is draft.measure:
                low = whole.thing.quantity.low
                if low is not None and draft.thing.quantity.low < low:
                    return True
    return False


def _placeless(
    draft: Draft, live: Sequence[Happening], current: Happening | None, said: str, number: int
) -> Happening | None:
    if _ELSEWHERE.search(said) and not _DEFINITE.search(said):
        return None
    if current is not None and current in live:
        if number - current.last_sentence <= NEAR or _DEFINITE.search(said):
            return current
    if _DEFINITE.search(said):
        return live[0]
    return current if current is not None and current in live and number - current.last_sentence <= FAR else None
