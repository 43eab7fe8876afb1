"""A ledger of a few invented reports, read once, for the tests of judging, reviewing and redacting."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tests.cli.running import Run

REPORTS = [
    {
        "id": "wire",
        "publisher": "Orontes Wire",
        "published": "2031-03-03",
        "title": "Shells on a market",
        "text": "Invented sample: SARAQIB, March 3, 2031 (Orontes Wire) - Four civilians were killed on Monday when shells hit a "
        "market in Saraqib, the Orontes Incident Monitor said. Eleven people were injured.",
    },
    {
        "id": "herald",
        "publisher": "Northern Hills Herald",
        "published": "2031-03-03",
        "text": "Invented sample: Seven civilians were killed by shelling of a market in Saraqib on Monday, rescuers said.",
    },
    {
        "id": "post",
        "publisher": "Valley Post",
        "published": "2031-03-05",
        "text": "Invented sample: Two children were killed on Wednesday when a mine exploded near Taftanaz, residents said. "
        "Abu Invented Testname, a shepherd, said that he saw it.",
    },
]


@dataclass
class Desk:
    """Runs commands on a ledger of its own, as one reviewer."""

    run: Run
    folder: Path

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        return self.run(*arguments)

    def done(self, *arguments: str) -> str:
        """The output of a command that must succeed."""
        code, out, err = self.run(*arguments)
        assert code == 0, err
        return out

    def lines(self, *arguments: str) -> list[dict[str, object]]:
        """What a command prints as JSON lines."""
        return [json.loads(line) for line in self.done(*arguments, "--json").splitlines()]

    def claim(self, report: str, label: str) -> str:
        """The id of a claim of a report, by its measure or type."""
        found = [
            c["id"] for c in self.lines("claims", "--report", report) if label in (c.get("measure"), c.get("type"))
        ]
        assert found, f"{report} has no {label}"
        return str(found[0])

    def incident(self, report: str) -> dict[str, object]:
        """The one incident that a report tells of."""
        (line,) = self.lines("report", report)
        incidents = line["incidents"]
        assert isinstance(incidents, list) and len(incidents) == 1
        return self.lines("show", incidents[0])[0]

    def judged(self, *arguments: str, why: str = "saw the list") -> str:
        """Records a judgement and returns its id."""
        (line,) = self.lines("judge", *arguments, "--why", why)
        return str(line["id"])

    def export(self) -> str:
        """All exports, one after the other."""
        return "".join(
            self.done("export", kind, "--what", what)
            for kind, what in (
                ("jsonl", "incidents"),
                ("jsonl", "claims"),
                ("csv", "incidents"),
                ("geojson", "incidents"),
            )
        )


def write_reports(folder: Path) -> Path:
    file = folder / "in.jsonl"
    file.write_text("".join(json.dumps(report) + "\n" for report in REPORTS), encoding="utf-8")
    return file
