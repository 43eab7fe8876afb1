"""What is counted: a number or a vague word with its noun, a dual or a single noun alone, a named person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from according.domain.claim import Quantity
from according.domain.values import Bound, Category, Measure
from according.extract.arabic.amounts import ONE, TWO, VAGUE, ZERO, amount_at, quantity, vague_at
from according.extract.arabic.forms import Number
from according.extract.arabic.lexicon import Noun, numbers, phrases, words
from according.extract.arabic.line import Line
from according.extract.arabic.names import name_at, titles
from according.extract.arabic.nouns import OF, noun_at, qualified


class How(Enum):
    """By what a thing is counted: the weaker the sign, the nearer the word of harm must stand."""

    NUMBER = "number"
    VAGUE = "vague"
    DUAL = "dual"
    SINGLE = "single"
    OWNED = "owned"
    NAME = "name"
    BARE = "bare"
    ZERO = "zero"


@dataclass(frozen=True, slots=True)
class Thing:
    """A counted thing at words first..last of a line.

    `category` None = the noun is left out ("اثنان آخران"); `measure` is what the noun itself tells; `joined` = a name whose
    first word has an "and" written onto it that no list knows.
    """

    first: int
    last: int
    quantity: Quantity
    category: Category | None
    how: How
    measure: Measure | None = None
    facility: bool = False
    other: bool = False
    joined: bool = False


_BOUNDS = ("more_than", "at_least_before", "at_most", "fewer_than", "about")
_ONE = frozenset(("واحد", "واحده", "وحيد", "وحيده"))
_UNITS = frozenset(
    "عام عاما سنه سنوات سنين شهر اشهر يوم ايام يوما ساعه ساعات دقيقه دقايق كم كيلو كيلومتر كيلومترا متر مترا امتار كيلومترات % بالميه ليره دولار "
    "صاروخ صواريخ صاروخا قذيفه قذايف غاره غارات مره مرات ضربه ضربات طن الطلعات استهداف استهدافات دونم هجوم هجمات براميل برميل طلقه طلقات قريه قري بلده بلدات "
    "محافظه محافظات مدن مدينه منطقه مناطق دوله دول برميلا قذايف حاله هكتار : / - . خرق خروقات عمليه عمليات انفجار انفجارات لغم الغام جوله جولات لغما".split()
)
"""Nouns behind a number that counts neither people nor facilities."""


def things(line: Line) -> list[Thing]:
    """The counted things of a line, left to right, none inside another."""
    found: list[Thing] = []
    openers, behind = _starts(), 0
    for at, stem in enumerate(line.stems):
        if at < behind or (stem not in openers and not line.words[at].is_number and at not in line.nouns):
            continue
        thing = _thing_at(line, at)
        if thing is not None:
            found.append(thing)
            behind = thing.last + 1
    return found


@cache
def _starts() -> frozenset[str]:
    """The words, besides numbers and nouns, with which a counted thing can begin."""
    single = [words(name) for name in ("no", "vague", "one_of", "another")]
    return _openers().union(*single, phrases("named"), titles())


def _thing_at(line: Line, at: int) -> Thing | None:
    if line.stems[at] in words("no"):
        zero = _none(line, at)
        if zero is not None:
            return zero
    amount = _bounded(line, at)
    if amount is not None:
        return amount
    if vague_at(line, at):
        vague = _vague(line, at)
        if vague is not None:
            return vague
    name = name_at(line, at)
    if name is not None:
        return Thing(name.first, name.last, ONE, name.category, How.NAME, name.measure, joined=line.joined(at))
    return _noun_alone(line, at)


def _none(line: Line, at: int) -> Thing | None:
    """ "دون وقوع أي إصابات", "لم تسفر عن قتلى", "عدم وجود إصابات"; "no word of casualties" is none of these."""
    last = at
    for here in range(at + 1, min(at + 8, len(line))):
        stem = line.stems[here]
        if stem in words("no_noun"):
            last = here
        elif stem not in words("no_link") and not (here in line.acts and line.definite(here)):
            break
    return Thing(at, last, ZERO, Category.PEOPLE, How.ZERO) if last > at else None


@cache
def _openers() -> frozenset[str]:
    """The words with which a quantity in words can begin."""
    return frozenset(numbers()).union(*(phrases(name) for name in _BOUNDS))


def _bounded(line: Line, at: int) -> Thing | None:
    """A number with its bounding words and its noun."""
    if not line.words[at].is_number and line.stems[at] not in _openers():
        return None
    begin = at
    for name in _BOUNDS:
        hit = line.match(phrases(name), at)
        if hit is not None:
            begin = at + hit[0]
            break
    if begin >= len(line):
        return None
    amount = amount_at(line, begin)
    if amount is None or amount.first > at:
        return None
    number_word = begin
    after = amount.last + 1
    if _is_date_or_age(line, number_word, after):
        return None
    counted = _counted(line, after)
    if counted is None:
        if after < len(line) and (line.stems[after] in _UNITS or line.words[after].is_number):
            return None
        if line.definite(number_word) or (at and line.stems[at - 1] in words("dated")):
            return None  # "في العشرين من الشهر"
        if line.stems[number_word] in _ONE and at and not line.joined(at) and line.words[at - 1].is_arabic:
            return None  # "عائلة واحدة"
        return Thing(at, amount.last, amount.quantity, None, How.BARE)
    last, noun, other = counted
    bound_after = line.match(phrases("at_least_before"), last + 1) if last + 1 < len(line) else None
    stated = amount.quantity
    if bound_after is not None and stated.bound is Bound.EXACT and stated.low is not None:
        stated, last = quantity(stated.low, Bound.AT_LEAST), last + bound_after[0]
    category = noun.category if noun is not None else None
    return Thing(
        at, last, stated, category, How.NUMBER, noun.measure if noun else None, bool(noun and noun.facility), other
    )


def _is_date_or_age(line: Line, at: int, after: int) -> bool:
    before = line.stems[at - 1] if at else ""
    following = line.stems[after] if after < len(line) else ""
    dated = before in ("/", "-", ":", ".") and at > 1 and line.words[at - 2].is_number
    if dated or following in ("/", ":", "-", "%"):
        return line.words[at].is_number
    return before in ("عام", "سنه", "العام", "@", "تاريخ", "بتاريخ", "الساعه", "ساعه", "رقم", "طراز", "عمر")


def _counted(line: Line, at: int) -> tuple[int, Noun | None, bool] | None:
    """(last word, noun, whether "others" is said) of what a number counts; the noun None where only "others" is."""
    here = at
    while here < len(line) and (line.stems[here] == OF or (here > at and line.stems[here] == '"')):
        here += 1
    if here >= len(line):
        return None
    if line.stems[here] in words("others"):
        return here, None, True
    hit = noun_at(line, here) if not line.joined(here) else None
    if hit is None:
        if here > at and line.stems[here] in words("force"):
            return here, Noun(Category.COMBATANTS, Number.PLURAL), False
        return None
    size, noun = hit
    if here > at and noun.category is Category.FAMILIES and noun.number is Number.SINGULAR:
        return here + size - 1, replace(noun, category=Category.PEOPLE), False  # "5 من عائلة واحدة"
    noun, last, other = qualified(line, noun, here + size - 1)
    return last, noun, other


def _vague(line: Line, at: int) -> Thing | None:
    """ "عدد من المدنيين", "عشرات العائلات", "عدة أشخاص"; "عدد القتلى" only names a total."""
    here = at + 1
    if here < len(line) and line.stems[here] in words("size"):
        here += 1
    named = line.stems[at] in words("vague_of")
    if named and line.stems[here : here + 1] != (OF,):
        return None
    counted = _counted(line, here)
    if counted is None:
        return None
    last, noun, other = counted
    measure = noun.measure if noun else None
    return Thing(
        at, last, VAGUE, noun.category if noun else None, How.VAGUE, measure, bool(noun and noun.facility), other
    )


def _noun_alone(line: Line, at: int) -> Thing | None:
    """A dual, a single indefinite noun, or one with its owner; "one of" a plural; "another"."""
    if line.stems[at] in words("one_of") and not line.words[at].suffix:
        return _one_of(line, at)
    if line.stems[at] in words("another"):
        return _another(line, at)
    hit = noun_at(line, at)
    if hit is None:
        return None
    size, noun = hit
    if noun.number is Number.SINGULAR and line.stems[at] in words("nationality"):
        return None
    if noun.number is Number.PLURAL:
        return _numbered_after(line, at, noun, at + size - 1)
    whole, last, other = qualified(line, noun, at + size - 1)
    if last + 1 < len(line) and line.stems[last + 1] in _ONE and not line.joined(last + 1):
        last += 1
    if noun.number is Number.DUAL:
        return Thing(at, last, TWO, whole.category, How.DUAL, whole.measure, whole.facility, other)
    if line.match(phrases("named"), last + 1) is not None if last + 1 < len(line) else False:
        return None  # the name behind it is the person
    if line.definite(at) and not noun.facility and line.stems[last + 1 : last + 2] not in (("التي",), ("الذي",)):
        return None
    if at in line.harms:
        return None  # "إصابة شاب": the word of harm, not somebody injured
    if whole.measure is not None and last + 1 < len(line) and line.definite(last + 1) and noun_at(line, last + 1):
        return None  # "جثمان الرجل": somebody told of before
    if whole.measure is not None and line.words[at].suffix:
        return None  # "جثته": the same
    how = How.OWNED if line.words[at].suffix else How.SINGLE
    return Thing(at, last, ONE, whole.category, how, whole.measure, whole.facility, other)


def _one_of(line: Line, at: int) -> Thing | None:
    hit = noun_at(line, at + 1)
    if hit is None and at + 1 < len(line) and line.words[at + 1].is_arabic:
        return Thing(at, at + 1, ONE, None, How.SINGLE)  # "أحد المخبرين": a kind of person that no list knows
    if hit is None or hit[1].number is Number.SINGULAR:
        return None
    noun, last, _ = qualified(line, hit[1], at + hit[0])
    return Thing(at, last, ONE, noun.category, How.SINGLE, noun.measure, noun.facility)


def _another(line: Line, at: int) -> Thing | None:
    if line.definite(at):
        return None
    women = line.stems[at] == "اخري"
    amount = TWO if line.stems[at] == "اخران" else ONE
    return Thing(at, at, amount, Category.WOMEN if women else None, How.SINGLE, other=True)


def _counts_on(line: Line, at: int) -> bool:
    """Whether a number counts what stands behind it, rather than the noun before it."""
    counted = _counted(line, at)
    return counted is not None and counted[1] is not None


def _numbered_after(line: Line, at: int, noun: Noun, last: int) -> Thing | None:
    """A number behind its noun: "مواطنين اثنين", "الشهداء الثلاثة", "الشهداء الـ3"."""
    here = last + 1
    article = False
    while here < len(line) and line.stems[here] == "ال":
        here, article = here + 1, True
    if here >= len(line) or noun.facility or line.joined(here):
        return None
    amount = amount_at(line, here)
    if amount is None or _is_date_or_age(line, here, amount.last + 1) or _counts_on(line, amount.last + 1):
        return None
    if line.words[here].is_number and not article:
        return None
    return Thing(at, amount.last, amount.quantity, noun.category, How.NUMBER, noun.measure)
