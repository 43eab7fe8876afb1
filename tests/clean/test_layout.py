"""Which parts of a text are read: every rule on invented pages, and what holds for any text at all."""

from __future__ import annotations

import time
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.clean import layout_of, report_of
from according.domain.report import Capture, Layout
from according.domain.values import ZoneKind
from according.vocab.furniture import phrases

LEAD = "At least four civilians were killed in an air strike on the invented town, residents said on Sunday."
MORE = "The raids also wounded five fighters and knocked an underground hospital out of action, they added."
THIRD = "The army denied that its aircraft had been in the area at the time, a spokesman told reporters."


def laid_out(text: str, title: str | None = None) -> Layout:
    return layout_of(report_of(Capture(text, "r1", "0" * 64, 0, 1, "text/1", "in.txt", title=title)))


def zones(text: str, title: str | None = None) -> dict[str, ZoneKind]:
    """Each sentence with its zone; the last one counts where a sentence stands twice."""
    return {text[s.start : s.end]: s.zone for s in laid_out(text, title).sentences}


def read(text: str, title: str | None = None) -> list[str]:
    return [text[s.start : s.end] for s in laid_out(text, title).sentences if s.readable]


def test_a_repeated_headline_is_read_once() -> None:
    head = "Hundreds of families flee the town as strikes resume"
    text = f"{head}\n\n{head}\n\n{head}\n\n{LEAD}"
    found = [s.zone for s in laid_out(text, head).sentences]
    assert found == [ZoneKind.HEADLINE, ZoneKind.REPEAT, ZoneKind.REPEAT, ZoneKind.BODY]
    assert read(text) == [head, LEAD]


def test_a_headline_cut_short_above_the_whole_post_is_not_read() -> None:
    text = "At least four civilians were killed in an...\nA Channel\n" + LEAD + "\n" + MORE
    assert read(text) == ["A Channel", LEAD, MORE]


def test_long_sentences_are_read_once_and_short_ones_as_often_as_they_stand() -> None:
    text = f"{LEAD} Two people were wounded. {MORE}\n\n{THIRD} {LEAD} Two people were wounded."
    assert read(text) == [LEAD, "Two people were wounded.", MORE, THIRD, "Two people were wounded."]


