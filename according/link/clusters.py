"""Clusters of tellings: pairs joined from the likest down, as long as the two clusters as wholes are alike.

Two clusters are joined where the mean score of their pairs is above zero and no pair is impossible, so that no chain of
tellings leads from one day, town or toll to another. What people judged comes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from according.domain.incident import Telling
from according.domain.judgement import Judgement
from according.domain.values import JudgementKind
from according.link.candidates import pairs_of
from according.link.likeness import score
from according.link.sketch import Sketch, sketch_of
from according.link.weights import MOST_DAYS
from according.link.where import near

SPEAKERS = 8
"""Members that speak for a large cluster when it is compared with another: comparing all would cost the square."""


def cluster(tellings: Iterable[Telling], judgements: Sequence[Judgement] = ()) -> list[tuple[Telling, ...]]:
    """Every telling in exactly one cluster; members by DESIGN.md's order of tellings, clusters by the order of their first.

    A function of the set of tellings and judgements, whatever their order.
    """
    ordered = sorted({telling.id: telling for telling in tellings}.values(), key=lambda telling: telling.id)
    sketches = [sketch_of(telling) for telling in ordered]
    board = _Board(sketches, *_judged(ordered, judgements))
    told: dict[str, list[int]] = defaultdict(list)
    for n, sketch in enumerate(sketches):
        if sketch.told and not sketch.aside:
            told[sketch.report].append(n)
    denied: dict[int, set[int]] = defaultdict(set)
    between: list[tuple[int, int]] = []
    for _, i, j in sorted(_edges(sketches)):
        if sketches[i].gainsaid and sketches[j].gainsaid:
            between.append((i, j))
        elif sketches[i].gainsaid:
            denied[i].add(j)
        elif sketches[j].gainsaid:
            denied[j].add(i)
        else:
            board.join(i, j)
    # A denial belongs to one happening. It would tie two attacks of one town together if it were joined like what is told.
    for n, home in [(n, board.likest(n, denied[n])) for n in sorted(denied)]:
        if home is not None:
            board.join(n, home)
    for i, j in between:
        board.join(i, j)
    for n, sketch in enumerate(sketches):
        if sketch.aside:
            board.attach(n, told[sketch.report])
    clusters = [tuple(sorted((ordered[n] for n in members), key=_order)) for members in board.clusters()]
    return sorted(clusters, key=lambda members: _order(members[0]))


def _order(telling: Telling) -> tuple[object, ...]:
    """DESIGN.md's order; two that begin at the same word go by id."""
    return *telling.order, telling.id


def _edges(sketches: Sequence[Sketch]) -> Iterator[tuple[float, int, int]]:
    """(minus score, i, j) of the pairs that are rather one happening."""
    for i, j in pairs_of(sketches):
        if sketches[i].told and sketches[j].told:
            points = score(sketches[i], sketches[j])
            if points is not None and points > 0:
                yield -points, i, j


def _judged(
    ordered: Sequence[Telling], judgements: Sequence[Judgement]
) -> tuple[list[tuple[int, int]], set[tuple[int, int]]]:
    """Pairs that people said to be one happening (newest first), and those that are not: the newest word on a pair counts."""
    number: dict[str, int] = {}
    for n, telling in enumerate(ordered):
        number[telling.id] = n
        number.update((claim.id, n) for claim in telling.claims)
    latest: dict[tuple[int, int], JudgementKind] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        if judgement.kind not in (JudgementKind.MUST_LINK, JudgementKind.CANNOT_LINK):
            continue
        known = sorted({number[subject] for subject in judgement.subjects if subject in number})
        if len(known) == 2:
            pair = (known[0], known[1])
            latest.pop(pair, None)
            latest[pair] = judgement.kind
    must = [pair for pair, kind in reversed(latest.items()) if kind is JudgementKind.MUST_LINK]
    return must, {pair for pair, kind in latest.items() if kind is JudgementKind.CANNOT_LINK}


