"""What the words beside a place's name say of it: a city, a district, a quarter of a town, held by another place."""

from __future__ import annotations

import re

from according.domain.mention import PlaceMention

_PROVINCE_AFTER = re.compile(r"(?:['’]s)?\s+(?:province|governorate|region|countryside|oblast|state)\b", re.IGNORECASE)
_DISTRICT_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:district|territory|county|raion|cercle|department|locality|subdistrict)\b", re.IGNORECASE
)
_DISTRICT_BEFORE = re.compile(
    r"\b(?:district|territory|county|raion|cercle|department|locality|subdistrict)\s+of\s+$|(?:قضاء|مديرية|محلية)\s+[#\"“«]?$",
    re.IGNORECASE,
)
_PROVINCE_BEFORE = re.compile(
    r"\b(?:(?:province|governorate|region|state|countryside)\s+of|(?:north|south|east|west)(?:ern|-?eastern|-?western)?|rural|across"
    r"|throughout)\s+$|(?:محافظة|محافظه|ريف|أرياف|ريفي)\s+[#\"“«]?$",
    re.IGNORECASE,
)
_CITY_AFTER = re.compile(r"(?:['’]s)?\s+(?:city|town|city's)\b", re.IGNORECASE)
_CITY_BEFORE = re.compile(r"\b(?:city|town|village)\s+of\s+$|(?:مدينة|بلدة|قرية|مركز)\s+[#\"“«]?$", re.IGNORECASE)
_QUARTER = r"(?:neighbou?rhood|quarter|suburb|sector|ward|borough|block|street|road|square|market|roundabout|crossing|hospital|school|mosque)s?"
_HELD_BY = re.compile(
    rf"(?:\s+(?:village|town|city|area|district|camp|township|locality|commune|{_QUARTER}))?\s*,?\s+(?:in|of|inside|near|outside|,)\s+"
    r"(?:the\s+)?(?:[\w-]+\s+){0,4}$|\s*[,(]\s*$",
    re.IGNORECASE,
)
_IN_TOWN = re.compile(rf"\s+{_QUARTER}\b", re.IGNORECASE)
_PART_OF_TOWN = re.compile(rf"\b{_QUARTER}$|^(?:حي|شارع|سوق|ساحة|دوار|مستشفى|مشفى|مدرسة|جامع|مسجد)\s", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:near|outside)\b", re.IGNORECASE)
_BETWEEN_BEFORE = re.compile(
    r"\bbetween\s+(?:the\s+)?(?:(?:towns?|villages?|cities|city)\s+(?:of\s+)?)?$|(?:^|\s)[وف]?بين\s+(?:(?:بلدتي|قريتي|مدينتي|بلدة|قرية|مدينة)\s+)?[#\"]?$",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s+and\s+(?:the\s+)?(?:(?:town|village|city)\s+of\s+)?|\"?\s+و\s?(?:(?:بلدة|قرية|مدينة)\s+)?[#\"]?", re.IGNORECASE
)
_CAPITAL = re.compile(r"[A-Z][^\W\d_]")
_SENTENCE_END = re.compile(r"[.!?]['\"”’]?\s|\n\s*\n")


def kind_beside(text: str, mention: PlaceMention) -> str | None:
    """The level that the words beside a name give it: "city", "admin2" (a district), "admin1"; None where they say nothing."""
    before, after = text[max(0, mention.start - 40) : mention.start], text[mention.end : mention.end + 20]
    if _CITY_AFTER.match(after) or _CITY_BEFORE.search(before):
        return "city"
    if _DISTRICT_AFTER.match(after) or _DISTRICT_BEFORE.search(before):
        return "admin2"
    return "admin1" if _PROVINCE_AFTER.match(after) or _PROVINCE_BEFORE.search(before) else None


def holds_it(gap: str) -> bool:
    """Do the words between two names make the second what the first lies in or near ("X village in", "X, near the town of")?"""
    return _HELD_BY.fullmatch(gap) is not None


def is_quarter(text: str, end: int) -> bool:
    """Do the words after a name call it a part of a town ("the X quarter")?"""
    return _IN_TOWN.match(text, end) is not None


def is_part_of_town(name: str) -> bool:
    """Does the name itself say so ("Jinnah Road", "حي الزهراء")?"""
    return _PART_OF_TOWN.search(name) is not None


def is_beside(gap: str) -> bool:
    return _BESIDE.search(gap) is not None


def are_ends(text: str, first: PlaceMention, second: PlaceMention) -> bool:
    """Do the words say that something lies between the two ("between Saraqib and Hass", "بين بلدتي سراقب وحاس")?"""
    before = text[max(0, first.start - 40) : first.start]
    return _BETWEEN_BEFORE.search(before) is not None and _AND.fullmatch(text, first.end, second.start) is not None


def is_described(name: str, begin: int, end: int) -> bool:
    """Is name[begin:end] the only part of a description with capitals ("the road to Taiz")?"""
    return not (_CAPITAL.search(name[:begin]) or _CAPITAL.search(name[end:]))


def sentence_around(text: str, start: int) -> tuple[int, int]:
    """Where the sentence that holds the character begins, at most 600 before it, and ends."""
    before = [match.end() for match in _SENTENCE_END.finditer(text, max(0, start - 600), start)]
    after = _SENTENCE_END.search(text, start)
    return (before[-1] if before else max(0, start - 600)), (after.start() if after else len(text))
