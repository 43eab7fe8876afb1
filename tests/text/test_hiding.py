"""Words are found in every spelling that folds alike, hidden whole, and no offset moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.text.fold import fold
from according.text.hiding import BLOCK, hidden, spans_of


def left(words: str, text: str) -> str:
    return hidden(text, spans_of(words, text))


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("Abu Testname", "Abu Testname said.", "███ ████████ said."),
        ("abu testname", "ABU\nTestname's house, Abu-Testname.", "███\n██████████ house, ████████████."),
        ("Testname", "Testnames and Mytestname stay", "Testnames and Mytestname stay"),
        ("Müller-Test", "Muller Test; MÜLLER test", "██████ ████; ██████ ████"),
        ("Ma'arat", "Maarat, Ma’arat", "██████, ███████"),
        ("اسم مختلق", "قال اِسم مُختلق ولاسم مختلق", f"قال {BLOCK * 4} {BLOCK * 6} {BLOCK * 5} {BLOCK * 5}"),
        ("اسم", "واسم وباسم واسمه", f"{BLOCK * 4} {BLOCK * 5} واسمه"),
        ("one two", "one three two; one, two", "one three two; ████ ███"),
        ("099 123", "call 099-123 or 0991234", "call ███████ or 0991234"),
        ("...", "a ... b", "a ... b"),
    ],
)
def test_words_are_hidden_in_every_spelling(words: str, text: str, expected: str) -> None:
    assert left(words, text) == expected


@given(st.text(max_size=60), st.text(min_size=1, max_size=12))
def test_no_offset_moves_and_nothing_is_left_to_find(text: str, words: str) -> None:
    spans = spans_of(words, text)
    done = hidden(text, spans)
    assert len(done) == len(text)
    assert all(not text[start:end].isspace() and fold(done[start:end].replace(BLOCK, "")) == "" for start, end in spans)
    assert list(spans) == sorted(spans)
    assert not spans_of(words, done)


@given(st.lists(st.sampled_from(["alpha", "beta", "gamma"]), max_size=12), st.sampled_from(["alpha", "alpha beta"]))
def test_every_whole_occurrence_goes(written: list[str], words: str) -> None:
    assert f" {words} " not in f" {left(words, ' '.join(written))} "
