"""Stitched reports: sentences taken word for word from others, among the reporter's own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from according.dedupe.copies import words_of
from according.text.sentences import sentence_spans

SHORTEST = 8
"""Words. Two reporters may both write "Two people were killed"; nobody writes eight words as another did by chance."""
_FILED = re.compile(r"[^\n]{0,60}?(?:\([^()\n]{2,40}\)|\d|[A-Z]{3,}|[\u0621-\u064a]{2,}) ?[-–—]{1,2} ")
"""Where and by whom a sentence was filed ("ALPHA, March 2 (Agency) - "): a copy leaves it out."""
COMMON = 20
"""Groups of copies that hold a sentence from which on it is furniture ("follow us on ...") or a standing paragraph."""


@dataclass(frozen=True, slots=True)
class Stitch:
    """text[start:end] of `report` stands word for word in `first`, a report of the group of copies number `source`."""

    source: int
    first: str
    report: str
    start: int
    end: int


def stitches_of(texts: Mapping[str, str], group_of: Mapping[str, int], rank: Mapping[str, int]) -> list[Stitch]:
    """What each report took from the group that had it first, sorted by report and start.

    `group_of` gives each report's group of copies and `rank` its place in the order of publication: a sentence belongs
    to the group of the first report that holds it.
    """
    first: dict[bytes, str] = {}
    groups: dict[bytes, set[int]] = defaultdict(set)
    for report in sorted(texts, key=rank.__getitem__):
        for _, _, key in _sentences(texts[report]):
            first.setdefault(key, report)
            if len(groups[key]) <= COMMON:
                groups[key].add(group_of[report])
    shared = {key for key, holders in groups.items() if 1 < len(holders) <= COMMON}
    found = []
    for report in sorted(texts):
        own = group_of[report]
        for start, end, key in _sentences(texts[report]):
            if key in shared and (source := group_of[first[key]]) != own:
                found.append(Stitch(source, first[key], report, start, end))
    return found


def _sentences(text: str) -> Iterator[tuple[int, int, bytes]]:
    for start, end, _ in sentence_spans(text):
        if filed := _FILED.match(text, start, end):
            start = filed.end()
        words = words_of(text[start:end])
        if len(words) >= SHORTEST:
            yield start, end, blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=16).digest()
