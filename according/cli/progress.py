"""A progress bar on standard error, on a terminal only, and only once something takes longer than two seconds."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

PATIENCE = 2.0
"""Seconds before a bar appears."""


class Bar:
    """Satisfies Progress. Use as a context manager, so that the terminal is tidy whatever happens."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._watched = sys.stderr.isatty()
        self._label, self._done, self._since = "", 0, time.monotonic()
        self._total: int | None = None
        self._shown: RichProgress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self._hide()

    def start(self, label: str, total: int | None) -> None:
        self._hide()
        self._label, self._total, self._done, self._since = label, total, 0, time.monotonic()
        if self._patience <= 0:
            self.advance(0)

    def advance(self, n: int = 1) -> None:
        self._done += n
        if not self._watched:
            return
        if self._shown is None and time.monotonic() - self._since >= self._patience:
            self._show()
        if self._shown is not None and self._task is not None:
            self._shown.update(self._task, completed=self._done)

    def done(self) -> None:
        self._hide()

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._shown = Progress(*columns, console=Console(file=sys.stderr), transient=True, redirect_stdout=False)
        self._task = self._shown.add_task(self._label, total=self._total)
        self._shown.start()

    def _hide(self) -> None:
        if self._shown is not None:
            self._shown.stop()
        self._shown = self._task = None
