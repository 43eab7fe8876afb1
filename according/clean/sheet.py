"""A report's text laid out in lines and sentences while its zones are being found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from according.domain.values import ZoneKind
from according.text.sentences import Span

_WORDS = re.compile(r"[\u0621-\u06d3]+|[^\W\u0621-\u06d3]+")
"""Arabic letters are words of their own: a page glues its own to them ("Publicأصيب")."""
_CLOSING = "\"'”’»)]\u200f\u200e "
_ITEM = re.compile(r"\s*(?:[•●▪◦·*–—-]|[\d٠-٩]{1,2}\s?[.)_-])\s?(?=\D)")


def key_of(text: str) -> str:
    """Words in lower case, one space apart: what two spellings of one line share."""
    return " ".join(_WORDS.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its sentences are spans[first:last]."""

    start: int
    end: int
    first: int
    last: int


@dataclass(slots=True)
class Sheet:
    """`zones` runs parallel to `spans`; everything is body until a rule says otherwise."""

    text: str
    spans: list[Span]
    lines: list[Line] = field(init=False)
    zones: list[ZoneKind] = field(init=False)

    def __post_init__(self) -> None:
        self.zones = [ZoneKind.BODY] * len(self.spans)
        begins = [n for n, (_, _, fresh) in enumerate(self.spans) if fresh]
        ends = [*begins[1:], len(self.spans)][: len(begins)]
        self.lines = [
            Line(self.spans[first][0], self.spans[last - 1][1], first, last)
            for first, last in zip(begins, ends, strict=True)
        ]

    def words(self, line: Line) -> str:
        return self.text[line.start : line.end]

    def mark(self, line: Line, zone: ZoneKind) -> None:
        """Sets the zone of what is still body in the line."""
        for n in range(line.first, line.last):
            if self.zones[n] is ZoneKind.BODY:
                self.zones[n] = zone

    def body(self, line: Line) -> bool:
        """Whether something in the line is still body."""
        return ZoneKind.BODY in self.zones[line.first : line.last]

    def paragraph(self, line: Line) -> bool:
        """Whether the line is a paragraph: a sentence or more that ends with a stop, as no headline does."""
        text = self.text[max(line.start, line.end - 8) : line.end].rstrip(_CLOSING)
        return line.end - line.start >= 40 and text.endswith((".", "!", "۔")) and not text.endswith("..")

    def item(self, line: Line) -> bool:
        """Whether the line is an item of a list: bulleted or numbered."""
        return _ITEM.match(self.text, line.start, min(line.end, line.start + 12)) is not None

    def headline(self, line: Line) -> bool:
        """Whether the line could be a headline, a menu entry or a tag: short, without a stop, no item of a list."""
        last = self.text[max(line.start, line.end - 3) : line.end].rstrip(_CLOSING)
        stopped = last.endswith((".", ":", ";", ",", "،", "؛")) and not last.endswith("..")
        return line.end - line.start <= 180 and not stopped and not self.item(line)

    def runs(self, longest: int, own: set[int]) -> Iterator[list[Line]]:
        """Runs of neighbouring lines that could be headlines, none longer than `longest` characters.

        Lines whose first sentence is in `own` end a run and belong to none.
        """
        run: list[Line] = []
        for line in self.lines:
            if self.headline(line) and line.end - line.start < longest and line.first not in own:
                run.append(line)
            elif run:
                yield run
                run = []
        if run:
            yield run
