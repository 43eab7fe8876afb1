"""Actors: who does things and who says things."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.values import ActorKind


@dataclass(frozen=True, slots=True)
class Actor:
    """One entry of the registry.

    `label` is the name that readers know ("Syrian Observatory for Human Rights"); `side` groups actors that fight on
    the same side ("syrian-government", "opposition", "sdf", "turkey", ...), None for those that take none;
    `aliases` are names that always mean this actor, `descriptions` ("the Britain-based monitor") are what texts call it.
    """

    id: str
    label: str
    kind: ActorKind
    side: str | None
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    parent: str | None = None
    country: str | None = None
