"""Takes in judgements that another ledger listed: of a colleague, or of a ledger that was lost."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from according.domain.judgement import Judgement
from according.domain.problem import Problem
from according.domain.protocols import Ledger
from according.domain.values import JudgementKind
from according.text.hiding import BLOCK

LONGEST_LINE = 1_000_000
"""Characters of a line: a judgement names some claims and gives a reason."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """`known` counts those that the ledger had already."""

    added: int
    known: int
    problems: tuple[Problem, ...]


def load(lines: Iterable[str], name: str, ledger: Ledger) -> Loaded:
    """Lines as `judge list --json` prints them; what is no judgement, or does not fit its id, is a problem beside the rest.

    Where judgements of two ledgers contradict each other, the newest word counts.
    """
    problems: list[Problem] = []
    found: dict[str, Judgement] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            judgement = _judgement(line)
        except (ValueError, KeyError, TypeError) as error:
            why = f"this line is no judgement as 'judge list --json' prints it ({error}): it was left out"
            problems.append(Problem("bad-judgement", f"{name}, line {number}", why, line=number))
        else:
            found[judgement.id] = judgement
    before = {judgement.id for judgement in ledger.judgements()}
    new = sorted((j for j in found.values() if j.id not in before), key=lambda j: j.order)
    for judgement in new:
        ledger.add_judgement(judgement)
    return Loaded(len(new), len(found) - len(new), tuple(problems))


def _judgement(line: str) -> Judgement:
    if len(line) > LONGEST_LINE:
        raise ValueError(f"it has {len(line):,} characters, at most {LONGEST_LINE:,}")
    plain: Any = json.loads(line)
    if not isinstance(plain, dict):
        raise ValueError("it is no object")
    subjects = plain["subjects"]
    if not isinstance(subjects, list) or not all(isinstance(subject, str) for subject in subjects) or not subjects:
        raise ValueError("'subjects' is no list of ids")
    for key in ("id", "who", "at", "why"):
        if not isinstance(plain[key], str) or not plain[key].strip():
            raise ValueError(f"'{key}' is no text")
    for key in ("field", "value"):
        if plain.get(key) is not None and not isinstance(plain[key], str):
            raise ValueError(f"'{key}' is no text")
    if datetime.fromisoformat(plain["at"]).tzinfo is None or not plain["at"].endswith("Z"):
        raise ValueError("'at' is no time in UTC as 2031-03-05T10:00:00Z")
    kind = JudgementKind(plain["kind"])
    told = kind, subjects, plain["who"], plain["at"], plain["why"], plain.get("field"), plain.get("value")
    made = Judgement.made(*told)
    redacted = BLOCK in plain["why"] or BLOCK in (plain.get("value") or "")
    if made.id != plain["id"] and not redacted:
        raise ValueError("its id does not fit what it says: it was altered")
    return Judgement(plain["id"], kind, tuple(subjects), *told[2:])
