"""From the claims of a report to its tellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from according.domain.claim import Claim, Figure, ReadReport
from according.domain.incident import Setting, Telling
from according.domain.report import Report
from according.domain.values import Cause, EventType, PlaceKind
from according.link.marks import marking_words
from according.text.fold import fold
from according.text.sentences import sentence_spans
from according.vocab.weekdays import weekday_numbers

Span = tuple[int, int]


def tellings_of(report: Report, read: ReadReport) -> list[Telling]:
    """What a report tells, one Telling a happening, in the order of their first claims.

    Only conflict is linked (codebook, Frame): figures of another cause are left out, and so is what else is told of a
    happening whose every figure is of another cause and that nobody did.
    """
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in read.reading.claims:
        claims[claim.telling].append(claim)
    kept = {name: own for name, members in claims.items() if (own := _of_conflict(members))}
    sentences = [(start, end) for start, end, _ in sentence_spans(report.text)]
    places = _places(read)
    weekdays = frozenset(
        number for word in fold(report.text).split() if (number := weekday_numbers().get(word)) is not None
    )
    tellings = []
    for name, members in kept.items():
        said = [report.title] if len(kept) == 1 else []
        said += [report.text[start:end] for start, end in _holding(members, sentences)]
        setting = Setting(marking_words(said), places, weekdays)
        tellings.append(Telling.framed(name, members, read.resolutions, report.published, report.publisher, setting))
    return sorted(tellings, key=lambda telling: telling.claims[0].order)


def _of_conflict(claims: Sequence[Claim]) -> list[Claim]:
    figures = [claim for claim in claims if isinstance(claim, Figure)]
    kept = [claim for claim in claims if not isinstance(claim, Figure) or claim.cause in (None, Cause.CONFLICT)]
    disaster = figures and all(figure.cause not in (None, Cause.CONFLICT) for figure in figures)
    if not disaster:
        return kept
    return [] if all(_is_aftermath(claim) for claim in kept) else kept


def _is_aftermath(claim: Claim) -> bool:
    """Flight and the like, which a flood brings as well as a war."""
    return claim.perpetrator is None and claim.label in (EventType.DISPLACEMENT.value, EventType.OTHER.value)


def _holding(claims: Iterable[Claim], sentences: Sequence[Span]) -> list[Span]:
    """The sentences in which the claims stand."""
    starts = [claim.start for claim in claims]
    return [(start, end) for start, end in sentences if any(start <= at < end for at in starts)]


def _places(read: ReadReport) -> frozenset[str]:
    found = set()
    for mention, place in read.places:
        if mention.kind is PlaceKind.PLACE:
            found.add(fold(mention.anchor))
            if place is not None:
                found.add(place.place_id)
    return frozenset(found)
