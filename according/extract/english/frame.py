"""The whole report: groups drafts into happenings, lets lead and detail share place, date, perpetrator and source, keeps
each figure and event once, and makes the claims (codebook, Frame; DESIGN.md, Words: telling)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.domain.claim import Claim
from according.domain.protocols import Prepared
from according.domain.values import ZoneKind
from according.extract.english.claims import claims_of
from according.extract.english.draft import SentenceDrafts
from according.extract.english.episodes import happenings_of
from according.extract.english.happenings import events_once, recall_types
from according.extract.english.repeats import figures_once
from according.extract.english.sharing import country_of, share
from according.extract.english.speakers import assign, bracket, speak_on
from according.extract.english.verification import verify
from according.extract.english.wartime import date_totals, end_with_the_saying
from according.extract.english.wholes import tie_to_totals

_WORDS = re.compile(r"\w+")
TITLE_LIKE = 0.7
"""Share of the title's words that a headline in the text repeats."""
TITLE_EXTRA = 9
"""Words that a headline may have beside the title's: a date, the outlet, the place."""


def mark_headlines(sentences: Sequence[SentenceDrafts], title: str | None) -> None:
    """Marks the drafts of sentences that are the report's headline: its figures are told again below it."""
    wanted = set(_WORDS.findall((title or "").lower()))
    for sentence in sentences:
        said = set(sentence.tree.lower)
        like = len(wanted) > 3 and len(wanted & said) >= TITLE_LIKE * len(wanted) and len(said - wanted) <= TITLE_EXTRA
        if sentence.tree.sentence.zone is ZoneKind.HEADLINE or like:
            for draft in sentence.drafts:
                draft.headline = True


def frame_claims(item: Prepared, sentences: Sequence[SentenceDrafts]) -> tuple[Claim, ...]:
    """The claims of one report, in claim order, each with the telling it belongs to."""
    mark_headlines(sentences, item.report.title)
    assign(sentences, item.mentions.actors)
    bracket(sentences)
    tie_to_totals(sentences)
    recall_types(sentences)
    date_totals(item, sentences)
    end_with_the_saying(item, sentences)
    happenings = happenings_of(item.report.text, sentences)
    share(happenings, country_of(sentences))
    drafts = [draft for happening in happenings for draft in happening.drafts]
    speak_on(sentences)
    verify(item.report.text, item.layout.sentences, drafts)
    figures = figures_once([draft for draft in drafts if draft.thing is not None])
    events = events_once([draft for draft in drafts if draft.trigger is not None])
    return claims_of(item, figures + events)
