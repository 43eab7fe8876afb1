"""Where a sentence names an act: the words of vocab/english/acts.tsv, told apart by their part of speech."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from according.domain.values import EventType
from according.extract.english.lexicon import as_tokens
from according.extract.english.parse import Tree
from according.vocab.english import table

VERBS = frozenset("vtdhs")
"""The kinds of acts.tsv whose words are verbs."""
_NOUN_DEPS = frozenset(("pobj", "dobj", "nsubj", "nsubjpass", "compound", "attr", "appos", "poss"))


@dataclass(frozen=True, slots=True)
class Act:
    """Words first..last that name an act: the token `head` ties them to the rest; `kind` as acts.tsv explains it."""

    first: int
    last: int
    head: int
    type: EventType
    kind: str

    @property
    def verb(self) -> bool:
        return self.kind in VERBS


@cache
def classed(name: str) -> frozenset[str]:
    """A class of words of the grammar of events (vocab/english/event_classes.tsv). Raises KeyError for an unknown name."""
    return _classes()[name]


@cache
def sides_of(name: str) -> frozenset[str]:
    """The sides that the words of a doer's name stand for ("regime forces", "Damascus" are one): labels, empty = unknown."""
    words = set(re.findall(r"[\w.-]+", name.lower()))
    words |= {part for word in words for part in word.split("-")}
    found = frozenset(label for label, members in _classes().items() if label.startswith("one_") and words & members)
    if len(found) > 1 and not words & classed("one_regime") - classed("nation"):
        return found - {"one_regime"}  # "Syrian rebels"
    return found


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in table("event_classes")}


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], list[tuple[EventType, str]]]]]:
    """By first word: the phrases that begin with it, longest first, each with its (type, kind) readings in file order."""
    readings: dict[tuple[str, ...], list[tuple[EventType, str]]] = {}
    for type_, kind, words in table("acts"):
        if kind == "x":
            continue
        for phrase in words.split("|"):
            tokens = as_tokens(phrase)
            readings.setdefault(tokens, []).append((EventType(type_), kind))
            if kind not in VERBS and len(tokens) == 2:
                readings.setdefault((tokens[0], "-", tokens[1]), []).append((EventType(type_), kind))  # "air-strike"
    found: dict[str, list[tuple[tuple[str, ...], list[tuple[EventType, str]]]]] = {}
    for words_of, options in readings.items():
        found.setdefault(words_of[0], []).append((words_of, options))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return found


def acts_in(tree: Tree) -> list[Act]:
    """The acts that a sentence names, left to right, none inside another."""
    phrases = _phrases()
    found: list[Act] = []
    i = 0
    while i < len(tree):
        step = 1
        for words, readings in phrases.get(tree.lower[i], ()):
            if tuple(tree.lower[i : i + len(words)]) != words:
                continue
            act = _read(tree, i, i + len(words) - 1, readings)
            if act is not None:
                found.append(act)
                step = len(words)
                break
        i += step
    return found


def _read(tree: Tree, first: int, last: int, readings: list[tuple[EventType, str]]) -> Act | None:
    head = _head(tree, first, last)
    verb = _is_verb(tree, head)
    fitting = next((r for r in readings if (r[1] in VERBS) is verb), None)
    if fitting is None:
        only = readings[0]
        word = tree.lower[head]
        if only[1] in VERBS and not verb and first == last and not word.endswith(("ed", "ing")):
            return None  # "the target", "a fire"
        fitting = only
    if first > 0 and tree.words[first - 1] == "-" and tree.ends[first - 1] == tree.starts[first] and fitting[1] == "g":
        return None  # "co-operation"
    return Act(first, last, head, *fitting)


def _is_verb(tree: Tree, at: int) -> bool:
    if not tree.tags[at].startswith("VB"):
        return False
    nominal = tree.tags[at] == "VBG" and tree.deps[at] in _NOUN_DEPS and tree.child(at, "dobj", "nsubj") is None
    return not nominal


def _head(tree: Tree, first: int, last: int) -> int:
    """The token of the phrase whose head lies outside it."""
    for i in range(first, last + 1):
        if not first <= tree.heads[i] <= last or tree.heads[i] == i:
            return i
    return last
