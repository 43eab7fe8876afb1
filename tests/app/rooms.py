"""Small rooms in place of the real ones: a reader of "4 killed in Hass", incidents by place and nothing else.

They let a test say what is read, what fails and where a run is cut off, without parsers or tables.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace

import pytest

from according.app import reading as reading_app
from according.app import rebuild as rebuild_app
from according.app.export import Format, What, export
from according.app.parts import Parts
from according.domain.claim import Claim, Figure, Quantity, Reading, ReadReport, Resolution
from according.domain.ids import claim_id, telling_id
from according.domain.incident import Family, Incident, Origin, Range, Telling
from according.domain.mention import DateSpan, Mentions
from according.domain.place import ResolvedPlace
from according.domain.protocols import Ledger, Prepared
from according.domain.report import Capture, Layout, Report
from according.domain.values import Category, ClaimKind, Grade, Measure, Precision

_TOLL = re.compile(r"(\d+) killed in (\w+)")


@dataclass
class Rooms:
    """`asked` counts calls by room. Set `cut_off` to a room's name to have it stopped as by Ctrl-C."""

    asked: Counter[str] = field(default_factory=Counter)
    cut_off: str | None = None
    digest: str = "reader-1"
    bonus: int = 0
    """What the reader reads too much: another reading of the same words."""

    def enter(self, room: str, text: str = "") -> None:
        self.asked[room] += 1
        if self.cut_off == room:
            raise KeyboardInterrupt
        if f"{room} fails" in text:
            raise RuntimeError(f"no way through {room}")


class TollReader:
    lang = "en"

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms

    @property
    def digest(self) -> str:
        return self.rooms.digest

    def read(self, items: Iterable[Prepared]) -> Iterator[Reading]:
        for item in items:
            self.rooms.enter("reader", item.report.text)
            yield Reading(item.report.id, self.digest, tuple(self._claims(item.report)))

    def _claims(self, of: Report) -> Iterator[Claim]:
        for found in _TOLL.finditer(of.text):
            anchor, number = found[0], int(found[1]) + self.rooms.bonus
            own = claim_id(of.id, ClaimKind.FIGURE.value, found.start(), found.start() + len(anchor), "killed")
            yield Figure(
                report=of.id,
                start=found.start(),
                anchor=anchor,
                measure=Measure.KILLED,
                category=Category.PEOPLE,
                quantity=Quantity(found[1], number, number),
                place=found[2],
                date=DateSpan.day(date(2031, 3, 3)),
                telling=telling_id(own),
            )


def furnish(monkeypatch: pytest.MonkeyPatch) -> tuple[Parts, Rooms]:
    """Parts whose rooms are these, and the handle to them."""
    rooms = Rooms()

    def report_of(capture: Capture) -> Report:
        rooms.enter("clean", capture.text)
        return Report.from_capture(capture, capture.lang or "en")

    def resolve(of: Report, read: Reading, *_: object) -> ReadReport:
        rooms.enter("resolve", of.text)
        claims = () if "storing fails" in of.text else read.claims
        return ReadReport(read, {c.id: Resolution(c.id, _where(c), None, ()) for c in claims})

    def families_of(reports: Iterable[Report]) -> list[Family]:
        rooms.enter("dedupe")
        return [Family(of.id, (of.id,), of.publisher) for of in reports]

    def tellings_of(of: Report, read: ReadReport) -> list[Telling]:
        return [
            Telling(c.telling, of.id, (c,), read.resolutions, c.date, _where(c), of.published, of.publisher)
            for c in read.reading.claims
        ]

    def incidents_of(tellings: Iterable[Telling], *_: object) -> tuple[Incident, ...]:
        rooms.enter("link")
        by_place: dict[str, list[Telling]] = defaultdict(list)
        for telling in tellings:
            by_place[str(telling.claims[0].place)].append(telling)
        return tuple(_incident(sorted(members, key=lambda t: t.order)) for members in by_place.values())

    monkeypatch.setattr(reading_app, "clean", SimpleNamespace(report_of=report_of, layout_of=_layout))
    monkeypatch.setattr(reading_app, "mention", SimpleNamespace(find=lambda *_: Mentions()))
    monkeypatch.setattr(reading_app, "resolve", SimpleNamespace(resolve=resolve))
    monkeypatch.setattr(rebuild_app, "dedupe", SimpleNamespace(families_of=families_of))
    monkeypatch.setattr(rebuild_app, "link", SimpleNamespace(tellings_of=tellings_of))
    monkeypatch.setattr(rebuild_app, "incidents_of", incidents_of)
    gazetteer, registry = SimpleNamespace(digest="gazetteer-1"), SimpleNamespace(digest="registry-1")
    return Parts({"en": TollReader(rooms)}, gazetteer, registry), rooms  # type: ignore[arg-type]


def capture(text: str, n: int = 0, lang: str = "en") -> Capture:
    return Capture(text, f"r{n}", "0" * 64, n, n + 1, "jsonl/1", "in.jsonl", publisher=f"Wire {n % 3}", lang=lang)


def captures(number: int) -> list[Capture]:
    """Reports of a few places, a toll each."""
    towns = ("Hass", "Idlib", "Saraqib", "Binnish")
    return [capture(f"Invented sample: {n + 1} killed in {towns[n % 4]}.", n) for n in range(number)]


def everything(ledger: Ledger) -> str:
    """The ledger's exports, one after the other."""
    return "".join("".join(export(ledger, Format.JSONL, what)) for what in What)


def _layout(of: Report) -> Layout:
    return Layout((), None, of.lang)


def _where(claim: Claim) -> ResolvedPlace:
    return ResolvedPlace(
        f"supplement:{claim.place}", str(claim.place), 35.5, 36.5, Precision.PLACE, 2.0, "SYR", "Idlib"
    )


def _incident(cluster: Sequence[Telling]) -> Incident:
    claims = [claim for telling in cluster for claim in telling.claims]
    tolls = [claim.quantity.low or 0 for claim in claims if isinstance(claim, Figure)]
    killed = Range(min(tolls), max(tolls), tolls[-1])
    return Incident(
        id=cluster[0].id,
        tellings=tuple(telling.id for telling in cluster),
        reports=tuple((telling.report, len(telling.claims)) for telling in cluster),
        claims=tuple(claim.id for claim in claims),
        date=cluster[0].date,
        place=claims[0].place,
        where=cluster[0].place,
        types=(),
        perpetrators=(),
        killed=killed,
        injured=None,
        by_category={(Measure.KILLED, Category.PEOPLE): killed},
        origins=(Origin("Wire", tuple(sorted(telling.report for telling in cluster))),),
        accounts=(),
        disputes=(),
        grade=Grade.WEAK,
        grade_reason="one origin",
    )
