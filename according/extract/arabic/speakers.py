"""Who says what a line tells (codebook, Figures: attribution)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from according.domain.mention import ActorMention
from according.extract.arabic.line import Line


@dataclass(frozen=True, slots=True)
class Speech:
    """Words first..last of a line name a speaker, `name` as written; what is said stands in words scope[0]..scope[1]."""

    first: int
    last: int
    name: str
    scope: tuple[int, int]


_SAYS = frozenset(
    "قال قالت افاد افادت ذكر ذكرت اعلن اعلنت اكد اكدت وثق وثقت اوضح اوضحت نقلت نقل ".split()
)


def speeches(line: Line, actors: Sequence[ActorMention], last: str | None) -> list[Speech]:
    """The speakers of a line and what each says; `last` is the speaker named before, whom "وأضاف" carries on."""
    for at, stem in enumerate(line.stems[:6]):
        if stem in _SAYS or line.words[at].form.lstrip("و") in _SAYS:
            end = at + 1
            while end < len(line) and end - at < 7 and line.stems[end] not in ("ان", "إن", "،", "بان", ":", "في"):
                end += 1
            if end - 1 > at:
                return [Speech(at + 1, end - 1, line.raw(at + 1, end - 1), (0, len(line) - 1))]
        if line.words[at].form.lstrip("و") in ("اضاف", "اضافت", "تابع", "تابعت", "لفت", "اشار") and last:
            return [Speech(at, at, last, (0, len(line) - 1))]
    return []
