"""JSON lines: one report an object, one object a line. A line that cannot be read never costs its neighbours."""

from __future__ import annotations

import json
from collections.abc import Iterator

from according.collect.encoding import UTF_8, encoding_of, line_ranges
from according.collect.records import LARGEST_TEXT, Ids, Where, captures_of, too_long
from according.domain.problem import Problem
from according.domain.report import Capture


def read_jsonl(data: bytes, source: str, snapshot: str) -> Iterator[Capture | Problem]:
    """Captures in the order of their lines. Lines that are no UTF-8 are read in the one encoding that fits them all."""
    encoding, start = encoding_of(data)
    other: str | None = None
    if not encoding.startswith("utf"):
        encoding, other = UTF_8, encoding_of(b"".join(_not_utf_8(data)))[0]
    ids = Ids()
    for number, (first, last) in enumerate(line_ranges(data, encoding, start), 1):
        line = data[first:last]
        if not line.strip(b" \t\r\n\0"):
            continue
        where = Where(source, snapshot, *_trim(data, first, last, encoding), number, "jsonl/1")
        if len(line) > LARGEST_TEXT:
            yield where.problem(*too_long(len(line)))
            continue
        try:
            words = line.decode(encoding)
        except UnicodeDecodeError:
            words = line.decode(other or encoding, "replace")
            why = f"the line is not UTF-8: it was read as {other}; save the file as UTF-8 if letters look wrong"
            if other in (None, UTF_8):
                why = f"some of its bytes are no {encoding.upper()} and were read as \ufffd"
            yield where.problem("encoding", why)
        yield from _read_line(words, where, ids)


def _not_utf_8(data: bytes) -> Iterator[bytes]:
    """The lines that are no UTF-8: what they are in is guessed from them alone."""
    for first, last in line_ranges(data, UTF_8):
        try:
            data[first:last].decode(UTF_8)
        except UnicodeDecodeError:
            yield data[first:last]


def _trim(data: bytes, first: int, last: int, encoding: str) -> tuple[int, int]:
    """The range without the white space around it."""
    blanks, width = {blank.encode(encoding) for blank in " \t\r\n"}, len("\n".encode(encoding))
    while first < last and data[first : first + width] in blanks:
        first += width
    while last > first and data[last - width : last] in blanks:
        last -= width
    return first, last


def _read_line(words: str, where: Where, ids: Ids) -> Iterator[Capture | Problem]:
    try:
        record = json.loads(words)
    except json.JSONDecodeError as error:
        what = error.msg.removesuffix(" at")
        why = f"the line is no JSON ({what} at character {error.pos + 1}): mend or remove it"
        yield where.problem("bad-json", f"{why}; the other lines were read")
        return
    except (RecursionError, ValueError):  # brackets thousands deep, numbers of thousands of digits
        yield where.problem("bad-json", "the line is nested too deeply or holds a number too long: mend or remove it")
        return
    if not isinstance(record, dict):
        why = 'the line holds no JSON object: write {"id": ..., "text": ...}, one report a line'
        yield where.problem("bad-json", why)
        return
    yield from captures_of(record, where, ids)
