"""The parts that reading needs, chosen once by `wiring` and handed to the use cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from according.domain.protocols import Gazetteer, Reader, Registry


@dataclass(frozen=True, slots=True)
class Parts:
    """`readers` by language ("en"); a report in a language that is not among them becomes a problem, not a guess."""

    readers: Mapping[str, Reader]
    gazetteer: Gazetteer
    registry: Registry


class NoProgress:
    """Tells nobody anything; for scripts, tests and libraries."""

    def start(self, label: str, total: int | None) -> None: ...

    def advance(self, n: int = 1) -> None: ...

    def done(self) -> None: ...
