"""Input files for the commands that read, and where their problems go."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from according.app import wiring
from according.cli.output import writing
from according.domain.problem import Problem
from according.domain.report import Capture

ProblemsFile = Annotated[
    Path | None,
    typer.Option("--problems", metavar="FILE", help="Write problems here, as JSON lines, not on standard error."),
]

Tell = Callable[[Problem], None]


def captures_of(paths: Iterable[Path]) -> Iterator[Capture | Problem]:
    """What the files hold, in order; nothing is kept."""
    for path in dict.fromkeys(paths):
        yield from wiring.collect(path)


@contextmanager
def problem_lines(path: Path | None) -> Iterator[tuple[Tell, list[Problem]]]:
    """A function that writes a problem as one JSON line, and the list of those written so far."""
    told: list[Problem] = []
    with writing(path) if path is not None else _standard_error() as stream:

        def tell(problem: Problem) -> None:
            told.append(problem)
            stream.write(json.dumps(problem.as_json()) + "\n")

        yield tell, told


@contextmanager
def _standard_error() -> Iterator[TextIO]:
    yield sys.stderr
