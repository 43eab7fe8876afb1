"""How many: numbers in digits and words, bounds before and after them, vague words (codebook, Figures: low, high, vague)."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.claim import Quantity
from according.domain.values import Bound
from according.extract.arabic.lexicon import numbers, phrases, words
from according.extract.arabic.line import Line

_MOST_DIGITS = 9
"""Longer runs of digits are no quantities of people (telephone numbers, ids)."""
_BEFORE = (("more_than", Bound.MORE_THAN), ("at_least_before", Bound.AT_LEAST), ("at_most", Bound.AT_MOST),
           ("fewer_than", Bound.FEWER_THAN), ("about", Bound.ABOUT))  # fmt: skip
_REACH = 4
"""Words that a bound before a number has at most."""
_AND = "و"


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity stated by words first..last of a line."""

    first: int
    last: int
    quantity: Quantity


def number_at(line: Line, at: int) -> tuple[int, int] | None:
    """(value, how many words it takes) of the number that begins at a word; None where none does.

    "٢٠", "2,000", "4 ملايين", "خمسة عشر", "مئة وخمسة وعشرين", "ثلاثة آلاف" are read.
    """
    total = part = used = 0
    while at + used < len(line):
        here = at + used
        linked = False
        if used and line.stems[here] == _AND and here + 1 < len(line) and line.words[here + 1].is_number:
            if part or not total:
                break  # "5 و 6" are two numbers; "الف و200" is one
            linked, here = True, here + 1
        word = line.words[here]
        size = 1
        if word.is_number:
            value = _digits(word.form)
            if value is None or (used and not linked):
                break
            part += value
        else:
            hit = line.match(numbers(), here)
            if hit is None:
                break
            size, (kind, value) = hit
            joined = word.clitics[:1] == (_AND,)
            if kind == "scales" and not used:
                return None
            if kind.startswith("scale"):
                if used and (joined and not part):
                    part = 1
                total, part = total + (part or 1) * value, 0
            elif not used or joined:
                if used and joined and part and not _adds(part, value):
                    break
                part += value
            elif part and part < 10 and value == 10:
                part += 10
            else:
                break
        used = here + size - at
    return (total + part, used) if used else None


def _adds(part: int, value: int) -> bool:
    """Whether "and" joins two parts of one number: "five and twenty", "a hundred and five"; not "three and two"."""
    return (part < 10 and 20 <= value < 100) or (part >= 100 and value < 100) or (part >= 1000 and value < 1000)


def _digits(form: str) -> int | None:
    plain = form.replace(",", "")
    whole, _, fraction = plain.partition(".")
    if fraction and len(fraction) == 3 and len(whole) <= 3:
        whole, fraction = whole + fraction, ""
    if fraction or not whole.isdigit() or len(whole) > _MOST_DIGITS:
        return None
    return int(whole)


def amount_at(line: Line, at: int) -> Amount | None:
    """The exact or bounded number that begins at a word, with the bounding words before it and after its own words."""
    found = number_at(line, at)
    if found is None:
        return None
    value, size = found
    first, last = at, at + size - 1
    bound, begin = _bound_before(line, first)
    after = line.match(phrases("at_least_before"), last + 1) if last + 1 < len(line) else None
    if bound is Bound.EXACT and after is not None:
        return Amount(first, last + after[0], quantity(value, Bound.AT_LEAST))
    return Amount(begin, last, quantity(value, bound))


def _bound_before(line: Line, first: int) -> tuple[Bound, int]:
    for name, bound in _BEFORE:
        for begin in range(max(0, first - _REACH), first):
            hit = line.match(phrases(name), begin)
            if hit is not None and begin + hit[0] == first:
                return bound, begin
    return Bound.EXACT, first


def quantity(value: int, bound: Bound) -> Quantity:
    """What a number means under a bound (codebook, Figures: low, high)."""
    low: int | None = value
    high: int | None = value
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        high = None
    elif bound in (Bound.AT_MOST, Bound.FEWER_THAN):
        low = None
    return Quantity("", low, high, bound)


def vague_at(line: Line, at: int) -> bool:
    """Whether a word is a vague quantity: "عشرات", "عدد"."""
    return line.stems[at] in words("vague")


ONE, TWO, ZERO = (quantity(value, Bound.EXACT) for value in (1, 2, 0))
VAGUE = Quantity("", None, None, None, True)
