"""Places of a sentence: those the gazetteer knows, and capitalised names where the grammar expects a place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from according.domain.mention import ActorMention, PlaceMention, TimeMention
from according.domain.values import Category, PlaceKind
from according.extract.english.acts import classed
from according.extract.english.lexicon import harm, noun_ending_at, speech, weapons, words
from according.extract.english.parse import Tree, joined


@dataclass(frozen=True, slots=True)
class Spot:
    """A place's name in a sentence: as written, where, and how wide it is (the constants below).

    `area` is the area said to hold it in the same phrase; `within` are the (country, first-level area) of what the
    gazetteer knows under the name, empty where it knows nothing. `located` = a word that locates stands before it ("in",
    "near"), or it stands in a phrase with one that is; `beside` = the words put what they tell near it, not in it.
    """

    name: str
    start: int
    width: int
    area: str | None = None
    within: frozenset[tuple[str | None, str | None]] = frozenset()
    located: bool = True
    beside: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.name)


SITE, CITY, AREA, COUNTRY = 0, 1, 2, 3
"""How wide a place is: a village or a part of a city, a city, an area such as a province, a country."""
WIDE_KM = 12.0
"""Radius from which a place without an administrative rank is taken for an area."""
LARGE = 100_000
"""Inhabitants from which a city may hold the place that is really meant."""
_LONGEST = 7
"""Tokens of the longest name that is looked for."""
_NOT_A_PLACE = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$|"
    r"^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$|^(?:Syrian|Syrias|Turkish|Russian|Israeli|Iranian|Iraqi|American|Kurdish|Arab|Western|European|Lebanese|Jordanian|Afghan|Ukrainian|British|French|U\.S\.|US|"
    r"Northeastern|Northwestern|Northern|Southern|Eastern|North|South|East|West|MOSCOW|Sputnik|Reuters|AFP|AP|SANA|SOHR|REUTERS)s?$|"
    r"^(?:The|A|An|President|Minister|General|God|Mr|Mrs|Dr|Islam|Ramadan|Eid|Twitter|Facebook|Telegram|YouTube|Arabic|English|Islamist|Sunni|Shiite|Shia|Christian|Muslim)$"
)
_ORG_WORDS = re.compile(
    r"\b(?:State|Observatory|Agency|Front|Army|Forces|Council|Ministry|Party|Nations|Network|Committee|Coalition|Brigade|Group|Movement|Union|Commission|Administration|Association|Institute|Foundation|Bureau|Department|Office|Authority|Company|Corporation|Centre|Center|Press|News|TV|Watch|Rights|Command|Corps|Guard|House|Court|Parliament|Senate|Chiefs|Staff|Navy|Marines|Treasury|Embassy|Institution|University|Federation|Crescent|Cross|Congress|Qaeda|ISIS|ISIL|Daesh|Taliban|Hezbollah|Hamas|Nusra|NATO|ISAF|SDF|YPG|PKK|UN|HTS|FSA|Sham)\b"
)


def is_organisation(name: str) -> bool:
    return _ORG_WORDS.search(name) is not None


def spots_of(
    tree: Tree,
    places: Sequence[PlaceMention],
    actors: Sequence[ActorMention],
    times: Sequence[TimeMention],
    known_names: Mapping[str, PlaceMention],
) -> list[Spot]:
    """The places that a sentence names, in text order; `known_names` are those the gazetteer found in the whole report."""
    blocked = [(a.start, a.end) for a in actors] + [(t.start, t.end) for t in times]
    found: list[Spot] = []
    for mention in places:
        inside = any(s <= mention.start and mention.end <= e and e - s > len(mention.anchor) for s, e in blocked)
        if mention.kind is PlaceKind.PLACE and not inside and not _no_scene(tree, mention):
            found.append(_known(tree, mention, mention.start, mention.anchor))
    taken = [(s.start, s.end) for s in found] + [(m.start, m.end) for m in places] + blocked
    for i, word in enumerate(tree.words):  # "Syrias": an apostrophe lost on the way
        bare = known_names.get(word[:-1]) if len(word) > 4 and word.endswith("s") else None
        if bare is not None and not any(s < tree.ends[i] and tree.starts[i] < e for s, e in taken):
            found.append(_known(tree, bare, tree.starts[i], word[:-1]))
            taken.append((tree.starts[i], tree.ends[i]))
    shouted = sum(w[:1].isupper() for w in tree.words) > 0.6 * sum(w[:1].isalpha() for w in tree.words)
    for begin, end, width in _unknown_names(tree) if not shouted or len(tree) < 4 else ():
        end = _before_known(tree, begin, end, found)
        if end == begin or _filed_from(tree, begin, end):
            continue
        start, stop = tree.starts[begin], tree.ends[end - 1]
        name = joined(tree, begin, end - 1)
        held = [s for s in found if start <= s.start and s.end <= stop and s.end - s.start < stop - start]
        over = any(s < stop and start < e for s, e in taken if not any(h.start == s for h in held))
        if (
            over
            or is_organisation(name)
            or set(tree.lower[end : end + 1]) & words("named_bodies")
            or _no_place(tree, begin, end)
            or _names_building(tree, end)
            or _in_brackets(tree, begin)
            or (held and not _one_name(tree, begin, end))
        ):
            continue
        for spot in held:
            found.remove(spot)
        found.append(Spot(name, start, width, beside=_is_beside(tree, begin)))
        taken.append((start, stop))
    return _chained(tree, sorted(found, key=lambda s: s.start))


def _names_building(tree: Tree, end: int) -> bool:
    """Whether a name is a building's: "near the Omar mosque in the Tishreen district"."""
    noun = noun_ending_at(tree.lower, end) if end < len(tree) else None
    return noun is not None and noun.category in _NAMED_FACILITIES and tree.tags[end][:2] == "NN"


