"""Links that are hardly more likely than not: tellings that may not belong together, incidents that may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from according import assess, link
from according.domain.claim import Claim, Figure
from according.domain.incident import Incident, Telling
from according.domain.judgement import Judgement
from according.domain.protocols import Ledger, Progress
from according.domain.values import JudgementKind
from according.link.likeness import score
from according.link.sketch import Sketch, sketch_of

HARDLY = 1.0
"""Mean points (log odds) with the rest of its incident, below which a telling is hardly linked."""
NEARLY = -0.75
"""Points of the likeliest pair, above which two incidents are nearly one."""
COMPARED = 6
"""Tellings of an incident that are compared: a few tell what many would."""
CROWD = 60
"""Incidents of one day and area that are compared with each other."""
TOLD = 3
"""Claims of a telling whose words are shown."""
_LINKS = (JudgementKind.MUST_LINK, JudgementKind.CANNOT_LINK)


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A telling that is hardly linked with the rest of its incident, or (with `other`) two incidents that nearly are one.

    `pair` are the two tellings in question, `claims` the words to look at, `reasons` what speaks for and against.
    """

    incident: Incident
    pair: tuple[str, str]
    claims: tuple[str, ...]
    reasons: str
    other: Incident | None = None


def doubtful_links(
    ledger: Ledger, incidents: Sequence[Incident], judgements: Sequence[Judgement], progress: Progress
) -> list[Doubtful]:
    """Pairs that somebody judged already are left out."""
    progress.start("Looking for doubtful links", len(incidents))
    tellings = _Tellings(ledger, judgements)
    judged = {frozenset(tellings.telling_of(s) for s in j.subjects) for j in judgements if j.kind in _LINKS}
    found: list[Doubtful] = []
    for incident in incidents:
        found.extend(_hardly(incident, tellings, judged))
        progress.advance()
    found.extend(_nearly(incidents, tellings, judged))
    progress.done()
    return found


class _Tellings:
    """The tellings of a ledger as link sees them, made when they are asked for."""

    def __init__(self, ledger: Ledger, judgements: Sequence[Judgement]) -> None:
        self._ledger = ledger
        self._judgements: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in judgements:
            for subject in judgement.subjects:
                self._judgements[subject].append(judgement)
        self._made: dict[str, Telling] = {}
        self._sketches: dict[str, Sketch] = {}
        self._read: set[str] = set()

    def of(self, incident: Incident) -> list[Telling]:
        for name, _ in incident.reports:
            self._read_report(name)
        return [self._made[name] for name in incident.tellings if name in self._made]

    def telling_of(self, subject: str) -> str:
        found = self._ledger.claim(subject)
        return found.claim.telling if found is not None and found.claim.id == subject else subject

    def score(self, one: Telling, other: Telling) -> float | None:
        """As link scores the pair; None = impossible."""
        return score(self.sketch(one), self.sketch(other))

    def sketch(self, telling: Telling) -> Sketch:
        """What link compares of it, made once."""
        if telling.id not in self._sketches:
            self._sketches[telling.id] = sketch_of(telling)
        return self._sketches[telling.id]

    def _read_report(self, name: str) -> None:
        if name in self._read:
            return
        self._read.add(name)
        report, read = self._ledger.report(name), self._ledger.current(name)
        if report is not None and read is not None:
            names = {claim.id for claim in read.reading.claims} | {claim.telling for claim in read.reading.claims}
            own = list({j.id: j for name in names & self._judgements.keys() for j in self._judgements[name]}.values())
            # Names alone are not looked up: places, days and numbers are what a person corrects for linking.
            tellings = assess.judged(link.tellings_of(report, read), own, None).tellings
            self._made.update((telling.id, telling) for telling in tellings)


def _hardly(incident: Incident, tellings: _Tellings, judged: set[frozenset[str]]) -> Iterator[Doubtful]:
    """The telling that fits least into its incident."""
    if len(incident.tellings) < 2:
        return
    # Fears and plans stand beside what their report tells, however unlike: no score put them there.
    members = [telling for telling in tellings.of(incident) if not tellings.sketch(telling).aside][:COMPARED]
    means: list[tuple[float, str, Telling, Telling]] = []
    for one in members:
        others = [(tellings.score(one, other), other) for other in members if other is not one]
        if not others or any(frozenset((one.id, other.id)) in judged for _, other in others):
            continue
        # What cannot be one happening by itself came together over a third, or because a person said so.
        points = [HARDLY * -3 if score is None else score for score, _ in others]
        likest = max(others, key=lambda pair: (pair[0] if pair[0] is not None else float("-inf"), pair[1].id))[1]
        means.append((sum(points) / len(points), one.id, one, likest))
    if not means:
        return
    mean, _, one, likest = min(means, key=lambda m: m[:2])
    if mean < HARDLY:
        words = link.why(one, likest).words
        yield Doubtful(incident, (one.id, likest.id), _claims(one, likest), words)


def _nearly(incidents: Iterable[Incident], tellings: _Tellings, judged: set[frozenset[str]]) -> Iterator[Doubtful]:
    """For each incident the likeliest other of the same area and nearly the same day."""
    best: dict[str, tuple[float, Incident, Incident, Telling, Telling]] = {}
    for one, other in _neighbours(incidents):
        for a in tellings.of(one)[:COMPARED]:
            for b in tellings.of(other)[:COMPARED]:
                points = None if frozenset((a.id, b.id)) in judged else tellings.score(a, b)
                if points is not None and points > max(NEARLY, best[one.id][0] if one.id in best else NEARLY):
                    best[one.id] = points, one, other, a, b
    for _, one, other, a, b in best.values():
        yield Doubtful(one, (a.id, b.id), _claims(a, b), link.why(a, b).words, other)


def _neighbours(incidents: Iterable[Incident]) -> Iterator[tuple[Incident, Incident]]:
    """Pairs of one area at most a day apart, each once; a function of the set of incidents."""
    blocks: dict[tuple[str, str | None, str | None], list[Incident]] = defaultdict(list)
    for incident in sorted(incidents, key=lambda i: i.id):
        if incident.date is None or (incident.date.last - incident.date.first).days > 3:
            continue
        where = incident.where
        day = incident.date.first
        while day <= incident.date.last + timedelta(days=1):
            blocks[day.isoformat(), where.country if where else None, where.admin1 if where else None].append(incident)
            day += timedelta(days=1)
    seen: set[tuple[str, str]] = set()
    for members in blocks.values():
        for one, other in combinations(members[:CROWD], 2):
            if (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                yield one, other


def _claims(*tellings: Telling) -> tuple[str, ...]:
    """The claims that tell most of each: figures first."""
    return tuple(claim.id for telling in tellings for claim in sorted(telling.claims, key=_weight)[:TOLD])


def _weight(claim: Claim) -> tuple[bool, tuple[int, int, str, str]]:
    return not isinstance(claim, Figure), claim.order
