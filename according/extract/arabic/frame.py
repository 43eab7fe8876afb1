"""The whole report: groups drafts into happenings, lets headline and detail share place, date, doer and source, keeps each
figure and event once (codebook, Frame; DESIGN.md, Words: telling)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from according.domain.mention import DateSpan
from according.domain.values import EventType, Modality
from according.extract.arabic.draft import Draft, LineDrafts
from according.extract.arabic.happenings import Happening, happenings_of
from according.extract.arabic.repeats import events_once, figures_once, told_before, told_below
from according.extract.arabic.spots import best
from according.text.arabic import clean_text

TITLE_LIKE = 0.7
"""Share of the words that a headline in the text and the title have in common."""


def mark_headlines(lines: Sequence[LineDrafts], title: str | None) -> None:
    """Marks the drafts of lines that are the report's headline: what they tell is told again below."""
    wanted = {word for word in clean_text(title or "").text.split() if len(word) > 2}
    for n, line in enumerate(lines):
        if not line.drafts:
            continue
        said = {word.form for word in line.line.words if len(word.form) > 2}
        like = len(wanted) > 3 and len(wanted & said) >= TITLE_LIKE * min(len(said), len(wanted)) and len(said) > 3
        line.headline = line.headline or (like and n + 1 < len(lines) and any(later.drafts for later in lines[n + 1 :]))
        for draft in line.drafts:
            draft.headline = line.headline


def framed(lines: Sequence[LineDrafts]) -> list[Draft]:
    """The drafts of a report, each once, with what their happening shares, `frame` set to the number of the happening."""
    happenings = happenings_of(lines)
    only = _only_day(lines)
    kept: list[Draft] = []
    lead = next((h.place for h in happenings if h.place is not None and not h.background), None)
    lead = lead or best([spot for line in lines for spot in line.spots])
    for number, happening in enumerate(happenings):
        if happening.place is None:
            happening.place = lead
        share(happening)
        if only is not None and not happening.background:
            for draft in happening.drafts:
                draft.date = draft.date or only
        figures = figures_once([d for d in happening.drafts if d.tie is not None])
        events = events_once([d for d in happening.drafts if d.act is not None])
        for draft in figures + events:
            draft.frame = number
        kept += figures + events
    strong = any(draft.act is not None and not draft.act.weak for draft in kept)
    kept = [draft for draft in kept if draft.act is None or not (strong and _is_dim(draft))]
    return [draft for draft in kept if not told_below(draft, kept) and not told_before(draft, kept)]


def _is_dim(draft: Draft) -> bool:
    """Whether a weak word tells of an act: what is feared, planned or called off is no other word for what has happened."""
    return draft.act is not None and draft.act.weak and draft.modality is Modality.ASSERTED


def _only_day(lines: Sequence[LineDrafts]) -> DateSpan | None:
    """The day of the news where the report names only one, in its headline or anywhere: all that it tells is of that day."""
    days = {day for line in lines for day in line.days}
    known = days - {None}
    if len(known) != 1:
        return None
    (day,) = known
    lead = next((line.line.index for line in lines if line.drafts), 0)
    heads = any(day in line.days for line in lines if line.line.index <= lead)
    return day if heads or None not in days else None  # a weekday that nothing resolves is another day


_BY_THEMSELVES = frozenset(
    (
        EventType.IED,
        EventType.CEASEFIRE,
        EventType.PROTEST,
        EventType.DISPLACEMENT,
        EventType.ARMED_CLASH,
        EventType.OTHER,
    )
)
"""Acts that have a doer only where their own words name one: a mine is not those who shelled the town."""


def share(happening: Happening) -> None:
    """Fills what a claim's own clause left open from the claims of the same happening, the nearest first."""
    drafts = happening.drafts
    date = next((d.date for d in drafts if d.date is not None and not d.old), None)
    date = date or next((d.date for d in drafts if d.date is not None and happening.background), None)
    deeds = [d for d in drafts if d.act is not None]
    for draft in drafts:
        wider = draft.place is not None and happening.place is not None and draft.place.width > happening.place.width
        if draft.place is None or (wider and not draft.cumulative):
            draft.place = happening.place
        draft.date = draft.date or date
    doers = {id(deed): deed.perpetrator for deed in deeds}
    for draft in drafts:
        deed = draft if draft.act is not None else _deed_of(draft, deeds)
        draft.perpetrator = draft.perpetrator or _doer_of(draft, deed, deeds, doers)
    for draft in drafts:
        deed = _deed_of(draft, deeds)
        if draft.tie is not None and deed is not None:
            draft.weapon = (
                draft.weapon or deed.weapon or _manner(deed) or next((d.weapon for d in deeds if d.weapon), None)
            )
    for draft in drafts:
        if draft.part_of is not None:
            draft.speakers = draft.speakers or draft.part_of.speakers
            draft.date = draft.date or draft.part_of.date


def _manner(deed: Draft) -> str | None:
    """A clash or a landing, as what its victims fell to."""
    if deed.act is None or deed.act.verb or deed.type not in (EventType.ARMED_CLASH, EventType.ATTACK):
        return None
    landing = deed.type is EventType.ATTACK and "انزال" not in deed.line.stems[deed.first : deed.last + 1]
    return None if landing else deed.line.text[deed.start : deed.end]


def _deed_of(draft: Draft, deeds: Sequence[Draft]) -> Draft | None:
    """The act by which a figure came about: the nearest of its line, else the last one told before, else the next."""
    here = [deed for deed in deeds if deed.line is draft.line]
    if here:
        return min(here, key=lambda deed: abs(deed.first - draft.first))
    before = [deed for deed in deeds if deed.line.index < draft.line.index]
    return before[-1] if before else next(iter(deeds), None)


def _doer_of(draft: Draft, deed: Draft | None, deeds: Sequence[Draft], doers: Mapping[int, str | None]) -> str | None:
    """Who did it: the doer of its own act, else the one named last before it, else the next one named."""
    if deed is None:
        return None
    mined = deed.type in _BY_THEMSELVES and (draft.act is not None or deed.type is EventType.IED)
    if doers[id(deed)] is not None or mined:
        return doers[id(deed)]
    named = [other for other in deeds if doers[id(other)] is not None and other.type not in _BY_THEMSELVES]
    before = [other for other in named if (other.line.index, other.first) < (draft.line.index, draft.first)]
    found = before[-1] if before else next(iter(named), None)
    return doers[id(found)] if found is not None else None
