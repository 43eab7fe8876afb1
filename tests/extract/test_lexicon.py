"""Which sentences can hold a claim, and how the word lists' phrases meet the parser's tokens."""

from __future__ import annotations

import pytest

from according.extract.english.lexicon import as_tokens, trigger
from according.vocab.english import table


def test_every_act_of_the_word_lists_selects_its_sentence() -> None:
    selects = trigger()
    phrases = {phrase for _, _, phrases in table("acts") for phrase in phrases.split("|") if " " in phrase}
    assert len(phrases) > 500
    missed = [phrase for phrase in phrases if selects.search(f"They told of {phrase}.") is None]
    assert missed == []


@pytest.mark.parametrize("sentence", ["Air\nstrikes went on.", "An AIR-STRIKE went on.", "Two were killed."])
def test_a_phrase_is_met_however_it_is_written(sentence: str) -> None:
    assert trigger().search(sentence) is not None


@pytest.mark.parametrize("sentence", ["", "The council met on the airstrip.", "Skilled men came."])
def test_other_sentences_are_not_parsed(sentence: str) -> None:
    assert trigger().search(sentence) is None


def test_hyphens_between_letters_are_tokens_of_their_own() -> None:
    assert as_tokens("cease-fire deal") == ("cease", "-", "fire", "deal")
    assert as_tokens("ak-47") == ("ak-47",)
