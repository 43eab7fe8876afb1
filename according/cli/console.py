"""How commands speak to a person: tables, notes, problems; plain text when nobody watches.

Reports come from anywhere: their words are shown as text, never as markup, and without control characters.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from according.domain.problem import Problem

PLAIN_WIDTH = 160
"""Columns of a table written to a file or a pipe, unless $COLUMNS says otherwise."""

DONE, WITH_PROBLEMS, WRONG_USE, STOPPED = 0, 1, 2, 130

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


SHORTEST_ID = 8
"""Characters of an id that may stand for the whole (domain.protocols.Ledger)."""


class WrongUse(Exception):
    """What the user asked for cannot be done; the message says why and what to do instead."""


def stop(message: str) -> NoReturn:
    raise WrongUse(message)


def unknown(kind: str, name: str) -> str:
    """What to say of an id that leads to nothing, or to more than one."""
    if len(name) < SHORTEST_ID:
        return f"no {kind} {name!r} (give at least {SHORTEST_ID} characters of an id)"
    return f"no {kind} {name!r}, or more than one begins so"


def out(*, stderr: bool = False) -> Console:
    """A console on standard output, made when it is used so that redirections count."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    watched = stream.isatty()
    width = None if watched or os.environ.get("COLUMNS") else PLAIN_WIDTH
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def clean(value: object) -> str:
    """Text that cannot steer a terminal: no escapes, no direction overrides."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", str(value).replace("\r\n", "\n"))


def cell(value: object, style: str = "") -> Text:
    """A value for a table. On a terminal right-to-left text is isolated so that it cannot reorder its neighbours."""
    from rich.text import Text

    text = "" if value is None else clean(value)
    if sys.stdout.isatty() and _RIGHT_TO_LEFT.search(text):
        text = f"\u2068{text}\u2069"
    return Text(text, style=style, overflow="fold")


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    numbers: Sequence[str] = (),
    spare: Sequence[str] = (),
) -> None:
    """Prints rows under the columns' names; those in `numbers` stand to the right. Cells are folded between words.

    Where the terminal is too narrow for every column's longest word, the columns in `spare` are left out, the first
    ones first, and a note says which.
    """
    from rich import box
    from rich.table import Table

    console = out()
    cells = [[cell(value) for value in row] for row in rows]
    least = {name: _least(name, [row[n] for row in cells]) for n, name in enumerate(columns)}
    shown, left_out = _fitting(least, console.width, spare)
    wanted = {name: max([len(name), *(row[n].cell_len for row in cells)]) for n, name in enumerate(columns)}
    widths = _widths({name: least[name] for name in shown}, wanted, console.width)
    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for name in shown:
        grid.add_column(name, justify="right" if name in numbers else "left", overflow="fold", width=widths[name])
    for row in cells:
        grid.add_row(*(value for name, value in zip(columns, row, strict=True) if name in shown))
    console.print(grid)
    if left_out:
        note(f"left out for want of width: {', '.join(left_out)} (--json prints everything)")


LONG_WORD = 18
"""Letters of a word that a column is kept wide enough for; longer ones (addresses, paths) are broken."""
_GAP = 2
"""Blanks between two columns."""


def _least(name: str, column: Sequence[Text]) -> int:
    """The width that breaks no word of a column, long ones excepted."""
    from rich.cells import cell_len

    return min(LONG_WORD, max([len(name), *(cell_len(word) for value in column for word in value.plain.split())]))


def _fitting(least: Mapping[str, int], width: int, spare: Sequence[str]) -> tuple[list[str], list[str]]:
    """(columns that fit beside one another, columns left out)."""
    shown, left_out = list(least), []
    for name in spare:
        if sum(least[column] + _GAP for column in shown) - _GAP <= width:
            break
        shown.remove(name)
        left_out.append(name)
    return shown, left_out


def _widths(least: Mapping[str, int], wanted: Mapping[str, int], width: int) -> dict[str, int]:
    """How wide each column is: the narrowest that wants more gets it first; too little is taken off the widest."""
    widths = dict(least)
    room = width - _GAP * (len(widths) - 1) - sum(widths.values())
    while room > 0 and (wanting := [name for name in widths if widths[name] < wanted[name]]):
        widths[min(wanting, key=widths.__getitem__)] += 1
        room -= 1
    while room < 0 and max(widths.values()) > 1:
        widths[max(widths, key=widths.__getitem__)] -= 1
        room += 1
    return widths


def json_out(values: Iterable[object]) -> None:
    """One JSON value a line on standard output."""
    from according.export.lines import json_line

    for value in values:
        sys.stdout.write(json_line(value))


def note(message: str) -> None:
    """A line for the person at the terminal, beside the results."""
    sys.stderr.write(clean(message) + "\n")


def counted(number: int, noun: str) -> str:
    """ "1 report", "2 reports", "no reports"."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def tell_problems(problems: Sequence[Problem], *, as_json: bool = False, most: int = 20) -> None:
    """Problems on standard error; a person sees the first ones and the count, a script all of them."""
    for problem in problems if as_json else problems[:most]:
        if as_json:
            sys.stderr.write(json.dumps(problem.as_json()) + "\n")
        else:
            note(f"problem ({problem.code}): {problem.what}: {problem.why}")
    if not as_json and len(problems) > most:
        note(f"... and {len(problems) - most} more problems: see 'according problems'")


def finish(problems: Sequence[object] | int) -> NoReturn:
    """Ends the command: 0 done, 1 done with problems."""
    count = problems if isinstance(problems, int) else len(problems)
    raise typer.Exit(WITH_PROBLEMS if count else DONE)
