"""Who says what an Arabic line tells. Every sentence is invented."""

from __future__ import annotations

import pytest

from according.domain.mention import ActorMention
from according.domain.report import Sentence
from according.domain.values import ZoneKind
from according.extract.arabic.line import Line, line_of
from according.extract.arabic.speakers import said_by, speeches
from according.text.arabic import clean_text


def line(text: str) -> Line:
    return line_of(text, clean_text(text), Sentence(0, len(text), 0, ZoneKind.BODY), 0)


def speaker(text: str, word: str, last: str | None = None, actors: tuple[str, ...] = ()) -> list[str]:
    """The speakers of a word of the text; `actors` are names that the registry knows."""
    found = line(text)
    known = [ActorMention(text.index(name), name, ("known",)) for name in actors]
    return said_by(speeches(found, known, last), found.word_at(text.index(word)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال مصدر طبي إن ثلاثة عمال قُتلوا بانفجار لغم.", "مصدر طبي"),
        ("أفاد مراسل القناة المختلقة بمقتل ثلاثة عمال في المزرعة.", "مراسل القناة المختلقة"),
        ("وأوضحت مصادر محلية، أنّ ثلاثة عمال قضوا في الحقل.", "مصادر محلية"),
        ("وثّق المركز المختلق في الخامس من آذار مقتل ثلاثة عمال.", "المركز المختلق"),
        ("نقلت وكالة أنباء مختلقة عن مدير المشفى أن ثلاثة عمال أصيبوا.", "مدير المشفى"),
        ("مقتل ثلاثة عمال بقصف على الحقل، بحسب ناشطين.", "ناشطين"),
        ("مقتل ثلاثة عمال بقصف على الحقل، وفق ما ذكرت شبكة مختلقة.", "شبكة مختلقة"),
        ("ووفقاً لبيان نشره المكتب المختلق، قُتل ثلاثة عمال.", "المكتب المختلق"),
        ("مصادر أهلية أفادت بأن ثلاثة عمال أصيبوا.", "مصادر أهلية"),
        ("المصادر المحلية، أشارت إلى أن ثلاثة عمال أصيبوا.", "المصادر المحلية"),
        ("وكانت الشبكة المختلقة قد أعلنت أن ثلاثة عمال خُطفوا.", "الشبكة المختلقة"),
        ("المرصد المختلق: مقتل ثلاثة عمال في قصف.", "المرصد المختلق"),
        ("عاجل | المرصد المختلق: مقتل ثلاثة عمال في قصف.", "المرصد المختلق"),
        ("عاجل : مراسلنا : مقتل ثلاثة عمال في قصف.", "مراسلنا"),
        ("عاجل | مراسل #القناة المختلقة: مقتل ثلاثة عمال.", "مراسل #القناة المختلقة"),
        ("المركز المختلق ينفي إطلاق سراح ثلاثة عمال", "المركز المختلق"),
        ("مراسلنا نقلا عن مصادر أهلية: مقتل ثلاثة عمال.", "مصادر أهلية"),
        ("قال مسعفون بمشفى محلي إن ثلاثة عمال قُتلوا.", "مسعفون بمشفى محلي"),
        ("قال مصدر عسكري في الفصائل، لقناة مختلقة، إن ثلاثة عمال أصيبوا.", "مصدر عسكري في الفصائل"),
        ("وبحسب ما أفاد مراسلنا، فإن ثلاثة عمال أصيبوا.", "مراسلنا"),
        ("أصيب ثلاثة عمال، هذا ما قاله الناطق المختلق للصحفيين.", "الناطق المختلق"),
    ],
)
def test_the_speaker_of_what_is_told(text: str, name: str) -> None:
    assert speaker(text, "ثلاثة") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "قُتل ثلاثة عمال بقصف على الحقل.",
        "نقلت فرق الإسعاف ثلاثة عمال إلى المشفى.",
        "عنصر تابع للفصائل قتل ثلاثة عمال.",
        "بحسب المعلومات الأولية قُتل ثلاثة عمال.",
        "ريف حلب: مقتل ثلاثة عمال.",
        "#خبر #عاجل: مقتل ثلاثة عمال.",
        "القصف يهدد حياة ثلاثة عمال.",
        "لم تعلق الحكومة على مقتل ثلاثة عمال.",
    ],
)
def test_the_publisher_s_own_voice(text: str) -> None:
    assert speaker(text, "ثلاثة") == []


@pytest.mark.parametrize(
    "text",
    [
        "وأضاف أن ثلاثة عمال أصيبوا.",
        "ولفت إلى أن ثلاثة عمال أصيبوا.",
        'وتابع: "أصيب ثلاثة عمال".',
        "مشيراً إلى أن ثلاثة عمال أصيبوا.",
    ],
)
def test_the_last_speaker_is_carried_on(text: str) -> None:
    assert speaker(text, "ثلاثة", last="المرصد المختلق") == ["المرصد المختلق"]


def test_what_stands_before_a_speaker_is_not_theirs() -> None:
    text = "قُتل ثلاثة عمال في الحقل، وقال المرصد المختلق إن الطيران قصف المزرعة."
    assert speaker(text, "ثلاثة") == []
    assert speaker(text, "قصف") == ["المرصد المختلق"]


def test_the_innermost_speaker_counts() -> None:
    text = "قال المرصد المختلق إن الجيش أعلن أن ثلاثة عمال قُتلوا."
    assert speaker(text, "ثلاثة", actors=("الجيش",)) == ["الجيش"]


def test_two_speakers_joined_by_and_are_two() -> None:
    assert speaker("قال ناشطون ومصادر محلية إن ثلاثة عمال قُتلوا.", "ثلاثة") == ["ناشطون", "مصادر محلية"]


def test_a_denial_reaches_to_the_end_of_its_clause() -> None:
    text = "نفى الجيش قصف المدرسة، فيما قال ناشطون إن ثلاثة عمال قُتلوا."
    assert speaker(text, "قصف", actors=("الجيش",)) == ["الجيش"]
    assert speaker(text, "ثلاثة", actors=("الجيش",)) == ["ناشطون"]


def test_hidden_letters_do_not_hide_a_speaker() -> None:
    assert speaker("أفـ.ـاد المرصد المختلق بمقتل ثلاثة عمال.", "ثلاثة") == ["المرصد المختلق"]
