"""What a counted thing suffered: the word of harm that governs it, the thing that it is joined to, what its noun tells."""

from __future__ import annotations

from according.domain.values import Measure
from according.extract.arabic.counting import How, Thing
from according.extract.arabic.forms import Number
from according.extract.arabic.lexicon import Harm, phrases, words
from according.extract.arabic.line import Line
from according.extract.arabic.lists import LISTING
from according.extract.arabic.names import given_at
from according.extract.arabic.nouns import noun_at
from according.extract.arabic.standing import GAINED, GROUPS, MANY, Standing
from according.extract.arabic.ties import Tie

REACH = {How.NUMBER: 9, How.VAGUE: 6, How.NAME: 6, How.DUAL: 3, How.OWNED: 3, How.SINGLE: 3, How.BARE: 2}
"""Words that may stand between a word of harm and what is counted, light words and marks left out."""
BACK = 24
"""Words between a person and a verb that follows ("13 شخصا بينهم أطفال قُتلوا")."""
OPENS = 2
"""A single noun waits for a verb only where it stands among the first words of a line."""
_BARE_BACK = 6
"""Words between a plural without a number and "among them"."""
_BETWEEN = 5
"""Words between a number and "between dead and wounded"."""
_PLUS = 12
"""Words between two groups that "in addition to" joins."""
_BEFORE_VERB = frozenset((How.NUMBER, How.VAGUE, How.NAME, How.DUAL))
_PLURAL_OWNERS = frozenset(("هم", "هما", "هن"))
_PERSONS = frozenset((How.SINGLE, How.NAME, How.DUAL, How.NUMBER, How.OWNED))
_FALLEN = frozenset((Measure.DISPLACED, Measure.DETAINED, Measure.DEPRIVED, Measure.MISSING))
"""States that a noun tells of people who were harmed otherwise: "مقتل نازح"."""


def governed(state: Standing, thing: Thing) -> Measure | None:
    """The measure of the word of harm that a thing stands near enough to."""
    if state.measure is None:
        return None
    if state.measure in MANY and thing.how in (How.SINGLE, How.OWNED, How.NAME, How.DUAL):
        return None
    gap = state.gap(state.used, thing.first)
    if state.used != state.word and not state.line.joined(thing.first):
        if gap > 3 or thing.how not in (How.NUMBER, How.VAGUE):
            return None
    return state.measure if gap <= REACH[thing.how] else None


def coordinates(state: Standing, thing: Thing) -> bool:
    """Whether "and" or "in addition to" joins a thing to the one tied last."""
    assert state.last is not None
    if thing.how is How.BARE:
        return False
    added = range(state.last.thing.last + 1, thing.first)
    told = any(at in state.line.harms for at in added)
    plus = len(added) <= _PLUS and not told and any(state.line.match(phrases("plus"), at) is not None for at in added)
    joined = thing.joined or state.line.joined(thing.first)
    return plus or (joined and thing.first - state.last.thing.last <= 5)


def may_wait(state: Standing, thing: Thing) -> bool:
    """Whether the word of harm may still come."""
    if state.pending and state.line.joined(thing.first) and thing.first - state.pending[-1].last <= 3:
        return True
    listed = state.told.header is not None and (thing.first == 0 or state.line.stems[thing.first - 1] in LISTING)
    toll = thing.how is How.BARE and state.told.header is not None and state.line.stems[thing.first - 1] == "الي"
    return thing.how in _BEFORE_VERB or _opens(state, thing.first) or listed or toll


def _opens(state: Standing, at: int) -> bool:
    """Whether a clause begins at a word, so that a single person may be its subject: "أن طفلا ... أصيب"."""
    return at <= OPENS or state.line.stems[at - 1] in words("that")


def told_by_noun(state: Standing, thing: Thing) -> Measure:
    """What the noun itself tells, corrected by the word of harm before it."""
    assert thing.measure is not None
    for at in range(thing.last + 1, min(thing.last + _BETWEEN, len(state.line))):
        if at in state.line.harms and state.line.harms[at][1].measure is Measure.CASUALTIES:
            return Measure.CASUALTIES  # "35 إصابة بين شهيد وجريح"
    ruled = governed(state, thing)
    if ruled is not None and thing.measure in _FALLEN:
        return ruled
    vague = thing.how is How.VAGUE and thing.measure is Measure.KILLED
    if vague and (ruled is Measure.CASUALTIES or _among_ranks(state.line, thing)):
        return Measure.CASUALTIES
    return thing.measure


