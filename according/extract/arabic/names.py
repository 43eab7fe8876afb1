"""Named persons: a title and the words that are no others of the lexicon ("الشاب نواف محمد", "المواطن حمود علي")."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from according.domain.values import Category, Measure
from according.extract.arabic.lexicon import given_names, known, nouns, phrases, words
from according.extract.arabic.line import Line
from according.extract.arabic.nouns import noun_at
from according.extract.arabic.sides import NAMED

_TITLES = (
    ("title_children", Category.CHILDREN),
    ("title_women", Category.WOMEN),
    ("title_combatants", Category.COMBATANTS),
    ("title_journalists", Category.JOURNALISTS),
    ("title_health", Category.HEALTH_WORKERS),
    ("title_aid", Category.AID_WORKERS),
    ("title_civilians", Category.CIVILIANS),
    ("title_people", Category.PEOPLE),
)
LONGEST = 5
"""Words of the longest name."""
_DESCRIBED = 9
"""Words that can tell what a titled person is before the name in quotation marks."""
_QUOTES = frozenset("\"'(”“")
_PARTS = frozenset("ال الدين الله".split())
"""Words of names that are words of the lexicon as well."""
_BODIES = frozenset(("جثه", "جثمان", "جثث", "جثامين"))
"""Before a title: the person is dead ("جثمان الشاب س")."""
_KILLED = frozenset(("شهيد", "شهيده", "فقيد"))


@dataclass(frozen=True, slots=True)
class Name:
    """A person named by words first..last of a line."""

    first: int
    last: int
    category: Category
    measure: Measure | None = None


@cache
def titles() -> frozenset[str]:
    """Every title."""
    return frozenset().union(*(words(name) for name, _ in _TITLES))


def title_at(line: Line, at: int) -> Category | None:
    """The category that a title gives; a title has the article."""
    if not line.definite(at) or line.words[at].suffix or (at and line.match(phrases("never"), at - 1) is not None):
        return None
    if line.match(phrases("never"), at) is not None:
        return None
    return next((category for name, category in _TITLES if line.stems[at] in words(name)), None)


def name_at(line: Line, at: int) -> Name | None:
    """The name behind the title at a word, or behind "named"; None where none is."""
    category = title_at(line, at)
    measure = Measure.KILLED if category is not None and line.stems[at] in _KILLED else None
    if category is not None and at and line.stems[at - 1] in _BODIES:
        measure = Measure.KILLED
    here = at + 1
    if category is None:
        named = line.match(phrases("named"), at)
        if named is None:
            return None
        here, category = at + named[0], Category.PEOPLE
        before = at - 1
        while before >= 0 and line.stems[before] in ("و", "،"):
            before -= 1
        hit = line.match(nouns(), before) if before >= 0 else None
        if hit is not None and not hit[1].facility:
            category = hit[1].category
            at = before
    while here < len(line) and (line.stems[here] in words("honorific") or line.stems[here] == ":"):
        more = title_at(line, here)
        if more is Category.CHILDREN or (more is not None and category is Category.PEOPLE):
            category = more
        measure = Measure.KILLED if line.stems[here] in _KILLED else measure
        here += 1
    here = _beyond_titles(line, here)
    span = name_span(line, here)
    if span is None or (span[0] == span[1] and not given_at(line, here)):
        span = _quoted_behind(line, here)
    if span is None:
        return None
    return Name(span[0], span[1], category, measure)


def _beyond_titles(line: Line, at: int) -> int:
    """Where the name begins behind more titles: "الشهيد الصحفي والإعلامي الحر "أنس ...""."""
    for here in range(at, min(at + 4, len(line))):
        if line.stems[here] in _QUOTES:
            return here
        if not line.definite(here):
            break
    return at


def _quoted_behind(line: Line, at: int) -> tuple[int, int] | None:
    """The name in quotation marks behind what a titled person is: "القيادي البارز في التنظيم "سعد نجم السالم""."""
    for here in range(at, min(at + _DESCRIBED, len(line))):
        if line.stems[here] in _QUOTES - {"("}:
            before = line.stems[here - 1]
            named = (before in NAMED or before in words("bodies")) and not line.definite(here - 1)
            if named or before in words("place_in"):
                return None  # the name of a side: "في حركة "س""
            span = _in_quotes(line, here)
            return span if span is not None and (span[1] > span[0] or given_at(line, here)) else None
        if not line.words[here].is_arabic or line.tells(here) or line.stems[here] in words("breaks"):
            return None
    return None


def _in_quotes(line: Line, at: int) -> tuple[int, int] | None:
    """What stands between the quotation mark at a word and the next one, where that can be a name; none in brackets."""
    if line.stems[at] == "(":
        return None
    for close in range(at + 2, min(at + 2 + LONGEST, len(line))):
        if line.stems[close] in _QUOTES:
            inside = range(at + 1, next((n for n in range(at + 1, close) if line.stems[n] in ("و", "،")), close))
            named = all(line.words[n].is_arabic and not line.words[n].form[0].isdigit() for n in inside)
            plain = any(line.stems[n] in words("force") or line.stems[n] in words("bodies") for n in inside)
            return (at + 1, inside.stop - 1) if named and not plain and inside else None
    return None


def name_span(line: Line, at: int) -> tuple[int, int] | None:
    """The words of the name that begins at a word, without the quotation marks around it."""
    first = at
    quoted = first < len(line) and line.stems[first] in _QUOTES
    if quoted:
        whole = _in_quotes(line, first)
        if whole is not None and is_name_word(line, first + 1, True):
            return whole
        first += 1
    last = first - 1
    while last + 1 < len(line) and last - first + 1 < LONGEST and is_name_word(line, last + 1, last < first):
        last += 1
    if last < first or (last == first and len(line.words[first].form) < 3):
        return None
    return first, last


def given_at(line: Line, at: int) -> bool:
    """Whether a given name, or a quotation mark before one or before another unknown word, stands at a word."""
    here = at + 1 if line.stems[at] in _QUOTES else at
    if here >= len(line):
        return False
    form = line.words[here].form
    return is_name_word(line, here, True) and (
        here > at or form in given_names() or form.removeprefix("و") in given_names()
    )


def is_name_word(line: Line, at: int, opens: bool) -> bool:
    """Whether a word may be part of a name: a given name, or Arabic letters that the lexicon knows in no other meaning."""
    word = line.words[at]
    if not word.is_arabic or (word.form == "علي" and line.raw(at, at).endswith("ى")):
        return False
    if word.form in given_names() or word.form in _PARTS:
        return True
    if opens and word.stem in words("nationality"):
        return False
    if word.form in words("stop") or word.stem in words("stop"):
        return False
    outer = word.clitics[:1] if word.clitics[:1] != ("ال",) else ()
    if word.stem in given_names():
        return not outer or (opens and outer == ("و",))
    if word.stem in known():
        before = line.words[at - 1] if at else word
        behind = before.form in given_names() or (before.is_arabic and before.stem not in known())
        surname = word.clitics == ("ال",) and not opens and behind
        return surname and (noun_at(line, at) is not None or word.stem in words("nationality"))
    return not outer and (opens or not (word.form.startswith("و") and len(word.form) > 4))
