"""`according read`: claims as JSON lines, without a ledger."""

from __future__ import annotations

from collections.abc import Iterator

from according.cli.inputs import ProblemsFile, captures_of, problem_lines
from according.cli.options import Inputs, Registry, settings
from according.cli.output import Out, writing


def read(inputs: Inputs, out: Out = None, problems: ProblemsFile = None, registry: Registry = None) -> None:
    """Read claims out of files, keeping nothing.

    Prints one JSON line a report, in the order of the input, under the id of the input.

    \b
    Example: according read reports.jsonl -o claims.jsonl --problems problems.jsonl
    """
    from according.app import wiring
    from according.app.reading import read_captures
    from according.cli.console import finish
    from according.cli.progress import Bar
    from according.domain.problem import Problem
    from according.domain.report import Capture
    from according.export.lines import json_line
    from according.export.reading_line import reading_line

    with problem_lines(problems) as (tell, told), writing(out) as stream, Bar() as bar:
        parts = wiring.parts(settings(registry=registry), bar)

        def good() -> Iterator[Capture]:
            for item in captures_of(inputs):
                if isinstance(item, Problem):
                    tell(item)
                else:
                    yield item

        bar.start("Reading", None)
        for done in read_captures(good(), parts):
            for problem in done.problems:
                tell(problem)
            if done.report is not None:
                stream.write(json_line(reading_line(done.capture.given_id, done.report, done.read)))
            bar.advance()
    finish(told)
