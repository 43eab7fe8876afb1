"""Names and descriptions of known actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from according.domain.actor import Actor
from according.domain.mention import ActorMention
from according.domain.protocols import Registry
from according.mention.acting_arabic import acts
from according.mention.surface import Surface
from according.vocab.actors.theatres import fitting, is_bare, theatres_of


def find_actors(surface: Surface, registry: Registry) -> tuple[ActorMention, ...]:
    """The actors that readable sentences name, in text order; offsets are those of the surface.

    A word that many actors share ("the army") stands for those whose theatre the report is about; it is no mention
    where the report's words name none. In Arabic a people's adjective names its forces behind what they fight with
    ("بقصف تركي").
    """
    theatres = theatres_of(surface.text)
    arabic = surface.clean is not None
    return tuple(
        mention
        for begin, stop in surface.sentences
        for mention in _in_sentence(surface.text, begin, stop, registry, theatres, arabic)
    )


def _in_sentence(
    text: str, begin: int, stop: int, registry: Registry, theatres: Sequence[str], arabic: bool
) -> Iterator[ActorMention]:
    for start, end, actors in registry.match(text[begin:stop], bare=arabic):
        start, end = begin + start, begin + end
        anchor = text[start:end]
        meant: Sequence[Actor] = fitting(actors, anchor, theatres)
        if arabic and meant and all(is_bare(actor, anchor) for actor in meant) and not acts(text, begin, start, end):
            continue
        if meant:
            yield ActorMention(start, anchor, tuple(actor.id for actor in meant))
