"""Names as the gazetteer keeps them: which spellings are looked for in running text, and what is cut from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from according.domain.place import Place
from according.text.fold import fold
from according.text.romanised import roman_key
from according.vocab.places import words

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ONLY_ARABIC = re.compile(r"[\u0600-\u06ff\u200c\s()\-ـ0-9]+")
_NOT_ARABIC_LANGUAGE = re.compile(r"[پچژگڭۆێەڤڵڕۋۈېکیےہھںټډړښڼځڅ]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’‘ʼʻʾʿ`´\-. ]+")
_KIND_AFTER = re.compile(
    r"\s+(?:Governorate|Province|Oblast|Oblast’|Oblast'|Krai|Prefecture|Voivodeship|Region|Department|State|Wilaya|Muhafazah)$"
)
_KIND_BEFORE = re.compile(
    r"^(?:(?:Governorate|Province|State|Region|Department|Wilaya|Muhafazat|Departamento|Provincia|Estado|Région)"
    r"\s+(?:of|de|del|di|du|de la)?\s*|محافظة\s+|ولاية\s+|إقليم\s+|منطقة\s+)"
)
_DIRECTION = frozenset(
    "north south east west northeast northwest southeast southwest northern southern eastern western central upper lower new"
    " nord sud ouest norte oeste sur".split()
) | {f"{up} {side}{end}" for up in ("north", "south") for side in ("east", "west") for end in ("", "ern")}
_ARTICLE = re.compile(r"^(?:al|ar|as|ash|ad|adh|an|at|ath|az|el|er|es|esh|ed|en|et|ez)[ -]+(?=\w)", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouy\s]+")
_DOUBLED = re.compile(r"(.)\1+")
_FIRST_WORDS = ("كفر", "دير", "تل")
ROMAN = "~"
"""Before the keys of romanised Arabic names, which are asked only where no name is spelled as in the text."""
ARAB_WORLD = frozenset(
    "SYR LBN JOR IRQ PSE ISR EGY SAU YEM KWT BHR QAT ARE OMN LBY TUN DZA MAR MRT SDN SSD SOM DJI".split()
)
"""Countries where a name begins with the article."""
ARABIC_READ = ARAB_WORLD | {"TUR", "IRN", "AFG", "PAK"}
"""Countries whose places have many Latin spellings, and whose small places are looked for in Arabic texts."""


def is_plain_latin(name: str, *, strict: bool = True) -> bool:
    """Latin letters, spaces, hyphens and apostrophes only; `strict`: and it begins with a capital."""
    return bool(_LATIN.fullmatch(name)) and (not strict or name[:1].isupper())


def bare_area(name: str, *, whole: bool = False) -> str:
    """ "Idlib" of "Idlib Governorate" and "محافظة ادلب"; `whole` keeps Latin names ("Clark County") as they are."""
    bare = _KIND_BEFORE.sub("", name)
    if not whole or _ARABIC.search(name):
        bare = _KIND_AFTER.sub("", bare)
    elif bare != name:
        return name
    return name if len(bare) < 3 or fold(bare) in _guarded() else bare


def best_arabic(names: Iterable[str]) -> str | None:
    """The first name in Arabic letters that is not Persian, Urdu, Kurdish or Uighur by its letters."""
    return next((n for n in names if _ONLY_ARABIC.fullmatch(n) and not _NOT_ARABIC_LANGUAGE.search(n)), None)


def keys(names: Iterable[str], place: Place, spellings: Sequence[str] = ()) -> Iterator[tuple[str, bool]]:
    """(folded name or romanised key, is it looked for in running text) of all names of one place; may repeat.

    The first name is the place's own; `spellings` are known to stand in texts. Left out of running text: scripts that nobody reads here, transliterations in
    lower case, codes, ordinary words, and foreign spellings that look nothing like the own name ("Sam" for Damascus).
    """
    arab = place.country in ARAB_WORLD
    guarded = place.feature not in ("country", "region")
    own = ""
    for number, name in enumerate(names):
        folded = fold(name)
        if not folded:
            continue
        own = own or folded
        seen = _seen(name, folded, own, place, number == 0) or (name in spellings and len(folded) >= 4)
        seen = seen and not (guarded and folded in _guarded())
        yield folded, seen
        if arab and seen:
            yield from ((other, True) for other in _joined(folded))
        if arab and seen and (roman := roman_key(folded)) is not None:
            yield ROMAN + roman, True
        if arab and (found := _ARTICLE.match(name)) and (rest := fold(name[found.end() :])):
            yield f"al {rest}", seen
            yield f"el {rest}", seen
            yield rest, seen and len(rest) >= 5 and rest not in _ordinary()


def _seen(name: str, folded: str, own: str, place: Place, first: bool) -> bool:
    if _ARABIC.search(name):
        return len(folded) >= 3 and (place.country in ARABIC_READ or place.population > 100_000)
    if not _LATIN.fullmatch(name) or not (name[0].isupper() or _ARTICLE.match(name)):
        return False
    if first or place.feature in ("country", "region"):
        return len(folded) >= 2
    if name.isupper() and "." not in name:
        return False
    if place.feature in ("admin1", "admin2"):
        return len(folded) >= 4
    return _alike(folded, own) or (len(folded) >= 5 and place.country in ARABIC_READ)


def _joined(folded: str) -> Iterator[str]:
    """An Arabic name whose first word is as often written onto the next as apart: "كفر نبل" and "كفرنبل"."""
    first, _, rest = folded.partition(" ")
    if first in _FIRST_WORDS and len(rest) >= 3 and " " not in rest:
        yield f"{first}{rest}"
    for word in _FIRST_WORDS:
        if not rest and folded.startswith(word) and len(folded) >= len(word) + 3:
            yield f"{word} {folded[len(word) :]}"


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(fold(word) for name in ("not_places", "not_places_ar") for word in words(name))


@cache
def _guarded() -> frozenset[str]:
    """Ordinary words and sides of the compass, folded."""
    return _ordinary() | _DIRECTION


def _alike(one: str, other: str) -> bool:
    """Two spellings of one name: the same consonants, or one contains the other ("New York City", "New York")."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} " or _skeleton(one) == _skeleton(other)


@lru_cache(maxsize=4096)
def _skeleton(folded: str) -> str:
    """The consonants, doubled ones once, the article gone."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", _ARTICLE.sub("", folded)))
