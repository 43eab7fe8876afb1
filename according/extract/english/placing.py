"""Where and when an event took place: the place and the day of its own clause before those that only stand near."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from according.domain.mention import TimeMention
from according.extract.english.lexicon import words
from according.extract.english.parse import Tree
from according.extract.english.spots import Spot

OTHER_CLAUSE = 140
"""What a place in another clause of the sentence costs, in characters of distance."""
SAME_CLAUSE = 30
_BOUNDS = frozenset(("relcl", "advcl", "ccomp", "parataxis"))
_WIDTHS = (0, 20, 60, 220)
_NOT_PLACED = frozenset(("from", "by", "between", "with", "against"))


def place_of_event(tree: Tree, head: int, start: int, end: int, spots: Sequence[Spot]) -> tuple[Spot | None, bool]:
    """The place of the event at text[start:end] whose head token is `head`, and whether its own clause names it."""
    if not spots:
        return None, False
    own, clause = _reach(tree, head)
    best: tuple[float, Spot, bool] | None = None
    for spot in spots:
        token = _token_at(tree, spot.start)
        gap = spot.start - end if spot.start >= end else (start - spot.start) * 1.3 + 20
        near = 0 if token in own else SAME_CLAUSE if token in clause else OTHER_CLAUSE
        if token is not None and _origin(tree, token):
            near += 90
        if token is not None and _acts(tree, token):
            near += 160
        cost = gap + near + _WIDTHS[spot.width]
        if best is None or cost < best[0]:
            best = cost, spot, token in own or token in clause
    return (None, False) if best is None else (best[1], True)


def time_of_event(tree: Tree, head: int, start: int, end: int, times: Iterable[TimeMention]) -> TimeMention | None:
    """The time expression with a date that stands nearest, in the event's own clause if any; that of the saying last."""
    own, clause = _reach(tree, head)
    best: tuple[float, TimeMention] | None = None
    for time in times:
        if time.date is None:
            continue
        token = _token_at(tree, time.start)
        gap = time.start - end if time.start >= end else (start - time.end) * 1.2 + 10
        near = 0 if token in own else 20 if token in clause else 80
        cost = gap + near + 300 * time.spoken
        if best is None or cost < best[0]:
            best = cost, time
    return best[1] if best is not None else None


def _reach(tree: Tree, head: int) -> tuple[set[int], set[int]]:
    """The tokens under the event's word, and those of its clause."""
    own = set(tree.subtree(head, _BOUNDS))
    node = head
    for _ in range(8):
        if (
            tree.tags[node].startswith("VB")
            and (node != head or tree.tags[head].startswith("VB"))
            and tree.deps[node] not in ("amod", "aux")
        ):
            break
        if tree.heads[node] == node:
            break
        node = tree.heads[node]
    clause = set(tree.subtree(node, _BOUNDS))
    if tree.deps[node] in ("xcomp", "advcl", "pcomp") and tree.child(node, "nsubj") is None:
        over = tree.heads[node]
        clause |= set(tree.subtree(over, _BOUNDS))
    return own, clause


def _token_at(tree: Tree, offset: int) -> int | None:
    return next((i for i in range(len(tree)) if tree.starts[i] <= offset < tree.ends[i]), None)


def _acts(tree: Tree, token: int) -> bool:
    """Whether a name stands for who acts there: "Damascus has been preparing"."""
    return tree.deps[token] in ("nsubj", "nsubjpass") and tree.tags[token] in ("NNP", "NNPS")


def _origin(tree: Tree, token: int) -> bool:
    """Whether a name is where something came from or who it was with, not where it happened."""
    node = token
    for _ in range(3):
        if tree.deps[node] == "pobj":
            against = tree.lower[tree.heads[node]] == "against" and tree.lower[node] in words("settlements")
            return tree.lower[tree.heads[node]] in _NOT_PLACED and not against  # "against the gas field"
        node = tree.heads[node]
    return False
