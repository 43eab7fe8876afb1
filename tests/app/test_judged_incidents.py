"""Incidents are a function of the set of tellings and judgements: whatever arrives first (DESIGN.md, invariant 2)."""

from __future__ import annotations

import json
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from according.app.link import incidents_of
from according.dedupe import families_of
from according.domain.incident import Incident, Telling
from according.domain.judgement import Judgement, standing
from according.domain.values import Category, JudgementKind
from according.ledger.codec import dumps
from tests.assess.making import judgement
from tests.link.drawing import TELLINGS, one_each
from tests.link.making import Registry, event, figure, telling

CORRECTIONS = [
    ("quantity", {"low": 7, "high": 7, "bound": "exact", "vague": False}),
    ("category", "children"),
    ("date", "2031-03-05"),
    ("perpetrator", "Northern Corps"),
    ("attribution", ["Valley Monitor"]),
    ("modality", "denied"),
    ("place", None),
]
KINDS = st.sampled_from(list(JudgementKind))


def linked(tellings: list[Telling], judgements: list[Judgement]) -> tuple[Incident, ...]:
    return incidents_of(tellings, families_of([]), Registry(), judgements)


def drawn_judgement(data: st.DataObject, tellings: list[Telling], before: list[Judgement], n: int) -> Judgement:
    """A judgement of any kind on these tellings, by the id of one or of a claim; a withdrawal of one of `before`."""
    kind = data.draw(KINDS)
    at = f"2031-04-01T00:00:{data.draw(st.integers(0, 3)):02}.{n:06}Z"
    names = [name for t in tellings for name in (t.id, *(claim.id for claim in t.claims))]
    if kind is JudgementKind.WITHDRAW and before:
        return Judgement.made(kind, (data.draw(st.sampled_from(before)).id,), "w", at, "y")
    field, value = data.draw(st.sampled_from(CORRECTIONS))
    many = 2 if kind in (JudgementKind.MUST_LINK, JudgementKind.CANNOT_LINK) else 1
    subjects = tuple(data.draw(st.sampled_from(names)) for _ in range(many))
    if kind is JudgementKind.CORRECT:
        return Judgement.made(kind, subjects, "w", at, "y", field, json.dumps(value))
    return Judgement.made(kind, subjects, "w", at, "y", value="Fair" if kind is JudgementKind.GRADE else None)


@given(st.lists(TELLINGS, min_size=1, max_size=6), st.data(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_arrival_order_of_tellings_and_judgements_does_not_matter(
    drawn: list[Telling], data: st.DataObject, rng: random.Random
) -> None:
    tellings = one_each(drawn)
    judgements: list[Judgement] = []
    for n in range(data.draw(st.integers(0, 6))):
        judgements.append(drawn_judgement(data, tellings, judgements, n))
    found = linked(tellings, judgements)
    shuffled, words = list(tellings), list(judgements)
    rng.shuffle(shuffled)
    rng.shuffle(words)
    assert [dumps(i) for i in linked(shuffled, words)] == [dumps(i) for i in found]
    assert linked(tellings, list(standing(judgements))) == found, "what was taken back leaves no trace"


def test_a_rejected_first_claim_does_not_undo_a_link() -> None:
    """The link named the telling by the claim that is rejected later: it still means the telling."""
    one, other = telling(event(), figure(4)), telling(event(), figure(9), report="r2", when=None, place=None)
    link = judgement(JudgementKind.MUST_LINK, one.claims[0].id, other.claims[0].id)
    reject = judgement(JudgementKind.REJECT, one.claims[0].id)
    (incident,) = linked([one, other], [link, reject])
    assert set(incident.tellings) == {one.id, other.id}


def test_a_correction_counts_for_linking_too() -> None:
    """Two reports of one strike, one of them read with the wrong day."""
    one = telling(event(), figure(4, category=Category.CIVILIANS))
    other = telling(event(), figure(4, category=Category.CIVILIANS), report="r2", when=None)
    far = [
        judgement(JudgementKind.CORRECT, claim.id, field="date", value='"2031-01-01"', at=str(n))
        for n, claim in enumerate(other.claims)
    ]
    assert len(linked([one, other], [])) == 1
    assert len(linked([one, other], far)) == 2
