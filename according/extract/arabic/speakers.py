"""Who says what a line tells (codebook, Figures: attribution).

The verb comes first and the one who says follows it ("قال المرصد إن"), or stands before it ("مصادر أفادت بأن"); "according
to" ("بحسب") speaks for the whole line; a colon behind a speaker does so too; "وأضاف أن" carries the last speaker on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from according.domain.mention import ActorMention
from according.extract.arabic.clauses import clause_end
from according.extract.arabic.lexicon import phrases
from according.extract.arabic.line import STOPS, Line
from according.extract.arabic.naming import QUOTES, Naming, naming
from according.extract.arabic.sayings import MODALITIES, Heard, Manner, hear, listed, verbs


@dataclass(frozen=True, slots=True)
class Speech:
    """Words first..last of a line name a speaker, `name` as written; what is said stands in words scope[0]..scope[1].

    `wide` speakers speak for the whole line, but where another one does. `carried` = the words name nobody, `name` is
    the last speaker's.
    """

    first: int
    last: int
    name: str
    scope: tuple[int, int]
    wide: bool = False
    carried: bool = False


_WHERE = frozenset(("في", "الي", "علي", "عن"))
"""Words behind which a name is no subject."""
_NOT = frozenset(("لم", "لن", "لا", "لما"))
_PERSONAL = frozenset((Manner.WEAK, Manner.FEAR, Manner.EXPECT, Manner.DOUBT, Manner.THREAT, Manner.ORDER))
"""Verbs that things have too ("shelling threatens lives"): only somebody who speaks says something with them."""
_THAT = 8
"""Words behind a name within which "that" shows that it speaks."""
_BEFORE = 9
"""Words before a verb that can name who says it."""
_HEAD = 12
"""Words within which a colon can stand behind a speaker."""
_ABOUT = 9
"""Words behind "نقلت" within which "عن" names the one who said it."""
_FILLS = frozenset(("ما", "به", "عنه", "ان", "ل"))
"""Words between "according to" and the one who speaks."""
COLONS = frozenset((":", "؛"))
_MARKS = frozenset("،,|/:-()")


def speeches(line: Line, actors: Sequence[ActorMention], last: str | None) -> list[Speech]:
    """The speakers of a line and what each says; `last` is the speaker named before, whom "وأضاف" carries on."""
    heard = hear(line)
    names = naming(line, heard, actors)
    found: list[Speech] = []
    at = 0
    headed = _headed(names)
    if headed is not None:
        found.append(headed)
        at, last = headed.scope[0], headed.name
    speaking = _speaking()
    for here, stem in enumerate(heard.stems):
        if here < at or stem not in speaking:
            continue
        said = _according(names, here) or _verb(names, here, last) or _participle(names, here, last)
        if said is None:
            continue
        found.append(said)
        last = said.name
        at = max(here, said.last if said.last < here + _THAT + _BEFORE else here) + 1
    return found


@cache
def _speaking() -> frozenset[str]:
    """The words by which somebody is said to say something."""
    return frozenset({*listed("by"), *listed("byto"), *listed("part"), *verbs(), "ما"})


def said_by(said: Sequence[Speech], at: int) -> list[str]:
    """The names of those who say what a word tells: the innermost speaker, several parted."""
    over = [s for s in said if s.scope[0] <= at <= s.scope[1]]
    if not over:
        return []
    inner = max(over, key=lambda s: (not s.wide, s.scope[0]))
    return inner.name.split("; ")


def _headed(names: Naming) -> Speech | None:
    """ "X: ..." at the head of a line, behind what is set apart with a bar ("عاجل | X: ...")."""
    line, heard = names.line, names.heard
    first = 0
    for at in range(min(len(line), _HEAD)):
        form = line.words[at].form
        if form in ("|", "/", "-"):
            first = at + 1
        elif form in COLONS:
            said = _colon(names, first, at)
            if said is not None:
                return said
            first = at + 1
        elif form in STOPS or heard.verb(at) is not None:
            return None
    return None


def _colon(names: Naming, first: int, colon: int) -> Speech | None:
    for at in range(first, colon):
        if names.heard.stems[at] == "عن":  # "سانا عن المدير الطبي:"
            first = at + 1
    while first < colon and not names.line.words[first].form[0].isalnum():
        first += 1
    found = names.name_at(first) if first < colon else None
    if found is None or found[1] >= colon or not names.speaks(found[0], min(found[0] + 1, found[1])):
        return None
    name = _name(names, found)
    if ("#" in name and not names.voice(found[0])) or names.line.match(phrases("place_head"), found[0]) is not None:
        return None  # tags and places stand before a colon too
    return Speech(*found, name, (colon + 1, len(names.line) - 1))


def _according(names: Naming, at: int) -> Speech | None:
    """ "بحسب X", "وفق ما أفاد X", and "هذا ما قاله X": for the whole line."""
    line, heard = names.line, names.heard
    size, to = heard.length(listed("by"), at), heard.length(listed("byto"), at)
    start = at + size + to
    if start == at:
        if heard.stems[at] != "ما" or at + 2 >= len(line) or not heard.suffixes[at + 1] or heard.verb(at + 1) is None:
            return None
    told = False
    while start < len(line) and (heard.stems[start] in _FILLS or heard.verb(start) is not None):
        told = told or heard.verb(start) is not None
        start += 1
    found = names.name_at(start, owned=bool(to)) if start < len(line) else None
    if found is None or ((to or start > at + size) and not told and not names.speaks(*found)):
        return None
    found = _relayed(names, found[1] + 1, found[1] + 2) or _writer(names, found) or found
    return Speech(*found, _name(names, found), (0, len(line) - 1), wide=True)


def _writer(names: Naming, found: tuple[int, int]) -> tuple[int, int] | None:
    """The one whose paper it is: "وفق بيان نشره X"."""
    if not names.heard.length(listed("paper"), found[0]):
        return None
    for at in range(found[0] + 1, min(len(names.line), found[0] + 4)):
        if names.heard.verb(at) is not None and at + 1 < len(names.line):
            return names.name_at(at + 1)
    return None


def _relayed(names: Naming, first: int, stop: int) -> tuple[int, int] | None:
    """The name behind "عن" in words first..stop-1."""
    for at in range(first, min(stop, len(names.line))):
        if names.heard.stems[at] == "عن":
            return names.name_at(at + 1)
        if names.line.words[at].form in STOPS or names.heard.length(listed("that"), at):
            return None
    return None


def _verb(names: Naming, at: int, last: str | None) -> Speech | None:
    """What a verb of saying tells: its subject behind it, else before it, else the last speaker."""
    heard = names.heard
    manner = heard.verb(at)
    if manner is None or heard.suffixes[at] or (at and heard.stems[at - 1] in _NOT):
        return None
    if manner is Manner.RELAY:
        return _relay(names, at)
    impersonal = names.line.words[at].form.removeprefix("و").startswith("ي")  # "يذكر أن", "ويعتبر"
    found = names.name_at(at + 1, plain=manner in MODALITIES)
    if found is not None:
        shown, told = names.speaks(found[0], min(found[0] + 1, found[1])), _tells(names, found[1] + 1, _THAT)
        alone = told and manner not in _PERSONAL and not impersonal
        if (shown and (told or manner is not Manner.WEAK)) or alone:
            return _speech(names, found, found[1] + 1, manner)
    before = _subject_before(names, at)
    if before is not None and (manner is not Manner.WEAK or _tells(names, at + 1, 1)):
        return _speech(names, before, at + 1, manner)
    if found is not None or last is None or impersonal or manner in (Manner.FEAR, Manner.DOUBT):
        return None
    joined = heard.joined(at) or (at and heard.length(listed("breaks"), at - 1))
    if _that(heard, at + 1, 2) or (joined and manner in MODALITIES):
        return Speech(at, at, last, _scope(names, at + 1, manner), carried=True)
    return None


def _relay(names: Naming, at: int) -> Speech | None:
    """ "نقلت وكالة X عن Y أن": Y says it; without Y, X does where "that" follows. "نقلت المصابين" says nothing."""
    behind = _relayed(names, at + 1, at + 1 + _ABOUT)
    if behind is not None and (names.speaks(*behind) or _tells(names, behind[1] + 1, _THAT)):
        return _speech(names, behind, behind[1] + 1, Manner.RELAY)
    found = names.name_at(at + 1)
    if found is None or not names.speaks(found[0], found[0]) or not _that(names.heard, found[1] + 1, _THAT):
        return None
    return _speech(names, found, found[1] + 1, Manner.RELAY)


def _participle(names: Naming, at: int, last: str | None) -> Speech | None:
    """ "مؤكدا أن", "مشيرة إلى": the last speaker goes on."""
    if last is None or not names.heard.length(listed("part"), at) or names.heard.clitics[at]:
        return None
    return Speech(at, at, last, (at + 1, len(names.line) - 1), carried=True)


def _subject_before(names: Naming, verb: int) -> tuple[int, int] | None:
    """The speaker that stands before a verb: "مصادر أفادت", "المصادر، أشارت", "وكانت الفصائل قد أعلنت"."""
    line, heard = names.line, names.heard
    if heard.joined(verb):
        return None
    end = verb - 1
    while end >= 0 and (line.words[end].form in ("،", ",", *QUOTES) or heard.length(listed("fills"), end)):
        end -= 1
    first = end + 1
    for at in range(end, max(-1, end - _BEFORE), -1):
        form = line.words[at].form
        if form in STOPS or form in _MARKS or heard.length(listed("breaks"), at):
            break
        if form not in QUOTES and heard.length(listed("that"), at):
            break
        if heard.stems[at] in ("الذي", "التي", "الذين", "ما") or heard.verb(at) is not None:
            return None
        if names.voice(at) or at in names.known:
            first = at
    if first > end or names.joined(first) or (first and heard.stems[first - 1] in _WHERE):
        return None
    return first, end


def _tells(names: Naming, first: int, far: int) -> bool:
    """Whether "that", a colon, a quotation, or the harm or act itself follows."""
    line = names.line
    if _that(names.heard, first, far):
        return True
    return any(line.tells(at) or at in line.nouns for at in range(first, min(len(line), first + far)))


def _that(heard: Heard, first: int, far: int) -> bool:
    for at in range(first, min(len(heard), first + far)):
        if heard.length(listed("that"), at):
            return True
        if heard.stems[at] in STOPS:
            return False
    return False


def _speech(names: Naming, found: tuple[int, int], start: int, manner: Manner) -> Speech:
    return Speech(*found, _name(names, found), _scope(names, start, manner))


def _scope(names: Naming, start: int, manner: Manner) -> tuple[int, int]:
    """Up to the end of the line; what is denied, feared or threatened only up to the end of its clause."""
    end = clause_end(names.line, names.heard, start) if manner in MODALITIES else len(names.line) - 1
    return start, end


def _name(names: Naming, found: tuple[int, int]) -> str:
    """The words of a name; two speakers joined by "and" are parted by "; "; the owner's of "a report of X"."""
    first, last = found
    if names.heard.length(listed("paper"), first):
        for at in range(first + 1, last + 1):
            if names.line.words[at].form.startswith("لل") and names.voice(at):
                return "ال" + names.line.raw(at, last)[2:]
    cuts = [
        at
        for at in range(first + 1, last + 1)
        if names.heard.clitics[at][:1] == ("و",) and names.voice(at) and names.voice(first)
    ]
    parts = [names.written(a, b - 1) for a, b in zip([first, *cuts], [*cuts, last + 1], strict=True)]
    return "; ".join(part.removeprefix("و") if n else part for n, part in enumerate(parts))
