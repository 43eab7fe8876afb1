"""What a clause makes of an act that it names."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.values import EventType
from according.extract.english.lexicon import noun_ending_at
from according.extract.english.parse import Tree


@dataclass(frozen=True, slots=True)
class Worth:
    """What the clause makes of an act: its type, the words it spans, and whether it only stands aside."""

    type: EventType
    first: int
    last: int
    aside: bool = False


def is_person(tree: Tree, at: int | None) -> bool:
    if at is None:
        return False
    if tree.lower[at] in ("number", "group", "dozens", "scores", "hundreds"):
        of = next((tree.child(c, "pobj") for c in tree.children[at] if tree.lower[c] == "of"), None)
        at = of if of is not None else at
    noun = noun_ending_at(tree.lower, at)
    if noun is not None:
        return not noun.facility
    return tree.tags[at] in ("NNP", "CD") or tree.lower[at] in (
        "him",
        "her",
        "them",
        "dozens",
        "hundreds",
        "scores",
        "he",
        "she",
        "they",
        "civilians",
    )
