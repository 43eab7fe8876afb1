"""Where a clause of a line ends: what is denied, feared or planned reaches no further."""

from __future__ import annotations

from according.extract.arabic.line import STOPS, Line
from according.extract.arabic.sayings import Heard, listed

_COMMAS = frozenset("،,")


def clause_end(line: Line, heard: Heard, start: int) -> int:
    """The last word of the clause that goes on at a word: up to a stop, another clause's opener or verb, or a comma.

    "and" with a noun passes a comma: it is one more of the same.
    """
    for at in range(start, len(heard)):
        stem = heard.stems[at]
        if stem in STOPS or (at > start and heard.length(listed("breaks"), at)):
            return at - 1
        if stem in _COMMAS and at > start and not _goes_on(heard, at + 1):
            return at - 1
        if at > start and ((heard.joined(at) and heard.verb(at) is not None) or (line.joined(at) and _does(line, at))):
            return at - 1
    return len(heard) - 1


def _does(line: Line, at: int) -> bool:
    """Whether a verb of harm or of an act stands there."""
    tie, act = line.harms.get(at), line.acts.get(at)
    return (tie is not None and tie[1].verb) or (act is not None and act[1].verb)


def clause_start(heard: Heard, end: int) -> int:
    """The first word of the clause in which a word stands."""
    for at in range(end, -1, -1):
        stem = heard.stems[at]
        if stem in STOPS or stem in _COMMAS or heard.length(listed("that"), at) or heard.length(listed("breaks"), at):
            return at + 1
    return 0


def _goes_on(heard: Heard, at: int) -> bool:
    """Whether "and" with a noun follows a comma: one more of the same."""
    return at < len(heard) and heard.joined(at) and heard.verb(at) is None