def is_listed(state: Standing, thing: Thing) -> bool:
    """Whether a thing goes on with the list behind "among them"."""
    if thing.how is How.BARE and state.line.stems[thing.last + 1 : thing.last + 2] != ("من",):
        return thing.first > 0 and state.line.stems[thing.first - 1] in words("subset")
    last = state.used if state.last is None else max(state.used, state.last.thing.last)
    return state.gap(last, thing.first) <= 8


def otherwise(state: Standing, thing: Thing, whole: Tie) -> bool:
    """Whether a noun tells that something else happened to its people: "11 شهيدا بينهم صحفي وستة جرحى"."""
    both = thing.measure in GAINED and whole.measure in GAINED
    return both and thing.measure is not whole.measure and thing.how in GROUPS


def names_last(state: Standing, thing: Thing) -> bool:
    """Whether a name only says who the person counted just before is: "ابنها الشاب ..."."""
    if state.last is None or state.last.thing.how not in (How.OWNED, How.SINGLE) or state.line.joined(thing.first):
        return False
    return thing.first - state.last.thing.last <= 3 and not state.line.joined(thing.first - 1)


def says_again(state: Standing, thing: Thing) -> bool:
    """Whether a noun only says what happened to the person named before it: "جثة الشاب س مقتولا"."""
    if state.last is None or state.last.thing.how is not How.NAME or state.line.joined(thing.first):
        return False
    return thing.first - state.last.thing.last <= 2 and thing.measure is state.last.measure


def person_of(state: Standing, at: int) -> Thing | None:
    """The person told of before whom "his killing" means: "أطلقوا النار على شاب ... ما أدى لمقتله"."""
    several = state.line.words[at].suffix in _PLURAL_OWNERS
    tied = {tie.thing.first for tie in state.tied}
    before = [t for t in state.starts.values() if t.last < at and at - t.last <= BACK and t.first not in tied]
    fit = [
        t
        for t in before
        if t.how in _PERSONS and t.measure is None and not t.other and (t.quantity.low == 1) is not several
    ]
    return max(fit, key=lambda t: t.first, default=None)


def object_follows(state: Standing, at: int) -> bool:
    """Whether a verb has its people behind it, so that it is none of those who wait before it."""
    for here in range(at, min(at + 3, len(state.line))):
        if state.line.stems[here] in words("subset"):
            return False
        if here in state.starts:
            return not state.line.joined(here)
        if here in state.line.harms:
            return False
    return False


def bare_before(state: Standing, at: int) -> bool:
    """Whether "among them" points to a plural without a number: nothing was counted since."""
    if state.bare is None or at - state.bare[1] > _BARE_BACK:
        return False
    return not any(state.bare[1] < thing.first < at for thing in state.starts.values())


def follows(state: Standing, at: int) -> bool:
    """Whether a word stands right behind the last thing that was tied."""
    return state.last is not None and at - state.last.thing.last <= 7


def meant(state: Standing, at: int, word: Harm) -> Measure:
    """ "فقد مدني حياته" is a death."""
    if word.measure is Measure.MISSING and any(w.form.startswith("حيا") for w in state.line.words[at : at + 7]):
        return Measure.KILLED
    return word.measure


def is_particle(state: Standing, at: int) -> bool:
    """ "فقد أفاد مراسلنا": "and indeed", no loss: a verb follows."""
    after = at + 1
    return state.line.words[at].form == "فقد" and (
        after >= len(state.line) or (after not in state.starts and _plain(state, after))
    )


def _plain(state: Standing, at: int) -> bool:
    line = state.line
    return line.stems[at] != "حياه" and not line.definite(at) and at not in line.nouns and not given_at(line, at)


def is_person(state: Standing, at: int) -> bool:
    """ "الجرحى", "إصابات": nouns of people, plural, are no words of harm that govern what follows."""
    noun = noun_at(state.line, at)
    if noun is None or noun[1].measure is None or noun[1].number is not Number.PLURAL:
        return False
    return at + noun[0] not in state.starts


def zero(line: Line, thing: Thing) -> Measure:
    """Of what there was none: dead, wounded, or both."""
    stems = line.stems[thing.first : thing.last + 1]
    if {"قتلي", "ضحايا"} & set(stems):
        return Measure.KILLED
    return Measure.INJURED if "اصابات" in stems else Measure.CASUALTIES


def _among_ranks(line: Line, thing: Thing) -> bool:
    """ "عدد من الضحايا في صفوف المدنيين": dead and wounded together."""
    return line.stems[thing.last] == "ضحايا" and line.stems[thing.last + 1 : thing.last + 3] == ("في", "صفوف")
