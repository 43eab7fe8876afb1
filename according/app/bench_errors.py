"""Where the reading of a development set goes wrong, one line an error, the records with most errors first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
_TOLLS = {
    "civilians": {
        "civilians",
        "people",
        "children",
        "women",
        "health_workers",
        "journalists",
        "aid_workers",
        "families",
    },
    "noncivilians": {"combatants"},
    "children": {"children"},
    "women": {"women"},
}


def errors_of(kind: str, gold: Sequence[Row], predicted: Sequence[Row]) -> list[str]:
    """Lines "id wanted ..., read ..." of a set that score.py scores by `kind`; empty for a set of another kind."""
    find = _FIND.get(kind)
    if find is None:
        return []
    by_id = {str(row["id"]): row for row in predicted}
    found = [(row["id"], list(find(row, by_id.get(str(row["id"]), {})))) for row in gold]
    found.sort(key=lambda item: -len(item[1]))
    return [f"{given} {line}" for given, lines in found for line in lines]


def _tolls(row: Row, read: Row) -> Iterator[str]:
    killed = [f for f in read.get("figures", []) if f["measure"] in ("killed", "casualties") and not f["cumulative"]]
    for name, allowed in _TOLLS.items():
        wanted = row["gold"].get(f"{name}_n")
        if not wanted:
            continue
        bounds = [f["low"] if f["low"] is not None else f["high"] for f in killed if f["category"] in allowed]
        largest = max((value for value in bounds if value is not None), default=None)
        if largest != wanted:
            yield f"{name}: wanted {wanted}, largest read {largest}"


def _types(row: Row, read: Row) -> Iterator[str]:
    wanted, got = row["gold"]["acled"], read.get("main_event")
    if wanted != got:
        yield f"wanted {wanted}, read {got}"


def _displacement(row: Row, read: Row) -> Iterator[str]:
    if row.get("lang", "en") != "en":
        return
    figures = [f for f in read.get("figures", []) if f["measure"] in ("displaced", "facilities_hit")]
    values = {value for f in figures for value in (f["low"], f["high"])}
    for fact in row["gold"]:
        wanted = float(str(fact["quantity"]).replace(",", "")) if fact["quantity"] else None
        if wanted is not None and wanted not in values:
            yield f"MISSED {fact['quantity']} {fact['unit']} {fact['term']}"


def _modality(row: Row, read: Row) -> Iterator[str]:
    for claim in row["claims"]:
        label, begin, end = (
            claim.get("measure") or claim.get("type"),
            claim["start"],
            claim["start"] + len(claim["anchor"]),
        )
        near = [
            p
            for p in read.get(claim["kind"] + "s", [])
            if p["start"] < end and begin < p["start"] + len(p["anchor"]) and label in (p.get("measure"), p.get("type"))
        ]
        if not near:
            yield f"MISSED {label} {claim['anchor']!r}"
        elif claim["modality"] not in {p["modality"] for p in near}:
            yield f"{claim['anchor']!r}: wanted {claim['modality']}, read {near[0]['modality']}"


_FIND: Mapping[str, Callable[[Row, Row], Iterator[str]]] = {
    "tolls": _tolls,
    "types": _types,
    "displacement": _displacement,
    "modality": _modality,
}
