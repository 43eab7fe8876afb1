"""Where sentences begin and end, with or without punctuation, spaces and line ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.text.sentences import LONGEST, is_wrapped, sentence_spans


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Four were killed.| Two were hurt.",
        "The attack goes ahead.|but the minister struck a hawkish note.",
        "“It was bad,” he said.|The army denied it.",
        'He said: "It was bad."| The army denied it.',
        'He said it was "bad".|The army denied it.',
        "Was it the army?| Nobody knows!| Four were killed.",
        "Four were killed...| Two were hurt.",
        "He lives in the U.S.| The army denied it.",
        "It began on Jan. 5.| It ended in Sept. 2031.",
        "Four were killed (see below).| Two were hurt.",
        "Four were killed.[1]| Two were hurt.[2][3]| One is missing.",
        "Four were killed in 2031.|Two were hurt.",
        "قتل أربعة مدنيين.| وأصيب اثنان.",
        "قتل أربعة مدنيين.|وأصيب اثنان.",
        "هل قتل أحد؟| نعم.",
        "قتل أربعة؛| وأصيب اثنان",
        "انتهى القصف.|هذا ما قاله شاهد.|ما زال البحث جاريا",
        "أصيب 3أشخاص.|و5نساء...| ولم يقتل أحد!| نعم",
        "Four killed|\nTwo hurt|\r\nOne missing|\u2028None found",
    ],
)
def test_sentences_end_where_they_end(text: str) -> None:
    wanted = [part.strip() for part in text.split("|")]
    assert cut(text.replace("|", "")) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Smith and Dr. Jones met Mr. Brown of the U.S. Army near St. Mary at 5 p.m. on Monday.",
        "J. R. Smith of example.com said 3.5 tons (No. 5) were found.",
        "See www.example.com/page.html or mail some.body@example.org for more.",
        "At least 2,000 people, i.e. half of them, e.g. children, fled.",
        "قـ.ـصف على القرية",
        "سـ. ـقوط ضحايا",
        "أصاب المدف.ع بيتا",
        "موقع د.ا.ع.ش هنا",
        "قال موقع الخبر.نت إن رجلا قتل",
        "يصل عددهم إلى 3.5 آلاف شخص، بحسب الأطباء، ثم قال",
        "The 7.62mm rounds and the v.2 rocket",
        "F.C. players and the D.C. office",
    ],
)
def test_what_is_no_end_is_none(text: str) -> None:
    assert cut(text) == [text]


def test_lines_that_were_wrapped_run_on() -> None:
    line = "at least four people were killed in an air strike on the town, residents"
    text = "\n".join([line] * 5 + ["said."]) + "\n\nTwo were hurt."
    assert is_wrapped(text)
    assert len(cut(text)) == 2
    assert not is_wrapped("Four killed\nTwo hurt\nOne missing\nNone found\nMore to come")


def test_a_text_without_any_stop_is_cut_at_spaces() -> None:
    text = "four people were killed " * 1_000
    assert all(len(part) <= LONGEST for part in cut(text))
    assert " ".join(cut(text)) == text.strip()
    assert all(len(part) <= LONGEST for part in cut("A" * 10_000))


def test_what_begins_a_line_is_told() -> None:
    assert [fresh for _, _, fresh in sentence_spans("One here. Two here.\nThree here.")] == [True, False, True]


@given(st.text(st.one_of(st.sampled_from(".!?…؟ \n\"'”)]aB1ـق;؛\u2028"), st.characters()), max_size=120))
def test_every_visible_character_lies_in_one_sentence(text: str) -> None:
    covered = 0
    for start, end, _ in sentence_spans(text):
        assert covered <= start < end
        assert not text[covered:start].strip()
        assert text[start:end].strip() == text[start:end]
        covered = end
    assert not text[covered:].strip()
