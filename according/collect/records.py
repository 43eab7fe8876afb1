"""One record of a table of reports, a JSON object or a row, as a capture: what of it can be used, what cannot and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from according.domain.ids import report_id
from according.domain.problem import Problem
from according.domain.report import Capture

KEYS = ("id", "text", "title", "publisher", "published", "url", "lang")
"""What is taken of a record; every other key is ignored."""
LARGEST_TEXT = 32_000_000
"""Bytes of one report. A book is smaller; more is a mistake or an attack."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?", re.I)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Where:
    """Where a record stands: bytes [start, end) of a snapshot, on line `line` (from 1) of the file `source`."""

    source: str
    snapshot: str
    start: int
    end: int
    line: int
    extractor: str

    def problem(self, code: str, why: str, report: str | None = None) -> Problem:
        return Problem(code, f"{self.source}, line {self.line}", why, report, self.line)


@dataclass(slots=True)
class Ids:
    """The ids of one file's records: an id that stands for two different texts is told."""

    first: dict[str, tuple[int, int]] = field(default_factory=dict)

    def clash(self, given_id: str, text: str, line: int) -> int | None:
        """The line of another record with this id and a different text; None when there is none."""
        known_line, known_text = self.first.setdefault(given_id, (line, hash(text)))
        return known_line if known_text != hash(text) else None


def captures_of(record: Mapping[str, object], where: Where, ids: Ids) -> Iterator[Capture | Problem]:
    """The capture of a record with words in its text, then a Problem for each field that could not be taken as it is."""
    text = record.get("text")
    if not isinstance(text, str):
        kind = "no" if text is None else f"a {_json_type(text)} as"
        yield where.problem("no-text", f'there is {kind} "text": give the report\'s words as a string')
        return
    if not text.strip():
        yield where.problem("no-text", 'its "text" holds no words: nothing to read')
        return
    told: list[tuple[str, str]] = []
    given = {key: _word(key, record.get(key), told) for key in KEYS if key != "text"}
    if any(_SURROGATE.search(value) for value in (text, *given.values()) if value):
        told.append(
            ("broken-character", "half a character (a lone surrogate) was read as \ufffd; the file is kept as it came")
        )
        text, given = mend(text), {key: mend(value) if value else value for key, value in given.items()}
    published = given["published"]
    if published is not None and iso_date(published) is None:
        given["published"] = None
        why = f'"published" is {_shown(published)}, no ISO date such as 2031-03-09: the report was read without a date'
        told.append(("bad-date", why))
    given_id = given["id"] or f"line-{where.line}"
    other = ids.clash(given_id, text, where.line)
    if other is not None:
        why = f"its id {_shown(given_id)} is also that of line {other}: both were read; give each its own"
        told.append(("duplicate-id", why))
    capture = Capture(
        text,
        given_id,
        where.snapshot,
        where.start,
        where.end,
        where.extractor,
        where.source,
        title=given["title"],
        publisher=given["publisher"],
        published=given["published"],
        url=given["url"],
        lang=given["lang"],
    )
    yield capture
    report = report_id(capture.text, capture.title, capture.publisher, capture.published, capture.url)
    yield from (where.problem(code, why, report) for code, why in told)


def mend(text: str) -> str:
    """The text with U+FFFD for every lone surrogate, which no encoding can carry; as many characters as before."""
    return _SURROGATE.sub("\ufffd", text)


def iso_date(value: str) -> str | None:
    """The value where it is a day, or a day and time, as ISO 8601 writes them in full; else None."""
    value = value.strip()
    if not _DATE.fullmatch(value):
        return None
    try:
        datetime.fromisoformat(value.upper().replace("Z", "+00:00").replace(" +", "+").replace(" -", "-"))
    except ValueError:
        return None
    return value


def too_long(size: int) -> tuple[str, str]:
    """(code, why) of a report that is longer than LARGEST_TEXT."""
    return "report-too-long", f"one report of {size:,} bytes is too long (at most {LARGEST_TEXT:,}): split it"


def _word(key: str, value: object, told: list[tuple[str, str]]) -> str | None:
    """A field as text; a number is written out, what is no word or number is left out and told."""
    if value is None or isinstance(value, str):
        return (value or "").strip() or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    told.append(("wrong-type", f'"{key}" is a {_json_type(value)}, not text: the report was read without it'))
    return None


def _json_type(value: object) -> str:
    names = {dict: "JSON object", list: "list", bool: "true or false", int: "number", float: "number"}
    return names.get(type(value), "value")


def _shown(value: str) -> str:
    return repr(value if len(value) <= _LONGEST_SHOWN else value[:_LONGEST_SHOWN] + "\u2026")
