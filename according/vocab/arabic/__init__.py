"""Arabic word lists as data files: people, facilities, harm, acts, weapons, numbers. Tab-separated; `#` begins a comment.

Words stand in ordinary spelling, one form of each family; the last cell is an English gloss, for readers who extend
them. extract/arabic/forms.py makes the other forms (persons, duals, feminine, suffixes), so only what is irregular is
written out.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a word list, cells stripped of spaces; comments and empty lines left out."""
    text = files(__name__).joinpath(f"{name}.tsv").read_text("utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


@cache
def digest_source() -> str:
    """All word lists as one text: part of what identifies a reader version."""
    folder = files(__name__)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".tsv"))
    return "\n".join(folder.joinpath(name).read_text("utf-8") for name in names)
