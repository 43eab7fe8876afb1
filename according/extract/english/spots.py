"""Places of a sentence: those the gazetteer knows, and capitalised names where the grammar expects a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from according.domain.mention import ActorMention, PlaceMention, TimeMention
from according.domain.values import PlaceKind
from according.extract.english.lexicon import words
from according.extract.english.parse import Tree, joined


@dataclass(frozen=True, slots=True)
class Spot:
    """A place's name in a sentence: as written, where, and how wide it is (0 place, 1 area, 2 country)."""

    name: str
    start: int
    width: int
    area: str | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.name)


_LONGEST = 7
"""Tokens of the longest name that is looked for."""
_NOT_A_PLACE = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$|"
    r"^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$|^(?:Syrian|Syrias|Turkish|Russian|Israeli|Iranian|Iraqi|American|Kurdish|Arab|Western|European|Lebanese|Jordanian|Afghan|Ukrainian|British|French|U\.S\.|US|"
    r"Northeastern|Northwestern|Northern|Southern|Eastern|North|South|East|West|MOSCOW|Sputnik|Reuters|AFP|AP|SANA|SOHR|REUTERS)s?$|"
    r"^(?:The|A|An|President|Minister|General|God|Mr|Mrs|Dr|Islam|Ramadan|Eid|Twitter|Facebook|Telegram|YouTube|Arabic|English|Islamist|Sunni|Shiite|Shia|Christian|Muslim)$"
)
_ORG_WORDS = re.compile(
    r"\b(?:State|Observatory|Agency|Front|Army|Forces|Council|Ministry|Party|Nations|Network|Committee|Coalition|Brigade|Group|Movement|Union|Press|News|TV|Watch|Rights|Command|Corps|Guard|House|Court|Parliament|Congress|Qaeda|ISIS|ISIL|Daesh|Taliban|Hezbollah|Hamas|Nusra|NATO|ISAF|SDF|YPG|PKK|UN|HTS|FSA|Sham)\b"
)


def is_organisation(name: str) -> bool:
    return _ORG_WORDS.search(name) is not None


def spots_of(
    tree: Tree, places: Sequence[PlaceMention], actors: Sequence[ActorMention], times: Sequence[TimeMention]
) -> list[Spot]:
    """The places that a sentence names, in text order."""
    blocked = [(a.start, a.end) for a in actors] + [(t.start, t.end) for t in times]
    found: list[Spot] = []
    for mention in places:
        inside = any(s <= mention.start and mention.end <= e and e - s > len(mention.anchor) for s, e in blocked)
        if mention.kind is PlaceKind.PLACE and not inside:
            found.append(Spot(mention.anchor, mention.start, _width(tree, mention), mention.area))
    known = [(s.start, s.end) for s in found] + [(m.start, m.end) for m in places] + blocked
    for begin, end, width in _unknown_names(tree):
        start, stop = tree.starts[begin], tree.ends[end - 1]
        name = joined(tree, begin, end - 1)
        if any(s < stop and start < e for s, e in known) or is_organisation(name):
            continue
        if not any(_NOT_A_PLACE.match(w) for w in tree.words[begin:end]):
            found.append(Spot(name, start, width))
            known.append((start, stop))
    return sorted(found, key=lambda s: s.start)


def _width(tree: Tree, mention: PlaceMention) -> int:
    """0 place, 1 area, 2 country; "Idlib province" is an area, "Idlib city" a place."""
    feature = mention.candidates[0].feature if mention.candidates else "village"
    width = 2 if feature == "country" else 1 if feature in ("admin1", "admin2", "area") else 0
    after = tree.lower[next((i for i in range(len(tree)) if tree.starts[i] >= mention.end), len(tree) - 1)]
    if after in words("area_words") or mention.relation == "countryside":
        return max(width, 1)
    return 0 if width == 1 and after in ("city", "town") else width


