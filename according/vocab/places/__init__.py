"""What the gazetteer packages lack: hand-written tables of places, spellings, adjectives and words that mislead.

Every file is tab-separated UTF-8 with a header line; lines that begin with "#" say where the data come from. Several
values in one cell stand apart by "|".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources


def rows(name: str) -> Iterator[Mapping[str, str]]:
    """The lines of a table by column name ("areas", "countries", "supplement", ...)."""
    columns: list[str] | None = None
    for line in text(name).splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if columns is None:
            columns = cells
            continue
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=False))


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list ("not_places", "given_names", ...), a file of words between white space."""
    lines = (line for line in text(name, "txt").splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def text(name: str, suffix: str = "tsv") -> str:
    return resources.files(__name__).joinpath(f"{name}.{suffix}").read_text(encoding="utf-8")


def split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


COMPILED = (
    "areas.tsv",
    "countries.tsv",
    "pcodes.tsv",
    "points.tsv",
    "regions.tsv",
    "not_places.txt",
    "not_places_ar.txt",
)
"""What the gazetteer is compiled from, beside the supplements; the other lists are read with the texts."""


def supplements() -> tuple[str, ...]:
    """The tables of hand-written places, by name."""
    names = (entry.name for entry in resources.files(__name__).iterdir())
    return tuple(
        sorted(name.removesuffix(".tsv") for name in names if name.startswith("supplement") and name.endswith(".tsv"))
    )


def files() -> Iterator[bytes]:
    """The bytes of every table and list that the gazetteer is compiled from."""
    folder = resources.files(__name__)
    for name in (*COMPILED, *(f"{name}.tsv" for name in supplements())):
        yield folder.joinpath(name).read_bytes()
