"""`according bench`: how well According reads, by the scorers of a benchmark folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.options import Json, Registry, settings

if TYPE_CHECKING:
    from according.app.bench import Score
    from according.app.bench_scores import Value


def bench(
    data: Annotated[
        Path | None,
        typer.Option("--data", metavar="DIR", help="The benchmark folder; default $ACCORDING_BENCH."),
    ] = None,
    sets: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME", help="Only this set, as modality.dev; may be given again."),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="All sets of the folder, Arabic, places and linking too; takes minutes.")
    ] = False,
    errors: Annotated[int, typer.Option("--errors", min=0, metavar="N", help="N errors of each development set.")] = 0,
    registry: Registry = None,
    as_json: Json = False,
) -> None:
    """Score the reading of benchmark texts.

    One table: each value with its 95 % interval, bootstrapped by report, beside what others published on the same work; then
    how far the confidence of claims can be believed. `*_check` sets are scored, their errors are never shown.

    Example: according bench --data ../bench --errors 20
    """
    from according.app import bench as use_case
    from according.app import wiring
    from according.app.bench_scores import BenchError
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
    if not sets:
        names = [name for name in names if (folder / use_case.SETS[name].gold).is_file()]
    if not names:
        stop(f"{folder} holds none of the sets {', '.join(use_case.SETS)}")
    with Bar() as bar:
        parts = wiring.parts(settings(registry=registry), bar)
        try:
            scores = list(use_case.bench(folder, names, parts, bar))
        except BenchError as error:
            stop(str(error))
    if as_json:
        json_out(_as_json(score) for score in scores)
    else:
        _print_values(scores)
        _print_reliability(scores)
    for score in scores:
        for line in score.errors[:errors]:
            out(stderr=as_json).print(cell(f"{score.name} {line}"))
        if use_case.SETS[score.name].note:
            note(f"{score.name}: {use_case.SETS[score.name].note}")
        if score.problems:
            note(f"{score.name}: {score.problems} problems while reading")


def _as_json(score: Score) -> dict[str, object]:
    from dataclasses import asdict

    values = {
        name: v.value if v.low is None else {"value": v.value, "low": v.low, "high": v.high}
        for name, v in score.values.items()
    }
    line: dict[str, object] = {"set": score.name, "gold": score.gold, "problems": score.problems, "values": values}
    if score.reliability:
        line["reliability"] = [asdict(part) for part in score.reliability]
    return line


def _print_values(scores: list[Score]) -> None:
    from according.app.bench_published import published
    from according.cli.console import table

    rows = []
    for score in scores:
        for name, value in score.values.items():
            stem = name.removesuffix("F1")
            if name.endswith((" P", " R")) and f"{name[:-1]}F1" in score.values:
                continue
            others = published(score.name, name)
            rows.append(
                (
                    score.name,
                    name,
                    _shown(value),
                    "" if value.low is None else f"{value.low:.2f}-{value.high:.2f}",
                    *(_shown(score.values.get(f"{stem}{letter}")) if stem != name else "" for letter in "PR"),
                    f"{others[0]:.3f}" if others else "",
                    others[1] if others else "",
                )
            )
    columns = ("set", "what", "value", "95 %", "P", "R", "published", "by whom")
    table(columns, rows, numbers=("value", "95 %", "P", "R", "published"))


def _shown(value: Value | None) -> str:
    return "" if value is None else f"{value.value:.3f}" if value.value <= 1 else f"{value.value:g}"


def _print_reliability(scores: list[Score]) -> None:
    from according.cli.console import table

    rows = [
        (
            score.name,
            part.kind,
            f"{part.low:.1f}-{part.high:.1f}",
            part.claims,
            f"{part.confidence:.2f}",
            f"{part.right:.2f}",
        )
        for score in scores
        for part in score.reliability
    ]
    if rows:
        columns = ("set", "claims of", "confidence", "claims", "mean confidence", "of them right")
        table(columns, rows, numbers=("claims", "mean confidence", "of them right"))
