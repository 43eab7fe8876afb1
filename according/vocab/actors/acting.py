"""Arabic words behind which a people's adjective or a state's name means its forces (acting_ar.tsv), in clean spelling."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def acting_words() -> Mapping[str, tuple[str, ...]]:
    """ "armed": arms, forces and attacks that an adjective may follow; "done_by": words before the one who does or says."""
    text = files("according.vocab.actors").joinpath("acting_ar.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in text.split("\n") if line.strip() and not line.startswith("#")]
    return {name: tuple(words.split("|")) for name, words in lines[1:]}
