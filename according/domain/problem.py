"""What went wrong with which input, and why: a value beside the results, never an exception that ends a run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be done.

    `code` is a short stable name ("bad-json", "no-reader"), `what` the input it concerns (a file, a line of it, a
    report id), `why` a sentence that says what to do.
    """

    code: str
    what: str
    why: str
    report: str | None = None
    line: int | None = None

    def as_json(self) -> dict[str, object]:
        return {
            "problem": self.code,
            "what": self.what,
            "why": self.why,
            "report": self.report,
            "line": self.line,
        }
