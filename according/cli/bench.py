"""`according bench`: how well According reads, by the scorers of a benchmark folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.options import Json, Registry, settings

if TYPE_CHECKING:
    from according.app.bench import Score


def bench(
    data: Annotated[
        Path | None,
        typer.Option("--data", metavar="DIR", help="The benchmark folder; default $ACCORDING_BENCH."),
    ] = None,
    sets: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME", help="Only this set, as modality.dev; may be given again."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All sets, not only the English claims.")] = False,
    errors: Annotated[int, typer.Option("--errors", min=0, metavar="N", help="N errors of each development set.")] = 0,
    registry: Registry = None,
    as_json: Json = False,
) -> None:
    """Score the reading of benchmark texts.

    Prints F1 with 95 % intervals, bootstrapped by report.

    Example: according bench --data ../bench --errors 20
    """
    from according.app import bench as use_case
    from according.app import wiring
    from according.cli.console import cell, json_out, note, out, stop
    from according.cli.progress import Bar

    folder = data or (Path(os.environ["ACCORDING_BENCH"]) if os.environ.get("ACCORDING_BENCH") else None)
    if folder is None:
        stop("name the benchmark folder with --data DIR or $ACCORDING_BENCH: none comes with According")
    if not folder.is_dir():
        stop(f"there is no folder {folder}")
    names = list(dict.fromkeys(sets or (use_case.SETS if every else use_case.DEFAULT_SETS)))
    unknown = [name for name in names if name not in use_case.SETS]
    if unknown:
        stop(f"no set {unknown[0]!r}; there are {', '.join(use_case.SETS)}")
    if errors and sets and any(use_case.unseen(name) for name in names):
        stop("--errors refuses *_check sets: they are only to be scored, not to be read")
    if every and not sets:
        names = [name for name in names if (folder / use_case.SETS[name].gold).is_file()]
    with Bar() as bar:
        parts = wiring.parts(settings(registry=registry), bar)
        try:
            scores = list(use_case.bench(folder, names, parts, bar))
        except use_case.BenchError as error:
            stop(str(error))
    if as_json:
        json_out(_as_json(score) for score in scores)
    else:
        _print_claims([score for score in scores if use_case.SETS[score.name].scorer is None])
        _print_others([score for score in scores if use_case.SETS[score.name].scorer is not None])
    for score in scores:
        for line in score.errors[:errors]:
            out(stderr=as_json).print(cell(f"{score.name} {line}"))
        if score.problems:
            note(f"{score.name}: {score.problems} problems while reading")


def _as_json(score: Score) -> dict[str, object]:
    values = {
        name: v.value if v.low is None else {"value": v.value, "low": v.low, "high": v.high}
        for name, v in score.values.items()
    }
    return {"set": score.name, "gold": score.gold, "problems": score.problems, "values": values}


def _print_claims(scores: list[Score]) -> None:
    """Sets side by side: a row a level with P, R, F1 and its interval, then a row a field."""
    from according.cli.console import table

    if not scores:
        return
    columns = ["", *(f"{score.name} {name}" for score in scores for name in ("P", "R", "F1", "95 %"))]
    rows: list[list[str]] = []
    for name in scores[0].values:
        if name.endswith(" F1"):
            row = [name.removesuffix(" F1")]
            for score in scores:
                stem, f1 = name.removesuffix("F1"), score.values[name]
                row += [f"{score.values[stem + 'P'].value:.3f}", f"{score.values[stem + 'R'].value:.3f}"]
                row += [f"{f1.value:.3f}", "" if f1.low is None else f"{f1.low:.2f}-{f1.high:.2f}"]
            rows.append(row)
        elif not name.endswith((" P", " R")):
            row = [f"{name}, right of those found"]
            for score in scores:
                row += ["", "", f"{score.values[name].value:.3f}", ""]
            rows.append(row)
    table(columns, rows, numbers=columns[1:])


def _print_others(scores: list[Score]) -> None:
    from according.cli.console import table

    rows = [(score.name, name, f"{value.value:.3f}") for score in scores for name, value in score.values.items()]
    if rows:
        table(("set", "what", "value"), rows, numbers=("value",))
