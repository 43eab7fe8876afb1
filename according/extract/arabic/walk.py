"""One pass over a line that gives counted people what happened to them: the word of harm that governs them, the group that
they are part of, the list that they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.values import Category, Measure
from according.extract.arabic.amounts import ONE
from according.extract.arabic.counting import How, Thing
from according.extract.arabic.forms import Number
from according.extract.arabic.lexicon import Harm, given_names, phrases, words
from according.extract.arabic.line import STOPS, Line
from according.extract.arabic.names import given_at, name_span
from according.extract.arabic.nouns import noun_at
from according.extract.arabic.ties import Tie, Told

REACH = {How.NUMBER: 9, How.VAGUE: 6, How.NAME: 6, How.DUAL: 3, How.OWNED: 3, How.SINGLE: 3, How.BARE: 2}
"""Words that may stand between a word of harm and what is counted, light words and marks left out."""
_ANNOUNCED = 24
"""Words behind a header within which a colon opens its list."""
_BARE_BACK = 6
"""Words between a plural without a number and "among them"."""
BACK = 24
"""Words between a person and a verb that follows ("13 شخصا بينهم أطفال قُتلوا")."""
_BETWEEN = 5
"""Words between a number and "between dead and wounded"."""
OPENS = 2
"""A single noun waits for a verb only where it stands among the first words of a line."""
ITEM = 8
"""Words of the longest item of a list of names."""
_ENTRIES = frozenset("-*•–▪◾●▫_")
"""Marks that open an item of a list."""
_LISTING = frozenset('-*•–▪◾●▫،.)_(:"')
"""Marks before a name in a list under a header."""
_LISTS = frozenset(("each-of",))
_AMONG = frozenset(("بين", "ضمن"))
"""Before "the victims": one more figure of them follows."""
_PLUS = 12
"""Words between two groups that "in addition to" joins."""
_BETWEEN_NAMES = frozenset(("،", '"', "و"))
_COLONS = frozenset((":", "هم", "هما", "هن"))
"""What opens a list behind its header."""
_COMMAS = frozenset("،,:")
_BULLETS = frozenset("-*•–▪◾●▫،.)_(")
_BEFORE_VERB = frozenset((How.NUMBER, How.VAGUE, How.NAME, How.DUAL))
_GROUPS = frozenset((How.NUMBER, How.VAGUE, How.BARE, How.DUAL))
_TOTALS = frozenset((How.NUMBER, How.BARE))
_PLURAL_OWNERS = frozenset(("هم", "هما", "هن"))
_PERSONS = frozenset((How.SINGLE, How.NAME, How.DUAL, How.NUMBER, How.OWNED))
_FALLEN = frozenset((Measure.DISPLACED, Measure.DETAINED, Measure.DEPRIVED, Measure.MISSING))
"""States that a noun tells of people who were harmed otherwise: "مقتل نازح"."""
_MANY = frozenset((Measure.DISPLACED, Measure.DEPRIVED))
"""Measures of crowds: a single person is not read as one."""
_LEADERS = frozenset("هم هما هن".split())
_LISTED = frozenset((Measure.KILLED, Measure.INJURED, Measure.DETAINED, Measure.MISSING))
"""Measures under which reports list names and groups."""
_GAINED = frozenset((Measure.KILLED, Measure.INJURED))


class Walk:
    """Remembers the last word of harm, the last thing tied to it and the group that "among them" points to."""

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
        if not is_item(line):
            told.header = None

    def run(self) -> list[Tie]:
        """The ties of the line; `told` learns its totals and its header."""
        at = 0
        while at < len(self.line):
            thing = self.starts.get(at) or self._name(at)
            if thing is not None:
                self._take(thing)
                at = thing.last + 1
                continue
            hit = self.line.harms.get(at)
            if (
                hit is not None
                and not self._is_particle(at)
                and not self._is_person(at)
                and self.line.words[at].form not in given_names()
            ):
                self._harm(at, *hit)
                at += hit[0]
                continue
            self._other(at)
            at += 1
        self._finish()
        return self.tied

    def _is_particle(self, at: int) -> bool:
        """ "فقد أفاد مراسلنا": "and indeed", no loss: a verb follows."""
        after = at + 1
        return self.line.words[at].form == "فقد" and (
            after >= len(self.line) or (after not in self.starts and self._plain(after))
        )

    def _plain(self, at: int) -> bool:
        line = self.line
        return line.stems[at] != "حياه" and not line.definite(at) and at not in line.nouns and not given_at(line, at)

    def _is_person(self, at: int) -> bool:
        """ "الجرحى", "إصابات": nouns of people, plural, are no words of harm that govern what follows."""
        noun = noun_at(self.line, at)
        if noun is None or noun[1].measure is None or noun[1].number is not Number.PLURAL:
            return False
        return at + noun[0] not in self.starts

    def _name(self, at: int) -> Thing | None:
        """A person named without a title: right behind a word of harm, in a list, or joined to another name."""
        line = self.line
        if self.measure is None and self.last is None and self.told.header is None:
            return None
        if at in line.taken or line.stems[at] in _BULLETS:
            return None
        before = line.words[at - 1] if at else None
        listing = self.told.header is not None
        opens = is_item(line) if before is None else before.is_number or before.form in _ENTRIES
        entry = listing and opens
        entry = entry or self._each(at)
        more = self._one_more(at)
        if (
            not entry
            and not more
            and not (
                given_at(line, at)
                and (self._names_may_stand(at) or (listing and before is not None and before.form in _LISTING))
            )
        ):
            return None
        span = name_span(line, at)
        if span is None or (span[1] == span[0] and not (entry and given_at(line, at))):
            return None
        if entry and line.stems[span[0]] in words("no_name"):
            return None
        joined = more and span[0] == at and line.words[at].form.startswith("و")
        return Thing(span[0], span[1], ONE, Category.PEOPLE, How.NAME, joined=joined)

    def _each(self, at: int) -> bool:
        """Whether "each of" opens a list of names right before a word: "كل من", "كلا من:"."""
        end = at - 1 if at and self.line.stems[at - 1] == ":" else at
        return self.line.stems[max(0, end - 2) : end] in (("كل", "من"), ("كلا", "من"))

    def _one_more(self, at: int) -> bool:
        """Whether a word joined to a name opens another ("سامر نجم الدين وساهر نجم الدين"), though no list has it."""
        if self.last is None or self.last.thing.how is not How.NAME or at - self.last.thing.last > 2:
            return False
        form = self.line.words[at].form
        gap = self.line.stems[self.last.thing.last + 1 : at]
        listed = gap == ("،",) and self.last.because in _LISTS
        linked = (form.startswith("و") and len(form) > 3) or gap == ("و",) or listed
        return linked and all(stem in _BETWEEN_NAMES for stem in gap)

    def _names_may_stand(self, at: int) -> bool:
        """Right behind a word of harm, in the list behind "among them", or joined to another name."""
        if self.measure is not None and self.measure not in _MANY and self.used == self.word:
            if self._gap(self.word, at) == 0 or self._each(at):
                return True
        if self.last is None:
            return False
        bracketed = 8 if ")" in self.line.stems[self.last.thing.last : at] else 3
        if self.last.thing.how is How.NAME and at - self.last.thing.last <= bracketed:
            return self.line.joined(at)
        return self.whole is not None and at - max(self.used, self.last.thing.last) <= 6

    def _harm(self, at: int, size: int, word: Harm) -> None:
        measure = self._meant(at, word)
        end = at + size - 1
        if word.verb and self.pending and not self._object_follows(end + 1):
            waiting = [thing for thing in self.pending if at - thing.last <= BACK]
            self.pending.clear()
            self.group = None
            made: dict[int, Tie] = {}
            for thing in waiting:
                group = self.within.get(thing.first)
                whole = made.get(group.first) if group is not None else None
                if whole is None or thing.how is not How.NAME:
                    made[thing.first] = self._tie(thing, measure, at, "verb-after", whole)
            if waiting:
                self.measure, self.word, self.used, self.whole = measure, at, end + 1, None
                return
        owned = self.line.words[at].suffix and self.line.stems[at] in words("own_harm")
        owned = owned and not any(stem in words("severity") for stem in self.line.stems[at + 1 : at + 2])
        if owned and self._of_person(at, measure):
            return
        unused = self.measure is not None and self.used == self.word
        between = any(n in self.line.nouns for n in range(self.word + 1, at))  # "أصيب الطفل وقتل شقيقه" are two
        near = at - self.word <= 2 and self.line.joined(at) and not between
        if unused and near and {self.measure, measure} == _GAINED:
            measure = Measure.CASUALTIES
        if "اسماء" in self.line.stems[max(0, at - 4) : at] and measure in _LISTED:
            self.told.header = measure
        self.measure, self.word, self.used, self.whole = measure, end, end, None
        self._finish()

    def _of_person(self, at: int, measure: Measure) -> bool:
        """Ties the person told of before to "his killing": "أطلقوا النار على شاب ... ما أدى لمقتله"."""
        several = self.line.words[at].suffix in _PLURAL_OWNERS
        tied = {tie.thing.first for tie in self.tied}
        before = [t for t in self.starts.values() if t.last < at and at - t.last <= BACK and t.first not in tied]
        fit = [
            t
            for t in before
            if t.how in _PERSONS and t.measure is None and not t.other and (t.quantity.low == 1) is not several
        ]
        if not fit:
            return False
        thing = max(fit, key=lambda t: t.first)
        if thing in self.pending:
            self.pending.remove(thing)
        self._tie(thing, measure, at, "his-harm")
        self.measure, self.word, self.used, self.whole = measure, at, at, None
        return True

    def _meant(self, at: int, word: Harm) -> Measure:
        """ "فقد مدني حياته" is a death."""
        if word.measure is Measure.MISSING and any(w.form.startswith("حيا") for w in self.line.words[at : at + 7]):
            return Measure.KILLED
        return word.measure

    def _object_follows(self, at: int) -> bool:
        for here in range(at, min(at + 3, len(self.line))):
            if self.line.stems[here] in words("subset"):
                return False
            if here in self.starts:
                return not self.line.joined(here)
            if here in self.line.harms:
                return False
        return False

    def _other(self, at: int) -> None:
        stem = self.line.stems[at]
        noun = noun_at(self.line, at) if at in self.line.nouns else None
        if noun is not None and noun[1].measure in _LISTED and noun[1].number is Number.PLURAL:
            self.bare = noun[1].measure, at
            if self.line.definite(at) and at and self.line.stems[at - 1] in _AMONG:
                self.measure, self.word, self.used, self.whole = noun[1].measure, at, at, None
            if self._heads(at):
                joined = self.told.header is not None and self.line.joined(at) and self.headed == at - 1
                self.both = joined and self.told.header is not noun[1].measure
                self.told.header = self.told.header if self.both else noun[1].measure
                self.headed = at
        if stem in STOPS:
            self._finish()
            self.measure, self.whole, self.last, self.group = None, None, None, None
        elif stem in words("subset") and self._bare_before(at) and self.bare is not None:
            self.measure, self.word, self.used, self.whole = self.bare[0], at, at, None
        elif stem in words("subset") or (self._follows(at) and (stem in _LEADERS or stem == "(")):
            self.whole = self._group()
            if self.whole is None and self.pending and self.pending[-1].how in _GROUPS:
                self.group = self.pending[-1]
        elif stem == ")":
            self.whole = None

    def _bare_before(self, at: int) -> bool:
        """Whether "among them" points to a plural without a number: nothing was counted since."""
        if self.bare is None or at - self.bare[1] > _BARE_BACK:
            return False
        return not any(self.bare[1] < thing.first < at for thing in self.starts.values())

    def _heads(self, at: int) -> bool:
        """Whether a plural ("الشهداء", "أسماء الجرحى") is the header of a list or of a total."""
        if at and self.line.stems[at - 1] in words("counts_of"):
            return True
        if not self.line.definite(at):
            return False
        counted = any(n in self.starts and self.starts[n].how is How.NUMBER for n in (at + 1, at + 2))
        announced = any(stem in _COLONS for stem in self.line.stems[at + 1 : at + _ANNOUNCED])
        return counted or announced or len(self.line) <= ITEM

    def _follows(self, at: int) -> bool:
        """Whether a word stands right behind the last thing that was tied."""
        return self.last is not None and at - self.last.thing.last <= 7

    def _group(self) -> Tie | None:
        """What "among them" points to: the last group that was counted."""
        return next((tie for tie in reversed(self.tied) if tie.thing.how in _GROUPS), None)

    def _take(self, thing: Thing) -> None:
        if thing.how is How.NAME and self._names_last(thing):
            return
        if thing.how is How.SINGLE and thing.measure is not None and self._says_again(thing):
            return
        if thing.how is How.ZERO:
            self._tie(thing, _zero(self.line, thing), thing.first, "none")
        elif self.whole is not None and self._listed(thing) and not self._otherwise(thing, self.whole):
            if thing.how is not How.NAME or self.whole.thing.quantity.vague:
                self._tie(thing, self.whole.measure, self.whole.word, "among", self.whole)
        elif self.group is not None and self.pending and thing.first - self.pending[-1].last <= 4:
            self.within[thing.first] = self.group
            self.pending.append(thing)
        elif thing.measure is not None:
            self._tie(thing, self._told_by_noun(thing), thing.first, "told-by-noun")
        else:
            self._govern(thing)

    def _otherwise(self, thing: Thing, whole: Tie) -> bool:
        """Whether a noun tells that something else happened to its people: "11 شهيدا بينهم صحفي وستة جرحى"."""
        both = thing.measure in _GAINED and whole.measure in _GAINED
        return both and thing.measure is not whole.measure and thing.how in _GROUPS

    def _names_last(self, thing: Thing) -> bool:
        """Whether a name only says who the person counted just before is: "ابنها الشاب ..."."""
        if self.last is None or self.last.thing.how not in (How.OWNED, How.SINGLE) or self.line.joined(thing.first):
            return False
        return thing.first - self.last.thing.last <= 3 and not self.line.joined(thing.first - 1)

    def _says_again(self, thing: Thing) -> bool:
        """Whether a noun only says what happened to the person named before it: "جثة الشاب س مقتولا"."""
        if self.last is None or self.last.thing.how is not How.NAME or self.line.joined(thing.first):
            return False
        return thing.first - self.last.thing.last <= 2 and thing.measure is self.last.measure

    def _govern(self, thing: Thing) -> None:
        governed = self._governed(thing)
        if thing.how is How.NAME and self.measure is not None and (self._each(thing.first) or self._listed_name(thing)):
            self._tie(thing, self.measure, self.word, "each-of")
        elif governed is not None:
            self._tie(thing, governed, self.word, "harm-word")
        elif self.last is not None and self._coordinate(thing):
            self._tie(thing, self.last.measure, self.last.word, "joined", self.last.whole)
        elif self._may_wait(thing):
            self.pending.append(thing)

    def _listed_name(self, thing: Thing) -> bool:
        """Whether a name goes on with the list that "each of" opened."""
        return self.last is not None and self.last.because in _LISTS and thing.first - self.last.thing.last <= 3

    def _may_wait(self, thing: Thing) -> bool:
        """Whether the word of harm may still come."""
        if self.pending and self.line.joined(thing.first) and thing.first - self.pending[-1].last <= 3:
            return True
        listed = self.told.header is not None and (thing.first == 0 or self.line.stems[thing.first - 1] in _LISTING)
        return thing.how in _BEFORE_VERB or self._opens(thing.first) or listed

    def _opens(self, at: int) -> bool:
        """Whether a clause begins at a word, so that a single person may be its subject: "أن طفلا ... أصيب"."""
        return at <= OPENS or self.line.stems[at - 1] in words("that")

    def _told_by_noun(self, thing: Thing) -> Measure:
        assert thing.measure is not None
        for at in range(thing.last + 1, min(thing.last + _BETWEEN, len(self.line))):
            if at in self.line.harms and self.line.harms[at][1].measure is Measure.CASUALTIES:
                return Measure.CASUALTIES  # "35 إصابة بين شهيد وجريح"
        governed = self._governed(thing)
        if governed is not None and thing.measure in _FALLEN:
            return governed
        vague = thing.how is How.VAGUE and thing.measure is Measure.KILLED
        if vague and (governed is Measure.CASUALTIES or _among_ranks(self.line, thing)):
            return Measure.CASUALTIES
        return thing.measure

    def _listed(self, thing: Thing) -> bool:
        """Whether a thing goes on with the list behind "among them"."""
        if thing.how is How.BARE and self.line.stems[thing.last + 1 : thing.last + 2] != ("من",):
            return thing.first > 0 and self.line.stems[thing.first - 1] in words("subset")
        last = self.used if self.last is None else max(self.used, self.last.thing.last)
        return self._gap(last, thing.first) <= 8

    def _coordinate(self, thing: Thing) -> bool:
        assert self.last is not None
        if thing.how is How.BARE:
            return False
        added = range(self.last.thing.last + 1, thing.first)
        told = any(at in self.line.harms for at in added)
        plus = (
            len(added) <= _PLUS and not told and any(self.line.match(phrases("plus"), at) is not None for at in added)
        )
        joined = thing.joined or self.line.joined(thing.first)
        return plus or (joined and thing.first - self.last.thing.last <= 5)

    def _governed(self, thing: Thing) -> Measure | None:
        if self.measure is None:
            return None
        if self.measure in _MANY and thing.how in (How.SINGLE, How.OWNED, How.NAME, How.DUAL):
            return None
        gap = self._gap(self.used, thing.first)
        if self.used != self.word and not self.line.joined(thing.first):
            if gap > 3 or thing.how not in (How.NUMBER, How.VAGUE):
                return None
        return self.measure if gap <= REACH[thing.how] else None

    def _gap(self, after: int, before: int) -> int:
        """Telling words between two words; a comma counts two."""
        light, gap = words("light"), 0
        for at in range(after + 1, before):
            stem = self.line.stems[at]
            if stem in _COMMAS:
                gap += 2
            elif stem not in light and self.line.words[at].form[0].isalnum():
                gap += 1
        return gap

    def _tie(self, thing: Thing, measure: Measure, word: int, because: str, whole: Tie | None = None) -> Tie:
        tie = Tie(thing, measure, word, because, whole)
        if thing.category is Category.FAMILIES and thing.how is How.SINGLE and measure is not Measure.DISPLACED:
            return tie
        self.tied.append(tie)
        self.last = tie
        if self.measure is not None:
            self.used = max(self.used, thing.last)
        if thing.measure in _GAINED and whole is None:
            self.measure, self.word, self.used = measure, thing.last, thing.last
        if thing.how in _GROUPS and whole is None:
            self.told.totals[measure], self.bare = tie, None
        return tie

    def _finish(self) -> None:
        """What waited for a verb in vain: under a header it is part of its total, behind a vague total its names are."""
        header = self.told.header
        total = self.told.totals.get(header) if header is not None else self._group()
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
            self._tie(thing, counted, thing.first, "listed", total if counted is measure else None)
        self.pending.clear()


def is_item(line: Line) -> bool:
    """Whether a line can be an item of a list: it opens with a bullet or a number, or is hardly longer than a name."""
    first = line.words[0]
    if first.form in _BULLETS:
        return True
    if first.is_number and len(line) > 1 and line.words[1].form in _BULLETS | {"/"}:
        return True
    return len(line) <= ITEM


def _zero(line: Line, thing: Thing) -> Measure:
    stems = line.stems[thing.first : thing.last + 1]
    if {"قتلي", "ضحايا"} & set(stems):
        return Measure.KILLED
    return Measure.INJURED if "اصابات" in stems else Measure.CASUALTIES


def _among_ranks(line: Line, thing: Thing) -> bool:
    """ "عدد من الضحايا في صفوف المدنيين": dead and wounded together."""
    return line.stems[thing.last] == "ضحايا" and line.stems[thing.last + 1 : thing.last + 3] == ("في", "صفوف")
