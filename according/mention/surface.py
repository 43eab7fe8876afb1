"""The text in which names are looked for: a report's own, or the clean one of an Arabic report, with the way back."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.report import Dateline, Layout, Report
from according.text.arabic import CleanText, clean_text

ARABIC = frozenset({"ar"})
"""Languages of reports that are read in their clean spelling."""


@dataclass(frozen=True, slots=True)
class Surface:
    """`sentences` are the readable ones, as spans of `text`; `clean` is None where the text is the report's own."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    report: Report
    clean: CleanText | None = None
    filed: tuple[int, int] | None = None
    """Where the dateline names the place from which the report was filed."""

    def raw(self, start: int, end: int) -> tuple[int, str]:
        """Where text[start:end] stands in the report's own text, and how it is written there."""
        if self.clean is not None:
            start, end = self.clean.raw(start, end)
        return start, self.report.text[start:end]

    def tagged(self, start: int) -> bool:
        """Does the word at `start` stand behind a "#" or a "_" of a tag?"""
        at, _ = self.raw(start, start + 1)
        return self.report.text[at - 1 : at] in ("#", "_")

    @property
    def publisher(self) -> str | None:
        name = self.report.publisher
        return clean_text(name).text if name and self.clean is not None else name


def surface_of(report: Report, layout: Layout) -> Surface:
    spans = [(sentence.start, sentence.end) for sentence in layout.sentences if sentence.readable]
    if layout.lang not in ARABIC:
        return Surface(report.text, tuple(spans), report, filed=_filed(layout.dateline))
    clean = clean_text(report.text)
    return Surface(
        clean.text, tuple((clean.clean_at(start), clean.clean_at(end)) for start, end in spans), report, clean
    )


def _filed(dateline: Dateline | None) -> tuple[int, int] | None:
    if dateline is None or dateline.place is None or dateline.place_start is None:
        return None
    return dateline.place_start, dateline.place_start + len(dateline.place)
