"""Who is said to have done an act (codebook, Events: perpetrator), as written."""

from __future__ import annotations

from according.domain.values import EventType
from according.extract.arabic.acts import Act
from according.extract.arabic.lexicon import phrases, words
from according.extract.arabic.line import STOPS, Line
from according.extract.arabic.sides import side_at

_BEFORE = 12
"""Words before a verb in which its subject stands."""
_AFTER = 6
"""Words behind an act in which its doer stands."""
_LAUNCH = 10
"""Words between a verb ("شن", "نفذ") and the noun for the act that is its object."""
_COMMAS = frozenset(("،", ","))
_GOVERNED = frozenset("علي في من ضد مع بين الي لصالح صفوف سيطره مناطق مواقع نفوذ عن".split())
"""Words behind which a side is no subject."""
_DONE_TO = frozenset((EventType.ARREST, EventType.ABDUCTION))
_OBJECTS = frozenset("استهداف اغتيال اعدام مداهمه اقتحام قنص مهاجمه طعن تعذيب استهدافات مداهمات".split())
"""Verbal nouns whose object follows at once, if it is no aircraft, army or state."""
_ALWAYS_DOERS = frozenset("طيران طايره طايرات مسيره مسيرات جيش قوات احتلال نظام مدفعيه مروحيات مقاتلات سلاح".split())


def agent_of(line: Line, act: Act, stop: int, begin: int = 0) -> tuple[int, int] | None:
    """The words that name the doer of an act; `begin` and `stop` are where the acts beside it end and begin."""
    by = _by(line, act.last + 1, stop)
    if by is not None:
        return by
    if act.verb:
        return _subject(line, act.last, stop) or _before(line, act.first, begin) or _adjective(line, act, stop)
    return _launcher(line, act, begin) or _owner(line, act, stop) or _adjective(line, act, stop)


def _by(line: Line, first: int, stop: int) -> tuple[int, int] | None:
    """ "من قبل X", "نفذته X", "مصدره X", and the side whose ground it came from."""
    for at in range(first, stop):
        if line.stems[at] in STOPS:
            return None
        hit = line.match(phrases("by"), at)
        if hit is None or at + hit[0] >= len(line):
            continue
        start = at + hit[0]
        for here in range(start, min(start + 4, stop)):
            stem = line.stems[here]
            if stem in words("force"):
                return side_at(line, here)
            if stem in STOPS or stem in _COMMAS or stem in words("breaks") or stem in words("stop"):
                break
        return side_at(line, start, strict=False)
    return None


def _ends(line: Line, at: int) -> bool:
    """Whether what follows is no more of the act's own phrase: where it was, or what it hit."""
    stem = line.stems[at]
    return (
        stem in STOPS
        or stem in _COMMAS
        or stem in words("place_head")
        or stem in words("held")
        or stem in words("results")
        or stem in ("علي", "في", "الي", "ضد")
        or at in line.taken
    )


def _adjective(line: Line, act: Act, stop: int) -> tuple[int, int] | None:
    """ "قصف مدفعي تركي", "غارات جوية روسية"."""
    for at in range(act.last + 1, min(act.last + 5, stop)):
        if line.stems[at] in words("nationality") and not line.joined(at):
            return at, _joined_adjective(line, at, stop)
        if _ends(line, at) or at in line.nouns:
            return None
    return None


def _joined_adjective(line: Line, at: int, stop: int) -> int:
    """ "القصف الروسي والسوري": the last of the adjectives."""
    after = at + 1
    joined = after < stop and line.joined(after) and line.stems[after] in words("nationality")
    return after if joined else at


def _owner(line: Line, act: Act, stop: int) -> tuple[int, int] | None:
    """ "قصف طيران الاحتلال", "قصف مدفعي لقوات النظام", "غارة من الطيران الحربي", "بقذائف قوات النظام"."""
    out_of = False
    for at in range(act.last + 1, min(act.last + _AFTER + 1, stop)):
        stem, clitics = line.stems[at], line.words[at].clitics
        if stem in words("force"):
            near = at == act.last + 1 or out_of
            if "ب" in clitics and stem not in _ALWAYS_DOERS:
                return None
            if act.type in _DONE_TO and not out_of:
                return None
            if line.stems[act.first] in _OBJECTS and not out_of and (not near or stem not in _ALWAYS_DOERS):
                return None
            return side_at(line, at, stop)
        if stem == "من":
            out_of = True
        elif out_of and (stem in words("held") or stem in words("place_head")):
            continue  # "من مواقع قوات النظام"
        elif _ends(line, at):
            return None
    return None


def _launcher(line: Line, act: Act, begin: int) -> tuple[int, int] | None:
    """ "شن الطيران الحربي غارات", "الطيران ينفذ غارة", "قامت القوات بقصف": the subject of a verb whose object is the act."""
    for at in range(act.first - 1, max(begin, act.first - _LAUNCH) - 1, -1):
        if line.stems[at] in STOPS:
            return None
        if line.stems[at] in words("launch"):
            behind = _subject(line, at, act.first)
            return behind if behind is not None else _before(line, at, begin)
    return None


def _subject(line: Line, verb: int, stop: int) -> tuple[int, int] | None:
    """The subject right behind a verb: "استهدفت قوات النظام", "قصفت مساء اليوم مدفعية الاحتلال"."""
    for at in range(verb + 1, min(verb + _AFTER, stop)):
        stem = line.stems[at]
        if stem in words("force"):
            if line.words[at].clitics[:1] in (("ب",), ("ل",)):
                return None
            return side_at(line, at, stop)
        if _ends(line, at) or (at in line.nouns and stem not in words("force")):
            return None
    return None


def _before(line: Line, verb: int, begin: int) -> tuple[int, int] | None:
    """The subject before a verb: "الاحتلال التركي يقصف", in headlines and after "that"."""
    first = None
    for at in range(verb - 1, max(begin, verb - _BEFORE) - 1, -1):
        stem = line.stems[at]
        if stem in STOPS or (stem in _COMMAS and at != verb - 1):
            break
        if stem in words("force") and not _is_governed(line, at):
            first = at
    return side_at(line, first, verb) if first is not None else None


def _is_governed(line: Line, at: int) -> bool:
    """Whether a preposition or another noun stands right before a side, so that it is no subject."""
    if {"ب", "ل"} & set(line.words[at].clitics):
        return True
    before = line.stems[at - 1] if at else ""
    return before in _GOVERNED or (at > 0 and before in words("held"))
