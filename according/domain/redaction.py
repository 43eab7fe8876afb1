"""Words that were taken out of a report for good: what is left is who did so, when, why and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from according.domain.ids import digest


@dataclass(frozen=True, slots=True)
class Redaction:
    """A tombstone. The words themselves are nowhere in it.

    `spans` are offsets into the report's text, `parts` what else of the report held the words ("title"); `whole` = nothing
    of the report was kept but its id, its day and where its bytes were. `at` is an ISO date and time in UTC.
    """

    id: str
    report: str
    who: str
    at: str
    why: str
    whole: bool
    spans: tuple[tuple[int, int], ...] = ()
    parts: tuple[str, ...] = ()

    @classmethod
    def made(
        cls,
        report: str,
        who: str,
        at: str,
        why: str,
        *,
        whole: bool,
        spans: Iterable[tuple[int, int]] = (),
        parts: Iterable[str] = (),
    ) -> Redaction:
        """A redaction under the id of its content."""
        places, named = tuple(spans), tuple(parts)
        own = digest("redaction", report, who, at, why, whole, [list(span) for span in places], list(named))
        return cls(own, report, who, at, why, whole, places, named)
