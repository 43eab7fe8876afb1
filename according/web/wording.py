"""What the pages say beside the words of export/wording."""

from __future__ import annotations

from according.domain.incident import Incident
from according.domain.mention import DateSpan
from according.domain.outline import Outline
from according.domain.values import DisputeKind, Grade
from according.export.wording import UNKNOWN, day_words, place_words

MEANINGS = {
    Grade.CONFIRMED: "somebody on the side said to have done it says so",
    Grade.CONTESTED: "accounts say that different sides did it",
    Grade.DISCOUNTED: "all accounts say that only combatants were harmed",
    Grade.FAIR: "two or more independent origins tell of it",
    Grade.WEAK: "one origin tells of it",
}
"""DESIGN.md, Words: grade."""

DISPUTES = {
    DisputeKind.TOLL: "toll disputed",
    DisputeKind.PERPETRATOR: "who did it disputed",
    DisputeKind.DENIAL: "denied",
    DisputeKind.PLACE: "place disputed",
    DisputeKind.DATE: "day disputed",
}

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ckb", "ps"})
"""Languages (ISO 639) that are written from the right."""


def where_words(incident: Incident | Outline) -> str:
    words = place_words(incident)
    return "no place given" if words == UNKNOWN else words


def when_words(date: DateSpan | None) -> str:
    return "no day given" if date is None else day_words(date)


def plain(value: object) -> str:
    """ "facilities_hit" as people write it."""
    return str(value).replace("_", " ")


def safe_link(url: str | None) -> str | None:
    """Only addresses that a browser may open; anything else is shown as text."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
