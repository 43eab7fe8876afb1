"""`according verify`: what was altered is told; what was redacted is not called altered."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.cli.judging import Desk


def snapshot(desk: Desk) -> Path:
    (path,) = (desk.folder / "according.snapshots").glob("??/*")
    return path


def test_everything_is_as_it_came_in(desk: Desk) -> None:
    code, out, err = desk("verify")
    assert (code, out) == (0, "")
    assert "everything is as it came in" in err


def test_what_was_redacted_is_not_altered(desk: Desk) -> None:
    desk.done("redact", "post", "--why", "asked for", "--yes")
    code, out, err = desk("verify")
    assert (code, out) == (0, "")
    assert "1 report redacted" in err


def test_an_altered_file_is_told(desk: Desk) -> None:
    path = snapshot(desk)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes().replace(b"Four", b"Five"))
    code, out, _ = desk("verify")
    assert code == 1 and path.name in out and "altered on disk" in out


def test_an_altered_report_is_told(desk: Desk) -> None:
    with sqlite3.connect(desk.folder / "according.db") as ledger:
        ledger.execute("UPDATE reports SET body = replace(body, 'Seven civilians', 'Eight civilians')")
    code, out, _ = desk("verify", "--json")
    assert code == 1
    assert "(herald) was altered in the ledger" in json.loads(out)["wrong"]


def test_a_log_that_was_cut_is_told(desk: Desk) -> None:
    log = desk.folder / "according.snapshots" / "custody.jsonl"
    log.write_text("")
    code, out, _ = desk("verify")
    assert code == 1 and "in no entry of the custody log" in out
