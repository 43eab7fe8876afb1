"""What the Arabic words around a place's name say, in clean text: that it is only near, and which area holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from according.text.arabic import LETTERS
from according.vocab.places.arabic import any_of, relations

_JOINED = r"[وف]?[بلك]?"
_SIDES = {"الشمال": "northern", "الجنوب": "southern", "الشرق": "eastern", "الغرب": "western"}
_SIDE_AFTER = re.compile(r"[\"')\s]*\s(ال(?:شمال|جنوب|شرق|غرب))ي(?:ه)?(?:\s+ال(?:شمال|جنوب|شرق|غرب)يه?)?")
_LONGEST_GAP = 60


def relation_of(text: str, begin: int, stop: int, start: int, end: int) -> str | None:
    """What stands between the place and what is said of it, in English: "near", "south of", "southern countryside"."""
    before = _before().search(text, max(begin, start - 60), start)
    if before is None:
        return None
    word = relations()[" ".join(before.group("word").split())]
    side = _SIDE_AFTER.match(text, end, stop) if word == "countryside" else None
    return f"{_SIDES[side.group(1)]} {word}" if side else word


def holders_of(text: str, spans: Sequence[tuple[int, int]], number: int) -> Iterator[int]:
    """Which of the names the phrase may give as holding name `number`: the next ones of the chain ("بلدة أ بريف ب")."""
    for other in range(number + 1, min(number + 4, len(spans))):
        gap = text[spans[other - 1][1] : spans[other][0]]
        if len(gap) > _LONGEST_GAP or not gap.strip() or not _held().fullmatch(gap):
            break
        yield other
    if number and _holder_before().fullmatch(text[spans[number - 1][1] : spans[number][0]]):
        yield number - 1


@cache
def _before() -> re.Pattern[str]:
    words = any_of("near", "outskirts", "countryside", "side", "between")
    kinds = any_of("settlement", "area", "site")
    return re.compile(
        rf"(?<![{LETTERS}]){_JOINED}(?P<word>{words})(?:\s+(?:من|ل))?[\s\"']+(?:[بل]?{kinds}\s+){{0,2}}[\"'(]*(?:ل|ب)?$"
    )


@cache
def _holder_before() -> re.Pattern[str]:
    """ "ريف ادلب الشمالي: قرية كفردريان": the wider name stands first."""
    return re.compile(rf"\s*(?:ال(?:ريف|[{LETTERS}]+ي)\s*){{0,3}}[:,-]?\s*(?:في\s+)?{any_of('settlement')}[\s\"']+")


@cache
def _held() -> re.Pattern[str]:
    kinds = any_of("settlement", "area", "site", "countryside", "near", "outskirts", "side", "inside")
    joins = r"(?:في|ضمن|من|الي|علي|التابعه|التابع|الواقعه|الواقع)"
    return re.compile(
        rf"[\"')\s]*(?:ال[{LETTERS}]+ي?ه?\s*){{0,2}}(?:[,(/:-]\s*)?(?:{joins}\s*){{0,2}}(?:[بل]?(?:ال)?{kinds}\s*){{0,3}}[\"'(\s]*(?:[بل]|ال)?"
    )
