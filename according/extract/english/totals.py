"""Which figures total a longer period or a whole war (codebook, cumulative)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.domain.mention import TimeMention
from according.domain.values import Measure, TimeKind
from according.extract.english.draft import Draft
from according.extract.english.lexicon import words
from according.extract.english.parse import Tree

WEEK = 8
"""Days that a report may look back without its figure being a total."""
GREAT = {Measure.KILLED: 5_000, Measure.INJURED: 10_000, Measure.CASUALTIES: 10_000, Measure.DISPLACED: 1_000_000}
"""Quantities that no single attack has caused in living memory: always totals."""

_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_COUNT = r"a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|few|many"
_WARS = r"(?:conflict|war(?! (?:planes?|jets?|monitors?|crimes?|machines?|zones?))|crisis|uprising|insurgency|genocide|revolution|rebellion)"
_CUES = re.compile(
    r"\bsince (?:the (?:start|beginning|end|middle|outbreak|war|conflict|uprising|revolution|launch|onset|campaign|civil|crisis|invasion|regime|"
    rf"government|year|coup|new year)|(?:early |late |mid-?)?(?:19|20)\d\d|(?:{_MONTH}) (?:\d{{1,2}},? )?(?:19|20)\d\d|then\b|protests|it began|"
    rf"last (?:year|month)|(?:the )?{_WARS} (?:began|started|erupted|broke)|(?:early |late |mid-?)?(?:{_MONTH})\b(?! \d)|russia|hamas|israel)"
    r"|\bsince [^.;:]{0,60}?\b(?:began|begun|started|launched|erupted|resumed|intervened|declared|tightened|imposed|collapsed|captured|seized|broke|came into|took)\b"
    r"|(?<! second )(?<! third )(?<! fourth )(?<! fifth )(?<! sixth )(?<! seventh )(?<! 2nd )(?<! 3rd )(?<! [4-7]th )\bconsecutive day\b"
    r"|\bconsecutive (?:weeks?|months?|years?)\b"
    r"|\b(?:so far this (?:year|month)|this year|in all of (?:19|20)\d\d|to date|in total so far|over the years|in recent (?:months|years))\b"
    rf"|\b(?:in|during|over|for|within|after|the) (?:the )?(?:past |last |first |previous )?(?:more than |nearly |almost |about |over |just over |some )?"
    rf"(?:{_COUNT})[ -]?(?:and a half )?(?:months?|years?|weeks)\b"
    rf"|\b{_WARS} (?:(?:that|which|now in its \w+ year|in its \w+ year) )?(?:has |have |had )?(?:killed|claimed|cost|displaced|left|driven|forced|uprooted|wounded|caused)"
    rf"|\b(?:in|during|of|by|throughout|across) (?:the |syria'?s? |this |its |that |yemen's |sudan's |ukraine's |iraq's |\w+'s )?(?:[\w-]+[- ](?:year|month)[- ](?:old )?|[\w-]+ ){{0,2}}{_WARS}\b(?!-)"
    rf"|\b(?:since|after|before|when|until) [^.;:]{{0,40}}?\b{_WARS} (?:began|started|erupted|broke out)"
    r"|\b(?:months?|years?)[ -](?:long|old) (?:war|conflict|campaign|offensive|siege|battle|operation)|\b(?:entire|whole) (?:war|conflict)"
)
_SUPERLATIVE = re.compile(
    r"\b(?:deadliest|worst|bloodiest|heaviest|biggest|largest|first|highest|fiercest|longest|latest|not seen|unseen|most (?:\w+ )?(?:attack|attacks|day|strike|serious|intense|violent))\b"
)
_GREAT_WORDS = {
    Measure.KILLED: frozenset(("tens of thousands", "hundreds of thousands", "millions")),
    Measure.DISPLACED: frozenset(("millions",)),
}
"""Vague words that are as great."""


def totals(tree: Tree) -> bool:
    """Whether a sentence speaks of a longer period or the war as a whole."""
    return bool(_cues(tree))


def mark_totals(tree: Tree, drafts: Sequence[Draft], times: Sequence[TimeMention]) -> None:
    """Marks the figures of a sentence that are totals: by size, by a cue in their clause, or by the cue that stands nearest."""
    figures = [d for d in drafts if d.thing is not None and d.tie is not None]
    for draft in figures:
        assert draft.thing is not None and draft.tie is not None
        quantity = draft.thing.quantity
        value = quantity.low if quantity.low is not None else quantity.high
        great = GREAT.get(draft.tie.measure)
        draft.cumulative = great is not None and value is not None and value >= great
        stated = quantity.stated.lower()
        draft.cumulative |= any(w in stated for w in _GREAT_WORDS.get(draft.tie.measure, ()) if quantity.vague)
    for cue in _cues(tree):
        for draft in _reached(tree, cue, figures):
            draft.cumulative = True
    for cue, dates in _long_times(tree, times):
        for draft in _in_clause(tree, cue, figures) if dates else _reached(tree, cue, figures):
            draft.cumulative |= not _one_act(tree, draft)
    for draft in figures:
        if draft.part_of is not None and draft.part_of.cumulative:
            draft.cumulative = True


def _cues(tree: Tree) -> list[int]:
    """The tokens at which words for a longer period or a war begin; not those that a superlative compares with."""
    text, starts = "", []
    for word in tree.lower:
        text += "" if not text or word == "-" or text.endswith("-") else " "
        starts.append(len(text))
        text += word
    found = []
    for match in _CUES.finditer(text):
        before = text[max(0, match.start() - 100) : match.start()]
        if match.group().startswith(("since", "in", "for", "over", "of", "the")) and _SUPERLATIVE.search(before):
            continue
        found.append(next(i for i in range(len(starts) - 1, -1, -1) if starts[i] <= match.start()))
    return found


def _long_times(tree: Tree, times: Sequence[TimeMention]) -> list[tuple[int, bool]]:
    """The tokens of time expressions that span more than about a week, and whether they date as one point ("in July")."""
    found: list[tuple[int, bool]] = []
    for time in times:
        if time.date is None or (time.date.last - time.date.first).days <= WEEK:
            continue
        at = next((i for i in range(len(tree)) if tree.ends[i] > time.start), None)
        if at is not None and not _SUPERLATIVE.search(" ".join(tree.lower[max(0, at - 12) : at])):
            found.append((at, time.kind is TimeKind.POINT))
    return found


def _aside(tree: Tree, cue: int) -> bool:
    """Whether a cue stands in a clause about someone: "the group, which tracks violence in the civil war, said ..."."""
    node = cue
    while tree.heads[node] != node:
        if tree.deps[node] == "relcl":
            return True
        node = tree.heads[node]
    return False


def _one_act(tree: Tree, draft: Draft) -> bool:
    """Whether a single act did the harm, so that a month only dates it: "in July a suicide bomb killed 16"."""
    assert draft.tie is not None
    verb = draft.tie.word
    doer = tree.child(verb, "nsubj")
    if doer is not None and tree.tags[doer] in ("WDT", "WP"):
        doer = tree.heads[verb] if tree.deps[verb] == "relcl" else None
    if doer is None or doer == draft.token:
        of = next((c for c in tree.children[verb] if tree.lower[c] in ("in", "by") and tree.child(c, "pobj")), None)
        doer = tree.child(of, "pobj") if of is not None else None
    if doer is None or tree.tags[doer] != "NN" or tree.lower[doer] in words("lasting") | words("toll_words"):
        return False
    return any(tree.lower[c] in ("a", "an", "the", "one", "another", "this", "that") for c in tree.children[doer])


def _in_clause(tree: Tree, cue: int, figures: Sequence[Draft]) -> list[Draft]:
    return [
        d
        for d in figures
        if d.tie is not None
        and (cue in tree.clause(d.tie.word) or cue in tree.clause(d.token) or _what_lasted(tree, cue, d.tie.word))
    ]


def _what_lasted(tree: Tree, cue: int, verb: int) -> bool:
    """ "under bombardment since May which has killed 132": the clause tells what came of that which lasted."""
    if tree.deps[verb] == "conj":
        verb = tree.heads[verb]  # "has killed 132 and wounded 900"
    perfect = any(tree.lower[c] in ("has", "have") for c in tree.children[verb])
    if tree.deps[verb] != "relcl" or not perfect:
        return False
    over = tree.heads[verb]
    lasted = tree.lower[over] in words("lasting") or cue <= over < verb
    return lasted and cue in tree.clause(over)


def _reached(tree: Tree, cue: int, figures: Sequence[Draft]) -> list[Draft]:
    """The figures that a cue is about: those of its clause, else the nearest with its fellows."""
    inside = _in_clause(tree, cue, figures)
    if inside:
        return inside
    if _aside(tree, cue):
        return []
    nearest = min(figures, key=lambda d: abs(d.token - cue), default=None)
    if nearest is None or nearest.tie is None:
        return []
    return [
        d for d in figures if d.tie is not None and (d.tie.word == nearest.tie.word or abs(d.token - nearest.token) < 6)
    ]
