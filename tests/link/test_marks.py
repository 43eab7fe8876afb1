"""Which words mark a happening out, whatever is written onto them."""

from __future__ import annotations

from according.link.marks import marking_words, stem


def test_the_same_word_with_and_without_what_is_joined_to_it() -> None:
    assert stem("بالمنجره") == stem("المنجره") == stem("منجره")
    assert stem("orchards") == stem("orchard")


def test_common_words_and_numbers_mark_nothing_out() -> None:
    assert (
        marking_words(["Seven people were killed by air strikes on Monday", "مقتل مدني بقصف جوي", None]) == frozenset()
    )
    assert marking_words(["the olive press of the Haddan family"]) == {"olive", "press", "haddan"}
