"""Redactions in words and as JSON."""

from __future__ import annotations

from according.domain.redaction import Redaction
from according.export.reading_line import Json


def redaction_words(redaction: Redaction) -> str:
    """ "the whole report redacted by amal on 2031-03-05: source in danger"."""
    return f"{what_words(redaction)} redacted by {redaction.who} on {redaction.at[:10]}: {redaction.why}"


def what_words(redaction: Redaction) -> str:
    """How much is gone: "the whole report", "words in 3 places"."""
    if redaction.whole:
        return "the whole report"
    places = len(redaction.spans) + len(redaction.parts)
    if not places:
        return "words in what was read of it"
    return "words in one place" if places == 1 else f"words in {places} places"


def redaction_object(redaction: Redaction) -> Json:
    """Every key is always there."""
    return {
        "id": redaction.id,
        "report": redaction.report,
        "who": redaction.who,
        "at": redaction.at,
        "why": redaction.why,
        "whole": redaction.whole,
        "spans": [list(span) for span in redaction.spans],
        "parts": list(redaction.parts),
    }
