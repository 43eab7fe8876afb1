"""How sure a claim is: the share of claims read by the same rule that were right (vocab/english/confidence.tsv).

A figure is right when its measure, value and category are, an event when its type is. `bench/confidence.py` counts the
shares on annotated reports; docs/decisions/2026-11-25-confidence.md says how and how well they hold.
"""

from __future__ import annotations

from functools import cache

from according.vocab.english import table

ANY = "-"
UNKNOWN = 0.5
"""Of a kind of claim that the table does not hold."""


@cache
def _shares() -> dict[tuple[str, str, str], float]:
    return {(kind, rule, label): float(share) for kind, rule, label, share in table("confidence")}


def confidence_of(kind: str, rule: str, label: str) -> float:
    """Between 0 and 1, by kind ("figure", "event"), `because`, and measure or type; by less where so few were counted."""
    shares = _shares()
    for key in ((kind, rule, label), (kind, rule, ANY), (kind, ANY, ANY)):
        if key in shares:
            return shares[key]
    return UNKNOWN
