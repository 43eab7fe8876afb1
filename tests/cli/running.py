"""How the tests of this folder run commands."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]
"""A command's arguments to (exit code, standard output, standard error)."""

_DROP_FROM_BOUNDING_SET, _OVERRIDE, _READ_SEARCH = 24, 1, 2
"""Of Linux' prctl(2) and capabilities(7): root may write and read where permissions forbid it."""


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "according.cli.main", *arguments]


def run_as_anybody(*arguments: str, cwd: Path) -> tuple[int, str, str]:
    """Runs a command as a process of its own that permissions bind even where the tests run as root."""

    def bind() -> None:
        if os.geteuid() == 0:
            for capability in (_OVERRIDE, _READ_SEARCH):
                ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDING_SET, capability)

    ran = subprocess.run(command(*arguments), cwd=cwd, capture_output=True, text=True, preexec_fn=bind, check=False)
    return ran.returncode, ran.stdout, ran.stderr
