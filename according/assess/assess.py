"""From a cluster of tellings to an incident: accounts, ranges, disputes, grade."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from according.assess.disputes import disputes_of
from according.assess.grading import grade_of_accounts
from according.assess.judged import grade_of, judged
from according.assess.origins import Origins, Said
from according.assess.ranges import range_of
from according.assess.voices import Key, Witness, claims_of, perpetrator_of, witnesses_of
from according.assess.when import date_of
from according.domain.claim import Claim, Event
from according.domain.incident import (
    OUTLOOK,
    Account,
    Family,
    Incident,
    Origin,
    Range,
    Telling,
    is_of_the_incident,
)
from according.domain.judgement import Judgement
from according.domain.place import ResolvedPlace
from according.domain.protocols import Registry
from according.domain.values import Category, EventType, JudgementKind, Measure, Modality, Precision


class Assessor:
    """Assesses clusters under one set of families, actors and judgements: make one for many clusters."""

    def __init__(self, families: Iterable[Family], registry: Registry, judgements: Sequence[Judgement] = ()) -> None:
        self._registry = registry
        self._origins = Origins(families, registry)
        self._by_subject: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in judgements:
            if judgement.kind in (JudgementKind.REJECT, JudgementKind.CORRECT, JudgementKind.GRADE):
                for subject in judgement.subjects:
                    self._by_subject[subject].append(judgement)

    def assess(self, cluster: Sequence[Telling]) -> Incident:
        """The incident of a cluster: at least one telling, in any order.

        Its id is the earliest telling's. A cluster that says of nothing that it happened gives an incident without claims.
        """
        tellings = sorted(cluster, key=_order)
        first = tellings[0].id
        names = {t.id for t in tellings} | {claim.id for t in tellings for claim in t.claims}
        own = self._judgements(names)
        if own:
            tellings = sorted(judged(tellings, own, self._registry).tellings, key=_order)
            first = tellings[0].id if tellings else first
        said = self._origins.of(tellings)
        claims = [claim for telling in tellings for claim in telling.claims]
        outlook = tuple(claim.id for claim in claims if claim.modality in OUTLOOK)
        happened = any(is_of_the_incident(claim) for claim in claims)
        held = [claim for claim in claims if happened and claim.modality not in OUTLOOK]
        witnesses = witnesses_of(said) if happened else []
        told = [s for w in witnesses for s in w.told]
        ranges = _ranges(witnesses)
        place, where = _place(told or said)
        grade, reason = grade_of_accounts(witnesses, self._origins, grade_of(own, names))
        per_report = Counter(claim.report for claim in held)
        return Incident(
            id=first,
            tellings=tuple(telling.id for telling in tellings) or (first,),
            reports=tuple(per_report.items()),
            claims=tuple(claim.id for claim in held),
            date=date_of(told or said),
            place=place,
            where=where,
            types=_types(told, held),
            perpetrators=self._perpetrators(witnesses),
            killed=ranges.get((Measure.KILLED, None)),
            injured=ranges.get((Measure.INJURED, None)),
            by_category={(measure, c): value for (measure, c), value in ranges.items() if c is not None},
            origins=tuple(_origin(w) for w in witnesses),
            accounts=tuple(self._account(w) for w in witnesses),
            disputes=disputes_of(witnesses, self._origins),
            grade=grade,
            grade_reason=reason,
            outlook=outlook,
        )

    def _judgements(self, names: Iterable[str]) -> list[Judgement]:
        if not self._by_subject:
            return []
        found = {j.id: j for name in names for j in self._by_subject.get(name, ())}
        return [found[name] for name in sorted(found)]

    def _account(self, witness: Witness) -> Account:
        values = {
            key: made for key, value in sorted(witness.values.items(), key=_by_key) if (made := range_of([value]))
        }
        return Account(
            origin=witness.name,
            claims=claims_of(witness.said),
            tellings=tuple(dict.fromkeys(s.telling.id for s in witness.said)),
            perpetrators=tuple(p.name for p in witness.perpetrators(self._origins).values()),
            values=values,
        )

    def _perpetrators(self, witnesses: Sequence[Witness]) -> tuple[str, ...]:
        """Whom the accounts name, most accounts first, then most claims."""
        accounts: Counter[str] = Counter()
        claims: Counter[str] = Counter()
        for witness in witnesses:
            named = [p.name for s in witness.told if (p := perpetrator_of(s, self._origins)) is not None]
            claims.update(named)
            accounts.update(set(named))
        return tuple(sorted(accounts, key=lambda name: (-accounts[name], -claims[name], name)))


def assess(
    cluster: Sequence[Telling], families: Iterable[Family], registry: Registry, judgements: Sequence[Judgement] = ()
) -> Incident:
    """The incident of one cluster; for many, make one Assessor."""
    return Assessor(families, registry, judgements).assess(cluster)


def _order(telling: Telling) -> tuple[object, ...]:
    """DESIGN.md's order; two that begin at the same word go by id."""
    return *telling.order, telling.id


def _by_key(item: tuple[Key, object]) -> tuple[str, str]:
    (measure, category), _ = item
    return measure.value, category.value if category else ""


def _ranges(witnesses: Sequence[Witness]) -> dict[tuple[Measure, Category | None], Range]:
    values = defaultdict(list)
    for witness in witnesses:
        for key, value in witness.values.items():
            values[key].append(value)
    ranges = {}
    for key, own in sorted(values.items(), key=_by_key):
        made = range_of(own)
        if made is not None:
            ranges[key] = made
    return ranges


def _origin(witness: Witness) -> Origin:
    reports = {s.telling.report for s in witness.said}
    return Origin(witness.name, tuple(sorted(reports)), witness.voice.side)


def _types(told: Iterable[Said], claims: Iterable[Claim]) -> tuple[EventType, ...]:
    """The types of what is said to have happened, most origins first, then most claims; of what is denied where nothing is."""
    origins: dict[EventType, set[object]] = defaultdict(set)
    counts: Counter[EventType] = Counter()
    for s in told:
        if isinstance(s.claim, Event):
            origins[s.claim.type].add(s.voice)
    for claim in claims:
        if isinstance(claim, Event) and is_of_the_incident(claim) and claim.modality is not Modality.DENIED:
            counts[claim.type] += 1
    if not origins:
        counts.update(claim.type for claim in claims if isinstance(claim, Event))
    order = list(EventType)
    return tuple(sorted(counts, key=lambda kind: (-len(origins[kind]), -counts[kind], order.index(kind))))


def _place(said: Sequence[Said]) -> tuple[str | None, ResolvedPlace | None]:
    """The most exact place, among equals the one of most origins and claims; its name as written."""
    origins: dict[ResolvedPlace | None, set[object]] = defaultdict(set)
    written: dict[ResolvedPlace | None, Counter[str]] = defaultdict(Counter)
    claims: Counter[ResolvedPlace | None] = Counter()
    for s in said:
        place = s.telling.resolutions[s.claim.id].place
        if s.claim.place:
            written[place][s.claim.place] += 1
        if place is not None or s.claim.place:
            origins[place].add(s.voice)
            claims[place] += 1
    if not claims:
        return None, None
    exact = list(Precision)

    def rank(place: ResolvedPlace | None) -> tuple[int, int, int, str]:
        sure = exact.index(place.precision) if place else len(exact)
        return sure, -len(origins[place]), -claims[place], place.place_id if place else ""

    best = min(claims, key=rank)
    names: Mapping[str, int] = written[best]
    name = min(names, key=lambda n: (-names[n], n), default=best.name if best else None)
    return name, best
