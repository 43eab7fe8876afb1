"""Families: groups of copies, with the reports that took sentences out of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from according.dedupe.copies import groups_of
from according.dedupe.stitches import Stitch, stitches_of
from according.domain.ids import digest
from according.domain.incident import Family
from according.domain.report import Report
from according.text.fold import fold


def families_of(reports: Iterable[Report]) -> Sequence[Family]:
    """Every family of two or more reports, sorted by id; a report without copies is in none.

    A function of the set of reports, whatever their order. A report stitched from two others joins both their families,
    each with the stretches that it took, so that two independent publishers stay two origins.
    """
    known = {report.id: report for report in reports}
    order = sorted(known, key=lambda name: _published(known[name]))
    rank = {name: n for n, name in enumerate(order)}
    texts = {name: report.text for name, report in known.items()}
    groups = groups_of(texts)
    group_of = {name: n for n, group in enumerate(groups) for name in group}
    taken: dict[int, list[Stitch]] = defaultdict(list)
    for stitch in stitches_of(texts, group_of, rank):
        if not _same_publisher(known[stitch.report], known[stitch.first]):
            taken[stitch.source].append(stitch)
    found = []
    for n, group in enumerate(groups):
        members = sorted({*group, *(stitch.report for stitch in taken[n])}, key=rank.__getitem__)
        if len(members) < 2:
            continue
        copies = sorted(group, key=rank.__getitem__)
        found.append(
            Family(
                id=digest("family", copies[0]),
                reports=tuple(members),
                publisher=next((known[name].publisher for name in copies if known[name].publisher), None),
                taken=tuple((stitch.report, stitch.start, stitch.end) for stitch in taken[n]),
            )
        )
    return tuple(sorted(found, key=lambda family: family.id))


def _same_publisher(a: Report, b: Report) -> bool:
    """A publisher that repeats itself (page furniture, standing paragraphs) took nothing from anybody."""
    return a.publisher is not None and b.publisher is not None and fold(a.publisher) == fold(b.publisher)


def _published(report: Report) -> tuple[bool, str, str]:
    return report.published is None, report.published or "", report.id
