"""What the steps and use cases ask of the outside: the adapters in ledger/, custody/, resolve/ and extract/ satisfy these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from according.domain.actor import Actor
from according.domain.claim import Claim, Reading, ReadReport, Resolution
from according.domain.incident import Family, Incident
from according.domain.judgement import Judgement
from according.domain.mention import DateSpan, Mentions
from according.domain.outline import Outline
from according.domain.place import Place
from according.domain.problem import Problem
from according.domain.redaction import Redaction
from according.domain.report import Layout, Report, Snapshot
from according.domain.values import ClaimKind, EventType, Grade, Measure, Modality


class Gazetteer(Protocol):
    """Knows places by name. Lookups fold case, accents, hyphens and Arabic letter forms; they are never fuzzy."""

    @property
    def digest(self) -> str:
        """Identifies the compiled data; stored beside everything resolved with it."""
        ...

    def find(self, name: str) -> Sequence[Place]:
        """Every place known under the name, largest first; empty when none is."""
        ...

    def get(self, place_id: str) -> Place | None: ...

    def match(self, text: str) -> Iterator[tuple[int, int, Sequence[Place]]]:
        """(start, end, candidates) of the longest known names in the text, left to right, not overlapping."""
        ...


class Registry(Protocol):
    """Knows actors by name, alias and description."""

    @property
    def digest(self) -> str: ...

    def find(self, name: str) -> Actor | None:
        """The actor that a name or description as written stands for ("the Britain-based monitor"); None = unknown."""
        ...

    def get(self, label: str) -> Actor | None:
        """The actor of that label."""
        ...

    def match(self, text: str, bare: bool = False) -> Iterator[tuple[int, int, Sequence[Actor]]]:
        """(start, end, actors) of the longest known names, descriptions and local words, left to right.

        Local words are given whatever the report is about: the caller decides by `Actor.theatres`. With `bare` the
        words count too that mean an actor only where somebody acts or speaks.
        """
        ...


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report with what the steps before extraction found in it."""

    report: Report
    layout: Layout
    mentions: Mentions


class Reader(Protocol):
    """Reads claims in one language. `digest` identifies its code, lexicons and models."""

    lang: str

    @property
    def digest(self) -> str: ...

    def read(self, items: Iterable[Prepared]) -> Iterator[Reading]:
        """One Reading an item, in order. Takes many at once because the parser is faster in batches."""
        ...


class SnapshotStore(Protocol):
    """Keeps bytes as received, content-addressed, never altered."""

    def put(self, data: bytes, name: str) -> Snapshot:
        """Stores and syncs the bytes; the same bytes again change nothing. Raises OSError when it cannot."""
        ...

    def get(self, sha256: str) -> bytes:
        """The bytes. Raises KeyError when there are none under that hash, ValueError when they no longer match it."""
        ...


