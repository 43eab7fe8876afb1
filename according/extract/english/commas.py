"""Where a text that lost its commas had them: before who says it, around what stands beside a name, after an opening phrase.

Crawled collections often hold reports whose commas were all stripped: "shells killed 13 people a monitor said". A parser taught on
edited text loses such sentences; with a comma back before "a monitor said" it does not. Only texts without commas are touched,
and only what the parser sees: offsets and anchors are those of the text as given.
"""

from __future__ import annotations

import re

from according.extract.english.lexicon import words

SHORTEST = 300
"""Characters below which a text without commas may simply need none."""
SPARSE = 1_500
"""Characters to a comma from which on a text has lost its own."""
_TAIL = 12
"""Words that may follow "said": "on Monday", "in a statement posted on its website"."""

_TOKEN = re.compile(r"[^\s]+")
_SAID = frozenset(
    "said says added adds reported reports announced confirmed claimed stated noted told tweeted explained continued".split()
)
_AUX = frozenset("have has had also later earlier".split())
_TAIL_OPENS = frozenset(
    "on in during to late early today yesterday adding citing via by at without as earlier reuters afp".split()
)
_DEMONYM = re.compile(r"[A-Z]\w+(?:ian|ese|ish)s?|Iraqi|Israeli|Saudi|Yemeni|Arab|French")
_PRONOUNS = frozenset("it he she they".split())
_ARTICLES = frozenset("a an the one another".split())
_DESCRIBES = frozenset(
    """local state news official opposition military security medical media senior informed pro anti field press main local civil rescue health aid hospital top regime rebel government army foreign interior
    international global political army police tv state-run state-owned semi-official rights human war monitoring own same""".split()
)
_JOINS = frozenset("of for and in at".split())
_NOT_BEFORE = frozenset(
    """that which who what as of in at by to from for with on and or but if when while because where whom than into
    against near under during after before since through following until amid among along across around despite over outside
    inside behind beyond without within like about above below plus not only also just the a an this his her its their he she it they we i not
    half least most nearly almost some approximately roughly estimated""".split()
)
_NEVER_COUNTED_ON = frozenset(
    """least than most about around nearly almost over other another further only just some all killed killing wounded wounding injured
    injuring dead leaving left reached reaching totalled numbered claimed with were was are is""".split()
)
_NEVER_OPENS = frozenset("in on at of by to from with as and or but that which for".split())
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_COUNTED_ON = re.compile(
    rf"\b(?P<before>[a-z]+)(?P<at>)\s(?:another\s|a\sfurther\s)?{_NUMBER}\s(?:in|at|near|of\sthem|of\swhom)\s"
)
"""Counts without a noun: "in the area 15 in the north and another six in Marj", "injured five others two of them critically"."""
_PLACES = (
    # a name and what it is: "Marj the largest town of the valley", "Salim who heads the centre"
    re.compile(
        r"\b(?P<before>[A-Z][\w’'-]+)(?P<at>)\s(?:(?:the|a|an)\s[a-z]|(?:one of|which|who|whom|where|whose|including|among)\s)"
    ),
    # who says it, named first: "According to the Marj Monitor 30 people ..."
    re.compile(
        rf"^(?:According\sto|As\sreported\sby)\s.{{2,120}}?\b(?P<before>[A-Z][\w’'-]+)(?P<at>)\s(?:at\sleast|more\sthan|some|dozens|scores|{_NUMBER}|\d+)\s"
    ),
    re.compile(
        r"^(?:According\sto|As\sreported\sby)\s(?:[\w’'-]+\s){0,6}?(?P<before>Observatory|Rights|Network|Committees|Monitor|Agency|SANA|SOHR|SNHR|AFP|"
        r"Reuters|Nations|UN|Centre|Center|Helmets|Defen[cs]e|Ministry|Command|TV|News|Crescent|Cross|Forces|Army)(?P<at>)\s(?!of\b|for\b|and\b|in\b|at\b|"
        r"on\b|from\b|which\b|who\b|that\b|head\b|chief\b|director\b|spokes|group\b|monitor|report|statement|official|source|figures\b|data\b|said\b)[a-z]+\s"
    ),
    # an opening phrase: "Under the deal more than 200 people ..."
    re.compile(
        rf"^(?:Under|In|During|After|Following|Amid|On|At|By|Since)\s(?:[\w’'-]+\s){{1,7}}?(?P<before>[\w’'-]+)(?P<at>)\s"
        rf"(?:at\sleast|more\sthan|some|dozens\sof|several|(?:{_NUMBER}|\d+)\s[a-z-]{{4,}})\s"
    ),
    # "On Monday the monitor ...", "Elsewhere two people ..."
    re.compile(
        rf"^(?:(?:Also\s)?(?:On|Since)\s{_WEEKDAY}(?:\s(?:morning|evening|night|afternoon))?|Meanwhile|Elsewhere|"
        rf"Separately|Earlier|In\s[A-Z][\w’'-]+(?:\s(?:province|city|countryside))?)(?P<before>)(?P<at>)\s(?:(?:the|a|an|at|dozens|several|{_NUMBER})\b|[A-Z])"
    ),
    # what else the blow did: "hit the market killing nine people"
    re.compile(
        rf"\b(?P<before>\w+)(?P<at>)\s(?:killing|injuring|wounding|leaving|including|among\sthem|destroying)\s"
        rf"(?:{_NUMBER}|\d+|at|more|over|about|up|nearly|a|an|dozens|several|some|many|scores|hundreds|its|their|the)\b"
    ),
    # and where "including nine children" ends
    re.compile(
        r"\bincluding\s(?:[a-z0-9-]+\s){1,5}?(?P<before>[a-z]+s|children|women|men|people|child|woman|girl|boy)(?P<at>)\s(?:were|was|have|had|has|died)\s"
    ),
)


