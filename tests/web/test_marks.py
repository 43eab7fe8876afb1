"""Marks: the pieces are the text, and each claim's words are marked as its own, in either direction of writing."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from according.web.marks import Piece, pieces

ARABIC = "نموذج مختلق: مقتل 9 مدنيين بينهم 3 أطفال"


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50)), max_size=8),
)
def test_marked_pieces_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    named = [(start, end, f"claim {n}") for n, (start, end) in enumerate(spans)]
    cut = pieces(text, named)
    assert "".join(piece.text for piece in cut) == text
    for start, end, claim in named:
        inside = "".join(piece.text for piece in cut if claim in piece.claims)
        wanted = text[max(0, start) : max(0, end)] if start < end else ""
        assert inside == wanted
        assert sum(claim in piece.begins for piece in cut) == bool(wanted)


def test_arabic_words_are_marked_as_they_stand() -> None:
    start = ARABIC.index("9 مدنيين")
    cut = pieces(ARABIC, [(start, start + len("9 مدنيين"), "a"), (start + 2, start + len("9 مدنيين بينهم"), "b")])
    assert cut[1:4] == [
        Piece("9 ", ("a",), ("a",)),
        Piece("مدنيين", ("a", "b"), ("b",)),
        Piece(" بينهم", ("b",)),
    ]


def test_thousands_of_claims_are_marked_in_a_moment() -> None:
    cut = pieces("x" * 100_000, [(n * 10, n * 10 + 5, str(n)) for n in range(10_000)])
    assert len(cut) == 20_000 and all(len(piece.claims) < 2 for piece in cut)
