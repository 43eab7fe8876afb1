"""What is known while a line is walked through: the word of harm that stands, what was tied to it, what waits."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.values import Category, Measure
from according.extract.arabic.counting import How, Thing
from according.extract.arabic.lexicon import words
from according.extract.arabic.line import Line
from according.extract.arabic.ties import Tie, Told

GROUPS = frozenset((How.NUMBER, How.VAGUE, How.BARE, How.DUAL))
GAINED = frozenset((Measure.KILLED, Measure.INJURED))
LISTED = frozenset((Measure.KILLED, Measure.INJURED, Measure.DETAINED, Measure.MISSING))
"""Measures under which reports list names and groups."""
MANY = frozenset((Measure.DISPLACED, Measure.DEPRIVED))
"""Measures of crowds: a single person is not read as one."""
LISTS = frozenset(("each-of",))
"""Reasons of ties that stand in a list of names."""
_COMMAS = frozenset("،,:")


class Standing:
    """The last word of harm, the last thing tied to it and the group that "among them" points to."""

    def __init__(self, line: Line, found: Sequence[Thing], told: Told) -> None:
        self.line = line
        self.starts = {thing.first: thing for thing in found if not thing.facility}
        self.told = told
        self.tied: list[Tie] = []
        self.measure: Measure | None = None
        self.word = self.used = -1
        """The last word of the word of harm, and the word up to which its measure has been carried."""
        self.whole: Tie | None = None
        self.last: Tie | None = None
        self.pending: list[Thing] = []
        self.within: dict[int, Thing] = {}
        """By its first word: the waiting group that a waiting thing is part of."""
        self.group: Thing | None = None
        """The waiting group that "among them" points to."""
        self.both = False
        """Whether the header names the dead and the wounded together: a total is then one of both."""
        self.bare: tuple[Measure, int] | None = None
        """The measure and the word of a plural without a number ("سقوط جرحى"), to which "among them" may point."""
        self.headed = -2
        """The word that set the header."""

    def stand(self, measure: Measure, word: int, used: int) -> None:
        """Lets a word of harm stand for what follows."""
        self.measure, self.word, self.used, self.whole = measure, word, used, None

    def last_group(self) -> Tie | None:
        """What "among them" points to: the last group that was counted."""
        return next((tie for tie in reversed(self.tied) if tie.thing.how in GROUPS), None)

    def gap(self, after: int, before: int) -> int:
        """Telling words between two words; a comma counts two."""
        light, gap = words("light"), 0
        for at in range(after + 1, before):
            stem = self.line.stems[at]
            if stem in _COMMAS:
                gap += 2
            elif stem not in light and self.line.words[at].form[0].isalnum():
                gap += 1
        return gap

    def tie(self, thing: Thing, measure: Measure, word: int, because: str, whole: Tie | None = None) -> Tie:
        tie = Tie(thing, measure, word, because, whole)
        if thing.category is Category.FAMILIES and thing.how is How.SINGLE and measure is not Measure.DISPLACED:
            return tie
        self.tied.append(tie)
        self.last = tie
        if self.measure is not None:
            self.used = max(self.used, thing.last)
        if thing.measure in GAINED and whole is None:
            self.measure, self.word, self.used = measure, thing.last, thing.last
        if thing.how in GROUPS and whole is None:
            self.told.totals[measure], self.bare = tie, None
        return tie
