"""Words of a report marked where claims stand: in colour on a terminal, between «» anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from according.cli.console import clean

if TYPE_CHECKING:
    from rich.text import Text


def mark(text: str, spans: Iterable[tuple[int, int, str]]) -> Text:
    """`spans` are (start, end, label) in `text`; labels stand behind the words. Spans may nest or overlap."""
    from rich.text import Text

    watched = sys.stdout.isatty()
    known = sorted(set(spans))
    cuts = sorted({0, len(text), *(cut for start, end, _ in known for cut in (start, end))})
    out = Text(overflow="fold")
    for n, cut in enumerate(cuts):
        ending = [label for _, end, label in known if end == cut]
        names = ",".join(label for label in ending if label)
        out.append("" if watched else "»" * len(ending))
        out.append(f"[{names}]" if names else "", style="cyan")
        out.append("" if watched else "«" * sum(start == cut for start, _, _ in known))
        following = cuts[n + 1] if n + 1 < len(cuts) else cut
        inside = any(start <= cut and following <= end for start, end, _ in known)
        out.append(clean(text[cut:following]), style="bold reverse" if inside else "")
    return out
