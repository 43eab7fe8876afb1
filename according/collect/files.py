"""Files of reports: .txt, .html, .jsonl, .csv, and folders of them.

Nothing a file holds makes this raise: what cannot be read is a Problem that says what to do, and the rest goes on.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from according.collect.encoding import decode, is_binary
from according.domain.problem import Problem
from according.domain.report import Capture, Snapshot

Keep = Callable[[bytes, str], Snapshot]
LARGEST_FILE = 2_000_000_000
"""Bytes of a file that are taken at once; larger collections are to be split."""
LARGEST_TEXT = 32_000_000
"""Bytes of one report. A book is smaller; more is a mistake or an attack."""
KEYS = ("id", "text", "title", "publisher", "published", "url", "lang")


def collect(path: Path, keep: Keep) -> Iterator[Capture | Problem]:
    """The captures of a file, or of every readable file under a folder, in name order; `keep` stores each file's bytes."""
    try:
        if path.is_dir():
            yield from _folder(path, keep)
        elif not path.exists():
            yield Problem("missing-file", str(path), "there is no such file: check the path")
        elif not path.is_file():
            yield Problem("not-a-file", str(path), "this is no regular file: give a file or a folder")
        else:
            yield from _file(path, keep)
    except OSError as error:
        yield _cannot(path, error)


def _cannot(path: Path, error: OSError) -> Problem:
    return Problem(
        "unreadable-file", str(path), f"it cannot be read ({error.strerror or error}): check its permissions"
    )


def _folder(folder: Path, keep: Keep) -> Iterator[Capture | Problem]:
    found = False
    errors: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=errors.append, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root) / name
            if path.suffix.lower() in _READERS and not name.startswith("."):
                found = True
                try:
                    yield from _file(path, keep)
                except OSError as error:
                    yield _cannot(path, error)
    for failure in errors:
        yield _cannot(Path(failure.filename or folder), failure)
    if not found and not errors:
        kinds = ", ".join(sorted(_READERS))
        yield Problem("empty-folder", str(folder), f"no reports in this folder: According reads {kinds}")


def _file(path: Path, keep: Keep) -> Iterator[Capture | Problem]:
    name = str(path)
    size = path.stat().st_size
    if size == 0:
        yield Problem("empty-file", name, "the file is empty: nothing to read")
        return
    if size > LARGEST_FILE:
        yield Problem("file-too-large", name, f"{size:,} bytes are too many for one file: split it")
        return
    data = path.read_bytes()
    if is_binary(data):
        yield Problem("binary-file", name, "this is no text: According reads .txt, .html, .jsonl and .csv")
        return
    reader = _READERS.get(path.suffix.lower(), _text)
    try:
        snapshot = keep(data, path.name)
    except OSError as error:
        why = f"its bytes could not be kept ({error.strerror or error}): nothing of it was read; free or choose another place and run again"
        yield Problem("snapshot-failed", name, why)
        return
    if reader is not _jsonl:
        text, encoding = decode(data)
        if encoding not in ("utf-8", "utf-8-sig", "utf-16"):
            yield Problem(
                "encoding",
                name,
                f"the file is not UTF-8: it was read as {encoding}; save it as UTF-8 if letters look wrong",
            )
        if not text.strip():
            yield Problem("empty-file", name, "the file holds no words: nothing to read")
            return
    yield from reader(data, path, snapshot)


def _text(data: bytes, path: Path, snapshot: Snapshot) -> Iterator[Capture | Problem]:
    if len(data) > LARGEST_TEXT:
        yield _too_long(str(path), len(data))
        return
    text, _ = decode(data)
    yield Capture(text, path.stem, snapshot.sha256, 0, len(data), "text/1", str(path))


def _html(data: bytes, path: Path, snapshot: Snapshot) -> Iterator[Capture | Problem]:
    if len(data) > LARGEST_TEXT:
        yield _too_long(str(path), len(data))
        return
    import trafilatura

    page, _ = decode(data)
    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, include_tables=True)
    if isinstance(found, dict):  # never with the default output; the library's signature allows it
        found = None
    text = (found.text or "").strip() if found is not None else ""
    if found is None or not text:
        yield Problem("no-text-in-page", str(path), "no article was found in this page: save its text as .txt instead")
        return
    yield Capture(
        text,
        path.stem,
        snapshot.sha256,
        0,
        len(data),
        f"trafilatura/{trafilatura.__version__}",
        str(path),
        title=found.title or None,
        publisher=found.sitename or None,
        published=_day(found.date),
        url=found.url or None,
        lang=found.language or None,
    )


