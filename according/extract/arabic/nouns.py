"""Nouns for people and facilities where they stand in a line, with the words that say of what kind they are."""

from __future__ import annotations

from dataclasses import replace

from according.domain.values import PEOPLE_CATEGORIES, Category
from according.extract.arabic.forms import Number
from according.extract.arabic.lexicon import Noun, nouns, phrases, qualifiers, words
from according.extract.arabic.line import Line

OF = "من"
_OWNERS = frozenset(("", "ه", "ها", "هم", "هما", "هن"))
"""Pronouns by which a report tells whose they are; "my", "our", "your" are those of comments and prayers."""
_KEEPS = frozenset((Category.VEHICLE, Category.CAMP))
"""Facilities that stay what they are, whatever word qualifies them, unless they are military."""


def noun_at(line: Line, at: int) -> tuple[int, Noun] | None:
    """(number of words, noun) at a word; None where the word means something else there ("سوريا", "الدفاع المدني")."""
    if at >= len(line):
        return None
    hit = line.match(nouns(), at)
    if hit is None or line.words[at].suffix not in _OWNERS:
        return None
    if line.match(phrases("never"), at) is not None or (at and line.match(phrases("never"), at - 1) is not None):
        return None
    size, noun = hit
    if noun.number is Number.SINGULAR and line.words[at].suffix and noun.accusative:
        return size, replace(noun, number=Number.DUAL)  # "طفلاه": the ن of the dual is left out before a pronoun
    if noun.number is Number.OWNED_DUAL:
        return (size, replace(noun, number=Number.DUAL)) if line.words[at].suffix else None
    return hit


def qualified(line: Line, noun: Noun, last: int) -> tuple[Noun, int, bool]:
    """(noun, its last word, whether "others" is said) with what the words behind it add.

    "قتلى عسكريين", "شهيد طفل", "أشخاص مدنيين", "مبنى سكني", "مدنيين آخرين", "إصابات في صفوف المدنيين".
    """
    other = False
    for _ in range(2):
        at = last + 1
        if at >= len(line):
            break
        if line.stems[at] in words("others") and not line.joined(at):
            other, last = True, at
            continue
        more = _kind(line, noun, last)
        if more is None:
            break
        noun, last = more
    return replace(noun, category=_in_ranks(line, noun, last)), last, other


def _kind(line: Line, noun: Noun, last: int) -> tuple[Noun, int] | None:
    """The noun with the kind that the word behind it names, and that word."""
    at = last + 1
    if noun.facility:
        kind = qualifiers().get(line.stems[at])
        if kind is None:
            return None
        keeps = noun.category in _KEEPS and kind is not Category.MILITARY
        return replace(noun, category=noun.category if keeps else kind), at
    hit = noun_at(line, at)
    if hit is None or hit[1].facility or (hit[1].measure is not None and noun.measure is not None):
        return None
    if line.joined(at) or line.words[at].suffix or line.definite(at) != line.definite(last):
        return None
    harmed = hit[1].measure
    if harmed is not None and (noun.category is Category.FAMILIES or (hit[1].number is not noun.number)):
        return None
    whole = replace(noun, category=narrower(noun.category, hit[1].category), measure=noun.measure or harmed)
    return whole, at + hit[0] - 1


def narrower(a: Category, b: Category) -> Category:
    """Which of two categories of people is the more telling (codebook, hard cases: category when several fit)."""
    return min(a, b, key=PEOPLE_CATEGORIES.index)


def _in_ranks(line: Line, noun: Noun, last: int) -> Category:
    """Of whom: "إصابات في صفوف المدنيين", "قتلى من المدنيين", "إصابات بين العناصر"."""
    at = last + 1
    if noun.category is not Category.PEOPLE or at + 1 >= len(line):
        return noun.category
    if line.stems[at] == "في" and line.stems[at + 1] == "صفوف":
        at += 2
    elif line.stems[at] in ("بين", "صفوف", OF):
        at += 1
    else:
        return noun.category
    hit = noun_at(line, at)
    if hit is not None and not hit[1].facility and hit[1].measure is None and hit[1].number is not Number.SINGULAR:
        return hit[1].category
    return Category.COMBATANTS if at < len(line) and line.stems[at] in words("force") else noun.category