class Progress(Protocol):
    """Tells a person how far a long step is."""

    def start(self, label: str, total: int | None) -> None: ...

    def advance(self, n: int = 1) -> None: ...

    def done(self) -> None: ...


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims of the current readings are wanted; None = any. Dates are ISO days, both included.

    `speaker` and `place` match folded substrings of what is written or of what it was resolved to.
    """

    kind: ClaimKind | None = None
    measure: Measure | None = None
    type: EventType | None = None
    speaker: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    modality: Modality | None = None
    report: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class IncidentQuery:
    """Which incidents are wanted; None = any. `measure` keeps those with a range for it; dates are ISO days.

    `placed` keeps those that have a point on the map, or those that have none. `latest_first` turns the order of the
    days round; those without a day stay last. The first `offset` in that order are left out, and `limit` counts from there.
    """

    place: str | None = None
    type: EventType | None = None
    measure: Measure | None = None
    grade: Grade | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None
    placed: bool | None = None
    latest_first: bool = False
    offset: int = 0


@dataclass(frozen=True, slots=True)
class FoundClaim:
    claim: Claim
    resolution: Resolution
    report: Report


@dataclass(frozen=True, slots=True)
class ReadingChange:
    """What a new reading changed in a report: claim ids that came, went, or stayed with other values or resolutions."""

    report: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]


class Ledger(Protocol):
    """Reports, their readings, judgements, problems, and the incidents computed from them.

    Every method that writes is one transaction: it happens whole or not at all. Raises OSError, with a message that says
    what to do, when the ledger cannot be used, and ValueError for values that contradict what is there.
    tests/contracts says more.
    """

    def add(self, report: Report, read: ReadReport | None, problems: Sequence[Problem] = ()) -> bool:
        """Stores a report with its first reading (None = no reader could) and problems; False, changing nothing, when known."""
        ...

    def add_reading(self, read: ReadReport, problems: Sequence[Problem] = ()) -> ReadingChange:
        """Makes a reading current, keeping the old ones; the same again changes nothing.

        What it resolved replaces what the same reading had resolved. `problems` replace those of the report.
        """
        ...

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Records problems; one that is already there is not written again."""
        ...

    def has(self, report_id: str) -> bool: ...

    def report(self, report_id: str) -> Report | None:
        """By full id, by unique beginning of at least 8 characters, or by the id it came with where that is unique."""
        ...

    def reports(self) -> Iterator[Report]:
        """All of them, by id."""
        ...

    def current(self, report_id: str) -> ReadReport | None:
        """The current reading, resolved. Candidates of places are not kept: they are the gazetteer's."""
        ...

    def readings(self, report_id: str) -> Sequence[Reading]:
        """Old ones first."""
        ...

    def claim(self, claim_id: str) -> FoundClaim | None: ...

    def claims(self, query: ClaimQuery) -> Iterator[FoundClaim]:
        """Of current readings, by report id and claim order."""
        ...

    def set_incidents(
        self, incidents: Sequence[Incident], families: Sequence[Family], basis: str | None = None
    ) -> None:
        """Replaces all incidents and families: they are a function of the rest of the ledger. `basis` names all of it."""
        ...

    def basis(self) -> str | None:
        """The basis that `set_incidents` was last given; another one now means that the incidents are stale."""
        ...

    def changes(self) -> int:
        """How often reports, readings, resolutions or judgements have changed: while it stands still, so do they."""
        ...

    def incidents(self, query: IncidentQuery) -> Sequence[Incident]:
        """By start of date (null last), then id."""
        ...

    def outlines(self, query: IncidentQuery) -> Sequence[Outline]:
        """The same incidents in the same order, without what only their own page needs: for maps of thousands."""
        ...

    def dates(self, query: IncidentQuery) -> Sequence[tuple[DateSpan | None, int]]:
        """How many incidents have each date, by date (null last): all that fit, whatever `limit` and `offset` say.

        Of a date only its two days count: its precision is not told.
        """
        ...

    def incident(self, address: str) -> Incident | None:
        """By the id of any telling in it, or a unique beginning of one of at least 8 characters."""
        ...

    def incidents_of(self, report_id: str) -> Sequence[Incident]: ...

    def families(self) -> Sequence[Family]: ...

    def problems(self) -> Sequence[Problem]: ...

    def add_judgement(self, judgement: Judgement) -> None: ...

    def judgements(self) -> Sequence[Judgement]: ...

    def redact(
        self, redaction: Redaction, report: Report, read: ReadReport | None, problems: Sequence[Problem] = ()
    ) -> None:
        """Puts the report, with words hidden, in the place of the one of its id, `read` in that of all its readings, `problems` in
        that of its own; the incidents that quote it go, to be made again. The only way in which a report ever changes."""
        ...

    def hide_in_remarks(self, hide: Callable[[str], str]) -> int:
        """Passes the reasons and values of judgements, and all problems, through `hide`; how many it changed."""
        ...

    def redactions(self, report_id: str | None = None) -> Sequence[Redaction]:
        """Of one report, or all; oldest first."""
        ...

    def scrub(self) -> None:
        """Makes what was written over or deleted unreadable in the ledger's files too, as far as the store can."""
        ...

    def close(self) -> None: ...
