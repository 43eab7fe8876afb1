"""How the word lists of the packages here are read: tab-separated UTF-8, `#` begins a comment line."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(package: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a package's table, cells stripped of spaces; comments and empty lines left out."""
    text = files(package).joinpath(f"{name}.tsv").read_text("utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


@cache
def whole(package: str) -> str:
    """All tables of a package as one text: part of what identifies a reader version."""
    folder = files(package)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".tsv"))
    return "\n".join(folder.joinpath(name).read_text("utf-8") for name in names)
