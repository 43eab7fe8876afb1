"""CSV and TSV: one report a row under a header that names the columns. Texts may hold line ends where they are quoted."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.collect.encoding import doubt, encoding_of, line_ranges
from according.collect.records import KEYS, LARGEST_TEXT, Ids, Where, captures_of
from according.domain.problem import Problem
from according.domain.report import Capture

_SEPARATORS = ",;\t|"


@dataclass(frozen=True, slots=True)
class _Row:
    """Cells that stand on lines [first, last) of the table, counted from 0; `error` says why they cannot be used."""

    first: int
    last: int
    cells: Sequence[str]
    error: str | None = None


def read_table(data: bytes, source: str, snapshot: str) -> Iterator[Capture | Problem]:
    """Captures in the order of their rows; each row's byte range is that of its lines."""
    encoding, start = encoding_of(data)
    doubtful = doubt(data, encoding, start)
    if doubtful is not None:
        yield Problem("encoding", source, doubtful)
    ranges = list(line_ranges(data, encoding, start))
    lines = [data[first:last].decode(encoding, "replace") for first, last in ranges]
    head = next((n for n, line in enumerate(lines) if line.strip()), 0)
    separator, header = _header(lines[head] if lines else "")
    if header is None:
        why = f'no column is called "text" (the first line is {lines[head].strip()[:80]!r}): name the columns {", ".join(KEYS)}; only "text" is needed'
        yield Problem("bad-csv", source, why)
        return
    twice = next((name for name in header if name in KEYS and header.count(name) > 1), None)
    if twice is not None:
        yield Problem(
            "bad-csv", source, f'two columns are called "{twice}": give the one that is not meant another name'
        )
        return
    ids = Ids()
    for row in _rows(lines, head + 1, separator):
        at = (ranges[row.first][0], ranges[row.last - 1][1])
        where = Where(source, snapshot, *_without_line_end(data, *at, encoding), row.first + 1, "csv/1")
        error = row.error or _too_many(row.cells, header, separator)
        if error is not None:
            yield where.problem("bad-csv", error)
        elif any(cell.strip() for cell in row.cells):
            record = {key: cell for key, cell in zip(header, row.cells, strict=False) if key in KEYS}
            yield from captures_of(record, where, ids)


def _header(line: str) -> tuple[str, list[str] | None]:
    """(separator, column names in lower case) of the first line; no names where none of them is "text"."""
    for separator in _SEPARATORS:
        try:
            names = next(csv.reader([line], delimiter=separator), [])
        except csv.Error:
            continue
        found = [name.strip().strip("\ufeff").lower() for name in names]
        if "text" in found:
            return separator, found
    return ",", None


def _too_many(cells: Sequence[str], header: Sequence[str], separator: str) -> str | None:
    """A row with more cells than columns was cut inside a text: reading half of one would be worse than saying so."""
    if not any(cell.strip() for cell in cells[len(header) :]):
        return None
    return (
        f"the row has {len(cells)} cells under {len(header)} columns and was not read: "
        f"put texts that hold {separator!r} between quotation marks"
    )


def _rows(lines: Sequence[str], first: int, separator: str) -> Iterator[_Row]:
    """Rows as spreadsheets write them. One that runs over lines and is not well quoted opened by mistake: only its first
    line is lost, and reading starts again behind it. No line is read more than three times: what opens on one line by
    mistake closes on the next that holds such a mistake."""
    csv.field_size_limit(LARGEST_TEXT)
    while first < len(lines):
        reader = csv.reader(map(lines.__getitem__, range(first, len(lines))), delimiter=separator)
        begun = done = first
        while (row := _next(reader)) is not None:
            begun, done = done, first + reader.line_num
            if isinstance(row, str):
                yield _Row(begun, done, (), f"the row cannot be read ({row}): mend or remove it")
            elif done - begun > 1 and not _well_quoted(lines[begun:done], separator):
                why = "a quotation mark opens here and does not close with its cell: close it, or write it twice"
                yield _Row(begun, begun + 1, (), f"{why}; the line was not read")
                done = begun + 1
                break
            else:
                yield _Row(begun, done, row)
        else:
            return
        first = done


def _next(reader: Iterator[list[str]]) -> list[str] | str | None:
    """The next row, or why it cannot be read; None at the end."""
    try:
        return next(reader, None)
    except csv.Error as error:
        return str(error)


def _well_quoted(lines: Sequence[str], separator: str) -> bool:
    try:
        for _ in csv.reader(lines, delimiter=separator, strict=True):
            pass
    except csv.Error:
        return False
    return True


def _without_line_end(data: bytes, first: int, last: int, encoding: str) -> tuple[int, int]:
    ends, width = {end.encode(encoding) for end in "\r\n"}, len("\n".encode(encoding))
    while last > first and data[last - width : last] in ends:
        last -= width
    return first, last
