"""One readable sentence as the grammar sees it: its words in clean spelling, with the way back to the report's text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from according.domain.mention import PlaceMention
from according.domain.report import Sentence
from according.domain.values import PlaceKind
from according.extract.arabic.lexicon import ActWord, Harm, Noun, Phrases, T, acts, harm, known, nouns, owned_forms
from according.extract.arabic.lexicon import words as words_of
from according.text.arabic import CleanText
from according.text.arabic_words import Word, words

STOPS = frozenset(".!؟;؛…")
"""Marks at which nothing goes on."""


@dataclass(frozen=True, eq=False)
class Line:
    """`words` of sentence number `index` of a report; `text` is the whole report, raw."""

    text: str
    clean: CleanText
    sentence: Sentence
    index: int
    words: tuple[Word, ...]
    taken: frozenset[int] = frozenset()
    """Words in which the name of a place begins or goes on: they open no name of a person and no act."""

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(word.stem for word in self.words)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The raw span of words first..last."""
        return self.clean.raw(self.words[first].start, self.words[last].end)

    def raw(self, first: int, last: int) -> str:
        start, end = self.span(first, last)
        return self.text[start:end]

    def begin(self, at: int) -> int:
        """The raw offset at which a word begins without "and", "by", "to" before it; ل stays where the article hides in it."""
        word = self.words[at]
        cut = 0
        for clitic in word.clitics:
            if clitic == "ال" or (clitic == "ل" and word.form.startswith("لل", cut)):
                break
            cut += len(clitic)
        return self.clean.raw(word.start + cut, word.end)[0]

    def match(self, phrases: Phrases[T], at: int) -> tuple[int, T] | None:
        """(number of words, meaning) of the longest phrase at a word; None where none stands there."""
        stems = self.stems
        for phrase, meaning in phrases.get(stems[at], ()):
            size = len(phrase)
            if size == 1 or stems[at : at + size] == phrase:
                return size, meaning
        return None

    @cached_property
    def harms(self) -> Mapping[int, tuple[int, Harm]]:
        """By its first word: (number of words, meaning) of each word of harm, some inside others."""
        return self._all(harm(), harm(nominal=True))

    @cached_property
    def acts(self) -> Mapping[int, tuple[int, ActWord]]:
        """By its first word: (number of words, meaning) of each word for an act, some inside others."""
        return self._all(acts(), acts(nominal=True))

    @cached_property
    def nouns(self) -> Mapping[int, tuple[int, Noun]]:
        """By its first word: (number of words, meaning) of each noun for people or a facility, some inside others."""
        return self._all(nouns(), nouns())

    def _all(self, phrases: Phrases[T], nominal: Phrases[T]) -> dict[int, tuple[int, T]]:
        found = {}
        for at, stem in enumerate(self.stems):
            if stem in phrases:
                hit = self.match(phrases if self._verbal(at) else nominal, at)
                if hit is not None:
                    found[at] = hit
        return found

    def _verbal(self, at: int) -> bool:
        """Whether a word can be a verb: neither the article nor a preposition is written onto one ("الهجر" is a name)."""
        clitics = self.words[at].clitics
        return not clitics or not ("ال" in clitics or "ب" in clitics or "ك" in clitics)

    def tells(self, at: int) -> bool:
        """Whether a word of harm or of an act stands there."""
        return at in self.harms or at in self.acts

    def definite(self, at: int) -> bool:
        return "ال" in self.words[at].clitics

    def joined(self, at: int) -> bool:
        """Whether a word is joined by "and" to what stands before it."""
        return self.words[at].clitics[:1] == ("و",) or (at > 0 and self.stems[at - 1] == "و")

    def word_at(self, raw: int) -> int:
        """The word that holds a raw offset, or the first behind it."""
        clean = self.clean.clean_at(raw)
        return next((n for n, word in enumerate(self.words) if word.end > clean), len(self.words))


_GLUED = 8
"""Letters from which an unknown word can be two that a page has glued together."""
_LEAST = 3
"""Letters of each of the two."""


def _parted(text: str, clean: CleanText, word: Word) -> tuple[Word, ...]:
    """ "الرقةنفذت", "التركياستشهد": two words where a letter ends one, or a verb that opens a post begins the other."""
    if word.stem in known() or not word.is_arabic:
        return (word,)
    start, end = clean.raw(word.start, word.end)
    at = text.find("ة", start, end - 1)
    cut = clean.clean_at(at + 1) - word.start if at >= 0 else 0
    if not cut:
        ends = (n for n in range(_LEAST + 1, len(word.form) - _LEAST) if word.form[n:] in words_of("openers"))
        cut = next(ends, 0)
    if cut < _LEAST or len(word.form) - cut < _LEAST:
        return (word,)
    middle = word.start + cut
    return *words(clean.text, word.start, middle, known()), *words(clean.text, middle, word.end, known())


def _told_apart(text: str, clean: CleanText, word: Word) -> Word:
    """What clean text spells alike and the report does not: "ابنه" is his son, "ابنة" a daughter; "وأحد" is "and one of"."""
    if word.form == "واحد" and "أ" in text[slice(*clean.raw(word.start, word.end))]:
        return word._replace(clitics=("و",), stem="احد")
    if word.suffix == "ه" and text[clean.raw(word.start, word.end)[1] - 1] == "ة":
        whole = word.stem + "ه"  # "قضية", "رحلة": no pronoun is written so
        return (
            word._replace(stem=whole, suffix="")
            if whole in known()
            else Word(word.start, word.end, word.form, (), word.form)
        )
    if word.suffix or word.stem not in owned_forms() or text[clean.raw(word.start, word.end)[1] - 1] == "ة":
        return word
    if word.stem == "طفله" and word.clitics[:1] != ("و",):
        return word  # many write "طفله" for a girl
    return word._replace(stem=word.stem[:-1], suffix="ه")


def line_of(text: str, clean: CleanText, sentence: Sentence, index: int, places: Sequence[PlaceMention] = ()) -> Line:
    """The line of a sentence; `places` are those named in it."""
    begin, end = clean.clean_at(sentence.start), clean.clean_at(sentence.end)
    found = tuple(
        _told_apart(text, clean, part)
        for word in words(clean.text, begin, end, known())
        for part in (_parted(text, clean, word) if len(word.form) >= _GLUED and word.stem == word.form else (word,))
    )
    spans = [(clean.clean_at(m.start), clean.clean_at(m.end)) for m in places if m.kind is PlaceKind.PLACE]
    taken: set[int] = set()
    for first, over in spans:
        taken.update(n for n, word in enumerate(found) if first < word.end and word.start < over)
    return Line(text, clean, sentence, index, found, frozenset(taken))
