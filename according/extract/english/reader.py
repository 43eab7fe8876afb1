"""The English reader: selects sentences, parses them, drafts claims, frames them over the whole report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from according import __version__
from according.domain.claim import Reading
from according.domain.protocols import Prepared
from according.domain.report import Sentence
from according.extract.english.draft import SentenceDrafts
from according.extract.english.drafts import sentence_drafts
from according.extract.english.frame import frame_claims
from according.extract.english.lexicon import trigger
from according.extract.english.lists import ITEM, Header, header_of, is_item
from according.extract.english.parse import MODEL, Tree, parse, readable
from according.extract.main_event import LEAD, main_event
from according.vocab.english import digest_source


class EnglishReader:
    """Reads claims in English reports (satisfies domain.protocols.Reader)."""

    lang = "en"

    @cached_property
    def digest(self) -> str:
        """Changes with the version, the grammar's code, the word lists and the parser's model."""
        code = sorted(Path(__file__).parent.glob("*.py"))
        parts = [__version__, MODEL, digest_source(), *(path.read_text("utf-8") for path in code)]
        return sha256("\n".join(parts).encode()).hexdigest()

    def read(self, items: Iterable[Prepared]) -> Iterator[Reading]:
        """One Reading an item, in order. Only sentences with a word that can tell of harm are parsed."""
        batch = list(items)
        trees: list[list[Tree]] = [[] for _ in batch]
        for n, tree in parse(_pieces(batch)):
            trees[n].append(tree)
        for item, own in zip(batch, trees, strict=True):
            yield self._read_one(item, own)

    def _read_one(self, item: Prepared, trees: list[Tree]) -> Reading:
        mentions = item.mentions
        header: Header | None = None
        sentences: list[SentenceDrafts] = []
        names = {mention.anchor: mention for mention in mentions.places}
        for tree in trees:
            header = header if header is not None and is_item(tree) else None
            sentences.append(sentence_drafts(tree, mentions.places, mentions.actors, mentions.times, names, header))
            header = header_of(sentences[-1]) or header
        claims = frame_claims(item, sentences)
        return Reading(
            report=item.report.id, digest=self.digest, claims=claims, main_event=main_event(claims, _opening(item))
        )


def _opening(item: Prepared) -> str:
    """The readable words with which a report opens, enough to tell what it is mainly about."""
    parts: list[str] = []
    for sentence in item.layout.sentences:
        if sentence.readable:
            parts.append(item.report.text[sentence.start : sentence.end])
            if sum(map(len, parts)) >= LEAD:
                break
    return " ".join(parts)


LABEL = 25
"""Characters that may stand before a dateline in its sentence: "Breaking:", "Sample text:"."""


def without_dateline(item: Prepared, sentence: Sentence) -> Sentence:
    """The sentence from where its dateline ends: where a report was filed is neither a doer nor a scene."""
    dateline = item.layout.dateline
    if dateline is None or not sentence.start <= dateline.start <= sentence.start + LABEL:
        return sentence
    return replace(sentence, start=min(dateline.end, sentence.end))


SAYS = re.compile(r"\b(?:said|says|stated|statement|told|writes|wrote|reads|announced|added|declared|reported)\b", re.I)
"""A line that ends in a colon and tells who says what follows is parsed, whether it tells of harm or not."""


def _pieces(batch: list[Prepared]) -> Iterator[tuple[int, str, Sentence, int]]:
    selects = trigger()
    for n, item in enumerate(batch):
        text = item.report.text
        listing = False
        for number, sentence in enumerate(item.layout.sentences):
            if not sentence.readable:
                continue
            sentence = without_dateline(item, sentence)
            words = text[sentence.start : sentence.end]
            if "*" in words:
                words = readable(words)[0]
            told = selects.search(words) is not None
            told = told or (words.rstrip().endswith(":") and SAYS.search(words) is not None)
            listing = (listing and ITEM.match(words) is not None) or (told and words.rstrip().endswith(":"))
            if told or listing:
                yield n, text, sentence, number
