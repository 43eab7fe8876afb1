"""The words by which a line tells who says something and how firmly, compiled from vocab/arabic/speech.tsv and modality.tsv.

They are looked up in words of their own (`Heard`): the reader's word lists do not hold them, so that clitics come off
another way than for words of harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from according.domain.values import Modality
from according.extract.arabic.forms import clean, verb_forms
from according.extract.arabic.lexicon import bare
from according.extract.arabic.line import Line
from according.text.arabic_words import split
from according.vocab.arabic import table


class Manner(StrEnum):
    """What a verb of saying does (vocab/arabic/speech.tsv)."""

    SAY = "say"
    WEAK = "weak"
    RELAY = "relay"
    DENY = "deny"
    FEAR = "fear"
    EXPECT = "expect"
    DOUBT = "doubt"
    THREAT = "threat"
    ORDER = "order"


MODALITIES: Mapping[Manner, Modality] = {
    Manner.DENY: Modality.DENIED,
    Manner.FEAR: Modality.FEARED,
    Manner.EXPECT: Modality.FEARED,
    Manner.DOUBT: Modality.PURPORTED,
    Manner.THREAT: Modality.PLANNED,
    Manner.ORDER: Modality.PLANNED,
}
"""How firmly verbs of saying tell what they tell; the others assert it."""


class How(StrEnum):
    """Which words a phrase of modality.tsv speaks of."""

    OVER = "over"
    VERB = "verb"
    CLAUSE = "clause"
    BEHIND = "behind"
    LINE = "line"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Cue:
    modality: Modality
    how: How


_SHORT_SUFFIX = frozenset(("ه", "ي", "ك"))
"""Pronouns that look like endings of another word: "خطرة" is no "خطر" of his."""
_AGENCY = frozenset(("وكاله", "وكالات"))
Listed = Mapping[str, Sequence[tuple[str, ...]]]
"""Phrases by their first word, longest first."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The words of a line as these lists spell them: `stems` without `clitics` and `suffixes`, one of each a word."""

    stems: tuple[str, ...]
    clitics: tuple[tuple[str, ...], ...]
    suffixes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.stems)

    def joined(self, at: int) -> bool:
        """Whether "and" joins a word to what stands before it."""
        return self.clitics[at][:1] in (("و",), ("ف",)) or (at > 0 and self.stems[at - 1] == "و")

    def length(self, phrases: Listed, at: int) -> int:
        """How many words the longest listed phrase at a word has; 0 where none stands there."""
        for phrase in phrases.get(self.stems[at], ()):
            if len(phrase) == 1 or self.stems[at : at + len(phrase)] == phrase:
                return len(phrase)
        return 0

    def cue(self, at: int) -> tuple[int, Cue] | None:
        """(number of words, meaning) of the longest phrase of modality.tsv at a word; "وكالة أنباء" is none."""
        if self.suffixes[at] in _SHORT_SUFFIX or (self.stems[at] == "انباء" and self._of_agency(at)):
            return None
        for phrase, cue in cues().get(self.stems[at], ()):
            if self.stems[at : at + len(phrase)] == phrase and (cue.how is not How.VERB or self._verbal(at)):
                return len(phrase), cue
        return None

    def _of_agency(self, at: int) -> bool:
        return "ل" in self.clitics[at] or (at > 0 and self.stems[at - 1] in _AGENCY)

    def _verbal(self, at: int) -> bool:
        """Whether a word can be a verb: nothing but "and" and "will" stands before one."""
        clitics = self.clitics[at]
        return clitics in ((), ("و",), ("ف",)) or (clitics[-1] == "س" and self.stems[at][0] in "يتن")

    def verb(self, at: int) -> Manner | None:
        """The manner of a verb of saying; None for other words, and for nouns that look like one ("الأمر")."""
        manner = verbs().get(self.stems[at])
        return manner if manner is not None and self._verbal(at) else None


@lru_cache(maxsize=256)
def hear(line: Line) -> Heard:
    """The words of a line; of the last lines they are remembered."""
    every = _every()
    parts = [split(word.form, every) for word in line.words]
    return Heard(tuple(p[1] for p in parts), tuple(p[0] for p in parts), tuple(p[2] for p in parts))


@cache
def verbs() -> Mapping[str, Manner]:
    """Every form of the verbs of saying."""
    found: dict[str, Manner] = {}
    for kind, cell, _ in table("speech"):
        if kind in set(Manner):
            for form in _forms(cell):
                found.setdefault(form, Manner(kind))
    return found


@cache
def listed(kind: str) -> Listed:
    """The phrases of a kind of speech.tsv that is no verb."""
    return _by_first(_phrase(word) for row in table("speech") if row[0] == kind for word in row[1].split())


@cache
def cues() -> Mapping[str, Sequence[tuple[tuple[str, ...], Cue]]]:
    """Everything in modality.tsv by first word, longest phrase first."""
    found: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for name, how, cell, _ in table("modality"):
        if name == "light":
            continue
        cue = Cue(Modality(name), How(how))
        words = ((form,) for form in _forms(cell)) if how == "verb" else map(_phrase, cell.split())
        for phrase in words:
            found.setdefault(phrase[0], []).append((phrase, cue))
    return {first: sorted(some, key=lambda item: -len(item[0])) for first, some in found.items()}


@cache
def light() -> frozenset[str]:
    """Words that only say that something happens or is there: verbs in all their forms, and nouns."""
    rows = [(row[1], row[2]) for row in table("modality") if row[0] == "light"]
    spoken = {form for how, cell in rows if how == "verb" for form in _forms(cell)}
    return frozenset(spoken | {_phrase(word)[0] for how, cell in rows if how == "noun" for word in cell.split()})


@cache
def _every() -> frozenset[str]:
    """Every word of the lists: what clitics come off for."""
    kinds = {row[0] for row in table("speech")} - set(Manner)
    phrases = [phrase for kind in kinds for some in listed(kind).values() for phrase in some]
    phrases += [phrase for some in cues().values() for phrase, _ in some]
    return frozenset({word for phrase in phrases for word in phrase} | set(verbs()) | light())


def _forms(cell: str) -> Iterator[str]:
    for pair in cell.split("|"):
        yield from verb_forms(*pair.split())


def _phrase(words: str) -> tuple[str, ...]:
    return tuple(bare(clean(word)) for word in words.split("_"))


def _by_first(phrases: Iterator[tuple[str, ...]]) -> Listed:
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], set()).add(phrase)
    return {first: sorted(some, key=lambda phrase: (-len(phrase), phrase)) for first, some in found.items()}
