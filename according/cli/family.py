"""How `according report --family` prints the chain of a report's copies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from according.app.family import Chain, Member

LONGEST = 60
"""Letters of a taken sentence that are shown."""


def show_chains(chains: Sequence[Chain], report: str, as_json: bool) -> None:
    """A table a family, its reports in the order of publication; the report that was asked for is marked."""
    from according.cli.console import cell, json_out, out, table

    if as_json:
        json_out(_as_json(chain) for chain in chains)
        return
    if not chains:
        out().print(cell("no report of this ledger has the same words"))
    for chain in chains:
        rows = [
            (
                ">" if member.report.id == report else "",
                member.report.published or "no date",
                member.report.publisher or "no publisher",
                member.report.given_id,
                _how(member, first=n == 0),
                "; ".join(member.speakers) or "(the publisher)",
            )
            for n, member in enumerate(chain.members)
        ]
        out().print(cell(f"first published by {chain.publisher or 'an unnamed publisher'}", style="bold"))
        table(("", "published", "by", "report", "how", "says who"), rows)


def _how(member: Member, first: bool) -> str:
    if not member.taken:
        return "first" if first else "copy"
    shown = " ".join(member.taken[0].split())
    shown = shown if len(shown) <= LONGEST else f"{shown[:LONGEST]} ..."
    many = f", {len(member.taken)} sentences" if len(member.taken) > 1 else ""
    return f'took "{shown}"{many}'


def _as_json(chain: Chain) -> dict[str, object]:
    members = [
        {
            "report": member.report.given_id,
            "report_id": member.report.id,
            "publisher": member.report.publisher,
            "published": member.report.published,
            "taken": list(member.taken),
            "speakers": list(member.speakers),
        }
        for member in chain.members
    ]
    return {"publisher": chain.publisher, "members": members}
