"""Where a line says that something happened: the phrases that name places, narrow and wide (codebook, Figures: place)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from according.domain.mention import PlaceMention
from according.domain.values import PlaceKind
from according.extract.arabic.lexicon import bare, given_names, known, words
from according.extract.arabic.line import Line
from according.text.arabic import clean_text
from according.text.arabic_words import split

SITE, TOWN, AREA, PROVINCE, COUNTRY = range(5)
"""How wide a place is, narrowest first."""
_WIDTHS = {"village": SITE, "city": TOWN, "area": AREA, "admin2": AREA, "admin1": PROVINCE, "country": COUNTRY}
_NAME_WORDS = 3
_WORD = re.compile(r"\w{2,}")
_PLAIN = ("place_head", "place_near", "place_in", "side")
"""Classes of words that do not tell one place from another."""
_AIMED = 4
"""Words before "on" in which the act stands."""
_ORIGIN = 4
"""Words before a place in which a word says that it is only where somebody is from."""
_QUOTES = frozenset("\"'")
_PAIRS = (("“", "”"), ("«", "»"), ('"', '"'))
_SCENE = frozenset("في علي الي".split())
"""Words behind which something happens."""
_MANY = frozenset("قري قريتي بلدات بلدتي مدينتي مدن احياء حيي مناطق مخيمات مزارع ناحيتي".split())


@dataclass(frozen=True, slots=True)
class Spot:
    """A place named by words first..last; `start` and `end` are raw offsets, `name_start` that of the name itself."""

    first: int
    last: int
    start: int
    end: int
    name: str
    width: int
    name_start: int

    @property
    def key(self) -> frozenset[str]:
        """The telling words of the name, to see whether two spots are one place."""
        return _key(self.name)


@lru_cache(maxsize=4096)
def _key(name: str) -> frozenset[str]:
    words_of = (split(word, known()) for word in _WORD.findall(clean_text(name).text))
    return frozenset(bare(stem) for _, stem, _ in words_of if not any(stem in words(plain) for plain in _PLAIN))


def spots_of(line: Line, mentions: Sequence[PlaceMention], people: Sequence[int] = ()) -> list[Spot]:
    """The places of a line, left to right, none inside another; `people` are the last words of named persons."""
    named = {line.word_at(m.start): m for m in mentions if m.kind is PlaceKind.PLACE}
    found: list[Spot] = []
    at, origin = 0, None
    opening = words("place_head") | words("place_near")
    while at < len(line):
        before = line.stems[at - 1] if at else ""
        if line.stems[at] not in opening and at not in named and before not in _SCENE:
            at += 1
            continue
        spot = _headed(line, at, named) or _bare(line, at, named) or _unheaded(line, at, named)
        if spot is None:
            at += 1
            continue
        if _is_origin(line, spot, people) or (origin is not None and _held(line, origin, spot)):
            origin = spot
        else:
            found.append(spot)
            origin = None
        at = spot.last + 1
    return _chained(line, found)


def _is_origin(line: Line, spot: Spot, people: Sequence[int]) -> bool:
    """ "من أهالي قرية س", "مجلس س العسكري": where somebody is from or what a body is called, no scene.

    So is what stands behind a person's name and "من", and a hospital that somebody is taken to.
    """
    if spot.first >= 2 and line.stems[spot.first - 1] == "من" and spot.first - 2 in people:
        return True
    if line.stems[spot.first] in words("hospital") and not _is_scene(line, spot.first):
        return True
    for at in range(spot.first - 1, max(-1, spot.first - 1 - _ORIGIN), -1):
        if line.stems[at] in words("origin"):
            return True
        if line.stems[at] in _SCENE or not line.words[at].is_arabic:
            return False
    return False


def _is_scene(line: Line, at: int) -> bool:
    """Whether a hospital is where something happened: an act, "on" or "near" stands before it, and nobody is taken to it."""
    if "ل" in line.words[at].clitics and at - 1 not in line.acts:
        return False
    before = range(max(0, at - 3), at)
    if any(line.stems[n] in ("الي", "نقل", "نقلوا", "نقلت", "اسعاف", "اسعف", "اسعفوا") for n in before):
        return False
    near = any(line.stems[n] in ("علي", "في") or line.stems[n] in words("place_near") for n in before)
    return near or any(n in line.acts for n in range(max(0, at - 6), at))


def _unheaded(line: Line, at: int, named: dict[int, PlaceMention]) -> Spot | None:
    """A village that no gazetteer knows: an unknown word behind "in" or "on", before the place that holds it."""
    if not at or line.stems[at - 1] not in _SCENE or line.words[at - 1].suffix or not _unknown(line, at):
        return None
    for last in (at, at + 1):
        after = last + 1
        if after >= len(line) or (last > at and not _unknown(line, last)):
            break
        holder = after + 1 if line.stems[after] in words("place_holds") else after
        known_there = holder in named or (holder < len(line) and line.stems[holder] in words("place_head"))
        if line.stems[after] in words("side") or (known_there and (holder > after or "ب" in line.words[after].clitics)):
            return _spot(line, at, last, SITE, at)
    return _struck(line, at)


def _struck(line: Line, at: int) -> Spot | None:
    """ "القصف التركي على منبج": one unknown word that an act was aimed at, where nothing else is said of it."""
    if line.stems[at - 1] != "علي" or (at + 1 < len(line) and _unknown(line, at + 1)):
        return None
    acted = any(here in line.acts for here in range(max(0, at - 1 - _AIMED), at - 1))
    return _spot(line, at, at, TOWN, at) if acted else None


def _headed(line: Line, at: int, named: dict[int, PlaceMention]) -> Spot | None:
    """A place that a noun opens: "قرية X", "محيط بلدة X", "ريف X الجنوبي", "الريف الغربي لمدينة X"."""
    if line.stems[at] not in words("place_head") and not (
        line.stems[at] in words("place_near")
        and at + 1 < len(line)
        and (at + 1 in named or line.stems[at + 1] in words("place_head"))
    ):
        return None
    heads: list[str] = []
    here = at
    while here < len(line):
        stem = line.stems[here]
        if here in named and here > at:
            break
        if (
            stem in words("place_head")
            or stem in words("place_near")
            or (heads and stem in words("side"))
            or (heads and stem in words("kind_adj"))
        ):
            heads.append(stem)
        elif not (heads and (stem in _QUOTES or stem in ("ال", "ل"))):
            break
        here += 1
        if heads[-1:] == ["قرب"] and here < len(line) and line.stems[here] == "من":
            here += 1
    if here not in named and here < len(line) and line.stems[here] not in _QUOTES:
        told = here - 1 == at or line.definite(at)
        if told and line.definite(here - 1) and line.stems[here - 1] in words("place_head"):
            return None  # "the village" is told before
        if any(line.definite(n) and line.stems[n] in words("place_told") for n in range(at, here)):
            return None
    if here < len(line) and line.words[here].form in words("no_place"):
        return None
    if here > at and line.words[here - 1].suffix:
        return None  # "their town"
    name = _name(line, here, named, any(head in _MANY for head in heads), heads)
    if name is None:
        return None
    last, width = name
    if (
        all(head in words("place_weak") or head in words("place_near") or head in words("side") for head in heads)
        and here not in named
        and heads[-1] in ("مركز", "وسط", "مناطق", "قاعده", "نقطه", "خط", "خطوط", "عموم", "سوق")
    ):
        return None
    return _spot(line, at, last, _width(heads, width), here)


def _width(heads: Sequence[str], width: int | None) -> int:
    if any(head in words("place_small") for head in heads):
        return SITE
    if any(head in words("place_town") for head in heads):
        return TOWN
    if any(head in words("place_wide") for head in heads):
        return AREA if width is None or width < PROVINCE else PROVINCE
    return AREA if width is None else width


def _name(
    line: Line, at: int, named: dict[int, PlaceMention], many: bool, heads: Sequence[str]
) -> tuple[int, int | None] | None:
    """(last word, width that the gazetteer gives) of the name that begins at a word; None where none does."""
    while at < len(line) and line.stems[at] in _QUOTES:
        at += 1
    if at >= len(line):
        return None
    mention = named.get(at)
    width: int | None = None
    if mention is not None:
        last = _end_of(line, mention, at)
        width = width_of(mention)
        if width >= PROVINCE and heads and heads[-1] in words("place_small"):
            width = SITE  # "مخيم كويت الرحمة": the name of something small begins as that of a country
            if last + 1 < len(line) and _second(line, last + 1):
                last += 1
    else:
        run = at
        while run < len(line) and run - at < _NAME_WORDS + 1 and _unknown(line, run):
            run += 1
        size = run - at
        if not size:
            return None
        if size > 2 and not many:
            size = 1
            while size < _NAME_WORDS and _goes_on(line, at + size):
                size += 1
        last = at + min(size, _NAME_WORDS) - 1
    if many:
        last = _more(line, last, named)
    while last + 1 < len(line) and line.stems[last + 1] in words("side") and line.definite(last + 1):
        last += 1
    return last, width


def _second(line: Line, at: int) -> bool:
    """Whether a word with the article can be the second of a name, whatever else it means."""
    form, stem = line.words[at].form, line.stems[at]
    other = any(stem in words(name) for name in ("side", "place_in", "nationality", "breaks"))
    return form.startswith("ال") and len(form) > 4 and not other and not line.tells(at)


def _goes_on(line: Line, at: int) -> bool:
    """Whether a word goes on with the name of a place before it: "الدادات", "حمود" behind "حج"."""
    form, before = line.words[at].form, line.stems[at - 1]
    parts = words("place_part")
    return form.startswith("ال") or before in parts or form in parts or form in given_names()


def _more(line: Line, last: int, named: dict[int, PlaceMention]) -> int:
    """ "بلدتي النيرب ومعارة عليا": the names joined to the first. A name that no gazetteer knows needs its "and"."""
    at = last + 1
    joined = False
    for _ in range(24):
        if at >= len(line):
            break
        stem = line.stems[at]
        if stem in ("و", "،", ",") or stem in _QUOTES:
            joined = joined or stem == "و"
            at += 1
            continue
        mention = named.get(at)
        if mention is not None:
            last = _end_of(line, mention, at)
        elif _unknown(line, at) and (
            joined or line.words[at].form.startswith("و") or (at == last + 1 and _goes_on(line, at))
        ):
            last = at
        else:
            break
        at, joined = last + 1, False
    return last


def _end_of(line: Line, mention: PlaceMention, at: int) -> int:
    """The last word of a name; a verb that a page has glued to it ("الرقةنفذت") is none of it."""
    end = line.clean.clean_at(mention.end)  # not of its last character: that may be a vowel sign, which no word holds
    last = at
    for n in range(at + 1, len(line)):
        word = line.words[n]
        if word.start >= end or (line.words[n - 1].end == word.start and line.tells(n)):
            break
        last = n
    return last


def _unknown(line: Line, at: int) -> bool:
    word = line.words[at]
    return (
        word.is_arabic
        and word.form not in words("no_place")
        and (word.stem not in known() or word.stem in given_names() or word.stem in words("place_part"))
        and len(word.form) > 2
    )


def width_of(mention: PlaceMention) -> int:
    if not mention.candidates:
        return AREA
    return _WIDTHS.get(mention.candidates[0].feature, AREA)


def _bare(line: Line, at: int, named: dict[int, PlaceMention]) -> Spot | None:
    mention = named.get(at)
    if mention is None or line.words[at].form in words("no_place"):
        return None
    if width_of(mention) == COUNTRY and not _is_inside(line, at):
        return None  # "قوات النظام وروسيا": who, not where
    if width_of(mention) == SITE and not _may_stand(line, at):
        return None  # a common word or a person, as the name of a village: "للشفاء", "ابنة فاطمة"
    last = _end_of(line, mention, at)
    if last == at and line.stems[at] in words("place_head"):
        return None  # a farm, not the village of that name
    begin = at
    while begin and line.stems[begin - 1] in words("place_near") and begin - 1 >= 0:
        begin -= 1
    return _spot(line, begin, last, width_of(mention), at, mention.start if begin == at else 0)


def _is_inside(line: Line, at: int) -> bool:
    """Whether a country is where something happens: behind "in", "inside", a direction, or with "in" written onto it."""
    if "ب" in line.words[at].clitics:
        return True
    before = line.stems[at - 1] if at else ""
    return before in words("country_in") or before in words("side") or before in words("place_near") or not at


def _may_stand(line: Line, at: int) -> bool:
    """Whether a village's bare name stands where a place does: behind a preposition, an act, a comma, or at the beginning."""
    word = line.words[at]
    if at == 0 or line.text[max(0, line.span(at, at)[0] - 1)] == "#":
        return True
    before = line.stems[at - 1]
    if word.clitics or line.joined(at):
        return "ل" not in word.clitics
    scene = any(before in words(name) for name in ("place_in", "place_near", "side", "place_holds"))
    return scene or not line.words[at - 1].is_arabic or at - 1 in line.acts


