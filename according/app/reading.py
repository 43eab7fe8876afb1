"""Reads captures: clean, mention, extract and resolve composed, a batch at a time.

Use this when nothing is to be kept (`read`, `link`, the benchmark); `ingest` uses it and keeps what comes out.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from according import clean, mention, resolve
from according.app.parts import Parts
from according.domain.claim import Reading, ReadReport
from according.domain.mention import joined
from according.domain.problem import Problem
from according.domain.protocols import Prepared, Reader
from according.domain.report import Capture, Report
from according.extract.union import unite

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

BATCH = 64
"""Reports read together: the parser is faster in batches; more only costs memory."""

LONGEST_READ = 500_000
"""Characters of one report that is read: a book. Whatever is longer is many reports in one file, and would take hours."""

LANGUAGES: Mapping[str, str] = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "ku": "Kurdish",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
}
"""Names for people; a language that is not here is shown by its code."""


class ReadCapture(NamedTuple):
    """What became of one capture. `report` None = not even cleaned, `read` None = not read; `problems` says why."""

    capture: Capture
    report: Report | None
    read: ReadReport | None
    problems: list[Problem]


def read_captures(captures: Iterable[Capture], parts: Parts, batch: int = BATCH) -> Iterator[ReadCapture]:
    """One ReadCapture a capture, in order. One bad report never stops or spoils the others (DESIGN.md, invariant 5)."""
    for group in _groups(captures, batch):
        yield from _read_group(group, parts)


def read_reports(reports: Iterable[Report], parts: Parts) -> Iterator[tuple[Report, ReadReport | None, list[Problem]]]:
    """The same for reports that are already known, as `reread` has them."""
    for group in _groups(reports, BATCH):
        yield from zip(group, *_read_known(group, parts), strict=True)


def _groups(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    source = iter(items)
    while group := list(islice(source, size)):
        yield group


def _read_group(captures: Sequence[Capture], parts: Parts) -> Iterator[ReadCapture]:
    reports: list[Report | Problem] = []
    for capture in captures:
        try:
            reports.append(clean.report_of(capture))
        except Exception as error:
            reports.append(_failed("clean-failed", capture.given_id, None, error))
    known = [report for report in reports if isinstance(report, Report)]
    results = zip(*_read_known(known, parts), strict=True)
    for capture, report in zip(captures, reports, strict=True):
        if isinstance(report, Problem):
            yield ReadCapture(capture, None, None, [report])
        else:
            read, problems = next(results)
            yield ReadCapture(capture, report, read, problems)


def _read_known(reports: Sequence[Report], parts: Parts) -> tuple[list[ReadReport | None], list[list[Problem]]]:
    reads: list[ReadReport | None] = [None] * len(reports)
    problems: list[list[Problem]] = [[] for _ in reports]
    prepared: list[dict[str, Prepared]] = [{} for _ in reports]
    for n, report in enumerate(reports):
        if report.lang not in parts.readers:
            problems[n].append(_no_reader(report))
            continue
        if len(report.text) > LONGEST_READ:
            problems[n].append(_too_long(report))
            continue
        try:
            prepared[n] = _prepare(report, parts)
        except Exception as error:
            problems[n].append(_failed("reader-failed", report.given_id, report, error))
    readings: list[list[Reading]] = [[] for _ in reports]
    for lang, reader in parts.readers.items():
        mine = {n: items[lang] for n, items in enumerate(prepared) if lang in items}
        for n, reading in zip(mine, _read_prepared(list(mine.values()), reader), strict=True):
            if isinstance(reading, Problem):
                problems[n].append(reading)
            elif lang == reports[n].lang:
                readings[n].insert(0, reading)
            else:
                readings[n].append(reading)
    for n, report in enumerate(reports):
        if not readings[n]:
            continue
        try:
            reading = unite(readings[n])
            mentions = joined([item.mentions for item in prepared[n].values()])
            reads[n] = resolve.resolve(report, reading, mentions, parts.gazetteer, parts.registry)
            problems[n].extend(reading.problems)
        except Exception as error:
            problems[n].append(_failed("reader-failed", report.given_id, report, error))
    return reads, problems


def _prepare(report: Report, parts: Parts) -> dict[str, Prepared]:
    """What each reader is given: of a report in two languages each reads the sentences of its own."""
    layout = clean.layout_of(report)
    found = {}
    for lang in layout.languages:
        if lang in parts.readers:
            own = layout.only(lang)
            found[lang] = Prepared(report, own, mention.find(report, own, parts.gazetteer, parts.registry))
    return found


def _read_prepared(items: list[Prepared], reader: Reader) -> list[Reading | Problem]:
    """All at once; where that fails, one by one, so that only the report that fails is lost."""
    if not items:
        return []
    try:
        readings = list(reader.read(items))
        if len(readings) == len(items):
            return list(readings)
    except Exception:
        if len(items) == 1:
            return [_read_alone(items[0], reader)]
    return [_read_alone(item, reader) for item in items]


def _read_alone(item: Prepared, reader: Reader) -> Reading | Problem:
    try:
        (reading,) = reader.read([item])
    except Exception as error:
        return _failed("reader-failed", item.report.given_id, item.report, error)
    return reading


def _no_reader(report: Report) -> Problem:
    language = LANGUAGES.get(report.lang, f"'{report.lang}'")
    why = f"no {language} reader yet: the report is kept, but no claims are read from it"
    return Problem("no-reader", report.given_id, why, report=report.id)


def _too_long(report: Report) -> Problem:
    why = f"a report of {len(report.text):,} characters is too long to be read (at most {LONGEST_READ:,}): it is kept; split it"
    return Problem("too-long-to-read", report.given_id, why, report=report.id)


def _failed(code: str, what: str, report: Report | None, error: Exception) -> Problem:
    _log.debug("%s: %s", code, what, exc_info=error)
    why = f"this report could not be read ({type(error).__name__}: {error}); please report it as a fault"
    return Problem(code, what, why, report=report.id if report else None)
