"""A report's sentences and zones: headline, body, caption, and what is kept but never read (repeats, furniture, tails)."""

from __future__ import annotations

import re

from according.clean import furniture
from according.clean.dateline import dateline_of
from according.domain.report import Layout, Report, Sentence
from according.domain.values import ZoneKind
from according.text.sentences import sentence_spans

_WORDS = re.compile(r"\w+")
TAIL_LINES = 40
"""Lines at the end that are looked at for unrelated headlines."""


def layout_of(report: Report) -> Layout:
    """Cuts a report's text into sentences, each in its zone; finds the dateline."""
    text = report.text
    spans = list(sentence_spans(text))
    paragraph = -1
    zones: list[ZoneKind] = []
    numbers: list[int] = []
    lines: list[int] = []
    for n, (_, _, fresh) in enumerate(spans):
        if fresh:
            paragraph += 1
            lines.append(n)
        numbers.append(paragraph)
    zones = [ZoneKind.BODY] * len(spans)
    _repeats(text, spans, zones, report.title)
    furniture.mark(text, spans, zones)
    _tail(text, spans, zones, numbers)
    sentences = tuple(
        Sentence(start, end, number, zone) for (start, end, _), number, zone in zip(spans, numbers, zones, strict=True)
    )
    return Layout(sentences, dateline_of(text), report.lang)


Span = tuple[int, int, bool]


def _repeats(text: str, spans: list[Span], zones: list[ZoneKind], title: str | None) -> None:
    """A line that stands again word for word is a repeat; the first that is the title is the headline."""
    seen: dict[str, int] = {}
    wanted = _key(title or "")
    for n, (start, end, _) in enumerate(spans):
        key = _key(text[start:end])
        if len(key) < 12:
            continue
        if key in seen:
            zones[n] = ZoneKind.REPEAT
            continue
        seen[key] = n
        if wanted and n < 6 and (key == wanted or (len(key) > 25 and wanted.startswith(key))):
            zones[n] = ZoneKind.HEADLINE


def _key(line: str) -> str:
    return " ".join(_WORDS.findall(line.lower()))


def _tail(text: str, spans: list[Span], zones: list[ZoneKind], numbers: list[int]) -> None:
    """Closing lines without a stop that share hardly a telling word with the report are other reports' headlines."""
    if not spans or numbers[-1] < 3:
        return
    body: dict[str, int] = {}
    for start, end, _ in spans:
        for word in set(_WORDS.findall(text[start:end].lower())):
            body[word] = body.get(word, 0) + 1
    last = len(spans) - 1
    for n in range(last, max(-1, last - TAIL_LINES), -1):
        start, end, fresh = spans[n]
        line = text[start:end]
        alone = fresh and (n == last or spans[n + 1][2])
        if zones[n] not in (ZoneKind.BODY, ZoneKind.TAIL):
            continue
        if not alone or line[-1] in '.!?؟…:"”»' or len(line) > 160 or n < 3 or furniture.ITEM.match(line):
            return
        words = [w for w in _WORDS.findall(line.lower()) if len(w) > 3]
        shared = [w for w in words if body.get(w, 0) > 1]
        if len(words) >= 3 and len(shared) > 0.5 * len(words):
            return
        zones[n] = ZoneKind.TAIL
