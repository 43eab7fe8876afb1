"""Claims by the sentence that carries them: the same sentence is quoted once, with all its claims and reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from according.app.show import Evidence
from according.domain.report import Report
from according.domain.values import Modality
from according.export.judgement_words import judgement_words, read_words
from according.export.wording import claim_words
from according.web.marks import Piece, pieces
from according.web.wording import plain


@dataclass(frozen=True, slots=True)
class Saying:
    """What the same speakers say equally firmly in one sentence."""

    claims: tuple[str, ...]
    modality: Modality
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence with the words of its claims marked; `reports` have it, each with the id of its first claim there.

    `judged` says what people judged of its claims, each line once.
    """

    pieces: Sequence[Piece]
    sayings: tuple[Saying, ...]
    reports: tuple[tuple[Report, str], ...]
    judged: tuple[str, ...] = ()


def quotes(evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
    """In the order of the first claim of each sentence."""
    sentences: dict[tuple[str, int], list[Evidence]] = {}
    for item in evidence:
        sentences.setdefault((item.report.id, item.sentence_start), []).append(item)
    same: dict[tuple[object, ...], Quote] = {}
    for items in sentences.values():
        quote = _quote(items)
        key = (quote.sayings, quote.judged, *((piece.text.strip(), bool(piece.claims)) for piece in quote.pieces))
        known = same.get(key)
        same[key] = replace(known, reports=known.reports + quote.reports) if known else quote
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
    judged = tuple(dict.fromkeys(line for item in items for line in judged_lines(item)))
    return Quote(marked, sayings, ((longest.report, items[0].claim.id),), judged)


def judged_lines(item: Evidence) -> list[str]:
    """ "killed civilians 4: rejected, judged by amal on 2031-03-05: counted twice"; what was read is said of corrections."""
    lines = [
        f"{plain(claim_words(item.read or item.claim))}: {judgement_words(judgement)}" for judgement in item.judgements
    ]
    if item.read is not None:
        lines.append(plain("read as " + ", ".join(read_words(item.read, item.claim))))
    return lines
