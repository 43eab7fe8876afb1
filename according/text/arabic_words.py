"""Words of clean Arabic text, with what is written onto them taken off: "وبالقصف" is و, ب, ال and قصف.

A clitic is taken off only where what remains is a known word: "بلدة" is no "ب" and "لدة". The words are those of the
caller's lexicon in their clean spelling (`arabic.clean_text`).
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from typing import NamedTuple

from according.text.arabic import LETTERS

_TOKEN = re.compile(
    rf"""
    [{LETTERS}]+
  | \d{{1,3}}(?:[,.]\d{{3}})+(?!\d) | \d+(?:\.\d+)?
  | [^\W\d_{LETTERS}]+
  | \S
    """,
    re.X,
)
"""Arabic letters, numbers and other letters are words of their own even where no space parts them ("3أشخاص", "Publicأصيب")."""
_BEFORE: tuple[tuple[str, tuple[str, ...]], ...] = tuple(
    ("".join(parts), tuple(parts))
    for joined in (
        "و", "ف", "ب", "ل", "ك", "ال", "س",
        "و ال", "ف ال", "ب ال", "ك ال", "و ب", "و ل", "و ك", "و س", "ف ب", "ف ل", "ف س",
        "و ب ال", "و ك ال", "ف ب ال",
    )
    for parts in [joined.split()]
)  # fmt: skip
_LL = ("لل", "ولل", "فلل")
"""ل and ال written together: "للطيران"; before another ل one is left out: "للجنة" is ل, ال and لجنة."""
_AFTER = ("هما", "هم", "هن", "ها", "نا", "كم", "ه", "ي", "ك")
_FUTURE = "س"
_VERBAL = "يتن"
"""Letters with which a verb of the future begins, behind س; reports have no "I shall", but names in سا ("سامر")."""
_SHORTEST = 2
"""Letters that must remain."""


class Word(NamedTuple):
    """text[start:end] of the clean text. `form` is all of it, `stem` what remains without `clitics` and `suffix`.

    `clitics` stand in order ("و", "ب", "ال"); `suffix` is the pronoun written onto the end ("ها"), "" where there is
    none. Where the lexicon knows no remainder, `stem` is `form`. A number or a mark is a word too.
    """

    start: int
    end: int
    form: str
    clitics: tuple[str, ...] = ()
    stem: str = ""
    suffix: str = ""

    @property
    def is_number(self) -> bool:
        return self.form[0].isdigit()

    @property
    def is_arabic(self) -> bool:
        return "\u0621" <= self.form[0] <= "\u064a" and self.form[0] != "\u0640"


def words(clean: str, start: int, end: int, known: frozenset[str]) -> tuple[Word, ...]:
    """The words of clean[start:end], in order; every visible character is in exactly one."""
    found = []
    for token in _TOKEN.finditer(clean, start, end):
        form = token.group()
        clitics, stem, suffix = split(form, known) if "\u0621" <= form[0] <= "\u064a" else ((), form, "")
        found.append(Word(*token.span(), form, clitics, stem, suffix))
    return tuple(found)


@lru_cache(maxsize=65_536)
def split(form: str, known: frozenset[str]) -> tuple[tuple[str, ...], str, str]:
    """(clitics, stem, suffix) of one word: whole where the lexicon has it, else with as little taken off as can be."""
    if form in known:
        return (), form, ""
    bare = _bare(form)
    for clitics, rest in bare:
        if rest in known:
            return clitics, rest, ""
    for clitics, rest in (((), form), *bare):
        if "ال" not in clitics:  # a noun has the article or an owner
            for suffix in _AFTER:
                stem = _owned(rest, suffix, known)
                if stem is not None:
                    return clitics, stem, suffix
    return (), form, ""


def _bare(form: str) -> list[tuple[tuple[str, ...], str]]:
    """What the word may be without what can stand before it, least taken off first."""
    found = []
    for joined in _LL:
        rest = form[len(joined) :]
        if form.startswith(joined) and len(rest) >= _SHORTEST:
            clitics = (*joined[:-2], "ل", "ال")
            found += [(clitics, rest), (clitics, "ل" + rest)]
    for joined, clitics in _BEFORE:
        rest = form[len(joined) :]
        if not form.startswith(joined) or len(rest) < _SHORTEST:
            continue
        if clitics[-1] == _FUTURE and rest[0] not in _VERBAL:
            continue
        found.append((clitics, rest))
    return found


def _owned(rest: str, suffix: str, known: Container[str]) -> str | None:
    """The known word that `rest` is with a pronoun at its end; a ta marbuta has become a ت: "زوجته" is زوجة."""
    stem = rest.removesuffix(suffix)
    if stem == rest or len(stem) < _SHORTEST:
        return None
    if stem[-1] == "ت" and stem[:-1] + "ه" in known:
        return stem[:-1] + "ه"
    return stem if stem in known else None
