"""Compares the incidents that come out with those that the samples' author planned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from according.text.fold import fold
from tests.samples.expected import Line


@dataclass(frozen=True, slots=True)
class Difference:
    """One aspect of a planned incident that came out otherwise."""

    aspect: str
    wanted: object
    got: object

    def __str__(self) -> str:
        return f"{self.aspect}: planned {self.wanted}, came out {self.got}"


def paired(planned: Sequence[Line], found: Sequence[Line]) -> dict[str, Line | None]:
    """Each planned incident's name with the one that came out for it, None where none did; each is taken once.

    The best fitting pairs first: the same main type, then most reports in common, then fewest others.
    """
    edges = []
    for n, plan in enumerate(planned):
        for m, incident in enumerate(found):
            theirs = reports_of(incident)
            common = len(theirs & set(plan["reports"]))
            if common:
                other_type = plan["types"][0] not in incident["types"][:1]
                edges.append((other_type, -common, len(theirs) - common, not _same_day(plan, incident), n, m))
    out: dict[str, Line | None] = {plan["incident"]: None for plan in planned}
    taken: set[int] = set()
    for *_, n, m in sorted(edges):
        name = planned[n]["incident"]
        if out[name] is None and m not in taken:
            out[name] = found[m]
            taken.add(m)
    return out


def reports_of(incident: Line) -> set[str]:
    return {report["id"] for report in incident["reports"]}


def _same_day(plan: Line, incident: Line) -> bool:
    return bool(plan["date_start"] == incident["date_start"])


def differences(plan: Line, got: Line | None, unread: frozenset[str]) -> Iterator[Difference]:
    """Every aspect in which an incident is not as planned. Reports in `unread` are in a language that nobody reads yet."""
    if got is None:
        yield Difference("reports", plan["reports"], "no such incident")
        return
    reports = sorted(set(plan["reports"]) - unread)
    if sorted(reports_of(got)) != reports:
        yield Difference("reports", reports, sorted(reports_of(got)))
    if plan["types"][0] not in got["types"][:1]:
        yield Difference("type", plan["types"][0], got["types"])
    if not _same_place(plan["place"], got["place"]) or got["country"] != "SYR":
        yield Difference("place", plan["place"], f"{got['place']}, {got['country']}")
    if not _within(plan, got):
        yield Difference("date", _days(plan), _days(got))
    if set(plan["perpetrators"]) != set(got["perpetrators"]):
        yield Difference("perpetrators", plan["perpetrators"], got["perpetrators"])
    for measure in ("killed", "injured"):
        if measure in plan and not _same_range(plan[measure], got[measure]):
            yield Difference(measure, plan[measure], got[measure])
    origins = [origin["name"] for origin in got["origins"]]
    if not _same_origins(plan["origins"], origins) and not unread & set(plan["reports"]):
        yield Difference("origins", plan["origins"], origins)
    if "disputes" in plan:
        yield from _disputes(plan["disputes"], got["disputes"])
    if plan.get("grade") not in (None, got["grade"]):
        yield Difference("grade", plan["grade"], got["grade"])


def _same_place(wanted: str, got: str | None) -> bool:
    """Whether one name holds the other: "near Harim", "the town of Sarmin"."""
    ours, theirs = _words(wanted), _words(got)
    return bool(theirs) and (ours <= theirs or theirs <= ours)


def _within(plan: Line, got: Line) -> bool:
    """Whether the days that came out lie within those planned; no day where none was told."""
    if plan["date_start"] is None or got["date_start"] is None:
        return plan["date_start"] is got["date_start"]
    return bool(plan["date_start"] <= got["date_start"] and got["date_end"] <= plan["date_end"])


def _days(incident: Line) -> str:
    return f"{incident['date_start']}/{incident['date_end']}"


def _same_range(wanted: Mapping[str, object] | None, got: Mapping[str, object] | None) -> bool:
    """In all that the plan says of it."""
    if wanted is None or got is None:
        return wanted is got
    return all(got[key] == value for key, value in wanted.items())


def _same_origins(wanted: Sequence[str], got: Sequence[str]) -> bool:
    """As many, each planned one beside one that came out: an unnamed speaker may lose its "his" and get a number."""
    left = [_words(re.sub(r" \(\d+\)$", "", name)) for name in got]
    for words in map(_words, wanted):
        match = next((other for other in left if words <= other or other <= words), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _words(name: str | None) -> frozenset[str]:
    return frozenset(fold(name or "").split())


def _disputes(wanted: Sequence[Line], got: Sequence[Line]) -> Iterator[Difference]:
    """Each planned dispute is there between those whom the plan names, and no other kind of dispute is."""
    for dispute in wanted:
        sides = [set(other["between"]) for other in got if other["kind"] == dispute["kind"]]
        if not any(set(dispute["between"]) <= side for side in sides):
            yield Difference(f"{dispute['kind']} dispute", dispute["between"], [sorted(side) for side in sides])
    for kind in sorted({other["kind"] for other in got} - {dispute["kind"] for dispute in wanted}):
        yield Difference(f"{kind} dispute", "none", [other["between"] for other in got if other["kind"] == kind])
