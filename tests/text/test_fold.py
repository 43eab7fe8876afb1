import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.text.fold import fold

LETTERS = st.text(alphabet=st.one_of(st.sampled_from("aZéıİßـأإىةءَ٣'’-. U"), st.characters(codec="utf-8")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ma`arrat an-Nu'mān", "Maarrat an Numan"),
        ("إِدلِـب", "ادلب"),
        ("معرة النعمان", "معره النعمان"),
        ("U.S.", "US"),
        ("Khan-Sheikhoun", "khan sheikhoun"),
        ("القصّة ٣", "القصه 3"),
        ("Kafr Ta’al", "KAFR TAAL"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Hass", "Has"), ("حلب", "حلبا"), ("Khan Sheikhoun", "KhanSheikhoun")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(LETTERS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(LETTERS)
def test_case_does_not_matter_and_spaces_are_single(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert fold(text.casefold()) == folded
