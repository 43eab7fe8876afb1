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
    link,
    problems,
    read,
    rebuild,
    report,
    reread,
    serve,
    show,
    sources,
    version,
)
from according.cli.console import WRONG_USE, WrongUse, note

command = typer.Typer(
    name="according",
    help="According: a conflict monitor in which every figure is according to someone.",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for module in (read, link, ingest, reread, claims, incidents, show, report, sources, problems, rebuild, export, serve):
    command.command()(getattr(module, module.__name__.rpartition(".")[2]))
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


def _run(arguments: Sequence[str] | None) -> int:
    parser = typer.main.get_command(command)
    try:
        with parser.make_context("according", list(sys.argv[1:] if arguments is None else arguments)) as context:
            parser.invoke(context)
        return _flushed(0)
    except typer.Exit as end:
        return _flushed(end.exit_code)
    except KeyboardInterrupt:
        note("stopped")
        return 130
    except BrokenPipeError:
        return _reader_gone()
    except WrongUse as error:
        return _complain(str(error))
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        return _complain(f"{name}{error.strerror or error}")
    except Exception as error:
        return _complain(_message(error))


def _message(error: Exception) -> str:
    """Wrong options say so themselves; anything else is a fault of According's."""
    if hasattr(error, "format_message"):
        context = getattr(error, "ctx", None)
        path = context.command_path if context is not None else "according"
        return f"{error.format_message()} (see '{path} --help')"
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


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_gone()
    return code


def _reader_gone() -> int:
    """Whoever read the output has enough ('| head'): that is no error, and Python must not complain while it closes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
