"""The headline that a page glues to the first words of its report, and a lead told twice in one breath.

"Rockets kill six in Marj Monitor AFP Friday 5 May 2017 At least six people ...": headline, agency and date stand before the report
without a stop between them. The title tells where the headline ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from according.clean.stamp import stamp_end
from according.text.sentences import Span
from according.vocab.furniture import phrases

SHORTEST = 5
"""Words of a title below which its words may open the report by chance."""
SHARE = 0.7
"""Share of the title's words that must follow each other: pages add their own name to a title, or cut it."""
SHORTEST_TWICE = 50
"""Characters of a lead that stands twice in one sentence."""
_TOLD_AGAIN = 3
"""Telling words of the title that the report must repeat below it."""
_AGAIN_WITHIN = 500
"""Characters below the title in which they are looked for."""
_KEYWORD = 4
"""Letters of a word that tells something."""
_TAGS = re.compile(r"(?:Tags|Keywords|Topics)\s(?=[A-Z])")
_TAGS_REACH = 200
"""Characters of a page's key words."""
_PROSE = 3
"""Small words in a row that only a sentence has: the word before them opens it, whatever comes after."""
_OPENER = re.compile(
    r"[\"“‘']?(?:At|The|A|An|In|On|It|Almost|Nearly|About|Around|More|Over|Dozens|Scores|Several|Some|Hundreds|Thousands|No|There|This|While|After|As|"
    r"Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen|Nineteen|Twenty|Thirty|Forty|Fifty|\d+)"
)
_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"\S+")
_OPENS = re.compile(r"\s+[\"“‘'(]?[A-Z0-9]")


@dataclass(frozen=True, slots=True)
class Heading:
    """text[start:end] is the headline; the report's own words begin at `body`, past an agency's name and a date (`between`)."""

    start: int
    end: int
    between: tuple[int, int]
    body: int


@cache
def _agency() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(phrases("agency"), key=len, reverse=True)))
    return re.compile(rf"\s*(?:{names})(?=\s)")


def heading_of(text: str, title: str | None, start: int = 0) -> Heading | None:
    """The headline glued to the report's words, where the text from `start` on opens with its title; None elsewhere."""
    wanted = [word.lower() for word in _WORD.findall(title or "")]
    if len(wanted) < SHORTEST:
        return None
    end, matched = start, 0
    for found in _WORD.finditer(text, start, start + 2 * len(title or "") + 40):
        if matched == len(wanted) or found.group().lower() != wanted[matched]:
            break
        end, matched = found.end(), matched + 1
    if matched < max(SHORTEST, SHARE * len(wanted)) or _OPENS.match(text, end) is None:
        return None
    agency = _agency().match(text, end)
    at = agency.end() if agency is not None else end
    stamp = stamp_end(text, at)
    if stamp is None and not _told_again(text, wanted[:matched], end):
        return None  # the title is the beginning of the first sentence, cut
    body = _past_space(text, stamp if stamp is not None else at)
    first = _past_space(text, end)
    return Heading(start, end, (first, first + len(text[first:body].rstrip())), body)


def _past_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _told_again(text: str, title: list[str], end: int) -> bool:
    """Whether the report tells below what its headline tells."""
    telling = {word for word in title if len(word) >= _KEYWORD}
    below = {word.lower() for word in _WORD.findall(text[end : end + _AGAIN_WITHIN])}
    return len(telling & below) >= min(_TOLD_AGAIN, len(telling))


def without_heading(spans: list[Span], heading: Heading) -> list[Span]:
    """The spans with the headline, what stands between, and the report's first words each on a line of its own."""
    cut: list[Span] = []
    for first, last, fresh in spans:
        if not (first < heading.body < last and first <= heading.start):
            cut.append((first, last, fresh))
            continue
        cut.append((heading.start, heading.end, True))
        if heading.between[0] < heading.between[1]:
            cut.append((*heading.between, True))
        cut.append((heading.body, last, True))
    return cut


def without_tags(text: str, spans: list[Span]) -> tuple[list[Span], set[int]]:
    """The spans with a page's key words cut from the sentence they are glued to ("Tags Marj Valley Airstrikes At least six ..."),
    and where the key words start."""
    cut: list[Span] = []
    starts: set[int] = set()
    for first, last, fresh in spans:
        tags = _TAGS.match(text, first, last)
        words = list(_TOKEN.finditer(text, tags.end(), min(last, tags.end() + _TAGS_REACH))) if tags is not None else []
        body = _after_tags([word.group() for word in words])
        if body is not None:
            starts.add(first)
            cut.append((first, words[body - 1].end(), True))
            first, fresh = words[body].start(), True
        cut.append((first, last, fresh))
    return cut, starts


def _after_tags(words: list[str]) -> int | None:
    """Which word begins the sentence: the first that opens one, else the one before the first small letter; None = no key words."""
    lower = [word[:1].islower() and not word.startswith("al-") for word in words]
    small = next((n for n, is_lower in enumerate(lower) if is_lower), len(words))
    prose = next(
        (n for n in range(len(words)) if n > 2 and all(lower[n : n + _PROSE]) and n + _PROSE <= len(words)), None
    )
    opener = next((n for n, word in enumerate(words) if n > 1 and _OPENER.fullmatch(word)), None)
    if opener is not None and (prose is None or opener < prose):
        return opener
    if prose is not None:
        return prose - 1
    return small - 1 if 2 < small < len(words) else None


def without_doubled(text: str, spans: list[Span]) -> tuple[list[Span], set[int]]:
    """The spans with a lead that stands twice in a row cut in two, and the starts of the first tellings."""
    cut: list[Span] = []
    doubled: set[int] = set()
    for first, last, fresh in spans:
        again = text.find(text[first : first + SHORTEST_TWICE // 2], first + SHORTEST_TWICE, last)
        whole = text[first:again].rstrip() if again > 0 else ""
        if again > 0 and text.startswith(whole, again, last):
            cut.append((first, first + len(whole), True))
            doubled.add(first)
            first, fresh = again, True
        cut.append((first, last, fresh))
    return cut, doubled
