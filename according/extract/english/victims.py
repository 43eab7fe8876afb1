"""Victims by name: "commander X was killed", "three men, X, Y and Z, were injured" (codebook: each a figure of 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from according.domain.claim import Quantity
from according.domain.mention import ActorMention, PlaceMention
from according.domain.values import Category, Measure
from according.extract.english.counting import Counted, How
from according.extract.english.draft import Draft
from according.extract.english.lexicon import harm, noun_ending_at, words
from according.extract.english.parse import Tree, joined
from according.extract.english.scene import is_organisation
from according.extract.english.ties import Tie, done_to, passive

_NAME_TAGS = frozenset(("NNP", "NNPS"))
_LINKS = frozenset(("appos", "conj", "nmod", "dep", "pobj", "oprd", "attr", "prep", "acl"))
_MEASURES = frozenset((Measure.KILLED, Measure.INJURED, Measure.DETAINED, Measure.MISSING))
_NAMES_OF = re.compile(
    r"\bnames? of (?:the |those |all )?(?:\w+ )?(injured|wounded|dead|victims|killed|martyrs|detained|missing|slain)\b"
)
_ADULT = 18


def victims(
    tree: Tree, drafts: Sequence[Draft], places: Sequence[PlaceMention], actors: Sequence[ActorMention]
) -> list[Draft]:
    """Single victims that a sentence names; those who itemise a counted figure are part of it."""
    taken = {t for d in drafts if d.thing for t in range(d.thing.first, d.thing.last + 1)}
    names = [(a, b) for a, b in _names(tree, taken) if not _known_otherwise(tree, a, b, places, actors)]
    if not names:
        return []
    listed = _listed_measure(tree)
    found: list[Draft] = []
    for first, last in names:
        described = _description(tree, first, last, drafts)
        if described is not None and described.thing is not None:
            described.thing = replace(described.thing, first=first, last=last, head=last, how=How.NAME)
            described.token = last
            continue
        part = _itemised(tree, first, last, drafts)
        if part is not None and part.thing is not None and part.thing.how is How.ARTICLE:
            part.thing = replace(part.thing, first=first, last=last, head=last, how=How.NAME)
            part.token = last
            continue
        if part is not None and part.tie is not None:
            if (part.thing is not None and part.thing.quantity.low == 1) or part.tie.measure not in _MEASURES:
                continue
            tie = Tie(part.tie.measure, part.tie.word, "named-item", part.tie.confidence - 0.1)
        elif listed is not None and first > listed[1]:
            tie = Tie(listed[0], last, "named-list", 0.55)
        else:
            own = _harmed(tree, first, last)
            if own is None or own.measure not in _MEASURES:
                continue
            tie = own
        category = _category(tree, first, last, part)
        thing = Counted(first, last, last, Quantity(joined(tree, first, last), 1, 1), category, How.NAME)
        found.append(Draft(tree, last, thing=thing, tie=tie, category=category, part_of=part))
    return found


def _names(tree: Tree, taken: set[int]) -> Iterator[tuple[int, int]]:
    """(first, last token) of runs that can be a person's name: two capitalised words or more, or one after a title."""
    i = 0
    while i < len(tree):
        if i in taken or not _in_name(tree, i, opens=True):
            i += 1
            continue
        j = i
        while j + 1 < len(tree) and j + 1 not in taken and _in_name(tree, j + 1, opens=False) and j - i < 8:
            j += 1
        while j > i and tree.tags[j] not in _NAME_TAGS:
            j -= 1
        first = i
        while first < j and tree.lower[first].rstrip(".") in _titles():
            first += 1
        big = sum(tree.words[t][:1].isupper() and len(tree.words[t]) > 1 for t in range(first, j + 1))
        titled = first > i or (i > 0 and tree.lower[i - 1].rstrip(".") in _titles())
        if (big >= 2 or (big == 1 and titled)) and not _no_person(tree, first, j):
            yield first, j
        i = j + 1


