"""A headline glued to its report, and a lead told twice in one breath."""

from __future__ import annotations

import pytest

from according.clean.heading import heading_of, without_doubled
from according.domain.values import ZoneKind
from tests.clean.test_layout import laid_out

TITLE = "Rockets kill six villagers in Marj Monitor"
BODY = "At least six villagers were killed when rockets struck the town of Marj a monitor said."


@pytest.mark.parametrize("between", ["", "AFP ", "AFP Friday 5 May 2031 ", "Friday 5 May 2031 "])
def test_the_headline_ends_where_the_title_does(between: str) -> None:
    text = f"{TITLE} {between}{BODY}"
    heading = heading_of(text, TITLE)
    assert heading is not None
    assert text[heading.start : heading.end] == TITLE
    assert text[slice(*heading.between)] == between.strip()
    assert text[heading.body :] == BODY


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (TITLE, f"{TITLE}. {BODY}"),  # a stop ends it already
        (TITLE, BODY),
        ("Six killed in Marj", f"Six killed in Marj {BODY}"),  # too short to be sure of
        ("Six villagers were killed in Marj", "Six villagers were killed in Marj Valley on Sunday. Schools stay shut."),
        (None, BODY),
        (TITLE, ""),
    ],
)
def test_a_first_sentence_that_opens_like_the_title_is_no_headline(title: str | None, text: str) -> None:
    assert heading_of(text, title) is None


def test_the_headline_is_read_as_one_and_the_words_between_are_not_read() -> None:
    text = f"5 May 2031 {TITLE} AFP {BODY} Nobody spoke of it."
    zones = {text[s.start : s.end]: s.zone for s in laid_out(text, TITLE).sentences}
    assert zones[TITLE] is ZoneKind.HEADLINE
    assert zones["AFP"] is ZoneKind.DATELINE
    assert zones[BODY] is ZoneKind.BODY


def test_a_lead_told_twice_in_a_row_is_read_once() -> None:
    lead = "Rebels shelled the northern quarters of Marj on Friday leaving at least eleven dead"
    text = f"{lead} {lead} a monitor said."
    spans, doubled = without_doubled(text, [(0, len(text), True)])
    assert [text[first:last] for first, last, _ in spans] == [lead, f"{lead} a monitor said."]
    assert doubled == {0}
    assert [s.zone for s in laid_out(text).sentences] == [ZoneKind.REPEAT, ZoneKind.BODY]


def test_a_sentence_that_only_begins_alike_stays_whole() -> None:
    text = "The army said it had taken the northern road and the army said it had taken the southern one as well today."
    assert without_doubled(text, [(0, len(text), True)]) == ([(0, len(text), True)], set())


@pytest.mark.parametrize(
    ("tags", "body"),
    [
        ("Tags Marj Valley Airstrikes", "At least six villagers were killed in the town."),
        ("Tags Marj Valley humanitarian aid", "Four medics were killed in the town."),
        ("Tags Marj Valley Rebels", "Rockets struck the town."),
        ("Tags Marj civil defence UN Rebels", "Rockets in several areas of the town killed at least 18 people there."),
    ],
)
def test_a_pages_key_words_are_not_read(tags: str, body: str) -> None:
    zones = {
        "".join(TEXT[s.start : s.end]): s.zone
        for TEXT in (f"Nobody spoke. {tags} {body}",)
        for s in laid_out(TEXT).sentences
    }
    assert zones[tags] is ZoneKind.FURNITURE
    assert zones[body] is ZoneKind.BODY


def test_a_sentence_about_tags_is_read() -> None:
    text = "Tags on the bodies gave no names. Nobody spoke."
    assert all(s.zone is ZoneKind.BODY for s in laid_out(text).sentences)
