"""Collects a file of given bytes: its captures, its problems, and that every byte range lies in what was kept."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from according.collect.files import collect
from according.domain.problem import Problem
from according.domain.report import Capture, Snapshot


class Kept:
    """Remembers the bytes of every snapshot."""

    def __init__(self) -> None:
        self.bytes: dict[str, bytes] = {}

    def __call__(self, data: bytes, name: str) -> Snapshot:
        digest = sha256(data).hexdigest()
        self.bytes[digest] = data
        return Snapshot(digest, len(data), name)

    def record(self, capture: Capture) -> bytes:
        return self.bytes[capture.snapshot][capture.byte_start : capture.byte_end]


class Gathered:
    def __init__(self, path: Path) -> None:
        self.kept = Kept()
        items = list(collect(path, self.kept))
        self.captures = [item for item in items if isinstance(item, Capture)]
        self.problems = [item for item in items if isinstance(item, Problem)]
        for capture in self.captures:
            assert 0 <= capture.byte_start < capture.byte_end <= len(self.kept.bytes[capture.snapshot])
            capture.text.encode("utf-8")

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]

    @property
    def ids(self) -> list[str]:
        return [capture.given_id for capture in self.captures]

    @property
    def texts(self) -> list[str]:
        return [capture.text for capture in self.captures]

    @property
    def records(self) -> list[bytes]:
        return [self.kept.record(capture) for capture in self.captures]


Gather = Callable[[str, bytes], Gathered]


@pytest.fixture
def gather(tmp_path: Path) -> Gather:
    def gather(name: str, data: bytes) -> Gathered:
        path = tmp_path / name
        path.write_bytes(data)
        return Gathered(path)

    return gather
