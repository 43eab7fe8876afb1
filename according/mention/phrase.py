"""What the words around a place's name say: that it is only near, and which area holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_KIND = r"(?:city|town|village|hamlet|district|neighbou?rhood|area|region|province|governorate|camp|suburb|enclave)"
_SIDE = r"(?:north|south|east|west|central|northern|southern|eastern|western|north-?western|north-?eastern|south-?western|south-?eastern|northwest|northeast|southwest|southeast|rural)"
_SIDES = rf"(?:{_SIDE}(?:[- ]{_SIDE})?)"
_OF = rf"(?:\s+of(?:\s+the)?(?:\s+{_KIND}\s+of)?)"
_NEAR_BEFORE = re.compile(
    rf"\b(?P<word>near|outside|close\s+to|around|beside|on\s+the\s+road\s+to|"
    rf"(?:outskirts|edge|suburbs?|countryside|vicinity|environs|entrance){_OF}|"
    rf"(?:kms?|kilomet(?:er|re)s?|miles?)(?:\s+{_SIDES})?\s+(?:of|from)|{_SIDES}\s+of)"
    rf"(?:\s+the)?(?:\s+(?:{_SIDES}\s+)?(?:\w+\s+)?{_KIND}\s+of)?\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:['’]s)?\s+(?:\w+\s+)?(?P<word>countryside|suburbs?|outskirts|hinterland)\b", re.IGNORECASE)
_SIDE_BEFORE = re.compile(rf"\b(?P<word>{_SIDES})\s+(?:rural\s+)?$", re.IGNORECASE)

_HOLDER_AFTER = re.compile(
    rf"(?:\s+{_KIND})?(?:\s*,\s*|\s+)(?:(?:in|of|inside|across)\s+)?(?:the\s+)?(?:{_SIDES}\s+)?"
    rf"(?:(?:part|countryside|suburbs?|{_KIND})\s+of\s+)?(?:the\s+)?(?:{_SIDES}\s+)?",
    re.IGNORECASE,
)
_JOINS = re.compile(r"\s*,\s*|\s+(?:in|of|inside)\b", re.IGNORECASE)
_HOLDER_BEFORE = re.compile(
    rf"(?:['’]s|\s+(?:province|governorate|region|countryside)(?:['’]s)?)\s+(?:{_SIDES}\s+)?(?:\w+\s+)?(?:{_KIND})(?:\s+of)?\s+"
    rf"|['’]s\s+(?:{_SIDES}\s+)?",
    re.IGNORECASE,
)
_OWNS = re.compile(rf"['’]s\s+(?:{_SIDES}\s+)?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\(\s*")


def relation_of(text: str, begin: int, stop: int, start: int, end: int) -> str | None:
    """What stands between the place and what is said of it, in lower case: "near", "south of", "countryside", "northern"."""
    before = text[max(begin, start - 80) : start]
    for pattern in (_NEAR_BEFORE, _SIDE_BEFORE):
        if found := pattern.search(before):
            word = " ".join(found.group("word").lower().split())
            return next((known for known in ("countryside", "outskirts", "suburb") if known in word), word)
    if found := _AFTER.match(text[end : min(stop, end + 60)]):
        return "suburb" if found.group("word").lower().startswith("suburb") else found.group("word").lower()
    return None


def holders_of(text: str, spans: Sequence[tuple[int, int]], number: int) -> Iterator[int]:
    """Which of the names the phrase may give as holding name `number`: the next one ("Hass in Idlib"), the one before."""
    start, end = spans[number]
    if number + 1 < len(spans):
        gap = text[end : spans[number + 1][0]]
        if len(gap) < 70 and ((_HOLDER_AFTER.fullmatch(gap) and _JOINS.search(gap)) or _IN_BRACKETS.fullmatch(gap)):
            yield number + 1
            if number + 2 < len(spans) and _OWNS.fullmatch(text[spans[number + 1][1] : spans[number + 2][0]]):
                # "Hass in Syria's Idlib"
                yield number + 2
    if number:
        gap = text[spans[number - 1][1] : start]
        if len(gap) < 70 and _HOLDER_BEFORE.fullmatch(gap):
            yield number - 1
