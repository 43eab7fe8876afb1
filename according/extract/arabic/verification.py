"""What a report says elsewhere of how sure its claims are: "ولم يتسن التحقق من ذلك" in a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.values import Modality
from according.extract.arabic.draft import LineDrafts
from according.extract.arabic.modality import unverified

BACK = 1
"""Lines back that "this could not be verified" reaches (as in the English grammar)."""


def doubt(lines: Sequence[LineDrafts]) -> None:
    """Makes asserted claims purported that somebody tells and the next line says nobody could verify."""
    for number, line in enumerate(lines):
        if not unverified(line.line):
            continue
        for before in lines[max(0, number - BACK) : number]:
            for draft in before.drafts:
                if draft.modality is Modality.ASSERTED and draft.speakers:
                    draft.modality = Modality.PURPORTED
