"""Site furniture: menus, share buttons, tags, related headlines, comments, copyright lines. Kept in the text, never read."""

from __future__ import annotations

import re
from functools import cache

from according.clean.sheet import Sheet
from according.domain.values import ZoneKind
from according.vocab.furniture import phrases

SHORT = 130
"""Characters of the longest line that furniture phrases can claim."""
MENU = 6
"""Lines of the shortest run that is a menu or a list of other reports."""
_EARLY, _HARDLY = 0.3, 0.6
"""Share of a text before which no block runs to the end; share of headlines that makes what follows nothing else."""
_NAME_WORDS = 5
"""Words of the longest name behind a label."""
_ENTRIES = 3
"""Words of menus that make a run of short lines one, whatever else the page holds."""
_TELLING = 4
"""Words of an opening phrase that no report begins a sentence with."""
_COUNT = re.compile(r"\d[\d.,]*\s?[KMk]?\s?")
_BYLINE = re.compile(r"(?:By|BY)\s[A-Z][\w.'’-]+(?:\s(?:and\s|al-|[A-Z])[\w.'’-]*){0,5}(?:,\s[A-Z].{0,30})?")
_HANDLE = re.compile(r".{0,40}@\w{1,20}")
_POST_OF = re.compile(r"Facebook\S.{0,80}['’]s Post|\d{1,2}[smhd]\d{1,2} (?:second|minute|hour|day)s? ago")
"""Lines above a post: "FacebookA Page's Post", "9m9 minutes ago"."""
_CREDITED = re.compile(r"\((?:photo|file photo|image|picture|صورة)\b[^()]{0,60}\)\s*$", re.I)
_DIGIT = re.compile(r"\d")
_STRIP = " :.·|-–—\u200f\u200e"


@cache
def _set(where: str) -> frozenset[str]:
    return frozenset(_plain(phrase) for phrase in phrases(where))


@cache
def _by_beginning(where: str) -> dict[str, tuple[str, ...]]:
    """The phrases of a kind under their first two letters, longest first."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(_set(where), key=len, reverse=True):
        found.setdefault(phrase[:2], []).append(phrase)
    return {beginning: tuple(some) for beginning, some in found.items()}


def _opening(where: str, plain: str) -> str | None:
    """The phrase of the kind that a line begins with, as whole words; None where none is."""
    for phrase in _by_beginning(where).get(plain[:2], ()):
        if plain.startswith(phrase):
            following = plain[len(phrase) : len(phrase) + 1]
            if not (phrase[-1].isalnum() and following.isalnum()):
                return phrase
    return None


def _plain(line: str) -> str:
    return line.strip(_STRIP).lower()


def mark_lines(sheet: Sheet, own: set[int]) -> None:
    """Lines that are page text by their words alone; captions. `own` are lines that the title holds."""
    for n, line in enumerate(sheet.lines):
        if n in own or line.end - line.start >= SHORT or not sheet.body(line):
            continue
        words = sheet.words(line)
        if _is_page_text(words, sheet.paragraph(line)):
            sheet.mark(line, ZoneKind.FURNITURE)
        elif _opening("credit", _plain(words)) or _CREDITED.search(words):
            sheet.mark(line, ZoneKind.CAPTION if len(words.split()) > _NAME_WORDS + 1 else ZoneKind.FURNITURE)


def _is_page_text(words: str, paragraph: bool) -> bool:
    plain = _plain(words)
    if any(plain in _set(where) for where in ("line", "menu", "tail", "end")):
        return True
    count = _COUNT.match(plain)
    if count is not None and plain[count.end() :] in _set("counted"):
        return True
    label = _opening("label", plain)
    if label is not None and len(plain[len(label) :].split()) <= _NAME_WORDS:
        return True
    if _BYLINE.fullmatch(words) or _POST_OF.fullmatch(words) or (_HANDLE.fullmatch(words) and not paragraph):
        return True
    opener = _opening("opens", plain)
    return opener is not None and (not paragraph or len(opener.split()) >= _TELLING)


def mark_blocks(sheet: Sheet, pages: set[int], ending: int | None, own: set[int]) -> None:
    """Blocks of other reports, and everything behind the end of the report. `pages` are where glued page text begins.

    A block runs up to the next paragraph or line of the report's own; to the end where hardly a paragraph follows.
    """
    size, inside = len(sheet.text), False
    headlines = _shares_of_headlines(sheet)
    for n, line in enumerate(sheet.lines):
        paragraph = sheet.paragraph(line)
        opens = line.end - line.start < SHORT and not paragraph and n not in own
        plain = _plain(sheet.words(line)) if opens else ""
        over = bool(plain) and line.start >= size // 2 and _opening("end", plain) is not None
        if over or (ending is not None and line.start >= ending):
            _mark_rest(sheet, n)
            return
        if line.start in pages or (plain and _opening("tail", plain)):
            sheet.mark(line, ZoneKind.FURNITURE)
            if line.start >= _EARLY * size and headlines[n + 1] >= _HARDLY:
                _mark_rest(sheet, n + 1)
                return
            inside = True
        elif inside and (n in own or paragraph or not sheet.headline(line)):
            inside = False
        elif inside:
            sheet.mark(line, ZoneKind.TAIL)


def _mark_rest(sheet: Sheet, first: int) -> None:
    for line in sheet.lines[first:]:
        sheet.mark(line, ZoneKind.TAIL)


def _shares_of_headlines(sheet: Sheet) -> list[float]:
    """For each line, and behind the last: which share of the characters from it on does not stand in paragraphs."""
    shares, paragraphs, whole = [1.0], 0, 0
    for line in reversed(sheet.lines):
        whole += line.end - line.start
        paragraphs += (line.end - line.start) * sheet.paragraph(line)
        shares.append(1 - paragraphs / whole)
    return shares[::-1]


def mark_menus(sheet: Sheet, own: set[int]) -> None:
    """Runs of short lines without a stop, in a text that has paragraphs: menus, tags, lists of other reports.

    A list that a colon announces, lines that all hold a number, and posts without any punctuation are no menus.
    """
    mine = {sheet.lines[n].first for n in own}
    before = {line.first: previous for previous, line in zip(sheet.lines, sheet.lines[1:], strict=False)}
    punctuated = any(sheet.paragraph(line) and sheet.body(line) for line in sheet.lines)
    for run in sheet.runs(110, mine):
        entries = sum(_plain(sheet.words(line)) in _set("menu") for line in run)
        if len(run) < MENU or not (punctuated or entries >= _ENTRIES):
            continue
        announced = before.get(run[0].first)
        if announced is not None and sheet.words(announced).endswith(":"):
            continue
        if sum(_DIGIT.search(sheet.text, line.start, line.end) is not None for line in run) > 0.7 * len(run):
            continue
        for line in run:
            sheet.mark(line, ZoneKind.FURNITURE)
