"""The fields of a claim that a person can correct, and how the JSON value of a correction is read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from according.domain.claim import Event, Figure, Quantity
from according.domain.mention import DateSpan
from according.domain.place import ResolvedPlace
from according.domain.values import Bound, Category, Cause, DisplacementTerm, Modality, Precision, Unit

OF_QUANTITY = frozenset({"quantity", "low", "high", "bound", "vague"})
"""`quantity` sets the other four at once: {"low", "high", "bound", "vague"}."""


def read_field(field: str, value: str | None) -> Any:
    """The value of a correction, from its JSON. Raises ValueError where the field is none that can be corrected, or cannot
    hold it."""
    try:
        return FIELDS[field](json.loads(value) if value is not None else None)
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise ValueError(f"{value!r} is no value that '{field}' can have") from error


def fields_of(kind: type[Figure] | type[Event]) -> tuple[str, ...]:
    """What can be corrected of a figure, or of an event."""
    return tuple(f for f in FIELDS if f in kind.__dataclass_fields__ or (kind is Figure and f in OF_QUANTITY))


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


def _quantity(value: Any) -> Quantity:
    """Without the words: those stay the report's."""
    low, high, vague = _number(value["low"]), _number(value["high"]), _truth(value["vague"])
    bound = None if value["bound"] is None else Bound(value["bound"])
    if (low is not None and high is not None and low > high) or vague is not (bound is None):
        raise ValueError(value)
    if vague is not (low is None and high is None):
        raise ValueError(value)
    return Quantity("", low, high, bound, vague)


def _place(value: Any) -> str | ResolvedPlace | None:
    """A name alone is looked for among those of the telling; an object says where the place is."""
    if not isinstance(value, dict):
        return _text(value)
    if not value["name"] or not value["place_id"]:
        raise ValueError(value)
    return ResolvedPlace(
        place_id=str(value["place_id"]),
        name=str(value["name"]),
        lat=_degrees(value["lat"], 90),
        lon=_degrees(value["lon"], 180),
        precision=Precision(value["precision"]),
        radius_km=float(value["radius_km"]),
        country=_text(value["country"]),
        admin1=_text(value["admin1"]),
    )


def _degrees(value: Any, most: float) -> float | None:
    if value is None:
        return None
    if not abs(float(value)) <= most:
        raise ValueError(value)
    return float(value)


def _maybe(kind: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else kind(value)


FIELDS: Mapping[str, Callable[[Any], Any]] = {
    "quantity": _quantity,
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
    "place": _place,
    "date": _maybe(DateSpan.from_iso),
    "perpetrator": _text,
    "weapon": _text,
    "target": _text,
    "attribution": _names,
    "modality": Modality,
}
"""What can be corrected and how its JSON value is read. Measure and type are part of which claim it is."""

assert set(FIELDS) - OF_QUANTITY <= {*Figure.__dataclass_fields__, *Event.__dataclass_fields__}
