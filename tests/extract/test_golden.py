"""Every golden pair is read as it says, and every anchor stands where its claim says."""

from __future__ import annotations

import pytest

from according import clean
from according.domain.mention import Mentions
from according.domain.protocols import Prepared, Reader
from according.domain.report import Capture, Report
from according.domain.values import ClaimKind
from according.extract.arabic.reader import ArabicReader
from according.extract.english.reader import EnglishReader
from tests.extract.golden import pairs, shown

FILES = {
    "casualties.en.txt": ClaimKind.FIGURE,
    "facilities.en.txt": ClaimKind.FIGURE,
    "sources.en.txt": ClaimKind.FIGURE,
    "events.en.txt": ClaimKind.EVENT,
    "casualties.ar.txt": ClaimKind.FIGURE,
    "facilities.ar.txt": ClaimKind.FIGURE,
    "events.ar.txt": ClaimKind.EVENT,
    "names.ar.txt": ClaimKind.FIGURE,
    "agents.ar.txt": ClaimKind.EVENT,
}
READERS: dict[str, Reader] = {"en": EnglishReader(), "ar": ArabicReader()}


def prepared(text: str, lang: str) -> Prepared:
    report = Report.from_capture(Capture(text, "golden", "", 0, 0, "test", "test"), lang)
    return Prepared(report, clean.layout_of(report), Mentions())


@pytest.mark.parametrize(
    ("name", "text", "wanted"), [(name, text, wanted) for name in FILES for text, wanted in pairs(name)]
)
def test_golden(name: str, text: str, wanted: list[str]) -> None:
    lang = name.split(".")[1]
    (reading,) = READERS[lang].read([prepared(text, lang)])
    claims = [claim for claim in reading.claims if claim.kind is FILES[name]]
    for claim in claims:
        assert text[claim.start : claim.end] == claim.anchor
    found = [shown(claim, wanted[n] if n < len(wanted) else "") for n, claim in enumerate(claims)]
    assert sorted(found) == sorted(wanted)
