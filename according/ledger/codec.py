"""Domain values as JSON and back, exactly: the only place that knows how the ledger spells them.

The spelling follows from the types: a dataclass is an object of its fields, an enum its value, a date its ISO day, a
tuple a list, a mapping a sorted list of [key, value]. None is left out where an absent field means None, so that a
field added later with a default reads old rows too.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from according.domain.claim import Claim, Event, Figure
from according.domain.values import ClaimKind

_T = TypeVar("_T")
_F = TypeVar("_F", bound=Callable[..., Any])
_CLAIMS: Mapping[str, type[Claim]] = {ClaimKind.FIGURE.value: Figure, ClaimKind.EVENT.value: Event}


def dumps(value: object) -> str:
    """Canonical JSON: the same value always gives the same text. Raises ValueError on NaN and infinities."""
    plain = _encoder(type(value))(value)
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    # A lone surrogate (broken input has them) cannot be stored as UTF-8: then everything is escaped.
    return text if _is_utf8(text) else json.dumps(plain, sort_keys=True, separators=(",", ":"), allow_nan=False)


def loads(kind: type[_T], text: str) -> _T:
    """The value of that type that `dumps` wrote. Raises ValueError, KeyError or TypeError on anything else."""
    value: _T = _decoder(kind)(json.loads(text))
    return value


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _once(make: _F) -> _F:
    """`cache` as mypy cannot know it: types can be hashed."""
    return cast(_F, cache(make))


@_once
def _encoder(kind: type) -> Callable[[Any], Any]:
    if dataclasses.is_dataclass(kind):
        return _object_encoder(kind)
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, date):
        return lambda value: value.isoformat()
    if issubclass(kind, (tuple, list)):
        return lambda value: [_encoder(type(item))(item) for item in value]
    if issubclass(kind, Mapping):
        return _pairs
    if issubclass(kind, (str, int, float, bool, NoneType)):
        return lambda value: value
    raise TypeError(f"the ledger does not store {kind.__name__}")


def _pairs(value: Mapping[Any, Any]) -> list[list[Any]]:
    pairs = [[_encoder(type(key))(key), _encoder(type(item))(item)] for key, item in value.items()]
    return sorted(pairs, key=lambda pair: json.dumps(pair[0]))


def _object_encoder(kind: type) -> Callable[[Any], dict[str, Any]]:
    # None may be left out unless absence would be read as another default.
    fields = [(f.name, f.default is None or f.default is dataclasses.MISSING) for f in dataclasses.fields(kind)]
    claim_kind = next((name for name, claim in _CLAIMS.items() if claim is kind), None)

    def encode(value: Any) -> dict[str, Any]:
        plain: dict[str, Any] = {} if claim_kind is None else {"kind": claim_kind}
        for name, optional in fields:
            item = getattr(value, name)
            if item is not None:
                plain[name] = _encoder(type(item))(item)
            elif not optional:
                plain[name] = None
        return plain

    return encode


@_once
def _decoder(kind: Any) -> Callable[[Any], Any]:
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (inner,) = (part for part in parts if part is not NoneType)
        decode = _decoder(inner)
        return lambda plain: None if plain is None else decode(plain)
    if origin is tuple and len(parts) == 2 and parts[1] is Ellipsis:
        decode = _decoder(parts[0])
        return lambda plain: tuple([decode(item) for item in plain])
    if origin is tuple:
        decoders = tuple(_decoder(part) for part in parts)
        return lambda plain: tuple(decode(item) for decode, item in zip(decoders, plain, strict=True))
    if origin is not None and issubclass(origin, Mapping):
        decode_key, decode_item = _decoder(parts[0]), _decoder(parts[1])
        return lambda plain: {decode_key(key): decode_item(item) for key, item in plain}
    if kind is Claim:
        return lambda plain: _decoder(_CLAIMS[plain["kind"]])(plain)
    if dataclasses.is_dataclass(kind):
        return _object_decoder(kind)
    if issubclass(kind, date):
        return date.fromisoformat
    if issubclass(kind, Enum):
        return lambda plain: kind(plain)
    return lambda plain: plain


def _object_decoder(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    fields = [(field.name, _decoder(hints[field.name])) for field in dataclasses.fields(kind)]
    unknown = {
        field.name: None
        for field in dataclasses.fields(kind)
        if field.default is field.default_factory is dataclasses.MISSING and NoneType in get_args(hints[field.name])
    }

    def decode(plain: Mapping[str, Any]) -> Any:
        return kind(**(unknown | {name: read(plain[name]) for name, read in fields if name in plain}))

    return decode
