"""Saved pages: the article's words and what the page declares, nothing guessed."""

from __future__ import annotations

import pytest

from tests.collect.gathering import Gather

BODY = (
    "<article><h1>Four killed in strike</h1><p>Invented sample: At least four civilians were killed &amp; two injured "
    "in the town, residents said on Sunday. It was &#8220;the worst day&#8221;.</p><p>On 15 March 2011 a protest was "
    "held in the same <b>square</b>.</p></article>"
)


def page(head: str = "", body: str = BODY) -> bytes:
    return f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>".encode()


def test_scripts_menus_and_entities_are_no_words(gather: Gather) -> None:
    around = "<nav><a href=/>Home</a></nav><script>var x = 'ten killed'</script>{}<footer>Copyright 2029</footer>"
    found = gather("in.html", page("<script>document.write('nine killed')</script>", around.format(BODY)))
    (capture,) = found.captures
    assert found.problems == []
    assert "killed & two injured" in capture.text
    assert "“the worst day”" in capture.text
    assert "ten killed" not in capture.text
    assert "nine killed" not in capture.text
    assert "<" not in capture.text
    assert "\n" in capture.text
    assert (capture.given_id, capture.lang, capture.byte_start) == ("in", "en", 0)
    assert found.records == [page("<script>document.write('nine killed')</script>", around.format(BODY))]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2031-03-05T10:00:00+03:00">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2031-03-05T10:00:00+03:00"}]}</script>',
        '<script type="application/ld+json">[{"@type": "NewsArticle", "datePublished": "2031-03-05T10:00:00+03:00"}]</script>',
        '<meta itemprop=datePublished content="2031-03-05T10:00:00+03:00">',
    ],
)
def test_the_date_is_the_declared_one(gather: Gather, head: str) -> None:
    found = gather("in.html", page(head))
    assert found.captures[0].published == "2031-03-05T10:00:00+03:00"


@pytest.mark.parametrize(
    "head", ["", '<meta name=date content="last week">', "<script type=application/ld+json>{</script>"]
)
def test_a_date_that_is_not_declared_is_not_guessed(gather: Gather, head: str) -> None:
    found = gather("in.html", page(head, BODY + "<p>Updated 2020-06-07</p>"))
    assert found.captures[0].published is None
    assert found.problems == []


def test_the_publisher_and_the_address_are_the_declared_ones(gather: Gather) -> None:
    head = (
        "<title>Four killed</title><meta property=og:site_name content='Invented Wire'>"
        "<meta property=og:url content='https://example.invalid/4'>"
    )
    (capture,) = gather("in.html", page(head)).captures
    assert (capture.publisher, capture.url) == ("Invented Wire", "https://example.invalid/4")
    assert capture.title


@pytest.mark.parametrize(
    "data", [b"<p>Invented sample: four people were killed.</p>", b"<html>Invented sample: four killed"]
)
def test_a_piece_of_a_page_is_read(gather: Gather, data: bytes) -> None:
    found = gather("in.htm", data)
    assert "Invented sample: four" in found.texts[0]


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body></body></html>",
        b"<html><script>var a = 1</script>",
        b"<!--",
        b"<div>" * 20_000 + b"words" + b"</div>" * 20_000,
    ],
)
def test_a_page_without_words_is_told(gather: Gather, data: bytes) -> None:
    found = gather("in.html", data)
    assert found.captures == []
    assert found.codes == ["no-text-in-page"]


def test_the_declared_encoding_is_used_and_is_no_problem(gather: Gather) -> None:
    words = "نموذج مختلق: مقتل أربعة مدنيين بقصف على القرية، بحسب مصادر محلية."
    data = f"<html><head><meta charset=windows-1256></head><body><p>{words}</p></body></html>".encode("cp1256")
    found = gather("in.html", data)
    assert (found.texts, found.problems) == ([words], [])


def test_a_page_too_long_is_told(gather: Gather, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("according.collect.files.LARGEST_PAGE", 100)
    assert gather("in.html", page()).codes == ["report-too-long"]
