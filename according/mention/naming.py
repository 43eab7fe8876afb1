"""Is a name that the gazetteer knows a place here, or part of a person's or an organisation's name?

Only the words beside the name are looked at; `places.py` then lets all mentions of one name in a report decide together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntEnum

from according.vocab.actors.roles import body_words
from according.vocab.places import words

LOOK = 48
"""Characters looked at on either side."""


class Sense(IntEnum):
    """What the words beside a name make of it, from the surest against a place to the surest for one."""

    PERSON = 0
    """Or anything else that is surely none ("US$")."""
    GIVEN = 1
    """A given name alone."""
    ORGANISATION = 2
    PART = 3
    """Of a longer name that is not known: "Hughes Center"."""
    OPEN = 4
    LIKELY = 5
    PLACE = 6


_IN = re.compile(
    r"\b(?:in|near|nearby|outside|inside|around|across|throughout|within|(?:north|south|east|west)\s+of|"
    r"(?:city|town|village|towns|villages|hamlet|province|governorate|district|region|countryside|suburbs?|outskirts|"
    r"neighbou?rhood|enclave|camp|area|areas|capital|port)(?:\s+of)?,?)"
    r"(?:\s+(?:the|nearby|neighbou?ring|downtown|central|rural|(?:north|south|east|west)\w*))*\s+$",
    re.IGNORECASE,
)
_TOWARDS = re.compile(
    r"\b(?:at|from|to|on|over|into|between|through|toward|towards|against|of|via|reached|entered|left|struck|hit|bombed|shelled|"
    r"targeted|seized|captured|recaptured|retook|besieged)(?:\s+(?:the|nearby|rebel-held|opposition-held|government-held|besieged))?\s+$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\b(?:and|or)\s+$")
_KIND_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:city|town|village|province|governorate|district|region|countryside|suburbs?|outskirts|enclave|camp|area|neighbou?rhood|"
    r"airport|front|frontline|border|highway|road)\b"
)
_FOLK_AFTER = re.compile(
    r"\s+(?:police|residents?|officials?|hospitals?|market|natives?|man|woman|men|women|resident|schools?|mosque|authorities|activists?)\b"
)
_NAMED_AREA = re.compile(
    r" (?:County|Parish|Province|Governorate|District|Region|City|Township|Town|Village|Countryside|Oblast|Airport|Subdistrict|Camp)$"
)
_SAYS = re.compile(
    r"\s*,?\s+(?:also\s+)?(?:said|says|told|added|adds|explain(?:s|ed)|testifie[sd]|stated|noted|notes|denie[sd]|argue[sd]|wrote|"
    r"asked|recalled|who\b|was\s+(?:charged|arrested|born|sentenced|convicted)|\d\d,|is\s+a\b)"
)
_SAID = re.compile(r"\b(?:said|says|added|asked|told|by)\s+$")
_PERSON_AFTER = re.compile(
    r"['’]s\s+(?:trial|wife|husband|son|daughter|mother|father|lawyer|attorney|family|death|office|career)\b"
)
_INITIAL = re.compile(r"(?:^|[\s(\"“])[A-Z]\.\s?$")
_WORD_BEFORE = re.compile(r"(?:^|[^\w.])([^\W\d_][\w'’]*)(\.?)[ \u00a0\n]$")
_JOINED_BEFORE = re.compile(r"\b[A-Z]\w*[-‐‑]$")
_JOINED_AFTER = re.compile(r"[-‐‑&](?=[A-Z])|\s&\s(?=[A-Z])")
_WORD_AFTER = re.compile(
    r"(['’]s)?[ \u00a0\n](?:(?:van|von|de|del|bin|ibn|al|el|Al|El|della|di|da|ter|den|der)[ \-])*([A-Z][^\W_]*)"
)
_BODY_OF = re.compile(
    r"\b(?:University|Bank|Church|Diocese|Archdiocese|Institute|Bishop|Archbishop|Duke|Museum|Academy|College|Order|Society|Chamber|"
    r"Legislature|Parliament|Voice|Radio|Times|House|Union|Council|Association|Federation|League|Movement|Front|Coalition|Alliance|"
    r"Forces|Army|Brigades?|Committee|Syndicate|Congress)\s+(?:of|for)\s+(?:the\s+)?$"
)
_MORE_OF_A_NAME = re.compile(r"[ \u00a0](?:(?:of|for|and|on|the|&)[ \u00a0]){0,2}([A-Z][^\W_]*)(?:['’]s(?!\w))?")
"""One more word with a capital of a body's name: "Security", "Platform", "for Human", "Prosecutor's"."""
_LONGEST_BODY = 6
_CAPITAL_BEFORE = re.compile(r"(?<=[^\W\d_,;] )([A-Z][^\W\d_]+) $")
"""A word with a capital that neither begins a sentence nor follows a mark."""
_BEFORE_NAMES = frozenset(
    "North South East West Northeast Northwest Southeast Southwest Northern Southern Eastern Western Central Greater Upper Lower"
    " Old New Inner Outer Downtown Rural Port Fort Mount Lake Camp City Province District Village Town County Region Near Inside"
    " Qaryat Hay Hayy Jabal Jebel Wadi Nahr Outside Nearby Across Throughout From To Of Between Around Over Through Into".split()
)
"""Words with a capital that may stand before a place's name without being part of it."""
_NOT_NAMES = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday"
    " Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec I The In On At But And By For".split()
)


