"""One key for the Latin spellings of an Arabic place's name: "Tel Tamr", "Tall Tamir"; "Deir ez-Zor", "Dayr az Zawr".

Newspapers write Arabic names down by ear. What they vary is known and closed: the article and its assimilated forms,
the vowels of common first words, "ou" for "u", "ee" for "i", doubled letters, the ending "-iyah". Only that is made
equal; consonants stay, so that different names stay apart. Short names are given no key: too many would meet.
"""

from __future__ import annotations

import re
from functools import lru_cache

SHORTEST = 6
"""Letters in the shortest key."""

_ARTICLES = frozenset("al ar as ash ad adh an at ath az el er es esh ed en et ez wal l".split())
_FIRST_WORDS = {
    variant: word
    for word, variants in {
        "tal": "tal tall tel tell til",
        "kafr": "kafr kafar kfar kafer kefr kufr kofr kfr kafir",
        "dayr": "dayr deir dair der dayer deyr",
        "ayn": "ayn ain ein eyn aain",
        "bayt": "bayt beit bait bet beyt",
        "jabal": "jabal jebel jabel gebel djebel jbel",
        "um": "um umm om omm oum",
        "marat": "maarrat maarat maaret maarret marrat marat maraat maara maarah maarit",
        "qalat": "qalat qalaat qalet qalah qalaah",
        "khirbat": "khirbat khirbet kharbet kharbat kherbet kherbat khurbat",
        "jisr": "jisr jesr jeser jiser",
        "shaykh": "sheikh shaykh sheik shaikh cheikh shekh",
        "abu": "abu abou abo bu",
        "bab": "bab baab",
        "nahr": "nahr naher",
        "ras": "ras raas",
        "din": "din deen dine eddin uddin aldin addin eddine",
    }.items()
    for variant in variants.split()
}
_GLUED = re.compile(r"^(?:al|el)(?=[bcdfghjklmnpqrstvwxyz]\w{3})")
_DIN = re.compile(r"(?<=[a-z]{3})(?:[aeiu]dd|[ae]ld)[ie]n\b")
"""The end of "Salahuddin", which is also written "Salah al-Din"."""
_RULES = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(?:iyy|iy|i|eyy|ey|ayy)(?:ah|eh|a|e)$", "iya"),
        (r"(?<=\w{3})(?:ah|eh|e)$", "a"),
        (r"aa+", "a"),
        (r"ee+|ie", "i"),
        (r"oo+|ou|ow(?=[^aeiouy]|$)|aw(?=[^aeiouy]|$)|uw", "u"),
        (r"ai|ei|ey", "ay"),
        (r"e|y$", "i"),
        (r"o", "u"),
        (r"tch|ch", "sh"),
        (r"dh", "d"),
        (r"(.)\1+", r"\1"),
    )
)
_LATIN = re.compile(r"[a-z ]+")


def roman_key(folded: str) -> str | None:
    """The key of a folded name; None where it is too short or not in Latin letters."""
    if not _LATIN.fullmatch(folded):
        return None
    words = [key for word in _DIN.sub(" din", folded).split(" ") if (key := roman_word(word))]
    return " ".join(words) if sum(map(len, words)) >= SHORTEST else None


@lru_cache(maxsize=65_536)
def roman_word(word: str) -> str:
    """One folded word of a name; "" for an article."""
    if word in _ARTICLES:
        return ""
    known = _FIRST_WORDS.get(word)
    if known is not None:
        return known
    word = _GLUED.sub("", word)
    for pattern, put in _RULES:
        word = pattern.sub(put, word)
    return word
