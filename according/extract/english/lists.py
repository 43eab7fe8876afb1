"""Lists and subsets: items take what their header says; "four civilians, including two children" (codebook, part_of)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from according.domain.values import Measure
from according.extract.english.counting import How
from according.extract.english.draft import Draft, SentenceDrafts
from according.extract.english.lexicon import Noun, harm, noun_ending_at, words
from according.extract.english.parse import Tree
from according.extract.english.ties import Tie
from according.extract.english.totals import totals

ITEM = re.compile(r"\s*(?:[•●▪◦·*–—-]|\d{1,2}[.)])\s*\S")
"""A line that is an item of a list."""
_BACK = 16
"""Words back within which the word that opens a list is looked for."""
_WEAK = frozenset(("participle-before", "words-before", "words-after", "conj-object", "object", "passive-subject"))
"""Ties that a subset may hold beside that of the figure it is part of."""
_OF_THEM = frozenset(("them", "whom", "which", "those"))
COUNTED_ON = "counted-on"
"""The tie of a number that goes on counting: its place is the one behind it."""
_LOOSE = frozenset(("words-after", "words-before", "toll-reached", "conj-object"))
"""Ties by nearness alone: counting on beats them."""
AMONG = frozenset(("among-the-dead", "among-the-wounded", "among-those"))


@dataclass(frozen=True, slots=True)
class Header:
    """What the line before a list says of its items ("The fatalities can be distributed as follows:")."""

    measure: Measure
    cumulative: bool


def is_item(tree: Tree) -> bool:
    return ITEM.match(" ".join(tree.words[:3])) is not None


def header_of(sentence: SentenceDrafts) -> Header | None:
    """The header that a sentence ending in a colon is to the list after it; None where it tells of no harm."""
    tree = sentence.tree
    if tree.words[-1] != ":":
        return None
    figures = [d for d in sentence.drafts if d.tie is not None]
    if figures and figures[-1].tie is not None:
        return Header(figures[-1].tie.measure, figures[-1].cumulative)
    measures = [m for w in tree.lower if (e := harm().get(w)) for m in e.frames.values()]
    return Header(measures[-1], totals(tree)) if measures else None


def tie_items(tree: Tree, drafts: Sequence[Draft], header: Header | None) -> None:
    """Counted things in a list take what its header says: an item line, or what follows a colon in the sentence."""
    colon = tree.lower.index(":") if ":" in tree.lower else None
    whole = next((d for d in drafts if d.tie and d.thing and colon is not None and d.thing.last < colon), None)
    said = _announced(tree.lower[:colon]) if colon else None
    for n, draft in enumerate(drafts):
        thing = draft.thing
        if draft.tie is not None or thing is None or thing.facility or thing.category is None:
            continue
        listed = colon is not None and thing.first > colon and thing.how is How.NUMBER
        if listed and opener(tree.lower, thing.first) is None and whole is not None and whole.tie is not None:
            draft.tie, draft.part_of = Tie(whole.tie.measure, whole.tie.word, "list-item", 0.6), whole
        elif listed and opener(tree.lower, thing.first) is None and said is not None:
            draft.tie = Tie(said, thing.head, "list-item", 0.55)
        elif header is not None and n == 0:
            draft.tie = Tie(header.measure, thing.head, "list-item", 0.6)


def _announced(before: Sequence[str]) -> Measure | None:
    """What the words before a colon say of the list after it."""
    if "victims" in before:
        return Measure.KILLED
    found = [m for w in before if (e := harm().get(w)) for f, m in e.frames.items() if f in ("n", "of", "vt")]
    return found[-1] if found else None


def tie_subsets(tree: Tree, drafts: Sequence[Draft]) -> None:
    """Ties a figure to the bigger one it is part of: "including two children", "5 of them women", "were among 22 killed"."""
    for n, draft in enumerate(drafts):
        thing = draft.thing
        assert thing is not None
        if draft.part_of is not None or thing.facility:
            continue
        opened = opener(tree.lower, thing.first)
        if draft.tie is not None and draft.tie.because in AMONG:
            listed = _bigger(draft, drafts[:n], False) if opened is not None else None
            draft.part_of = listed or _counted_among(tree, draft, drafts)
            continue
        of_them = _of_them(tree, draft) or tree.lower[max(0, thing.first - 2) : thing.first] == ["among", "them"]
        if opened is None and not of_them:
            continue
        if draft.tie is not None and (
            draft.tie.because == "those-included"
            or not (of_them or draft.tie.because in _WEAK | {"number-harmed", "participle-after"})
        ):
            continue
        bigger = _bigger(draft, drafts[:n], of_them)
        if bigger is None or bigger.tie is None or _told_apart(draft, bigger):
            continue
        draft.part_of = bigger
        draft.tie = Tie(bigger.tie.measure, bigger.tie.word, "subset", bigger.tie.confidence - 0.05)
        if draft.category is None:
            draft.category = bigger.category


def _counted_among(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """ "Six civilians were among at least 22 people killed": the figure counted by the noun that "among" names."""
    assert draft.tie is not None
    for other in drafts:
        if other is not draft and other.thing is not None and other.tie is not None and other.part_of is None:
            if other.tie.because in AMONG:
                continue  # "105 children and 76 women were among those killed": neither is part of the other
            if other.tie.word == draft.tie.word or other.thing.first <= draft.tie.word <= other.thing.last:
                return other
    return None


def tie_counts_on(tree: Tree, drafts: Sequence[Draft]) -> None:
    """ "21 were killed, 15 in the north and another six in Marj": numbers without a noun go on counting the figure before.

    They are parts of it where they add up to it.
    """
    for n, draft in enumerate(drafts):
        if draft.thing is None or not _counts_on(tree, draft):
            continue
        whole = next((d for d in reversed(drafts[:n]) if d.tie is not None and d.thing and not d.thing.facility), None)
        if whole is None or whole.tie is None:
            continue
        draft.tie = Tie(whole.tie.measure, whole.tie.word, COUNTED_ON, 0.6)
        draft.category = whole.category
    going_on = [d for d in drafts if d.tie is not None and d.tie.because == COUNTED_ON and d.thing is not None]
    for whole in drafts:
        if whole in going_on or whole.thing is None or not going_on:
            continue
        parts = [d.thing.quantity.low or 0 for d in going_on if d.thing is not None]
        if sum(parts) == whole.thing.quantity.low:
            for draft in going_on:
                draft.part_of = whole


def _counts_on(tree: Tree, draft: Draft) -> bool:
    thing = draft.thing
    assert thing is not None
    after, before = tree.lower[thing.last + 1 : thing.last + 2], tree.lower[thing.first - 1 : thing.first]
    return (
        thing.how is How.OTHERS
        and thing.first > 0
        and bool(after)
        and after[0] in words("counted_at")
        and before[0] in words("counting_on")
        and thing.head == thing.last
        and (draft.tie is None or draft.tie.because in _LOOSE)
        and tree.lower[max(0, thing.first - 2)] not in harm()  # "wounded another three in the market"
    )


def name_predicates(tree: Tree, drafts: Sequence[Draft]) -> None:
    """ "Of those killed six were children": a number without a noun takes it from its predicate."""
    for draft in drafts:
        thing = draft.thing
        if thing is None or thing.how is not How.OTHERS or draft.category is not None:
            continue
        noun = _predicate_noun(tree, thing.last + 1)
        if noun is not None:
            draft.category = noun.category
            continue
        verb = tree.heads[thing.head]
        if tree.deps[thing.head] not in ("nsubj", "nsubjpass") or tree.lower[verb] not in ("were", "are", "was", "is"):
            continue
        named = tree.child(verb, "attr")
        noun = noun_ending_at(tree.lower, named) if named is not None else None
        if noun is not None and not noun.facility:
            draft.category = noun.category


def _predicate_noun(tree: Tree, at: int) -> Noun | None:
    """The noun of "... were children" that begins at a token."""
    if tree.lower[at : at + 1] not in (["were"], ["are"]) or at + 1 >= len(tree):
        return None
    noun = noun_ending_at(tree.lower, at + 1)
    return noun if noun is not None and noun.plural and not noun.facility else None


def _of_them(tree: Tree, draft: Draft) -> bool:
    """ "12 people, 5 of them children": the number counts some of those before; its noun may follow."""
    thing = draft.thing
    assert thing is not None
    if thing.how is not How.OTHERS or not _OF_THEM & set(tree.lower[thing.first : thing.last + 2]):
        return False
    for t in range(thing.last + 1, min(thing.last + 4, len(tree))):
        noun = noun_ending_at(tree.lower, t)
        if noun is not None and not noun.facility:
            draft.category = noun.category
            break
        if tree.lower[t] in (",", "."):
            break
    return True


def _bigger(draft: Draft, before: Sequence[Draft], of_them: bool) -> Draft | None:
    """The nearest figure before that can hold this one."""
    assert draft.thing is not None
    for other in reversed(before):
        if other.tie is None or other.thing is None or other.thing.facility:
            continue
        if other.tie.because == "those-included" and not of_them:
            continue
        held = other.part_of is None or other.tie.because in AMONG  # "six civilians, including a child, were among 22"
        if held and other.thing.last < draft.thing.first:
            low, big = draft.thing.quantity.low, other.thing.quantity.low
            return other if low is None or big is None or low <= big else None
    return None


def _told_apart(draft: Draft, bigger: Draft) -> bool:
    """Whether a listed thing has a harm of its own: "including two children" but "one was killed, five wounded"."""
    if draft.tie is None or bigger.tie is None or draft.tie.measure is bigger.tie.measure:
        return False
    assert draft.thing is not None
    if draft.tie.because == "passive-subject" and _others_between(draft):
        return False  # "killed, among them a child and two women and nine others were injured"
    if draft.tie.because in ("participle-before", "words-after", "number-harmed"):
        return True
    return draft.tie.because in ("passive-subject", "object") and draft.tie.word > draft.thing.last


def _others_between(draft: Draft) -> bool:
    """Whether "others" stand between a listed thing and the word of harm: it is theirs alone."""
    assert draft.thing is not None and draft.tie is not None
    return any(draft.tree.lower[t] == "others" for t in range(draft.thing.last + 1, draft.tie.word))


def opener(lower: Sequence[str], first: int) -> int | None:
    """Where the word stands that opens the list a phrase is in ("including a woman, two men and three children")."""
    for k in range(first - 1, max(-1, first - 1 - _BACK), -1):
        word, after = lower[k], lower[k + 1] if k + 1 < len(lower) else ""
        if word in words("list_openers"):
            return k
        if word == "." and k and lower[k - 1] in words("list_openers"):
            continue  # "incl."
        if word in words("among") and after in ("them", "whom", "those", "the", "him"):
            return k
        if word == "of" and after in ("them", "whom", "which") and k + 2 == first:
            return k
        if word in ("them", "whom") and k and lower[k - 1] in ("among", "of", "amongst", "with"):
            return k
        if word in words("list_enders"):
            return None
    return None
