"""What comes in is kept whole, once, and linked; whatever happens on the way, nothing that was stored is lost."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from according.app.ingest import ingest
from according.app.parts import Parts
from according.app.reading import BATCH
from according.app.rebuild import rebuild
from according.collect.files import collect
from according.custody.store import FileStore
from according.domain.problem import Problem
from according.domain.protocols import ClaimQuery, IncidentQuery
from according.domain.report import Capture, Report, Snapshot
from according.ledger.errors import LedgerError
from according.ledger.sqlite import open_ledger
from according.ledger.store import SqlLedger
from tests.app.rooms import Rooms, capture, captures, everything

BAD = Problem("bad-json", "in.jsonl, line 2", "no JSON: write one object a line", line=2)


def cut_off_after(number: int, items: Iterable[Capture]) -> Iterator[Capture]:
    """As if somebody pressed Ctrl-C."""
    for n, item in enumerate(items):
        if n == number:
            raise KeyboardInterrupt
        yield item


def test_reports_are_kept_read_and_linked(ledger: SqlLedger, parts: Parts) -> None:
    outcome = ingest(captures(8), ledger, parts)
    assert (outcome.added, outcome.known, outcome.problems) == (8, 0, ())
    assert len(list(ledger.reports())) == len(list(ledger.claims(ClaimQuery()))) == 8
    assert [i.place for i in ledger.incidents(IncidentQuery(place="hass"))] == ["Hass"]
    assert len(ledger.incidents(IncidentQuery())) == 4
    assert len(ledger.families()) == 8


def test_what_names_were_resolved_with_is_kept(ledger: SqlLedger, parts: Parts) -> None:
    ingest(captures(1), ledger, parts)
    (of,) = ledger.reports()
    read = ledger.current(of.id)
    assert read is not None
    assert (read.gazetteer, read.registry) == ("gazetteer-1", "registry-1")


class TestAgain:
    def test_the_same_again_changes_nothing_and_does_nothing(
        self, ledger: SqlLedger, parts: Parts, rooms: Rooms
    ) -> None:
        items = [*captures(5), BAD, capture("نص", 5, "ar")]
        first = ingest(items, ledger, parts)
        assert (first.added, first.known) == (6, 0)
        before, asked, changes = everything(ledger), rooms.asked.copy(), ledger.changes()
        again = ingest(items, ledger, parts)
        assert (again.added, again.known, again.problems) == (0, 6, (BAD,))
        assert everything(ledger) == before
        assert (rooms.asked, ledger.changes()) == (asked, changes)
        assert [problem.code for problem in ledger.problems()] == ["bad-json", "no-reader"]

    def test_a_report_that_comes_twice_is_one(self, ledger: SqlLedger, parts: Parts) -> None:
        item = capture("2 killed in Hass")
        outcome = ingest([item, item, capture("نص", 1, "ar"), capture("نص", 1, "ar")], ledger, parts)
        assert (outcome.added, outcome.known) == (2, 2)
        assert [problem.code for problem in outcome.problems] == ["no-reader"]

    def test_something_new_is_linked_with_what_was_there(self, ledger: SqlLedger, parts: Parts) -> None:
        ingest([capture("2 killed in Hass", 0)], ledger, parts)
        ingest([capture("3 killed in Hass", 1)], ledger, parts)
        (incident,) = ledger.incidents(IncidentQuery())
        assert incident.killed is not None
        assert (incident.killed.low, incident.killed.high) == (2, 3)

    def test_another_registry_links_again(self, ledger: SqlLedger, parts: Parts, rooms: Rooms) -> None:
        ingest(captures(1), ledger, parts)
        parts.registry.digest = "registry-2"  # type: ignore[misc]
        ingest(captures(1), ledger, parts)
        assert (rooms.asked["link"], rooms.asked["reader"]) == (2, 1)

    def test_the_order_of_arrival_does_not_matter(self, ledger: SqlLedger, parts: Parts, tmp_path: Path) -> None:
        for n in range(0, 12, 4):
            ingest(captures(12)[n : n + 4], ledger, parts)
        other = open_ledger(tmp_path / "other.db")
        ingest(reversed(captures(12)), other, parts)
        assert everything(ledger) == everything(other)


class TestBadInput:
    @pytest.mark.parametrize("room", ["clean", "reader", "resolve", "storing"])
    def test_one_bad_report_stops_nothing(self, ledger: SqlLedger, parts: Parts, room: str) -> None:
        bad = capture(f"7 killed in Idlib: {room} fails", 1)
        outcome = ingest([capture("2 killed in Hass", 0), bad, capture("3 killed in Hass", 2)], ledger, parts)
        assert outcome.added == (2 if room == "clean" else 3)
        assert outcome.known == 0
        assert len(outcome.problems) == 1
        assert list(outcome.problems) == ledger.problems()
        assert [i.place for i in ledger.incidents(IncidentQuery())] == ["Hass"]
        kept = ledger.report("r1")
        assert (kept is None) == (room == "clean")
        if kept is not None:
            assert ledger.current(kept.id) is None
            assert outcome.problems[0].report == kept.id

    def test_a_reading_that_cannot_be_stored_is_told(self, ledger: SqlLedger, parts: Parts) -> None:
        (problem,) = ingest([capture("7 killed in Idlib: storing fails", 1)], ledger, parts).problems
        assert (problem.code, problem.what) == ("not-stored", "r1")
        assert "the report is kept" in problem.why

    def test_input_of_problems_only(self, ledger: SqlLedger, parts: Parts) -> None:
        outcome = ingest([BAD, BAD], ledger, parts)
        assert (outcome.added, outcome.known, len(outcome.problems)) == (0, 0, 2)
        assert ledger.problems() == [BAD]


class TestCutOff:
    """Ctrl-C anywhere: whole reports are kept, and the next run ends where one that was not cut off would have."""

    @pytest.fixture
    def whole(self, parts: Parts, tmp_path: Path) -> str:
        other = open_ledger(tmp_path / "whole.db")
        ingest(captures(2 * BATCH + 9), other, parts)
        return everything(other)

    def test_while_reading(self, ledger: SqlLedger, parts: Parts, whole: str) -> None:
        items = captures(2 * BATCH + 9)
        with pytest.raises(KeyboardInterrupt):
            ingest(cut_off_after(BATCH + 5, items), ledger, parts)
        kept = list(ledger.reports())
        assert len(kept) == BATCH
        assert all(ledger.current(of.id) is not None for of in kept)
        assert ledger.incidents(IncidentQuery()) == []
        outcome = ingest(items, ledger, parts)
        assert (outcome.added, outcome.known) == (BATCH + 9, BATCH)
        assert everything(ledger) == whole

    @pytest.mark.parametrize("room", ["dedupe", "link"])
    def test_while_linking(self, ledger: SqlLedger, parts: Parts, rooms: Rooms, whole: str, room: str) -> None:
        items = captures(2 * BATCH + 9)
        ingest(items[:10], ledger, parts)
        before = ledger.incidents(IncidentQuery())
        rooms.cut_off = room
        with pytest.raises(KeyboardInterrupt):
            ingest(items, ledger, parts)
        assert ledger.incidents(IncidentQuery()) == before
        rooms.cut_off = None
        outcome = ingest(items, ledger, parts)
        assert outcome.added == 0
        assert everything(ledger) == whole

    def test_rebuild_makes_good_too(self, ledger: SqlLedger, parts: Parts, rooms: Rooms, whole: str) -> None:
        rooms.cut_off = "link"
        with pytest.raises(KeyboardInterrupt):
            ingest(captures(2 * BATCH + 9), ledger, parts)
        rooms.cut_off = None
        assert rebuild(ledger, parts.registry) == 4
        assert everything(ledger) == whole


class TestDisk:
    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        path = tmp_path / "in.jsonl"
        rows = [{"id": f"r{n}", "text": f"{n + 2} killed in Hass", "lang": "en"} for n in range(3)]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        return path

    def test_a_snapshot_is_safe_before_its_reports_are(
        self, ledger: SqlLedger, parts: Parts, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store = FileStore(tmp_path / "according.snapshots", "collector-1")
        add = ledger.add

        def checked(of: Report, *more: object) -> bool:
            assert store.get(of.snapshot)[of.byte_start : of.byte_end].startswith(b'{"id"')
            return add(of, *more)  # type: ignore[arg-type]

        monkeypatch.setattr(ledger, "add", checked)
        assert ingest(collect(file, store.put), ledger, parts).added == 3
        assert [entry.name for entry in store.log()] == ["in.jsonl"]

    def test_a_snapshot_that_cannot_be_kept_is_a_problem_and_nothing_is_taken_from_it(
        self, ledger: SqlLedger, parts: Parts, file: Path
    ) -> None:
        def full(data: bytes, name: str) -> Snapshot:
            raise OSError(errno.ENOSPC, "No space left on device")

        outcome = ingest(collect(file, full), ledger, parts)
        assert outcome.added == 0
        assert [problem.code for problem in ledger.problems()] == ["snapshot-failed"]
        assert "No space left on device" in ledger.problems()[0].why

    def test_a_ledger_that_can_take_no_more_stops_the_run_and_keeps_what_it_has(
        self, ledger: SqlLedger, parts: Parts
    ) -> None:
        ingest(captures(3), ledger, parts)
        before = everything(ledger)
        with ledger._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        big = [capture("9 killed in Hass " + "x" * 50_000, n) for n in range(100, 103)]
        with pytest.raises(LedgerError, match="the disk is full"):
            ingest(big, ledger, parts)
        assert everything(ledger) == before
        with ledger._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1000000")
        assert ingest(big, ledger, parts).added == 3
