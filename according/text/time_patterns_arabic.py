"""The shapes of Arabic time expressions in clean text (`arabic.clean_text`): one named pattern a rule.

What they mean is in time_spans_arabic.py. Every expression holds one of the words of `HINT`, which is searched first.
Spellings are the clean ones: ا for every alef, ه for the ta marbuta, ي for the final alef, digits as 0-9.
"""

from __future__ import annotations

import re

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "كانون الثاني|كانون ثاني|يناير|جانفي",
            "شباط|فبراير|فيفري",
            "اذار|مارس",
            "نيسان|ابريل|افريل",
            "ايار|مايو|ماي",
            "حزيران|يونيو|يونيه|جوان",
            "تموز|يوليو|يوليه|جويليه",
            "اب|اغسطس|اوت",
            "ايلول|سبتمبر",
            "تشرين الاول|تشرين اول|اكتوبر",
            "تشرين الثاني|تشرين ثاني|نوفمبر",
            "كانون الاول|كانون اول|ديسمبر",
        ),
        1,
    )
    for name in names.split("|")
}
"""Levantine, Egyptian and Maghreb names."""
WORDS_TOO = frozenset("اب مارس ماي جوان اوت يوليه جانفي فيفري".split())
"""Months whose names are ordinary words or names too ("father", "practised"): only beside a day or a year."""
DAYS: dict[str, int] = {
    "الاثنين": 0, "الثلاثاء": 1, "الاربعاء": 2, "الخميس": 3, "الجمعه": 4, "السبت": 5, "الاحد": 6,
    "الثلاثا": 1, "الاربعا": 2,
}  # fmt: skip
HIJRI_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "محرم|المحرم",
            "صفر",
            "ربيع الاول|ربيع اول",
            "ربيع الثاني|ربيع الاخر|ربيع ثاني",
            "جمادي الاولي|جمادي الاول|جمادي اولي",
            "جمادي الاخره|جمادي الثانيه|جمادي الاخر|جمادي الثاني",
            "رجب",
            "شعبان",
            "رمضان",
            "شوال",
            "ذي القعده|ذو القعده",
            "ذي الحجه|ذو الحجه",
        ),
        1,
    )
    for name in names.split("|")
}
COUNTS: dict[str, int] = {
    word: number
    for number, words in {
        2: "اثنين|اثنتين|يومين|اسبوعين|شهرين|عامين|سنتين|ساعتين", 3: "ثلاثه|ثلاث", 4: "اربعه|اربع", 5: "خمسه|خمس",
        6: "سته|ست", 7: "سبعه|سبع", 8: "ثمانيه|ثماني", 9: "تسعه|تسع", 10: "عشره|عشر",
    }.items()
    for word in words.split("|")
}  # fmt: skip


def _any(names: object) -> str:
    return "(?:" + "|".join(sorted((str(name) for name in names), key=len, reverse=True)) + ")"  # type: ignore[attr-defined]


_PLAIN_DAY = _any(name.removeprefix("ال") for name in DAYS)
MONTH, DAY, HIJRI = _any(MONTHS), _any(DAYS), _any(HIJRI_MONTHS)
_PLAIN_MONTH = _any(name for name in MONTHS if name not in WORDS_TOO)
_WORDS_TOO = _any(WORDS_TOO - {"اب"})
_NUMBER = _any(COUNTS)
_END = r"(?![^\W\d_])"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_JOINED = r"[وف]?[بلك]?"
"""What Arabic writes onto the next word."""
_PART = r"(?:فجر|صباح|ظهر|ظهيره|عصر|مساء|مسا|ليل|ليله|نهار|ضحي|غروب|سحر|منتصف\s+(?:ليل|ليله|نهار)|قبيل|يوم|ساعات|اول|اواخر|وقت|خلال|مع|بعد|قبل)"
_PARTS = rf"(?:(?:{_JOINED}(?:ال)?{_PART})\s+(?:من\s+)?){{0,3}}"
_LAST = r"(?:الماضي(?:ه|ين)?|الفايت(?:ه)?|المنصرم(?:ه)?|الاخير(?:ه|ين)?|المنقضي(?:ه)?|السابق(?:ه)?)"
_THIS = r"(?:الجاري(?:ه)?|الحالي(?:ه)?|هذا)"
_NEXT = r"(?:القادم(?:ه)?|المقبل(?:ه)?)"
_WHICH = rf"(?:{_LAST}|{_THIS}|{_NEXT})"
_START = r"(?:مطلع|بدايه|بدء|اول|اوايل|منتصف|نهايه|اواخر|حلول)"
_THE_YEAR = rf"(?:(?:ال)?(?:عام|سنه)\s*,?\s*)?(?:{_YEAR})\s*م?"
_ON_DAY = rf"{_PARTS}{_JOINED}{DAY}\s*[,/]?\s*"
_SECOND_NAME = rf"(?:\s*[/(-]\s*{MONTH}\)?)?"
""" "تشرين الثاني/ نوفمبر": the same month in both calendars' words."""

