"""Which country's war a text is about: decides words that several actors share ("the army", "the coalition")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from according.domain.actor import Actor
from according.text.fold import fold
from according.vocab.actors import theatre_words

_WORD = re.compile(r"[^\W\d_]{3,}")
_ARABIC_CLITIC = re.compile(r"^[وفبلك]?ال(?=\w{3})|^لل(?=\w{3})")


@lru_cache(maxsize=256)
def theatres_of(text: str) -> tuple[str, ...]:
    """Countries (ISO 3166 alpha-3) that a text names or points to, most often first; () where it names none."""
    known = theatre_words()
    seen: Counter[str] = Counter()
    for word, times in Counter(_WORD.findall(text)).items():
        key = word.lower() if word.isascii() else _ARABIC_CLITIC.sub("", fold(word))
        country = known.get(key) or (known.get(key[:-1]) if key.endswith("s") else None)
        if country:
            seen[country] += times
    return tuple(country for country, _ in sorted(seen.items(), key=lambda pair: (-pair[1], pair[0])))


def fitting(actors: Sequence[Actor], name: str, theatres: Sequence[str]) -> tuple[Actor, ...]:
    """Those of the actors that a name means in a report about `theatres` (most written about first).

    Who is always called that comes first. A description, a shared or a bare word means the actor whose country the
    report writes most about, and nobody where it writes about none of theirs; but a bare word of one country alone
    ("Washington", "Russian") says by itself whom it means.
    """
    key = fold(name)
    always = tuple(actor for actor in actors if key in _own_names(actor))
    if always:
        return always
    if len({actor.country for actor in actors}) == 1 and all(is_bare(actor, name) for actor in actors):
        return tuple(actors)
    ranked = [(rank, actor) for actor in actors if (rank := _rank(actor, theatres)) is not None]
    best = min((rank for rank, _ in ranked), default=None)
    return tuple(actor for rank, actor in ranked if rank == best)


def is_bare(actor: Actor, name: str) -> bool:
    """Does the name mean the actor only where somebody acts or speaks?"""
    return fold(name) in _bare_words(actor)


def _rank(actor: Actor, theatres: Sequence[str]) -> tuple[int, bool] | None:
    """How near an actor is to what the report is about; its own country counts for more than a further theatre."""
    if not actor.theatres:
        return len(theatres), False
    found = [(theatres.index(country), country != actor.country) for country in actor.theatres if country in theatres]
    return min(found, default=None)


@lru_cache(maxsize=4096)
def _own_names(actor: Actor) -> frozenset[str]:
    return frozenset(fold(name) for name in (actor.label, *actor.aliases))


@lru_cache(maxsize=4096)
def _bare_words(actor: Actor) -> frozenset[str]:
    return frozenset(fold(name) for name in actor.bare)