def _known_otherwise(
    tree: Tree, first: int, last: int, places: Sequence[PlaceMention], actors: Sequence[ActorMention]
) -> bool:
    """Whether a name is that of a place or an actor: a place's name inside a longer one is a person's all the same."""
    start, end = tree.starts[first], tree.ends[last]
    if any(a.start < end and start < a.end for a in actors):
        return True
    return any(p.start <= start and end <= p.end for p in places)


def _titles() -> frozenset[str]:
    return words("combatant_titles") | words("journalist_titles") | words("health_titles") | words("person_titles")


def _in_name(tree: Tree, t: int, opens: bool) -> bool:
    word = tree.words[t]
    if tree.tags[t] in _NAME_TAGS and (word[:1].isupper() or (word.lower() in words("name_particles") or word == "-")):
        return not opens or word[:1].isalpha()
    if opens:
        return word.lower() in ("al", "abu", "el", "umm") and t + 1 < len(tree) and tree.words[t + 1] == "-"
    return word in ("-", "'", "’") or word.lower() in words("name_particles") - {"an", "as", "at", "la", "de"}


def _no_person(tree: Tree, first: int, last: int) -> bool:
    name = joined(tree, first, last)
    if any(w in words("not_in_names") or w in words("months") for w in tree.lower[first : last + 1]):
        return True
    if any(w in harm() or w in words("settlements") for w in tree.lower[first : last + 1]):
        return True  # "Extremists in Syria Admit Killing 30": a headline's words
    if is_organisation(name) or all(w.isupper() for w in tree.words[first : last + 1] if w.isalpha()):
        return True
    if first and tree.lower[first - 1] == "the" and first > 1 and tree.lower[first - 2] == "of":
        return True
    return noun_ending_at(tree.lower, last) is not None


def _listed_measure(tree: Tree) -> tuple[Measure, int] | None:
    """ "the names of the injured, who are: X, Y and Z": what befell those named, and the token where the list begins."""
    if ":" not in tree.lower:
        return None
    colon = tree.lower.index(":")
    match = _NAMES_OF.search(" ".join(tree.lower[:colon]))
    if match is None:
        return None
    return (done_to(match.group(1)) or Measure.KILLED), colon


def _description(tree: Tree, first: int, last: int, drafts: Sequence[Draft]) -> Draft | None:
    """The single person that a name is in apposition to: "a 21-year-old woman, X", "X, an official": the name stands for it."""
    name = range(first, last + 1)
    for draft in drafts:
        thing = draft.thing
        if thing is None or thing.how not in (How.ARTICLE, How.BARE) or thing.facility or draft.tie is None:
            continue
        if draft.tie.measure not in _MEASURES:
            continue
        if tree.deps[thing.head] == "appos" and tree.heads[thing.head] in name:
            return draft
        node = next((t for t in name if tree.heads[t] not in name), last)
        if tree.deps[node] == "appos" and tree.heads[node] == thing.head:
            return draft
    return None


def _itemised(tree: Tree, first: int, last: int, drafts: Sequence[Draft]) -> Draft | None:
    """The counted figure that a name itemises: by apposition ("three men, X, Y and Z"), "including X", "identified as X"."""
    node = next((t for t in range(last, first - 1, -1) if not first <= tree.heads[t] <= last), last)
    for _ in range(8):
        parent = tree.heads[node]
        if parent == node or tree.deps[node] not in _LINKS:
            return None
        word = tree.lower[parent]
        if tree.deps[node] in ("pobj", "oprd", "prep", "acl", "attr") and not (
            word in words("naming") | words("list_openers") | {"as", "like", "namely", "were", "are", "of"}
            or tree.deps[node] == "acl"
            or (tree.deps[node] == "prep" and tree.lower[node] in words("list_openers"))
        ):
            return None
        if word == "of" and tree.lower[tree.heads[parent]] not in ("names", "consisting"):
            return None
        for draft in drafts:
            thing = draft.thing
            if thing is not None and not thing.facility and thing.first <= parent <= thing.last:
                return draft
        node = parent
    return None


