"""Figures that are part of a whole told before: in the same sentence by their sum, in an earlier one by what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.extract.english.counting import How
from according.extract.english.draft import Draft, SentenceDrafts
from according.extract.english.lexicon import words
from according.extract.english.lists import AMONG, is_item
from according.extract.english.parse import Tree
from according.extract.english.totals import totals

_THESE = re.compile(
    r"\b(?:these|those|such) (?:\w+ )?(?:operations|attacks|strikes|airstrikes|raids|bombardments|clashes|violations|battles|offensives|campaigns)\b"
)
"""Acts told before: what they did is as much a total as what was told of them."""
REACH = 2
"""Sentences back within which the total is told that "the dead included six women" counts on."""


def tie_to_totals(sentences: Sequence[SentenceDrafts]) -> None:
    """ "The dead included six women": part of the total told in a sentence before; of a longer total, if that is one."""
    told: list[Draft] = []
    headed = listed = False
    before: SentenceDrafts | None = None
    for sentence in sentences:
        lasting = before is not None and _speaks_of_long(before) and sentence.tree.index == before.tree.index + 1
        before = sentence
        figures = [d for d in sentence.drafts if d.tie is not None and d.thing is not None]
        listed = is_item(sentence.tree) and (headed or listed)
        headed = sentence.tree.words[-1] == ":"
        carried = bool(told) and told[-1].cumulative and _THESE.search(" ".join(sentence.tree.lower)) is not None
        for draft in figures:
            assert draft.tie is not None
            included = draft.tie.because in AMONG | {"those-included"} or _toll_includes(draft)
            if draft.part_of is None and (listed or included):
                reach = None if listed else REACH
                whole = next((t for t in reversed(told) if _can_hold(t, draft, reach)), None)
                if whole is not None:
                    draft.part_of = whole
                    whole.cumulative |= draft.cumulative  # what is part of a longer total is part of no single toll
        for draft in figures:
            carried |= bool(told) and told[-1].cumulative and told[-1].measure is draft.measure and _adds(draft)
            draft.cumulative |= lasting and _so_far(draft)
            draft.cumulative |= carried or (draft.part_of is not None and draft.part_of.cumulative)
        _tie_names(sentence, told)
        told += [d for d in figures if d.part_of is None]


def _toll_includes(draft: Draft) -> bool:
    """ "The toll includes 126 people killed by rebel shells"."""
    assert draft.thing is not None
    before = draft.tree.lower[max(0, draft.thing.first - 2) : draft.thing.first]
    return len(before) == 2 and before[0] in words("toll_words") and before[1] in ("includes", "included", "include")


def _speaks_of_long(sentence: SentenceDrafts) -> bool:
    """Whether a sentence without a toll tells of what has lasted: "the bombing goes on for the tenth consecutive week"."""
    return all(d.thing is None or d.cumulative for d in sentence.drafts) and totals(sentence.tree)


def _so_far(draft: Draft) -> bool:
    """ "have been killed", "has wounded", with no day of its own: what came of all that was told before."""
    assert draft.tie is not None
    tree, verb = draft.tree, draft.tie.word
    return not draft.own_date and any(tree.lower[c] in ("have", "has") for c in tree.children[verb])


def _adds(draft: Draft) -> bool:
    """ "Another 42 people have been killed": counted beside those told last."""
    assert draft.thing is not None
    first, lower = draft.thing.first, draft.tree.lower
    return "another" in lower[max(0, first - 1) : first + 1] and draft.thing.how is How.NUMBER


def _can_hold(whole: Draft, part: Draft, reach: int | None) -> bool:
    """Whether a total told before holds a part; `reach` = sentences back at most, None = any number."""
    assert whole.thing is not None and part.thing is not None
    back = part.tree.index - whole.tree.index
    if whole.measure is not part.measure or back <= 0 or (reach is not None and back > reach):
        return False
    low, big = part.thing.quantity.low, whole.thing.quantity.low
    return low is None or big is None or low < big


def tie_partition(tree: Tree, drafts: Sequence[Draft]) -> None:
    """ "three civilians, two women and a man", "eight people: five soldiers and three guards": parts that make up the whole."""
    for n, whole in enumerate(drafts):
        if whole.thing is None or whole.tie is None or whole.thing.facility or whole.thing.how is not How.NUMBER:
            continue
        parts: list[Draft] = []
        left, at = whole.thing.quantity.low or 0, whole.thing.last + 1
        if left < 2 or at >= len(tree) or tree.lower[at] not in words("opens_parts"):
            continue
        for draft in drafts[n + 1 :]:
            if draft.part_of is not None and draft.part_of is not whole:
                continue
            if draft.thing is None or draft.measure is not whole.measure or draft.thing.quantity.low is None:
                break
            parts.append(draft)
            left -= draft.thing.quantity.low
            if left <= 0:
                break
        if left == 0 and len(parts) > 1:
            for draft in parts:
                draft.part_of = whole


def _tie_names(sentence: SentenceDrafts, told: Sequence[Draft]) -> None:
    """As many names as were just counted are theirs: "Two civilians were killed. X and Y were ..." (codebook, hard cases)."""
    names = [d for d in sentence.drafts if d.thing is not None and d.thing.how is How.NAME and d.part_of is None]
    if len(names) < 2:
        return
    first = names[0]
    before = [d for d in sentence.drafts if d.thing is not None and d.tie is not None and d.start < first.start]
    for whole in reversed([*told, *before]):
        assert whole.thing is not None
        near = 0 <= first.tree.index - whole.tree.index <= 1
        if near and whole.measure is first.measure and whole.thing.quantity.low == len(names):
            for draft in names:
                draft.part_of = whole
            return
