"""What one line yields before the report is looked at as a whole: figures and events with the names of their clause."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.mention import DateSpan, Mentions, TimeMention
from according.domain.values import Category, DatePrecision, EventType, Modality, ZoneKind
from according.extract.arabic.acts import Act, acts_of, weapon_of
from according.extract.arabic.agents import agent_of
from according.extract.arabic.counting import How, Thing, things
from according.extract.arabic.denials import denied_again
from according.extract.arabic.draft import Draft, LineDrafts
from according.extract.arabic.lexicon import phrases, words
from according.extract.arabic.line import Line
from according.extract.arabic.modality import modality_of
from according.extract.arabic.places import spots_of
from according.extract.arabic.sides import written
from according.extract.arabic.speakers import Speech, said_by, speeches
from according.extract.arabic.spots import Spot, best
from according.extract.arabic.targets import target_of
from according.extract.arabic.ties import Tie, Told, category_of, facility_ties
from according.extract.arabic.walk import Walk

_BEHIND = 8
"""Words behind an act within which its own place stands."""
_WEEK = 8
"""Days that a figure spans at most that is no total."""
OPENING = 4
"""Words at the beginning of a line in which an opener of the background stands."""


def line_drafts(line: Line, mentions: Mentions, told: Told, made: dict[int, Draft]) -> LineDrafts:
    """Everything that one line tells, each with what its own clause says of place, time, agent and speaker.

    `mentions` are those that stand in it. `told` and `made` (the drafts of the report by the id of their tie) go from line to line.
    """
    when = mentions.times
    said = speeches(line, mentions.actors, told.speaker)
    telling = _tells(line, told)
    found = [thing for thing in things(line) if not _speaks(thing, said)] if telling else []
    people = [thing for thing in found if thing.how is How.NAME]
    spots = [
        spot
        for spot in spots_of(line, mentions.places, [thing.last for thing in people])
        if not any(thing.first <= spot.first <= thing.last for thing in people)
    ]
    named = acts_of(line) if telling else []
    walk = Walk(line, found, told)
    ties = walk.run() + facility_ties(line, found, named) if telling else []
    tied = sorted(ties, key=lambda tie: tie.thing.first)
    named = sorted([*named, *denied_again(line, named, told.act)], key=lambda act: act.first)
    told.act = named[-1].type if named else told.act
    drafts = _figures(line, tied, made) + _events(line, named, found, spots)
    told.speaker = said[-1].name if said else told.speaker
    total = _is_total(line)
    for draft in drafts:
        draft.place, draft.own_place = _place(draft, named, spots)
        behind = draft.place is not None and draft.act is not None and draft.place.first > draft.last
        draft.own_place_behind = behind and draft.place is not None and draft.place.first - draft.last <= _BEHIND
        draft.date, draft.old = _date(draft, when)
        draft.speakers = said_by(said, draft.first)
        if draft.quantity is not None and draft.quantity.high == 0:
            draft.modality = Modality.NEGATED
        else:
            draft.modality = modality_of(line, draft.first, draft.last)
        draft.cumulative = draft.tie is not None and _is_cumulative(draft, total, when)
    days = tuple(t.date for t in when if not t.background)
    return LineDrafts(line, drafts, said, spots, _is_background(line), line.sentence.zone is ZoneKind.HEADLINE, days)


def _tells(line: Line, told: Told) -> bool:
    """Whether a line can hold a claim: it names harm or an act, or goes on with a list of those harmed."""
    if line.harms or line.acts or told.header is not None:
        return True
    if any(noun.measure is not None for _, noun in line.nouns.values()):
        return True
    signs = words("no") | words("falls") | words("fires") | words("controls") | words("damage")
    return not signs.isdisjoint(line.stems)


def _speaks(thing: Thing, said: Sequence[Speech]) -> bool:
    """Whether a person is the one who says what the line tells: "مراسلنا", "مسؤول محلي"."""
    single = thing.how in (How.SINGLE, How.DUAL, How.OWNED, How.NAME)
    return single and any(s.first <= thing.first and thing.last <= s.last and not s.carried for s in said)


def _figures(line: Line, tied: Sequence[Tie], made: dict[int, Draft]) -> list[Draft]:
    before: Category | None = None
    drafts = []
    for tie in tied:
        thing = tie.thing
        category = category_of(thing, before)
        if not thing.facility and thing.how in (How.NUMBER, How.VAGUE, How.DUAL, How.SINGLE) and tie.whole is None:
            before = category
        draft = Draft(line, thing.first, thing.last, tie=tie, category=category, quantity=thing.quantity)
        draft.because = f"{thing.how.value}-{tie.because}"
        draft.part_of = made.get(id(tie.whole)) if tie.whole is not None else None
        made[id(tie)] = draft
        drafts.append(draft)
    return drafts


def _events(line: Line, named: Sequence[Act], found: Sequence[Thing], spots: Sequence[Spot]) -> list[Draft]:
    drafts: list[Draft] = []
    for n, act in enumerate(named):
        begin = named[n - 1].last + 1 if n else 0
        stop = named[n + 1].first if n + 1 < len(named) else len(line)
        draft = Draft(line, act.first, act.last, act=act, type=act.type)
        agent = agent_of(line, act, stop, begin)
        draft.perpetrator = written(line, *agent) if agent is not None else None
        if agent is None and drafts and _goes_on(line, act):
            draft.perpetrator = next((d.perpetrator for d in reversed(drafts) if d.perpetrator), None)
        target = target_of(line, act, stop, found, agent, spots)
        draft.target = written(line, *target) if target is not None else None
        weapon = weapon_of(line, act, agent)
        draft.weapon = written(line, *weapon) if weapon is not None else None
        draft.because = "act-verb" if act.verb else "act-noun"
        drafts.append(draft)
    return drafts


def _goes_on(line: Line, act: Act) -> bool:
    """Whether the one who did the act before does this one too: a verb with nobody beside it, "تمكنوا من قنص"."""
    if act.type in (EventType.IED, EventType.DISPLACEMENT, EventType.CEASEFIRE):
        return False
    led = any(line.stems[at] in words("launch") for at in range(max(0, act.first - 3), act.first))
    return act.verb or led


def _place(draft: Draft, named: Sequence[Act], spots: Sequence[Spot]) -> tuple[Spot | None, bool]:
    """The place of a draft's own act: named after it before the next act, else before it; else the line's only one."""
    outside = [s for s in spots if s.last < draft.first or s.first > draft.last] or list(spots)
    if not outside:
        return None, False
    at = draft.first
    if draft.act is None:
        near = min(named, key=lambda act: abs(act.first - at), default=None)
        anchor = near.first if near is not None else at
    else:
        anchor = at
    stop = next((act.first for act in named if act.first > max(anchor, at)), len(draft.line))
    after = [s for s in outside if anchor <= s.first < stop]
    before = sorted((s for s in outside if s.first < anchor), key=lambda spot: (spot.width, -spot.first))
    found = best(after) or next(iter(before), None) or best(outside)
    return found, found is not None


def _date(draft: Draft, when: Sequence[TimeMention]) -> tuple[DateSpan | None, bool]:
    """The nearest day that its line gives, and whether it points back beyond the news."""
    dated = [t for t in when if t.date is not None]
    news = [t for t in dated if not t.background]
    if not dated:
        return None, False
    nearest = min(news or dated, key=lambda t: abs(t.start - draft.start))
    return nearest.date, not news


def _is_cumulative(draft: Draft, total: bool, when: Sequence[TimeMention]) -> bool:
    """Whether a figure totals more than about a week (codebook, Figures: cumulative); a single victim totals nothing."""
    if draft.part_of is not None:
        return draft.part_of.cumulative
    if draft.tie is None or draft.tie.thing.how in (How.SINGLE, How.OWNED, How.NAME):
        return False
    nearest = min(when, key=lambda t: abs(t.start - draft.start), default=None)
    span = nearest.date if nearest is not None else None
    long = span is not None and span.precision is DatePrecision.RANGE and (span.last - span.first).days > _WEEK
    return total or long


def _is_total(line: Line) -> bool:
    totals = phrases("cumulative")
    return any(stem in totals and line.match(totals, at) is not None for at, stem in enumerate(line.stems))


def _is_background(line: Line) -> bool:
    return any(line.match(phrases("background"), at) is not None for at in range(min(OPENING, len(line))))
