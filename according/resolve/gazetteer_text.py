"""Finds known names in running text: longest first, left to right, at a cost of about a microsecond a word.

Latin names must be written with capitals ("Hama", "Deir ez-Zor", never "hama"). Arabic names may carry the
conjunctions and prepositions that Arabic writes together with the next word ("وبإدلب").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from according.resolve.gazetteer_names import ROMAN
from according.text.fold import fold
from according.text.romanised import roman_word

LONGEST = 7
"""Words in the longest name that is looked for."""
KEPT = 100_000
"""Words whose names are remembered; then the memory is emptied."""

_JOINED = "'’‘ʼʻʾʿ`´"
_CANDIDATE = re.compile(rf"(?<!\w)(?<!\w[{_JOINED}])[^\W\d_a-z](?:[^\W_]|[{_JOINED}](?=[^\W_]))*")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_JOINED}](?=[^\W_]))*")
_GAP = re.compile(r"[ \u00a0]?[-‐‑ \u00a0]|(?<=St)\. |(?<=Mt)\. |(?<=Ft)\. |\n(?=\S)|_|ـ")
_POSSESSIVE = re.compile(r"['’]s$")
_ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:al|ar|as|ash|ad|adh|an|at|ath|az|el|er|es|esh|ed|en|et|ez)[-‐‑ ]$")
_SMALL = frozenset(
    "al ar as ash ad adh an at ath az el er es esh ed en et ez wal wa bin ibn of the and de la le les los las del di da do dos"
    " das du der den am sur im in on upon y i e und".split()
)
_NEVER_LAST = frozenset("as in on at of and the upon or to for y i e und de du des".split())
"""Small words with which no name ends: "Latakia as" is Latakia, whatever spellings somebody once listed."""
_ARABIC = re.compile(r"[\u0600-\u06ff]")

Known = tuple[int, str, frozenset[str]]
"""How many characters of a word are a prefix, the folded rest, and the names that begin with that."""


class NameScanner:
    """`starting` gives every folded name that is a word or begins with it; it is asked once a word."""

    def __init__(self, starting: Callable[[str], frozenset[str]]) -> None:
        self._starting = starting
        self._known: dict[str, tuple[Known, ...]] = {}
        self._romans: dict[str, tuple[str, frozenset[str]]] = {}

    def scan(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, folded name), not overlapping, in text order."""
        known, free = self._known, 0
        for candidate in _CANDIDATE.finditer(text):
            start, word = candidate.start(), candidate.group()
            if start < free:
                continue
            end = candidate.end()
            if end < len(text) and text[end] == "." and (dotted := _DOTTED.match(text, start)):
                word, end = dotted.group(), dotted.end()
            names = known.get(word)
            if names is None:
                names = self._remember(word)
            found = self._longest(text, start, end, names) if names else None
            if (
                start
                and text[start - 1] in "-‐‑ "
                and (article := _ARTICLE_BEFORE.search(text, max(0, start - 5), start))
            ):
                # "al-Bab": the article is written small, the name begins with it all the same.
                before = article.group()[:-1]
                longer = self._longest(text, article.start(), article.start() + len(before), self._names(before))
                if longer and article.start() >= free and (found is None or longer[1] >= found[1]):
                    found = longer
                begin = max(free, article.start())
            else:
                begin = start
            romanised = self._romanised(text, start, end)
            if romanised is not None and (found is None or romanised[0] > found[1]):
                found = (begin, *romanised)
            if found:
                yield found
                free = found[1]

    def _romanised(self, text: str, start: int, end: int) -> tuple[int, str] | None:
        """(end, key) of the longest romanised Arabic name that begins with the word text[start:end], whatever its spelling."""
        key, phrases = self._roman(text[start:end])
        best: tuple[int, str] | None = None
        phrase, at = key, end
        for _ in range(LONGEST):
            if key and phrase in phrases:
                best = _without_possessive(text, start, at), ROMAN + phrase
            gap = _GAP.match(text, at)
            word = _WORD.match(text, gap.end()) if gap else None
            if word is None or (phrase and not phrases) or not _belongs(word.group()):
                break
            at = word.end()
            key, starting = self._roman(word.group())
            if not phrase:
                phrases = starting
            phrase = f"{phrase} {key}".strip()
        return best

    def _roman(self, word: str) -> tuple[str, frozenset[str]]:
        """The word's part of a key ("" for an article), and every key that begins with it."""
        known = self._romans.get(word)
        if known is None:
            if len(self._romans) >= KEPT:
                self._romans.clear()
            folded = fold(_POSSESSIVE.sub("", word))
            key = roman_word(folded) if folded.isascii() and folded.isalpha() else folded
            starting = self._starting(ROMAN + key) if key else frozenset()
            known = self._romans[word] = key, frozenset(name.removeprefix(ROMAN) for name in starting)
        return known

    def _names(self, word: str) -> tuple[Known, ...]:
        names = self._known.get(word)
        return self._remember(word) if names is None else names

    def _remember(self, word: str) -> tuple[Known, ...]:
        if len(self._known) >= KEPT:
            self._known.clear()
        found: list[Known] = []
        for offset, form in _forms(word) if _belongs(word) else ():
            folded = fold(form)
            names = self._starting(folded) if folded and " " not in folded else frozenset()
            if names:
                found.append((offset, folded, names))
        self._known[word] = tuple(found)
        return self._known[word]

    def _longest(self, text: str, start: int, end: int, names: tuple[Known, ...]) -> tuple[int, int, str] | None:
        best: tuple[int, int, str] | None = None
        for offset, first, phrases in names:
            at, phrase = end, first
            if phrase in phrases:
                at_end = _without_possessive(text, start, end)
                if best is None or at_end > best[1]:
                    best = (start + offset, at_end, phrase)
            if len(phrases) == 1 and phrase in phrases:
                continue
            for _ in range(LONGEST - 1):
                gap = _GAP.match(text, at)
                word = _WORD.match(text, gap.end()) if gap else None
                if word is None or not _belongs(word.group()):
                    break
                at, more = word.end(), word.group()
                bare = _POSSESSIVE.sub("", more)
                if bare != more and (name := f"{phrase} {fold(bare)}") in phrases:
                    best = (start + offset, at - 2, name)
                phrase = f"{phrase} {fold(more)}"
                if phrase in phrases and more not in _NEVER_LAST and (best is None or at > best[1]):
                    best = (start + offset, at, phrase)
        return best


def _belongs(word: str) -> bool:
    """May the word stand inside a name? Latin ones begin with a capital, but for the small words of names."""
    return not word[0].islower() or word in _SMALL


def _without_possessive(text: str, start: int, end: int) -> int:
    return end - 2 if _POSSESSIVE.search(text, start, end) and text[end - 3 : end - 2] else end


def _forms(word: str) -> Iterator[tuple[int, str]]:
    """(prefix length, rest): the word, first without "'s" ("Mali's" is no Malis), and in Arabic without the small words joined to it."""
    if _POSSESSIVE.search(word):
        yield 0, _POSSESSIVE.sub("", word)
    yield 0, word
    if not _ARABIC.match(word):
        return
    starts = [0]
    if word[0] in "وف" and len(word) > 4:
        starts.append(1)
    for at in starts:
        if at:
            yield at, word[at:]
        rest = word[at:]
        if rest[0] in "بلك" and len(rest) > 3:
            if rest.startswith("لل"):
                # ل before the article ("للشحيل"); before another ل the article's is not written ("للاذقية").
                yield at + 1, "ال" + rest[2:]
                yield at + 1, "ا" + rest
            else:
                yield at + 1, rest[1:]
