"""JSON lines and CSV rows as bytes that are the same on every run and safe to open."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A text cell that starts with one of these, blanks aside, is run as a formula by spreadsheet programs."""


def json_line(value: object) -> str:
    """One line of JSON with its line end; keys in the order given, text as it is.

    Half a surrogate pair, which UTF-8 cannot carry, is written as an escape instead.
    """
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        line = json.dumps(value, ensure_ascii=True, allow_nan=False)
    return line + "\n"


def csv_lines(header: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """A header line, then one line a row; lists joined with "; ", None empty, formulas quoted."""
    yield _csv_line(header)
    for row in rows:
        yield _csv_line([csv_cell(row.get(key)) for key in header])


def csv_cell(value: object) -> str:
    """The text of one cell. Numbers stay as they are; text that a spreadsheet would run gets a leading apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    text = text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "")
    return "'" + text if text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS) else text


def _csv_line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
