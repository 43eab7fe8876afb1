"""One pass over a line that gives counted people what happened to them: the word of harm that governs them, the group that
they are part of, the list that they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from according.domain.values import Category, Measure
from according.extract.arabic import governing
from according.extract.arabic.counting import How, Thing
from according.extract.arabic.forms import Number
from according.extract.arabic.lexicon import Harm, given_names, words
from according.extract.arabic.line import STOPS, Line
from according.extract.arabic.lists import each_of, goes_on_listing, heads, is_item, name_at
from according.extract.arabic.nouns import noun_at
from according.extract.arabic.standing import GAINED, GROUPS, LISTED, Standing
from according.extract.arabic.ties import Tie, Told

_AMONG = frozenset(("بين", "ضمن"))
"""Before "the victims": one more figure of them follows."""
_TOTALS = frozenset((How.NUMBER, How.BARE))
_LEADERS = frozenset("هم هما هن".split())


class Walk(Standing):
    """Goes from word to word of a line; what it remembers is that of Standing."""

    def __init__(self, line: Line, found: Sequence[Thing], told: Told) -> None:
        super().__init__(line, found, told)
        if not is_item(line):
            told.header = None

    def run(self) -> list[Tie]:
        """The ties of the line; `told` learns its totals and its header."""
        at = 0
        while at < len(self.line):
            thing = self.starts.get(at) or name_at(self, at)
            if thing is not None:
                self._take(thing)
                at = thing.last + 1
                continue
            hit = self.line.harms.get(at)
            if (
                hit is not None
                and not governing.is_particle(self, at)
                and not governing.is_person(self, at)
                and self.line.words[at].form not in given_names()
            ):
                self._harm(at, *hit)
                at += hit[0]
                continue
            self._other(at)
            at += 1
        self._finish()
        return self.tied

    def _harm(self, at: int, size: int, word: Harm) -> None:
        measure = governing.meant(self, at, word)
        end = at + size - 1
        if word.verb and self.pending and not governing.object_follows(self, end + 1):
            waiting = [thing for thing in self.pending if at - thing.last <= governing.BACK]
            self.pending.clear()
            self.group = None
            made: dict[int, Tie] = {}
            for thing in waiting:
                group = self.within.get(thing.first)
                whole = made.get(group.first) if group is not None else None
                if whole is None or thing.how is not How.NAME:
                    made[thing.first] = self.tie(thing, measure, at, "verb-after", whole)
            if waiting:
                self.stand(measure, at, end + 1)
                return
        owned = self.line.words[at].suffix and self.line.stems[at] in words("own_harm")
        owned = owned and not any(stem in words("severity") for stem in self.line.stems[at + 1 : at + 2])
        person = governing.person_of(self, at) if owned else None
        if person is not None:
            if person in self.pending:
                self.pending.remove(person)
            self.tie(person, measure, at, "his-harm")
            self.stand(measure, at, at)
            return
        unused = self.measure is not None and self.used == self.word
        between = any(n in self.line.nouns for n in range(self.word + 1, at))  # "أصيب الطفل وقتل شقيقه" are two
        near = at - self.word <= 2 and self.line.joined(at) and not between
        if unused and near and {self.measure, measure} == GAINED:
            measure = Measure.CASUALTIES
        if "اسماء" in self.line.stems[max(0, at - 4) : at] and measure in LISTED:
            self.told.header = measure
        self.stand(measure, end, end)
        self._finish()

    def _other(self, at: int) -> None:
        stem = self.line.stems[at]
        noun = noun_at(self.line, at) if at in self.line.nouns else None
        if noun is not None and noun[1].measure in LISTED and noun[1].number is Number.PLURAL:
            self.bare = noun[1].measure, at
            if self.line.definite(at) and at and self.line.stems[at - 1] in _AMONG:
                self.stand(noun[1].measure, at, at)
            if heads(self, at):
                joined = self.told.header is not None and self.line.joined(at) and self.headed == at - 1
                self.both = joined and self.told.header is not noun[1].measure
                self.told.header = self.told.header if self.both else noun[1].measure
                self.headed = at
        if stem in STOPS:
            self._finish()
            self.measure, self.whole, self.last, self.group = None, None, None, None
        elif stem in words("subset") and governing.bare_before(self, at) and self.bare is not None:
            self.stand(self.bare[0], at, at)
        elif stem in words("subset") or (governing.follows(self, at) and (stem in _LEADERS or stem == "(")):
            self.whole = self.last_group()
            if self.whole is None and self.pending and self.pending[-1].how in GROUPS:
                self.group = self.pending[-1]
        elif stem == ")":
            self.whole = None

    def _take(self, thing: Thing) -> None:
        if thing.how is How.NAME and governing.names_last(self, thing):
            return
        if thing.how is How.SINGLE and thing.measure is not None and governing.says_again(self, thing):
            return
        if thing.how is How.ZERO:
            self.tie(thing, governing.zero(self.line, thing), thing.first, "none")
        elif (
            self.whole is not None
            and governing.is_listed(self, thing)
            and not governing.otherwise(self, thing, self.whole)
        ):
            if thing.how is not How.NAME or self.whole.thing.quantity.vague:
                self.tie(thing, self.whole.measure, self.whole.word, "among", self.whole)
        elif self.group is not None and self.pending and thing.first - self.pending[-1].last <= 4:
            self.within[thing.first] = self.group
            self.pending.append(thing)
        elif thing.measure is not None:
            self.tie(thing, governing.told_by_noun(self, thing), thing.first, "told-by-noun")
        else:
            self._govern(thing)

    def _govern(self, thing: Thing) -> None:
        governed = governing.governed(self, thing)
        if (
            thing.how is How.NAME
            and self.measure is not None
            and (each_of(self, thing.first) or goes_on_listing(self, thing))
        ):
            self.tie(thing, self.measure, self.word, "each-of")
        elif governed is not None:
            self.tie(thing, governed, self.word, "harm-word")
        elif self.last is not None and governing.coordinates(self, thing):
            self.tie(thing, self.last.measure, self.last.word, "joined", self.last.whole)
        elif governing.may_wait(self, thing):
            self.pending.append(thing)

    def _finish(self) -> None:
        """What waited for a verb in vain: under a header it is part of its total, behind a vague total its names are."""
        header = self.told.header
        total = self.told.totals.get(header) if header is not None else self.last_group()
        if header is None and (total is None or not total.thing.quantity.vague):
            self.pending.clear()
            return
        measure = header if header is not None else total.measure if total is not None else None
        for thing in self.pending:
            named = thing.how is How.NAME
            if measure is None or (header is None and not named):
                continue
            if thing.how is How.BARE and self.line.stems[thing.first - 1 : thing.first] not in (("الي",), ("ل",)):
                continue
            if named and total is not None and not total.thing.quantity.vague:
                continue  # names that spell out a stated total
            counted = Measure.CASUALTIES if self.both and thing.how in _TOTALS else measure
            if thing.how is How.BARE:
                thing = replace(thing, category=Category.PEOPLE)  # a bare toll (codebook, hard cases)
            low, most = thing.quantity.low, total.thing.quantity.low if total is not None else None
            part = counted is measure and (low is None or most is None or low <= most)
            self.tie(thing, counted, thing.first, "listed", total if part else None)
        self.pending.clear()
