"""Files of reports: .txt, .html, .jsonl, .csv, and folders of them.

Nothing a file holds makes this raise: what cannot be read is a Problem that says what to do, and the rest goes on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from according.collect.encoding import declared, doubt, encoding_of, mark_of, no_text
from according.collect.jsonl import read_jsonl
from according.collect.page import LARGEST_PAGE, article_of
from according.collect.records import LARGEST_TEXT, mend, too_long
from according.collect.table import read_table
from according.domain.problem import Problem
from according.domain.report import Capture, Snapshot

Keep = Callable[[bytes, str], Snapshot]
Items = Iterator[Capture | Problem]
LARGEST_FILE = 2_000_000_000
"""Bytes of a file that are taken at once; larger collections are to be split."""


def collect(path: Path, keep: Keep) -> Items:
    """The captures of a file, or of every readable file under a folder, in name order; `keep` stores each file's bytes."""
    try:
        if path.is_dir():
            yield from _folder(path, keep)
        elif not path.exists():
            yield Problem("missing-file", _name(path), "there is no such file: check the path")
        elif path.suffix.lower() not in READERS:
            why = f"According reads {_kinds()}: save its text as one of them, unpack what is packed"
            yield Problem("unknown-kind", _name(path), why)
        else:
            yield from _file(path, keep)
    except OSError as error:
        yield _cannot(path, error)


def _folder(folder: Path, keep: Keep) -> Items:
    found, others = 0, []
    errors: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=errors.append, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(root) / name
            if path.suffix.lower() not in READERS or not path.suffix:
                others.append(name)
                continue
            found += 1
            try:
                yield from _file(path, keep)
            except OSError as error:
                yield _cannot(path, error)
    yield from (_cannot(Path(error.filename or folder), error) for error in errors)
    if others:
        shown = ", ".join(map(mend, others[:3])) + (", ..." if len(others) > 3 else "")
        why = f"not read, for they are of other kinds: {shown} ({len(others)} in all); According reads {_kinds()}"
        yield Problem("unknown-kind", _name(folder), why)
    elif not found and not errors:
        yield Problem("empty-folder", _name(folder), f"there are no reports in this folder: According reads {_kinds()}")


def _file(path: Path, keep: Keep) -> Items:
    name = _name(path)
    if not path.is_file():
        yield Problem("not-a-file", name, "this is no regular file: give a file or a folder")
        return
    size = path.stat().st_size
    if size > LARGEST_FILE:
        yield Problem("file-too-large", name, f"{size:,} bytes are too many for one file: split it")
        return
    data = path.read_bytes()
    if not data.strip():
        yield Problem("empty-file", name, "the file is empty: nothing to read")
        return
    kind = no_text(data)
    if kind is not None:
        yield Problem(
            "binary-file", name, f"this is {kind}, no text: According reads {_kinds()}; save its text as .txt"
        )
        return
    try:
        snapshot = keep(data, mend(path.name))
    except OSError as error:
        why = f"its bytes could not be kept ({error.strerror or error}), so nothing of it was read: make room or name another place for the ledger, and run again"
        yield Problem("snapshot-failed", name, why)
        return
    yield from READERS[path.suffix.lower()](data, path, snapshot)


def _text(data: bytes, path: Path, snapshot: Snapshot) -> Items:
    if len(data) > LARGEST_TEXT:
        code, why = too_long(len(data))
        yield Problem(code, _name(path), why)
        return
    text, problem = _decode(data, _name(path))
    if problem is not None:
        yield problem
    if not text.strip():
        yield Problem("empty-file", _name(path), "the file holds no words: nothing to read")
        return
    yield Capture(text, mend(path.stem), snapshot.sha256, 0, len(data), "text/1", _name(path))


def _html(data: bytes, path: Path, snapshot: Snapshot) -> Items:
    import trafilatura

    if len(data) > LARGEST_PAGE:
        why = f"a page of {len(data):,} bytes is too long (at most {LARGEST_PAGE:,}): save its text as .txt"
        yield Problem("report-too-long", _name(path), why)
        return
    page, problem = _decode(data, _name(path), None if mark_of(data)[1] else declared(data))
    if problem is not None:
        yield problem
    try:
        article = article_of(page)
    except Exception as error:  # a page is made by anybody, and the parser beneath is not ours
        why = f"the page cannot be taken apart ({type(error).__name__}): save its text as .txt instead"
        yield Problem("bad-page", _name(path), why)
        return
    if article is None:
        yield Problem(
            "no-text-in-page", _name(path), "no article was found in this page: save its text as .txt instead"
        )
        return
    found = {key: mend(value) if value else value for key, value in article.items()}
    yield Capture(
        found["text"] or "",
        mend(path.stem),
        snapshot.sha256,
        0,
        len(data),
        f"trafilatura/{trafilatura.__version__}",
        _name(path),
        title=found["title"],
        publisher=found["publisher"],
        published=found["published"],
        url=found["url"],
        lang=found["lang"],
    )


def _decode(data: bytes, name: str, said: str | None = None) -> tuple[str, Problem | None]:
    """The text, and a Problem where its encoding is in doubt. `said` is the encoding that the file declares."""
    encoding, skip = (said, 0) if said is not None else encoding_of(data)
    doubtful = doubt(data, encoding, skip) if said is None else None
    problem = Problem("encoding", name, doubtful) if doubtful is not None else None
    return data[skip:].decode(encoding, "replace"), problem


def _cannot(path: Path, error: OSError) -> Problem:
    why = f"it cannot be read ({error.strerror or error}): check its permissions"
    return Problem("unreadable-file", _name(path), why)


def _name(path: Path) -> str:
    return mend(str(path))


def _kinds() -> str:
    return ", ".join(kind for kind in READERS if kind)


def _lines(data: bytes, path: Path, snapshot: Snapshot) -> Items:
    return read_jsonl(data, _name(path), snapshot.sha256)


def _table(data: bytes, path: Path, snapshot: Snapshot) -> Items:
    return read_table(data, _name(path), snapshot.sha256)


READERS: dict[str, Callable[[bytes, Path, Snapshot], Items]] = {
    ".txt": _text,
    ".html": _html,
    ".htm": _html,
    ".jsonl": _lines,
    ".ndjson": _lines,
    ".csv": _table,
    ".tsv": _table,
    "": _text,
}
"""A new kind of file is one function and one line here. A file named on the command line may lack an ending: it is text."""
