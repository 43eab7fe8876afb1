"""`according`: the commands, and the one place where an error becomes a line for the user."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from according.cli import (
    actors,
    bench,
    claims,
    export,
    gazetteer,
    incidents,
    ingest,
    judge,
    link,
    problems,
    read,
    rebuild,
    redact,
    report,
    reread,
    review,
    serve,
    show,
    sources,
    verify,
    version,
)
from according.cli.console import STOPPED, WRONG_USE, WrongUse, note
from according.cli.failures import words_of

command = typer.Typer(
    name="according",
    help="According: a conflict monitor in which every figure is according to someone.",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for module in (
    read,
    link,
    ingest,
    reread,
    claims,
    incidents,
    show,
    report,
    sources,
    problems,
    review,
    redact,
    rebuild,
    verify,
    export,
    serve,
):
    command.command()(getattr(module, module.__name__.rpartition(".")[2]))
command.add_typer(judge.command, name="judge")
command.add_typer(gazetteer.command, name="gazetteer")
command.add_typer(actors.command, name="actors")
command.command()(bench.bench)


@command.callback()
def according(
    context: typer.Context,
    show_version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version with all digests.", callback=version.print_version, is_eager=True
        ),
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Tell what goes on inside, on standard error.")] = False,
) -> None:
    if verbose:
        logging.basicConfig(level=logging.DEBUG, stream=sys.stderr, format="%(name)s: %(message)s")
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs a command and exits: 0 done, 1 done with problems, 2 wrong use, 130 stopped with Ctrl-C."""
    _speak_utf8()
    sys.exit(_run(arguments))


def _run(given: Sequence[str] | None) -> int:
    arguments = list(sys.argv[1:] if given is None else given)
    try:
        code = _carry_out(arguments)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        note("stopped")
        return STOPPED
    except BrokenPipeError:
        return _reader_gone()
    except WrongUse as error:
        return _complain(str(error))
    except OSError as error:
        _forget_output()
        return _complain(words_of(error))
    except Exception as error:
        return _complain(_message(error, arguments))


def _carry_out(arguments: list[str]) -> int:
    try:
        with typer.main.get_command(command).make_context("according", arguments[:]) as context:
            context.command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    return 0


def _message(error: Exception, arguments: Sequence[str]) -> str:
    """Wrong options say so themselves; anything else is a fault of According's."""
    if hasattr(error, "format_message"):
        context = getattr(error, "ctx", None)
        path = context.command_path if context is not None else "according"
        dashed = next((name for name in arguments if name.startswith("-") and os.path.exists(name)), None)
        hint = f"; if {dashed} is a file, write ./{dashed}" if dashed else ""
        return f"{error.format_message()} (see '{path} --help'{hint})"
    if type(error).__name__ == "Abort":
        return "stopped"
    logging.getLogger(__name__).debug("unexpected", exc_info=error)
    return (
        f"unexpected fault: {type(error).__name__}: {error}. Please report it with the command that you typed and the "
        "lines that it prints when you put --verbose after 'according'."
    )


def _complain(message: str) -> int:
    note(f"according: {message}")
    return WRONG_USE


def _reader_gone() -> int:
    """Whoever read the output has enough ('| head'): that is no error."""
    _forget_output()
    return 0


def _forget_output() -> None:
    """Where standard output cannot take what is left for it, Python must not complain once more while it closes."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
