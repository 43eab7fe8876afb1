"""Denials of what was told before: "نفت الوزارة ذلك", "نفى مسؤوليته عن التفجير", "نفى استخدام قنابل عنقودية".

The codebook reads each denial as an event of the type of what is denied.
"""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.values import EventType
from according.extract.arabic.acts import Act
from according.extract.arabic.clauses import clause_end
from according.extract.arabic.lexicon import weapons
from according.extract.arabic.line import Line
from according.extract.arabic.sayings import Heard, Manner, hear, listed

_USE = frozenset(("استخدام", "استخدامه", "استخدامها", "استعمال"))
_NOT = frozenset(("لم", "لن", "لا"))


def denied_again(line: Line, named: Sequence[Act], before: EventType | None) -> list[Act]:
    """The words by which a line denies an act that it does not name itself; `before` is the type of the last act told."""
    heard = hear(line)
    found = []
    for at in range(len(line)):
        if heard.verb(at) is not Manner.DENY or heard.suffixes[at] or (at and heard.stems[at - 1] in _NOT):
            continue
        told = next((act.type for act in reversed(named) if act.last < at), before)
        end = clause_end(line, heard, at + 1)
        act = _used(line, heard, at + 1, end, told) or _restated(line, heard, at + 1, end, named, told)
        if act is not None:
            found.append(act)
    return found


def _used(line: Line, heard: Heard, start: int, end: int, told: EventType | None) -> Act | None:
    """ "استخدام غاز الكلور": the use of a weapon, an act of its type; of one that many acts have, that of the act told."""
    for at in range(start, end):
        if line.words[at].form in _USE:
            last = at
            kind: EventType | None = None
            while last + 1 <= end and (hit := line.match(weapons(), last + 1)) is not None:
                last, kind = last + hit[0], kind or hit[1]
            while last > at and last + 1 <= end and line.words[last + 1].is_arabic and last - at < 2:
                last += 1
            kind = kind if kind is EventType.CHEMICAL_WEAPON else told or kind
            return Act(at, last, kind, False, False, False, None) if last > at and kind is not None else None
    return None


def _restated(
    line: Line, heard: Heard, start: int, end: int, named: Sequence[Act], told: EventType | None
) -> Act | None:
    for at in range(start, end + 1):
        size = heard.length(listed("denied"), at)
        if not size:
            continue
        last = at + size - 1
        inside = next((act for act in named if last < act.first <= end), None)
        if inside is not None and not (line.definite(inside.first) and heard.stems[inside.first - 1] == "عن"):
            return None  # the act itself stands there
        kind = inside.type if inside is not None else told
        return Act(at, last, kind, False, False, False, None) if kind is not None else None
    return None
