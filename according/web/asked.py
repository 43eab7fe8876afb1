"""What the overview's address asks for: filters, order and page, read from its query string."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from according.domain.protocols import IncidentQuery
from according.domain.values import EventType, Grade, Measure

PAGE = 50
"""Incidents on one page."""
LONGEST = 100
"""Characters of a filter that are read."""
FILTERS = ("place", "type", "measure", "grade", "since", "until")
EARLIEST_FIRST = "earliest"


@dataclass(frozen=True, slots=True)
class Asked:
    """`chosen` is what the form shows, `query` what the ledger is asked, without a page."""

    chosen: Mapping[str, str]
    query: IncidentQuery
    page: int

    def on_page(self, count: int) -> IncidentQuery:
        """The query of the page asked for, or of the nearest one that so many incidents have."""
        return replace(self.query, limit=PAGE, offset=(self.page_of(count) - 1) * PAGE)

    def page_of(self, count: int) -> int:
        return min(self.page, pages_of(count))

    def address(self, path: str = "/", **changes: object) -> str:
        """The address of the same question but for these changes; empty ones leave the address."""
        values = {**self.chosen, **changes}
        asked = urlencode({name: value for name, value in values.items() if value})
        return f"{path}?{asked}" if asked else path


def pages_of(count: int) -> int:
    """How many pages so many incidents fill: at least one."""
    return max(1, -(-count // PAGE))


def asked(parameters: Mapping[str, str]) -> Asked:
    """Raises ValueError, with a message for people, on a value that is none of those offered."""
    chosen = {name: parameters.get(name, "").strip()[:LONGEST] for name in (*FILTERS, "order")}
    try:
        query = IncidentQuery(
            place=chosen["place"] or None,
            type=EventType(chosen["type"]) if chosen["type"] else None,
            measure=Measure(chosen["measure"]) if chosen["measure"] else None,
            grade=Grade(chosen["grade"]) if chosen["grade"] else None,
            since=_day(chosen["since"]),
            until=_day(chosen["until"]),
            latest_first=_is_latest_first(chosen["order"]),
        )
    except ValueError:
        raise ValueError("The filter has a value that is not offered. Days look like 2031-03-02.") from None
    return Asked(chosen, query, _number(parameters.get("page", "")))


def _day(text: str) -> str | None:
    return date.fromisoformat(text).isoformat() if text else None


def _is_latest_first(order: str) -> bool:
    if order not in ("", EARLIEST_FIRST):
        raise ValueError(order)
    return not order


def _number(text: str) -> int:
    """Any page number is a page: what is none counts as the first."""
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1
