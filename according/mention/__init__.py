"""Report -> mentions: the places, actors and time expressions of every readable sentence, with their candidates."""

from dataclasses import replace
from typing import TypeVar

from according.domain.mention import ActorMention, Mentions, PlaceMention, TimeMention
from according.domain.protocols import Gazetteer, Registry
from according.domain.report import Layout, Report
from according.mention.actors import find_actors
from according.mention.places import find_places
from according.mention.report_day import report_day
from according.mention.surface import Surface, surface_of
from according.mention.times import find_times

__all__ = ["find"]

_Mention = TypeVar("_Mention", PlaceMention, ActorMention, TimeMention)


def find(report: Report, layout: Layout, gazetteer: Gazetteer, registry: Registry) -> Mentions:
    """All mentions of one report, in text order. What is not readable (furniture, tails) is not searched.

    Arabic is searched in its clean spelling; anchors and offsets are always those of the report's own text.
    """
    surface = surface_of(report, layout)
    actors = find_actors(surface, registry)
    places = find_places(surface, gazetteer, actors)
    day = report_day(surface, layout)
    times = find_times(surface, day)
    return Mentions(_raw(surface, places), _raw(surface, actors), _raw(surface, times), day)


def _raw(surface: Surface, mentions: tuple[_Mention, ...]) -> tuple[_Mention, ...]:
    if surface.clean is None:
        return mentions
    found = []
    for mention in mentions:
        start, anchor = surface.raw(mention.start, mention.end)
        found.append(replace(mention, start=start, anchor=anchor))
    return tuple(found)
