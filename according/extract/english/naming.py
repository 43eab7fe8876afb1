"""The names of speakers in a noun phrase: "rescuers and a war monitoring group" are two, "the ministry's statement" is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from according.domain.mention import ActorMention
from according.extract.english.lexicon import words
from according.extract.english.parse import Tree, joined

_NAME_TAGS = frozenset("NN NNS NNP NNPS JJ VBN VBG HYPH POS -LRB- -RRB- NML".split())
_JOINERS = frozenset(("of", "for", "in", "at", "on", "from"))
_CUT = frozenset(("relcl", "acl", "appos", "advcl", "parataxis", "ccomp", "xcomp"))
_FRONT = frozenset(("DT", "PRP$", "RB", "IN", "CC", ",", "``", "PDT", "CD", "''", ":", "-LRB-"))
_BACK = frozenset(("IN", ",", "DT", "``", "''", "HYPH", ":", "CC", "-LRB-"))
_LONGEST = 14
"""Tokens of the longest speaker's name."""


@dataclass(frozen=True, slots=True)
class Named:
    """Speakers by name, the tokens they stand on, the registry id of a single known one. No names = "the statement".

    `same` = "the same source": the last fitting speaker is meant.
    """

    names: tuple[str, ...]
    first: int
    last: int
    actor: str | None
    same: bool = False


def phrase_of(tree: Tree, head: int) -> tuple[int, int]:
    """The noun phrase of a head: first and last token, without clauses, appositions and what only locates it."""
    tokens = [t for t in tree.subtree(head, _CUT) if abs(t - head) <= _LONGEST]
    at = tokens.index(head)
    low = high = at
    while low > 0 and tokens[low - 1] == tokens[low] - 1:
        low -= 1
    while high + 1 < len(tokens) and tokens[high + 1] == tokens[high] + 1:
        high += 1
    return tokens[low], tokens[high]


def named_by(tree: Tree, head: int) -> int | None:
    """The proper name that a description goes with: "the monitoring group the Observatory", "rescuers known as White Helmets"."""
    if tree.tags[head] in ("NNP", "NNPS"):
        return None
    for child in tree.children[head]:
        if tree.deps[child] == "appos" and tree.tags[child] in ("NNP", "NNPS") and child > head:
            return child
        if tree.deps[child] == "acl" and tree.lower[child] in words("naming"):
            inner = tree.child(child, "prep")
            named = tree.child(inner, "pobj") if inner is not None else tree.child(child, "oprd", "dobj")
            if named is not None and tree.tags[named] in ("NNP", "NNPS"):
                return named
    return None


def beside(tree: Tree, verb: int) -> tuple[int, int] | None:
    """The noun phrase that stands directly before a verb, whatever the parse says: text without commas loses it."""
    last = verb - 1
    while last > 0 and (
        tree.tags[last] in ("RB", "MD") or tree.lower[last] in ("has", "have", "had", "also", "later", "-")
    ):
        last -= 1
    if last < 0 or tree.tags[last] not in ("NN", "NNS", "NNP", "NNPS", "-RRB-"):
        return None
    comma = next(
        (k for k in range(last, max(-1, last - _LONGEST), -1) if tree.words[k] in (",", '"', "”", "''", ";", ":")), None
    )
    if comma is not None and all(
        tree.tags[k] in _NAME_TAGS | {"DT", "CC"} or tree.lower[k] in _JOINERS for k in range(comma + 1, last + 1)
    ):
        return comma + 1, last
    return _run_before(tree, last)


