"""What others reached on the same work, to be read beside According's own values."""

from __future__ import annotations

from collections.abc import Mapping

READERS = "two readers by the codebook agree"
CASE = "best of the CASE 2021 shared task"
IDETECT = "IDETECT's own extractor"
MORDECAI = "Mordecai 3"

PUBLISHED: Mapping[tuple[str, str], tuple[float, str]] = {
    ("claims.en", "figures found F1"): (0.98, READERS),
    ("claims.en", "figures strict F1"): (0.96, READERS),
    ("claims.en", "figures claim F1"): (0.82, READERS),
    ("claims.en", "events found F1"): (0.93, READERS),
    ("claims.en", "events claim F1"): (0.85, READERS),
    ("claims.ar", "figures found F1"): (0.99, READERS),
    ("claims.ar", "figures strict F1"): (0.96, READERS),
    ("claims.ar", "figures claim F1"): (0.87, READERS),
    ("claims.ar", "events found F1"): (0.96, READERS),
    ("claims.ar", "events claim F1"): (0.85, READERS),
    ("types.dev", "weighted f1"): (0.839, CASE),
    ("displacement.dev", "quantity+unit+term"): (0.19, IDETECT),
    ("places.dev", "LGL: accuracy@161km of those found"): (0.827, MORDECAI),
    ("places.dev", "GeoWebNews: accuracy@161km of those found"): (0.941, MORDECAI),
    ("places.dev", "TR-News: accuracy@161km of those found"): (0.873, MORDECAI),
    ("incidents.dev", "b-cubed f1"): (0.72, "learned weights on the same days"),
}
"""(set without _dev or _check, value) -> (number, whose)."""


def published(name: str, value: str) -> tuple[float, str] | None:
    """The number to set beside a value of a set, and whose it is; None where nobody published one."""
    return PUBLISHED.get((name.removesuffix("_dev").removesuffix("_check"), value))
