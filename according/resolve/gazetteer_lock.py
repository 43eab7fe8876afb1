"""One compiler at a time: several commands that find the gazetteer missing would each take a minute of the machine."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ABANDONED = 3600
"""Seconds after which nobody is still writing a file that is compiled in one minute."""


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Holds what others wait for that compile the file at `path`; also takes away what compilers left that were ended.

    Where there are no such locks, or none can be made, nobody waits: the file is still put in place whole.
    """
    lock = path.with_name(f".{path.name}.lock")
    try:
        import fcntl

        path.parent.mkdir(parents=True, exist_ok=True)
        held = lock.open("a")
    except (ImportError, OSError):
        yield
        return
    with held:
        fcntl.flock(held, fcntl.LOCK_EX)
        for left in path.parent.glob(f".{path.name}.*.new"):
            if time.time() - left.stat().st_mtime > ABANDONED:
                left.unlink(missing_ok=True)
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)
