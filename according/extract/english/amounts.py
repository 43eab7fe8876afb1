"""Amounts: numbers with their bounds, vague words, and the noun that they count or leave out (codebook, Figures)."""

from __future__ import annotations

from according.domain.claim import Quantity
from according.domain.values import FACILITY_CATEGORIES, Bound, Category
from according.extract.english.counting import Counted, How, made
from according.extract.english.elided import bare
from according.extract.english.lexicon import harm, noun_ending_at, words
from according.extract.english.nouns import COUNTED_HARM, noun_after
from according.extract.english.parse import Tree
from according.text.numbers import number_at


def _longest_first(options: str) -> list[tuple[str, ...]]:
    return sorted((tuple(option.split()) for option in options.split("|")), key=len, reverse=True)


_BOUND_WORDS: dict[Bound, str] = {
    Bound.AT_LEAST: "at least|no fewer than|no less than|not less than|a minimum of|upwards of|upward of|at the least",
    Bound.MORE_THAN: "more than|over|above|in excess of|well over|exceeding|greater than|just over|upwards than",
    Bound.AT_MOST: "up to|as many as|at most|no more than|not more than|a maximum of|as much as",
    Bound.FEWER_THAN: "fewer than|less than|under",
    Bound.ABOUT: "about|around|some|nearly|almost|approximately|roughly|an estimated|estimated|close to|approx|circa",
    Bound.EXACT: "a total of|exactly|just|only",
}
_BOUNDS = sorted(
    ((phrase, bound) for bound, options in _BOUND_WORDS.items() for phrase in _longest_first(options)),
    key=lambda entry: -len(entry[0]),
)
_VAGUE = _longest_first(
    "dozens|scores|hundreds|thousands|tens|several|many|numerous|multiple|countless|a number|a large number|a great number|"
    "large numbers|an unspecified number|an unknown number|a small number|unspecified number|a handful|a few|few dozen|"
    "a few dozen|several dozen|several hundred|several thousand|several dozens|several more|many hundreds|many thousands|"
    "many dozens|many more|tens of thousands|hundreds of thousands|dozens more|scores more|hundreds more|thousands more|"
    "millions|a group|a score|an unconfirmed number|an undetermined number|various|some dozens|untold numbers|"
    "a good number|a couple|a couple of dozen|hundreds of others|dozens of others|scores of others|untold|a host"
)
_VAGUE_STARTS = frozenset(phrase[0] for phrase in _VAGUE)
_NEEDS_OF = frozenset((("a", "group"), ("a", "host")))
_NEVER_ALONE = frozenset(("many", "several", "multiple", "various", "numerous"))
_RANGE = ("to", "or", "-", "–", "—")


def numbered(tree: Tree, i: int) -> Counted | None:
    """A thing counted by a number that begins at token i: "at least 12 people", "between six and eight", "39 injured"."""
    lower = tree.lower
    if not (lower[i][0].isdigit() or lower[i].split("-")[0] in words("number_words")):
        return None
    read = _fraction_at(lower, i) or _spaced_at(lower, i) or number_at(lower, i)
    if read is None:
        return None
    low, used = read
    high: int | None = low
    end = i + used
    if _in_date(tree, i, end) or _named_number(tree, i, end):
        return None
    first, bound = bound_before(tree, i)
    upper = _upper(lower, i, end)
    if upper is not None and upper[0] > low:
        high, end, bound = upper[0], upper[1], Bound.BETWEEN
        first = i - 1 if i and lower[i - 1] in ("between", "from") else i
        if lower[upper[2] - 1] in ("over", "than"):
            bound = Bound.AT_LEAST  # "from 500 to well over 1,000"
    quantity = _bounded(low, high, bound)
    noun = noun_after(tree, end, many=high != 1)
    if noun is None and lower[end : end + 2] == ["or", "more"]:
        noun, quantity = noun_after(tree, end + 2, many=True), Quantity("", low, None, Bound.AT_LEAST)
    if noun is None and (harmed := _harm_counted(tree, end)) is not None:
        return made(tree, first, harmed, harmed, quantity, _whose_harm(tree, harmed), How.NUMBER)
    label = labelled(tree, first)
    if noun is None and label is not None and not _labels_next(tree, end):
        said = next(
            (n for t in range(label - 1, label + 3) if (n := noun_ending_at(lower, t)) and not n.facility), None
        )
        return made(tree, first, end - 1, end - 1, quantity, said.category if said else Category.PEOPLE, How.NUMBER)
    if noun is None:
        return bare(tree, first, i, end, quantity)
    head, category = noun
    if tree.lower[head + 1 : head + 2] and tree.lower[head + 1] in COUNTED_HARM:
        head += 1  # "50 civilian casualties"
    return made(tree, first, head, head, quantity, category, How.OTHERS if category is None else How.NUMBER)


