"""Files and folders: every bad input is a problem that says what to do, and the rest goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from according.collect.files import collect
from according.domain.problem import Problem
from according.domain.report import Capture, Snapshot
from tests.collect.gathering import Gather, Gathered, Kept

TEXT = "Invented sample: four killed."


def test_a_text_file_is_one_report_kept_as_it_is(gather: Gather) -> None:
    data = "  Invented sample: حاس\r\n\r\nfour killed.\n".encode()
    found = gather("idlib.txt", data)
    (capture,) = found.captures
    assert (capture.text, capture.given_id, capture.published) == (data.decode(), "idlib", None)
    assert (capture.title, capture.publisher, capture.url, capture.lang) == (None, None, None, None)
    assert found.records == [data]
    assert found.problems == []


def test_a_mark_is_no_part_of_the_text(gather: Gather) -> None:
    found = gather("in.txt", TEXT.encode("utf-8-sig"))
    assert (found.texts, found.problems) == ([TEXT], [])


@pytest.mark.parametrize("name", ["in.txt", "in.html", "in.jsonl", "in.csv"])
@pytest.mark.parametrize("data", [b"", b"\n \t\r\n"])
def test_an_empty_file_is_told(gather: Gather, name: str, data: bytes) -> None:
    found = gather(name, data)
    assert (found.captures, found.codes) == ([], ["empty-file"])


@pytest.mark.parametrize("name", ["in.txt", "in.html", "in.jsonl", "in.csv"])
def test_a_binary_file_is_told(gather: Gather, name: str) -> None:
    found = gather(name, bytes(range(256)) * 100)
    assert (found.captures, found.codes) == ([], ["binary-file"])
    assert found.kept.bytes == {}


def test_another_encoding_is_found_and_told(gather: Gather) -> None:
    words = "نموذج مختلق: أفادت مصادر محلية بمقتل ثلاثة مدنيين بقصف على القرية"
    found = gather("in.txt", words.encode("cp1256"))
    assert found.texts == [words]
    assert found.codes == ["encoding"]
    assert "cp1256" in found.problems[0].why


def test_damaged_utf_8_is_read_with_marks_and_told(gather: Gather) -> None:
    found = gather("in.txt", "Invented sample: حاس حاس حاس".encode()[:-1])
    assert found.texts == ["Invented sample: حاس حاس حا\ufffd"]
    assert found.codes == ["encoding"]


def test_a_missing_file_and_a_kind_that_nobody_reads_are_told(tmp_path: Path, gather: Gather) -> None:
    assert Gathered(tmp_path / "none.jsonl").codes == ["missing-file"]
    found = gather("in.docx", b"PK\x03\x04")
    assert found.codes == ["unknown-kind"]
    assert ".jsonl" in found.problems[0].why


def test_a_file_without_an_ending_is_text(gather: Gather) -> None:
    assert gather("report", TEXT.encode()).texts == [TEXT]


def test_a_folder_is_read_in_name_order_and_says_what_it_left(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", "a/b.txt", ".hidden.txt", ".git/d.txt", "a/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{TEXT} {name}")
    (tmp_path / "a" / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "a" / "empty.txt").touch()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = Gathered(tmp_path)
    assert [text.split()[-1] for text in found.texts] == ["b.txt", "a/b.txt", "a/c.txt", "a/e.txt"]
    assert found.codes == ["not-a-file", "not-a-file", "empty-file", "unknown-kind"]
    assert "picture.png" in found.problems[-1].why


def test_a_folder_without_reports_is_told(tmp_path: Path) -> None:
    assert Gathered(tmp_path).codes == ["empty-folder"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert Gathered(path).codes == ["unreadable-file"]


def test_a_file_that_cannot_be_read_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT)
    whole = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    found = Gathered(tmp_path)
    assert found.ids == ["a", "c"]
    assert found.codes == ["unreadable-file"]
    assert "Permission denied" in found.problems[0].why


def test_bytes_that_cannot_be_kept_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": "Invented sample: four killed."}')

    def full(data: bytes, name: str) -> Snapshot:
        raise OSError(28, "No space left on device")

    (problem,) = collect(tmp_path / "in.jsonl", full)
    assert isinstance(problem, Problem)
    assert problem.code == "snapshot-failed"
    assert "No space left on device" in problem.why


def test_a_report_of_twenty_megabytes_is_read_whole_and_a_longer_one_told(
    gather: Gather, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = (TEXT + " ").encode() * 700_000
    assert len(data) > 20_000_000
    found = gather("long.txt", data)
    assert len(found.texts[0]) == len(data)
    assert found.problems == []
    monkeypatch.setattr("according.collect.files.LARGEST_TEXT", 1_000_000)
    assert gather("long.txt", data).codes == ["report-too-long"]


def test_a_file_too_large_is_told_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(2_000_000_001)
    assert Gathered(path).codes == ["file-too-large"]


def test_names_that_are_no_text_can_be_told(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:
        file.write(TEXT.encode())
    (capture,) = collect(Path(os.fsdecode(path)), Kept())
    assert isinstance(capture, Capture)
    assert capture.given_id == "caf\ufffd"
