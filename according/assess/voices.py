"""What each origin says of one incident, gathered: its claims, its tolls, whom it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from according.assess.naming import party_of
from according.assess.origins import Origins, Said, Voice
from according.assess.ranges import Value, value_in_report, value_of
from according.domain.claim import Figure
from according.domain.incident import OUTLOOK, is_of_the_incident
from according.domain.values import Category, Measure, Modality
from according.text.fold import fold

Key = tuple[Measure, Category | None]
TOTALS = (Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.MISSING, Measure.DETAINED, Measure.DISPLACED)
"""The measures with a total over people not said to be combatants."""


@dataclass(frozen=True)
class Witness:
    """One origin of one incident, under the `name` that it bears there, with all it says but fears and plans."""

    voice: Voice
    name: str
    said: tuple[Said, ...]

    @cached_property
    def asserted(self) -> tuple[Said, ...]:
        """What it says did happen, firmly, in this incident."""
        return tuple(s for s in self.said if is_of_the_incident(s.claim) and s.claim.modality is Modality.ASSERTED)

    @cached_property
    def told(self) -> tuple[Said, ...]:
        """What it says happened, firmly or not."""
        firm = (Modality.ASSERTED, Modality.PURPORTED)
        return tuple(s for s in self.said if is_of_the_incident(s.claim) and s.claim.modality in firm)

    @cached_property
    def denied(self) -> tuple[Said, ...]:
        """What it says did not happen: its denials, and zeros that are attributed to it."""
        return tuple(s for s in self.said if s.claim.modality is Modality.DENIED or _says_nobody(s))

    @cached_property
    def values(self) -> dict[Key, Value]:
        """What it states for each measure and category; category None is the total over people not combatants."""
        reports: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for s in self.asserted:
            if isinstance(s.claim, Figure):
                reports[s.telling.published or "", s.telling.report].append(s.claim)
        keys: set[Key] = {(f.measure, f.category) for figures in reports.values() for f in figures}
        keys |= {(measure, None) for measure, _ in keys if measure in TOTALS}
        values = {}
        for measure, category in keys:
            own = [
                (published, value)
                for (published, _), figures in sorted(reports.items())
                if (value := value_in_report(figures, measure, category)) is not None
            ]
            if (value := value_of(own)) is not None:
                values[measure, category] = value
        return values

    def perpetrators(self, origins: Origins) -> dict[str, Perpetrator]:
        """Whom it names as having done it, by side; nobody for "gunmen" and the like. In the order in which it names them."""
        named: dict[str, Perpetrator] = {}
        for s in self.asserted:
            found = perpetrator_of(s, origins)
            if found is not None:
                named.setdefault(found.side, found)
        return named


@dataclass(frozen=True, slots=True)
class Perpetrator:
    """Somebody named as having done it: by the registry's label, else as written; `side` tells sides apart.

    `known` to the registry; `by_name` rather than by a word that stands for it in this war ("the army").
    """

    name: str
    side: str
    known: bool = False
    by_name: bool = True


def perpetrator_of(said: Said, origins: Origins) -> Perpetrator | None:
    label = said.telling.resolutions[said.claim.id].perpetrator
    written = said.claim.perpetrator
    if label is not None:
        by_name = not written or party_of(written) is not None
        return Perpetrator(label, origins.side_of(label) or key_of(label), True, by_name)
    if not written or fold(written) == fold(said.claim.weapon or ""):
        return None  # "artillery fire" did it: with what, not who
    name = party_of(written)
    if name is None:
        return None
    actor = origins.actor(name)
    return (
        Perpetrator(actor.label, actor.side or key_of(actor.label), True) if actor else Perpetrator(name, key_of(name))
    )


_SMALL = frozenset("the of and du de des del la le el al".split())


def key_of(name: str) -> str:
    """A name without the small words that reports leave out or translate."""
    return " ".join(word for word in fold(name).split() if word not in _SMALL) or fold(name)


def witnesses_of(said: Iterable[Said]) -> list[Witness]:
    """The origins of an incident, in the order in which they first speak.

    Who only fears and plans, speaks of a whole war, or as publisher finds that nothing happened is none.
    """
    by_voice: dict[Voice, list[Said]] = defaultdict(list)
    for s in said:
        if s.claim.modality not in OUTLOOK:
            by_voice[s.voice].append(s)
    speaking = {voice: own for voice, own in by_voice.items() if any(map(_speaks, own))}
    names = _distinct(speaking)
    return [Witness(voice, names[voice], tuple(own)) for voice, own in speaking.items()]


def _speaks(said: Said) -> bool:
    return is_of_the_incident(said.claim) or _says_nobody(said)


def _says_nobody(said: Said) -> bool:
    """A zero that is attributed to somebody: "no civilians were harmed, the army said"."""
    return isinstance(said.claim, Figure) and said.claim.modality is Modality.NEGATED and bool(said.claim.attribution)


def _distinct(voices: dict[Voice, list[Said]]) -> dict[Voice, str]:
    """A name for each origin; those that would bear the same (the residents of two reports) are numbered as they come."""
    seen: dict[str, int] = defaultdict(int)
    names = {}
    for voice in voices:
        seen[voice.name] += 1
        names[voice] = voice.name if seen[voice.name] == 1 else f"{voice.name} ({seen[voice.name]})"
    return names


def claims_of(said: Sequence[Said]) -> tuple[str, ...]:
    """Ids of claims in the order in which they are said, each once."""
    return tuple(dict.fromkeys(s.claim.id for s in said))
