"""Files that cannot be read, or only in part, through the commands: one line each says what to do, what is good is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from according.app import reading
from according.cli.failures import words_of
from tests.cli.running import Run

pytestmark = pytest.mark.usefixtures("furnished")

GOOD = {
    "id": "good-1",
    "publisher": "Orontes Wire",
    "published": "2031-03-02",
    "text": "Invented sample: Two civilians were killed on Sunday in shelling of Idlib, residents said.",
}
ARABIC = "نموذج مختلق: مقتل ثلاثة مدنيين في قصف على مدينة إدلب"
PAGE = "<html><head><title>x</title></head><body>{}</body></html>"


def jsonl(*records: object) -> bytes:
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    return ("\n".join(lines) + "\n").encode()


@pytest.mark.parametrize(
    ("name", "data", "added", "message"),
    [
        ("missing.jsonl", None, 0, "(missing-file): missing.jsonl: there is no such file: check the path"),
        ("empty.jsonl", b"", 0, "(empty-file): empty.jsonl: the file is empty"),
        ("blank.txt", b" \n\n", 0, "(empty-file): blank.txt"),
        ("binary.txt", bytes(range(256)) * 20, 0, "(binary-file): binary.txt: this is binary data, no text"),
        ("packed.jsonl", b"PK\x03\x04" + bytes(200), 0, "this is a ZIP archive"),
        ("packed.zip", b"PK\x03\x04" + bytes(200), 0, "(unknown-kind): packed.zip: According reads .txt"),
        (
            "windows.txt",
            ARABIC.encode("cp1256"),
            1,
            "(encoding): windows.txt: the file is not UTF-8: it was read as cp1256",
        ),
        ("mixed.jsonl", jsonl(GOOD, '{"id": "cut", "text": "Three', GOOD | {"id": "good-2", "text": "b"}), 2, "line 2"),
        ("list.jsonl", jsonl(GOOD, [1, 2]), 1, 'write {"id": ..., "text": ...}, one report a line'),
        ("odd.csv", b"Headline,Body\nx,Two men were killed\n", 0, 'no column is called "text"'),
        ("twice.csv", b"text,text\nTwo men were killed,Three men were killed\n", 0, 'two columns are called "text"'),
        ("script.html", PAGE.format("<script>let x = 1</script>").encode(), 0, "no article was found in this page"),
        (
            "menu.html",
            PAGE.format('<nav><a href="/">Home</a> <a href="/war">War</a></nav>').encode(),
            0,
            "no article was found",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_costs_nothing_else(
    run: Run, tmp_path: Path, name: str, data: bytes | None, added: int, message: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "last.txt").write_text("Invented sample: A child was injured by a mine in Sarmin, residents said.")
    code, out, err = run("ingest", name, "last.txt")
    assert (code, out) == (1, "")
    assert message in err
    assert err.startswith(f"{added + 1} report{'' if added == 0 else 's'} added")
    kept = [path.read_bytes() for path in (tmp_path / "according.snapshots").glob("??/*")]
    assert data in kept or not added, "what was read in part is kept whole"
    code, out, _ = run("problems", "--json")
    assert code == 1
    assert {json.loads(line)["what"].partition(",")[0] for line in out.splitlines()} <= {name, Path(name).stem}


def test_the_line_that_is_no_json_is_named_and_said_well(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl('{"id": "cut", "text": "Three', GOOD))
    _, _, err = run("ingest", "in.jsonl")
    assert "in.jsonl, line 1: the line is no JSON (Invalid control character" in err or "Unterminated string" in err
    assert " at at " not in err


def test_a_folder_is_read_and_what_is_of_another_kind_told(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    code, _, err = run("ingest", "in")
    assert (code, "there are no reports in this folder" in err) == (1, True)
    (folder / "good.jsonl").write_bytes(jsonl(GOOD))
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7")
    code, _, err = run("ingest", "in")
    assert code == 1
    assert err.startswith("1 report added")
    assert "not read, for they are of other kinds: scan.pdf" in err


@pytest.mark.parametrize(
    "name",
    ["a b - c.jsonl", "تقرير اليوم.jsonl", 'it\'s "so".jsonl', "-dash.jsonl", "new\nline.jsonl", "%s{0}[b].jsonl"],
)
def test_odd_names_of_files_are_files(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(jsonl(GOOD))
    code, _, err = run("ingest", "--", name)
    assert (code, err.splitlines()) == (0, ["1 report added, 0 already known, no problems"])
    (tmp_path / name).write_bytes(b"")
    code, _, err = run("ingest", "--", name)
    assert code == 1
    assert "(empty-file)" in err


def test_a_name_that_is_taken_for_an_option_gets_a_hint(run: Run, tmp_path: Path) -> None:
    (tmp_path / "-dash.jsonl").write_bytes(jsonl(GOOD))
    code, _, err = run("ingest", "-dash.jsonl")
    assert code == 2
    assert "if -dash.jsonl is a file, write ./-dash.jsonl" in err


def test_the_same_file_twice_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(GOOD))
    assert run("ingest", "in.jsonl", "in.jsonl", "./in.jsonl")[2] == "1 report added, 0 already known, no problems\n"
    before = run("export", "jsonl")[1]
    assert run("ingest", "in.jsonl")[2] == "no reports added, 1 already known, no problems\n"
    assert run("export", "jsonl")[1] == before != ""


def test_a_report_too_long_to_be_read_is_kept_and_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LONGEST_READ", 1_000)
    book = GOOD["text"] + " Page." * 200
    (tmp_path / "in.jsonl").write_bytes(jsonl(GOOD | {"id": "book", "text": book}, GOOD))
    code, _, err = run("ingest", "in.jsonl")
    assert code == 1
    assert err.startswith("2 reports added")
    assert (
        f"(too-long-to-read): book: a report of {len(book):,} characters is too long to be read (at most 1,000)" in err
    )
    reports = {json.loads(line)["report"] for line in run("claims", "--json")[1].splitlines()}
    assert reports == {"good-1"}
    assert " Page." in run("report", "book")[1]


def test_a_report_without_a_date_is_no_problem(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl({"text": GOOD["text"]}))
    assert run("ingest", "in.jsonl")[0] == 0
    dates = {json.loads(line)["date"] for line in run("claims", "--json")[1].splitlines()}
    assert dates == {None}


@pytest.mark.parametrize("command", ["claims", "incidents", "sources"])
def test_an_empty_ledger_is_told_not_drawn(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"")
    run("ingest", "in.jsonl")
    code, out, err = run(command)
    assert code == 0
    assert len((out + err).strip().splitlines()) == 1


def test_an_error_of_the_system_says_what_to_do() -> None:
    assert (
        words_of(OSError(28, "No space left on device", "x.db"))
        == "x.db: the disk is full: free some space and run again"
    )
    assert words_of(OSError("port 80 cannot be used")) == "port 80 cannot be used"
    assert words_of(OSError(9999, "Something rare")) == "Something rare"
