"""Commands run in an empty folder, with the real parts made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from according.app import wiring
from according.app.ingest import ingest
from according.app.parts import Parts
from according.app.settings import Settings
from according.cli.main import main
from tests.cli.judging import Desk, write_reports
from tests.cli.running import Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in an empty folder: (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    for name in ("ACCORDING_LEDGER", "ACCORDING_REGISTRY", "ACCORDING_BENCH", "ACCORDING_REVIEWER"):
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


@pytest.fixture(scope="session")
def read_once(parts: Parts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger of the reports of `judging`."""
    folder = tmp_path_factory.mktemp("judging")
    settings = Settings.of({}, ledger=folder / "according.db")
    ledger = wiring.ledger(settings)
    ingest(wiring.collect(write_reports(folder), wiring.store(settings).put), ledger, parts)
    ledger.close()
    return folder


@pytest.fixture
def desk(run: Run, read_once: Path, furnished: Parts, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Desk:
    """Commands on a copy of that ledger, as the reviewer Amal."""
    shutil.copytree(read_once, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("ACCORDING_REVIEWER", "Amal")
    monkeypatch.setattr(wiring, "gazetteer", lambda *_: furnished.gazetteer)
    monkeypatch.setattr(wiring, "registry", lambda *_: furnished.registry)
    return Desk(run, tmp_path)
