"""Reads one actor file: tab-separated UTF-8, columns as in vocab/actors/__init__.py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.domain.actor import Actor
from according.domain.values import ActorKind
from according.text.fold import fold
from according.vocab.actors import of_kind

COLUMNS = (
    "id",
    "label",
    "kind",
    "side",
    "country",
    "theatres",
    "parent",
    "aliases",
    "descriptions",
    "local",
    "bare",
    "inter",
    "sector",
    "active",
)
REQUIRED = ("id", "label", "kind")
LARGEST = 20_000_000
"""Bytes; a file of actors that is bigger is none."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{3}")
_INTER = re.compile(r"[1-8]")
_SECTOR = re.compile(r"[A-Z]{3}")
_ACTIVE = re.compile(r"\d{4}-(?:\d{4})?")


class BadActorFile(OSError):
    """A line of an actor file cannot be used; the message names file and line and says what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """An actor and where it stands: "samples/actors.tsv, line 3"."""

    actor: Actor
    where: str


def read_file(name: str, data: bytes) -> Iterator[Row]:
    """The actors of a file, in order. Raises BadActorFile at the first line that is wrong."""
    if len(data) > LARGEST:
        raise BadActorFile(f"{name}: {len(data) / 1e6:.0f} MB is too much for a file of actors")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadActorFile(f"{name}, line {line}: not UTF-8: save the file as UTF-8") from error
    columns: Sequence[str] | None = None
    for number, row in enumerate(text.split("\n"), 1):
        if not row.strip() or row.startswith("#"):
            continue
        cells, where = [cell.strip() for cell in row.split("\t")], f"{name}, line {number}"
        if columns is None:
            columns = _columns(cells, where)
            continue
        if len(cells) > len(columns):
            raise BadActorFile(f"{where}: {len(cells)} cells under {len(columns)} columns: take out the surplus tabs")
        yield Row(_actor(dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True)), where), where)
    if columns is None:
        raise BadActorFile(f"{name}: no header line: the first line names the columns ({', '.join(COLUMNS)})")


def _columns(cells: Sequence[str], where: str) -> Sequence[str]:
    missing = [column for column in REQUIRED if column not in cells]
    if missing:
        raise BadActorFile(f"{where}: the header names no column {missing[0]!r}; it must be separated by tabs")
    unknown = [cell for cell in cells if cell not in COLUMNS]
    if unknown:
        raise BadActorFile(f"{where}: unknown column {unknown[0]!r}; known are {', '.join(COLUMNS)}")
    if len(set(cells)) < len(cells):
        raise BadActorFile(f"{where}: a column is named twice")
    return cells


def _actor(row: dict[str, str], where: str) -> Actor:
    for column in REQUIRED:
        if not row[column]:
            raise BadActorFile(f"{where}: the column {column!r} is empty")
    if not _ID.fullmatch(row["id"]):
        raise BadActorFile(f"{where}: the id {row['id']!r} may hold only small letters, digits and single hyphens")
    try:
        kind = ActorKind(row["kind"])
    except ValueError as error:
        raise BadActorFile(f"{where}: unknown kind {row['kind']!r}; known are {', '.join(ActorKind)}") from error
    country = row.get("country") or None
    theatres = _values(row.get("theatres", ""))
    for code in (*((country,) if country else ()), *theatres):
        if not _COUNTRY.fullmatch(code):
            raise BadActorFile(f"{where}: {code!r} is no ISO 3166 alpha-3 country code (three capitals, as SYR)")
    names = {column: _values(row.get(column, "")) for column in ("aliases", "descriptions", "local", "bare")}
    for column, values in names.items():
        unreadable = next((value for value in values if not fold(value)), None)
        if unreadable is not None:
            raise BadActorFile(f"{where}: {unreadable!r} under {column!r} holds no letter")
    for column, shape, what in (
        ("inter", _INTER, "ACLED's interaction code (1 to 8)"),
        ("sector", _SECTOR, "a PLOVER sector (three capitals, as MIL)"),
        ("active", _ACTIVE, "years (as 2015-2024 or 2015-)"),
    ):
        if row.get(column) and not shape.fullmatch(row[column]):
            raise BadActorFile(f"{where}: {row[column]!r} under {column!r} is not {what}")
    inter, sector = of_kind()[kind.value]
    return Actor(
        id=row["id"],
        label=row["label"],
        kind=kind,
        side=row.get("side") or None,
        parent=row.get("parent") or None,
        country=country,
        theatres=tuple(dict.fromkeys((*((country,) if country else ()), *theatres))),
        inter=int(row.get("inter") or inter),
        sector=row.get("sector") or sector,
        active=row.get("active") or None,
        **names,
    )


def _values(cell: str) -> tuple[str, ...]:
    return tuple(part for part in (piece.strip() for piece in cell.split("|")) if part)
