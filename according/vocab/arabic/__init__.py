"""Arabic word lists as data files: people, facilities, harm, acts, weapons, numbers. Tab-separated; `#` begins a comment.

Words stand in ordinary spelling, one form of each family; the last cell is an English gloss, for readers who extend
them. extract/arabic/forms.py makes the other forms (persons, duals, feminine, suffixes), so only what is irregular is
written out.
"""

from __future__ import annotations

from according.vocab.tables import rows, whole


def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a word list of this language."""
    return rows(__name__, name)


def digest_source() -> str:
    """All word lists of this language as one text."""
    return whole(__name__)
