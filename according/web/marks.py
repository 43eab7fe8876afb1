"""Text with the words of claims marked: cut into pieces that a template can escape one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int, str]
"""(start, end, id of the claim), offsets into the text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, the claims whose words it belongs to, and those of them that begin with it."""

    text: str
    claims: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


def pieces(text: str, spans: Iterable[Span]) -> Sequence[Piece]:
    """The whole text, cut wherever a span begins or ends; spans may overlap. Joined, the pieces are the text."""
    inside = [(max(0, start), min(len(text), end), claim) for start, end, claim in spans]
    waiting = sorted((span for span in inside if span[0] < span[1]), reverse=True)
    edges = sorted({0, len(text), *(edge for start, end, _ in waiting for edge in (start, end))})
    cut, here = [], list[Span]()
    for a, b in pairwise(edges):
        here = [span for span in here if span[1] > a]
        while waiting and waiting[-1][0] == a:
            here.append(waiting.pop())
        begins = tuple(claim for start, _, claim in here if start == a)
        cut.append(Piece(text[a:b], tuple(claim for _, _, claim in here), begins))
    return cut
