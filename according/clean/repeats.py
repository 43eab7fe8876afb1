"""The headline, and what stands in the text a second time: read once."""

from __future__ import annotations

from according.clean.sheet import Sheet, key_of
from according.domain.values import ZoneKind

SHORTEST_LINE = 12
"""Characters of a line that can be a repeat; shorter ones stand twice by chance."""
SHORTEST_SENTENCE = 60
"""Characters of a sentence amid others that can: "Two people were wounded." may be told of two places."""
SHORTEST_PREVIEW = 10
"""Letters and digits of a preview."""
PREVIEW = 12
"""Lines within which a page shows the beginning of its own post, cut short."""
LONGEST_TITLE = 2_000
_LONGEST_PREVIEW = 1_000
_HEAD = 60_000
"""Characters in which the post stands whole that a preview shows the beginning of."""


def mark_repeats(sheet: Sheet, title: str | None) -> None:
    """Marks the headline, lines and long sentences that stood before, and beginnings that the page shows cut short."""
    after_preview = _mark_preview(sheet)
    wanted = key_of((title or "")[:LONGEST_TITLE])
    headline = False
    seen: set[int] = set()
    for line in sheet.lines[after_preview:]:
        key = key_of(sheet.words(line))
        if len(key) >= SHORTEST_LINE and hash(key) in seen:
            sheet.mark(line, ZoneKind.REPEAT)
            continue
        seen.add(hash(key))
        if not headline and _names_the_report(key, wanted) and not sheet.paragraph(line):
            sheet.mark(line, ZoneKind.HEADLINE)
            headline = True
            continue
        for n in range(line.first, line.last):
            start, end, _ = sheet.spans[n]
            if end - start >= SHORTEST_SENTENCE:
                sentence = hash(key_of(sheet.text[start:end]))
                if sentence in seen and line.last - line.first > 1:
                    sheet.zones[n] = ZoneKind.REPEAT
                seen.add(sentence)


def in_title(sheet: Sheet, title: str | None) -> set[int]:
    """Numbers of the lines that the title holds: whatever they look like, they are the report's own."""
    wanted = key_of((title or "")[:LONGEST_TITLE])
    keys = ((n, key_of(sheet.words(line))) for n, line in enumerate(sheet.lines) if line.end - line.start < 400)
    return {n for n, key in keys if len(key) >= SHORTEST_LINE and _holds(wanted, key)}


def _holds(title: str, key: str) -> bool:
    """Whether the title holds the line, or ends within it: long titles are cut."""
    at = title.find(key[:25])
    return at >= 0 and (title.startswith(key, at) or (len(key) > 25 and key.startswith(title[at:])))


def _names_the_report(key: str, wanted: str) -> bool:
    return bool(wanted) and (key == wanted or (len(key) > 25 and key in wanted))


def _mark_preview(sheet: Sheet) -> int:
    """Marks the lines of a preview ("Four killed in..." above the whole post); the number of the line behind it.

    A page may put its name before the preview ("A Page - Four killed in...") and glue the post to other words.
    """
    for last, line in enumerate(sheet.lines[:PREVIEW]):
        if line.end > _LONGEST_PREVIEW:
            return 0
        if not sheet.words(line).endswith(("...", "…")):
            continue
        post = _letters(sheet.text[line.end : _HEAD])
        for first in range(last + 1):
            shown = sheet.text[sheet.lines[first].start : line.end]
            if any(len(stem) >= SHORTEST_PREVIEW and stem in post for stem in _stems(shown)):
                break
        else:
            continue
        for n, above in enumerate(sheet.lines[: last + 1]):
            key = _letters(sheet.words(above))
            if n >= first or (key and key in post):
                sheet.mark(above, ZoneKind.REPEAT)
        return last + 1
    return 0


def _stems(shown: str) -> tuple[str, str]:
    """The letters of a preview, and those behind a name that stands before it."""
    return _letters(shown), _letters(shown.partition(" - ")[2])


def _letters(text: str) -> str:
    return key_of(text).replace(" ", "")
