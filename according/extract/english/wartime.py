"""From when to when a total of a war counts: from the war's beginning, where the report tells it, to the day it speaks from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from according.domain.mention import DateSpan, TimeMention
from according.domain.protocols import Prepared
from according.domain.report import Layout
from according.domain.values import DatePrecision, TimeKind
from according.extract.english.draft import Draft, SentenceDrafts

_WAR = r"(?:war|conflict|uprising|crisis|revolution|rebellion|insurgency|unrest|violence|protests?|fighting|militancy)"
_BEGAN = r"(?:began|begun|started|erupted|broke out|flared|escalated|grew)"
_START = re.compile(
    rf"\b{_WAR}\b[^.;]{{0,80}}?\b(?:since|{_BEGAN})\b|\bsince\b[^.;]{{0,40}}\b{_WAR}\b|\b{_BEGAN}\b[^.;]{{0,40}}\b{_WAR}\b|\bcradle of\b[^.;]{{0,40}}\b{_WAR}\b",
    re.I,
)
"""A sentence that tells when a war began: "has been gripped by war since March 2011", "which began as protests in 2011"."""
_IN_POWER = re.compile(r"\b(?:in power|ruled|rule|governed|independence|founded|formed|in office)\b[^.;]{0,20}$", re.I)
_OF_THE_WAR = re.compile(rf"\b(?:{_WAR}|since then|so far|across the country|overall)\b", re.I)
_LONG = 60
"""Days back from which on a date can be the beginning of a war that a report counts from."""
_SAID_BEFORE = 2
"""Days before the report's own on which a first saying ends what it counts "since Wednesday"."""


def war_began(text: str, layout: Layout, times: Sequence[TimeMention], day: date) -> TimeMention | None:
    """The first date that a report gives for the beginning of the war it tells of, well before its own day."""
    for sentence in layout.sentences:
        begin, end = sentence.start, sentence.end
        if not sentence.readable or _START.search(text[begin:end]) is None:
            continue
        told = [
            time
            for time in times
            if time.date is not None
            and begin <= time.start < end
            and (day - time.date.first).days >= _LONG
            and _IN_POWER.search(text[begin : time.start]) is None
        ]
        if told:
            return told[-1]
    return None


def date_totals(item: Prepared, sentences: Sequence[SentenceDrafts]) -> None:
    """Dates the totals of the war that have no period of their own, and those dated only by its beginning."""
    day = item.mentions.day
    if day is None or not any(draft.cumulative for sentence in sentences for draft in sentence.drafts):
        return
    began = war_began(item.report.text, item.layout, item.mentions.times, day)
    if began is None or began.date is None:
        return
    for sentence in sentences:
        for draft in sentence.drafts:
            if draft.thing is None or not draft.cumulative or not _counts_the_war(draft, began.date):
                continue
            last = draft.said_on.last if draft.said_on is not None and draft.said_on.last <= day else day
            draft.date = DateSpan(began.date.first, last, DatePrecision.RANGE)


def _counts_the_war(draft: Draft, began: DateSpan) -> bool:
    if draft.date is not None:
        return draft.date == began
    return _OF_THE_WAR.search(" ".join(draft.tree.words)) is not None


def end_with_the_saying(item: Prepared, sentences: Sequence[SentenceDrafts]) -> None:
    """ "Since Wednesday", said on Thursday and published on Friday, ends on Thursday."""
    day = item.mentions.day
    said = next((t for t in item.mentions.times if t.spoken and t.date is not None), None)
    if day is None or said is None or said.date is None or not 0 < (day - said.date.last).days <= _SAID_BEFORE:
        return
    open_ends = {t.date for t in item.mentions.times if t.kind is TimeKind.SINCE and t.date is not None}
    for sentence in sentences:
        for draft in sentence.drafts:
            if draft.date in open_ends and draft.date is not None and draft.date.last == day:
                if draft.date.first <= said.date.last:
                    draft.date = DateSpan(draft.date.first, said.date.last, draft.date.precision)
