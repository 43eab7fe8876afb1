"""The Arabic reader: cleans a report's words, drafts claims line by line, frames them over the whole report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from according import __version__
from according.domain.claim import Reading
from according.domain.mention import Mentions
from according.domain.protocols import Prepared
from according.extract.arabic.attribution import carry_on, name_in_full
from according.extract.arabic.claims import claims_of
from according.extract.arabic.draft import Draft, LineDrafts
from according.extract.arabic.drafts import line_drafts
from according.extract.arabic.frame import framed, mark_headlines
from according.extract.arabic.line import line_of
from according.extract.arabic.ties import Told
from according.extract.arabic.verification import doubt
from according.extract.main_event import main_event
from according.text.arabic import clean_text
from according.vocab.arabic import digest_source


class ByPlace:
    """The mentions of a report, looked up by where they stand."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._places = [m.start for m in mentions.places]
        self._actors = [m.start for m in mentions.actors]
        self._times = [m.start for m in mentions.times]

    def within(self, begin: int, end: int) -> Mentions:
        """Those that begin in text[begin:end]."""
        found = self._mentions
        return Mentions(
            found.places[bisect_left(self._places, begin) : bisect_left(self._places, end)],
            found.actors[bisect_left(self._actors, begin) : bisect_left(self._actors, end)],
            found.times[bisect_left(self._times, begin) : bisect_left(self._times, end)],
        )


class ArabicReader:
    """Reads claims in Arabic reports (satisfies domain.protocols.Reader)."""

    lang = "ar"

    @cached_property
    def digest(self) -> str:
        """Changes with the version, the grammar's code and the word lists."""
        code = sorted(Path(__file__).parent.glob("*.py"))
        parts = [__version__, digest_source(), *(path.read_text("utf-8") for path in code)]
        return sha256("\n".join(parts).encode()).hexdigest()

    def read(self, items: Iterable[Prepared]) -> Iterator[Reading]:
        """One Reading an item, in order."""
        return (self._read_one(item) for item in items)

    def _read_one(self, item: Prepared) -> Reading:
        text = item.report.text
        clean = clean_text(text)
        lines: list[LineDrafts] = []
        told, made = Told(), dict[int, Draft]()
        named = ByPlace(item.mentions)
        for number, sentence in enumerate(item.layout.sentences):
            if not sentence.readable:
                continue
            own = named.within(sentence.start, sentence.end)
            line = line_of(text, clean, sentence, number, own.places)
            if line.words:
                lines.append(line_drafts(line, own, told, made))
        name_in_full(lines, item.mentions.actors)
        carry_on(lines)
        doubt(lines)
        mark_headlines(lines, item.report.title)
        claims = claims_of(item, framed(lines))
        return Reading(report=item.report.id, digest=self.digest, claims=claims, main_event=main_event(claims))
