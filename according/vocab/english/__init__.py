"""English word lists as data files: people, facilities, harm, acts, speech, weapons. Tab-separated; `#` begins a comment."""

from __future__ import annotations

from according.vocab.tables import rows, whole


def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a word list of this language."""
    return rows(__name__, name)


def digest_source() -> str:
    """All word lists of this language as one text."""
    return whole(__name__)