def _run_before(tree: Tree, last: int) -> tuple[int, int] | None:
    """Back from the last word of a noun phrase to its article, over "of", "for" and the rest of a name."""
    first = last
    while first > 0:
        before = first - 1
        if tree.tags[before] == "DT":
            first = before
            break
        name_goes_on = (
            before > 0
            and tree.tags[before - 1] in ("NNP", "NN", "NNS")
            and tree.tags[first] in ("NNP", "NNPS", "DT", "NN", "JJ")
        )
        if (
            tree.lower[before] in _JOINERS
            and name_goes_on
            and (tree.words[before - 1][:1].isupper() or tree.lower[before - 1] in words("speaker_nouns"))
        ):
            first = before
            continue
        if tree.tags[before] not in _NAME_TAGS or tree.lower[before] in words("not_in_speakers"):
            break
        if tree.tags[before] in ("NNP", "NNPS") and tree.words[first].islower() and _is_located(tree, before):
            break  # "in the town of Khan Touman military sources said"
        first = before
    while first < last and tree.lower[first] in words("weekdays"):
        first += 1
    if tree.tags[first] == "DT" or any(tree.lower[t] in words("speaker_nouns") for t in range(first, last + 1)):
        return first, last
    return (
        (first, last)
        if all(w[:1].isupper() or w in ("al", "-", "of", "the") for w in tree.words[first : last + 1])
        else None
    )


def _is_located(tree: Tree, last: int) -> bool:
    """Whether a name that ends at a token stands after a preposition: it belongs to what comes before."""
    first = last
    while first > 0 and tree.tags[first - 1] in ("NNP", "NNPS", "HYPH"):
        first -= 1
    return first > 0 and tree.tags[first - 1] == "IN"


def speaker_like(tree: Tree, first: int, last: int, actors: Sequence[ActorMention]) -> bool:
    """Whether a noun phrase can speak: a known actor, a word for those who speak, or a name."""
    begin, end = tree.starts[first], tree.ends[last]
    if any(a.start < end and begin < a.end for a in actors):
        return True
    if any(tree.lower[t] in words("speaker_nouns") for t in range(first, last + 1)):
        return tree.lower[last] not in words("no_speakers")
    return tree.tags[last] in ("NNP", "NNPS") and tree.lower[last] not in words("no_speakers")


def split_speakers(tree: Tree, first: int, last: int, actors: Sequence[ActorMention]) -> Named | None:
    """The speakers of a noun phrase; None where its words are no one's who could speak."""
    head = _head(tree, first, last)
    if tree.lower[head] in words("no_speakers") or tree.lower[head] in words("pronoun_speakers"):
        return None
    if tree.lower[head] in words("statements"):
        owner = _owner(tree, first, head, last)
        if owner is None or tree.lower[_head(tree, *owner)] in words("no_speakers"):
            return Named((), first, last, None, same=True)
        first, last = owner
    own = named_by(tree, head)
    if own is not None and not any(tree.deps[c] == "conj" for c in tree.children[head]):
        first, last = phrase_of(tree, own)
    parts = _parts(tree, first, last)
    names: list[str] = []
    actor: str | None = None
    begin, end = last, first
    for low, high in parts:
        named = _one(tree, low, high, actors)
        if named is None:
            continue
        name, a, b, known = named
        names.append(name)
        begin, end = min(begin, a), max(end, b)
        actor = known if len(parts) == 1 else None
    if not names:
        return None
    same = (
        len(names) == 1
        and names[0].lower() in ("same source", "same sources", "source", "sources")
        and tree.tags[max(0, begin - 1)] == "DT"
        and tree.lower[max(0, begin - 1)] == "the"
    )
    return Named(tuple(names), begin, end, actor, same)


def _head(tree: Tree, first: int, last: int) -> int:
    return next((t for t in range(first, last + 1) if not first <= tree.heads[t] <= last or tree.heads[t] == t), last)


def _owner(tree: Tree, first: int, head: int, last: int) -> tuple[int, int] | None:
    """Whose statement: "the ministry's statement", "a statement by the ministry", "an Observatory report"."""
    for child in tree.children[head]:
        if tree.deps[child] == "poss" and tree.lower[child] not in ("its", "his", "her", "their"):
            return phrase_of(tree, child)
        if tree.deps[child] == "prep" and tree.lower[child] in ("by", "from", "of"):
            noun = tree.child(child, "pobj")
            return (
                phrase_of(tree, noun)
                if noun is not None and tree.lower[noun] not in words("pronoun_speakers")
                else None
            )
    named = [
        t
        for t in range(first, head)
        if tree.tags[t] in ("NNP", "NNPS", "JJ") or tree.lower[t] in words("speaker_nouns") - words("statements")
    ]
    return (named[0], named[-1]) if named else None


