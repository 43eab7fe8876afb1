"""Whom a doer or a speaker, as a report writes them, stands for."""

from __future__ import annotations

import pytest

from according.resolve.actors import ActorChooser
from according.resolve.registry import load_registry
from tests.mention.knowing import report

REGISTRY = load_registry()


def perpetrator(name: str, text: str, lang: str) -> str | None:
    return ActorChooser(report(text, lang), REGISTRY).perpetrator(name)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("الطيران الإسـ.ـرائيلي", "Israeli Military"),
        ("قسـ.ـد", "Syrian Democratic Forces"),
        ("الاحتــ*لال التـ*ركي", "Turkish Military"),
        ("قوة كبيرة لقسد", "Syrian Democratic Forces"),
        ("دورية تابعة لحزب الله", "Hezbollah"),
        ("لقوات النظام", "Syrian government forces"),
        ("خلايا التنظيم", "Islamic State"),
        ("الجندرما", "Turkish Military"),
        ("مقاتلو العشائر", "Tribal forces"),
        ("مسلحون مجهولون", None),
    ],
)
def test_arabic_doers_are_known_however_they_are_written(name: str, label: str | None) -> None:
    assert perpetrator(name, "قصف على ريف حلب في سوريا", "ar") == label


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Russian warplanes", "Russian Military"),
        ("Assad's planes", "Syrian government forces"),
        ("the Turkish gendarmerie", "Turkish Military"),
        ("HTS fighters", "Hayat Tahrir al-Sham"),
        ("the coalition", "U.S.-led Coalition"),
        ("gunmen", None),
        ("Russian or Syrian warplanes", None),
    ],
)
def test_english_doers(name: str, label: str | None) -> None:
    assert perpetrator(name, "A strike hit Aleppo in Syria.", "en") == label
