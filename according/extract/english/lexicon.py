"""The English word lists, compiled for looking up tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from according.domain.values import FACILITY_CATEGORIES, Category, Measure, Modality
from according.vocab.english import table

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""By first word: the phrases (as words) that begin with it and what each means, longest first."""


def plural_of(word: str) -> str:
    """The regular plural: "baby" -> "babies", "wife" stays to its own entry."""
    if re.search(r"(?:s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def as_tokens(phrase: str) -> tuple[str, ...]:
    """A phrase of a word list as the parser's tokens: hyphens between letters stand alone ("cease - fire")."""
    return tuple(re.sub(r"(?<=[a-z])-(?=[a-z])", " - ", phrase.lower()).split())


def _phrases(rows: Iterable[tuple[str, str]]) -> Phrases:
    found: Phrases = {}
    for phrase, meaning in rows:
        words = as_tokens(phrase)
        found.setdefault(words[0], []).append((words, meaning))
        if len(words) == 2:
            found[words[0]].append(((words[0], "-", words[1]), meaning))  # "car-bomb"
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


def longest(phrases: Phrases, words: Sequence[str], index: int) -> tuple[int, str] | None:
    """(number of words, meaning) of the longest phrase that stands at words[index]; None where none does."""
    for phrase, meaning in phrases.get(words[index], ()):
        if tuple(words[index : index + len(phrase)]) == phrase:
            return len(phrase), meaning
    return None


class Noun:
    """A countable noun of the lexicon: its category, and whether the form met is plural (None = either)."""

    __slots__ = ("category", "plural", "size")

    def __init__(self, category: Category, plural: bool | None, size: int) -> None:
        self.category, self.plural, self.size = category, plural, size

    @property
    def facility(self) -> bool:
        return self.category in FACILITY_CATEGORIES


@cache
def nouns() -> dict[str, list[tuple[tuple[str, ...], Noun]]]:
    """By LAST word: the nouns that end in it, longest first ("worker" -> "aid worker", "worker")."""
    found: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
    for name in ("people", "facilities"):
        for row in table(name):
            word, category = row[0], Category(row[1])
            plural = row[2] if len(row) > 2 else ""
            forms: list[tuple[str, bool | None]]
            if plural == "-":
                forms = [(word, None)]
            elif plural:
                forms = [(word, False), (plural, True)]
            else:
                *before, last = word.split()
                forms = [(word, False), (" ".join([*before, plural_of(last)]), True)]
            for form, is_plural in forms:
                words = as_tokens(form)
                found.setdefault(words[-1], []).append((words, Noun(category, is_plural, len(words))))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


def noun_ending_at(words: Sequence[str], index: int) -> Noun | None:
    """The longest noun of the lexicon whose last word is words[index]."""
    for phrase, noun in nouns().get(words[index], ()):
        begin = index - len(phrase) + 1
        if begin >= 0 and tuple(words[begin : index + 1]) == phrase:
            return noun
    return None


class Harm:
    """What a word of harm does to whom, by frame (see vocab/english/harm.tsv)."""

    __slots__ = ("frames",)

    def __init__(self) -> None:
        self.frames: dict[str, Measure] = {}


@cache
def harm() -> dict[str, Harm]:
    found: dict[str, Harm] = {}
    for measure, frame, forms in table("harm"):
        for form in forms.split():
            found.setdefault(form, Harm()).frames.setdefault(frame, Measure(measure))
    return found


@cache
def speech() -> dict[str, Modality]:
    return {form: Modality(row[0]) for row in table("speech") for form in row[1].split()}


@cache
def weapons() -> Phrases:
    return _phrases((row[0], row[1] if len(row) > 1 else "") for row in table("weapons"))


@cache
def words(name: str) -> frozenset[str]:
    """A small class of words by its name (vocab/english/classes.tsv). Raises KeyError for a name that is not there."""
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in table("classes")}


_NEVER_ALONE = set(
    "go went goes take took takes taking taken set sets cut fell fall broke lost other life general major".split()
)


@cache
def trigger() -> re.Pattern[str]:
    """Matches a text that can hold a claim: a sentence without a match is never parsed."""
    acts = {phrase for _, _, phrases in table("acts") for phrase in phrases.split("|")}
    words = {phrase for phrase in (*harm(), *acts) if " " not in phrase}
    words |= set(
        "toll casualties victims lives destroyed damaged damage hit struck targeted knocked burned collapsed homeless "
        "displaced displacements idps evacuees refugees refugee refuge shelter shelters sheltering camps destruction access besieged bodies victim bombs lost losses".split()
    )
    words -= set("of a his her the to and by with off up out on himself herself themselves in down over".split())
    words -= _NEVER_ALONE - {"took", "taken", "take", "cut", "set", "fell"}
    words |= {"their use", "its use", "safe passage", "host families", "suffocation"}
    words |= set("gassed war custody guns staying base moved hosted".split())
    words |= {phrase for phrase in acts if " " in phrase}
    return re.compile(rf"(?<![\w-]){_any_of(words)}(?![\w])", re.I)


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern of any of the phrases, their beginnings shared: one look at a letter rules out all that do not begin with it."""
    after: dict[str, list[str]] = {}
    ends = False
    for phrase in phrases:
        ends |= not phrase
        if phrase:
            after.setdefault(phrase[0], []).append(phrase[1:])
    branches = (
        (r"[\s-]+" if first == " " else re.escape(first)) + _any_of(rest) for first, rest in sorted(after.items())
    )
    pattern = "|".join(branches)
    return f"(?:{pattern}){'?' if ends else ''}" if pattern else ""
