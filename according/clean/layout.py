"""A report's sentences and zones: headline, body, caption, and what is kept but never read (repeats, furniture, tails)."""

from __future__ import annotations

from according.clean.dateline import dateline_of
from according.clean.furniture import mark_blocks, mark_lines, mark_menus
from according.clean.glued import cut
from according.clean.heading import heading_of, without_doubled, without_heading, without_tags
from according.clean.language import sentence_language
from according.clean.repeats import in_title, mark_repeats
from according.clean.sheet import Sheet
from according.clean.stamp import stamp_end
from according.clean.tail import mark_above, mark_below
from according.domain.report import Layout, Report, Sentence
from according.domain.values import ZoneKind
from according.text.sentences import Span, sentence_spans


def layout_of(report: Report) -> Layout:
    """Cuts a report's text into sentences, each in its zone; finds the dateline. Linear in the length of the text."""
    text = report.text
    spans, chrome, pages, ending = cut(text, list(sentence_spans(text)))
    stamp = stamp_end(text)
    if stamp is not None:
        spans = _without_stamp(spans, stamp)
    heading = heading_of(text, report.title, stamp or 0)
    if heading is not None:
        spans = without_heading(spans, heading)
    spans, doubled = without_doubled(text, spans)
    spans, tags = without_tags(text, spans)
    sheet = Sheet(text, spans)
    own = in_title(sheet, report.title)
    for line in sheet.lines:
        if line.start in chrome:
            sheet.mark(line, ZoneKind.FURNITURE)
        if line.start in doubled:
            sheet.mark(line, ZoneKind.REPEAT)
        if line.start in tags:
            sheet.mark(line, ZoneKind.FURNITURE)
    mark_repeats(sheet, report.title)
    mark_lines(sheet, own)
    mark_blocks(sheet, pages, ending, own)
    mark_menus(sheet, own)
    mark_above(sheet, report.title)
    mark_below(sheet, own)
    dateline = dateline_of(text)
    for line in sheet.lines:
        filed = dateline is not None and dateline.start <= line.start and line.end <= dateline.end
        if heading is not None and (line.start, line.end) == (heading.start, heading.end):
            sheet.mark(line, ZoneKind.HEADLINE)
        between = heading is not None and (line.start, line.end) == heading.between
        if filed or between or (stamp is not None and line.end <= stamp):
            sheet.mark(line, ZoneKind.DATELINE)
    sentences = tuple(
        Sentence(*sheet.spans[n][:2], number, sheet.zones[n], sentence_language(text, *sheet.spans[n][:2], report.lang))
        for number, line in enumerate(sheet.lines)
        for n in range(line.first, line.last)
    )
    return Layout(sentences, dateline, report.lang)


def _without_stamp(spans: list[Span], stamp: int) -> list[Span]:
    """The spans with the date stamp at the head on a line of its own."""
    first, last, fresh = spans[0]
    if not first < stamp < last:
        return spans
    return [(first, stamp - 1, fresh), (stamp, last, True), *spans[1:]]
