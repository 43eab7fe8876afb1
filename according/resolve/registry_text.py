"""Finds actors' names in running text: longest first, left to right, at well under a microsecond a word.

Case matters only where it tells a name from a word: an acronym ("IS", "SANA") must be written in capitals, a single
capitalised word ("Wagner") with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from according.text.fold import APOSTROPHES, fold

_JOINED = re.escape(APOSTROPHES)
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|[^\W_](?:[^\W_]|ـ|[{_JOINED}](?=[^\W_]))*")
_GAP = re.compile(r"[ \u00a0\n]?[-‐‑–/ \u00a0\n]|[-‐‑–/]|\. ?(?=[A-Z])")
_POSSESSIVE = re.compile(rf"[{_JOINED}]s?$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CLITIC = re.compile(r"^[وف]?(?:لل|[بكل](?=ال))|^[وف](?=\w{3})|^[بلك](?=\w{4})")
KEPT = 100_000
"""Words that are remembered; then the memory is emptied."""


def bare_name(name: str) -> str:
    """The key of a name: folded, without a leading "the" or "a", quotation marks or a closing "'s"."""
    return fold(_ARTICLE.sub("", _POSSESSIVE.sub("", name.strip(" \t\n\"“”«»,.;:"))))


class PhraseScanner:
    """Looks for the given names. Names that differ only in what folding makes equal are one."""

    def __init__(self, names: Iterable[str]) -> None:
        self._starts: dict[str, dict[str, tuple[bool, bool]]] = {}
        self._known: dict[str, tuple[tuple[int, str, dict[str, tuple[bool, bool]]], ...]] = {}
        self._longest = 1
        for name in names:
            key = bare_name(name)
            words = key.split(" ")
            self._longest = max(self._longest, len(words))
            own = _ARTICLE.sub("", name)
            shape = (own.isupper() and own.isascii() and len(words) == 1, own[:1].isupper() and len(words) == 1)
            known = self._starts.setdefault(words[0], {})
            # Of two spellings the one that asks less of the text counts.
            old = known.get(key, shape)
            known[key] = (old[0] and shape[0], old[1] and shape[1])

    def scan(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, key of the name), not overlapping, in text order."""
        known, free = self._known, 0
        for found in _WORD.finditer(text):
            if found.start() < free:
                continue
            word = found.group()
            forms = known.get(word)
            if forms is None:
                forms = self._remember(word)
            best: tuple[int, int, str] | None = None
            for offset, folded, phrases in forms:
                longest = self._extend(text, found.start() + offset, found.end(), folded, phrases)
                if longest is not None and (best is None or longest[1] > best[1]):
                    best = longest
            if best is not None:
                free = best[1]
                yield best

    def _remember(self, word: str) -> tuple[tuple[int, str, dict[str, tuple[bool, bool]]], ...]:
        if len(self._known) >= KEPT:
            self._known.clear()
        forms: list[tuple[int, str, dict[str, tuple[bool, bool]]]] = []
        for offset, form in _forms(word):
            folded = fold(form)
            phrases = self._starts.get(folded.partition(" ")[0])
            if phrases and all(known[1] != folded for known in forms):
                forms.append((offset, folded, phrases))
        self._known[word] = tuple(forms)
        return self._known[word]

    def _extend(
        self, text: str, start: int, end: int, folded: str, phrases: dict[str, tuple[bool, bool]]
    ) -> tuple[int, int, str] | None:
        best: tuple[int, int, str] | None = None
        phrase, at = folded, end
        for number in range(self._longest):
            if number:
                gap = _GAP.match(text, at)
                word = _WORD.match(text, gap.end() if gap else at) if gap or text[at : at + 1] == "-" else None
                if word is None:
                    break
                at = word.end()
                bare = _POSSESSIVE.sub("", word.group())
                if bare != word.group() and (key := f"{phrase} {fold(bare)}") in phrases:
                    best = (start, word.start() + len(bare), key)
                phrase = f"{phrase} {fold(word.group())}"
            if phrase in phrases:
                stop = at
                if number == 0 and (mark := _POSSESSIVE.search(text, start, at)) and fold(text[start:at]) != phrase:
                    stop = mark.start()
                if _shaped(text[start:stop], phrases[phrase]):
                    best = (start, stop, phrase)
            elif len(phrases) == 1 and len(phrase) > len(next(iter(phrases))):
                break
        return best


def _shaped(written: str, shape: tuple[bool, bool]) -> bool:
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
