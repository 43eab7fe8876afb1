"""Which place names are no scene: where a report was filed, whose a group is, a building, a country that acts, an act."""

from __future__ import annotations

import re

from according.domain.mention import PlaceMention
from according.domain.values import Category
from according.extract.english.acts import classed
from according.extract.english.lexicon import harm, noun_ending_at, speech, weapons, words
from according.extract.english.parse import Tree

_NOT_A_PLACE = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$|"
    r"^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$|^(?:Syrian|Syrias|Turkish|Russian|Israeli|Iranian|Iraqi|American|Kurdish|Arab|Western|European|Lebanese|Jordanian|Afghan|Ukrainian|British|French|U\.S\.|US|"
    r"Northeastern|Northwestern|Northern|Southern|Eastern|North|South|East|West|MOSCOW|Sputnik|Reuters|AFP|AP|SANA|SOHR|REUTERS)s?$|"
    r"^(?:The|A|An|President|Minister|General|God|Mr|Mrs|Dr|Islam|Ramadan|Eid|Twitter|Facebook|Telegram|YouTube|Arabic|English|Islamist|Sunni|Shiite|Shia|Christian|Muslim)$"
)
_ORG_WORDS = re.compile(
    r"\b(?:State|Observatory|Agency|Front|Army|Forces|Council|Ministry|Party|Nations|Network|Committee|Coalition|Brigade|Group|Movement|Union|Commission|Administration|Association|Institute|Foundation|Bureau|Department|Office|Authority|Company|Corporation|Centre|Center|Press|News|TV|Watch|Rights|Command|Corps|Guard|House|Court|Parliament|Senate|Chiefs|Staff|Navy|Marines|Treasury|Embassy|Institution|University|Federation|Crescent|Cross|Congress|Qaeda|ISIS|ISIL|Daesh|Taliban|Hezbollah|Hamas|Nusra|NATO|ISAF|SDF|YPG|PKK|UN|HTS|FSA|Sham)\b"
)
_BEING = frozenset(("is", "was", "are", "were", "be", "hails", "hail", "hailed", "comes", "come", "came", "originally"))
_NAMED_FACILITIES = frozenset((Category.RELIGIOUS, Category.HOSPITAL, Category.SCHOOL))


def is_organisation(name: str) -> bool:
    return _ORG_WORDS.search(name) is not None


def no_scene(tree: Tree, mention: PlaceMention) -> bool:
    """Whether a place's name is not where anything happens: where the report was filed, "Britain-based", "outlawed in Russia"."""
    if mention.anchor.isupper() and len(mention.anchor) > 3:
        if not all(w.isupper() for w in tree.words if w.isalpha() and len(w) > 3):
            return True  # "BEIRUT At least 70 ..."
    if mention.anchor.lower() in words("sides"):
        return True  # "northwest of Idlib city"
    first = next((i for i in range(len(tree)) if tree.starts[i] >= mention.start), len(tree) - 1)
    last = next((i for i in range(first, len(tree)) if tree.ends[i] >= mention.end), first)
    after = tree.lower[last + 1 : last + 3]
    if after and after[0][:1] == "-" and (after[0][1:] or "".join(after[1:])) in words("actor_joints"):
        return True  # "US-based", "US -based"
    if in_brackets(tree, first):
        return True  # "(the group's branch in the Levant)"
    if first == last and (_numbered(tree, first) or _common_word(tree, first)):
        return True  # "Division 30", "in Battle for the town"
    if set(tree.lower[max(0, first - 3) : first]) & words("not_scene") or set(after[:1]) & words("named_bodies"):
        return True  # "outlawed in Russia", "the Mawali faction"
    if _hails_from(tree, last):
        return True
    noun = noun_ending_at(tree.lower, last + 1) if last + 1 < len(tree) else None
    if noun is not None and noun.category in _NAMED_FACILITIES and tree.tags[last + 1][:2] == "NN":
        return True  # "the Omar mosque": a building's name
    return _acts(tree, first, last, mention)


