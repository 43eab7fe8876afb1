"""Who speaks: the origin of every claim (DESIGN.md, Words: origin)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from according.assess.naming import Naming, name_of, singular
from according.domain.actor import Actor
from according.domain.claim import Claim, Figure
from according.domain.incident import Family, Telling, is_of_the_incident
from according.domain.protocols import Registry
from according.domain.values import Measure, Modality
from according.text.fold import fold
from according.vocab.speakers import speaker_words

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


class _Leans:
    """The speakers that an outlet leans on, by telling and by outlet: the bare event beside their figures is theirs, not
    one more origin's (codebook, Frame: a claim without its own source takes that of the happening it belongs to), and so is
    a lesser figure of the same measure, which is part of theirs.

    Nobody where different claims have different speakers: nobody knows whose the claim would be.
    """

    def __init__(self) -> None:
        self._speakers: dict[str | Voice, set[tuple[Voice, ...]]] = defaultdict(set)
        self._most: dict[tuple[Voice, Measure], int] = defaultdict(int)

    def add(self, claim: Claim, telling: Telling, outlet: Voice, speakers: tuple[Voice, ...]) -> None:
        self._speakers[telling.id].add(speakers)
        if isinstance(claim, Figure):
            self._speakers[outlet].add(speakers)
            key = outlet, claim.measure
            self._most[key] = max(self._most[key], _size(claim))

    def of(self, claim: Claim, telling: Telling, outlet: Voice) -> tuple[Voice, ...]:
        if isinstance(claim, Figure) and not 0 < _size(claim) <= self._most.get((outlet, claim.measure), 0):
            return ()
        for key in (telling.id, outlet):
            speakers = self._speakers.get(key, set())
            if len(speakers) == 1:
                return next(iter(speakers))
        return ()


def _size(figure: Figure) -> int:
    low, high = figure.quantity.low, figure.quantity.high
    return low if low is not None else high or 0


def _as_copied(claim: Claim) -> tuple[str, str, str]:
    """By what a claim is found again in a copy: it stands elsewhere there."""
    return claim.kind.value, claim.label, fold(claim.anchor)


class Origins:
    """Finds the origins of claims, given the families of copies and the registry of actors."""

    def __init__(self, families: Iterable[Family], registry: Registry) -> None:
        self._registry = registry
        self._whole: dict[str, Family] = {}
        self._taken: dict[str, list[tuple[int, int, Family]]] = defaultdict(list)
        for family in families:
            self._whole.update((report, family) for report in family.copies)
            for report, start, end in family.taken:
                self._taken[report].append((start, end, family))

    def of(self, tellings: Sequence[Telling]) -> list[Said]:
        """Every claim of the tellings with each of its origins, in the order of tellings and claims."""
        called = self._called(tellings)
        leans = self._leans(tellings)
        first: dict[tuple[object, ...], list[Voice]] = {}
        found: list[Said] = []
        for telling in sorted(tellings, key=lambda telling: self._copied_from(telling.claims[0], telling) is not None):
            for claim in telling.claims:
                copied = self._copied_from(claim, telling)
                voices = first.get((copied, *_as_copied(claim)), [])
                if not voices:
                    known = (called.get((telling.report, v.key), v) for v in self._voices(claim, telling, leans))
                    voices = list(dict.fromkeys(known))
                if copied is None:
                    first.setdefault((telling.report, *_as_copied(claim)), voices)
                found.extend(Said(voice, claim, telling) for voice in voices)
        order = {telling.id: n for n, telling in enumerate(tellings)}
        return sorted(found, key=lambda said: order[said.telling.id])

    def _voices(self, claim: Claim, telling: Telling, leans: _Leans) -> Sequence[Voice]:
        own = self._publisher(claim, telling)
        return self._speakers(claim, telling) or leans.of(claim, telling, own) or [own]

    def _copied_from(self, claim: Claim, telling: Telling) -> str | None:
        """The report that a claim was taken over from, as all of its family say it; None where it is the report's own."""
        family = self._family(claim, telling)
        return family.reports[0] if family and family.reports[0] != telling.report else None

    def actor(self, name: str) -> Actor | None:
        return self._registry.find(name)

    def side_of(self, label: str | None) -> str | None:
        actor = self._registry.get(label) if label else None
        return actor.side if actor else None

    def _called(self, tellings: Sequence[Telling]) -> dict[tuple[str, tuple[str, ...]], Voice]:
        """ "the committee" of a report is the one Committee that speaks in it by name, and "the spokesman" or "the group" the
        only body that does, the publisher apart: (report, key) to whom it means."""
        named: dict[str, dict[Voice, None]] = defaultdict(dict)
        publishers: dict[str, set[Voice]] = defaultdict(set)
        called: dict[tuple[str, Voice], None] = {}
        for telling in tellings:
            for claim in telling.claims:
                publishers[telling.report].add(self._publisher(claim, telling))
                named[telling.report][self._publisher(claim, telling)] = None
                for voice in self._speakers(claim, telling):
                    if voice.key[0] != "unnamed":
                        named[telling.report][voice] = None
                    if voice.key[0] != "actor":
                        called[telling.report, voice] = None
        found = {}
        for report, voice in called:
            words = _words(voice.key[1])
            meant = [other for other in named[report] if words and words < _words(other.name)]
            if not meant and words and words <= speaker_words()["role"] | speaker_words()["body"]:
                meant = [other for other in named[report] if other not in publishers[report] and other != voice]
            if len(meant) == 1:
                found[report, voice.key] = meant[0]
        return found

    def _leans(self, tellings: Sequence[Telling]) -> _Leans:
        leans = _Leans()
        for telling in tellings:
            for claim in telling.claims:
                speakers = tuple(self._speakers(claim, telling))
                if not speakers or self._copied_from(claim, telling) is not None:
                    continue
                if is_of_the_incident(claim) and claim.modality in LEANS_ON:
                    leans.add(claim, telling, self._publisher(claim, telling), speakers)
        return leans

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


def _words(name: str) -> set[str]:
    """What two forms of one name have in common: "المركز" and "the centres" are "مركز" and "centre"."""
    words = (singular(word).removeprefix("ال") for word in fold(name).split())
    return {word for word in words if word not in speaker_words()["link"]}
