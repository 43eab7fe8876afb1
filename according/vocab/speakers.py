"""Words by which a report calls those who speak in it without naming them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def speaker_words() -> Mapping[str, frozenset[str]]:
    """Folded words by kind: "unnamed", "staff", "role", "people", "body", "link" (`speakers.tsv` says what each is)."""
    found: dict[str, set[str]] = {}
    for line in files("according.vocab").joinpath("speakers.tsv").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            kind, _, words = line.partition("\t")
            found.setdefault(kind, set()).update(words.split())
    return {kind: frozenset(words) for kind, words in found.items()}
