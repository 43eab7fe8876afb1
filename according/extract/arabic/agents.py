"""Who is said to have done an act, and whom or what it was done to, as written (codebook, Events: perpetrator, target)."""

from __future__ import annotations

from dataclasses import replace

from according.extract.arabic.acts import Act
from according.extract.arabic.lexicon import nouns, phrases, words
from according.extract.arabic.line import STOPS, Line

LONGEST = 9
"""Words of the longest name of an armed side."""
_BEFORE = 8
_QUOTES = frozenset("\"'")


def agent_of(line: Line, act: Act, stop: int, begin: int = 0) -> tuple[int, int] | None:
    """The words that name the doer of an act; `begin` and `stop` are where the acts beside it end and begin."""
    by = _by(line, act.last + 1, stop)
    if by is not None:
        return by
    adjective = _adjective(line, act, stop)
    if act.verb:
        return _subject(line, act, stop) or _before(line, act, begin) or adjective
    return _launcher(line, act, begin) or _owner(line, act, stop) or adjective


def _by(line: Line, first: int, stop: int) -> tuple[int, int] | None:
    """ "من قبل X", "نفذته X", "مصدره X"."""
    for at in range(first, stop):
        if line.stems[at] in STOPS:
            return None
        hit = line.match(phrases("by"), at)
        if hit is not None and at + hit[0] < len(line):
            return side_at(line, at + hit[0], strict=False)
    return None


def _adjective(line: Line, act: Act, stop: int) -> tuple[int, int] | None:
    for at in range(act.last + 1, min(act.last + 5, stop)):
        stem = line.stems[at]
        if stem in words("nationality"):
            return at, at
        if stem in words("place_in") or stem in STOPS or stem in ("،", ","):
            return None
    return None


def _owner(line: Line, act: Act, stop: int) -> tuple[int, int] | None:
    """ "قصف طيران الاحتلال", "قصف مدفعي لقوات النظام", "غارة من الطيران الحربي"."""
    for at in range(act.last + 1, min(act.last + 6, stop)):
        stem = line.stems[at]
        if stem in words("force"):
            before = line.stems[at - 1]
            clitics = line.words[at].clitics
            if before == "علي" or before == "في" or ("ب" in clitics and at > act.last + 2):
                return None
            return side_at(line, at)
        if (
            stem in ("علي", "في", "الي")
            or stem in STOPS
            or stem in ("،", ",")
            or (line.words[at].clitics[:1] == ("ب",) and stem in words("place_head"))
        ):
            return None
    return None


def _launcher(line: Line, act: Act, begin: int) -> tuple[int, int] | None:
    """ "شن الطيران الحربي غارات", "الطيران ينفذ غارة": the subject of a verb whose object is the act."""
    for at in range(act.first - 1, max(begin, act.first - _BEFORE) - 1, -1):
        if line.stems[at] in words("launch"):
            behind = next((n for n in range(at + 1, act.first) if line.stems[n] in words("force")), None)
            if behind is not None:
                return side_at(line, behind, act.first)
            return _before(line, replace(act, first=at), begin)
    return None


def _subject(line: Line, act: Act, stop: int) -> tuple[int, int] | None:
    """The subject right behind a verb: "استهدفت قوات النظام"."""
    for at in range(act.last + 1, min(act.last + 4, stop)):
        if line.stems[at] in words("force") and line.words[at].clitics[:1] not in (("ب",), ("ل",)):
            return side_at(line, at)
        if line.stems[at] in words("place_in") or line.match(nouns(), at):
            return None
    return None


def _before(line: Line, act: Act, begin: int) -> tuple[int, int] | None:
    """The subject before a verb: "الاحتلال التركي يقصف", in headlines and after "that"."""
    first = None
    for at in range(act.first - 1, max(begin, act.first - _BEFORE) - 1, -1):
        stem = line.stems[at]
        if stem in STOPS or stem in ("،", ","):
            break
        if stem in words("force"):
            first = at
    return side_at(line, first, act.first) if first is not None else None


def side_at(line: Line, first: int, stop: int | None = None, strict: bool = True) -> tuple[int, int] | None:
    """The name of a side that begins at a word: its head and what goes on with it; not `strict`: any words up to a stop."""
    end = min(len(line) if stop is None else stop, first + LONGEST)
    while first < end and line.stems[first] in _QUOTES | {"ال", "ل", ":"}:
        first += 1
    if first >= end:
        return None
    last = first
    going = words("continues") | words("force") | words("nationality")
    for at in range(first + 1, end):
        stem, word = line.stems[at], line.words[at]
        if stem in _QUOTES or stem == "و":
            continue
        if not (stem in going or (word.form.startswith("و") and word.form[1:] in going)):
            if not (
                at == first + 1
                and word.is_arabic
                and stem not in words("stop")
                and stem not in words("place_in")
                and line.match(nouns(), at) is None
            ):
                break
        if word.clitics[:1] in (("ب",), ("ف",)) or (word.clitics[:1] == ("ل",) and stem not in words("force")):
            break
        last = at
    if not strict and last == first and line.stems[first] in words("place_in"):
        return None
    return first, last
