"""What people judged of claims, applied to tellings: rejected claims leave, corrected fields change.

Apply before linking, so that a corrected place or day counts there too. Must-link and cannot-link are link's, a grade is
given in grading.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from according.domain.claim import Claim, Event, Figure, Resolution
from according.domain.incident import Telling
from according.domain.judgement import Judgement
from according.domain.mention import DateSpan
from according.domain.problem import Problem
from according.domain.protocols import Registry
from according.domain.values import Bound, Category, Cause, DisplacementTerm, Grade, JudgementKind, Modality, Unit
from according.text.fold import fold


@dataclass(frozen=True, slots=True)
class Judged:
    """`problems` lists the judgements that could not be applied; nothing of them is lost."""

    tellings: tuple[Telling, ...]
    problems: tuple[Problem, ...]


def judged(tellings: Iterable[Telling], judgements: Sequence[Judgement], registry: Registry) -> Judged:
    """The tellings with rejected claims gone and corrected fields set, and what could not be done.

    A judgement about a claim or telling that is no more is a problem ("judgement-lost"), as is a correction of a field that
    cannot be corrected or to a value that it cannot have ("judgement-unusable"). Applying twice changes nothing more.
    """
    tellings = tuple(tellings)
    ordered = sorted(judgements, key=lambda j: (j.at, j.id))
    known = {telling.id for telling in tellings} | {claim.id for telling in tellings for claim in telling.claims}
    problems = [problem for j in ordered if (problem := _problem(j, known)) is not None]
    bad = {problem.what for problem in problems}
    acts: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in ordered:
        if judgement.kind in (JudgementKind.REJECT, JudgementKind.CORRECT) and judgement.id not in bad:
            for subject in judgement.subjects:
                acts[subject].append(judgement)
    if not acts:
        return Judged(tellings, tuple(problems))
    done = (_applied(telling, acts, registry) for telling in tellings)
    return Judged(tuple(telling for telling in done if telling is not None), tuple(problems))


def grade_of(judgements: Iterable[Judgement], names: set[str]) -> tuple[Grade, Judgement] | None:
    """The newest grade that somebody gave to the incident that holds one of these claims or tellings."""
    given = [
        (grade, j)
        for j in judgements
        if j.kind is JudgementKind.GRADE and names & set(j.subjects) and (grade := _grade(j.value)) is not None
    ]
    return max(given, key=lambda pair: (pair[1].at, pair[1].id), default=None)


def _problem(judgement: Judgement, known: set[str]) -> Problem | None:
    lost = [subject for subject in judgement.subjects if subject not in known]
    if lost or not judgement.subjects:
        what = " and ".join(name[:10] for name in lost) or "nothing"
        why = f"it is about {what}, which is no longer read: look at the report and judge again ({judgement.why})"
        return Problem("judgement-lost", judgement.id, why)
    if judgement.kind is JudgementKind.GRADE and _grade(judgement.value) is None:
        grades = ", ".join(grade.value for grade in Grade)
        return Problem("judgement-unusable", judgement.id, f"its grade must be one of {grades}")
    if judgement.kind is JudgementKind.CORRECT:
        read = _FIELDS.get(judgement.field or "")
        if read is None:
            fields = ", ".join(sorted(_FIELDS))
            why = f"'{judgement.field}' cannot be corrected, only {fields}; reject a claim of the wrong measure or type"
            return Problem("judgement-unusable", judgement.id, why)
        try:
            read(_value(judgement.value))
        except (ValueError, TypeError, AttributeError):
            why = f"{judgement.value!r} is no value that '{judgement.field}' can have"
            return Problem("judgement-unusable", judgement.id, why)
    return None


def _applied(telling: Telling, acts: Mapping[str, Sequence[Judgement]], registry: Registry) -> Telling | None:
    if telling.id not in acts and not any(claim.id in acts for claim in telling.claims):
        return telling
    claims: list[Claim] = []
    resolutions: dict[str, Resolution] = {}
    for claim in telling.claims:
        own = [*acts.get(telling.id, ()), *acts.get(claim.id, ())]
        if any(judgement.kind is JudgementKind.REJECT for judgement in own):
            continue
        resolution = telling.resolutions[claim.id]
        for judgement in sorted(own, key=lambda j: (j.at, j.id)):
            claim, resolution = _corrected(claim, resolution, judgement, telling, registry)
        claims.append(claim)
        resolutions[claim.id] = resolution
    if not claims:
        return None
    return Telling.framed(telling.id, claims, resolutions, telling.published, telling.publisher, telling.setting)


def _corrected(
    claim: Claim, resolution: Resolution, judgement: Judgement, telling: Telling, registry: Registry
) -> tuple[Claim, Resolution]:
    field = judgement.field or ""
    value = _FIELDS[field](_value(judgement.value))
    if field in ("low", "high", "bound", "vague"):
        if isinstance(claim, Figure):
            claim = replace(claim, quantity=replace(claim.quantity, **{field: value}))
        return claim, resolution
    if field not in claim.__dataclass_fields__:
        return claim, resolution
    claim = replace(claim, **{field: value})
    if field == "perpetrator":
        actor = registry.find(value) if value else None
        resolution = replace(resolution, perpetrator=actor.label if actor else None)
    elif field == "attribution":
        actors = [registry.find(name) for name in value]
        resolution = replace(resolution, speakers=tuple(actor.label if actor else None for actor in actors))
    elif field == "place":
        resolution = replace(resolution, place=_known_place(value, telling))
    return claim, resolution


def _known_place(name: str | None, telling: Telling) -> Any:
    """What the telling already resolved that name to; nobody here can look a new one up, and unknown is null."""
    for claim in telling.claims:
        if name and claim.place and fold(claim.place) == fold(name):
            return telling.resolutions[claim.id].place
    return None


def _value(value: str | None) -> Any:
    return json.loads(value) if value is not None else None


def _grade(value: str | None) -> Grade | None:
    for read in (_value, str):
        try:
            return Grade(read(value))
        except ValueError:
            continue
    return None


def _text(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(value)
    return value or None


def _number(value: Any) -> int | None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
        raise ValueError(value)
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _names(value: Any) -> tuple[str, ...]:
    names = value.split("; ") if isinstance(value, str) else list(value or ())
    return tuple(name for name in map(_text, names) if name)


def _maybe(kind: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else kind(value)


_FIELDS: Mapping[str, Callable[[Any], Any]] = {
    "low": _number,
    "high": _number,
    "bound": _maybe(Bound),
    "vague": _truth,
    "category": Category,
    "unit": Unit,
    "term": _maybe(DisplacementTerm),
    "cause": _maybe(Cause),
    "cumulative": _truth,
    "part_of": _text,
    "place": _text,
    "date": _maybe(DateSpan.from_iso),
    "perpetrator": _text,
    "weapon": _text,
    "target": _text,
    "attribution": _names,
    "modality": Modality,
}
"""What can be corrected and how its JSON value is read. Measure and type are part of which claim it is."""

assert set(_FIELDS) - {"low", "high", "bound", "vague"} <= {
    *Figure.__dataclass_fields__,
    *Event.__dataclass_fields__,
}
