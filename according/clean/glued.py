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
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_OVER = re.compile(
    rf"""\d{{1,2}}:\d\d\s?[AP]M\s·\s{_MONTH}\s\d{{1,2}},\s\d{{4}}(?=\S{{0,12}}Views|\s?·)
  | All\sreactions:\s?\d | LikeComment(?:Share)?(?:Most\srelevant|\s*\Z) | Most\srelevant\ufeff
  | Translate\s(?:Tweet|post)\s?\d | ·\s?\d{{1,2}}[smhd]Replying\sto\s@ | \d{{1,2}}[hdwy]\d{{0,3}}View\s(?:all\s)?\d+\srepl
    """,
    re.X,
)
"""What only the page writes under a post: "6:08 PM · Nov 28, 20241.8KViews10411", "All reactions:17". However long the
comments below are, the post is over."""
_HANDLE = re.compile(
    rf"""(?:Conversation)?[^@\n]{{1,80}}?(?<=[^\s@])@\w{{1,15}}?
    (?: ·\s?\d{{1,2}}[smhd] | {_MONTH}\s\d{{1,2}}(?:,\s\d{{4}})? | (?=[^\s\w@.,:;)\]}}/-]|[\u0621-\u064a]) )""",
    re.X | re.A,
)
"""Before a post on X: "A Name@a_handle" or "A Name@a_handleJun 9, 2025", glued to the first word."""
_NAME = 150
"""Characters before the chrome of a post that can be its writer's name."""
_NEXT_WORDS = re.compile(r"\S+")


@cache
def _chrome() -> re.Pattern[str]:
    """Above a post on Facebook: "Verified accountNovember 30, 2024 · Shared with Public"."""
    phrase = "|".join(map(re.escape, phrases("chrome")))
    return re.compile(rf"(?:\s?Verified account)?(?:{_MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?[^·\n]{{0,14}}·\s)?(?:{phrase})")


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
    line = 0
    for start, end, fresh in spans:
        if ending is not None:
            out.append((start, end, fresh))
            continue
        line = start if fresh else line
        for first, last in _heads(text, start, end, fresh):
            if not chrome and first - line < _NAME:
                chrome.add(line)  # the writer's name stands before it
                out.append((start, last, fresh))
            else:  # a post that this one shares: nothing tells its writer's name from the words before it
                if first > start:
                    out.append((start, _before(text, start, first), fresh))
                first = _skip_space(text, first, last)
                chrome.add(first)
                out.append((first, last, True))
            start = line = _skip_space(text, last, end)
            fresh = True
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


def _heads(text: str, start: int, end: int, fresh: bool) -> Iterator[tuple[int, int]]:
    """Where the chrome of posts stands in text[start:end]."""
    near = min(end, start + _NAME)
    handle = _HANDLE.match(text, start, near) if fresh and text.find("@", start, near) >= 0 else None
    if handle is not None:
        yield handle.span()
        start = handle.end()
    for found in _chrome().finditer(text, start, end):
        yield found.span()


def _page_text(text: str, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """Where page text begins in text[start:end], and whether the report is over there."""
    over = _OVER.search(text, start, end)
    if over is not None:
        yield over.start(), True
    if end < _LATE * len(text):
        return
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
