"""Places of a sentence: those the gazetteer knows, and capitalised names where the grammar expects a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from according.domain.mention import ActorMention, PlaceMention, TimeMention
from according.domain.values import PlaceKind
from according.extract.english.lexicon import words
from according.extract.english.parse import Tree, joined
from according.extract.english.place_names import unknown_names
from according.extract.english.scene import in_brackets, is_organisation, located, names_building, no_place, no_scene
from according.extract.english.widths import CITY, COUNTRY, width_of


@dataclass(frozen=True, slots=True)
class Spot:
    """A place's name in a sentence: as written, where, and how wide it is (the constants of widths.py).

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
        if mention.kind is PlaceKind.PLACE and not inside and not no_scene(tree, mention):
            found.append(_known(tree, mention, mention.start, mention.anchor))
    taken = [(s.start, s.end) for s in found] + [(m.start, m.end) for m in places] + blocked
    for i, word in enumerate(tree.words):  # "Syrias": an apostrophe lost on the way
        bare = known_names.get(word[:-1]) if len(word) > 4 and word.endswith("s") else None
        if bare is not None and not any(s < tree.ends[i] and tree.starts[i] < e for s, e in taken):
            found.append(_known(tree, bare, tree.starts[i], word[:-1]))
            taken.append((tree.starts[i], tree.ends[i]))
    shouted = sum(w[:1].isupper() for w in tree.words) > 0.6 * sum(w[:1].isalpha() for w in tree.words)
    for begin, end, width in unknown_names(tree) if not shouted or len(tree) < 4 else ():
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
            or no_place(tree, begin, end)
            or names_building(tree, end)
            or in_brackets(tree, begin)
            or (held and not _one_name(tree, begin, end))
        ):
            continue
        for spot in held:
            found.remove(spot)
        found.append(Spot(name, start, width, beside=_is_beside(tree, begin)))
        taken.append((start, stop))
    return _chained(tree, sorted(found, key=lambda s: s.start))


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
        name, start, width_of(tree, mention), mention.area, within, located(tree, first), _is_beside(tree, first)
    )


def _is_beside(tree: Tree, first: int) -> bool:
    """ "nearby", "a similar attack on", "also in": another place than the one told before."""
    return any(
        w in ("nearby", "neighbouring", "neighboring", "adjacent") for w in tree.lower[max(0, first - 5) : first]
    )


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
            if len(gap) > 2 and gap[-1] == "of" and gap[-2] in _TOWN_OF and gap[-3] in words("settlements"):
                continue  # "the Euphrates valley town of Tibni": only where the next one is
            if len(gap) <= 6 and rest in ([","], ["in"], [",", "in"], [], ["of"], ["in", "of"]):
                area = spots[n + 1].name
        chained.append(replace(spot, area=area) if area and area != spot.name else spot)
    return chained


_TOWN_OF = frozenset(("town", "city", "village", "hamlet", "suburb"))


def _lost_apostrophe(tree: Tree, spot: Spot) -> bool:
    """Whether a name owns what follows though its apostrophe is lost: "Aleppos besieged Atarib district"."""
    return any(tree.starts[i] == spot.start and tree.ends[i] == spot.end + 1 for i in range(len(tree)))


def _between(tree: Tree, begin: int, end: int) -> list[str]:
    return [tree.lower[i] for i in range(len(tree)) if begin <= tree.starts[i] and tree.ends[i] <= end]


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
