"""Which actor of the registry a perpetrator or speaker, as written, stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.domain.actor import Actor
from according.domain.protocols import Registry
from according.domain.report import Report
from according.domain.values import ActorKind
from according.vocab.actors.theatres import fitting, theatres_of

ACTING = frozenset({ActorKind.STATE_FORCES, ActorKind.ARMED_GROUP, ActorKind.MILITIA, ActorKind.COALITION})
"""Who bears arms: of two actors that one word means ("Damascus") these act, the others speak."""


class ActorChooser:
    """Resolves the names of one report. Nothing is guessed: a name that two sides share stays None."""

    def __init__(self, report: Report, registry: Registry) -> None:
        self._registry = registry
        self._theatres = theatres_of(report.text)
        self._seen: dict[tuple[str, bool], str | None] = {}

    def perpetrator(self, name: str | None) -> str | None:
        """The label of who is said to have done it."""
        return self._label(name, acting=True) if name else None

    def speaker(self, name: str) -> str | None:
        """The label of who is said to say it."""
        return self._label(name, acting=False)

    def _label(self, name: str, *, acting: bool) -> str | None:
        key = (name, acting)
        if key not in self._seen:
            actor = self._choose(name, acting)
            self._seen[key] = actor.label if actor else None
        return self._seen[key]

    def _choose(self, name: str, acting: bool) -> Actor | None:
        found = self._registry.find(name)
        if found is not None and fitting((found,), name, self._theatres):
            return found
        for start, end, actors in self._registry.match(name, bare=True):
            meant = fitting(actors, name[start:end], self._theatres)
            if (one := _one(meant, acting)) is not None:
                return one
        return None


def _one(actors: Sequence[Actor], acting: bool) -> Actor | None:
    if len(actors) > 1:
        actors = [actor for actor in actors if (actor.kind in ACTING) is acting] or actors
    return actors[0] if len({actor.side or actor.id for actor in actors}) == 1 else None
