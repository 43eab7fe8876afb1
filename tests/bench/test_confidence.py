"""Confidence is a counted share: smoothed where little was seen, never from the reports that it is judged on."""

from __future__ import annotations

import pytest

from according.domain.values import ClaimKind, EventType, Measure
from according.extract.english.confidence import UNKNOWN, confidence_of
from according.vocab.english import table
from bench.confidence import ANY, PRIOR, Seen, cross_validated, share_of, shares


def seen(rule: str, right: int, wrong: int, report: str = "r") -> list[Seen]:
    return [Seen(report, "figure", rule, "killed", n < right) for n in range(right + wrong)]


def test_a_rule_met_twice_says_little_one_met_often_says_much() -> None:
    claims = [*seen("common", 400, 100), *seen("rare", 0, 2)]
    found = shares(claims)
    mean = found["figure", ANY, ANY][0]
    assert mean == pytest.approx(400 / 502)
    assert found["figure", "rare", ANY][0] == pytest.approx(PRIOR * mean / (2 + PRIOR))
    assert abs(found["figure", "common", ANY][0] - 0.8) < abs(found["figure", "rare", ANY][0] - 0.0)


def test_a_rule_without_a_line_has_the_share_of_its_kind() -> None:
    found = shares(seen("common", 8, 2))
    (stranger,) = seen("never counted", 1, 0)
    assert share_of(stranger, found) == found["figure", ANY, ANY][0]


def test_a_report_is_judged_by_the_others() -> None:
    claims = [claim for n in range(10) for claim in seen("rule", 10 * (n % 2), 10 * (1 - n % 2), report=f"r{n}")]
    for claim, share, _ in cross_validated(claims):
        others = [c for c in claims if int(c.report[1:]) % 5 != int(claim.report[1:]) % 5]
        assert share == pytest.approx(share_of(claim, shares(others)))


def test_the_shipped_shares_are_of_kinds_measures_and_types_that_there_are() -> None:
    labels = {m.value for m in Measure} | {t.value for t in EventType} | {ANY}
    for kind, rule, label, share in table("confidence"):
        assert kind in {k.value for k in ClaimKind}
        assert rule
        assert label in labels
        assert 0 < float(share) < 1


def test_the_narrowest_line_counts_and_an_unknown_kind_is_a_toss() -> None:
    (wide,) = (float(s) for kind, rule, _, s in table("confidence") if (kind, rule) == ("event", ANY))
    assert confidence_of("event", "no such rule", "arrest") == wide
    kind, rule, label, share = next(row for row in table("confidence") if ANY not in row)
    assert confidence_of(kind, rule, label) == float(share)
    assert confidence_of("rumour", "rule", "killed") == UNKNOWN
