"""Names of speakers and doers that the registry of actors does not know: worth adding, or another spelling of one it knows."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from according.assess.naming import Naming, name_of, party_of
from according.domain.protocols import FoundClaim
from according.text.fold import fold

SHOWN = 3
"""Claims that are shown of a name."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """`written` is its commonest spelling, `key` the folded one; `does` = said to have done it, else a speaker. `claims` are the
    first few of `times`."""

    written: str
    key: str
    does: bool
    times: int
    claims: tuple[str, ...]


class UnknownNames:
    """Collects them claim by claim. Descriptions ("residents", "gunmen") are no names; publishers are known."""

    def __init__(self) -> None:
        self._publishers: set[str] = set()
        self._spellings: dict[tuple[str, bool], Counter[str]] = defaultdict(Counter)
        self._claims: dict[tuple[str, bool], list[str]] = defaultdict(list)
        self._times: Counter[tuple[str, bool]] = Counter()

    def add(self, found: FoundClaim) -> None:
        """A claim as corrected, that nobody rejected."""
        claim, resolution = found.claim, found.resolution
        if found.report.publisher:
            self._publishers.add(fold(found.report.publisher))
        known = resolution.speakers or (None,) * len(claim.attribution)
        names = [(_speaker(w), False) for w, label in zip(claim.attribution, known, strict=True) if label is None]
        if claim.perpetrator and resolution.perpetrator is None:
            names.append((party_of(claim.perpetrator), True))
        for name, does in names:
            if name and fold(name):
                key = fold(name), does
                self._spellings[key][name] += 1
                self._times[key] += 1
                if len(self._claims[key]) < SHOWN:
                    self._claims[key].append(claim.id)

    def found(self) -> list[UnknownName]:
        """The commonest first."""
        unknown = [
            UnknownName(_commonest(self._spellings[key]), *key, times, tuple(self._claims[key]))
            for key, times in self._times.items()
            if key[0] not in self._publishers
        ]
        return sorted(unknown, key=lambda name: (-name.times, name.key, name.does))


def _commonest(spellings: Counter[str]) -> str:
    return max(sorted(spellings), key=spellings.__getitem__)


def _speaker(written: str) -> str | None:
    kind, name = name_of(written)
    return name if kind is Naming.NAMED else None
