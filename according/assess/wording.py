"""Sentences for people: which disputes say what, and why a grade."""

from __future__ import annotations

from collections.abc import Sequence


def joined(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"; each once."""
    names = list(dict.fromkeys(names))
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def number(low: int | None, high: int | None) -> str:
    """ "4", "at least 4", "up to 9", "3 to 5"."""
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low} to {high}"


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


_DEEDS = {
    "air_strike": "an air strike",
    "ied": "a bombing",
    "suicide_bomb": "a suicide bombing",
    "chemical_weapon": "an attack with chemical weapons",
    "grenade": "a grenade attack",
    "armed_clash": "a clash",
    "attack": "an attack",
    "abduction": "an abduction",
    "arrest": "an arrest",
    "takeover": "a takeover",
    "ceasefire": "a truce",
    "siege": "a siege",
    "protest": "a protest",
}


def deed(label: str) -> str:
    """What somebody denied, by the label of an event: "an air strike", "shelling"."""
    return _DEEDS.get(label, label.replace("_", " "))
