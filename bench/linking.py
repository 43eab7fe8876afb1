"""Seconds of one processor, cost a claim and memory of dedupe, link and assess on generated input: `python bench/linking.py [1000 10000 100000]`.

Everything is drawn from one seed: a war over 120 towns at 60 happenings a day, for as many days as the wanted number of
claims takes. Each happening is told by one to eight reports, which err by a day or a few dead, round, leave out the date or
know only the province; a third of the reports are edited copies of another.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from dataclasses import replace
from datetime import date, timedelta

from according.assess import Assessor
from according.dedupe import families_of
from according.domain.actor import Actor
from according.domain.claim import Claim, Event, Figure, Quantity, Resolution
from according.domain.ids import telling_id
from according.domain.incident import Setting, Telling
from according.domain.mention import DateSpan
from according.domain.place import ResolvedPlace
from according.domain.report import Capture, Report
from according.domain.values import Bound, Category, EventType, Measure, Precision
from according.link import cluster

SEED = 20310304
TOWNS, A_DAY = 120, 60
START = date(2031, 1, 1)
TYPES = (EventType.SHELLING, EventType.AIR_STRIKE, EventType.IED, EventType.ATTACK, EventType.ARMED_CLASH)
ARMED = ("Northern Corps", "River Front", None)
SPEAKERS = ("Valley Monitor", "Rights Centre", "Health Office", None, None)
WORDS = [f"word{n}" for n in range(4000)]


class Nobody:
    """A registry that knows no actor."""

    digest = "none"

    def find(self, name: str) -> Actor | None:
        return None

    get = find

    def match(self, text: str, bare: bool = False) -> object:
        raise NotImplementedError


def towns(rng: random.Random) -> list[ResolvedPlace]:
    return [
        ResolvedPlace(
            f"bench:{n}",
            f"Town {n}",
            rng.uniform(34.0, 37.0),
            rng.uniform(36.0, 41.0),
            Precision.PLACE,
            2.0,
            "SYR",
            f"Province {n % 10}",
        )
        for n in range(TOWNS)
    ]


def tellings(wanted: int, rng: random.Random) -> tuple[list[Telling], list[Report]]:
    """About `wanted` claims in tellings of three each, and their reports."""
    places = towns(rng)
    areas = {
        p.admin1: replace(p, place_id=f"bench:{p.admin1}", precision=Precision.AREA, radius_km=50.0) for p in places
    }
    told: list[Telling] = []
    reports: list[Report] = []
    happening = 0
    while 3 * len(told) < wanted:
        day = START + timedelta(days=happening // A_DAY)
        place, kind, who = rng.choice(places), rng.choice(TYPES), rng.choice(ARMED)
        dead, hurt = rng.choice((1, 1, 2, 3, 5, 9, 14)), rng.randrange(1, 30)
        first = ""
        for n in range(rng.randrange(1, 9)):
            published = day + timedelta(days=rng.choice((0, 1, 1, 2)))
            copied = first and rng.random() < 1 / 3
            first = text = edited(first, rng) if copied else story(rng)
            publisher = f"Outlet {rng.randrange(40)}"
            report = Report.from_capture(
                Capture(
                    text,
                    f"{happening}-{n}",
                    "0" * 64,
                    0,
                    1,
                    "bench/1",
                    "",
                    publisher=publisher,
                    published=f"{published}",
                ),
                "en",
            )
            reports.append(report)
            where = areas[place.admin1] if rng.random() < 0.15 else place
            when = None if rng.random() < 0.15 else day - timedelta(days=rng.random() < 0.1)
            setting = around(happening, place, day, rng)
            told.append(telling(report, where, when, kind, who, dead + rng.choice((0, 0, 0, 1)), hurt, setting, rng))
        happening += 1
    return told, reports


def around(happening: int, place: ResolvedPlace, day: date, rng: random.Random) -> Setting:
    """Words as unevenly spread as in any language, two of four that only this happening has, a day named now and then."""
    words = {f"word {int(rng.paretovariate(0.9)) % 60_000}" for _ in range(14)}
    words |= {f"name {happening} {n}" for n in rng.sample(range(4), 2)}
    named = frozenset({100 * day.month + day.day}) if rng.random() < 0.4 else frozenset()
    places = frozenset({place.place_id})
    return Setting(frozenset(words), places, places, named, frozenset({day.weekday()}))


def story(rng: random.Random) -> str:
    return " ".join(" ".join(rng.choices(WORDS, k=18)).capitalize() + "." for _ in range(10))


def edited(text: str, rng: random.Random) -> str:
    words = text.split()
    for _ in range(6):
        words[rng.randrange(len(words))] = rng.choice(WORDS)
    return " ".join(words)


def telling(
    report: Report,
    place: ResolvedPlace,
    day: date | None,
    kind: EventType,
    who: str | None,
    dead: int,
    hurt: int,
    setting: Setting,
    rng: random.Random,
) -> Telling:
    speaker = rng.choice(SPEAKERS)
    common = {
        "report": report.id,
        "place": place.name,
        "date": DateSpan.day(day) if day else None,
        "perpetrator": who,
        "attribution": (speaker,) if speaker else (),
    }

    def counted(start: int, measure: Measure, number: int) -> Figure:
        quantity = Quantity(f"{number} people", number, number, Bound.EXACT)
        return Figure(
            start=start,
            anchor=quantity.stated,
            measure=measure,
            category=Category.PEOPLE,
            quantity=quantity,
            **common,  # type: ignore[arg-type]
        )

    claims: list[Claim] = [
        Event(start=0, anchor=kind.value, type=kind, **common),  # type: ignore[arg-type]
        counted(100, Measure.KILLED, dead),
        counted(200, Measure.INJURED, hurt),
    ]
    known = {c.id: Resolution(c.id, place, None, (None,) * len(c.attribution)) for c in claims}
    return Telling.framed(telling_id(claims[0].id), claims, known, report.published, report.publisher, setting)


def measure(wanted: int) -> None:
    made, reports = tellings(wanted, random.Random(SEED))  # noqa: S311 - a benchmark, no secret
    claims = sum(len(t.claims) for t in made)
    started = time.process_time()
    families = families_of(reports)
    deduped = time.process_time()
    clusters = cluster(made)
    linked = time.process_time()
    assessor = Assessor(families, Nobody())
    incidents = [assessor.assess(members) for members in clusters]
    done = time.process_time()
    for step, seconds in (("dedupe", deduped - started), ("link", linked - deduped), ("assess", done - linked)):
        print(
            f"{claims:>8} claims  {len(reports):>7} reports  {step:<7}{seconds:9.2f} s {seconds / claims * 1e6:8.0f} µs a claim"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{claims:>8} claims  {len(families)} families, {len(incidents)} incidents, at most {peak:.0f} MB so far")
    largest = max(clusters, key=len)
    days = [day for t in largest if t.date for day in (t.date.first, t.date.last)]
    span = (max(days) - min(days)).days + 1 if days else 0
    print(f"{claims:>8} claims  the largest incident has {len(largest)} tellings, dated within {span} days")


if __name__ == "__main__":
    for size in [int(argument) for argument in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        measure(size)
