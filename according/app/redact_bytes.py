"""Words out of the files as received: the records of the reports, the same records in other files, the words wherever they stand."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from according.domain.protocols import Progress
from according.domain.report import Report
from according.text.hiding import spans_of

SHORTEST_RECORD = 16
"""Bytes of a record that is looked for in other files: a shorter one would be found by chance."""

Range = tuple[int, int]


class Blanking(Protocol):
    """Keeps bytes, and can take some out (custody.store.FileStore)."""

    def redact(self, sha256_hex: str, *ranges: Range) -> str: ...

    def kept_as(self, sha256_hex: str) -> str: ...

    def kept(self) -> Sequence[str]: ...

    def get(self, sha256_hex: str) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Blanked:
    """`kept_as` maps a report to the hash of its file from now on, None = it was not there; `others` counts further files
    that held the same records or words."""

    kept_as: dict[str, str | None]
    others: int


def blank(store: Blanking, reports: Sequence[Report], words: Sequence[str], progress: Progress) -> Blanked:
    """Blanks each report's record whole, since words may be spelled otherwise there; the same record in other files; and
    `words` in all of them. Raises ValueError when a file was altered (nothing is blanked then), OSError."""
    records: dict[str, list[Range]] = defaultdict(list)
    needles: dict[bytes, None] = {}
    for report in reports:
        name = store.kept_as(report.snapshot)
        try:
            record = store.get(name)[report.byte_start : report.byte_end].strip()
        except KeyError:
            continue
        records[name].append((report.byte_start, report.byte_end))
        if len(record) >= SHORTEST_RECORD:
            needles[record] = None
    kept = store.kept()
    progress.start("Looking through files as received", len(kept))
    wanted: dict[str, list[Range]] = {}
    for name in kept:
        data = store.get(name)
        ranges = [*records.get(name, ()), *_found(data, needles), *_worded(data, words)]
        if ranges:
            wanted[name] = ranges
        progress.advance()
    progress.done()
    changed = [name for name, ranges in wanted.items() if store.redact(name, *ranges) != name]
    others = len([name for name in changed if name not in records])
    present = set(store.kept())
    now = {report.id: store.kept_as(report.snapshot) for report in reports}
    return Blanked({report: name if name in present else None for report, name in now.items()}, others)


def _found(data: bytes, needles: Iterable[bytes]) -> Iterator[Range]:
    for needle in needles:
        start = data.find(needle)
        while start >= 0:
            yield start, start + len(needle)
            start = data.find(needle, start + len(needle))


def _worded(data: bytes, words: Sequence[str]) -> Iterator[Range]:
    """Where the words stand in UTF-8, and where JSON wrote them with escapes."""
    if not words:
        return
    text = data.decode("utf-8", "surrogateescape")
    for word in words:
        at = byte = 0
        for start, end in spans_of(word, text):
            byte += len(text[at:start].encode("utf-8", "surrogateescape"))
            length = len(text[start:end].encode("utf-8", "surrogateescape"))
            yield byte, byte + length
            at, byte = end, byte + length
        escaped = json.dumps(word)[1:-1]
        if escaped != word:
            yield from (m.span() for m in re.finditer(re.escape(escaped.encode()), data, re.IGNORECASE))