def _harm_counted(tree: Tree, begin: int) -> int | None:
    """The noun of harm that a number counts itself: "12 deaths", "30 confirmed casualties"."""
    for t in range(begin, min(begin + 3, len(tree))):
        if tree.lower[t] in COUNTED_HARM - {"victims", "victim"}:
            return t
        if tree.lower[t] in ("cases", "case") and tree.lower[t + 1 : t + 2] == ["of"]:
            return t + 2 if t + 2 < len(tree) and tree.lower[t + 2] in harm() else None  # "35 cases of suffocation"
        if tree.tags[t] not in ("JJ", "VBN"):
            return None
    return None


def _whose_harm(tree: Tree, at: int) -> Category:
    """ "12 casualties among the fighters", "three deaths of children": the category of those harmed."""
    if tree.lower[at + 1 : at + 2] and tree.lower[at + 1] in ("among", "amongst", "of", "on", "in"):
        noun = noun_after(tree, at + 2, many=True)
        if noun is not None and noun[1] is not None and noun[1] not in FACILITY_CATEGORIES:
            return noun[1]
    return Category.PEOPLE


def labelled(tree: Tree, first: int) -> int | None:
    """The word of harm in the label that a number stands behind: "Killed: 6", "Death toll: 17", "Evacuation total people: 3,614"."""
    if not first or tree.lower[first - 1] != ":":
        return None
    for t in range(first - 2, max(-1, first - 6), -1):
        if tree.lower[t] in harm() or tree.lower[t] in ("toll", "evacuation"):
            return t
        if not tree.lower[t].isalpha():
            return None
    return None


def _labels_next(tree: Tree, end: int) -> bool:
    """Whether a number is not alone behind its label: text goes on in the same clause."""
    return end < len(tree) and tree.tags[end] in ("NN", "NNS") and tree.lower[end + 1 : end + 2] != [":"]


def _fraction_at(lower: list[str], i: int) -> tuple[int, int] | None:
    """ "a quarter of a million", "three quarters of a million"."""
    if (
        lower[i + 1 : i + 4] == ["quarter", "of", "a"]
        and lower[i] in ("a", "one")
        and lower[i + 4 : i + 5] == ["million"]
    ):
        return 250_000, 5
    return None


def _spaced_at(lower: list[str], i: int) -> tuple[int, int] | None:
    """Thousands set apart by a space: "3 385 people", "61, 000"."""
    if not lower[i].isdigit() or not 1 <= len(lower[i]) <= 3 or lower[i].startswith("0"):
        return None
    at = i + 1
    if lower[at : at + 2] == [",", "000"]:
        return int(lower[i]) * 1_000, 3
    value = int(lower[i])
    while at < len(lower) and lower[at].isdigit() and len(lower[at]) == 3 and value < 1_000_000:
        value, at = value * 1_000 + int(lower[at]), at + 1
    return (value, at - i) if at > i + 1 else None


def _upper(lower: list[str], i: int, end: int) -> tuple[int, int, int] | None:
    """The upper end of a range, where it ends and begins: "six to eight", "between 6 and 8", "500 to well over 1,000"."""
    joined = lower[end : end + 1]
    ranged = joined and (joined[0] in _RANGE or (joined[0] == "and" and i and lower[i - 1] == "between"))
    if not ranged or end + 1 >= len(lower):
        return None
    at = end + 1
    for phrase, _ in _BOUNDS:
        if tuple(lower[at : at + len(phrase)]) == phrase and at + len(phrase) < len(lower):
            at += len(phrase)
            break
    read = number_at(lower, at)
    return (read[0], at + read[1], at) if read else None