def no_place(tree: Tree, begin: int, end: int) -> bool:
    """Whether a capitalised phrase names something else: a day, an act, a weapon, harm, a nation's people."""
    if any(_NOT_A_PLACE.match(w) for w in tree.words[begin:end]):
        return True
    last = tree.lower[end - 1]
    if last in harm() or any(
        w in words("hit_nouns") | words("hit_verbs") | words("lasting") or w in weapons() for w in tree.lower[begin:end]
    ):
        return True
    noun = noun_ending_at(tree.lower, end - 1)
    return noun is not None and noun.category not in (Category.CAMP, Category.INFRASTRUCTURE, Category.MILITARY)


def located(tree: Tree, first: int) -> bool:
    """Whether a word that locates stands before a name, past what may describe the place."""
    for k in range(first - 1, max(-1, first - 8), -1):
        if tree.lower[k] in words("locating"):
            return True
        tag = tree.tags[k]
        if not (
            tag in ("DT", "JJ", "NN", "NNP", "HYPH", "VBN", "RB", "POS", "NNS", "CC", ",", "CD")
            or tree.lower[k] in words("before_place")
        ):
            return False
    return False


def names_building(tree: Tree, end: int) -> bool:
    """Whether a name is a building's: "near the Omar mosque in the Tishreen district"."""
    noun = noun_ending_at(tree.lower, end) if end < len(tree) else None
    return noun is not None and noun.category in _NAMED_FACILITIES and tree.tags[end][:2] == "NN"


def in_brackets(tree: Tree, at: int) -> bool:
    """Whether a name stands in brackets that say what a group is."""
    for t in range(at - 1, max(-1, at - 9), -1):
        if tree.lower[t] in (")", "-rrb-"):
            return False
        if tree.lower[t] in ("(", "-lrb-"):
            return bool({"branch", "affiliate", "wing", "group", "outlawed", "banned", "arm"} & set(tree.lower[t:at]))
    return False


def _numbered(tree: Tree, at: int) -> bool:
    """Whether a name is a unit's that its number follows."""
    return (
        tree.lower[at] in words("before_number_not") and tree.lower[at + 1 : at + 2] != [] and tree.tags[at + 1] == "CD"
    )


def _common_word(tree: Tree, at: int) -> bool:
    """Whether a capitalised word is an act, a means or harm that a headline capitalises, not the town of that name."""
    word = tree.lower[at]
    return word in harm() or word in weapons() or word in words("hit_nouns") | words("lasting") | classed("act_nouns")


def _hails_from(tree: Tree, last: int) -> bool:
    """Whether a name is only where people are from: "one of whom is from the southern province of"."""
    node = last
    for _ in range(5):
        above = tree.heads[node]
        if tree.deps[node] == "pobj" and tree.lower[above] == "from":
            return tree.lower[tree.heads[above]] in _BEING
        if tree.deps[node] not in ("pobj", "prep", "compound", "appos", "nmod") or above == node:
            return False
        node = above
    return False


def _acts(tree: Tree, first: int, last: int, mention: PlaceMention) -> bool:
    """Whether a country or its capital is who acts: "in Iran missile strike", "Washington blames"."""
    country = bool(mention.candidates) and mention.candidates[0].feature == "country"
    head = tree.heads[last]
    if country and tree.deps[last] in ("compound", "nmod", "amod") and head > last:
        if is_organisation(" ".join(tree.words[last + 1 : head + 1])):
            return True  # "the US Joint Command"
        return any(
            tree.lower[t] in weapons() or tree.lower[t].startswith(("air", "strike")) for t in range(last + 1, head + 1)
        )
    subject = tree.deps[last] == "nsubj" and tree.tags[head].startswith("VB") and not located(tree, first)
    return subject and (country or tree.lower[head] in speech())
