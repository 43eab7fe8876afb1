"""What a report is mainly about: one pair a family of words; reports of another kind are about none."""

from __future__ import annotations

import pytest

from according.domain.values import SubEventType
from according.extract.english.reader import EnglishReader
from tests.extract.test_golden import prepared

READER = EnglishReader()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two kamikazes went off near a bus station in Sarmin, killing three people.", SubEventType.SUICIDE_BOMB),
        ("A kamikaze drone struck a fuel depot near Sarmin.", SubEventType.AIR_STRIKE),
        ("Police captured a senior commander of the group near Sarmin on Monday.", SubEventType.ARRESTS),
        ("Several activists were arrested in Sarmin on Monday, their lawyer said.", SubEventType.ARRESTS),
        (
            "Residents of Sarmin were treated for breathing difficulties after shells with poisonous gas fell on the town.",
            SubEventType.CHEMICAL,
        ),
        ("Troops abused women and girls in a camp near Sarmin, a rights group said.", SubEventType.SEXUAL_VIOLENCE),
        ("Soldiers seized four landmines, two grenades and detonators near Sarmin.", SubEventType.DISRUPTED_WEAPONS),
        ("A man was beaten and set ablaze by an angry mob in Sarmin.", SubEventType.MOB_VIOLENCE),
        ("An earthquake shook Sarmin on Monday, killing nine people.", None),
        ("The ministry expelled two diplomats on Monday.", None),
    ],
)
def test_the_main_event_of_a_report(text: str, wanted: SubEventType | None) -> None:
    (reading,) = READER.read([prepared(text, "en")])
    assert reading.main_event is wanted
