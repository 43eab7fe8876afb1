"""`according link`: a collection's incidents as JSON lines, without a ledger."""

from __future__ import annotations

from according.cli.inputs import ProblemsFile, captures_of, problem_lines
from according.cli.options import Inputs, Registry, settings
from according.cli.output import Out, writing


def link(inputs: Inputs, out: Out = None, problems: ProblemsFile = None, registry: Registry = None) -> None:
    """Link files into incidents, keeping nothing.

    Reads the whole collection and prints one JSON line an incident.

    Example: according link reports.jsonl -o incidents.jsonl
    """
    from according.app import wiring
    from according.app.link import link_captures
    from according.cli.console import finish
    from according.cli.progress import Bar
    from according.export.incident_line import incident_line
    from according.export.lines import json_line

    with problem_lines(problems) as (tell, told), writing(out) as stream, Bar() as bar:
        parts = wiring.parts(settings(registry=registry), bar)
        linked = link_captures(captures_of(inputs), parts, bar)
        for problem in linked.problems:
            tell(problem)
        for incident in linked.incidents:
            stream.write(json_line(incident_line(incident, linked.given)))
    finish(told)
