import pytest

from according.domain.mention import Mentions, PlaceMention

from .knowing import mentions


def places(text: str) -> list[PlaceMention]:
    return list(mentions(text).places)


def names(text: str) -> list[str]:
    return [mention.anchor for mention in places(text)]


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("أصيب مدنيان في بلدة حاس بريف إدلب", ["حاس", "إدلب"]),
        ("قصف على بلدة #حاس بريف #إدلب", ["حاس", "إدلب"]),
        ("غارات على محيط مدينة سراقب", ["سراقب"]),
        ("نزح سكان من حاس وسراقب في سوريا", ["حاس", "سراقب", "سوريا"]),
        ("وصلوا إلى مدينة الشحيل", ["الشحيل"]),
        ("استهدف الطيران قريتي صوران ودوير الأكراد", ["صوران", "دوير الأكراد"]),
        ("قصف مدفعي على قرية تل الزيتون شمالي حلب", ["تل الزيتون", "حلب"]),
        ("قصف على قرية “عين الحور” بريف إدلب", ["عين الحور", "إدلب"]),
        ("قصف #سراقب_إدلب في سوريا", ["سراقب", "إدلب", "سوريا"]),
    ],
)
def test_places_are_found_by_what_stands_beside_them(text: str, anchors: list[str]) -> None:
    assert names(text) == anchors


@pytest.mark.parametrize(
    "text",
    ["قال الشاب سليمان إن بيته في سوريا", "أصيب سليمان محمد في سوريا", "قصف على قرية ضمن مناطق في سوريا"],
)
def test_persons_and_words_are_no_places(text: str) -> None:
    assert names(text) == ["سوريا"]


@pytest.mark.parametrize(
    ("text", "relation", "area"),
    [
        ("في بلدة حاس بريف إدلب الجنوبي", None, "ادلب"),
        ("ريف إدلب الجنوبي: قرية حاس", None, "ادلب"),
        ("على أطراف قرية حاس", "outskirts", None),
        ("بالقرب من مدينة سراقب", "near", None),
        ("شرقي مدينة سراقب", "east of", None),
        ("بريف إدلب الشمالي", "northern countryside", None),
    ],
)
def test_what_the_phrase_says_of_a_place(text: str, relation: str | None, area: str | None) -> None:
    mention = next((m for m in places(text) if m.anchor in ("حاس", "سراقب")), places(text)[0])
    assert (mention.relation, mention.area) == (relation, area)


def test_a_name_that_the_gazetteer_lacks_keeps_the_area_that_the_phrase_gives() -> None:
    village, area = places("قصف مدفعي على قرية تل الزيتون بريف إدلب")
    assert village.candidates == ()
    assert village.area == area.anchor.replace("إ", "ا")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("قتل مدني بقصف تركي على القرية", "turkey-military"),
        ("غارة جوية روسية على البلدة", "russia-military"),
        ("قصف للاحتلال التركي على القرية", "turkey-military"),
        ("استهدفت قـ.ـسد القرية", "sdf"),
        ("قصف مصدره تركيا", "turkey-military"),
    ],
)
def test_actors_by_name_epithet_or_adjective(text: str, label: str) -> None:
    (mention,) = mentions(text).actors
    assert label in mention.actors


@pytest.mark.parametrize("text", ["وصل الوفد التركي إلى المدينة", "قصف شمال سوريا", "المسيرة السلمية في البلدة"])
def test_adjectives_and_states_that_do_nothing_are_no_actors(text: str) -> None:
    assert mentions(text).actors == ()


def test_anchors_are_those_of_the_text_as_given() -> None:
    text = "قصـ.ـف قـ.ـوات النظـام بلدة #حـاس فجر اليوم"
    found: Mentions = mentions(text)
    for mention in (*found.places, *found.actors, *found.times):
        assert text[mention.start : mention.end] == mention.anchor
    assert [m.anchor for m in found.places] == ["حـاس"]
    assert [m.date.iso() for m in found.times if m.date] == ["2031-09-18"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("صفحة الأخبارSeptember 12, 2031 · Shared with Publicأصيب طفل اليوم في حاس", "2031-09-12"),
        ("عنوان الخبر\n\nالأربعاء, 10 سبتمبر, 2031 - 10:11 م\n\nأصيب طفل اليوم في حاس.", "2031-09-10"),
        ("عنوان الخبر\n\nنشرت في: 09/09/2031 - 09:03\n\nأصيب طفل اليوم في حاس.", "2031-09-09"),
        ("أصيب طفل اليوم في حاس.", "2031-09-18"),
    ],
)
def test_the_day_that_today_means(text: str, day: str) -> None:
    assert day in [mention.date.iso() for mention in mentions(text).times if mention.date]
