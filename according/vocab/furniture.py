"""What stands on a page beside the report itself: phrases by where they stand, from furniture.tsv."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def phrases(where: str) -> tuple[str, ...]:
    """The phrases of one kind ("line", "menu", "opens", ...)."""
    rows = (line.split("\t") for line in source().splitlines() if line.strip() and not line.startswith("#"))
    return tuple(row[1].strip() for row in rows if row[0].strip() == where)


@cache
def source() -> str:
    """The whole list as text: part of what identifies a reader version."""
    return files("according.vocab").joinpath("furniture.tsv").read_text("utf-8")
