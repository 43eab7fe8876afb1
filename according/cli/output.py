"""Where results go: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from according.cli.console import stop

Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", help="Write here instead of standard output."),
]


@contextmanager
def writing(path: Path | None) -> Iterator[TextIO]:
    """A stream for text. A file is written aside and renamed at the end: never half a new one, never a lost old one."""
    if path is None or str(path) == "-":
        yield sys.stdout
        return
    if path.is_dir():
        stop(f"{path} is a folder: name a file to write to")
    if not path.parent.is_dir():
        stop(f"there is no folder {path.parent} to write {path.name} into")
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    aside = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with aside.open("w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(path)
    except OSError as error:
        if error.errno is None or error.filename not in (None, str(aside)):
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        aside.unlink(missing_ok=True)
