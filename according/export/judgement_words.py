"""Judgements in words, and as JSON: what was decided, by whom, when and why."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from according.domain.claim import Claim
from according.domain.judgement import Judgement
from according.domain.mention import DateSpan
from according.domain.values import Bound, JudgementKind
from according.export.reading_line import Json
from according.export.wording import claim_words, day_words

REVIEWED = "reviewed"
"""The field of a note that closes an item of the review."""


def judgement_words(judgement: Judgement) -> str:
    """ "rejected, judged by amal on 2031-03-05: counted twice"."""
    return f"{decision_words(judgement)}, judged by {judgement.who} on {judgement.at[:10]}: {judgement.why}"


def decision_words(judgement: Judgement) -> str:
    """What was decided, without who and why: "place corrected to Hass"."""
    match judgement.kind:
        case JudgementKind.MUST_LINK:
            return "one happening with " + _others(judgement.subjects)
        case JudgementKind.CANNOT_LINK:
            return "kept apart: " + _others(judgement.subjects)
        case JudgementKind.REJECT:
            return "rejected" if len(judgement.subjects) == 1 else f"{len(judgement.subjects)} claims rejected"
        case JudgementKind.CORRECT:
            return f"{(judgement.field or '').replace('_', ' ')} corrected to {value_words(judgement)}"
        case JudgementKind.GRADE:
            return f"graded {value_words(judgement)}"
        case JudgementKind.NOTE:
            return "looked at" if judgement.field == REVIEWED else "note"
        case JudgementKind.WITHDRAW:
            return f"judgement {judgement.subjects[0][:10]} taken back"


def kind_words(judgement: Judgement) -> str:
    """The shortest form, for a column: "place corrected", "rejected"."""
    if judgement.kind is JudgementKind.CORRECT:
        return f"{(judgement.field or '').replace('_', ' ')} corrected"
    return decision_words(judgement)


def value_words(judgement: Judgement) -> str:
    """The value of a correction or grade as a person writes it; "unknown" for null."""
    try:
        value: Any = json.loads(judgement.value) if judgement.value is not None else None
    except ValueError:
        return str(judgement.value)
    if judgement.field == "quantity" and isinstance(value, dict):
        return _quantity(value)
    if judgement.field == "place" and isinstance(value, dict):
        return f"{value.get('name')} ({value.get('place_id')})"
    if value is None:
        return "unknown"
    if isinstance(value, list):
        return "; ".join(map(str, value)) or "the publisher"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def read_words(read: Claim, corrected: Claim) -> list[str]:
    """What was read in the fields that a person corrected: "killed people 4", "place Hass"."""
    words = []
    if claim_words(read) != claim_words(corrected):
        words.append(claim_words(read))
    for name in (
        "place",
        "date",
        "perpetrator",
        "weapon",
        "target",
        "attribution",
        "modality",
        "cumulative",
        "part_of",
    ):
        before, after = getattr(read, name, None), getattr(corrected, name, None)
        if before != after:
            words.append(f"{name.replace('_', ' ')} {_read(before)}")
    return words


def _read(value: Any) -> str:
    if isinstance(value, DateSpan):
        return day_words(value)
    if isinstance(value, tuple):
        return "; ".join(value) or "the publisher"
    return "unknown" if value is None else {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def judgement_object(judgement: Judgement) -> Json:
    """Every key is always there."""
    return {
        "id": judgement.id,
        "kind": judgement.kind.value,
        "subjects": list(judgement.subjects),
        "who": judgement.who,
        "at": judgement.at,
        "why": judgement.why,
        "field": judgement.field,
        "value": judgement.value,
    }


def _others(subjects: Iterable[str]) -> str:
    return " and ".join(subject[:10] for subject in subjects)


def _quantity(value: dict[str, Any]) -> str:
    low, high, bound = value.get("low"), value.get("high"), value.get("bound")
    words = {
        Bound.AT_LEAST.value: f"at least {low}",
        Bound.MORE_THAN.value: f"more than {low}",
        Bound.AT_MOST.value: f"up to {high}",
        Bound.FEWER_THAN.value: f"fewer than {high}",
        Bound.ABOUT.value: f"about {low}",
    }
    if low is None and high is None:
        return "a number not said"
    return words.get(str(bound)) or (str(low) if low == high else f"{low} to {high}")