def test_glued_sentences_are_split() -> None:
    text = "Russia will have most to say in whether the attack goes ahead.but the minister struck a hawkish note."
    assert [text[s.start : s.end] for s in laid_out(text).sentences] == [
        "Russia will have most to say in whether the attack goes ahead.",
        "but the minister struck a hawkish note.",
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\u2028"])
def test_closing_headlines_of_other_reports_are_a_tail(gap: str) -> None:
    tail = ["Parliament calls on neighbours to help find suspects", "City police name officer who shot and killed man"]
    text = f"{LEAD}\n\n{MORE}\n\n{THIRD}\n\n" + gap.join(tail)
    assert read(text) == [LEAD, MORE, THIRD]
    assert [zones(text)[line] for line in tail] == [ZoneKind.TAIL] * 2


def test_one_closing_line_is_a_tail_only_when_it_is_about_something_else() -> None:
    other = "Bakers of the capital begin a strike over flour"
    same = "Four civilians killed in air strike on invented town"
    assert read(f"{LEAD}\n{MORE}\n{other}") == [LEAD, MORE]
    assert read(f"{LEAD}\n{MORE}\n{same}") == [LEAD, MORE, same]


def test_a_closing_list_is_no_tail() -> None:
    lists = [
        "The toll by town:\nHass 4 killed\nKafr Nabl 2 killed",
        "• Four killed in Hass\n• Two killed in Kafr Nabl",
        "1. Four killed in Hass\n2. Two killed in Kafr Nabl",
        "- Four killed in Hass\n- Two killed in Kafr Nabl",
    ]
    for one in lists:
        assert read(f"{LEAD}\n{MORE}\n{one}") == [LEAD, MORE, *one.split("\n")]


def test_a_post_without_any_stop_is_read_whole() -> None:
    text = "Air strike on Hass\nFour killed and two wounded\nRescuers at work\nDetails follow"
    assert read(text) == text.split("\n")


def test_menus_are_not_read_and_the_headline_behind_them_is() -> None:
    head = "Refinery shut down after heavy damage in missile strike"
    menu = "Opinions\nMagazine\nSports\nFood\nWeather\nPodcasts\nContact us\nTen killed in other town"
    text = f"{menu}\n{head}\nThe company says three were killed"
    assert read(text, head) == [head, "The company says three were killed"]


def test_a_list_of_names_behind_a_colon_is_no_menu() -> None:
    names = "\n".join(f"Invented Person {word}" for word in "One Two Three Four Five Six Seven".split())
    assert read(f"{LEAD}\nThe names of the dead:\n{names}\n{MORE}") == [
        LEAD,
        "The names of the dead:",
        *names.split("\n"),
        MORE,
    ]


def test_a_menu_amid_paragraphs_is_not_read() -> None:
    menu = "Ten killed in the north\nNine killed in the south\nElections near\nFlour is dear\nRain expected\nCup final tonight"
    assert read(f"{LEAD}\n{menu}\n{MORE}") == [LEAD, MORE]


@pytest.mark.parametrize(
    "opener",
    [
        "Related news",
        "Read also:",
        "Read more",
        "Next Post",
        "Trending",
        "مقالات ذات صلة",
        "اقرأ أيضاً:",
        "مقالات مشابهة",
    ],
)
def test_a_block_of_other_reports_ends_at_the_next_paragraph(opener: str) -> None:
    text = f"{LEAD}\n{MORE}\n{opener}\nTen killed in other town\nNine killed elsewhere\n{THIRD}"
    assert read(text) == [LEAD, MORE, THIRD]
    assert zones(text)["Nine killed elsewhere"] is ZoneKind.TAIL


def test_the_related_report_may_stand_on_the_same_line() -> None:
    assert read(f"{LEAD}\nRead also: Ten killed in other town\n{MORE}") == [LEAD, MORE]


@pytest.mark.parametrize("opener", ["Comments", "Leave a reply", "All reactions: 17", "التعليقات", "اترك تعليقاً"])
def test_comments_are_never_read(opener: str) -> None:
    text = (
        f"{LEAD}\n{MORE}\n{THIRD}\n{opener}\nI heard that a hundred people were killed there, may they rest in peace."
    )
    assert read(text) == [LEAD, MORE, THIRD]


@pytest.mark.parametrize(
    "line",
    [
        "Share this story",
        "Copyright 2031 Invented Wire",
        "© 2031 Invented Wire",
        "3 Retweets",
        "1.2K views",
        "Reporting by Some Body",
        "Source: Invented Wire",
        "By Some Body and Another Body",
        "Some Body @some_body",
        "Follow us on social media",
        "Tags: strike, town",
        "شارك هذا الموضوع:",
        "جميع الحقوق محفوظة",
        "12 تعليقات",
    ],
)
def test_page_lines_are_not_read(line: str) -> None:
    text = f"{LEAD}\n{line}\n{MORE}"
    assert read(text) == [LEAD, MORE]
    assert zones(text)[line] is ZoneKind.FURNITURE


@pytest.mark.parametrize(
    "line",
    [
        "Sources: ten people were killed in the strike on the market",
        "Shares of the dead were children.",
        "Published photos show that three people were killed there.",
        "Comments by the minister about ten dead made people angry.",
        "Related deaths rose to ten, the hospital said on Monday.",
        "By Sunday evening ten people had died",
        "المزيد من الضحايا: مقتل عشرة مدنيين في القصف.",
    ],
)
def test_sentences_that_begin_like_page_lines_are_read(line: str) -> None:
    assert line in "\n".join(read(f"{LEAD}\n{line}\n{MORE}"))


def test_captions_are_read_when_they_say_something() -> None:
    text = f"{LEAD}\nPhoto: a house in the invented town where six people died\nPhoto: Some Body\n{MORE}"
    found = zones(text)
    assert found["Photo: a house in the invented town where six people died"] is ZoneKind.CAPTION
    assert found["Photo: Some Body"] is ZoneKind.FURNITURE


@pytest.mark.parametrize(
    "page",
    [
        "Related News Ten killed in other town Nine killed elsewhere",
        "Related Ten Killed In Other Town Nine Killed Elsewhere",
        "Copyright 2031 Invented Wire Ten killed in other town",
        "Read more: Ten killed in other town",
        "All reactions:171.7K44 commentsLikeCommentMost relevantSome Body ten were killed1y",
        "6:08 PM · Nov 28, 20311.8KViews10411",
    ],
)
def test_page_text_glued_to_the_end_is_cut_off(page: str) -> None:
    text = f"{LEAD} {MORE} {THIRD} {page}"
    assert read(text) == [LEAD, MORE, THIRD]


def test_page_text_glued_to_the_beginning_of_a_post_is_cut_off() -> None:
    text = f"A Channel Verified accountNovember 30, 2031 · Shared with Public{LEAD} {MORE}"
    assert read(text) == [LEAD, MORE]


POST = "مقتل ثلاثة مدنيين بقصف مدفعي على القرية المختلقة، بحسب مصادر محلية."


def test_a_post_is_over_at_its_reactions_however_long_the_comments_are() -> None:
    comments = "فلان الفلانيالله يرحمهم1yفلانة1y2View all 3 replies" * 60
    text = f"{POST}All reactions:1.2K119 comments8 sharesLikeCommentMost relevant\ufeff{comments}"
    assert read(text) == [POST]


@pytest.mark.parametrize(
    "tail",
    [
        "9:16 AM · Aug 19, 2031·Twitter for Android88 Retweetsقارئ@reader·7hReplying to @someنعم قتل عشرة",
        "Translate Tweet8:39 AM · Aug 19, 2031",
        "12:31 PM · Jul 16, 2031683.6KViews76236\n\nقارئ@readerJul 16, 2031قتل عشرة هناك",
        "LikeComment",
    ],
)
def test_what_a_site_writes_under_a_post_is_not_read(tail: str) -> None:
    assert read(POST + tail) == [POST]


@pytest.mark.parametrize(
    "head",
    [
        "صفحة مختلقة@a_page",
        "Conversationصفحة مختلقة@a_page·13m",
        "صفحة مختلقة@a_pageJul 16, 2031",
        "صفحة مختلقة Verified accountNovember 30, 2031 · Shared with Public",
        "page.example Verified accountNovember 30, 2031 · Shared with Public",
        "فلان is with فلان آخر.July 16, 2031 · Shared with Public",
        "Facebookصفحة مختلقة's Post\n\n",
        "9m9 minutes ago\n",
    ],
)
def test_what_a_site_writes_above_a_post_is_not_read(head: str) -> None:
    assert read(head + POST) == [POST]


def test_a_handle_in_a_sentence_is_no_chrome() -> None:
    text = "قال الناشط @a_person إن ثلاثة مدنيين قتلوا في القرية المختلقة."
    assert read(text) == [text]


def test_a_shared_post_is_read_up_to_its_chrome_and_behind_it() -> None:
    other = "إصابة خمسة عمال في انفجار لغم."
    text = f"صفحةJuly 16, 2031 · Shared with Public{POST}أخرى Verified accountJuly 15, 2031 · Shared with Public{other}"
    assert [line for line in read(text) if line != "أخرى"] == [POST, other]


def test_a_preview_glued_to_a_name_above_the_whole_post_is_not_read() -> None:
    text = f"صفحة مختلقة - مقتل ثلاثة مدنيين بقصف...\nFacebookصفحة مختلقة's Post\n\nصفحة مختلقةMay 2, 2031 · Shared with Public{POST}"
    assert read(text) == [POST]


def test_related_events_in_a_sentence_are_no_page_text() -> None:
    text = f"{LEAD} {MORE} Related attacks killed ten people, the monitor said. {THIRD}"
    assert "Related attacks killed ten people, the monitor said." in read(text)


def test_a_dateline_on_a_line_of_its_own_is_not_read() -> None:
    text = f"A headline of some words\nKABUL, Afghanistan (Sept. 11, 2031)\n\n{LEAD}\n{MORE}"
    assert zones(text)["KABUL, Afghanistan (Sept. 11, 2031)"] is ZoneKind.DATELINE


def test_every_phrase_of_the_list_is_of_a_known_kind_and_stands_once() -> None:
    kinds = "line menu opens label tail end inline chrome counted credit agency".split()
    every = [phrase for kind in kinds for phrase in phrases(kind)]
    from according.vocab.furniture import source

    assert len(every) == sum(bool(line.strip()) and not line.startswith("#") for line in source().splitlines())
    for kind in kinds:
        assert len(set(phrases(kind))) == len(phrases(kind)) > 0


def check(text: str, title: str | None = None) -> Layout:
    """What holds for every layout (domain: Layout): ordered, disjoint, every visible character covered once."""
    found = laid_out(text, title)
    covered = 0
    for sentence in found.sentences:
        assert covered <= sentence.start < sentence.end <= len(text)
        assert not text[covered : sentence.start].strip()
        assert not text[sentence.start].isspace()
        assert not text[sentence.end - 1].isspace()
        covered = sentence.end
    assert not text[covered:].strip()
    numbers = [sentence.paragraph for sentence in found.sentences]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(set(numbers))))
    return found


