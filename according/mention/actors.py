"""Names and descriptions of known actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from according.domain.actor import Actor
from according.domain.mention import ActorMention
from according.domain.protocols import Registry
from according.domain.report import Layout, Report
from according.vocab.actors.theatres import fitting, theatres_of


def find_actors(report: Report, layout: Layout, registry: Registry) -> tuple[ActorMention, ...]:
    """The actors that readable sentences name, in text order.

    A word that many actors share ("the army") stands for those whose theatre the report is about; it is no mention
    where the report's words name none.
    """
    theatres = theatres_of(report.text)
    return tuple(
        mention
        for sentence in layout.sentences
        if sentence.readable
        for mention in _in_sentence(report.text[sentence.start : sentence.end], sentence.start, registry, theatres)
    )


def _in_sentence(words: str, at: int, registry: Registry, theatres: Sequence[str]) -> Iterator[ActorMention]:
    for start, end, actors in registry.match(words):
        anchor = words[start:end]
        meant: Sequence[Actor] = fitting(actors, anchor, theatres)
        if meant:
            yield ActorMention(at + start, anchor, tuple(actor.id for actor in meant))
