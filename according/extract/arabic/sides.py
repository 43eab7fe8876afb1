"""The name of an armed side: where it begins and ends in a line, and how it is written."""

from __future__ import annotations

from according.extract.arabic.lexicon import known, weapons, words
from according.extract.arabic.line import STOPS, Line

LONGEST = 9
"""Words of the longest name of an armed side."""
_QUOTES = frozenset("\"'")
_BRACKETS = frozenset("()")
NAMED = frozenset(
    "لواء حركه جيش ميليشيا ميليشيات مليشيا مليشيات ميلشيا ميلشيات فصيل كتيبه كتايب حزب جبهه تنظيم هييه حرس فرقه قوات مجلس جماعه سرايا غرفه".split()
)
"""Heads behind which a name of its own stands: "لواء س", "حركة ص"."""
_MEANS = frozenset("طايره طايرات مسيره مسيرات طيران راجمه راجمات مدفعيه مروحيه مروحيات دبابه بوارج بارجه سلاح".split())
"""Means that somebody has: "طائرة مسيرة تابعة للتحالف" is the coalition's."""
_OF = frozenset("تابع تابعه تابعين تابعون تابعتان تابعتين".split())
_MEMBERS = frozenset(
    "عناصر دوريه دوريات مجموعه مجموعات مسلحون مسلحين مقاتلون مقاتلين جنود قناصه قناص خلايا خليه".split()
)
"""Parts of a side: "دورية من قسد"."""
_NAME_WORDS = 2


def side_at(line: Line, first: int, stop: int | None = None, strict: bool = True) -> tuple[int, int] | None:
    """The name of a side that begins at a word; not `strict`: any word may open it, as behind "by"."""
    end = min(len(line) if stop is None else stop, first + LONGEST)
    while first < end and line.stems[first] in _QUOTES | {"ال", "ل", ":", "("}:
        first += 1
    if first >= end:
        return None
    if not strict and not _may_open(line, first):
        return None
    owner = _owner(line, first, end) if line.stems[first] in _MEANS else None
    if owner is not None:
        return side_at(line, owner, stop)
    return first, _last(line, first, end)


def _may_open(line: Line, at: int) -> bool:
    stem = line.stems[at]
    if stem in words("force") or stem in words("nationality"):
        return True
    closed = any(stem in words(name) for name in ("stop", "breaks", "place_in", "place_near", "place_head", "results"))
    return line.words[at].is_arabic and not closed and not line.tells(at)


def _owner(line: Line, first: int, end: int) -> int | None:
    """The side that means belong to: behind "تابعة ل", or right behind their adjectives with ل ("طائرة حربية لجيش")."""
    for at in range(first + 1, end):
        stem = line.stems[at]
        if stem in _OF:
            after = at + 1
            return after if after < end and "ل" in line.words[after].clitics else None
        if stem in words("force") and "ل" in line.words[at].clitics:
            return at
        more = stem in words("continues") or stem in words("nationality") or line.match(weapons(), at) is not None
        if not more or line.joined(at):
            return None
    return None


def _last(line: Line, first: int, end: int) -> int:
    """The last word of the name that begins at `first`."""
    last, named = first, 0
    open_bracket = False
    for at in range(first + 1, end):
        stem, word = line.stems[at], line.words[at]
        if stem in _QUOTES or stem == "و" or stem in _BRACKETS:
            open_bracket = stem == "(" or (open_bracket and stem != ")")
            continue
        if stem in STOPS:
            break
        if stem == "من" and line.stems[at - 1] in _MEMBERS and at + 1 < end and line.stems[at + 1] in words("force"):
            continue
        outer = word.clitics[:1]
        if outer in (("ب",), ("ف",), ("ك",)) or (outer == ("ل",) and not _belongs(line, at)):
            break
        if _goes_on(line, at):
            last = at
            continue
        if line.stems[first] in NAMED and named < _NAME_WORDS and at == last + 1 and _is_name(line, at):
            last, named = at, named + 1
            continue
        if word.form.startswith("ال") and line.definite(last) and at == last + 1 and _is_name(line, at):
            last = at  # "طيران القيادة الساحلية": an adjective that no list has
            continue
        break
    return last


def _belongs(line: Line, at: int) -> bool:
    """ "الموالية لتركيا", "التابعة للجيش", "الحليفة لها"."""
    return line.stems[at - 1] in words("loyal") and (
        line.stems[at] in words("force") or line.stems[at] in words("nationality") or line.stems[at] in ("لها", "له")
    )


def _goes_on(line: Line, at: int) -> bool:
    stem, form = line.stems[at], line.words[at].form
    if any(stem in words(name) for name in ("continues", "force", "nationality", "loyal")):
        return True
    inner = form.removeprefix("و").removeprefix("ال")
    return form.startswith("و") and (inner in words("continues") or inner in words("force"))


def _is_name(line: Line, at: int) -> bool:
    """Whether a word can be a name of its own: Arabic letters that no list knows, without "and" before them."""
    word = line.words[at]
    return word.is_arabic and word.stem not in known() and not word.form.startswith(("و", "ب")) and len(word.form) > 2


def written(line: Line, first: int, last: int) -> str:
    """The words of a side as they stand, without "by", "to", "and" before the first; "للاحتلال" is "الاحتلال"."""
    start, end = line.span(first, last)
    begin = line.begin(first)
    name = line.text[begin:end].strip("\"'“”«» ،")
    for mark, closing in (("“", "”"), ('"', '"'), ("(", ")")):
        if mark in name and (name.count(mark) % 2 if mark == closing else closing not in name):
            name += closing if line.text[end : end + 1] == closing else ""
    if line.words[first].clitics[-2:] == ("ل", "ال") and name.startswith("لل"):
        return "ال" + name[2:]
    return name if start <= begin else line.raw(first, last)
