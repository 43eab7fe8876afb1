"""What belongs together: groups the drafts of a report into happenings, each with its place (DESIGN.md, Words: telling)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from according.extract.arabic.draft import Draft, LineDrafts
from according.extract.arabic.spots import AREA, Spot, best

HEADING = 8
"""Words of the longest line that only names the place of the lines below it."""
LEAD = 2
"""Lines of a happening that may tell of its place more widely than those that follow."""


@dataclass(slots=True)
class Happening:
    """What the drafts of one happening share. `place` is the narrowest place named for it, `headline` that of its headline."""

    drafts: list[Draft] = field(default_factory=list)
    place: Spot | None = None
    headline: Spot | None = None
    background: bool = False


def happenings_of(lines: Sequence[LineDrafts]) -> list[Happening]:
    """The happenings in the order of their first draft, each with a place where the report names any before it."""
    found: list[Happening] = []
    current: Happening | None = None
    heading: Spot | None = None
    before: Spot | None = None
    for line in lines:
        if not line.drafts:
            before = best(line.spots) or before
            heading = best(line.spots) if line.spots and len(line.line) <= HEADING else None
            continue
        past: Happening | None = None
        homes: dict[int, Happening] = {}
        for draft in sorted(line.drafts, key=lambda d: (d.act is None, d.first)):
            if draft.place is None and heading is not None:
                draft.place, draft.own_place = heading, True
            home = _of_deed(draft, line.drafts, homes)
            home = home or (past if line.background else _home(draft, found, current))
            if home is None:
                home = Happening(background=line.background)
                found.append(home)
            homes[id(draft)] = home
            past = home if line.background else None
            home.drafts.append(draft)
            if draft.place is not None and (home.place is None or draft.place.width < home.place.width):
                home.place = draft.place
            home.place = home.place or (before if not home.headline else None)
            current = home if not line.background else current
            if line.background:
                heading = heading or draft.place
        if not line.background:
            heading = None
    for happening in found:
        happening.place = happening.place or happening.headline
    return found


def _of_deed(draft: Draft, drafts: Sequence[Draft], homes: dict[int, Happening]) -> Happening | None:
    """The happening of the act of its line that a figure came about by; None where it has a place of its own elsewhere."""
    deeds = [other for other in drafts if other.act is not None and id(other) in homes]
    if draft.act is not None or draft.tie is None or not deeds:
        return None
    deed = min(deeds, key=lambda other: abs(other.first - draft.first))
    hit = draft.tie.thing.facility
    if hit or draft.place is None or deed.place is None or same_place(draft.place, deed.place):
        return homes[id(deed)]
    return None


def _home(draft: Draft, found: Sequence[Happening], current: Happening | None) -> Happening | None:
    """The happening that a draft belongs to; None where it opens one of its own."""
    if current is None:
        return None
    place = draft.place
    if not draft.headline and all(d.headline for d in current.drafts):
        # the text below a headline knows the place better
        current.headline, current.place = current.place, None
        return current
    if place is None or current.place is None or same_place(place, current.place):
        return current
    for happening in reversed(found):
        if not happening.background and happening.place is not None and same_place(place, happening.place):
            return happening
    wide = current.place.width >= AREA and len({d.line.index for d in current.drafts}) <= LEAD
    return current if place.width >= AREA or wide else None


def same_place(a: Spot, b: Spot) -> bool:
    """Whether two names share a telling word."""
    return bool(a.key & b.key)