def _filed_from(tree: Tree, begin: int, end: int) -> bool:
    """Whether a name opens with the town in capitals where the report was filed: "BEIRUT At least 70 ..."."""
    word = tree.words[begin]
    return word.isupper() and len(word) > 3 and not all(w.isupper() for w in tree.words[begin:end])


def _before_known(tree: Tree, begin: int, end: int, found: Sequence[Spot]) -> int:
    """Where an unknown name ends that a known one follows without a comma ("Zubdiya Aleppo")."""
    for spot in found:
        at = next((t for t in range(begin, end) if tree.starts[t] == spot.start), None)
        if at is not None and at > begin and spot.width >= CITY and tree.lower[at - 1] not in ("-", "al", "el"):
            return at
    return end


def _known(tree: Tree, mention: PlaceMention, start: int, name: str) -> Spot:
    within = frozenset((place.country, place.admin1) for place in mention.candidates[:6])
    first = next((i for i in range(len(tree)) if tree.starts[i] >= start), len(tree) - 1)
    return Spot(
        name, start, _width(tree, mention), mention.area, within, _located(tree, first), _is_beside(tree, first)
    )


def _no_scene(tree: Tree, mention: PlaceMention) -> bool:
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
    if _in_brackets(tree, first):
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


def _in_brackets(tree: Tree, at: int) -> bool:
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


_BEING = frozenset(("is", "was", "are", "were", "be", "hails", "hail", "hailed", "comes", "come", "came", "originally"))
_NAMED_FACILITIES = frozenset((Category.RELIGIOUS, Category.HOSPITAL, Category.SCHOOL))


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
    subject = tree.deps[last] == "nsubj" and tree.tags[head].startswith("VB") and not _located(tree, first)
    return subject and (country or tree.lower[head] in speech())


def _located(tree: Tree, first: int) -> bool:
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


def _is_beside(tree: Tree, first: int) -> bool:
    """ "nearby", "a similar attack on", "also in": another place than the one told before."""
    return any(
        w in ("nearby", "neighbouring", "neighboring", "adjacent") for w in tree.lower[max(0, first - 5) : first]
    )


def _no_place(tree: Tree, begin: int, end: int) -> bool:
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


def _one_name(tree: Tree, begin: int, end: int) -> bool:
    """Whether a phrase is a single name, its parts glued or Arabic ("Um al-Serj", "Tal Sahan"), not "Aleppo Syria"."""
    return tree.lower[begin] in words("name_elements") or any(w in ("-", "al", "el") for w in tree.lower[begin:end])