def _unknown_names(tree: Tree) -> list[tuple[int, int, int]]:
    """(first token, end token, width) of names where a place is expected: "in the town of X", "X village", "strike on X"."""
    found: list[tuple[int, int, int]] = []
    for i, word in enumerate(tree.lower):
        hits = tree.tags[i].startswith("VB") and word in words("place_verbs")
        if hits or word in words("locating"):
            found += _after_locating(tree, i, hits)
    for i, word in enumerate(tree.lower):
        if word in words("settlements") - {"camp", "base", "crossing", "road"} and i and tree.tags[i - 1] in ("NNP", "NNPS"):
            begin = i - 1
            while begin > 0 and i - begin < 5 and (tree.tags[begin - 1] in ("NNP", "NNPS", "HYPH") or tree.lower[begin - 1] in ("al", "el")):
                begin -= 1
            if not any(a <= begin < b for a, b, _ in found):
                found.append((begin, i, int(word in words("area_words"))))
    return found


def _after_locating(tree: Tree, i: int, hits: bool) -> list[tuple[int, int, int]]:
    """The name after a word that locates, past "the town of", "nearby", "both"."""
    k, typed = i + 1, False
    while k < len(tree) and k - i < 9:
        if tree.lower[k] in words("settlements"):
            typed = True
        elif not (tree.lower[k] in words("before_place") or _describes(tree, k, i, typed)):
            break
        k += 1
    end = name_end(tree, k)
    if end == k:
        return []
    settled = end < len(tree) and tree.lower[end] in words("settlements")
    sure = typed or settled
    if not (sure or k == i + 1 or tree.lower[k - 1] in ("of", "the")):
        return []
    if not sure and tree.lower[i] in ("of", "from", "to", "against", "over", "into"):
        return []
    if not sure and (tree.lower[i] == "on" or hits) and tree.tags[i + 1] not in ("NNP", "NNPS"):
        return []
    width = int(settled and tree.lower[end] in words("area_words"))
    if end + 1 < len(tree) and tree.lower[end] == "and" and (more := name_end(tree, end + 1)) > end + 1:
        end = more
    return [(k, end, width)]


def _describes(tree: Tree, k: int, i: int, typed: bool) -> bool:
    """Whether a word may stand between the locating word and the name: "rebel-held", "southern"."""
    tag = tree.tags[k]
    if tag not in ("JJ", "VBN", "HYPH", "RB", "NN", "NNS", "VBG", "CD") or not tree.words[k].islower():
        return False
    return typed or tag != "NN" or k - i < 4


def name_end(tree: Tree, begin: int) -> int:
    """Where a capitalised name that begins at a token ends; "al-Sayyed Ali" is one."""
    k = begin
    while k < len(tree) and k - begin < _LONGEST:
        word = tree.words[k]
        capital = word[:1].isupper() and (tree.tags[k] not in ("PRP", "VBD", "VBZ", "JJ") or (tree.tags[k] == "JJ" and k > begin))
        if not (capital or _joins_name(tree, k)):
            break
        k += 1
    while k > begin and not tree.words[k - 1][:1].isalpha():
        k -= 1
    return k if k > begin and any(w[:1].isupper() for w in tree.words[begin:k]) else begin


def _joins_name(tree: Tree, k: int) -> bool:
    """Hyphens and Arabic articles inside a name."""
    word = tree.words[k].lower()
    if word not in ("-", "'", "’", "al", "el", "as", "ash", "ar", "ad", "at", "an") or k + 1 >= len(tree):
        return False
    follows = tree.words[k + 1][:1].isupper() or tree.words[k + 1] in ("-", "–")
    glued = 0 if word in ("as", "at", "an", "ad", "ar") else 1
    return follows and tree.starts[k + 1] - tree.ends[k] <= glued


def spot_for(start: int, end: int, spots: Sequence[Spot]) -> Spot | None:
    """The place nearest to text[start:end]: rather after than before, rather a town than a country."""
    if not spots:
        return None

    def cost(spot: Spot) -> float:
        gap = spot.start - end if spot.start >= end else (start - spot.start) * 1.3 + 20
        return gap + 60 * (spot.width == 1) + 220 * (spot.width == 2)

    return min(spots, key=cost)
