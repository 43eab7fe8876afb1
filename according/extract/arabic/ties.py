"""What happened to a counted thing: the word of harm that governs it, the whole it is part of (codebook, Figures: measure, part_of)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from according.domain.values import Category, EventType, Measure
from according.extract.arabic.acts import Act
from according.extract.arabic.counting import How, Thing
from according.extract.arabic.lexicon import Harm, harm, words
from according.extract.arabic.line import STOPS, Line

REACH = {How.NUMBER: 9, How.VAGUE: 6, How.NAME: 6, How.DUAL: 3, How.OWNED: 3, How.SINGLE: 3, How.BARE: 2}
"""Words that may stand between a word of harm and what is counted, light words and marks left out."""
BACK = 24
"""Words between a person and a verb that follows ("13 شخصا بينهم أطفال قُتلوا")."""
_COMMAS = frozenset("،,:")
_BEFORE_VERB = frozenset((How.NUMBER, How.VAGUE, How.NAME, How.DUAL))
"""What may wait for a verb that follows; a single noun only where it opens the line."""
OPENS = 2
_FALLEN = frozenset((Measure.DISPLACED, Measure.DETAINED, Measure.DEPRIVED, Measure.MISSING))
"""States that a noun tells of people who were harmed otherwise: "مقتل نازح"."""
_PERSONS_ONLY_MANY = frozenset((Measure.DISPLACED, Measure.DEPRIVED))
_LEADERS = frozenset("هم هما هن".split())
_HURT = frozenset((EventType.AIR_STRIKE, EventType.SHELLING, EventType.ATTACK, EventType.IED, EventType.SUICIDE_BOMB,
                   EventType.LOOTING_DESTRUCTION, EventType.CHEMICAL_WEAPON, EventType.GRENADE, EventType.ARMED_CLASH))  # fmt: skip


@dataclass(slots=True)
class Tie:
    """A counted thing with its measure; `word` is the word of harm, `whole` the tie that it is part of."""

    thing: Thing
    measure: Measure
    word: int
    because: str
    whole: Tie | None = None


def ties(line: Line, found: Sequence[Thing], named: Sequence[Act]) -> list[Tie]:
    """The things that something happened to, in text order."""
    tied = _Walk(line, found).run()
    for thing in found:
        if thing.facility:
            act = facility_act(line, thing, named)
            if act is not None:
                tied.append(Tie(thing, Measure.FACILITIES_HIT, act.first, "hit-facility"))
    return sorted(tied, key=lambda tie: tie.thing.first)


class _Walk:
    """One pass over a line, remembering the last word of harm and the last thing tied to it."""

    def __init__(self, line: Line, found: Sequence[Thing]) -> None:
        self.line = line
        self.starts = {thing.first: thing for thing in found if not thing.facility}
        self.skips = {thing.first: thing for thing in found if thing.facility}
        self.tied: list[Tie] = []
        self.measure: Measure | None = None
        self.word = -1
        self.used = -1
        """The word up to which the measure has been carried: the word of harm, or the last thing tied to it."""
        self.whole: Tie | None = None
        self.subset = False
        self.last: Tie | None = None
        self.pending: list[Thing] = []

    def run(self) -> list[Tie]:
        at = 0
        while at < len(self.line):
            thing = self.starts.get(at)
            if thing is not None:
                self._take(thing)
                at = thing.last + 1
                continue
            hit = self.line.match(harm(), at)
            if hit is not None:
                self._harm(at, *hit)
                at += hit[0]
                continue
            self._other(at)
            at += 1
        return self.tied

    def _harm(self, at: int, size: int, word: Harm) -> None:
        measure = self._meant(at, word)
        if word.verb and self.pending and not self._object_follows(at + size):
            taken = [thing for thing in self.pending if at - thing.last <= BACK]
            for thing in taken:
                self._tie(thing, measure, at, "verb-after")
            self.pending.clear()
            if taken:
                self.measure, self.word, self.used = measure, at, at + size
                self.subset, self.whole = False, None
                return
        near = self.measure is not None and at - self.word <= 2 and self.used == self.word and self.line.joined(at)
        if near and {self.measure, measure} == {Measure.KILLED, Measure.INJURED}:
            measure = Measure.CASUALTIES
        self.measure, self.word, self.used = measure, at, at + size - 1
        self.word = at + size - 1
        self.subset, self.whole = False, None
        self.pending.clear()

    def _meant(self, at: int, word: Harm) -> Measure:
        """ "فقد مدني حياته" is a death."""
        if word.measure is Measure.MISSING and "حياه" in self.line.stems[at : at + 6]:
            return Measure.KILLED
        return word.measure

    def _object_follows(self, at: int) -> bool:
        for here in range(at, min(at + 3, len(self.line))):
            if here in self.starts:
                return not self.line.joined(here)
            if self.line.match(harm(), here) is not None:
                return False
        return False

    def _other(self, at: int) -> None:
        stem = self.line.stems[at]
        if stem in STOPS:
            self.measure, self.subset, self.whole, self.last = None, False, None, None
            self.pending.clear()
        elif (
            stem in words("subset")
            or (stem in _LEADERS and self.last is not None and at - self.last.thing.last <= 4)
            or (stem == "(" and self.last is not None and at - self.last.thing.last <= 3)
        ):
            self.whole = self._whole()
            self.subset = self.whole is not None
        elif stem == ")":
            self.subset, self.whole = False, None

    def _whole(self) -> Tie | None:
        """What "among them" points to: the last group that was counted."""
        for tie in reversed(self.tied):
            if tie.thing.how in (How.NUMBER, How.VAGUE, How.BARE, How.DUAL):
                return tie
        return None

    def _take(self, thing: Thing) -> None:
        if thing.how is How.ZERO:
            self._tie(thing, _zero(self.line, thing), thing.first, "none")
            return
        if self.subset and self.whole is not None and self._listed(thing):
            self._tie(thing, self.whole.measure, self.whole.word, "among", self.whole)
            return
        governed = self._governed(thing)
        if thing.measure is not None:
            measure = thing.measure
            if (governed is not None and measure in _FALLEN) or (
                governed is Measure.CASUALTIES and thing.measure is Measure.KILLED and thing.how is How.VAGUE
            ):
                measure = governed
            self._tie(thing, measure, thing.first, "told-by-noun")
            return
        if governed is not None:
            self._tie(thing, governed, self.word, "harm-word")
        elif self.last is not None and self._coordinate(thing):
            self._tie(thing, self.last.measure, self.last.word, "joined", self.last.whole)
        elif thing.how in _BEFORE_VERB or thing.first <= OPENS:
            self.pending.append(thing)

    def _listed(self, thing: Thing) -> bool:
        """Whether a thing goes on with the list behind "among them"."""
        if thing.how is How.BARE and self.line.stems[thing.last + 1 : thing.last + 2] != ("من",):
            return (
                thing.quantity.low is not None
                and thing.first > 0
                and self.line.stems[thing.first - 1] in words("subset")
            )
        since = self._gap(self.used if self.last is None else max(self.used, self.last.thing.last), thing.first)
        return since <= 8

    def _coordinate(self, thing: Thing) -> bool:
        assert self.last is not None
        return self.line.joined(thing.first) and thing.first - self.last.thing.last <= 5 and thing.how is not How.BARE

    def _governed(self, thing: Thing) -> Measure | None:
        if self.measure is None:
            return None
        if self.measure in _PERSONS_ONLY_MANY and thing.how in (How.SINGLE, How.OWNED, How.NAME):
            return None
        gap = self._gap(self.used, thing.first)
        fresh = self.used == self.word
        if not fresh and not self.line.joined(thing.first) and thing.how not in (How.NUMBER, How.VAGUE):
            return None
        if not fresh and not self.line.joined(thing.first) and gap > 3:
            return None
        return self.measure if gap <= REACH[thing.how] else None

    def _gap(self, after: int, before: int) -> int:
        light, gap = words("light"), 0
        for at in range(after + 1, before):
            stem = self.line.stems[at]
            if stem in _COMMAS:
                gap += 2
            elif stem not in light and self.line.words[at].form[0].isalnum():
                gap += 1
        return gap

    def _tie(self, thing: Thing, measure: Measure, word: int, because: str, whole: Tie | None = None) -> None:
        tie = Tie(thing, measure, word, because, whole)
        self.tied.append(tie)
        self.last = tie
        self.used = max(self.used, thing.last) if self.measure is not None else self.used
        if thing.measure is not None and whole is None:
            self.measure, self.word, self.used = measure, thing.last, thing.last
            self.used = thing.last


def _zero(line: Line, thing: Thing) -> Measure:
    stems = " ".join(line.stems[thing.first : thing.last + 1])
    if "قتلي" in stems or "ضحايا" in stems:
        return Measure.KILLED
    return Measure.INJURED if "اصابات" in stems else Measure.CASUALTIES


def facility_act(line: Line, thing: Thing, named: Sequence[Act]) -> Act | None:
    """The act that hit a facility: its object, or behind "on" or "of" after a noun; None where it is only the scene."""
    at = thing.first
    before = line.stems[at - 1] if at else ""
    clitics = line.words[at].clitics
    if line.definite(at) and not line.words[at].suffix and "ل" not in clitics:
        return None
    act = next((act for act in reversed(named) if act.last < at and at - act.last <= 16 and act.type in _HURT), None)
    if act is None or any(stem in STOPS for stem in line.stems[act.last + 1 : at]):
        return None
    if before in words("place_near") or before in words("place_head") or "ب" in clitics or "ك" in clitics:
        return None
    near = at - act.last - 1 <= 1
    if before == "علي" or "ل" in clitics:
        return act
    if before in words("place_in"):
        return None
    if act.verb or near or _verb_between(line, act, at):
        return act
    return None


def _verb_between(line: Line, act: Act, at: int) -> bool:
    return any(stem in ("استهدف", "استهدفت", "طال", "طالت") for stem in line.stems[act.last + 1 : at])


def category_of(thing: Thing, before: Category | None) -> Category:
    """A left-out noun is that of the people counted before (codebook, hard cases: "others")."""
    if thing.category is not None:
        return thing.category
    carried = (Category.CIVILIANS, Category.COMBATANTS, Category.FAMILIES, Category.JOURNALISTS)
    return before if before in carried and before is not None else Category.PEOPLE