PIECES = st.sampled_from(
    [LEAD, MORE, "Four killed", "Read more", "Related News", "Comments", "ahead.but", "Gen. Smith", "\n", "\r\n", " ", "...", ".", '"',
     "Shared with Public", "All reactions:", "\u2028", "قصف.ثم", "قـ.ـصف", "Invented sample:", "KABUL (AP) -", "U.S.", "\t", "\x85", "[1]", "؟"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join), st.one_of(st.none(), PIECES))
def test_every_layout_covers_its_text_in_order(text: str, title: str | None) -> None:
    check(text, title)


@given(st.text(max_size=200))
def test_any_text_has_a_layout(text: str) -> None:
    check(text, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "." * 1_000_000,
        "[" * 10_000,
        "(" * 10_000 + ")" * 10_000,
        '."' * 200_000,
        "A" * 1_000_000,
        "FOUR PEOPLE WERE KILLED " * 40_000,
        "four people were killed " * 40_000,
        "Four killed\n" * 80_000,
        "Read more\n" * 100_000,
        f"Read more\n{LEAD}\n" * 8_000,
        "; " * 300_000,
        " \n" * 500_000,
        "Shared with Public" * 40_000,
        "a.b" * 300_000,
        "قـ.ـصف " * 100_000,
        "A-AA-" * 100_000,
        "1. " * 300_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_odd_texts_take_linear_time(text: str) -> None:
    began = time.process_time()
    check(text, text[:100_000])
    assert time.process_time() - began < 10 * max(1, len(text) / 1_000_000)


def test_a_long_report_takes_time_in_proportion_to_its_length() -> None:
    def seconds(times: int) -> float:
        text = "\n".join(f"{LEAD} {MORE} Case {n}.\n{THIRD}" for n in range(times))
        began = time.process_time()
        laid_out(text)
        return time.process_time() - began

    seconds(100)
    short, long = seconds(700), seconds(7_000)
    assert long < 40 * max(short, 0.01)


def test_the_text_is_never_changed() -> None:
    text = dedent("""
        Invented sample: four killed.but five hurt

        Comments
    """)
    assert report_of(Capture(text, "r", "0" * 64, 0, 1, "text/1", "in.txt")).text == text