def _chained(tree: Tree, spots: list[Spot]) -> list[Spot]:
    """Gives an unknown name the area that its phrase holds it in: "the Aleppo district of Marjeh", "Marjeh, Aleppo"."""
    chained: list[Spot] = []
    for n, spot in enumerate(spots):
        area = spot.area
        if area is None and n and spots[n - 1].width >= spot.width:
            gap = _between(tree, spots[n - 1].end, spot.start)
            owned = gap[:1] == ["'s"] or _lost_apostrophe(tree, spots[n - 1])
            if len(gap) <= 5 and (owned or gap[-1:] in (["of"], ["'s"])):
                area = spots[n - 1].name
        if area is None and n + 1 < len(spots) and spots[n + 1].width >= spot.width:
            gap = _between(tree, spot.end, spots[n + 1].start)
            rest = [
                w for w in gap if w not in words("settlements") | words("sides") | {"the", "city", "rebel", "held", "-"}
            ]
            if len(gap) <= 6 and rest in ([","], ["in"], [",", "in"], [], ["of"], ["in", "of"]):
                area = spots[n + 1].name
        chained.append(replace(spot, area=area) if area and area != spot.name else spot)
    return chained


def _lost_apostrophe(tree: Tree, spot: Spot) -> bool:
    """Whether a name owns what follows though its apostrophe is lost: "Aleppos besieged Atarib district"."""
    return any(tree.starts[i] == spot.start and tree.ends[i] == spot.end + 1 for i in range(len(tree)))


def _between(tree: Tree, begin: int, end: int) -> list[str]:
    return [tree.lower[i] for i in range(len(tree)) if begin <= tree.starts[i] and tree.ends[i] <= end]


def _width(tree: Tree, mention: PlaceMention) -> int:
    """How wide a known place is: "Idlib province" an area, "Idlib city" and a bare name of both a city."""
    features = [place.feature for place in mention.candidates[:4]]
    if features[:1] == ["country"]:
        return COUNTRY
    first = next((i for i in range(len(tree)) if tree.starts[i] >= mention.start), len(tree) - 1)
    behind = next((i for i in range(len(tree)) if tree.starts[i] >= mention.end), len(tree) - 1)
    after = tree.lower[behind]
    before = tree.lower[max(0, first - 2) : first]
    if before[:1] == ["district"] and first > 2 and tree.tags[first - 3] in ("NNP", "NNPS"):
        before = []  # "the Tishreen district of Latakia": the city that holds it
    if "district" in (after, *(before[:1] if before[-1:] == ["of"] else ())):
        return _width_of_district(tree, mention, behind)
    if (
        after in words("area_words")
        or mention.relation == "countryside"
        or (before[-1:] == ["of"] and before[0] in words("area_words"))
    ):
        return AREA
    if after in words("parts_of_towns"):
        return SITE  # "the Salah Eddin neighbourhood", whatever province has that name
    if "city" in features or "village" in features:
        large = any(p.feature in ("city", "admin1", "admin2") and p.population >= LARGE for p in mention.candidates[:4])
        return CITY if large or after == "city" else SITE
    wide = any(
        p.feature == "admin1" or (p.feature in ("admin2", "area") and p.radius_km > WIDE_KM)
        for p in mention.candidates[:1]
    )
    return AREA if wide else SITE


def _width_of_district(tree: Tree, mention: PlaceMention, behind: int) -> int:
    """ "Marjeh district" is a part of a city; "the Aleppo district of Marjeh" names the city, "Idlib district" an area.

    `behind` is the token after the name.
    """
    large = any(p.feature == "admin1" or p.population >= LARGE for p in mention.candidates[:4])
    if tree.lower[behind : behind + 2] == ["district", "of"]:
        return CITY
    return AREA if large else SITE


def _zone_start(tree: Tree, at: int) -> int:
    """Where the name of a zone of the war begins that ends at a token: "in the de-escalation zone"; `at` where it is none."""
    if tree.lower[at] not in ("zone", "zones") or tree.lower[at - 1] not in words("zones_of"):
        return at
    first = at - 3 if at > 2 and tree.lower[at - 2] == "-" else at - 1
    located = any(tree.lower[t] in words("locating") for t in range(max(0, first - 3), first))
    return first if located else at


def _width_by_word(word: str) -> int:
    """How wide an unknown name's place is by the word behind it: a "district" of its own is a part of a town."""
    return AREA if word in words("area_words") and not word.startswith("district") else SITE


