"""What samples/expected.jsonl holds, by kind of line: reports with their claims, planned incidents, families of copies.

A line with `figures` and `events` says what a report holds; one with `incident`, in the terms of `according link`, what its
author planned; one with `none`, of which reports no incident may come; one with `copies`, who copied whom.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).parents[2] / "samples"
EXPECTED = SAMPLES / "expected.jsonl"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))

Line = dict[str, Any]


def lines(kind: str) -> list[Line]:
    """The lines that have this key."""
    found = [json.loads(line) for line in EXPECTED.read_text(encoding="utf-8").split("\n") if line.strip()]
    return [line for line in found if kind in line]
