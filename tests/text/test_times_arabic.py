from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.domain.mention import TimeMention
from according.domain.values import TimeKind
from according.text.arabic import clean_text
from according.text.time_hijri import from_hijri, hijri_year_of
from according.text.times_arabic import find_times

THURSDAY = date(2031, 11, 27)


def found(text: str, day: date | None = THURSDAY) -> list[TimeMention]:
    clean = clean_text(text).text
    return find_times(clean, 0, len(clean), day)


@pytest.mark.parametrize(
    ("text", "date_"),
    [
        ("قصفوا البلدة اليوم", "2031-11-27"),
        ("وصلوا قبل قليل إلى المشفى", "2031-11-27"),
        ("لليوم الثاني على التوالي تقصف القرية", "2031-11-27"),
        ("وبالأمس أصيب طفل", "2031-11-26"),
        ("مساء أمس الأربعاء في البلدة", "2031-11-26"),
        ("أول أمس", "2031-11-25"),
        ("فجر يوم الثلاثاء", "2031-11-25"),
        ("يوم الخميس الماضي", "2031-11-20"),
        ("ليلة الاثنين - الثلاثاء", "2031-11-25"),
        ("السبت 22 تشرين الثاني/ نوفمبر", "2031-11-22"),
        ("في ٧ آب ٢٠٣٠", "2030-08-07"),
        ("الـ 7 من أكتوبر الماضي", "2031-10-07"),
        ("السبت, أغسطس 30, 2031", "2031-08-30"),
        ("بتاريخ ١١-٩-٢٠٣٠", "2030-09-11"),
        ("ليلة 2030/3/18", "2030-03-18"),
        ("الاثنين 11/03", "2031-11-03"),
        ("25 الشهر الماضي", "2031-10-25"),
        ("في الشهر قبل الفائت", "2031-09-01/2031-09-30"),
        ("في تشرين الثاني الماضي", "2030-11-01/2030-11-30"),
        ("خلال شهر تموز", "2031-07-01/2031-07-31"),
        ("في مارس", "2031-03-01/2031-03-31"),
        ("العام الماضي", "2030-01-01/2030-12-31"),
        ("منذ مطلع العام 2031", "2031-01-01/2031-11-27"),
        ("منذ السبت", "2031-11-22/2031-11-27"),
        ("خلال الـ 48 ساعة الماضية", "2031-11-25/2031-11-27"),
        ("في اليومين الماضيين", "2031-11-26/2031-11-27"),
        ("بين 5 و 10 آذار 2030", "2030-03-05/2030-03-10"),
        ("قبل ثلاثة أيام", "2031-11-24"),
        ("بين عامي 2011 و2013", "2011-01-01/2013-12-31"),
    ],
)
def test_what_an_expression_means(text: str, date_: str) -> None:
    (mention,) = found(text)
    assert mention.date is not None
    assert mention.date.iso() == date_


@pytest.mark.parametrize("text", ["السبت 22 تشرين الثاني", "اليوم", "قبل يومين", "خلال تموز"])
def test_without_a_day_to_count_from_nothing_is_guessed(text: str) -> None:
    (mention,) = found(text, None)
    assert mention.date is None


def test_a_day_and_month_take_the_year_in_which_they_are_that_weekday() -> None:
    (mention,) = found("الاثنين 22 تشرين الثاني")
    assert mention.date is not None
    assert mention.date.first.weekday() == 0
    assert mention.date.first.year < 2031


@pytest.mark.parametrize("text", ["والده اب الشهيد", "مارس ضغوطا على السكان", "الخطة اليومية", "خمسة مدنيين"])
def test_words_that_only_look_like_dates(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [("منذ سنوات", TimeKind.VAGUE), ("كل يوم", TimeKind.RECURRING), ("في اليوم التالي", TimeKind.DAY_BEFORE)],
)
def test_what_dates_nothing(text: str, kind: TimeKind) -> None:
    (mention,) = found(text)
    assert (mention.kind, mention.date) == (kind, None)


def test_a_day_that_dates_the_saying_is_marked() -> None:
    said, told = found("قال المرصد الأربعاء إن القصف وقع الثلاثاء")
    assert said.spoken
    assert not told.spoken


def test_an_islamic_date_is_the_weekday_beside_it_or_three_days() -> None:
    (alone,) = found("في 12 ربيع الأول 1445 هـ")
    (beside,) = found("الأربعاء 12 ربيع الأول 1445 هـ")
    assert alone.date is not None and (alone.date.last - alone.date.first).days == 2
    assert beside.date is not None and beside.date.first == beside.date.last
    assert alone.date.first <= beside.date.first <= alone.date.last
    assert beside.date.first.weekday() == 2


def test_known_beginnings_of_islamic_years() -> None:
    assert abs((from_hijri(1445, 1, 1) - date(2023, 7, 19)).days) <= 1
    assert abs((from_hijri(1447, 1, 1) - date(2025, 6, 26)).days) <= 1


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_every_day_lies_in_its_islamic_year(day: date) -> None:
    year = hijri_year_of(day)
    assert from_hijri(year, 1, 1) <= day < from_hijri(year + 1, 1, 1)


@given(st.text(alphabet="اليومأمس 0123456789/-ثنينبتحكونشر،ةهـ", max_size=60))
def test_mentions_stand_where_they_say_and_do_not_overlap(text: str) -> None:
    clean = clean_text(text).text
    last = 0
    for mention in find_times(clean, 0, len(clean), THURSDAY):
        assert last <= mention.start
        assert clean[mention.start : mention.end] == mention.anchor
        last = mention.end