def _parts(tree: Tree, first: int, last: int) -> list[tuple[int, int]]:
    """The phrase cut at each "and" or comma that joins two speakers: before an article or after a word for speakers."""
    parts: list[tuple[int, int]] = []
    begin = first
    for k in range(first + 1, last):
        if tree.lower[k] not in ("and", ",", "&") or k <= begin:
            continue
        after = k + 2 if tree.lower[k] == "," and tree.lower[k + 1] == "and" else k + 1
        opens = after <= last and (
            tree.tags[after] == "DT" or any(tree.lower[t] in words("speaker_nouns") for t in range(after, last + 1))
        )
        closes = tree.lower[k - 1] in words("speaker_nouns") or looks_named(joined(tree, begin, k - 1))
        if (
            opens
            and closes
            and not (
                tree.lower[k] == ","
                and tree.tags[after] == "DT"
                and k + 1 == after
                and tree.lower[after + 1 : after + 2]
                and tree.lower[after + 1] in ("spokesman", "spokeswoman")
            )
        ):
            parts.append((begin, k - 1))
            begin = after
    parts.append((begin, last))
    return parts


def _one(tree: Tree, low: int, high: int, actors: Sequence[ActorMention]) -> tuple[str, int, int, str | None] | None:
    """(name as written, its tokens, registry id of a single known actor) of one speaker."""
    while low <= high and (
        tree.tags[low] in _FRONT
        or tree.lower[low] in ("the", "-")
        or tree.lower[low] in words("weekdays")
        or (low < high and tree.lower[low] in words("when_said"))
    ):
        low += 1
    beside = next((t for t in range(low, high) if tree.lower[t : t + 3] == ["as", "well", "as"]), None)
    if beside is not None and beside > low:
        high = beside - 1  # "according to the monitor as well as three rescuers": who else was killed
    while high >= low and (
        tree.tags[high] in _BACK
        or tree.words[high] in (",", ".", "(")
        or (high > low and tree.lower[high] in words("weekdays"))
    ):
        high -= 1  # "The Central Forces on Friday denied": the day is no part of the name
    if low > high or tree.lower[high] in words("no_speakers") - words("statements"):
        return None
    start, end = tree.starts[low], tree.ends[high]
    known = [m for m in actors if m.start < end and start < m.end]
    named = [m for m in known if looks_named(m.anchor)]
    person = any(tree.lower[t] in words("person_nouns") for t in range(low, high + 1))
    if named and not person and _tail_is_kind(tree, named[0], high):
        best = named[0]
        return best.anchor, low, high, best.actors[0] if len(best.actors) == 1 else None
    actor = known[0].actors[0] if len(known) == 1 and len(known[0].actors) == 1 and not person else None
    return joined(tree, low, high), low, high, actor


def _tail_is_kind(tree: Tree, mention: ActorMention, high: int) -> bool:
    """Whether only words of its kind follow a known name ("the Syrian Observatory for Human Rights monitor")."""
    return all(
        tree.starts[t] < mention.end
        or tree.lower[t] in words("speaker_nouns")
        or tree.tags[t] in ("-LRB-", "-RRB-", "NNP")
        for t in range(high + 1)
        if tree.starts[t] >= mention.start
    )


_JOINED = re.compile(r"-(?:based|run|backed|led|linked|affiliated|held|controlled|aligned|owned|allied)$", re.I)


def looks_named(name: str) -> bool:
    """Whether a speaker's words are mostly a proper name ("Rami Rahman", "Ministry of Health"; not "Britain-based monitor")."""
    parts = [word for word in name.split() if not _JOINED.search(word)]
    capital = [word for word in parts if word[:1].isupper()]
    telling = [word for word in parts if len(word) > 3]
    if not capital or len(capital) < len(telling) / 2:
        return False
    return parts[-1][:1].isupper() or parts[-1].startswith(("al-", "el-")) or len(capital) >= 2
