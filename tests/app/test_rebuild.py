"""Incidents are a function of the rest of the ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from according.app.ingest import ingest
from according.app.parts import Parts
from according.app.rebuild import basis_of, rebuild, refresh
from according.domain.judgement import Judgement
from according.domain.protocols import IncidentQuery
from according.domain.values import JudgementKind
from according.ledger.sqlite import open_ledger
from according.ledger.store import SqlLedger
from tests.app.rooms import Rooms, captures, everything


def test_rebuilding_gives_the_same_bytes(ledger: SqlLedger, furnished: tuple[Parts, Rooms]) -> None:
    parts, _ = furnished
    ingest(captures(30), ledger, parts)
    before = everything(ledger)
    assert rebuild(ledger, parts.registry) == 4
    assert everything(ledger) == before
    ledger.set_incidents([], [])
    assert everything(ledger) != before
    assert rebuild(ledger, parts.registry) == 4
    assert everything(ledger) == before


def test_an_empty_ledger_has_no_incidents(ledger: SqlLedger, furnished: tuple[Parts, Rooms]) -> None:
    assert rebuild(ledger, furnished[0].registry) == 0
    assert ledger.incidents(IncidentQuery()) == []


def test_only_stale_incidents_are_made_again(ledger: SqlLedger, furnished: tuple[Parts, Rooms]) -> None:
    parts, rooms = furnished
    ingest(captures(3), ledger, parts)
    linked = rooms.asked["link"]
    refresh(ledger, parts.registry)
    assert rooms.asked["link"] == linked
    ledger.set_incidents([], [], "another basis")
    refresh(ledger, parts.registry)
    assert rooms.asked["link"] == linked + 1
    assert len(ledger.incidents(IncidentQuery())) == 3


def test_a_judgement_whose_claim_is_gone_is_a_problem_once(ledger: SqlLedger, furnished: tuple[Parts, Rooms]) -> None:
    parts, _ = furnished
    ingest(captures(3), ledger, parts)
    (claim, *_) = ledger.incidents(IncidentQuery())[0].claims
    for n, subject in enumerate((claim, "0" * 64)):
        ledger.add_judgement(
            Judgement(f"{n:064x}", JudgementKind.REJECT, (subject,), "reviewer-1", "2031-03-05T10:00:00Z", "a mistake")
        )
    for _ in range(2):
        rebuild(ledger, parts.registry)
        assert [(problem.code, problem.what) for problem in ledger.problems()] == [("judgement-lost", f"{1:064x}")]


def test_what_another_program_adds_meanwhile_makes_them_stale(
    ledger: SqlLedger, furnished: tuple[Parts, Rooms], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts, _ = furnished
    ingest(captures(3), ledger, parts)
    other, judgements = open_ledger(tmp_path / "according.db"), ledger.judgements

    def slow() -> object:
        ingest(captures(4), other, parts)
        return judgements()

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(ledger, "judgements", slow)
        assert rebuild(ledger, parts.registry) == 3
    assert ledger.basis() != basis_of(ledger, parts.registry)
    refresh(ledger, parts.registry)
    assert len(ledger.incidents(IncidentQuery())) == 4
