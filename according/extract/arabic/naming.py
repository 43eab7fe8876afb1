"""Where the name of one who speaks begins and ends in a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from according.domain.mention import ActorMention
from according.extract.arabic.lexicon import given_names, nouns
from according.extract.arabic.line import STOPS, Line
from according.extract.arabic.sayings import Heard, listed

LONGEST = 11
"""Words of a name."""
_INSIDE = 2
"""Words of a description behind which "في" can still name where the speaker belongs: "مصدر عسكري في الجيش"."""
QUOTES = frozenset("\"'")
_CLOSED = frozenset("،,:()[]|/-")
_OWNED = ("ها", "هم", "هما")
"""Pronouns at the end of what is said, as of "their detention": no names end so."""
_OF = frozenset(("باسم", "بلسان"))


@dataclass(frozen=True, slots=True)
class Naming:
    """A line with the words of it that known actors' names cover."""

    line: Line
    heard: Heard
    known: frozenset[int]

    def voice(self, at: int) -> bool:
        """Whether a word is one for somebody who speaks."""
        return not self.heard.suffixes[at] and bool(self.heard.length(listed("voice"), at))

    def written(self, first: int, last: int) -> str:
        """The words of a name as they stand, without a ل written onto the first."""
        raw = self.line.raw(first, last)
        if self.heard.clitics[first][:1] != ("ل",):
            return raw
        return "ال" + raw[2:] if raw.startswith("لل") else raw[1:]

    def speaks(self, first: int, last: int) -> bool:
        """Whether the words name somebody who can speak: a known actor or a word for one."""
        return any(at in self.known or self.voice(at) for at in range(first, last + 1))

    def name_at(self, start: int, plain: bool = False, owned: bool = False) -> tuple[int, int] | None:
        """The first and last word of the name that begins at a word; None where none does.

        `plain`: what is said follows without "that", so that "the shelling" is no part of a name. `owned`: the name may
        have a ل written onto it ("وفقا للمرصد").
        """
        line, heard = self.line, self.heard
        first = start
        while first < len(line) and (line.words[first].form in QUOTES or heard.length(listed("fills"), first)):
            first += 1
        last = first - 1
        for at in range(first, min(len(line), first + LONGEST)):
            if at not in self.known and self._over(first, at, plain):
                break
            last = at
        while last >= first and not self._can_close(first, last):
            last -= 1
        if last < first or self.line.words[first].is_number or self.joined(first):
            return None
        if not owned and self.heard.clitics[first][:1] == ("ل",):
            return None
        return first, last

    def joined(self, first: int) -> bool:
        """Whether "and" or "by" is written onto its first word: no verb's subject begins so. Some names begin with the letter."""
        form = self.line.words[first].form
        if form.startswith(("وال", "بال")) or (form.startswith("با") and len(form) > 4 and form not in given_names()):
            return True
        return form.startswith("و") and not self.voice(first) and form not in given_names()

    def _can_close(self, first: int, at: int) -> bool:
        """Whether a name that begins at `first` can end with a word: a quotation mark only closes."""
        if self.line.words[at].form in QUOTES:
            return sum(self.line.words[n].form in QUOTES for n in range(first, at + 1)) % 2 == 0
        return self.heard.stems[at] not in ("في", "ل", "و", "ب")

    def _over(self, first: int, at: int, plain: bool) -> bool:
        """Whether the name is over before a word."""
        word, stem, clitics = self.line.words[at], self.heard.stems[at], self.heard.clitics[at]
        if word.form == "." and self._inside(at):
            return False
        if word.form in _CLOSED or word.form in STOPS:
            return True
        if word.form in QUOTES:
            return False
        if word.is_number:
            return not self._quoted(first, at)
        if self._quoted(first, at) or (stem == "انباء" and at > first and self.voice(at - 1)):
            return False
        if at > first and self._object(at):
            return True
        if stem == "في":
            described = self.voice(first) and "ال" not in self.heard.clitics[first]
            return at - first > _INSIDE or not described or self._aside(at + 1)
        if self.heard.length(listed("end"), at) or self.heard.verb(at) is not None:
            return True
        if (plain or "ال" not in (*clitics, *word.clitics)) and self._told(at):
            return True
        if word.form in _OF:
            return False
        if "ب" in (*clitics[:1], *word.clitics[:1]) or word.form.startswith("بال"):
            return at == first or not (self.voice(at) or self.line.match(nouns(), at))
        if stem == "ل" or clitics[:1] == ("ل",):
            return stem == "ل" or (at > first and self._medium(at))
        return False

    def _inside(self, at: int) -> bool:
        """Whether a full stop stands inside the name of a site."""
        words = self.line.words
        return 0 < at < len(words) - 1 and words[at - 1].end == words[at].start and words[at].end == words[at + 1].start

    def _object(self, at: int) -> bool:
        """Whether a word is what is told of: "their detention", or an indefinite noun behind a definite one."""
        form = self.line.words[at].form
        if form.startswith("ال") or self.voice(at):
            return False
        before = self.line.words[at - 1].form
        indefinite = form.endswith("ا") and len(form) > 4 and not form.endswith("يا")
        return form.endswith(_OWNED) or (indefinite and (before.startswith("ال") or before in QUOTES))

    def _quoted(self, first: int, at: int) -> bool:
        """Whether quotation marks are open that began right before the name or inside it."""
        begin = first - 1 if first and self.line.words[first - 1].form in QUOTES else first
        return sum(self.line.words[n].form in QUOTES for n in range(begin, at)) % 2 == 1

    def _told(self, at: int) -> bool:
        """Whether a word of harm or of an act stands there."""
        return self.line.tells(at)

    def _aside(self, at: int) -> bool:
        """Whether "في" tells where or when it was said."""
        return at >= len(self.line) or self.line.words[at].is_number or bool(self.heard.length(listed("aside"), at))

    def _medium(self, at: int) -> bool:
        """Whether one is told to a medium: "لوكالة فرانس برس"."""
        return self.heard.length(listed("medium"), at) > 0


def naming(line: Line, heard: Heard, actors: Sequence[ActorMention]) -> Naming:
    covered: set[int] = set()
    for actor in actors:
        first = line.word_at(actor.start)
        while first < len(line) and line.span(first, first)[0] < actor.end:
            covered.add(first)
            first += 1
    return Naming(line, heard, frozenset(covered))
