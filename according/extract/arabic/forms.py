"""The forms of an Arabic word in clean spelling (text/arabic.py): duals, plurals, feminine, persons. Pure functions.

Pronouns written onto a word and clitics before it are taken off by text/arabic_words.py and not made here.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from according.text.arabic import clean_text


class Number(Enum):
    SINGULAR = 1
    DUAL = 2
    PLURAL = 3
    OWNED_DUAL = 4
    """A dual that only a pronoun behind it shows: "ولديه", "ابنتاه"."""


def clean(word: str) -> str:
    """A word of a word list in the spelling of clean text."""
    return clean_text(word).text


def noun_forms(singular: str, plurals: str, feminine: bool) -> Iterator[tuple[str, Number, bool]]:
    """(form, number, feminine) of a noun; `plurals` as the word lists have them: "+" sound, "-" none, else the forms.

    An ending ين that may be dual or plural is plural (docs: "plural unless shown otherwise"), so sound plurals come first.
    """
    stem = clean(singular)
    sound = plurals.split()[:1] == ["+"]
    for plural in plurals.split():
        if plural == "+":
            yield from ((stem + ending, Number.PLURAL, False) for ending in ("ون", "ين", "و"))
        elif plural != "-":
            yield clean(plural), Number.PLURAL, False
    yield stem, Number.SINGULAR, False
    marbuta = singular.endswith("ة")
    if not marbuta and not singular.endswith(("ى", "ا", "اء")):
        yield stem + "ا", Number.SINGULAR, False
    base = stem[:-1] + "ت" if marbuta else stem
    yield base + "ان", Number.DUAL, False
    if not sound:
        yield base + "ين", Number.DUAL, False
    yield base + "ي", Number.OWNED_DUAL, False
    if marbuta:
        yield base + "ا", Number.OWNED_DUAL, False
    if feminine:
        yield stem + "ه", Number.SINGULAR, True
        yield stem + "ات", Number.PLURAL, True
        yield from ((stem + ending, Number.DUAL, True) for ending in ("تان", "تين"))


def verb_forms(perfect: str, imperfect: str) -> Iterator[str]:
    """The persons of a verb that reports use: third, and first plural. `imperfect` is without its prefix."""
    stem, going = clean(perfect), clean(imperfect)
    weak = perfect.endswith("ى")
    short = stem[:-1] if weak or stem.endswith("ي") else stem
    yield stem
    yield (short if weak else stem) + "ت"
    yield from (short + ending for ending in ("وا", "و"))
    yield from (stem + ending for ending in ("ا", "تا", "ن", "نا"))
    if weak:
        yield short + "ا"
    brief = going[:-1] if going.endswith("ي") else going
    for prefix in ("ي", "ت", "ن"):
        yield prefix + going
        yield from (prefix + brief + ending for ending in ("ون", "وا", "و", "ين"))
        yield prefix + going + "ان"
