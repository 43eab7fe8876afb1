"""Names and totals in lists: the header they stand under, "each of", items with bullets, names joined by "and"."""

from __future__ import annotations

from according.domain.values import Category
from according.extract.arabic.amounts import ONE
from according.extract.arabic.counting import How, Thing
from according.extract.arabic.lexicon import words
from according.extract.arabic.line import Line
from according.extract.arabic.names import given_at, name_span
from according.extract.arabic.standing import LISTS, MANY, Standing

ITEM = 8
"""Words of the longest item of a list of names."""
LISTING = frozenset('-*•–▪◾●▫،.)_(:"')
"""Marks before a name in a list under a header."""
_ANNOUNCED = 24
"""Words behind a header within which a colon opens its list."""
_ENTRIES = frozenset("-*•–▪◾●▫_")
"""Marks that open an item of a list."""
_BULLETS = frozenset("-*•–▪◾●▫،.)_(")
_BETWEEN_NAMES = frozenset(("،", '"', "و"))
_COLONS = frozenset((":", "هم", "هما", "هن"))
"""What opens a list behind its header."""


def is_item(line: Line) -> bool:
    """Whether a line can be an item of a list: it opens with a bullet or a number, or is hardly longer than a name."""
    first = line.words[0]
    if first.form in _BULLETS:
        return True
    if first.is_number and len(line) > 1 and line.words[1].form in _BULLETS | {"/"}:
        return True
    return len(line) <= ITEM


def name_at(state: Standing, at: int) -> Thing | None:
    """A person named without a title: right behind a word of harm, in a list, or joined to another name."""
    line = state.line
    if state.measure is None and state.last is None and state.told.header is None:
        return None
    if at in line.taken or line.stems[at] in _BULLETS:
        return None
    before = line.words[at - 1] if at else None
    listing = state.told.header is not None
    opens = is_item(line) if before is None else before.is_number or before.form in _ENTRIES
    entry = listing and opens
    entry = entry or each_of(state, at)
    more = _one_more(state, at)
    if (
        not entry
        and not more
        and not (
            given_at(line, at)
            and (_names_may_stand(state, at) or (listing and before is not None and before.form in LISTING))
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


def each_of(state: Standing, at: int) -> bool:
    """Whether "each of" opens a list of names right before a word: "كل من", "كلا من:"."""
    end = at - 1 if at and state.line.stems[at - 1] == ":" else at
    return state.line.stems[max(0, end - 2) : end] in (("كل", "من"), ("كلا", "من"))


def _one_more(state: Standing, at: int) -> bool:
    """Whether a word joined to a name opens another ("سامر نجم الدين وساهر نجم الدين"), though no list has it."""
    if state.last is None or state.last.thing.how is not How.NAME or at - state.last.thing.last > 2:
        return False
    form = state.line.words[at].form
    gap = state.line.stems[state.last.thing.last + 1 : at]
    listed = gap == ("،",) and state.last.because in LISTS
    linked = (form.startswith("و") and len(form) > 3) or gap == ("و",) or listed
    return linked and all(stem in _BETWEEN_NAMES for stem in gap)


def _names_may_stand(state: Standing, at: int) -> bool:
    """Right behind a word of harm, in the list behind "among them", or joined to another name."""
    if state.measure is not None and state.measure not in MANY and state.used == state.word:
        if state.gap(state.word, at) == 0 or each_of(state, at):
            return True
    if state.last is None:
        return False
    bracketed = 8 if ")" in state.line.stems[state.last.thing.last : at] else 3
    if state.last.thing.how is How.NAME and at - state.last.thing.last <= bracketed:
        return state.line.joined(at)
    return state.whole is not None and at - max(state.used, state.last.thing.last) <= 6


def heads(state: Standing, at: int) -> bool:
    """Whether a plural ("الشهداء", "أسماء الجرحى") is the header of a list or of a total."""
    if at and state.line.stems[at - 1] in words("counts_of"):
        return True
    if not state.line.definite(at):
        return False
    counted = any(n in state.starts and state.starts[n].how is How.NUMBER for n in (at + 1, at + 2))
    announced = any(stem in _COLONS for stem in state.line.stems[at + 1 : at + _ANNOUNCED])
    return counted or announced or len(state.line) <= ITEM


def goes_on_listing(state: Standing, thing: Thing) -> bool:
    """Whether a name goes on with the list that "each of" opened."""
    return state.last is not None and state.last.because in LISTS and thing.first - state.last.thing.last <= 3