def _unknown_names(tree: Tree) -> list[tuple[int, int, int]]:
    """(first token, end token, width) of names where a place is expected: "in the town of X", "X village", "strike on X"."""
    found: list[tuple[int, int, int]] = []
    for i, word in enumerate(tree.lower):
        hits = tree.tags[i].startswith("VB") and word in words("place_verbs")
        if hits or word in words("locating"):
            found += _after_locating(tree, i, hits)
    found += [(_zone_start(tree, i), i + 1, AREA) for i in range(1, len(tree)) if _zone_start(tree, i) < i]
    for i, word in enumerate(tree.lower):
        if (
            word in words("settlements") - {"camp", "base", "crossing", "road"}
            and i
            and tree.tags[i - 1] in ("NNP", "NNPS")
        ):
            begin = i - 1
            while (
                begin > 0
                and i - begin < 5
                and (tree.tags[begin - 1] in ("NNP", "NNPS", "HYPH") or tree.lower[begin - 1] in ("al", "el"))
                and tree.lower[begin - 1] not in words("sides")
            ):
                begin -= 1
            if word.endswith("s") and begin > 1 and tree.lower[begin - 1] == "and":
                begin = _first_of_pair(tree, begin)
            if not any(a <= begin < b for a, b, _ in found):
                found.append((begin, i, _width_by_word(word)))
    return found


def _first_of_pair(tree: Tree, begin: int) -> int:
    """Where the first of two names begins that one plural holds: "Sarja and Farkya villages"."""
    first = begin - 1
    while first > 0 and begin - first < 5 and tree.tags[first - 1] in ("NNP", "NNPS", "HYPH"):
        first -= 1
    return first if first < begin - 1 else begin


def _after_locating(tree: Tree, i: int, hits: bool) -> list[tuple[int, int, int]]:
    """The name after a word that locates, past "the town of", "nearby", "both"."""
    k, typed = i + 1, tree.lower[i] == "of" and i > 0 and tree.lower[i - 1] in words("settlements")
    while k < len(tree) and k - i < 9:
        if tree.lower[k] in words("settlements"):
            typed = True
        elif not (tree.lower[k] in words("before_place") or _describes(tree, k, i, typed)):
            break
        k += 1
    end = name_end(tree, k)
    if end == k:
        return []
    at = end + 1 if end < len(tree) and tree.lower[end] in ("gas", "oil", "refugee", "military") else end
    settled = at < len(tree) and tree.lower[at] in words("settlements")
    sure = typed or settled
    if not (sure or k == i + 1 or tree.lower[k - 1] in ("of", "the")):
        return []
    if not sure and tree.lower[i] in ("of", "from", "to", "against", "over", "into"):
        return []
    if not sure and (tree.lower[i] == "on" or hits) and tree.tags[i + 1] not in ("NNP", "NNPS"):
        return []
    width = _width_by_word(tree.lower[at]) if settled else SITE
    if end + 1 < len(tree) and tree.lower[end] == "and" and (more := name_end(tree, end + 1)) > end + 1:
        end = more
    return [(k, end, width)]


def _describes(tree: Tree, k: int, i: int, typed: bool) -> bool:
    """Whether a word may stand between the locating word and the name: "rebel-held", "southern"."""
    tag = tree.tags[k]
    if tree.lower[k] in words("sides"):
        return True
    if tag not in ("JJ", "VBN", "HYPH", "RB", "NN", "NNS", "VBG", "CD") or not tree.words[k].islower():
        return False
    return typed or tag != "NN" or k - i < 4


def name_end(tree: Tree, begin: int) -> int:
    """Where a capitalised name that begins at a token ends; "al-Sayyed Ali" is one."""
    k = begin
    while k < len(tree) and k - begin < _LONGEST:
        word = tree.words[k]
        shouted = word.isupper() and len(word) > 3 and not tree.words[0].isupper()
        capital = (
            word[:1].isupper()
            and not shouted
            and tree.lower[k] not in words("sides")
            and tree.tags[k] not in ("IN", "DT", "CC")
            and (tree.tags[k] not in ("PRP", "VBD", "VBZ", "JJ") or (tree.tags[k] == "JJ" and k > begin))
        )
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


def scenes(spots: Sequence[Spot]) -> list[Spot]:
    """The spots where something may have happened: those that a phrase holds rather than the holder, the located first."""
    inner = innermost(spots)
    return [s for s in inner if s.located or s.width < CITY] or [s for s in inner if s.width < COUNTRY]


def innermost(spots: Sequence[Spot]) -> list[Spot]:
    """The spots without those that only hold another in its phrase: "Aleppo" in "Aleppo's Marjeh district"."""
    holders = {s.area for s in spots if s.area}
    inner = [
        s for s in spots if not (s.name in holders and any(o.area == s.name and o.width <= s.width for o in spots))
    ]
    return inner or list(spots)
