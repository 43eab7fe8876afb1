"""Report -> mentions: the places, actors and time expressions of every readable sentence, with their candidates."""

from according.domain.mention import Mentions
from according.domain.protocols import Gazetteer, Registry
from according.domain.report import Layout, Report
from according.mention.actors import find_actors
from according.mention.places import find_places
from according.mention.times import find_times

__all__ = ["find"]


def find(report: Report, layout: Layout, gazetteer: Gazetteer, registry: Registry) -> Mentions:
    """All mentions of one report, in text order. What is not readable (furniture, tails) is not searched."""
    actors = find_actors(report, layout, registry)
    places = find_places(report, layout, gazetteer, actors)
    return Mentions(places=places, actors=actors, times=find_times(report, layout))
