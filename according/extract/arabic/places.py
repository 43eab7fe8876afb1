"""Where a line says that something happened: the phrases that name places, narrow and wide (codebook, Figures: place)."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.mention import PlaceMention
from according.domain.values import PlaceKind
from according.extract.arabic.lexicon import given_names, known, words
from according.extract.arabic.line import Line
from according.extract.arabic.scenes import SCENE, is_inside, is_origin, may_stand
from according.extract.arabic.spots import (
    AREA,
    COUNTRY,
    PROVINCE,
    SITE,
    TOWN,
    Spot,
    chained,
    is_held,
    spot_of,
    width_of,
)

_NAME_WORDS = 3
_AIMED = 4
"""Words before "on" in which the act stands."""
_QUOTES = frozenset("\"'")
_MANY = frozenset("قري قريتي بلدات بلدتي مدينتي مدن احياء حيي مناطق مخيمات مزارع ناحيتي".split())


def spots_of(line: Line, mentions: Sequence[PlaceMention], people: Sequence[int] = ()) -> list[Spot]:
    """The places of a line, left to right, none inside another; `people` are the last words of named persons."""
    named = {line.word_at(m.start): m for m in mentions if m.kind is PlaceKind.PLACE}
    found: list[Spot] = []
    at, origin = 0, None
    opening = words("place_head") | words("place_near")
    while at < len(line):
        before = line.stems[at - 1] if at else ""
        if line.stems[at] not in opening and at not in named and before not in SCENE:
            at += 1
            continue
        spot = _headed(line, at, named) or _bare(line, at, named) or _unheaded(line, at, named)
        if spot is None:
            at += 1
            continue
        if is_origin(line, spot, people) or (origin is not None and is_held(line, origin, spot)):
            origin = spot
        else:
            found.append(spot)
            origin = None
        at = spot.last + 1
    return chained(line, found)


def _unheaded(line: Line, at: int, named: dict[int, PlaceMention]) -> Spot | None:
    """A village that no gazetteer knows: an unknown word behind "in" or "on", before the place that holds it."""
    if not at or line.stems[at - 1] not in SCENE or line.words[at - 1].suffix or not _unknown(line, at):
        return None
    for last in (at, at + 1):
        after = last + 1
        if after >= len(line) or (last > at and not _unknown(line, last)):
            break
        holder = after + 1 if line.stems[after] in words("place_holds") else after
        known_there = holder in named or (holder < len(line) and line.stems[holder] in words("place_head"))
        if line.stems[after] in words("side") or (known_there and (holder > after or "ب" in line.words[after].clitics)):
            return spot_of(line, at, last, SITE, at)
    return _struck(line, at)


def _struck(line: Line, at: int) -> Spot | None:
    """ "القصف التركي على منبج": one unknown word that an act was aimed at, where nothing else is said of it."""
    if line.stems[at - 1] != "علي" or (at + 1 < len(line) and _unknown(line, at + 1)):
        return None
    acted = any(here in line.acts for here in range(max(0, at - 1 - _AIMED), at - 1))
    return spot_of(line, at, at, TOWN, at) if acted else None


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
    return spot_of(line, at, last, _width(heads, width), here)


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


def _bare(line: Line, at: int, named: dict[int, PlaceMention]) -> Spot | None:
    mention = named.get(at)
    if mention is None or line.words[at].form in words("no_place"):
        return None
    if width_of(mention) == COUNTRY and not is_inside(line, at):
        return None  # "قوات النظام وروسيا": who, not where
    if width_of(mention) == SITE and not may_stand(line, at):
        return None  # a common word or a person, as the name of a village: "للشفاء", "ابنة فاطمة"
    last = _end_of(line, mention, at)
    if last == at and line.stems[at] in words("place_head"):
        return None  # a farm, not the village of that name
    begin = at
    while begin and line.stems[begin - 1] in words("place_near") and begin - 1 >= 0:
        begin -= 1
    return spot_of(line, begin, last, width_of(mention), at, mention.start if begin == at else 0)
