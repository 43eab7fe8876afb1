"""Hand-made claims and tellings about invented places, for the tests of link and assess."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from according.domain.actor import Actor
from according.domain.claim import Claim, Event, Figure, Quantity, Resolution
from according.domain.ids import telling_id
from according.domain.incident import Telling
from according.domain.mention import DateSpan
from according.domain.place import ResolvedPlace
from according.domain.values import ActorKind, Bound, Category, EventType, Measure, Modality, Precision

ALPHA = ResolvedPlace("test:alpha", "Alpha", 35.0, 36.0, Precision.PLACE, 2.0, "SYR", "Inland")
BETA = ResolvedPlace("test:beta", "Beta", 35.07, 36.06, Precision.PLACE, 2.0, "SYR", "Inland")
"""Nine kilometres from Alpha."""
GAMMA = ResolvedPlace("test:gamma", "Gamma", 36.0, 38.0, Precision.PLACE, 2.0, "SYR", "Coast")
"""Over two hundred kilometres away."""
INLAND = ResolvedPlace("test:inland", "Inland", 35.1, 36.1, Precision.AREA, 40.0, "SYR", "Inland")
DAY = date(2031, 3, 4)

FORCES = Actor("forces", "Northern Corps", ActorKind.STATE_FORCES, "north", aliases=("the corps",))
RIVALS = Actor("rivals", "River Front", ActorKind.ARMED_GROUP, "river")
MONITOR = Actor("monitor", "Valley Monitor", ActorKind.MONITOR, None, descriptions=("a monitoring group",))


class Registry:
    """Knows the three actors above by label, alias and description."""

    digest = "test"

    def find(self, name: str) -> Actor | None:
        wanted = name.casefold().removeprefix("the ")
        for actor in (FORCES, RIVALS, MONITOR):
            if wanted in {
                n.casefold().removeprefix("the ") for n in (actor.label, *actor.aliases, *actor.descriptions)
            }:
                return actor
        return None

    def get(self, label: str) -> Actor | None:
        return next((actor for actor in (FORCES, RIVALS, MONITOR) if actor.label == label), None)

    def match(self, text: str, bare: bool = False) -> object:
        raise NotImplementedError


def day(n: int) -> DateSpan:
    """The n-th of March 2031."""
    return DateSpan.day(date(2031, 3, n))


def figure(
    low: int | None,
    high: int | None = None,
    measure: Measure = Measure.KILLED,
    category: Category = Category.PEOPLE,
    *,
    least: bool = False,
    by: Sequence[str] = (),
    modality: Modality = Modality.ASSERTED,
    **more: object,
) -> Figure:
    """`figure(4)`: four people were killed. `least`: at least so many. Low None and high None: dozens."""
    vague = low is None and high is None
    top = None if least else high if high is not None else low
    bound = None if vague else Bound.AT_LEAST if least else Bound.EXACT if low == top else Bound.AT_MOST
    words = f"{'at least ' if least else ''}{low if low is not None else 'dozens'} {category.value}"
    quantity = Quantity(words, low, top, bound, vague)
    return Figure(
        report="",
        start=0,
        anchor=words,
        measure=measure,
        category=category,
        quantity=quantity,
        attribution=tuple(by),
        modality=modality,
        **more,  # type: ignore[arg-type]
    )


def event(
    type: EventType = EventType.SHELLING,
    *,
    by: Sequence[str] = (),
    perpetrator: str | None = None,
    modality: Modality = Modality.ASSERTED,
    **more: object,
) -> Event:
    return Event(
        report="",
        start=0,
        anchor=type.value,
        type=type,
        attribution=tuple(by),
        perpetrator=perpetrator,
        modality=modality,
        **more,  # type: ignore[arg-type]
    )


def telling(
    *claims: Claim,
    report: str = "r1",
    publisher: str | None = "Herald",
    published: str | None = "2031-03-05",
    place: ResolvedPlace | None = ALPHA,
    written: str | None = None,
    when: DateSpan | None = DateSpan(DAY, DAY),  # noqa: B008 - a frozen value
    start: int = 0,
) -> Telling:
    """The claims as one telling of a report, one after the other from `start` on, with names resolved by Registry.

    A claim's own date and `place` hold; `part_of` names the number of the bigger claim in the telling ("0").
    """
    placed: list[Claim] = []
    for n, claim in enumerate(claims):
        written_place = claim.place or written or (place.name if place else None)
        placed.append(
            replace(claim, report=report, start=start + 100 * n, date=claim.date or when, place=written_place)
        )
    for n, claim in enumerate(placed):
        if isinstance(claim, Figure) and claim.part_of is not None:
            placed[n] = replace(claim, part_of=placed[int(claim.part_of)].id)
    name = telling_id(placed[0].id)
    placed = [replace(claim, telling=name) for claim in placed]
    registry = Registry()

    def label(words: str | None) -> str | None:
        actor = registry.find(words) if words else None
        return actor.label if actor else None

    resolutions = {
        c.id: Resolution(c.id, place, label(c.perpetrator), tuple(label(speaker) for speaker in c.attribution))
        for c in placed
    }
    return Telling.framed(name, placed, resolutions, published, publisher)
