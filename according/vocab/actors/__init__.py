"""The shipped registry of actors, and which country's war a text is about.

Every table is tab-separated UTF-8 with a header line, so that a spreadsheet opens it; lines that begin with "#" are
comments; several values in one cell stand apart by "|". The columns of an actor file:

    id            short and stable, letters, digits and "-"
    label         the name that readers know
    kind          a value of ActorKind: state_forces, armed_group, militia, coalition, government, monitor, ...
    side          who fights together has one side; empty = takes none
    country       ISO 3166 alpha-3
    theatres      further countries where its local words mean it
    parent        id of the actor it belongs to
    aliases       names that always mean it
    descriptions  what texts call it
    local         words that mean it only in reports about its country or theatres ("regime", "the monitor")
    bare          words that mean it only where somebody acts or speaks ("Russian", "Moscow")
    inter         ACLED's interaction code; empty = that of its kind (kinds.tsv)
    sector        PLOVER's sector; empty = that of its kind
    active        the years in which it was active, "2015-2024" or "2015-"; empty = not known
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from according.vocab.tables import rows


@cache
def shipped() -> tuple[tuple[str, bytes], ...]:
    """(file name, bytes) of every shipped actor file, by name."""
    folder = files(__name__)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".actors.tsv"))
    return tuple((name, folder.joinpath(name).read_bytes()) for name in names)


@cache
def theatre_words() -> dict[str, str]:
    """Word (folded) to the country, ISO 3166 alpha-3, that it points to."""
    return {word: country for country, words in rows(__name__, "theatres") for word in words.split("|")}


@cache
def of_kind() -> dict[str, tuple[int, str]]:
    """ACLED's interaction code and PLOVER's sector by kind of actor (kinds.tsv)."""
    return {kind: (int(inter), sector) for kind, inter, sector in rows(__name__, "kinds")[1:]}
