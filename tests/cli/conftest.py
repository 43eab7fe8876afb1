"""Commands run in an empty folder, with the real parts made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from according.app import wiring
from according.app.parts import Parts
from according.app.settings import Settings
from according.cli.main import main
from tests.cli.running import Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in an empty folder: (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    for name in ("ACCORDING_LEDGER", "ACCORDING_REGISTRY", "ACCORDING_BENCH"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main(arguments)
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return int(end.value.code or 0), captured.out, captured.err

    return run


@pytest.fixture(scope="session")
def parts() -> Parts:
    return wiring.parts(Settings.of({}))


@pytest.fixture
def furnished(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> Parts:
    """Every command reads with the same parts: a parser and a gazetteer are opened once for all tests."""
    monkeypatch.setattr(wiring, "parts", lambda *_: parts)
    return parts
