"""Actors: who does things and who says things."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.values import ActorKind


@dataclass(frozen=True, slots=True)
class Actor:
    """One entry of the registry.

    `label` is the name that readers know ("Syrian Observatory for Human Rights"); `side` groups actors that fight on
    the same side ("syrian-government", "opposition", "sdf", "turkey", ...), None for those that take none;
    `aliases` are names that always mean this actor, `descriptions` ("the Britain-based monitor") are what texts call it;
    `local` are words that mean it only in reports about its `theatres` ("regime", "the monitor"; countries in ISO 3166
    alpha-3, its own among them); `bare` are words that mean it only where somebody acts or speaks ("Russian", "Moscow");
    `inter` is ACLED's interaction code, `sector` PLOVER's, `active` its years ("2015-2024", "2015-").
    """

    id: str
    label: str
    kind: ActorKind
    side: str | None
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    parent: str | None = None
    country: str | None = None
    theatres: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    inter: int | None = None
    sector: str | None = None
    active: str | None = None
