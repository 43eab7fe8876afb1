"""Reading again shows what changed, keeps the old readings and links anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from according.app.ingest import ingest
from according.app.parts import Parts
from according.app.reread import reread
from according.domain.protocols import IncidentQuery
from according.ledger.sqlite import open_ledger
from according.ledger.store import SqlLedger
from tests.app.rooms import Rooms, TollReader, capture, captures, everything


def test_the_same_reader_changes_nothing(ledger: SqlLedger, parts: Parts, rooms: Rooms) -> None:
    ingest(captures(5), ledger, parts)
    before, changes, linked = everything(ledger), ledger.changes(), rooms.asked["link"]
    outcome = reread(ledger, parts)
    assert (outcome.changes, outcome.problems) == ((), ())
    assert (everything(ledger), ledger.changes(), rooms.asked["link"]) == (before, changes, linked)


def test_another_reader_shows_what_changed_and_links_again(ledger: SqlLedger, parts: Parts, rooms: Rooms) -> None:
    ingest([capture("2 killed in Hass"), capture("nothing", 1)], ledger, parts)
    (old,) = ledger.incidents(IncidentQuery())
    rooms.digest, rooms.bonus = "reader-2", 10
    (change,) = reread(ledger, parts).changes
    of = ledger.report("r0")
    assert of is not None
    assert (change.report, change.added, change.removed, change.changed) == (of.id, (), (), old.claims)
    assert [reading.digest for reading in ledger.readings(of.id)] == ["reader-1", "reader-2"]
    (new,) = ledger.incidents(IncidentQuery())
    assert new.id == old.id
    assert new.killed is not None
    assert new.killed.low == 12
    assert reread(ledger, parts).changes == ()


def test_reading_again_gives_what_reading_anew_gives(
    ledger: SqlLedger, parts: Parts, rooms: Rooms, tmp_path: Path
) -> None:
    ingest(captures(9), ledger, parts)
    rooms.digest, rooms.bonus = "reader-2", 5
    reread(ledger, parts)
    anew = open_ledger(tmp_path / "anew.db")
    ingest(captures(9), anew, parts)
    assert everything(ledger) == everything(anew)


def test_a_language_that_has_a_reader_now_is_read(ledger: SqlLedger, parts: Parts, rooms: Rooms) -> None:
    ingest([capture("2 killed in Hass", 0, "fr")], ledger, parts)
    assert [problem.code for problem in ledger.problems()] == ["no-reader"]
    french = TollReader(rooms)
    french.lang = "fr"
    outcome = reread(ledger, Parts({"fr": french}, parts.gazetteer, parts.registry))
    assert [len(change.added) for change in outcome.changes] == [1]
    assert outcome.problems == ()
    assert ledger.problems() == []
    assert len(ledger.incidents(IncidentQuery())) == 1


def test_a_report_that_cannot_be_read_any_more_keeps_its_reading(ledger: SqlLedger, parts: Parts) -> None:
    ingest([capture("2 killed in Hass"), capture("3 killed in Idlib", 1)], ledger, parts)
    before = everything(ledger)
    outcome = reread(ledger, Parts({}, parts.gazetteer, parts.registry))
    assert [problem.code for problem in outcome.problems] == ["no-reader"] * 2
    assert sorted(problem.what for problem in ledger.problems()) == ["r0", "r1"]
    assert everything(ledger) == before


def test_a_reading_that_cannot_be_stored_is_told_and_the_others_go_on(
    ledger: SqlLedger, parts: Parts, rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(captures(3), ledger, parts)
    rooms.digest, rooms.bonus = "reader-2", 1
    real, bad = ledger.add_reading, ledger.report("r1")
    assert bad is not None

    def refusing(read, problems=()):  # type: ignore[no-untyped-def]
        if read.reading.report == bad.id:
            raise ValueError("this contradicts itself")
        return real(read, problems)

    monkeypatch.setattr(ledger, "add_reading", refusing)
    outcome = reread(ledger, parts)
    assert len(outcome.changes) == 2
    assert [(problem.code, problem.report) for problem in outcome.problems] == [("not-stored", bad.id)]
    assert list(outcome.problems) == ledger.problems()


def test_a_run_that_is_cut_off_goes_on_with_the_next(
    ledger: SqlLedger, parts: Parts, rooms: Rooms, tmp_path: Path
) -> None:
    ingest(captures(9), ledger, parts)
    rooms.digest, rooms.bonus, rooms.cut_off = "reader-2", 5, "link"
    with pytest.raises(KeyboardInterrupt):
        reread(ledger, parts)
    rooms.cut_off = None
    assert reread(ledger, parts).changes == ()
    anew = open_ledger(tmp_path / "anew.db")
    ingest(captures(9), anew, parts)
    assert everything(ledger) == everything(anew)
