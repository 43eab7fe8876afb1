"""The manual knows every command and every option; every --help has an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from according.cli.main import command

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")
PACKAGE = ROOT / "according"
EVERYWHERE = {"--help", "-h", "--ledger", "--registry", "--json"}


JUDGE = "reject correct must-link cannot-link grade note withdraw list load"


def commands() -> Iterator[tuple[str, Any]]:
    for name, one in typer.main.get_command(command).commands.items():  # type: ignore[attr-defined]
        if hasattr(one, "commands"):
            yield from ((f"{name} {inner}", two) for inner, two in one.commands.items())
        else:
            yield name, one


COMMANDS = dict(commands())


def section(name: str) -> str:
    found = re.search(rf"^### {name}$(.*?)(?=^##|\Z)", MANUAL, re.M | re.S)
    return found.group(1) if found else ""


def test_all_commands_of_this_version_are_there() -> None:
    wanted = "read link ingest reread claims incidents show report sources problems rebuild review redact verify serve export bench"
    assert set(COMMANDS) == {
        *wanted.split(),
        "gazetteer build",
        "gazetteer add",
        "gazetteer find",
        "actors add",
        "actors find",
        *(f"judge {name}" for name in JUDGE.split()),
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_the_manual_has_every_command_with_an_example(name: str) -> None:
    assert re.search(rf"^    according {name}\b", section(name), re.M), f"docs/manual.md lacks an example of {name}"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example(name: str) -> None:
    assert f"Example: according {name}" in (COMMANDS[name].help or "")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_manual_has_every_option(name: str) -> None:
    text = section(name)
    if "options of `read`" in text:
        text += section("read")
    spelled = {frozenset(parameter.opts) for parameter in COMMANDS[name].params if parameter.opts[0].startswith("-")}
    missing = [opts for opts in spelled if not opts & EVERYWHERE and not any(opt in text for opt in opts)]
    assert not missing, f"docs/manual.md says nothing of {missing} at {name}"
    assert all(option in MANUAL for option in EVERYWHERE - {"-h"})


@pytest.mark.parametrize(
    "name", [name for name, one in COMMANDS.items() if "--json" in {o for p in one.params for o in p.opts}]
)
def test_the_manual_says_what_json_holds(name: str) -> None:
    table = MANUAL[MANUAL.index("With `--json` a command prints") :].partition("\n### ")[0]
    assert f"`{name}`" in table or (name.startswith("judge ") and "`judge reject` and the others" in table)


@pytest.mark.parametrize("name", COMMANDS)
def test_an_example_stays_on_one_line_of_the_help(name: str) -> None:
    """A command that is broken over two lines cannot be copied."""
    one = COMMANDS[name]
    with one.make_context(name, ["--help"], resilient_parsing=True) as context:
        shown = [line.strip() for line in one.get_help(context).splitlines()]
    wanted = re.findall(r"Example: (according .+)", one.help or "")
    assert wanted
    assert all(f"Example: {example}" in shown for example in wanted)


def test_the_manual_explains_every_problem() -> None:
    """Codes are looked for in the code: a new one must be explained."""
    sources = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    codes = set(re.findall(r"(?:[Pp]roblem|append|_failed)\(\s*\(?\"([a-z]+(?:-[a-z]+)+)\"", sources))
    assert len(codes) > 15
    assert not [code for code in sorted(codes | {"encoding"}) if f"`{code}`" not in MANUAL]
