"""Assessing hand-made tellings with hand-made families."""

from __future__ import annotations

from collections.abc import Sequence

from according.assess import assess
from according.domain.incident import Account, Dispute, Family, Incident, Range, Telling
from according.domain.judgement import Judgement
from according.domain.values import Category, DisputeKind, JudgementKind, Measure
from tests.link.making import Registry


def assessed(*tellings: Telling, families: Sequence[Family] = (), judgements: Sequence[Judgement] = ()) -> Incident:
    return assess(tellings, families, Registry(), judgements)


def span(value: Range | None) -> tuple[int | None, int | None, int | None, bool] | None:
    return None if value is None else (value.low, value.high, value.best, value.open)


def killed(*tellings: Telling, **more: object) -> tuple[int | None, int | None, int | None, bool] | None:
    """(low, high, best, open) of the people killed who are not said to be combatants."""
    return span(assessed(*tellings, **more).killed)  # type: ignore[arg-type]


def of(account: Account, measure: Measure = Measure.KILLED, category: Category | None = None) -> object:
    return span(account.values.get((measure, category)))


def origins(incident: Incident) -> dict[str, tuple[str, ...]]:
    return {origin.name: origin.reports for origin in incident.origins}


def disputes(incident: Incident, kind: DisputeKind) -> list[Dispute]:
    return [dispute for dispute in incident.disputes if dispute.kind is kind]


def family(*reports: str, publisher: str | None = None, taken: Sequence[tuple[str, int, int]] = ()) -> Family:
    return Family(f"family-{reports[0]}", reports, publisher, tuple(taken))


def judgement(kind: JudgementKind, *subjects: str, **more: str) -> Judgement:
    fields = {"id": f"{kind.value}-{more.get('at', '')}", "who": "a reviewer", "why": "saw the list", **more}
    fields.setdefault("at", "2031-04-01T00:00:00Z")
    return Judgement(kind=kind, subjects=subjects, **fields)