class _Board:
    """The clusters so far. Tellings go by their number; a cluster goes by its smallest member."""

    def __init__(
        self, sketches: Sequence[Sketch], must: Iterable[tuple[int, int]], cannot: Iterable[tuple[int, int]]
    ) -> None:
        self._sketches = sketches
        self._leader = list(range(len(sketches)))
        self._members = {n: [n] for n in range(len(sketches))}
        self._days: dict[int, tuple[int, int]] = {
            n: (s.first - s.loose, s.last) for n, s in enumerate(sketches) if s.first is not None and s.last is not None
        }
        self._refused: dict[tuple[int, int], tuple[int, int]] = {}
        self._apart: dict[int, set[int]] = {}
        for i, j in cannot:
            self._apart.setdefault(i, set()).add(j)
            self._apart.setdefault(j, set()).add(i)
        for i, j in must:
            if not self._kept_apart(i, j):
                self._merge(self._of(i), self._of(j))

    def join(self, i: int, j: int) -> None:
        """Makes one of the two clusters that hold i and j, which are rather one happening, if the clusters may be one."""
        a, b = self._of(i), self._of(j)
        if a == b:
            return
        # Two clusters that were compared and have not grown since are still not one.
        sizes = len(self._members[a]), len(self._members[b])
        pair = (a, b) if a < b else (b, a)
        if self._refused.get(pair) == (sizes if a < b else sizes[::-1]):
            return
        if not self._kept_apart(a, b) and self._one_day(a, b):
            # Of two that stand alone the score is known.
            mean = 1.0 if sizes == (1, 1) else self._mean(a, b)
            if mean is not None and mean > 0:
                self._merge(a, b)
                return
        self._refused[pair] = sizes if a < b else sizes[::-1]

    def likest(self, alone: int, others: Iterable[int]) -> int | None:
        """A member of the cluster that is most like `alone`, among those that hold one of `others`; None where none may be."""
        own = self._of(alone)
        means = {home: self._mean(own, home) for home in sorted({self._of(n) for n in others} - {own})}
        known = [
            (mean, -home) for home, mean in means.items() if mean is not None and not self._kept_apart(alone, home)
        ]
        return -max(known)[1] if known else None

    def attach(self, aside: int, told: Sequence[int]) -> None:
        """Puts fears, plans and denials that stand alone beside what their report tells of the same place; without a place
        of their own, beside all that it tells."""
        if len(self._members[self._of(aside)]) > 1:
            return
        homes = sorted({self._of(n) for n in told} - {aside})
        places = {home: near(self._sketches[aside], self._sketches[home]) for home in homes}
        best = max(homes, key=lambda home: (places[home], -home), default=None)
        if best is None or self._kept_apart(aside, best):
            return
        sketch = self._sketches[aside]
        if places[best] > 0 or (len(homes) == 1 and sketch.precision is None and not sketch.names):
            self._merge(aside, best)

    def clusters(self) -> Iterable[list[int]]:
        return [self._members[n] for n in sorted(self._members)]

    def _of(self, n: int) -> int:
        while self._leader[n] != n:
            self._leader[n] = self._leader[self._leader[n]]
            n = self._leader[n]
        return n

    def _kept_apart(self, i: int, j: int) -> bool:
        if not self._apart:
            return False
        other = set(self._members[self._of(j)])
        return any(self._apart.get(n, set()) & other for n in self._members[self._of(i)])

    def _one_day(self, a: int, b: int) -> bool:
        """Whether every two dates in the two clusters are near enough."""
        if a not in self._days or b not in self._days:
            return True
        (first_a, last_a), (first_b, last_b) = self._days[a], self._days[b]
        return max(first_a, first_b) - min(last_a, last_b) <= MOST_DAYS

    def _mean(self, a: int, b: int) -> float | None:
        total, pairs = 0.0, 0
        for i, j in product(self._members[a][:SPEAKERS], self._members[b][:SPEAKERS]):
            points = score(self._sketches[i], self._sketches[j])
            if points is None:
                return None
            total, pairs = total + points, pairs + 1
        return total / pairs

    def _merge(self, a: int, b: int) -> None:
        if a == b:
            return
        low, high = min(a, b), max(a, b)
        self._leader[high] = low
        self._members[low] = sorted(self._members[low] + self._members.pop(high))
        if high in self._days:
            first, last = self._days.pop(high)
            # The latest beginning and the earliest end: no two dates lie farther apart than these.
            known = self._days.get(low, (first, last))
            self._days[low] = max(known[0], first), min(known[1], last)
