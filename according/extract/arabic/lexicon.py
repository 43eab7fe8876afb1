"""The Arabic word lists, compiled for looking up the words of a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from according.domain.values import FACILITY_CATEGORIES, Category, EventType, Measure
from according.extract.arabic.forms import Number, clean, noun_forms, verb_forms
from according.text.arabic_words import split
from according.vocab.arabic import table

T = TypeVar("T")
Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], T]]]
"""By first word: the phrases (as clean words without the article) that begin with it, longest first."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A form of a countable noun. `measure` is set where the noun itself tells the harm ("قتيل")."""

    category: Category
    number: Number
    measure: Measure | None = None
    accusative: bool = False
    """Whether the form is a singular in ا, which before a pronoun is a dual ("طفلاه")."""

    @property
    def facility(self) -> bool:
        return self.category in FACILITY_CATEGORIES


@dataclass(frozen=True, slots=True)
class Harm:
    """What a word of harm does; `verb` where it is a verb, whose person may stand before it."""

    measure: Measure
    verb: bool


@dataclass(frozen=True, slots=True)
class ActWord:
    """What a word for an act tells of (vocab/arabic/acts.tsv): `open` = the means decide, `weak` = only where nothing better is."""

    type: EventType
    open: bool
    weak: bool
    verb: bool


LONGEST_ROOT = 4
"""Letters of the longest word that may itself begin with "و" inside a phrase ("وقوع", "وفاة", "وقود")."""


