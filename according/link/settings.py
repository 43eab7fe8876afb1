"""What a report says around its tellings, by which they are compared with those of other reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from according.domain.claim import Claim, ReadReport
from according.domain.incident import Setting
from according.domain.report import Report
from according.domain.values import PlaceKind
from according.link.calendar import named_days, named_weekdays
from according.link.marks import marking_phrases, marking_words
from according.text.arabic import clean_text
from according.text.filed import filed_day
from according.text.fold import fold
from according.text.sentences import sentence_spans


class Around:
    """One report, cut into sentences once for all its tellings."""

    def __init__(self, report: Report, read: ReadReport) -> None:
        self._report = report
        self._sentences = [(start, end) for start, end, _ in sentence_spans(report.text)]
        self._places = [
            (mention.start, frozenset({fold(mention.anchor), *((place.place_id,) if place else ())}))
            for mention, place in read.places
            if mention.kind is PlaceKind.PLACE
        ]

    def setting(self, claims: Iterable[Claim], alone: bool) -> Setting:
        """Of a telling with these claims; `alone` = it is all that the report tells, and the title speaks of it."""
        starts = [claim.start for claim in claims]
        own = [(start, end) for start, end in self._sentences if any(start <= at < end for at in starts)]
        words = [self._report.text[start:end] for start, end in own]
        places = {n for at, names in self._places for n in names if any(start <= at < end for start, end in own)}
        if alone and self._report.title:
            words.append(self._report.title)
            title = f" {fold(self._report.title)} "
            places |= {n for _, names in self._places if any(f" {n} " in title for n in names) for n in names}
        return Setting(
            words=marking_words(words),
            phrases=marking_phrases(words),
            places=frozenset(places),
            around=self._all_places,
            days=self._days(words),
            weekdays=self._weekdays,
            filed=self._filed,
        )

    def _days(self, words: Sequence[str]) -> frozenset[int]:
        """Those beside the telling; where none are, those of the report."""
        return frozenset().union(*(named_days(fold(sentence)) for sentence in words)) or named_days(self._folded)

    @cached_property
    def _folded(self) -> str:
        return fold(f"{self._report.title or ''} {self._report.text}")

    @cached_property
    def _filed(self) -> date | None:
        clean = clean_text(self._report.text).text if self._report.lang == "ar" else None
        return filed_day(self._report.text, clean, self._report.title, self._report.published)

    @cached_property
    def _weekdays(self) -> frozenset[int]:
        return named_weekdays(self._folded)

    @cached_property
    def _all_places(self) -> frozenset[str]:
        return frozenset(name for _, names in self._places for name in names)
