"""Script first, then a hint that fits it, then a guess."""

from __future__ import annotations

import pytest

from according.clean import language_of

ENGLISH = "Invented sample: At least four civilians were killed in an air strike, residents said on Sunday."
ARABIC = "نموذج مختلق: مقتل أربعة مدنيين بقصف جوي على القرية، بحسب مصادر محلية."
GERMAN = "Erfundenes Beispiel: Mindestens vier Zivilisten wurden bei einem Luftangriff getötet, sagten Bewohner."
RUSSIAN = "Вымышленный образец: в результате обстрела погибли четыре мирных жителя, сообщили жители."
PERSIAN = "نمونه ساختگی: دست کم چهار غیرنظامی در حمله هوایی کشته شدند، ساکنان روستا گفتند که این حمله شدید بود."


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        (ENGLISH, None, "en"),
        (ARABIC, None, "ar"),
        (GERMAN, None, "de"),
        (RUSSIAN, None, "ru"),
        (PERSIAN, None, "fa"),
        (ENGLISH, "ar", "en"),
        (ENGLISH, "ru", "en"),
        (ARABIC, "en", "ar"),
        (RUSSIAN, "en", "ru"),
        (ARABIC, "fa", "fa"),
        (GERMAN, "de-AT", "de"),
        (ENGLISH, "EN_us", "en"),
        (ENGLISH, "English", "en"),
        (ENGLISH, "no such language", "en"),
        ("Four killed.", None, "en"),
        ("Vier Tote.", "de", "de"),
        ("12 - 34", None, "und"),
        ("12 - 34", "en", "und"),
        ("北京", "zh", "zh"),
        ("", None, "und"),
    ],
)
def test_the_language(text: str, hint: str | None, language: str) -> None:
    assert language_of(text, hint) == language


def test_page_text_in_english_around_an_arabic_post_does_not_make_it_english() -> None:
    post = (
        "Some Page Verified account November 30, 2031 · Shared with Public"
        + ARABIC * 2
        + "All reactions: 17 LikeComment"
    )
    assert language_of(post) == "ar"
