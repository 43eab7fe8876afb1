"""Who speaks: the origin of every claim (DESIGN.md, Words: origin)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from according.assess.naming import Naming, name_of
from according.domain.claim import Claim, Event
from according.domain.incident import Family, Telling, is_of_the_incident
from according.domain.protocols import Registry
from according.domain.values import Modality
from according.text.fold import fold

LEANS_ON = (Modality.ASSERTED, Modality.PURPORTED)


@dataclass(frozen=True, slots=True)
class Voice:
    """One origin. `key` tells origins apart, `name` is for people; `side` is an actor's in the registry."""

    key: tuple[str, ...]
    name: str = field(compare=False)
    side: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as one origin makes it. A claim of several speakers is said by each."""

    voice: Voice
    claim: Claim
    telling: Telling


class Origins:
    """Finds the origins of claims, given the families of copies and the registry of actors."""

    def __init__(self, families: Iterable[Family], registry: Registry) -> None:
        self._registry = registry
        self._whole: dict[str, Family] = {}
        self._taken: dict[str, list[tuple[int, int, Family]]] = defaultdict(list)
        for family in families:
            stitched = {report for report, _, _ in family.taken}
            self._whole.update((report, family) for report in family.reports if report not in stitched)
            for report, start, end in family.taken:
                self._taken[report].append((start, end, family))

    def of(self, tellings: Sequence[Telling]) -> list[Said]:
        """Every claim of the tellings with each of its origins, in the order of tellings and claims."""
        found: list[Said] = []
        for telling in tellings:
            shared = self._shared(telling)
            for claim in telling.claims:
                voices = self._speakers(claim, telling)
                if not voices:
                    voices = (isinstance(claim, Event) and shared) or [self._publisher(claim, telling)]
                found.extend(Said(voice, claim, telling) for voice in dict.fromkeys(voices))
        return found

    def side_of(self, label: str | None) -> str | None:
        actor = self._registry.get(label) if label else None
        return actor.side if actor else None

    def _shared(self, telling: Telling) -> list[Voice]:
        """The speakers that an outlet leans on: the bare event beside their figures is theirs, not one more origin's.

        (Codebook, Frame: a claim without its own source takes that of the happening it belongs to.)
        """
        voices: dict[Voice, None] = {}
        for claim in telling.claims:
            if is_of_the_incident(claim) and claim.modality in LEANS_ON:
                voices.update(dict.fromkeys(self._speakers(claim, telling)))
        return list(voices)

    def _speakers(self, claim: Claim, telling: Telling) -> list[Voice]:
        resolved = telling.resolutions[claim.id].speakers or (None,) * len(claim.attribution)
        return [
            self._speaker(written, label, claim, telling)
            for written, label in zip(claim.attribution, resolved, strict=True)
        ]

    def _speaker(self, written: str, label: str | None, claim: Claim, telling: Telling) -> Voice:
        if label is not None:
            return Voice(("actor", label), label, self.side_of(label))
        kind, name = name_of(written, self._publishers(claim, telling))
        if kind is Naming.STAFF:
            return self._publisher(claim, telling)
        if kind is Naming.NAMED:
            return self._named(name)
        # Nobody knows which residents: those of one report (and its copies) count once.
        family = self._family(claim, telling)
        return Voice(("unnamed", name, family.id if family else telling.report), written.strip())

    def _publisher(self, claim: Claim, telling: Telling) -> Voice:
        family = self._family(claim, telling)
        publisher = family.publisher if family else telling.publisher
        if publisher is None:
            return Voice(("report", family.id if family else telling.report), "an unnamed publisher")
        return self._named(publisher)

    def _named(self, name: str) -> Voice:
        actor = self._registry.find(name)
        if actor is not None:
            return Voice(("actor", actor.label), actor.label, actor.side)
        key = fold(name)
        return Voice(("name", key.removeprefix("the ") or name), name.strip())

    def _publishers(self, claim: Claim, telling: Telling) -> list[str]:
        family = self._family(claim, telling)
        return [name for name in (family.publisher if family else None, telling.publisher) if name]

    def _family(self, claim: Claim, telling: Telling) -> Family | None:
        for start, end, family in self._taken.get(telling.report, ()):
            if start <= claim.start < end:
                return family
        return self._whole.get(telling.report)