_AREA_WORDS = frozenset(("District", "Division", "Community", "Coast"))
"""Words of organisations that as often are the kind of an area ("Kunduz District", "the Aleppo Coast")."""


def _names_a_body(text: str, at: int, stop: int, is_place: Callable[[int], bool]) -> bool:
    """Do the capitals that go on at `at` come to a word of organisations ("Sahel Conflict Watch")? Another known name ends them."""
    for _ in range(_LONGEST_BODY):
        more = _MORE_OF_A_NAME.match(text, at, stop)
        if more is None or more.group(1) in _NOT_NAMES or is_place(more.start(1)):
            return False
        if more.group(1) in body_words():
            return True
        at = more.end()
    return False


def _ends_a_name(text: str, begin: int, start: int) -> bool:
    """Does a word with a capital stand before it that makes it the end of a longer name ("Ngwe Taung")?"""
    last = _CAPITAL_BEFORE.search(text, max(begin, start - LOOK), start)
    if last is None or last.start(1) <= begin:
        return False
    word = last.group(1)
    return not (word.isupper() or word in _BEFORE_NAMES or word in _NOT_NAMES or word in body_words())


def sense_of(
    text: str, begin: int, stop: int, start: int, end: int, is_place: Callable[[int], bool], follows: bool = False
) -> Sense:
    """What the name at text[start:end], in the sentence text[begin:stop], is. `is_place(n)`: another known name begins at n.

    `follows`: another known name ends directly before it.
    """
    before, after = text[max(begin, start - LOOK) : start], text[end : min(stop, end + LOOK)]
    name = text[start:end]
    if after.startswith("$"):
        return Sense.PERSON
    if _JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after):
        return Sense.PART
    if _BODY_OF.search(before):
        return Sense.ORGANISATION
    given, single = name in words("given_names"), " " not in name
    last = _WORD_BEFORE.search(before)
    if last is not None and single:
        word = last.group(1)
        if word.lower() in words("titles") or (word in words("given_names") and not last.group(2)):
            return Sense.PERSON
    if _INITIAL.search(before):
        return Sense.PERSON
    following = _WORD_AFTER.match(after)
    if following is not None and following.group(2) not in _NOT_NAMES and not is_place(end + following.start(2)):
        word = following.group(2)
        if word in body_words() and word not in _AREA_WORDS:
            return Sense.PLACE if following.group(1) and _IN.search(before) else Sense.ORGANISATION
        if not following.group(1):
            if _NAMED_AREA.search(f" {word}"):
                return Sense.PLACE
            if _names_a_body(text, end + following.end(), stop, is_place):
                return Sense.ORGANISATION
            return Sense.PERSON if given else Sense.PART
    if single and not follows and _ends_a_name(text, begin, start):
        return Sense.PART
    if _KIND_AFTER.match(after) or _IN.search(before) or _NAMED_AREA.search(name):
        return Sense.PLACE
    if single and (_SAYS.match(after) or _SAID.search(before) or _PERSON_AFTER.match(after)):
        return Sense.GIVEN if given else Sense.PART
    if _TOWARDS.search(before) or (_LISTED.search(before) and not given) or _FOLK_AFTER.match(after):
        return Sense.LIKELY
    return Sense.GIVEN if given else Sense.OPEN
