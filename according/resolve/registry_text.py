"""Finds actors' names in running text: longest first, left to right, at well under a microsecond a word.

Case matters only where it tells a name from a word: an acronym ("IS", "SANA") must be written in capitals, a single
capitalised word ("Wagner") with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from according.text.fold import APOSTROPHES, fold

_JOINED = re.escape(APOSTROPHES)
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|[^\W_](?:[^\W_]|ـ|[{_JOINED}](?=[^\W_]))*")
_GAP = re.compile(r"[ \u00a0\n]?[-‐‑–/ \u00a0\n]|[-‐‑–/]|\. ?(?=[A-Z])")
_POSSESSIVE = re.compile(rf"[{_JOINED}]s?$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CLITIC = re.compile(r"^[وف]?(?:لل|[بكل](?=ال))|^[وف](?=\w{3})|^[بلك](?=\w{4})")
_AGAINST = re.compile(r"\b(?:anti|non|ex|counter)[-‐‑]$", re.IGNORECASE)
_ONLY_QUALIFIES = re.compile(
    r"[-‐‑](?:backed|led|held|controlled|aligned|supported|allied|linked|affiliated|friendly|made|built|based|occupied|trained|funded"
    r"|sponsored|brokered|run|inspired|style|designed|supplied)\b",
    re.IGNORECASE,
)
"""After a name: "US-backed rebels" are not the US."""
KEPT = 100_000
"""Words that are remembered; then the memory is emptied."""


def bare_name(name: str) -> str:
    """The key of a name: folded, without a leading "the" or "a", quotation marks or a closing "'s"."""
    return fold(_ARTICLE.sub("", _POSSESSIVE.sub("", name.strip(' \t\n"“”«»,.;:'))))


Shape = tuple[bool, bool]
"""What the text must be written like: all in capitals, with a capital."""


class _Phrases(NamedTuple):
    """The names that begin with one word, and every beginning of them by whole words."""

    names: dict[str, Shape]
    beginnings: set[str]


class PhraseScanner:
    """Looks for the given names. Names that differ only in what folding makes equal are one."""

    def __init__(self, names: Iterable[str]) -> None:
        self._starts: dict[str, _Phrases] = {}
        self._known: dict[str, tuple[tuple[int, str, _Phrases], ...]] = {}
        for name in names:
            key = bare_name(name)
            words = key.split(" ")
            own = _ARTICLE.sub("", name)
            shape = (own.isupper() and own.isascii() and len(words) == 1, own[:1].isupper() and len(words) == 1)
            known = self._starts.setdefault(words[0], _Phrases({}, set()))
            # Of two spellings the one that asks less of the text counts.
            old = known.names.get(key, shape)
            known.names[key] = (old[0] and shape[0], old[1] and shape[1])
            known.beginnings.update(" ".join(words[:n]) for n in range(1, len(words)))

    def scan(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, key of the name), not overlapping, in text order."""
        known, free = self._known, 0
        for found in _WORD.finditer(text):
            word = found.group()
            forms = known.get(word)
            if forms is None:
                forms = self._remember(word)
            if not forms or found.start() < free:
                continue
            best: tuple[int, int, str] | None = None
            for offset, folded, phrases in forms:
                longest = _extend(text, found.start() + offset, found.end(), folded, phrases)
                if longest is not None and (best is None or longest[1] > best[1]):
                    best = longest
            if best is not None and not _turned(text, best[0], best[1]):
                free = best[1]
                yield best

    def _remember(self, word: str) -> tuple[tuple[int, str, _Phrases], ...]:
        if len(self._known) >= KEPT:
            self._known.clear()
        forms: list[tuple[int, str, _Phrases]] = []
        for offset, form in _forms(word):
            folded = fold(form)
            phrases = self._starts.get(folded.partition(" ")[0])
            if phrases and all(known[1] != folded for known in forms):
                forms.append((offset, folded, phrases))
        self._known[word] = tuple(forms)
        return self._known[word]


def _extend(text: str, start: int, end: int, folded: str, phrases: _Phrases) -> tuple[int, int, str] | None:
    """The longest of the names that begins with the word text[start:end], which folds to `folded`."""
    best: tuple[int, int, str] | None = None
    phrase, at = folded, end
    if folded in phrases.names:
        mark = _POSSESSIVE.search(text, start, at)
        stop = mark.start() if mark and fold(text[start:at]) != folded else at
        if _shaped(text[start:stop], phrases.names[folded]):
            best = (start, stop, folded)
    while phrase in phrases.beginnings:
        gap = _GAP.match(text, at)
        word = _WORD.match(text, gap.end()) if gap else None
        if word is None:
            break
        bare = _POSSESSIVE.sub("", word.group())
        if bare != word.group() and (key := f"{phrase} {fold(bare)}") in phrases.names:
            best = (start, word.start() + len(bare), key)
        at, phrase = word.end(), f"{phrase} {fold(word.group())}"
        if phrase in phrases.names and _shaped(text[start:at], phrases.names[phrase]):
            best = (start, at, phrase)
    return best


def _turned(text: str, start: int, end: int) -> bool:
    """Do the words that the name is joined to make it speak of somebody else?"""
    if text[end : end + 1] in ("-", "‐", "‑") and _ONLY_QUALIFIES.match(text, end):
        return True
    return text[start - 1 : start] in ("-", "‐", "‑") and _AGAINST.search(text, max(0, start - 9), start) is not None


def _shaped(written: str, shape: Shape) -> bool:
    capitals, capital = shape
    if capitals:
        return written.isupper()
    return not capital or not written[:1].islower()


def _forms(word: str) -> Iterator[tuple[int, str]]:
    """(prefix length, rest): the word, without "'s", and in Arabic without the small words joined to it."""
    yield 0, word
    bare = _POSSESSIVE.sub("", word)
    if bare != word and bare:
        yield 0, bare
    if _ARABIC.match(word) and (clitic := _CLITIC.match(word)):
        rest = word[clitic.end() :]
        yield clitic.end(), ("ال" + rest) if clitic.group().endswith("لل") else rest
