"""Speakers over the whole report: each by the fullest name it gives ("مراسلنا", "المرصد", "التقرير" mean one named elsewhere)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from according.domain.mention import ActorMention
from according.extract.arabic.draft import LineDrafts
from according.extract.arabic.forms import clean
from according.extract.arabic.lexicon import bare
from according.extract.arabic.sayings import listed
from according.extract.arabic.speakers import COLONS

STANDING = 3
"""Lines on within which a speaker with a colon still speaks."""
_LONGER = 4
"""Words by which the full name is longer at most."""


def name_in_full(lines: Sequence[LineDrafts], actors: Sequence[ActorMention]) -> None:
    """Gives speakers and the drafts that have them the fullest name that the report gives (codebook, introduction)."""
    said = [part for line in lines for speech in line.speeches for part in speech.name.split("; ")]
    names = list(dict.fromkeys([*said, *(actor.anchor for actor in actors)]))
    known = [(name, _words(name)) for name in names]
    last: str | None = None
    for line in lines:
        full: dict[str, str] = {}
        for n, speech in enumerate(line.speeches):
            parts = [_fullest(part, known, last) for part in speech.name.split("; ")]
            full.update(zip(speech.name.split("; "), parts, strict=True))
            last = "; ".join(dict.fromkeys(parts))
            line.speeches[n] = replace(speech, name=last)
        for draft in line.drafts:
            draft.speakers = list(dict.fromkeys(full.get(name, name) for name in draft.speakers))


def carry_on(lines: Sequence[LineDrafts]) -> None:
    """What follows a speaker with a colon at the end of the line is that speaker's, up to the next one who speaks."""
    standing: list[str] = []
    until = -1
    for line in lines:
        if line.speeches:
            standing = []
        elif standing and line.line.index <= until:
            for draft in line.drafts:
                draft.speakers = draft.speakers or standing
        if line.speeches and line.line.words[-1].form in COLONS:
            standing, until = line.speeches[-1].name.split("; "), line.line.index + STANDING


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in (bare(word) for word in clean(name).split()) if word not in _SAME)


_SAME = frozenset(("نفسه", "نفسها", "ذاته", "ذاتها", '"'))
_OWN = {
    "مراسلنا": "مراسل", "مراسلتنا": "مراسله", "مراسلونا": "مراسلو", "مراسلينا": "مراسلو", "موفدنا": "موفد",
}  # fmt: skip
"""The publisher's own people, and how they are called where the report names the publisher."""


def _fullest(name: str, known: Sequence[tuple[str, tuple[str, ...]]], last: str | None) -> str:
    words = _words(name)
    if not words:
        return name
    head = _OWN.get(words[0], words[0])
    if words[0] in _OWN or (len(words) == 1 and clean(name).startswith("ال")):
        same = [other for other, theirs in known if theirs[:1] == (head,) and len(theirs) > 1]
        if same:
            return same[0]
        back = (words[0],) in listed("back").get(words[0], ())
        return last if back and last is not None else name
    if len(words) > 1:
        for other, theirs in known:
            if theirs[: len(words)] == words and len(words) < len(theirs) <= len(words) + _LONGER:
                return other
    return name
