"""`according redact`: the words are nowhere any more, ids and hashes stay, the chain of custody holds."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from according.custody.store import FileStore
from tests.cli.judging import REPORTS, Desk

NAME = "Abu Invented Testname"


def holding(folder: Path, words: str) -> list[str]:
    """The files of the ledger and its snapshots that hold the words."""
    found = [folder / "according.db", *folder.glob("according.db-*"), *(folder / "according.snapshots").rglob("*")]
    return [path.name for path in found if path.is_file() and words.encode() in path.read_bytes()]


def custody(folder: Path) -> list[str]:
    return list(FileStore(folder / "according.snapshots").verify())


def ids(desk: Desk) -> list[tuple[object, ...]]:
    return [
        (c["id"], c["report_id"], c["telling"], c["start"], c["low"] if c["kind"] == "figure" else 0)
        for c in desk.lines("claims")
    ]


def test_a_name_goes_everywhere_and_nothing_else_does(desk: Desk) -> None:
    assert holding(desk.folder, "Testname")
    before = ids(desk)
    desk.judged("note", desk.claim("post", "killed"), why=f"{NAME.upper()} was asked")
    code, _, err = desk("redact", "--words", NAME, "--why", "asked for by the family", "--yes")
    assert code == 0, err
    assert holding(desk.folder, "Testname") == [] and holding(desk.folder, "TESTNAME") == []
    assert custody(desk.folder) == []
    assert ids(desk) == before, "claims keep their ids and numbers"
    out = desk.done("report", "post")
    assert "█" in out and "Testname" not in out
    assert "redacted by Amal on" in out and "asked for by the family" in out
    exported = desk.export()
    assert "Testname" not in exported and "redacted by Amal" in exported
    (told,) = desk.lines("redact", "--list")
    assert (told["why"], told["whole"], len(told["spans"])) == ("asked for by the family", False, 1)  # type: ignore[arg-type]
    assert REPORTS[2]["text"][slice(*told["spans"][0])] == NAME  # type: ignore[index]


def test_a_whole_report_leaves_a_tombstone(desk: Desk) -> None:
    report_id = str(desk.lines("report", "post")[0]["report"])
    incidents = len(desk.lines("incidents"))
    code, _, err = desk("redact", "post", "--why", "the source is in danger", "--yes")
    assert code == 0, err
    for words in ("Taftanaz", "Valley Post", "children were killed"):
        assert holding(desk.folder, words) == [], words
    assert custody(desk.folder) == []
    assert len(desk.lines("incidents")) == incidents - 1, "its claims have no words to lead to"
    assert desk("report", "post")[0] == 2
    out = desk.done("report", report_id)
    assert "the whole report redacted by Amal on" in out and "the source is in danger" in out and "2031-03-05" in out
    assert "Saraqib" in desk.export(), "other reports are untouched"
    code, _, err = desk("redact", report_id, "--why", "again", "--yes")
    assert code == 0 and "redacted already" in err
    assert len(desk.lines("redact", "--list")) == 1


def test_nothing_brings_the_words_back(desk: Desk) -> None:
    desk.done("redact", "post", "--why", "the source is in danger", "--yes")
    desk.done("redact", "--words", "Orontes Wire", "--why", "asked for", "--yes")
    before, listed = desk.export(), desk.lines("redact", "--list")
    for arguments in (("ingest", "in.jsonl"), ("rebuild",), ("reread",)):
        code, _, err = desk(*arguments)
        assert code == 0, err
        assert holding(desk.folder, "Taftanaz") == holding(desk.folder, "Orontes Wire") == [], arguments
        assert desk.export() == before, arguments
    assert desk.lines("redact", "--list") == listed
    assert custody(desk.folder) == []


def test_judgements_hold_after_a_name_is_redacted(desk: Desk) -> None:
    toll = desk.claim("herald", "killed")
    own = desk.judged("reject", toll, why="the rescuers of Northern Hills said so")
    desk.done("redact", "--words", "Northern Hills", "--why", "asked for", "--yes")
    (judgement,) = desk.lines("judge", "list")
    assert judgement["id"] == own and "█" in str(judgement["why"]) and "Northern" not in str(judgement["why"])
    assert desk.incident("wire")["killed"] == {"low": 4, "high": 4, "best": 4, "open": False}
    desk.judged("withdraw", own)
    assert desk.incident("wire")["killed"] == {"low": 4, "high": 7, "best": 7, "open": False}


def test_an_actor_by_other_names_is_told(desk: Desk) -> None:
    text = "Invented sample: A man was killed in Homs on Monday, the White Helmets said."
    (desk.folder / "more.jsonl").write_text(json.dumps({"id": "more", "text": text}) + "\n", encoding="utf-8")
    desk.done("ingest", "more.jsonl")
    code, _, err = desk("redact", "--words", "White Helmets", "--why", "x", "--dry-run")
    assert code == 0
    assert "report more" in err and "which reports also call Syria Civil Defence" in err


def test_copies_with_the_same_words_are_told(desk: Desk) -> None:
    copy = {**REPORTS[1], "id": "copied", "publisher": "Copy Wire", "published": "2031-03-04"}
    (desk.folder / "more.jsonl").write_text(json.dumps(copy) + "\n", encoding="utf-8")
    desk.done("ingest", "more.jsonl")
    code, _, err = desk("redact", "herald", "--why", "asked for", "--dry-run")
    assert code == 0
    assert "1 copy: copied" in err and "nothing was changed" in err
    code, _, err = desk("redact", "herald", "copied", "--why", "asked for", "--dry-run")
    assert "copy:" not in err and "2 reports to redact" in err


def test_a_dry_run_changes_nothing(desk: Desk) -> None:
    before = desk.export()
    code, _, err = desk("redact", "--words", "Saraqib", "--dry-run")
    assert code == 0
    assert "report wire" in err and "report herald" in err and "report post" not in err
    assert desk.export() == before and desk.lines("redact", "--list") == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--why", "x", "--yes"), "say what to take out"),
        (("nosuchreport", "--why", "x", "--yes"), "no report 'nosuchreport'"),
        (("--words", "Al", "--why", "x", "--yes"), "too short"),
        (("--words", NAME, "--yes"), "wants a reason"),
        (("--words", NAME, "--why", " ", "--yes"), "wants a reason"),
        (("--words", NAME, "--why", f"{NAME} asked", "--yes"), "write it without them"),
        (("--words", NAME, "--why", "asked for"), "--dry-run, then say --yes"),
        (("--words", NAME, "--why", "asked for", "--yes", "--who", " "), "--who NAME"),
    ],
)
def test_bad_input_says_what_to_do_and_changes_nothing(desk: Desk, arguments: tuple[str, ...], message: str) -> None:
    code, out, err = desk("redact", *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert desk.lines("redact", "--list") == [] and holding(desk.folder, "Testname")


@pytest.mark.parametrize(("typed", "code", "gone"), [("yes\n", 0, True), ("no\n", 2, False), ("\n", 2, False)])
def test_a_person_is_asked_first(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, typed: str, code: int, gone: bool
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal(typed))
    assert desk("redact", "--words", NAME, "--why", "asked for")[0] == code
    assert (holding(desk.folder, "Testname") == []) == gone


def test_one_that_was_cut_off_is_finished_by_the_same_command(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ("redact", "--words", NAME, "--why", "asked for", "--yes")
    for cut in ("according.app.redact.refresh", "according.ledger.sqlite._scrub"):
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(cut, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
            assert desk(*arguments)[0] == 130
    assert desk(*arguments)[0] == 0
    assert holding(desk.folder, "Testname") == []
    assert len(desk.lines("redact", "--list")) == 1
    assert len(desk.lines("incidents")) == 2


def test_without_the_files_as_received_the_ledger_is_redacted_and_says_so(desk: Desk) -> None:
    for path in (desk.folder / "according.snapshots").rglob("*"):
        if path.is_file():
            path.unlink()
    code, _, err = desk("redact", "--words", NAME, "--why", "asked for", "--yes")
    assert code == 0
    assert "blank them where they are" in err
    assert holding(desk.folder, "Testname") == []


def test_other_files_with_the_same_words_are_blanked_too(desk: Desk) -> None:
    """The same reports fetched again in another file, a name spelled otherwise and one that JSON escaped."""
    again = [*REPORTS, {"id": "x", "text": "Invented sample: ABU INVENTED TESTNAME spoke."}]
    (desk.folder / "again.jsonl").write_text("".join(json.dumps(r) + "\n" for r in again), encoding="utf-8")
    escaped = {"id": "y", "text": "نموذج مختلق: قال عبد مختلق إن الأمر انتهى."}
    (desk.folder / "escaped.jsonl").write_text(json.dumps(escaped) + "\n", encoding="utf-8")
    for name in ("again.jsonl", "escaped.jsonl"):
        assert desk("ingest", name)[0] in (0, 1)
    code, _, err = desk("redact", "--words", NAME, "--words", "عبد مختلق", "--why", "asked for", "--yes")
    assert code == 0, err
    assert "1 other file" in err or "2 other files" in err or "snapshot" in err
    for words in ("Testname", "TESTNAME", json.dumps("عبد مختلق")[1:-1]):
        assert holding(desk.folder, words) == [], words
    assert holding(desk.folder, "Four civilians"), "other words stay in the files"
    assert desk("verify")[0] == 0


def test_a_whole_report_goes_from_every_file_that_held_the_same_record(desk: Desk) -> None:
    lines = (desk.folder / "in.jsonl").read_text(encoding="utf-8")
    (desk.folder / "again.jsonl").write_text("\n" + lines, encoding="utf-8")
    desk.done("ingest", "again.jsonl")
    code, _, err = desk("redact", "post", "--why", "asked for", "--yes")
    assert code == 0 and "1 other file" in err
    assert holding(desk.folder, "Taftanaz") == [] and len(holding(desk.folder, "Seven civilians")) > 2
    assert desk("verify")[0] == 0


def test_words_of_one_report_stay_in_the_others(desk: Desk) -> None:
    desk.done("redact", "herald", "--words", "Saraqib", "--why", "asked for", "--yes")
    assert "Saraqib" not in desk.done("report", "herald")
    assert "Saraqib" in desk.done("report", "wire") and holding(desk.folder, "in Saraqib")


def test_a_file_that_was_altered_stops_it_before_anything_is_done(desk: Desk) -> None:
    (path,) = (desk.folder / "according.snapshots").glob("??/*")
    path.chmod(0o600)
    path.write_bytes(b"tampered")
    code, _, err = desk("redact", "--words", NAME, "--why", "asked for", "--yes")
    assert code == 2 and "nothing was redacted" in err
    assert desk.lines("redact", "--list") == [] and "Testname" in desk.done("report", "post")


def test_a_place_whose_name_went_is_nowhere(desk: Desk) -> None:
    assert desk.incident("post")["lat"] is not None
    desk.done("redact", "--words", "Taftanaz", "--why", "asked for", "--yes")
    shown = desk.incident("post")
    assert (shown["lat"], shown["place_id"]) == (None, None)
    assert "Taftanaz" not in desk.export() + desk.done("show", str(shown["id"])) + json.dumps(
        desk.lines("report", "post")
    )
    assert holding(desk.folder, "Taftanaz") == []
