"""Whether a speaker that the registry does not know bears a name, and under which name its words count together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from according.text.fold import fold
from according.vocab.speakers import speaker_words

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*['’]?", re.UNICODE)
_ARABIC = re.compile("[\u0621-\u064a]")
_PREPOSITIONS = frozenset("of in from at with near for inside outside on who close to".split())


class Naming(Enum):
    NAMED = "named"
    """Known under its name wherever it speaks."""
    UNNAMED = "unnamed"
    """ "residents", "a medic in the town": somebody, nobody knows who."""
    STAFF = "staff"
    """The publisher's own people."""


def name_of(written: str, publishers: Iterable[str] = ()) -> tuple[Naming, str]:
    """What kind of speaker it is, and the name (or the folded description) that it counts under.

    "a spokesman for the Northern Corps" and "Northern Corps" count together; "our correspondent" and "a Herald reporter"
    speak for the publisher, the Herald.
    """
    words = _WORD.findall(written)
    keys = [fold(word) for word in words]
    kinds = speaker_words()
    if any(key in kinds["staff"] or singular(key) in kinds["staff"] for key in keys):
        named = _without(words, keys, kinds["staff"])
        own = f" {fold(written)} "
        if not named or any(f" {fold(name)} " in own for name in publishers):
            return Naming.STAFF, ""
        return Naming.NAMED, named
    if _is_unnamed(words, keys):
        return Naming.UNNAMED, _description(keys)
    speaking = kinds["role"] | kinds["people"]
    if any(key in speaking or singular(key) in speaking for key in keys):
        bare = _without(words, keys, speaking)
        if bare:
            return Naming.NAMED, bare
    return Naming.NAMED, _proper(words) or written


def party_of(written: str) -> str | None:
    """The name in words for who did it: "Katiba Tawba gunmen" gives "Katiba Tawba"; None where they name nobody."""
    words = _WORD.findall(written)
    if any(_ARABIC.search(word) for word in words):
        return None if _is_unnamed(words, [fold(word) for word in words]) else written.strip()
    while words and words[-1].islower():
        words.pop()
    return _proper(words) or None if any(_is_proper(word, n) for n, word in enumerate(words)) else None


def _proper(words: list[str]) -> str:
    """From the first capital on: "monitoring group Valley Watch" is called Valley Watch."""
    kept = list(words)
    while kept and kept[0].islower() and not _ARABIC.search(kept[0]):
        kept.pop(0)
    return " ".join(kept)


def _is_unnamed(words: list[str], keys: list[str]) -> bool:
    kinds = speaker_words()
    if any(_ARABIC.search(word) for word in words):
        first = next((key for key in keys if key), "")
        return any(key in kinds["unnamed"] for key in (first, first.removeprefix("ال"), first.removeprefix("و")))
    head = words
    for n, key in enumerate(keys):
        if n and key in _PREPOSITIONS:
            head = words[:n]
            break
    if not any(_is_proper(word, n) for n, word in enumerate(words)):
        return True
    last = fold(head[-1]) if head else ""
    common = {last, singular(last)} & kinds["unnamed"] and not {last, singular(last)} & kinds["people"]
    return bool(common) and (head[-1][0].islower() or len(head) == 1)


def _is_proper(word: str, n: int) -> bool:
    """A capital makes a name, except that of a common word with which a sentence may begin."""
    if not word[0].isupper():
        return False
    key, kinds = fold(word), speaker_words()
    # A capital in the middle of the words is no beginning of a sentence.
    return n > 0 or not {key, singular(key)} & (kinds["unnamed"] | kinds["role"] | kinds["link"])


def _without(words: list[str], keys: list[str], kind: frozenset[str]) -> str:
    """The words that name a body, without who speaks for it; "" where nothing with a capital is left."""
    links = speaker_words()["link"]
    kept = [(word, key) for word, key in zip(words, keys, strict=True) if key not in kind and singular(key) not in kind]
    while kept and kept[0][1] in links:
        kept.pop(0)
    while kept and kept[-1][1] in links:
        kept.pop()
    named = any(word[0].isupper() or _ARABIC.search(word) for word, _ in kept)
    text = _proper([word for word, _ in kept])
    return re.sub(r"['’]s?$", "", text) if named else ""


def _description(keys: list[str]) -> str:
    """ "A resident" and "residents" are one description."""
    links = speaker_words()["link"]
    return " ".join(singular(key) for key in keys if key and key not in links)


def singular(key: str) -> str:
    if key.endswith("ies") and len(key) > 4:
        return key[:-3] + "y"
    return key[:-1] if key.endswith("s") and not key.endswith("ss") and len(key) > 3 else key