EXPRESSIONS: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?:{_ON_DAY})?(?<!\d)(?P<iy>{_YEAR[:-6]})\s?[-/.]\s?(?P<im>\d{{1,2}})\s?[-/.]\s?(?P<id>\d{{1,2}})(?!\d)"),
    ("slashed", rf"(?:{_ON_DAY})?(?<!\d)(?P<sd>\d{{1,2}})\s?[-/.]\s?(?P<sm>\d{{1,2}})\s?[-/.]\s?(?P<sy>{_YEAR})"),
    ("between_days", rf"(?:{_JOINED}(?:بين|من))\s+(?:يومي?\s+)?(?P<w1>{DAY})\s*(?:و\s?|الي\s+|حتي\s+)(?:يوم\s+)?(?P<w2>{DAY}){_END}"),
    ("between_years", rf"{_JOINED}بين\s+(?:عامي|العامين|سنتي|عام)\s+(?P<y1>{_YEAR})\s*(?:و|الي|-)\s*(?:عام\s+)?(?P<y2>{_YEAR})"),
    (
        "between",
        rf"(?:{_JOINED}(?:بين|من))\s+(?:يومي?\s+)?(?P<b1d>\d{{1,2}})\s*(?:(?P<b1m>{MONTH})\s*)?(?:و|الي|حتي|-)\s*(?P<b2d>\d{{1,2}})"
        rf"\s*(?:من\s+)?(?:شهر\s+)?(?P<b2m>{MONTH}){_SECOND_NAME}(?:\s*[/,]?\s*(?:من\s+)?(?:ال)?(?:عام\s+|سنه\s+)?(?P<b2y>{_YEAR}))?{_END}",
    ),
    ("night_between", rf"{_JOINED}ليله?\s+(?P<n1>{DAY})\s*(?:[-/]|علي)\s*(?P<n2>{DAY}){_END}"),
    (
        "hijri",
        rf"(?:{_PARTS}{_JOINED}(?P<hw>{DAY})\s*[,/]?\s*)?(?P<hd>\d{{1,2}})\s*[/-]?\s*(?:من\s+)?(?:شهر\s+)?(?P<hm>{HIJRI})"
        rf"(?:\s*[/,-]?\s*(?:ل?عام\s+|ل?سنه\s+)?(?P<hy>1[34]\d\d)(?!\d)\s*(?:هـ?|هجري(?:ه)?)?)?{_END}",
    ),
    ("hijri_month", rf"{_JOINED}شهر\s+(?P<hmonth>{HIJRI})(?:\s+(?:ل?عام\s+)?(?P<hmyear>1[34]\d\d)(?!\d)\s*(?:ه|هجري)?)?{_END}"),
    (
        "dmy",
        rf"(?P<dsince>{_JOINED}منذ\s+)?{_PARTS}(?:{_JOINED}(?P<drel>اليوم|امس)\s+)?(?:{_JOINED}(?P<dw>{DAY})\s*[,/]?\s*)?(?:الموافق\s+(?:ل\s*)?)?"
        rf"(?:{_JOINED}(?:ال|تاريخ)\s*)?(?<!\d)(?P<dd>\d{{1,2}})\s*[/-]?\s*(?:من\s+)?(?:شهر\s+)?(?P<dm>{MONTH}){_SECOND_NAME}"
        rf"(?:\s*[/,-]?\s*(?:من\s+)?(?P<dy>{_THE_YEAR})|\s+(?P<dwhich>{_WHICH}))?{_END}",
    ),
    ("mdy", rf"(?:{_ON_DAY})?{_JOINED}(?P<mm>{MONTH})\s+(?P<md>\d{{1,2}})(?!\d)\s*,?\s*(?P<my>{_YEAR})"),
    (
        "day_of_month",
        rf"{_PARTS}(?:{_JOINED}(?P<ow>{DAY})\s*,?\s*)?(?:{_JOINED}ال\s*)?(?<!\d)(?P<od>\d{{1,2}})\s+(?:من\s+)?(?P<othis>هذا\s+)?الشهر(?:\s+(?P<owhich>قبل\s+الفايت|{_WHICH}))?{_END}",
    ),
    (
        "day_and_number",
        rf"{_PARTS}(?:{_JOINED}(?P<xrel>اليوم|امس)\s+)?(?:{_JOINED}(?P<xw>{DAY})\s*,?\s*|(?<!\w){_JOINED}تاريخ\s+|(?<!\w){_JOINED}يوم\s+)"
        rf"(?P<x1>\d{{1,2}})\s?[/-]\s?(?P<x2>\d{{1,2}})(?![\d/-])",
    ),
    (
        "month_year",
        rf"(?P<msince>{_JOINED}منذ\s+)?(?:(?:{_JOINED}{_START})\s+)?(?:{_JOINED}شهر\s+)?{_JOINED}(?P<nm>{MONTH}){_SECOND_NAME}\s*[/,]?\s*(?:من\s+)?(?P<ny>{_THE_YEAR})",
    ),
    (
        "month",
        rf"(?P<osince>{_JOINED}منذ\s+)?(?:(?:{_JOINED}{_START})\s+)?(?P<oword>{_JOINED}شهر\s+|(?<!\w)(?:في|خلال|من|منذ)\s+(?:شهر\s+)?)?(?:{_JOINED}(?P<om>{_PLAIN_MONTH})|(?<=(?:في|هر) )(?P<om2>{_WORDS_TOO})){_SECOND_NAME}"
        rf"(?:\s+(?P<owhich2>{_WHICH}))?{_END}",
    ),
    (
        "year",
        rf"(?P<ysince>{_JOINED}منذ\s+)?(?:{_JOINED}{_START}\s+)?{_JOINED}(?:ال)?(?:عام|سنه|اعوام)\s+(?P<yy>{_YEAR})(?:\s*-\s*(?P<yend>{_YEAR}))?",
    ),
    (
        "this_period",
        rf"(?P<tsince>{_JOINED}منذ\s+)?(?:{_JOINED}(?P<tstart>{_START})\s+)?{_JOINED}(?:هذا\s+|هذه\s+)?(?P<tunit>الاسبوع|الشهر|العام|السنه)(?:\s+(?P<twhich>قبل\s+الفايت|{_WHICH}))?{_END}",
    ),
    (
        "past_hours",
        rf"(?:{_JOINED}(?:خلال|في|غضون|اخر)\s+)+(?:ال\s*)?(?:(?P<h1>\d{{1,2}})\s+ساعه|الساعات\s+(?:ال\s*)?(?P<h2>\d{{1,2}}))(?:\s+{_LAST})?{_END}"
        rf"|(?:{_JOINED}(?:خلال|في)\s+)?الساعات\s+(?:القليله\s+)?{_LAST}",
    ),
    (
        "past_days",
        rf"(?:{_JOINED}(?:خلال|في|اخر)\s+)+(?:ال\s*)?(?:(?P<pdual>اليومين|يومين)|(?:الايام\s+)?(?:ال\s*)?(?P<pn>\d{{1,2}}|{_NUMBER})(?:\s+ايام)?)\s+{_LAST}{_END}",
    ),
    (
        "ago",
        rf"(?:{_JOINED}(?:قبل|منذ))\s+(?:(?P<adual>يومين|اسبوعين|شهرين|عامين|سنتين)|(?P<aone>يوم|اسبوع|شهر|عام|سنه)(?!\s+\d)(?:\s+واحده?)?|"
        rf"(?P<an>\d{{1,3}}|{_NUMBER})\s+(?P<aunit>ايام|يوما|اسابيع|اشهر|شهرا|اعوام|سنوات|سنين|عاما|سنه)){_END}",
    ),
    (
        "just_now",
        rf"(?:{_JOINED}(?:قبل|منذ))\s+(?:قليل|قليله|لحظات|دقايق|ساعه|ساعات|ساعتين|ظهر\s+اليوم|(?:\d{{1,2}}|{_NUMBER})\s+(?:دقايق|دقيقه|ساعات|ساعه))(?:\s+(?:من\s+الان|قليله))?{_END}",
    ),
    (
        "vague",
        rf"(?:{_JOINED}(?:قبل|منذ|خلال|في))\s+(?:ايام|اسابيع|اشهر|شهور|اعوام|سنوات|سنين|عقود|(?:الايام|الاسابيع|الاشهر|السنوات|الاعوام)\s+(?:القليله\s+)?{_LAST}){_END}",
    ),
    ("recurring", rf"{_JOINED}(?:كل\s+(?:يوم|اسبوع|شهر|عام|سنه|{_PLAIN_DAY})|يوميا|اسبوعيا|شهريا|سنويا){_END}"),
    ("other_day", rf"{_JOINED}(?:اليوم\s+(?:ال(?:سابق|تالي|نفسه|ذي|اول|ثاني|ثالث|رابع|خامس|سادس|سابع|عاشر|اخير)|نفسه|ذاته)|(?:حتي|الي)\s+اليوم){_END}"),
    ("in_a_row", rf"لليوم\s+ال\w+\s+علي\s+التوالي{_END}"),
    ("before_yesterday", rf"{_PARTS}{_JOINED}(?:اول|قبل)\s+(?:من\s+)?امس{_END}|{_JOINED}اول\s+البارحه{_END}"),
    ("since_today", rf"{_JOINED}منذ\s+(?:(?:ساعات|صباح|فجر|ظهر|مساء|ليل|الصباح|منتصف)\s+)*(?:الصباح|الفجر|اليوم)(?:\s+الباكر|\s+الاولي)?{_END}"),
    ("since_yesterday", rf"{_JOINED}منذ\s+(?:(?:يوم|ليله|مساء|فجر|صباح|ظهر|ليل)\s+)*(?:امس|البارحه){_END}"),
    ("since_day", rf"{_JOINED}منذ\s+(?:(?:يوم|ليله|مساء|فجر|صباح|ظهر|ليل)\s+)*(?P<sw>{DAY})(?:\s+{_LAST})?{_END}"),
    ("yesterday", rf"{_PARTS}{_JOINED}(?:(?:ال)?امس|البارحه|الليله\s+{_LAST})(?:\s+{_JOINED}(?P<yw>{DAY}))?{_END}"),
    ("today", rf"{_PARTS}(?:هذا\s+|هذه\s+)?{_JOINED}(?:اليوم|الليله)(?:\s+(?P<tw>{DAY}))?{_END}|هذا\s+(?:الصباح|المساء|الفجر){_END}"),
    ("tomorrow", rf"(?:{_JOINED}يوم\s+)?غدا{_END}|{_JOINED}يوم\s+غد{_END}|يوم\s+الغد{_END}"),
    ("weekday", rf"{_PARTS}{_JOINED}(?P<wday>{DAY})(?:\s+(?P<wwhich>{_WHICH}))?{_END}"),
)  # fmt: skip
"""Name and pattern, in the order in which they are tried at a word: the longer of two that begin alike comes first."""

ANY = re.compile("|".join(f"(?P<x_{name}>{pattern})" for name, pattern in EXPRESSIONS))
HINT = re.compile(
    rf"\d\s?[-/.]\s?\d|(?:{MONTH}|{DAY}|{HIJRI}|اليوم|لليوم|اليومين|كل يوم|كل اسبوع|كل شهر|كل عام|امس|البارحه|الليله|قليل|قليله|لحظات|دقايق|دقيقه|ساعه|ساعات|ساعتين"
    r"|الساعات|يومين|ايام|اسبوع|اسبوعين|الاسبوع|شهر|شهرين|الشهر|عام|عامي|العام|العامين|سنه|سنتين|السنه|اعوام|سنوات|سنين|الايام|الاسابيع"
    r"|الاشهر|السنوات|الاعوام|اسابيع|اشهر|شهور|عقود|يوميا|اسبوعيا|شهريا|سنويا|الصباح|المساء|الفجر|غدا|غد|الغد)" + _END
)
