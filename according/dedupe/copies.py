"""Whole copies: texts whose words, three in a row at a time, are mostly the same.

MinHash proposes pairs and the exact overlap decides, so that what is a copy depends on the two texts alone. Only whether
a pair near the threshold is proposed at all is a matter of (fixed) chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice

from rensa import RMinHash, RMinHashLSH  # type: ignore[import-untyped]

from according.text.fold import fold

WORDS = 3
"""Words in a shingle."""
OVERLAP = 0.35
"""Shingles in common, of all that either has, from which on two texts are copies: edited ones share more (other words about
who said it, half of the shingles of a short text, are as much), and texts that two people wrote of one event less than a
tenth."""
SHORTEST = 5
"""Words. Shorter texts ("air strike on the town") are no one's own; they are copies of nothing."""

_PERMUTATIONS = 126
_BANDS = 42
"""Three rows a band: a pair at the threshold is proposed with 84 %, at an overlap of 0.5 with 99.6 %."""
_SEED = 1
_BATCH = 2_000


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: folded, punctuation gone."""
    # Word by word, because a few thousand words make most of every text and `fold` remembers them.
    return " ".join(fold(word) for word in text.split()).split()


def shingles(words: Sequence[str]) -> frozenset[str]:
    """Every run of three words; a shorter text is one run."""
    if len(words) <= WORDS:
        return frozenset({" ".join(words)})
    return frozenset(" ".join(words[n : n + WORDS]) for n in range(len(words) - WORDS + 1))


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Jaccard's: shingles in common, of all that either has; between 0 and 1."""
    common = len(a & b)
    return common / (len(a) + len(b) - common) if common else 0.0


def groups_of(texts: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The ids of `texts` in groups of copies, each group and the list of them sorted; one without copies is a group of one."""
    same: dict[str, list[str]] = defaultdict(list)
    alone: list[tuple[str, ...]] = []
    for name in sorted(texts):
        words = words_of(texts[name])
        if len(words) < SHORTEST:
            alone.append((name,))
        else:
            same[" ".join(words)].append(name)
    folded = list(same)
    leader = _Leaders(len(folded))
    for a, b, shared in _proposed(folded):
        # Those that hang together already need no proof: a thousand copies of one story would take half a million.
        if leader.of(a) != leader.of(b) and shared() >= OVERLAP:
            leader.join(a, b)
    groups: dict[int, list[str]] = defaultdict(list)
    for n, text in enumerate(folded):
        groups[leader.of(n)].extend(same[text])
    return sorted([tuple(sorted(group)) for group in groups.values()] + alone)


def _proposed(folded: Sequence[str]) -> Iterator[tuple[int, int, Callable[[], float]]]:
    """(a, b, their overlap) of every two texts that may be copies."""

    @lru_cache(maxsize=4096)
    def cut(n: int) -> frozenset[str]:
        return shingles(folded[n].split())

    def shared(a: int, b: int) -> float:
        return overlap(cut(a), cut(b))

    index = RMinHashLSH(OVERLAP, _PERMUTATIONS, _BANDS)
    source = iter(range(len(folded)))
    while batch := list(islice(source, _BATCH)):
        sets = [list(shingles(folded[n].split())) for n in batch]
        for n, minhash in zip(batch, RMinHash.from_token_sets(sets, _PERMUTATIONS, _SEED), strict=True):
            for other in sorted(index.query(minhash)):
                yield other, n, partial(shared, other, n)
            index.insert(n, minhash)


class _Leaders:
    """Which texts hang together: every text's group is known by its smallest member."""

    def __init__(self, size: int) -> None:
        self._leader = list(range(size))

    def of(self, n: int) -> int:
        while self._leader[n] != n:
            self._leader[n] = self._leader[self._leader[n]]
            n = self._leader[n]
        return n

    def join(self, a: int, b: int) -> None:
        low, high = sorted((self.of(a), self.of(b)))
        self._leader[high] = low
