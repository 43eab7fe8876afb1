"""Text with the words of claims marked: cut into pieces that a template can escape one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int, str]
"""(start, end, id of the claim), offsets into the text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and the claims whose words it belongs to."""

    text: str
    claims: tuple[str, ...] = ()


def pieces(text: str, spans: Iterable[Span]) -> Sequence[Piece]:
    """The whole text, cut wherever a span begins or ends; spans may overlap. Joined, the pieces are the text."""
    inside = [(max(0, start), min(len(text), end), claim) for start, end, claim in spans]
    inside = [span for span in inside if span[0] < span[1]]
    edges = sorted({0, len(text), *(edge for start, end, _ in inside for edge in (start, end))})
    return [
        Piece(text[a:b], tuple(claim for start, end, claim in inside if start <= a and b <= end))
        for a, b in pairwise(edges)
    ]
