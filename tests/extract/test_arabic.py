"""The Arabic grammar: forms, numbers, lists over several lines, repeats, and any text at all in linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according import clean
from according.domain.claim import Event, Figure, Reading
from according.domain.mention import Mentions
from according.domain.protocols import Prepared
from according.domain.report import Capture, Report, Sentence
from according.domain.values import Category, Measure, ZoneKind
from according.extract.arabic.amounts import number_at
from according.extract.arabic.forms import Number, noun_forms, verb_forms
from according.extract.arabic.line import Line, line_of
from according.extract.arabic.reader import ArabicReader
from according.text.arabic import clean_text

READER = ArabicReader()


def line(text: str) -> Line:
    return line_of(text, clean_text(text), Sentence(0, len(text), 0, ZoneKind.BODY), 0)


def read(text: str, title: str | None = None) -> Reading:
    report = Report.from_capture(Capture(text, "test", "", 0, 0, "test", "test", title=title), "ar")
    (reading,) = READER.read([Prepared(report, clean.layout_of(report), Mentions())])
    return reading


def figures(reading: Reading) -> list[tuple[str, str, int | None]]:
    return [(c.measure.value, c.category.value, c.quantity.low) for c in reading.claims if isinstance(c, Figure)]


@pytest.mark.parametrize(
    ("words", "value", "size"),
    [
        ("٢٠ مدنيا", 20, 1),
        ("2,000 شخص", 2000, 1),
        ("خمسة عشر عنصرا", 15, 2),
        ("مئة وخمسة وعشرين شخصا", 125, 3),
        ("ثلاثة آلاف نازح", 3000, 2),
        ("4 ملايين مدني", 4_000_000, 2),
        ("أحد عشر طفلا", 11, 2),
        ("ثلاث وعشرون امرأة", 23, 2),
    ],
)
def test_numbers_are_read_in_digits_and_words(words: str, value: int, size: int) -> None:
    assert number_at(line(words), 0) == (value, size)


@pytest.mark.parametrize("words", ["آلاف النازحين", "مدني", "12345678901 شخص"])
def test_what_is_no_number(words: str) -> None:
    assert number_at(line(words), 0) is None


def test_a_noun_has_its_dual_its_plural_and_its_feminine() -> None:
    forms = {form: (number, feminine) for form, number, feminine in noun_forms("مدني", "+", True)}
    assert forms["مدنيان"] == (Number.DUAL, False)
    assert forms["مدنيين"] == (Number.PLURAL, False)
    assert forms["مدنيه"] == (Number.SINGULAR, True)
    assert forms["مدنيتين"] == (Number.DUAL, True)


def test_a_weak_verb_loses_its_last_letter() -> None:
    assert {"قضي", "قضت", "قضوا", "يقضي", "يقضون"} <= set(verb_forms("قضى", "قضي"))


def test_names_under_a_header_are_figures_of_one() -> None:
    reading = read("أسماء شهداء القصف على البلدة:\n1- فارس نجم\n2- سامر حمود\n3- نور الدين خليل\n")
    assert figures(reading) == [("killed", "people", 1)] * 3


def test_names_that_spell_out_a_total_are_not_counted_again() -> None:
    reading = read("استشهد مدنيان اثنان في القصف، وهما فارس نجم وسامر حمود.")
    assert figures(reading) == [("killed", "civilians", 2)]


def test_the_headline_is_told_once() -> None:
    title = "مقتل ثلاثة مدنيين بقصف على بلدة سرمين"
    reading = read(f"{title}\n\nقتل ثلاثة مدنيين اليوم بقصف مدفعي على بلدة سرمين، وفق الدفاع المدني.", title)
    assert figures(reading) == [("killed", "civilians", 3)]
    assert len([c for c in reading.claims if isinstance(c, Event)]) == 1


def test_a_part_belongs_to_its_whole() -> None:
    whole, part = (c for c in read("إصابة خمسة أشخاص بينهم طفلة بجروح").claims if isinstance(c, Figure))
    assert part.part_of == whole.id
    assert (part.measure, part.category) == (Measure.INJURED, Category.CHILDREN)


HOSTILE = {
    "tatweels": "قصـف" + "ـ" * 10_000 + " مقتل مدني",
    "digits": "مقتل " + "7" * 1_000_000 + " مدنيا",
    "directions": "\u202eمقتل\u202c \u2067three\u2069 \u200f3 مدنيين\u200e (bomb)",
    "surrogates": "مقتل \ud83d مدني \udc00 في القصف",
    "names": "الشهيد " + "محمد " * 20_000,
    "lists": "مقتل " + "طفل وامرأة و" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_any_text_is_read_in_linear_time(name: str) -> None:
    start = time.perf_counter()
    reading = read(HOSTILE[name])
    assert time.perf_counter() - start < 20
    for claim in reading.claims:
        assert HOSTILE[name][claim.start : claim.end] == claim.anchor


_PIECES = 'مقتل|وإصابة|3|٥|مدنيين|طفلان|بينهم|قصـ.ـف|على|قرية|تلمنس|،|.|\n|"|(|)|\u064e|ـ|عدد من|الشهيد|فارس نجم|دون إصابات|abc|#'


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES.split("|")), max_size=40).map(" ".join))
def test_every_anchor_stands_where_its_claim_says(text: str) -> None:
    for claim in read(text).claims:
        assert text[claim.start : claim.end] == claim.anchor
        assert claim.anchor.strip()
