"""A saved web page: its article's text, with what the page itself declares about it. Nothing is guessed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

from according.collect.records import iso_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

LARGEST_PAGE = 10_000_000
"""Bytes of a page: taking an article out takes about two seconds a million."""
LONGEST_HEADLINE = 20
"""Words."""
_DATE_NAMES = frozenset(
    """article:published_time og:published_time og:article:published_time datepublished date dc.date dc.date.issued
    dcterms.date dcterms.created pubdate publishdate publish-date publication_date parsely-pub-date sailthru.date""".split()
)
_SITE_NAMES = frozenset({"og:site_name", "application-name"})
_ADDRESS_NAMES = frozenset({"og:url"})


def article_of(page: str) -> dict[str, str | None] | None:
    """The article's text, title, publisher, published, url and lang; None where the page holds no words but those of links.

    The date is the one that the page declares for the article, never one that stands somewhere in its text.
    """
    import trafilatura
    from lxml import html  # type: ignore[import-untyped]

    whole = page if "<body" in page[:200_000].lower() else f"<html><body><article>{page}</article></body></html>"
    found = trafilatura.bare_extraction(
        whole, with_metadata=True, include_comments=False, include_tables=True, config=_settings()
    )
    text = ("" if found is None or isinstance(found, dict) else found.text or "").strip()
    if found is None or isinstance(found, dict) or not text:
        return None
    tree = html.fromstring(whole.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    if _only_links(text, tree):
        return None
    return {
        "text": text,
        "title": found.title or None,
        "publisher": _meta(tree, _SITE_NAMES) or found.sitename or None,
        "published": _published(tree),
        "url": _meta(tree, _ADDRESS_NAMES) or found.url or None,
        "lang": tree.get("lang") or None,
    }


@cache
def _settings() -> Any:
    """Short pages are articles too: a post of one sentence is to be read, not flattened with all that surrounds it."""
    from trafilatura.settings import DEFAULT_CONFIG

    settings = deepcopy(DEFAULT_CONFIG)
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "20"
    return settings


def _only_links(text: str, tree: HtmlElement) -> bool:
    """Whether every word stands in a link as short as a headline: a menu, or a front page, is no report."""
    linked: Counter[str] = Counter()
    for link in tree.iter("a"):
        words = link.text_content().split()
        if len(words) <= LONGEST_HEADLINE:
            linked.update(words)
    return Counter(text.split()) <= linked


def _meta(tree: HtmlElement, names: frozenset[str]) -> str | None:
    for element in tree.iter("meta"):
        keys = {(element.get(key) or "").lower() for key in ("property", "name", "itemprop")}
        if keys & names and (element.get("content") or "").strip():
            return str(element.get("content")).strip()
    return None


def _published(tree: HtmlElement) -> str | None:
    """From <meta>, <time itemprop="datePublished"> or <time pubdate>, or JSON-LD."""
    for value in _declared_dates(tree):
        if value and iso_date(value.strip()):
            return value.strip()
    return None


def _declared_dates(tree: HtmlElement) -> Iterator[str | None]:
    yield _meta(tree, _DATE_NAMES)
    for element in tree.iter("time"):
        if (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None:
            yield element.get("datetime")
    for element in tree.iter("script"):
        if (element.get("type") or "").lower() == "application/ld+json":
            try:
                yield from _dates_in(json.loads(element.text or ""))
            except (ValueError, RecursionError):
                continue


def _dates_in(value: object) -> Iterator[str]:
    """The datePublished of an article in JSON-LD: at the top, in a list, or in its @graph."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            if isinstance(item.get("datePublished"), str):
                yield item["datePublished"]
            if isinstance(item.get("@graph"), list):
                yield from _dates_in(
                    [inner for inner in item["@graph"] if isinstance(inner, dict) and "@graph" not in inner]
                )
