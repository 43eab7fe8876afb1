"""Claims by the sentence that carries them: the same sentence is quoted once, with all its claims and reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from according.app.show import Evidence
from according.domain.report import Report
from according.domain.values import Modality
from according.export.wording import claim_words
from according.web.marks import Piece, pieces


@dataclass(frozen=True, slots=True)
class Saying:
    """What the same speakers say equally firmly in one sentence."""

    claims: tuple[str, ...]
    modality: Modality
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence with the words of its claims marked; `reports` have it, each with the id of its first claim there."""

    pieces: Sequence[Piece]
    sayings: tuple[Saying, ...]
    reports: tuple[tuple[Report, str], ...]


def quotes(evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
    """In the order of the first claim of each sentence."""
    sentences: dict[tuple[str, int], list[Evidence]] = {}
    for item in evidence:
        sentences.setdefault((item.report.id, item.sentence_start), []).append(item)
    same: dict[tuple[object, ...], Quote] = {}
    for items in sentences.values():
        quote = _quote(items)
        key = (quote.sayings, *((piece.text.strip(), bool(piece.claims)) for piece in quote.pieces))
        known = same.get(key)
        same[key] = Quote(known.pieces, known.sayings, known.reports + quote.reports) if known else quote
    return tuple(same.values())


def _quote(items: Sequence[Evidence]) -> Quote:
    longest = max(items, key=lambda item: len(item.sentence))
    start = longest.sentence_start
    marked = pieces(longest.sentence, [(i.claim.start - start, i.claim.end - start, i.claim.id) for i in items])
    said: dict[tuple[Modality, tuple[str, ...]], list[str]] = {}
    for item in items:
        # The publisher speaks for itself: in another's report these are other words.
        speakers = item.speakers or ((item.report.publisher or "the publisher") + " in its own voice",)
        said.setdefault((item.claim.modality, speakers), []).append(claim_words(item.claim))
    sayings = tuple(Saying(tuple(dict.fromkeys(words)), *how) for how, words in said.items())
    return Quote(marked, sayings, ((longest.report, items[0].claim.id),))
