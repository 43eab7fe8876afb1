"""What people judged of claims, applied to tellings: rejected claims leave, corrected fields change.

Apply before linking, so that a corrected place or day counts there too. Must-link and cannot-link are link's, a grade is
given in grading.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from according.assess.fields import FIELDS, read_field
from according.domain.claim import Claim, Figure, Resolution
from according.domain.ids import telling_id
from according.domain.incident import Telling
from according.domain.judgement import Judgement
from according.domain.place import ResolvedPlace
from according.domain.problem import Problem
from according.domain.protocols import Registry
from according.domain.values import Grade, JudgementKind, unit_of
from according.text.fold import fold

OF_TELLINGS = frozenset({JudgementKind.MUST_LINK, JudgementKind.CANNOT_LINK, JudgementKind.GRADE})
"""What is said of a telling, by whichever of its claims it is named."""


_OF_MANY = frozenset({JudgementKind.REJECT, JudgementKind.CORRECT, JudgementKind.NOTE})


@dataclass(frozen=True, slots=True)
class Judged:
    """`problems` lists the judgements that could not be applied; nothing of them is lost.

    `judgements` are those that could: what is said of a telling names it by the id that it has now.
    """

    tellings: tuple[Telling, ...]
    problems: tuple[Problem, ...]
    judgements: tuple[Judgement, ...] = ()


def judged(tellings: Iterable[Telling], judgements: Sequence[Judgement], registry: Registry | None) -> Judged:
    """The tellings with rejected claims gone and corrected fields set, and what could not be done.

    Pass what stands (domain.judgement.standing). A judgement about a claim or telling that is no more is a problem
    ("judgement-lost"), as is a correction of a field that cannot be corrected or to a value that it cannot have
    ("judgement-unusable"). Applying twice changes nothing more.
    """
    tellings = tuple(tellings)
    if not judgements:
        return Judged(tellings, ())
    ordered = sorted(judgements, key=lambda j: j.order)
    held = _Held(tellings, {subject for j in ordered for subject in j.subjects})
    problems: list[Problem] = []
    usable: list[Judgement] = []
    for judgement in ordered:
        lost, unusable = _lost(judgement, held), _unusable(judgement)
        problems += [problem for problem in (lost, unusable) if problem is not None][:1]
        known = tuple(subject for subject in judgement.subjects if subject in held)
        whole = len(known) == len(judgement.subjects)
        # A claim among many that is no longer read leaves the others rejected or corrected; half a pair says nothing.
        if unusable is None and (lost is None or (known and judgement.kind in _OF_MANY)):
            if judgement.kind in OF_TELLINGS and whole:
                known = tuple(held.telling(subject) for subject in known)
            usable.append(replace(judgement, subjects=known))
    acts: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in usable:
        if judgement.kind in (JudgementKind.REJECT, JudgementKind.CORRECT):
            for subject in judgement.subjects:
                acts[subject].append(judgement)
    if acts:
        done = (_applied(telling, acts, registry) for telling in tellings)
        tellings = tuple(telling for telling in done if telling is not None)
    return Judged(tellings, tuple(problems), tuple(usable))


def amended(
    claim: Claim,
    resolution: Resolution,
    judgements: Iterable[Judgement],
    registry: Registry | None,
    telling: Telling | None = None,
) -> tuple[Claim, Resolution]:
    """A claim with the corrections among these judgements, which are all about it; the newest of a field counts.

    Those that cannot be used change nothing. Without `registry` corrected names stand for nobody known; `telling` knows
    where the places are that it names.
    """
    for judgement in sorted(judgements, key=lambda j: j.order):
        if judgement.kind is JudgementKind.CORRECT and _unusable(judgement) is None:
            claim, resolution = _corrected(claim, resolution, judgement, telling, registry)
    return claim, resolution


def grade_of(judgements: Iterable[Judgement], names: set[str]) -> tuple[Grade, Judgement] | None:
    """The newest grade that somebody gave to the incident that holds one of these claims or tellings."""
    given = [
        (grade, j)
        for j in judgements
        if j.kind is JudgementKind.GRADE and names & set(j.subjects) and (grade := _grade(j.value)) is not None
    ]
    return max(given, key=lambda pair: pair[1].order, default=None)


class _Held:
    """The subjects that are still read, each with its telling.

    A telling's id follows from its first claim: under an old one the telling is meant that holds this claim now.
    """

    def __init__(self, tellings: Sequence[Telling], subjects: set[str]) -> None:
        self._telling: dict[str, str] = {}
        for telling in tellings:
            self._telling[telling.id] = telling.id
            self._telling.update((claim.id, telling.id) for claim in telling.claims)
        if subjects - self._telling.keys():
            for telling in tellings:
                for claim in telling.claims:
                    self._telling.setdefault(telling_id(claim.id), telling.id)

    def __contains__(self, subject: str) -> bool:
        return subject in self._telling

    def telling(self, subject: str) -> str:
        return self._telling[subject]


def _lost(judgement: Judgement, held: _Held) -> Problem | None:
    lost = [subject for subject in judgement.subjects if subject not in held]
    if not lost and judgement.subjects:
        return None
    what = " and ".join(name[:10] for name in lost) or "nothing"
    why = f"it is about {what}, which is no longer read: look at the report and judge again ({judgement.why})"
    return Problem("judgement-lost", judgement.id, why)


def _unusable(judgement: Judgement) -> Problem | None:
    if judgement.kind is JudgementKind.GRADE and _grade(judgement.value) is None:
        grades = ", ".join(grade.value for grade in Grade)
        return Problem("judgement-unusable", judgement.id, f"its grade must be one of {grades}")
    if judgement.kind is JudgementKind.CORRECT:
        if judgement.field is None or judgement.field not in FIELDS:
            fields = ", ".join(sorted(FIELDS))
            why = f"'{judgement.field}' cannot be corrected, only {fields}; reject a claim of the wrong measure or type"
            return Problem("judgement-unusable", judgement.id, why)
        try:
            read_field(judgement.field, judgement.value)
        except ValueError:
            why = f"{judgement.value!r} is no value that '{judgement.field}' can have"
            return Problem("judgement-unusable", judgement.id, why)
    return None


def _applied(telling: Telling, acts: Mapping[str, Sequence[Judgement]], registry: Registry | None) -> Telling | None:
    if telling.id not in acts and not any(claim.id in acts for claim in telling.claims):
        return telling
    claims: list[Claim] = []
    resolutions: dict[str, Resolution] = {}
    for claim in telling.claims:
        own = [*acts.get(telling.id, ()), *acts.get(claim.id, ())]
        if any(judgement.kind is JudgementKind.REJECT for judgement in own):
            continue
        claim, resolution = amended(claim, telling.resolutions[claim.id], own, registry, telling)
        claims.append(claim)
        resolutions[claim.id] = resolution
    if not claims:
        return None
    return Telling.framed(telling.id, claims, resolutions, telling.published, telling.publisher, telling.setting)


def _corrected(
    claim: Claim, resolution: Resolution, judgement: Judgement, telling: Telling | None, registry: Registry | None
) -> tuple[Claim, Resolution]:
    field = judgement.field or ""
    value = read_field(field, judgement.value)
    if field == "quantity":
        if isinstance(claim, Figure):
            claim = replace(claim, quantity=replace(value, stated=claim.quantity.stated))
        return claim, resolution
    if field in ("low", "high", "bound", "vague"):
        if isinstance(claim, Figure):
            claim = replace(claim, quantity=replace(claim.quantity, **{field: value}))
        return claim, resolution
    if field not in claim.__dataclass_fields__:
        return claim, resolution
    if field == "place":
        where = value if isinstance(value, ResolvedPlace) else _known_place(value, telling)
        name = value.name if isinstance(value, ResolvedPlace) else value
        return replace(claim, place=name), replace(resolution, place=where)
    claim = replace(claim, **{field: value})
    if field == "category" and isinstance(claim, Figure):
        claim = replace(claim, unit=unit_of(value))
    elif field == "perpetrator":
        actor = registry.find(value) if registry and value else None
        resolution = replace(resolution, perpetrator=actor.label if actor else None)
    elif field == "attribution":
        actors = [registry.find(name) if registry else None for name in value]
        resolution = replace(resolution, speakers=tuple(actor.label if actor else None for actor in actors))
    return claim, resolution


def _known_place(name: str | None, telling: Telling | None) -> ResolvedPlace | None:
    """What the telling already resolved that name to; nobody here can look a new one up, and unknown is null."""
    for claim in telling.claims if telling else ():
        if name and claim.place and fold(claim.place) == fold(name):
            return telling.resolutions[claim.id].place if telling else None
    return None


def _grade(value: str | None) -> Grade | None:
    for read in (json.loads, str):
        try:
            return Grade(read(value or ""))
        except ValueError:
            continue
    return None
