"""Script first, then a hint that fits it, then a guess."""

from __future__ import annotations

import pytest

from according.clean import language_of, layout_of, report_of
from according.clean.language import sentence_language
from according.domain.report import Capture
from according.domain.values import ZoneKind

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


@pytest.mark.parametrize(
    ("sentence", "lang", "found"),
    [
        (ENGLISH, "ar", "en"),
        (ARABIC, "en", "ar"),
        (ENGLISH, "en", None),
        (ARABIC, "ar", None),
        ("Al Arabiya Syria Verified account", "ar", None),
        ("Köye düzenlenen saldırıda dört sivil öldü", "ar", None),
        ("مقتل مدني", "en", None),
        (ARABIC, "de", None),
    ],
)
def test_a_sentence_in_another_language_than_its_report(sentence: str, lang: str, found: str | None) -> None:
    assert sentence_language(sentence, 0, len(sentence), lang) == found


def test_each_reader_is_given_the_sentences_of_its_language() -> None:
    text = f"{ARABIC}\n{ENGLISH}\n{ARABIC[:-1]} ليلا."
    layout = layout_of(report_of(Capture(text, "r", "0" * 64, 0, 1, "text/1", "in.txt")))
    assert layout.languages == ("ar", "en")
    zones = {lang: [s.zone for s in layout.only(lang).sentences if text[s.start] == "I"] for lang in ("ar", "en")}
    assert zones == {"ar": [ZoneKind.FOREIGN], "en": [ZoneKind.BODY]}
    assert [s.readable for s in layout.only("en").sentences].count(True) == 1


def test_a_report_in_one_language_is_given_whole() -> None:
    layout = layout_of(report_of(Capture(ARABIC, "r", "0" * 64, 0, 1, "text/1", "in.txt")))
    assert layout.only("ar") is layout
