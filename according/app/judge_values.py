"""The right value of a claim's field, as a person types it, to the JSON that a correction holds."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from enum import StrEnum

from according.app.judge_subjects import Unjudgeable
from according.assess import FIELDS, fields_of, read_field
from according.domain.claim import Claim, Event, Figure
from according.domain.mention import PlaceMention
from according.domain.place import Place, ResolvedPlace
from according.domain.protocols import Gazetteer
from according.domain.values import Bound, Category, Cause, DisplacementTerm, Modality, PlaceKind, Unit
from according.resolve.precision import located

UNKNOWN = ("-", "unknown", "none", "null")
"""What stands for "the report does not say"."""
_YES, _NO = ("yes", "true"), ("no", "false")
_CHOICES: Mapping[str, type[StrEnum]] = {
    "category": Category,
    "unit": Unit,
    "term": DisplacementTerm,
    "cause": Cause,
    "modality": Modality,
    "bound": Bound,
}
_MOST_NAMED = 6
"""Places of one name that a message lists."""
_NUMBER = r"(\d{1,9})"
_QUANTITIES: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(rf"(?:at least |>= ?){_NUMBER}|{_NUMBER} ?(?:\+| or more| and more)"), Bound.AT_LEAST),
    (re.compile(rf"(?:more than |over |> ?){_NUMBER}"), Bound.MORE_THAN),
    (re.compile(rf"(?:up to |at most |<= ?){_NUMBER}"), Bound.AT_MOST),
    (re.compile(rf"(?:fewer than |less than |< ?){_NUMBER}"), Bound.FEWER_THAN),
    (re.compile(rf"(?:about |around |~ ?){_NUMBER}"), Bound.ABOUT),
    (re.compile(rf"{_NUMBER} ?(?:-|–|to) ?{_NUMBER}"), Bound.BETWEEN),
    (re.compile(_NUMBER), Bound.EXACT),
)


def json_of(claim: Claim, field: str, typed: str, gazetteer: Gazetteer | None = None) -> str:
    """The JSON of a field's right value. Raises Unjudgeable, with what could be typed instead."""
    field, typed = spelled(field), typed.strip()
    can = fields_of(Figure if isinstance(claim, Figure) else Event)
    if field not in can:
        kind = "figure" if isinstance(claim, Figure) else "event"
        why = "the measure or type is part of which claim it is: reject it" if field in ("measure", "type") else ""
        raise Unjudgeable(
            f"{field!r} of a {kind} cannot be corrected{f' ({why})' if why else ''}, only {', '.join(can)}"
        )
    value = _value(claim, field, typed, gazetteer)
    written = json.dumps(value, ensure_ascii=False, sort_keys=True)
    try:
        read_field(field, written)
    except ValueError:
        raise Unjudgeable(f"{typed!r} is no {field.replace('_', ' ')}: {_what_fits(field)}") from None
    if isinstance(claim, Figure) and field in ("low", "high"):
        low = value if field == "low" else claim.quantity.low
        high = value if field == "high" else claim.quantity.high
        if isinstance(low, int) and isinstance(high, int) and low > high:
            raise Unjudgeable(f"{low} to {high} is no range: correct 'quantity', which sets both at once")
    return written


def spelled(field: str) -> str:
    """A field's name as claims have it: "part-of" is "part_of"."""
    return field.strip().casefold().replace("-", "_").replace(" ", "_")


def _value(claim: Claim, field: str, typed: str, gazetteer: Gazetteer | None) -> object:
    plain = typed.casefold()
    if not typed:
        raise Unjudgeable(f"say which {field} is right, or '-' where the report does not say: {_what_fits(field)}")
    if field == "quantity":
        return _quantity(plain)
    if plain in UNKNOWN:
        return [] if field == "attribution" else None
    if field in ("low", "high"):
        return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 10 else typed
    if field in ("vague", "cumulative"):
        return True if plain in _YES else False if plain in _NO else typed
    if field in _CHOICES:
        wanted = plain.replace(" ", "_")
        return next((c.value for c in _CHOICES[field] if wanted == spelled(c.value)), typed)
    if field == "attribution":
        return [name for part in typed.split(";") if (name := part.strip())]
    if field == "place":
        return _place(typed, gazetteer)
    if field == "part_of" and not re.fullmatch("[0-9a-f]{64}", plain):
        raise Unjudgeable(
            "'part_of' wants the full id of the bigger figure, of 64 characters: 'according claims --json'"
        )
    return typed


def _quantity(plain: str) -> object:
    if plain in (*UNKNOWN, "vague", "dozens", "several", "many"):
        return {"low": None, "high": None, "bound": None, "vague": True}
    for pattern, bound in _QUANTITIES:
        found = pattern.fullmatch(plain)
        if found is not None:
            numbers = [int(number) for number in found.groups() if number is not None]
            low = None if bound in (Bound.AT_MOST, Bound.FEWER_THAN) else numbers[0]
            high = None if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else numbers[-1]
            return {"low": low, "high": high, "bound": bound.value, "vague": False}
    return plain


def _place(typed: str, gazetteer: Gazetteer | None) -> object:
    """The place of that name or gazetteer id. A name that is no place's stays a name: unknown is null, never a guess."""
    if gazetteer is None:
        return typed
    named = gazetteer.get(typed)
    found = [named] if named is not None else list(gazetteer.find(typed))
    if not found:
        raise Unjudgeable(
            f"no place is known as {typed!r}: look with 'according gazetteer find', or add it with 'according gazetteer add'"
        )
    if len(found) > 1:
        which = "; ".join(map(_named, found[:_MOST_NAMED]))
        more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
        raise Unjudgeable(f"{len(found)} places are known as {typed!r}: give the id of one instead: {which}{more}")
    place = found[0]
    where = located(place, PlaceMention(0, place.name, PlaceKind.PLACE, (place,)), gazetteer)
    if where is None:
        raise Unjudgeable(f"{_named(place)} has no point in the gazetteer: give the area that holds it")
    return _plain(where)


def _named(place: Place) -> str:
    area = ", ".join(part for part in (place.admin1, place.country) if part)
    return f"{place.id} ({place.name}{f', {area}' if area else ''}, {place.feature})"


def _plain(where: ResolvedPlace) -> dict[str, object]:
    return asdict(where) | {"precision": where.precision.value}


def _what_fits(field: str) -> str:
    if field in _CHOICES:
        return "one of " + ", ".join(choice.value for choice in _CHOICES[field])
    return {
        "quantity": "a number as 14, 'at least 14', 'more than 14', 'up to 9', 'about 30', '3 to 5', or 'vague'",
        "low": "a number",
        "high": "a number",
        "vague": "yes or no",
        "cumulative": "yes or no",
        "date": "a day as 2031-03-05, or a span as 2031-03-05/2031-03-07",
        "attribution": "the speakers, with '; ' between them",
        "place": "a name or id that 'according gazetteer find' knows",
    }.get(field, "words as the report has them")


assert set(_CHOICES) <= set(FIELDS)
