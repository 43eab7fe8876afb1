"""Page text glued to a post without a line end: chrome before it, reactions, comments and other reports behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from according.text.sentences import Span
from according.vocab.furniture import phrases

_LATE = 0.3
"""Share of a text before which nothing that follows the report begins."""
_SHORTEST = 12
"""Characters that must follow a phrase at the beginning of a line; less, and the line is furniture by itself."""
_STAMP = re.compile(r"\d{1,2}:\d\d\s?[AP]M\s·\s[A-Z][a-z]{2}\s\d{1,2},\s\d{4}(?=\S{0,12}Views)")
"""Under a post on X: "6:08 PM · Nov 28, 20241.8KViews10411"."""
_NEXT_WORDS = re.compile(r"\S+")


@cache
def _chrome() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, phrases("chrome"))))


@cache
def _inline() -> re.Pattern[str]:
    found = sorted(phrases("inline"), key=len, reverse=True)
    return re.compile(
        r"(?<![A-Z])(?:" + "|".join(re.escape(p) + (r"\b" if p[-1].isalpha() else "") for p in found) + ")"
    )


@cache
def _ends() -> frozenset[str]:
    """Inline phrases after which nothing of the report can follow."""
    return frozenset(phrases("inline")) & frozenset(p[0].upper() + p[1:] for p in phrases("end"))


def cut(text: str, spans: Sequence[Span]) -> tuple[list[Span], set[int], set[int], int | None]:
    """The spans cut where page text is glued on: (spans, starts of chrome, starts of page text, start of the end).

    What is cut off begins a line of its own; from the start of the end on everything is the page's.
    """
    out: list[Span] = []
    chrome: set[int] = set()
    pages: set[int] = set()
    ending: int | None = None
    for start, end, fresh in spans:
        if ending is not None:
            out.append((start, end, fresh))
            continue
        head = _chrome().search(text, start, end)
        if head is not None:
            chrome.add(start)
            out.append((start, head.end(), fresh))
            start, fresh = _skip_space(text, head.end(), end), True
        for at, final in _page_text(text, start, end):
            if at > start:
                out.append((start, _before(text, start, at), fresh))
            pages.add(at)
            ending = at if final else None
            start, fresh = at, True
            break
        if start < end:
            out.append((start, end, fresh))
    return out, chrome, pages, ending


def _page_text(text: str, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """Where page text begins in text[start:end], and whether the report is over there."""
    if end < _LATE * len(text):
        return
    stamp = _STAMP.search(text, start, end)
    if stamp is not None:
        yield stamp.start(), True
    for match in _inline().finditer(text, start, end):
        whole_line = match.start() == start and end - match.end() < _SHORTEST
        if match.start() < _LATE * len(text) or whole_line:
            continue
        if " " in match.group() or not match.group().isalpha() or _titles(text, match.end(), end):
            yield match.start(), match.group() in _ends()


def _titles(text: str, start: int, end: int) -> bool:
    """Whether headlines follow: nearly every word begins with a capital or is a number."""
    found = [word.group() for word in _NEXT_WORDS.finditer(text, start, min(end, start + 80))][:5]
    return len(found) >= 2 and sum(not word[0].islower() for word in found) >= 0.6 * len(found)


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _before(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
