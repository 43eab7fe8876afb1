"""Names in two scripts that sound alike."""

from __future__ import annotations

import pytest

from according.link.sounds import sound
from according.text.fold import fold


@pytest.mark.parametrize(
    ("english", "arabic"),
    [("Kafr Ta'al", "كفرتعال"), ("Sarmin", "سرمين"), ("Khan Shaykhun", "خان شيخون"), ("Zerdana", "زردنا")],
)
def test_two_spellings_of_one_name_sound_alike(english: str, arabic: str) -> None:
    assert sound(fold(english)) == sound(fold(arabic)) is not None


def test_what_is_too_short_to_tell_has_no_sound() -> None:
    assert sound("abu") is None
    assert sound(fold("آبين")) is None


def test_other_names_sound_otherwise() -> None:
    assert sound("sarmin") != sound("saraqib")
