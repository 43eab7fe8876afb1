"""What a report says elsewhere of how sure its claims are: "could not be independently verified", corrections, rumours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from according.domain.report import Sentence
from according.domain.values import Modality
from according.extract.english.draft import Draft

_UNVERIFIED = re.compile(
    r"\b(?:(?:could|can|cannot|can't|was|were|has|have|is|are|been)(?: not|n't)? ?(?:yet |immediately |independently |be |been |able to |possible to |immediately possible to |officially )*"
    r"(?:verif(?:y|ied)|confirm(?:ed)?|corroborate[d]?|authenticate[d]?)\b|"
    r"(?:no|without|lacked|awaiting) (?:immediate |independent |official )*(?:confirmation|verification|corroboration)\b|"
    r"(?:impossible|unable|difficult|hard) to (?:independently )?(?:verify|confirm|corroborate)\b)",
    re.I,
)
_DENYING = re.compile(r"\b(?:not|n't|cannot|no|without|unable|impossible|lacked|awaiting|difficult|hard)\b|n't", re.I)
_OTHERWISE = re.compile(r"\b(?:toll|number|identity|identities|who (?:was|were)|whether|how many|details)\b", re.I)
_CORRECTION = re.compile(
    r"^\W*(?:correction|clarification)\b|\bearlier version of this (?:story|article|report)\b", re.I
)
_RUMOUR = re.compile(r"\b(?:rumou?rs?|unconfirmed reports)\b.{0,60}\b(?:say|said|claim|have it) so\b", re.I)
BACK = 1
"""Sentences back that "the claim could not be verified" reaches; where it names whose claim, all that they said before."""
REACH = 8


def verify(text: str, sentences: Sequence[Sentence], drafts: Iterable[Draft]) -> None:
    """Makes asserted claims purported that the report says nobody could verify, and negated those that it corrects."""
    asserted = [d for d in drafts if d.modality is Modality.ASSERTED]
    for number, sentence in enumerate(sentences):
        if not sentence.readable:
            continue
        words = text[sentence.start : sentence.end]
        if _CORRECTION.search(words):
            for draft in asserted:
                if draft.tree.index == number:
                    draft.modality = Modality.NEGATED
        elif _RUMOUR.search(words):
            _doubt(d for d in asserted if d.tree.index == number - 1)
        elif (found := _UNVERIFIED.search(words)) and _DENYING.search(found.group()) and not _OTHERWISE.search(words):
            _doubt(_meant(asserted, number, sentence.start + found.start(), words))


def _doubt(drafts: Iterable[Draft]) -> None:
    for draft in drafts:
        if draft.modality is Modality.ASSERTED:
            draft.modality = Modality.PURPORTED


def _meant(drafts: Sequence[Draft], number: int, at: int, words: str) -> list[Draft]:
    """The claims that cannot be verified: those of the sentence before, or of the speaker whom the words name."""
    told = [d for d in drafts if d.speakers and d.start < at and number - d.tree.index <= REACH]
    named = [d for d in told if any(_names(speaker, words) for speaker in d.speakers)]
    if named:
        return named
    return [d for d in told if number - d.tree.index <= BACK]


def _names(speaker: str, words: str) -> bool:
    return any(word in words for word in re.findall(r"[A-Z]\w{4,}", speaker))
