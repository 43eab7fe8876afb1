"""Words that stand beside an actor's name in what a speaker is called."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from according.vocab.places import words


@cache
def roles() -> dict[str, frozenset[str]]:
    """The words of each class: "official", "role", "small" (roles.tsv says what they are)."""
    text = files("according.vocab.actors").joinpath("roles.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in text.split("\n") if line.strip() and not line.startswith("#")]
    return {name: frozenset(words.split("|")) for name, words in lines[1:]}


@cache
def body_words() -> frozenset[str]:
    """Words that make the name they stand in that of a body ("Watch", "Platform", "Command")."""
    text = files("according.vocab.actors").joinpath("body_words.txt").read_text("utf-8")
    own = {word for line in text.splitlines() if not line.startswith("#") for word in line.split()}
    return words("organisation_words") | own
