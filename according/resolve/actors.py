"""Which actor of the registry a perpetrator or speaker, as written, stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from according.domain.actor import Actor
from according.domain.protocols import Registry
from according.domain.report import Report
from according.domain.values import ActorKind
from according.text.arabic import clean_text
from according.vocab.actors.roles import roles
from according.vocab.actors.theatres import fitting, is_bare, theatres_of

ACTING = frozenset({ActorKind.STATE_FORCES, ActorKind.ARMED_GROUP, ActorKind.MILITIA, ActorKind.COALITION})
"""Who bears arms: of two actors that one word means ("Damascus") these act, the others speak."""

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_OR = re.compile(r"\s+or\s+", re.IGNORECASE)
_PREPOSITION = re.compile(r"^(?:لل|[لبوفك])(?=\w{3})")
_OF_INSIDE = re.compile(r"(?<=\s)(?:لل|ل)(?=\w{3})")
""" "قوة كبيرة لقسد": the small word that makes a later name the owner of what stands first."""
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def _article(preposition: re.Match[str]) -> str:
    """What stays of a preposition taken off: in "للقيادة" it swallowed the alef of the article."""
    return "ال" if preposition.group() == "لل" else ""


class _Found(NamedTuple):
    start: int
    end: int
    actor: Actor
    bare: bool


class ActorChooser:
    """Resolves the names of one report. Nothing is guessed: a name that two sides share stays None."""

    def __init__(self, report: Report, registry: Registry) -> None:
        self._registry = registry
        self._theatres = theatres_of(report.text)
        self._seen: dict[tuple[str, bool], str | None] = {}

    def perpetrator(self, name: str | None) -> str | None:
        """The label of who is said to have done it; of "A and B" the first, of "A or B" nobody, unless they are one side."""
        return self._label(name, acting=True) if name else None

    def speaker(self, name: str) -> str | None:
        """The label of who is said to say it."""
        return self._label(name, acting=False)

    def _label(self, name: str, *, acting: bool) -> str | None:
        key = (name, acting)
        if key not in self._seen:
            # Words of violence and their doers are written with dots and strokes inside them ("إسـ.ـرائيلي").
            plain = clean_text(name).text.strip() if _ARABIC.search(name) else name
            actor = self._agent(plain) if acting else self._voice(plain)
            self._seen[key] = actor.label if actor is not None else None
        return self._seen[key]

    def _agent(self, name: str) -> Actor | None:
        found = [each.actor for each in self._named(name, acting=True)]
        if len({actor.side or actor.id for actor in found}) > 1 and _OR.search(name):
            return None
        return found[0] if found else None

    def _voice(self, name: str) -> Actor | None:
        for each in self._named(name, acting=False):
            rest = [*_WORD.findall(name[: each.start]), *_WORD.findall(name[each.end :])]
            if self._speaks(each, name, rest):
                return each.actor
        return None

    def _named(self, name: str, *, acting: bool) -> Iterator[_Found]:
        """The actors that a name holds, left to right; those that stay ambiguous left out.

        Where an Arabic preposition is written onto the name ("لقوات النظام", "قوة لقسد"), the name without it is looked for too.
        """
        found = list(self._as_written(name, acting=acting))
        for joined in (_PREPOSITION, _OF_INSIDE):
            if not found and (bare := joined.sub(_article, name)) != name:
                found = list(self._as_written(bare, acting=acting))
        yield from found

    def _as_written(self, name: str, *, acting: bool) -> Iterator[_Found]:
        whole = self._registry.find(name)
        if whole is not None and fitting((whole,), name, self._theatres):
            yield _Found(0, len(name), whole, is_bare(whole, name))
            return
        for start, end, actors in self._registry.match(name, bare=True):
            words = name[start:end]
            actor = _one(fitting(actors, words, self._theatres), acting)
            if actor is not None:
                yield _Found(start, end, actor, is_bare(actor, words))

    def _speaks(self, found: _Found, name: str, rest: Sequence[str]) -> bool:
        """Do the other words of a speaker's name leave the actor as the one who speaks?

        "A spokesman for the Syrian army" does; "Turkish media", "residents near the army's base" and "Syrians" do not.
        """
        words = roles()
        lower = [
            word.lower() for word in rest if not word[0].isupper() or word.lower() in words["official"] | words["role"]
        ]
        if found.bare:
            if not rest:
                return not is_bare(found.actor, name.rstrip("s")) or not name.endswith("s")
            return any(word in words["official"] for word in lower) and all(
                word in words["official"] | words["small"] for word in lower
            )
        return all(word in words["official"] | words["role"] | words["small"] for word in lower)


def _one(actors: Sequence[Actor], acting: bool) -> Actor | None:
    """The one of an actor's two names that bears arms, or that speaks; None where different sides remain."""
    if len(actors) > 1:
        actors = [actor for actor in actors if (actor.kind in ACTING) is acting] or actors
    return actors[0] if len({actor.side or actor.id for actor in actors}) == 1 else None