def lost_commas(text: str) -> bool:
    """Whether a report's commas were stripped: long enough to need some, and next to none there."""
    return len(text) >= SHORTEST and text.count(",") * SPARSE <= len(text)


def commas_in(sentence: str) -> list[int]:
    """Offsets in the sentence of the spaces before which a comma is to be read, in order."""
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(sentence)]
    found = set(_before_speakers(tokens))
    for pattern in _PLACES:
        found |= {match.end("at") for match in pattern.finditer(sentence) if match["before"].lower() not in _NOT_BEFORE}
    for match in _COUNTED_ON.finditer(sentence):
        if match["before"] not in _NOT_BEFORE | _NEVER_COUNTED_ON:
            found.add(match.end("at"))
    return sorted(at for at in found if at and sentence[at - 1].isalnum())


_BREAK = re.compile(
    r"(?<=[a-z0-9])(?P<at>)\s(?:According to\s(?:the|a|an|[A-Z])|In the (?:same context|meantime)|Meanwhile|Earlier|Later|Separately|Elsewhere|In a (?:similar|related|separate)|"
    rf"On {_WEEKDAY})\s"
)
"""Where a sentence begins though the stop before it is lost as well."""


def stops_in(sentence: str) -> list[int]:
    """Offsets in the sentence of the spaces before which a full stop is to be read, in order."""
    return [match.end("at") for match in _BREAK.finditer(sentence)]


def _before_speakers(tokens: list[tuple[str, int, int]]) -> list[int]:
    """Ends of the words after which a clause like "a monitor said on Monday" closes the sentence."""
    found: list[int] = []
    lower = [word.lower().strip("\"”“’'().") for word, _, _ in tokens]
    for i in range(4, len(tokens)):
        if lower[i] not in _SAID or not _closes(lower, i):
            continue
        last = i - 1
        while last > 2 and lower[last] in _AUX:
            last -= 1
        first = _phrase_start(lower, tokens, last)
        if first is not None and first > 2 and lower[first - 1] not in _NOT_BEFORE:
            found.append(tokens[first - 1][2])
    return found


def _closes(lower: list[str], i: int) -> bool:
    """Whether the verb of saying ends its sentence but for a day, a place of saying, a hearer."""
    rest = lower[i + 1 :]
    if lower[i] == "told":
        return 0 < len(rest) <= _TAIL and "that" not in rest
    return not rest or (len(rest) <= _TAIL and rest[0] in _TAIL_OPENS | words("weekdays") and "that" not in rest)


def _phrase_start(lower: list[str], tokens: list[tuple[str, int, int]], last: int) -> int | None:
    """Where the noun phrase that ends at a token begins; None where what stands there can be no speaker."""
    if lower[last] in _PRONOUNS:
        return last
    first = last
    speaks = False
    while first >= 0:
        word = tokens[first][0]
        named = word[:1].isupper()
        noun = lower[first] in words("speaker_nouns")
        speaks = speaks or named or noun
        if lower[first] in _ARTICLES:
            return first if speaks else None
        if noun and not named and first < last and _DEMONYM.fullmatch(tokens[first + 1][0]):
            break  # "a rebel group Syrian state TV reports"
        if not (named or noun or lower[first] in _DESCRIBES or word.endswith(("-based", "-run", "-led", "-backed"))):
            inside = lower[first] in _JOINS and first < last and first > 0
            before = tokens[first - 1][0]
            if not (inside and (before[:1].isupper() or lower[first - 1] in words("speaker_nouns"))):
                break
        first -= 1
    first += 1
    if (
        first > last
        or not speaks
        or lower[first - 1] in words("sides")
        or lower[first - 1].endswith(("-held", "-controlled"))
    ):
        return None  # "in rebel-held eastern Aleppo told": the place is where somebody is
    if lower[first - 1] in _NEVER_OPENS:  # "in Homs state media said": the name is where it was
        while first <= last and tokens[first][0][:1].isupper() and not tokens[first][0].isupper():
            first += 1
    return first if first <= last else None
