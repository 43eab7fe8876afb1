"""Every golden pair is read as it says, and every anchor stands where its claim says."""

from __future__ import annotations

import pytest

from according import clean
from according.domain.mention import Mentions
from according.domain.protocols import Prepared
from according.domain.report import Capture, Report
from according.domain.values import ClaimKind
from according.extract.english.reader import EnglishReader
from tests.extract.golden import pairs, shown

FILES = {
    "casualties.en.txt": ClaimKind.FIGURE,
    "facilities.en.txt": ClaimKind.FIGURE,
    "sources.en.txt": ClaimKind.FIGURE,
    "events.en.txt": ClaimKind.EVENT,
}
READER = EnglishReader()


def prepared(text: str) -> Prepared:
    report = Report.from_capture(Capture(text, "golden", "", 0, 0, "test", "test"), "en")
    return Prepared(report, clean.layout_of(report), Mentions())


@pytest.mark.parametrize(
    ("name", "text", "wanted"), [(name, text, wanted) for name in FILES for text, wanted in pairs(name)]
)
def test_golden(name: str, text: str, wanted: list[str]) -> None:
    (reading,) = READER.read([prepared(text)])
    claims = [claim for claim in reading.claims if claim.kind is FILES[name]]
    for claim in claims:
        assert text[claim.start : claim.end] == claim.anchor
    found = [shown(claim, wanted[n] if n < len(wanted) else "") for n, claim in enumerate(claims)]
    assert sorted(found) == sorted(wanted)
