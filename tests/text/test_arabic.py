"""Clean Arabic text: one spelling, nothing hidden in words, and every span leads back to the text as given."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.text.arabic import clean_text, hides_word

PIECES = "سقوط|قتل|ـ|.|*| |\n|َ|ّ|ﻷ|ﷺ|٣|د|و|ال|a|1y|\u200f|\ud800|،|#|_|😀|مدني"


@given(st.lists(st.sampled_from(PIECES.split("|")) | st.text(max_size=3), max_size=30).map("".join), st.data())
def test_every_span_of_clean_text_leads_to_the_raw_text_and_back(raw: str, data: st.DataObject) -> None:
    clean = clean_text(raw)
    assert len(clean.text) == len(clean.starts) == len(clean.ends)
    assert list(clean.starts) == sorted(clean.starts) and list(clean.ends) == sorted(clean.ends)
    if not clean.text:
        return
    start = data.draw(st.integers(0, len(clean.text) - 1))
    end = data.draw(st.integers(start + 1, len(clean.text)))
    raw_start, raw_end = clean.raw(start, end)
    assert 0 <= raw_start < raw_end <= len(raw)
    back, beyond = clean.clean_at(raw_start), clean.clean_at(raw_end)
    assert back <= start < end <= beyond
    # More comes back only where one raw ligature stands for several clean letters.
    assert {clean.starts[at] for at in range(back, start)} <= {raw_start}
    assert all(clean.ends[at] == raw_end for at in range(end, beyond))


@given(st.text())
def test_clean_text_is_already_clean(raw: str) -> None:
    clean = clean_text(raw).text
    assert "ـ" not in clean
    assert not set(clean) & set("أإآىةئؤ\u064b\u0651\u200f#_٣")


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("أُصيبَ ثلاثةُ مدنيّين", "اصيب ثلاثه مدنيين"),
        ("مستشفى المدينة، ١٢ إصابة", "مستشفي المدينه، 12 اصابه"),
        ("ﻷﻥ", "لان"),
        ("#ريف_حماة", " ريف حماه"),
        ("قال: «نعم»", 'قال: "نعم"'),
        ("عاجــــــل", "عاجل"),
        ("صاروخ أرض ـ جو", "صاروخ ارض - جو"),
    ],
)
def test_one_spelling(raw: str, clean: str) -> None:
    assert clean_text(raw).text == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("مجـ.ـزرة", "مجزره"),
        ("ضحـ ـايا", "ضحايا"),
        ("الانفجـ .ـار", "الانفجار"),
        ("جـ ـرحـ ـى", "جرحي"),
        ("ا نـ ـفـ ـجـ ـر", "انفجر"),
        ("قذ*ائف", "قذائف".replace("ئ", "ي")),
        ("اله.ج.و.م", "الهجوم"),
        ("مدف.عية", "مدفعيه"),
        ("القذيفـــ.ــة", "القذيفه"),
        ("انفـ ـجا ر لغم", "انفجار لغم"),
        ("لـ ـغـ ـم", "لغم"),
        ("الطiران", "الطيران"),
        ("ق\u200bص\u200bف", "قصف"),
        ("قـَـ.ـصْـف", "قصف"),
    ],
)
def test_what_hides_inside_a_word_is_taken_out(raw: str, clean: str) -> None:
    assert clean_text(raw).text == clean


@pytest.mark.parametrize(
    "raw",
    [
        "اصيب رجل.وقال شاهد",
        "انتهي القصف.هذا ما جري",
        "انتهي القصف.ما جري",
        "في اب.وقتل",
        "نيسان/ابريل",
        "و/او",
        "د.سامر",
        "قصف و قتل و جرح",
        "ل قوات",
        "طريق حلب-دمشق",
        "موقع السوريه.نت",
        "قتل 3 و جرح 5",
    ],
)
def test_ordinary_words_are_not_glued(raw: str) -> None:
    assert clean_text(raw).text == raw


def test_a_clitic_set_apart_with_a_tatweel_stays_apart() -> None:
    assert clean_text("اعتقال لـ 12 شابا").text == "اعتقال ل 12 شابا"
    assert clean_text("التابعة لـ قوات").text == "التابعه ل قوات"


def test_the_raw_span_holds_what_was_hidden_and_the_last_vowel() -> None:
    raw = "بعد قصـ.ـفٍ ليلي"
    clean = clean_text(raw)
    start = clean.text.index("قصف")
    first, last = clean.raw(start, start + 3)
    assert raw[first:last] == "قصـ.ـفٍ"


def test_the_letters_of_a_ligature_share_its_raw_span_and_its_vowel() -> None:
    for raw in ("ﻷَ م", "ﻷـ م"):
        clean = clean_text(raw)
        assert [clean.raw(at, at + 1) for at in range(2)] == [(0, 2), (0, 2)]


def test_spans_that_are_empty_or_beyond_the_text() -> None:
    clean = clean_text("قصف ")
    assert clean.raw(2, 2) == (2, 2)
    assert clean.raw(99, 120) == (4, 4)
    assert clean_text("").raw(0, 5) == (0, 0)
    assert clean_text("").clean_at(0) == 0


def test_a_stop_that_hides_a_word_is_told_from_one_that_ends_a_sentence() -> None:
    hidden, real = "سقط صار.وخ هنا", "سقط صاروخ.وقال شاهد"
    assert hides_word(hidden, hidden.index("."), hidden.index(".") + 1)
    assert not hides_word(real, real.index("."), real.index(".") + 1)


@pytest.mark.parametrize(
    "raw", ["ـ" * 10_000, "1" * 1_000_000, "ق.ـ" * 100_000, "ق " * 200_000, "\ud800" * 100_000, "\u202b" * 500_000]
)
def test_hostile_text_takes_linear_time(raw: str) -> None:
    began = process_time()
    clean = clean_text(raw)
    assert process_time() - began < 5
    assert len(clean.text) <= len(raw)