def _jsonl(data: bytes, path: Path, snapshot: Snapshot) -> Iterator[Capture | Problem]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = decode(data)[0].encode()
    start, number, told = (3 if data.startswith(b"\xef\xbb\xbf") else 0), 0, False
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        number += 1
        line = data[start:end]
        if line.strip():
            try:
                words = line.decode("utf-8")
            except UnicodeDecodeError:
                words, encoding = decode(line)
                if not told:
                    yield Problem(
                        "encoding",
                        str(path),
                        f"line {number} is not UTF-8: it was read as {encoding}; save the file as UTF-8",
                        line=number,
                    )
                    told = True
            yield _line(words, len(line), path, number, snapshot, start, end)
        start = end + 1


def _line(
    words: str, size: int, path: Path, number: int, snapshot: Snapshot, start: int, end: int
) -> Capture | Problem:
    what = f"{path}, line {number}"
    if size > LARGEST_TEXT:
        return _too_long(what, size, number)
    try:
        row = json.loads(words)
    except (json.JSONDecodeError, RecursionError) as error:
        where = f" at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else ""
        return Problem(
            "bad-json", what, f"the line is no JSON{where}: mend or remove it; the other lines were read", line=number
        )
    if not isinstance(row, dict):
        return Problem("bad-json", what, 'the line is no JSON object: write {"id": ..., "text": ...}', line=number)
    return _row(row, what, number, snapshot, start, end, "jsonl/1", str(path))


def _row(
    row: Mapping[str, object],
    what: str,
    number: int,
    snapshot: Snapshot,
    start: int,
    end: int,
    extractor: str,
    source: str,
) -> Capture | Problem:
    """One record of a table of reports; every key but KEYS is ignored."""
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return Problem("no-text", what, 'there is no "text" with words in it: nothing to read', line=number)
    given = {key: _word(row.get(key)) for key in KEYS if key != "text"}
    published = given["published"]
    if published is not None and _day(published) is None:
        return Problem(
            "bad-date",
            what,
            f'"published" is {published!r}: write an ISO date such as 2031-03-09, or leave it out',
            line=number,
        )
    return Capture(
        text,
        given["id"] or f"line-{number}",
        snapshot.sha256,
        start,
        end,
        extractor,
        source,
        title=given["title"],
        publisher=given["publisher"],
        published=published,
        url=given["url"],
        lang=given["lang"],
    )


def _word(value: object) -> str | None:
    if value is None or isinstance(value, dict | list):
        return None
    return str(value).strip() or None


def _day(value: str | None) -> str | None:
    """The value where it is an ISO date, or date and time; else None."""
    try:
        datetime.fromisoformat((value or "").replace("Z", "+00:00"))
    except ValueError:
        return None
    return value


def _csv(data: bytes, path: Path, snapshot: Snapshot) -> Iterator[Capture | Problem]:
    text, _ = decode(data)
    csv.field_size_limit(LARGEST_TEXT)
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(
            text[:4096].split("\n", 1)[0], delimiters=",;\t|"
        )
    except csv.Error:
        dialect = csv.excel
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=dialect.delimiter)
    names = {(name or "").strip().lower(): name for name in rows.fieldnames or []}
    if "text" not in names:
        yield Problem(
            "bad-csv",
            str(path),
            f'no column is called "text" (found: {", ".join(names) or "none"}): name the columns {", ".join(KEYS)}',
        )
        return
    number = 1
    try:
        for number, row in enumerate(rows, start=2):
            record = {key: row.get(names[key]) for key in KEYS if key in names}
            yield _row(record, f"{path}, row {number}", number, snapshot, 0, len(data), "csv/1", str(path))
    except csv.Error as error:
        yield Problem(
            "bad-csv",
            str(path),
            f"after row {number} the table cannot be read ({error}): the rows before it were",
            line=number,
        )


def _too_long(what: str, size: int, number: int | None = None) -> Problem:
    return Problem(
        "report-too-long",
        what,
        f"one report of {size:,} bytes is too long (at most {LARGEST_TEXT:,}): split it",
        line=number,
    )


_READERS: dict[str, Callable[[bytes, Path, Snapshot], Iterator[Capture | Problem]]] = {
    ".txt": _text,
    ".html": _html,
    ".htm": _html,
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
    ".csv": _csv,
    ".tsv": _csv,
}
