"""Sentences: where they begin and end in a text as it comes, English or Arabic, with or without punctuation.

Offsets point into the text as given; every visible character lies in exactly one piece. Time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 1_500
"""Characters after which a piece without any stop is cut at a space: lists and tables run together are no sentences."""

_BREAK = re.compile(
    r"""
    (?P<line>\s*\n\s*)                                             # a line ends
  | (?P<stop>[.!?…؟۔]+["'”’»)\]]*)(?P<gap>[ \t\u00a0]+)            # a stop, then a space
  | (?P<glued>(?<=[a-z\u0621-\u064a)\]"”][a-z\u0621-\u064a)\]"”])[.!?؟])(?=["“‘]?[A-Za-z\u0621-\u064a])  # "ahead.but", "ahead.But"
  | (?P<mark>[؛;]\s+(?=[A-Z\u0621-\u064a]))
    """,
    re.X,
)
_TITLES = frozenset(
    "mr mrs ms dr prof gen lt col maj sgt capt cpl brig adm cmdr sen rep gov st jr sr no nos vs etc inc ltd co corp dept est approx "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun fig al eg ie cf hon rev pres "
    "spc pvt staff m a".split()
)
_INITIAL = re.compile(r"(?:^|[\s(“\"'-])(?:[A-Za-z]\.)*[A-Za-z]$")
_DOMAIN = re.compile(r"(?:\b(?:www|https?)\b\S*|\b[\w-]+)$")
_SUFFIXES = re.compile(
    r"(?:com|org|net|info|sy|uk|edu|gov|co|tv|me|ly|php|html?|jpg|png|pdf|twitter|aspx?|invalid|ru|tr|ir|il|iq|io|de|fr)\b",
    re.I,
)
_WORD = re.compile(r"[\w’'-]+$")
_NEXT = re.compile(r"[\"'“‘«(\[]*(?:[A-Z0-9\u0600-\u06ff#•–—-]|[a-z])")


def sentence_spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, begins a line) of each sentence, in order, without surrounding space."""
    start, fresh = 0, True
    for match in _BREAK.finditer(text):
        if match.group("line") is not None:
            yield from _pieces(text, start, match.start(), fresh)
            start, fresh = match.end(), True
            continue
        end = match.start("gap") if match.group("gap") is not None else match.end()
        if match.group("stop") is not None and not _ends(text, start, match):
            continue
        if match.group("glued") is not None and not _glued(text, start, match):
            continue
        yield from _pieces(text, start, end, fresh)
        start, fresh = match.end(), False
    yield from _pieces(text, start, len(text), fresh)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a stop before a space ends a sentence: not after "Gen.", an initial, or before a word in small letters."""
    stop = match.group("stop")
    before = text[max(start, match.start() - 24) : match.start()]
    after = text[match.end() : match.end() + 2]
    if not after:
        return True
    if after[:1].islower() and stop.startswith("."):
        return False
    if stop[0] != "." or (len(stop) > 1 and stop[1] == "."):
        return True
    if stop[1:] and stop[1] in "\"”’'»":
        return True
    if _INITIAL.search(before):
        tail = before.rsplit(None, 1)[-1]
        # "in the U.S. The army" ends; "the U.S. Army", "J. Smith" do not: only a word that opens sentences tells
        return (
            "." in tail
            and re.match(
                r"(?:The|A|An|It|He|She|They|In|On|At|But|And|This|That|There|However|Meanwhile)\b",
                text[match.end() : match.end() + 12],
            )
            is not None
        )
    word = _WORD.search(before)
    if word and word.group().lower() in _TITLES and not (word.group().islower() and len(word.group()) > 2):
        return False
    return _NEXT.match(text, match.end()) is not None


def _glued(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a stop without a space is a missing space ("ahead.but", "said.The") and not a name ("example.com")."""
    before = text[max(start, match.start() - 40) : match.start()]
    if (
        "/" in before.rsplit(None, 1)[-1]
        or "@" in before[-30:].rsplit(None, 1)[-1]
        or _SUFFIXES.match(text, match.end())
    ):
        return False
    after = text[match.end() : match.end() + 30]
    word = re.match(r"[\"“‘]?(\w+)", after)
    if word is None:
        return False
    follows = after[word.end() : word.end() + 1]
    if follows == "." or (re.search(r"\b\w{1,2}$", before) and before[-1:] not in ')”"'):
        return False
    return "www" not in before[-12:]


def _pieces(text: str, start: int, end: int, fresh: bool) -> Iterator[tuple[int, int, bool]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut, fresh
        start, fresh = cut, False
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end, fresh