def bare(word: str) -> str:
    """A clean word without its article, as the words of a line are looked up."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _entry(word: str) -> str:
    """A word of a list as it is looked up: what begins "أل", "إل" ("ألفان", "إلقاء") has no article."""
    return clean(word) if word.startswith(("أ", "إ", "آ")) else bare(clean(word))


def _phrase(words: str) -> tuple[str, ...]:
    """The words of a phrase as they are looked up: without the article, and without an "and" that is written onto them."""
    first, *rest = (_entry(word) for word in words.replace("_", " ").split())
    return first, *(word[1:] if word.startswith("و") and len(word) > LONGEST_ROOT else word for word in rest)


def _compiled(rows: Iterable[tuple[tuple[str, ...], T]]) -> Phrases[T]:
    """The first meaning of a phrase in the order of the file is kept."""
    found: dict[str, dict[tuple[str, ...], T]] = {}
    for phrase, meaning in rows:
        found.setdefault(phrase[0], {}).setdefault(phrase, meaning)
    return {first: sorted(some.items(), key=lambda item: -len(item[0])) for first, some in found.items()}


@cache
def nouns() -> Phrases[Noun]:
    """People and facilities in all their forms."""
    return _compiled(_noun_rows())


def _noun_rows() -> Iterator[tuple[tuple[str, ...], Noun]]:
    for category, singular, plurals, feminine, measure, _ in table("people"):
        own = Measure(measure) if measure else None
        kind = Category(category)
        if " " in singular:
            yield _phrase(singular), Noun(kind, Number.SINGULAR, own)
            if plurals != "-":
                yield _phrase(plurals), Noun(kind, Number.PLURAL, own)
            continue
        for form, number, female in noun_forms(singular, plurals, feminine == "f"):
            women = female and kind is not Category.CHILDREN
            before_pronoun = number is Number.SINGULAR and form == clean(singular) + "ا"
            yield (form,), Noun(Category.WOMEN if women else kind, number, own, before_pronoun)
    for category, singular, plurals, _ in table("facilities"):
        kind = Category(category)
        if " " in singular:
            yield _phrase(singular), Noun(kind, Number.SINGULAR)
            head, *rest = singular.split()
            accusative = [
                head if head.endswith("ة") else head + "ا",
                *(w if w.endswith("ة") else w + "ا" for w in rest),
            ]
            yield _phrase(" ".join(accusative)), Noun(kind, Number.SINGULAR)
            if plurals != "-":
                yield _phrase(plurals), Noun(kind, Number.PLURAL)
            continue
        for form, number, _ in noun_forms(singular, plurals, False):
            yield (form,), Noun(kind, number)


@cache
def owned_forms() -> frozenset[str]:
    """Feminine nouns of kin that are also a man with "his" behind him: "شقيقه", "والده"."""
    return frozenset(clean(man) + "ه" for man in words("kinsmen"))


@cache
def harm(nominal: bool = False) -> Phrases[Harm]:
    """The words of harm; `nominal`: those that can have the article or "by" before them."""
    return _compiled(row for row in _harm_rows() if not (nominal and row[1].verb and len(row[0]) == 1))


def _harm_rows() -> Iterator[tuple[tuple[str, ...], Harm]]:
    for measure, kind, cell, _ in table("harm"):
        for phrase in _inflected(kind, cell):
            yield phrase, Harm(Measure(measure), kind != "n")


@cache
def acts(nominal: bool = False) -> Phrases[ActWord]:
    """The words for acts; `nominal`: those that can have the article or "by" before them."""
    return _compiled(row for row in _act_rows() if not (nominal and row[1].verb))


def _act_rows() -> Iterator[tuple[tuple[str, ...], ActWord]]:
    for name, kind, cell, _ in table("acts"):
        act = ActWord(EventType(name.rstrip("*-")), "*" in name, "-" in name, kind == "v")
        for phrase in _inflected(kind, cell):
            yield phrase, act


@cache
def weapons() -> Phrases[EventType | None]:
    return _compiled(
        (phrase, None if name == "-" else EventType(name))
        for name, cell, _ in table("weapons")
        for family in cell.split("|")
        for phrase in _noun_family(family)
    )


def _noun_family(family: str) -> Iterator[tuple[str, ...]]:
    """A phrase ("_" between its words) as it stands; a word in all its forms, with the plurals listed beside it."""
    singular, *plurals = family.split()
    if "_" in singular:
        yield _phrase(singular)
    else:
        yield from ((form,) for form, _, _ in noun_forms(singular, " ".join(plurals) or "-", False))


def _inflected(kind: str, cell: str) -> Iterator[tuple[str, ...]]:
    """The phrases of a cell of harm.tsv or acts.tsv, by the kind of its row."""
    for family in cell.split("|"):
        if kind == "p":
            yield _phrase(family)
        elif kind == "v":
            perfect, imperfect, *rest = family.split()
            after = tuple(bare(clean(word)) for word in rest)
            yield from ((form, *after) for form in verb_forms(perfect, imperfect))
        else:
            yield from _noun_family(family)


@cache
def qualifiers() -> Mapping[str, Category]:
    return {bare(clean(word)): Category(row[0]) for row in table("qualifiers") for word in row[1].split()}


@cache
def numbers() -> Phrases[tuple[str, int]]:
    return _compiled((_phrase(form), (row[0], int(row[1]))) for row in table("numbers") for form in row[2].split())


@cache
def phrases(name: str) -> Phrases[bool]:
    """A class of words and phrases (vocab/arabic/classes.tsv). Raises KeyError for a name that is not there."""
    return _compiled((phrase, True) for phrase in _classes()[name])


@cache
def words(name: str) -> frozenset[str]:
    """The single words of a class."""
    return frozenset(phrase[0] for phrase in _classes()[name] if len(phrase) == 1)


@cache
def _classes() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return {row[0]: tuple(_phrase(word) for word in row[1].split()) for row in table("classes")}


@cache
def given_names() -> frozenset[str]:
    """Given names and the words that open a name."""
    return frozenset(clean(name) for _, names in table("names") for name in names.split())


@cache
def known() -> frozenset[str]:
    """Every word of the lists: what clitics may be taken off for."""
    lists: tuple[Phrases[object], ...] = (nouns(), harm(), acts(), weapons(), numbers())
    found = {word for phrases_ in lists for some in phrases_.values() for phrase, _ in some for word in phrase}
    found |= {
        word for name, some in _classes().items() if name not in ("stop", "whole") for phrase in some for word in phrase
    }
    found |= set(qualifiers()) | given_names()
    # A name ends at "بقصف" as it stands; everywhere else it is "by" and "shelling".
    plain = frozenset(found)
    plain |= words("whole")
    return plain | {word for word in words("stop") if split(word, plain)[1] == word}