def _spot(line: Line, first: int, last: int, width: int, name: int, begin: int = 0) -> Spot:
    """The spot of words first..last; `begin` is where the gazetteer's name begins, where the first word is of it."""
    start, end = line.span(first, last)
    start = max(line.begin(first), begin)
    end = _hashtag_end(line.text, end)
    while end > start and line.text[end - 1] in "\"'”»،":
        end -= 1
    opened, closing = next(((a, b) for a, b in _PAIRS if a in line.text[start:end]), ("", ""))
    if opened and line.text[end : end + 1] == closing and line.text.count(opened, start, end) % 2:
        end += 1
    name_start = line.span(min(name, last), last)[0]
    return Spot(first, last, start, end, line.text[start:end], width, max(name_start, start))


def _hashtag_end(text: str, end: int) -> int:
    """ "#ادلب_المحافظة" is one name though the gazetteer knows only its beginning."""
    stop = min(len(text), end + 40)
    while end < stop and (text[end] == "_" or (text[end - 1] == "_" and text[end].isalpha())):
        end += 1
        while end < stop and text[end - 1] != "_" and text[end].isalpha():
            end += 1
    return end


def _chained(line: Line, spots: list[Spot]) -> list[Spot]:
    """ "منطقة س بمدينة ص": what stands before "in" is no wider than what holds it (codebook: the most specific place)."""
    for n in range(len(spots) - 2, -1, -1):
        first, holder = spots[n], spots[n + 1]
        if first.width > SITE and first.width >= holder.width and _held(line, first, holder):
            spots[n] = replace(first, width=max(SITE, holder.width - 1))
    return spots


def _held(line: Line, first: Spot, holder: Spot) -> bool:
    gap = line.stems[first.last + 1 : holder.first]
    inside = "ب" in line.words[holder.first].clitics
    return (not gap and inside) or (len(gap) == 1 and gap[0] in words("place_holds"))


def best(spots: Sequence[Spot]) -> Spot | None:
    """The narrowest, the first of equals (codebook: the most specific place named for it)."""
    return min(spots, key=lambda spot: (spot.width, spot.first), default=None)
