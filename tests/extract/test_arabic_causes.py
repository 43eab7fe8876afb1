"""Why people were harmed or moved, and IDMC's terms, in Arabic. Invented sentences."""

from __future__ import annotations

import pytest

from according.domain.claim import Figure
from according.domain.values import Cause, DisplacementTerm
from according.extract.arabic.reader import ArabicReader
from tests.extract.test_golden import prepared


def _figure(text: str) -> Figure:
    (reading,) = ArabicReader().read([prepared(text, "ar")])
    (figure,) = (claim for claim in reading.claims if isinstance(claim, Figure))
    return figure


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("نزوح 300 عائلة من البلدة", DisplacementTerm.DISPLACED),
        ("تهجير 300 عائلة من البلدة", DisplacementTerm.FORCED_TO_FLEE),
        ("إجلاء 300 شخص من الحي المحاصر", DisplacementTerm.EVACUATED),
    ],
)
def test_the_displaced_have_the_term_of_the_word_that_tells_of_them(text: str, term: DisplacementTerm) -> None:
    assert _figure(text).term is term


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("مقتل 40 شخصا في الزلزال", Cause.DISASTER),
        ("نزوح 300 عائلة بسبب الفيضانات", Cause.DISASTER),
        ("مقتل شخصين في حريق", Cause.OTHER),
        ("مقتل شخصين بقصف مدفعي بعد الزلزال", None),
    ],
)
def test_a_disaster_is_a_cause_where_nobody_fights(text: str, cause: Cause | None) -> None:
    assert _figure(text).cause is cause
