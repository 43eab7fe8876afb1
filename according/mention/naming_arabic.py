"""Is a name that the gazetteer knows a place here, in clean Arabic text? And names after "village of" that it does not know.

Arabic has no capitals: what tells a place from a word is what stands beside it. `places.py` then lets all mentions of one
name in a report decide together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from according.mention.naming import LOOK, Sense
from according.text.arabic import LETTERS
from according.text.fold import fold
from according.text.time_patterns_arabic import DAYS
from according.vocab.places import words
from according.vocab.places.arabic import any_of, beside, given_names

_OPEN = r"[\s\"'(\[]*"
_JOINED = r"[وف]?[بلك]?"
_WORD_BEFORE = re.compile(rf"([{LETTERS}]+)[\s\"']+$")
_WORD_AFTER = re.compile(rf"[\s\"']+([{LETTERS}]+)")
_LISTED = re.compile(rf"[\"'\s]*(?:[,/-]\s*)?(?:و\s?)?(?:{_JOINED}(?:مدينه|بلده|قريه|مدن|قري|بلدات)\s+)?[\"'\s]*")
_QUOTED = re.compile(r"\"([^\"\n]{3,30})\"")
_WORD = re.compile(f"[{LETTERS}]+")
_NEXT_WORD = re.compile(rf"\s([{LETTERS}]+)")
_FIRST = frozenset(
    "تل كفر دير خربه ام ابو بو عين بير جبل وادي شيخ الشيخ بيت رسم راس خان عرب معره جب حاج حج قره قلعه تله دار برج جسر باب بني"
    " كوم ظهر حوايج مرج".split()
)
"""First words of names that have two."""
_TELLING_APART = frozenset("الشرقي الغربي الكبير الصغير كبير صغير فوقاني تحتاني الفوقاني التحتاني".split())


def sense_of(text: str, begin: int, stop: int, start: int, end: int, tagged: bool) -> Sense:
    """What the name at text[start:end], in the sentence text[begin:stop], is. `tagged`: it stands behind a "#"."""
    before, after = text[max(begin, start - LOOK) : start], text[end : min(stop, end + LOOK)]
    name = text[start:end]
    joined = bool(before) and re.match(f"[{LETTERS}]", before[-1]) is not None
    before_word, after_word = _WORD_BEFORE.search(before), _WORD_AFTER.match(after)
    if _kind_before().search(before):
        return Sense.PLACE
    if before_word and not joined and before_word.group(1) in _titles():
        return Sense.PERSON
    if before_word and not joined and before_word.group(1) in given_names() and " " not in name:
        return Sense.PERSON
    if name in given_names():
        return Sense.PERSON if after_word and after_word.group(1) in given_names() else Sense.GIVEN
    if tagged or joined or _toward_before().search(before) or (after_word and after_word.group(1) in _said_after()):
        return Sense.LIKELY
    return Sense.OPEN


def listed(gap: str) -> bool:
    """Do the words between two names make the second one more of the same ("السرمانيه ودوير الاكراد")?"""
    return bool(gap.strip()) and _LISTED.fullmatch(gap) is not None


def unknown_names(text: str, begin: int, stop: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Names in the sentence that a word like "village" calls a place, where no known name stands."""
    for kind in _settlement().finditer(text, begin, stop):
        start = kind.end()
        quoted = _QUOTED.match(text, start, stop)
        if quoted is not None:
            start, end = quoted.span(1)
            end = start + len(re.split(r"[,/]", text[start:end])[0].rstrip())
        else:
            end = _name_end(text, start, stop)
        if end - start >= 3 and not any(a < end and start < b for a, b in taken):
            yield start, end


def _name_end(text: str, start: int, stop: int) -> int:
    """Where the name that begins at `start` ends; `start` where none does.

    A name has one word, two behind a first word of names ("تل", "كفر") or where the second has the article and is no
    adjective ("عون الدادات"); "الشرقي" and the like tell one of two villages from the other.
    """
    first = _WORD.match(text, start, stop)
    if first is None or {first.group(), first.group().lstrip("وبل")} & _never():
        return start
    end = first.end()
    second = _NEXT_WORD.match(text, end, stop)
    if second is not None and _goes_on(first.group(), second.group(1)):
        end = second.end()
        second = _NEXT_WORD.match(text, end, stop)
    elif first.group() in _FIRST:
        return start
    if second is not None and second.group(1) in _TELLING_APART:
        end = second.end()
    return end


def _goes_on(first: str, second: str) -> bool:
    if second in _never() or second in DAYS:
        return False
    return first in _FIRST or (second.startswith("ال") and not second.endswith(("ي", "يه")))


@cache
def _kind_before() -> re.Pattern[str]:
    kinds = any_of(
        "settlement", "area", "site", "countryside", "near", "outskirts", "side", "inside", "between", "people"
    )
    return re.compile(rf"(?<![{LETTERS}]){_JOINED}(?:ال)?{kinds}(?:\s+ال[{LETTERS}]+يه?)?{_OPEN}[بل]?$")


@cache
def _settlement() -> re.Pattern[str]:
    them = "|".join(("مدينه", "بلده", "قريه", "بلدتي", "قريتي", "مدينتي", "ناحيه", "مخيم", "ضيعه", "حي"))
    return re.compile(rf"(?<![{LETTERS}]){_JOINED}(?:{them})\s+(?=[\"{LETTERS}])")


@cache
def _toward_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![{LETTERS}])[وف]?{any_of('toward')}{_OPEN}$")


@cache
def _titles() -> frozenset[str]:
    return frozenset(beside()["person"])


@cache
def _said_after() -> frozenset[str]:
    return frozenset(beside()["after"])


@cache
def _never() -> frozenset[str]:
    """Words with which no unknown name begins."""
    kinds = (word for name, them in beside().items() if name not in ("site",) for word in them)
    return frozenset({*(fold(word) for word in words("not_places_ar")), *kinds}) - _FIRST
