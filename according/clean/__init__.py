"""Capture -> Report and its layout: language, sentences, dateline, and the zones that are never read for claims.

Nothing is ever cut out of the text: every offset points into the text as given.
"""

from according.clean.language import language_of
from according.clean.layout import layout_of
from according.domain.report import Capture, Report

__all__ = ["language_of", "layout_of", "report_of"]


def report_of(capture: Capture) -> Report:
    """The report that a capture holds, with its language found."""
    return Report.from_capture(capture, language_of(capture.text, capture.lang))
