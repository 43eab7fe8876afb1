"""What came in: the bytes as received (snapshot), what a collector took out of them (capture), and the report."""

from __future__ import annotations

from dataclasses import dataclass, replace

from according.domain.ids import report_id
from according.domain.values import ZoneKind


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A file's bytes as received, addressed by their sha256 (hex). `size` in bytes."""

    sha256: str
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class Capture:
    """One text with its metadata, as a collector found it at bytes [byte_start, byte_end) of a snapshot.

    `published` is an ISO date or date and time, or None; `lang` is a hint; `given_id` the id it came with
    (`line-N` when it had none); `extractor` says what took the text out ("jsonl/1", "trafilatura/2.0").
    """

    text: str
    given_id: str
    snapshot: str
    byte_start: int
    byte_end: int
    extractor: str
    source: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One text as published, immutable. `text` is as given: every offset in According points into it."""

    id: str
    text: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    lang: str
    given_id: str
    snapshot: str
    byte_start: int
    byte_end: int
    extractor: str

    @classmethod
    def from_capture(cls, capture: Capture, lang: str) -> Report:
        """The report that a capture holds, in the language that `clean` found."""
        return cls(
            id=report_id(capture.text, capture.title, capture.publisher, capture.published, capture.url),
            text=capture.text,
            title=capture.title,
            publisher=capture.publisher,
            published=capture.published,
            url=capture.url,
            lang=lang,
            given_id=capture.given_id,
            snapshot=capture.snapshot,
            byte_start=capture.byte_start,
            byte_end=capture.byte_end,
            extractor=capture.extractor,
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a report: text[start:end], in paragraph number `paragraph` (from 0), in a zone.

    Only sentences whose `readable` is true may yield claims; the others stay in the text and are shown unmarked.
    `lang` is the sentence's language where it is not the report's (an Arabic post on an English page), else None.
    """

    start: int
    end: int
    paragraph: int
    zone: ZoneKind
    lang: str | None = None

    @property
    def readable(self) -> bool:
        return self.zone in (ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.CAPTION)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a text says it was filed: "BEIRUT, Sept 9 (Agency)". Offsets into the text; None = not given."""

    start: int
    end: int
    place: str | None
    place_start: int | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Layout:
    """A report's text cut into sentences and zones: made by `clean`, never stored, always recomputable.

    `sentences` are in text order, do not overlap and cover every visible character of the text.
    """

    sentences: tuple[Sentence, ...]
    dateline: Dateline | None
    lang: str

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which something is to be read, the report's own first."""
        others = {s.lang for s in self.sentences if s.lang is not None and s.readable}
        return self.lang, *sorted(others - {self.lang})

    def only(self, lang: str) -> Layout:
        """The layout for the reader of one language: the sentences of the others become FOREIGN."""
        if self.languages == (lang,):
            return self
        sentences = tuple(
            s if (s.lang or self.lang) == lang or not s.readable else replace(s, zone=ZoneKind.FOREIGN)
            for s in self.sentences
        )
        return replace(self, sentences=sentences, lang=lang)
