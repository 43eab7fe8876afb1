"""Words of clean text: what is written together is told apart, where the lexicon knows the rest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from according.text.arabic import clean_text
from according.text.arabic_words import split, words

KNOWN = frozenset(clean_text("قصف طيران بلدة وفاة لجنة زوجة طفل أطفال يقتل شخص والد مدني").text.split())


def test_clitics_come_off_where_the_rest_is_known() -> None:
    assert split("وبالقصف", KNOWN) == (("و", "ب", "ال"), "قصف", "")
    assert split("للطيران", KNOWN) == (("ل", "ال"), "طيران", "")
    assert split("وللجنه", KNOWN) == (("و", "ل", "ال"), "لجنه", "")
    assert split("سيقتل", KNOWN) == (("س",), "يقتل", "")


def test_a_known_word_stays_whole() -> None:
    assert split("بلده", KNOWN) == ((), "بلده", "")
    assert split("وفاه", KNOWN) == ((), "وفاه", "")
    assert split("والد", KNOWN) == ((), "والد", "")


def test_an_unknown_word_stays_whole() -> None:
    assert split("وبلقيس", KNOWN) == ((), "وبلقيس", "")


def test_pronouns_come_off_the_end() -> None:
    assert split("وزوجته", KNOWN) == (("و",), "زوجه", "ه")
    assert split("اطفالهم", KNOWN) == ((), "اطفال", "هم")


def test_numbers_and_other_letters_are_words_of_their_own() -> None:
    clean = "Publicمدني 3شخص و1,200طفل."
    found = [word.form for word in words(clean, 0, len(clean), KNOWN)]
    assert found == ["Public", "مدني", "3", "شخص", "و", "1,200", "طفل", "."]


@given(st.text())
def test_every_visible_character_is_in_one_word(raw: str) -> None:
    clean = clean_text(raw).text
    found = words(clean, 0, len(clean), KNOWN)
    assert "".join(word.form for word in found) == "".join(clean.split())
    assert all(clean[word.start : word.end] == word.form for word in found)