def _in_date(tree: Tree, i: int, end: int) -> bool:
    """Whether a number is a day or a year: "05 July", "July 5", "5, 2015", "05-07-2016"."""
    lower = tree.lower
    if not lower[i][0].isdigit():
        return False
    before, after = lower[i - 1] if i else "", lower[end] if end < len(lower) else ""
    year = len(lower[i]) == 4 and lower[i].isdigit() and 1900 <= int(lower[i]) <= 2099
    if year and (
        before in words("months")
        or before in ("in", "since", "of", "late", "early", "mid", "/", "-", ",", "until", "by")
        or (before[:1].isdigit() and len(before) <= 2)
    ):
        return True
    if before in ("-", "/", ".") and i > 1 and lower[i - 2][:1].isdigit() and tree.ends[i - 1] == tree.starts[i]:
        return True  # a part of 05-07-2016
    if after in ("-", "/") and end + 2 < len(lower) and lower[end + 2] in ("-", "/"):
        return True
    if len(lower[i]) > 2 or not (before in words("months") or after in words("months")):
        return False
    return not (
        before in words("months") and i > 1 and lower[i - 2][:1].isdigit() and noun_after(tree, end) is not None
    )


def _named_number(tree: Tree, i: int, end: int) -> bool:
    """A number that counts nothing: "40 %", "No. 5", "resolution 2254", "16:30"."""
    lower = tree.lower
    if end < len(lower) and lower[end] in words("after_number_not"):
        return True
    if lower[end : end + 1] == ["-"] and end + 1 < len(lower) and lower[end + 1] in words("numbered_parts"):
        return True  # "a 3-storey building"
    if i > 0 and lower[i - 1] == "/":
        return tree.ends[i - 1] == tree.starts[i]  # "2 dead / 5 injured" counts, "3/4" does not
    if i > 2 and lower[i - 1] in ("and", ",", "-", "to") and lower[i - 3] in ("aged", "ages", "age"):
        return True  # "aged 4 and 6"
    return i > 0 and lower[i - 1] in words("before_number_not")


def bound_before(tree: Tree, i: int) -> tuple[int, Bound]:
    """Where the bounding words before token i begin, and what they say; "some more than" is read innermost."""
    for phrase, bound in _BOUNDS:
        begin = i - len(phrase)
        if begin >= 0 and tuple(tree.lower[begin:i]) == phrase:
            return begin, bound
    return i, Bound.EXACT


def _bounded(low: int, high: int | None, bound: Bound) -> Quantity:
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return Quantity("", low, None, bound)
    if bound in (Bound.AT_MOST, Bound.FEWER_THAN):
        return Quantity("", None, low, bound)
    return Quantity("", low, high, bound)


def vague(tree: Tree, i: int) -> Counted | None:
    """A thing counted by a vague word: "dozens of people", "several others", "a number of civilians"."""
    lower = tree.lower
    if lower[i] not in _VAGUE_STARTS or (i and lower[i - 1] == "how"):
        return None
    for phrase in _VAGUE:
        end = i + len(phrase)
        if tuple(lower[i:end]) != phrase or (phrase in _NEEDS_OF and lower[end : end + 1] != ["of"]):
            continue
        first, _ = bound_before(tree, i)
        quantity = Quantity("", None, None, None, vague=True)
        of = lower[end : end + 1] == ["of"]
        noun = noun_after(tree, end + of, many=True)
        if noun is not None:
            head, category = noun
            return made(tree, first, head, head, quantity, category, How.OTHERS if category is None else How.VAGUE)
        if (harmed := _harm_counted(tree, end + of)) is not None:
            return made(tree, first, harmed, harmed, quantity, _whose_harm(tree, harmed), How.VAGUE)
        return _vague_alone(tree, phrase, first, i, end, quantity)
    return None


def _vague_alone(
    tree: Tree, phrase: tuple[str, ...], first: int, i: int, end: int, quantity: Quantity
) -> Counted | None:
    lower = tree.lower
    after = lower[end] if end < len(lower) else ""
    if after in words("more_words"):
        return made(tree, first, end, end, quantity, None, How.OTHERS)
    if after == "of" and lower[end + 1 : end + 2]:
        if lower[end + 1] in words("of_them"):
            return made(tree, first, end + 1, i, quantity, None, How.OTHERS)
        if lower[end + 1] == "the" and lower[end + 2 : end + 3] and lower[end + 2] in ("wounded", "injured", "dead"):
            return made(tree, first, end + 2, i, quantity, Category.PEOPLE, How.OTHERS)
        return None
    told = after in harm() or (after in words("aux") and any(w in harm() for w in lower[end : end + 4]))
    before = bool(i) and lower[i - 1] in words("harm_before") and phrase[0] not in _NEVER_ALONE
    subject = tree.tags[i] in ("NNS", "JJ", "DT") and tree.deps[i] in ("nsubj", "nsubjpass", "dobj")
    if phrase[-1] == "more" or told or before or subject:
        return made(tree, first, end - 1, end - 1, quantity, None, How.OTHERS)
    return None
