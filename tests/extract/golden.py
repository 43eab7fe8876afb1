"""Golden pairs: a sentence and what must be read from it, one file a concern; a non-programmer can extend them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from according.domain.claim import Claim, Event, Figure
from according.domain.values import Modality

GOLDEN = Path(__file__).parents[1] / "golden"


def pairs(name: str) -> Iterator[tuple[str, list[str]]]:
    """(text, what must be read) of a golden file."""
    text = ""
    for line in (GOLDEN / name).read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("=>"):
            wanted = [part.strip() for part in line[2:].split("|")]
            yield text, [] if wanted == ["nothing"] else wanted
        else:
            text = line


def shown(claim: Claim, wanted: str) -> str:
    """The claim in the words of a golden line, with just those optional parts that the line speaks of."""
    parts: list[str]
    if isinstance(claim, Figure):
        parts = [claim.measure.value, claim.category.value, _amount(claim)]
        if claim.part_of:
            parts.append("part-of")
        if claim.cumulative:
            parts.append("cumulative")
    else:
        assert isinstance(claim, Event)
        parts = [claim.type.value]
    if claim.modality is not Modality.ASSERTED:
        parts.append(claim.modality.value)
    for word, value in (
        ("to", "; ".join(claim.attribution)),
        ("by", claim.perpetrator),
        ("at", claim.place),
        ("with", claim.weapon),
        ("on", getattr(claim, "target", None)),
    ):
        if re.search(rf'\b{word} "', wanted):
            parts.append(f'{word} "{value}"')
    return " ".join(parts)


def _amount(figure: Figure) -> str:
    low, high = figure.quantity.low, figure.quantity.high
    if figure.quantity.vague:
        return "~"
    if low == high:
        return str(low)
    return f"{'' if low is None else low}..{'' if high is None else high}"