def _harmed(tree: Tree, first: int, last: int) -> Tie | None:
    """The word of harm that has the name in the right role."""
    node = next((t for t in range(last, first - 1, -1) if not first <= tree.heads[t] <= last), last)
    while tree.deps[node] in ("appos", "conj") and tree.tags[tree.heads[node]][:2] == "NN" and tree.heads[node] != node:
        node = tree.heads[node]
    verb, dep = tree.heads[node], tree.deps[node]
    entry = harm().get(tree.lower[verb])
    among = _among_the_dead(tree, node, verb)
    if among is not None:
        return among
    if entry is None:
        return None
    if dep == "pobj" and tree.lower[verb] != "of":
        return None
    if not tree.tags[verb].startswith("VB"):
        return None
    measure = None
    if dep == "nsubjpass" or (dep == "nsubj" and passive(tree, verb)) or (dep == "dobj" and verb < first):
        measure = entry.frames.get("vt")
    elif dep == "nsubj":
        measure = entry.frames.get("vi")
    if dep == "dobj" and tree.lower[verb].startswith(("captur", "seiz")):
        return None
    return Tie(measure, verb, "named-victim", 0.6) if measure is not None else None


def _among_the_dead(tree: Tree, node: int, verb: int) -> Tie | None:
    """ "Among the dead was X", "The victims included X"."""
    lower = tree.lower
    if lower[verb] in ("is", "was", "were", "are") or tree.deps[node] == "attr":
        for t in range(max(0, verb - 8), verb):
            if lower[t] in words("among"):
                near = set(lower[t : t + 4])
                if near & words("the_dead"):
                    return Tie(Measure.KILLED, t, "among-the-dead", 0.6)
                if near & words("the_wounded"):
                    return Tie(Measure.INJURED, t, "among-the-wounded", 0.6)
    if lower[verb] in ("included", "include", "includes") and tree.deps[node] in ("dobj", "conj"):
        near = set(lower[max(0, verb - 3) : verb])
        if near & words("the_dead"):
            return Tie(Measure.KILLED, verb, "those-included", 0.6)
        if near & words("the_wounded"):
            return Tie(Measure.INJURED, verb, "those-included", 0.6)
    for t in range(max(0, node - 3), node):
        if lower[t] == "of" and t and (entry := harm().get(lower[t - 1])) and "of" in entry.frames:
            return Tie(entry.frames["of"], t - 1, "noun-of", 0.55)
    return None


def _category(tree: Tree, first: int, last: int, part: Draft | None) -> Category:
    """Who a named person is: by age, by the title before the name, by those the person is counted among."""
    age = _age(tree, first, last)
    if age is not None and age < _ADULT:
        return Category.CHILDREN
    begin = first - 1 if first > 1 and tree.lower[first - 1] == "," else first  # "senior leader, X, was killed"
    while begin > 0 and tree.tags[begin - 1] in ("NN", "NNP", "JJ", "HYPH", "VBN") and first - begin < 6:
        begin -= 1
    titles = {w.rstrip(".") for w in tree.lower[begin:last]}
    if titles & {"child", "boy", "girl", "infant", "baby", "toddler"}:
        return Category.CHILDREN
    if titles & words("female_titles"):
        return Category.WOMEN
    for name, category in (
        ("combatant", Category.COMBATANTS),
        ("journalist", Category.JOURNALISTS),
        ("health", Category.HEALTH_WORKERS),
    ):
        if titles & words(f"{name}_titles"):
            return category
    if part is not None and part.category in (
        Category.CIVILIANS,
        Category.COMBATANTS,
        Category.CHILDREN,
        Category.WOMEN,
        Category.JOURNALISTS,
        Category.HEALTH_WORKERS,
        Category.AID_WORKERS,
    ):
        return part.category
    return Category.PEOPLE


def _age(tree: Tree, first: int, last: int) -> int | None:
    """ "16-year-old X", "X, 16,", "X, aged 16", "X (16)"."""
    lower = tree.lower
    if first >= 5 and lower[first - 4 : first] == ["-", "year", "-", "old"] and lower[first - 5].isdigit():
        return int(lower[first - 5])
    for t in range(last + 1, min(last + 4, len(lower))):
        if lower[t].isdigit():
            return int(lower[t]) if len(lower[t]) < 3 else None
        if lower[t] not in (",", "(", "aged", "age", "-lrb-"):
            return None
    return None
