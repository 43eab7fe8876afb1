"""Which facilities an act hit, and which are only its scene (codebook, Figures: facilities_hit)."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.values import Category, EventType
from according.extract.arabic.acts import Act
from according.extract.arabic.counting import How, Thing
from according.extract.arabic.lexicon import weapons, words
from according.extract.arabic.line import STOPS, Line

_AHEAD = 16
"""Words between a verb and its object: doer, day and weapon may stand there."""
_DAMAGE = 3
"""Words between a word of damage and what is damaged."""
_HITTING = frozenset(
    (
        EventType.AIR_STRIKE,
        EventType.SHELLING,
        EventType.IED,
        EventType.SUICIDE_BOMB,
        EventType.LOOTING_DESTRUCTION,
        EventType.CHEMICAL_WEAPON,
        EventType.GRENADE,
    )
)
_BLOWN = frozenset((Category.VEHICLE, Category.MILITARY))
"""What a bomb goes off in or under: "انفجرت عبوة بسيارة عسكرية"."""
_TOLD = frozenset((Category.HOSPITAL, Category.SCHOOL, Category.RELIGIOUS, Category.MARKET, Category.CAMP))
"""Facilities that are told of by name with the article."""
_SCENES = frozenset((Category.INFRASTRUCTURE,))
"""Facilities that are also names of places ("سد تشرين", "محطة زيزون"): hit only where the act names them at once."""


def hit_by(line: Line, thing: Thing, named: Sequence[Act]) -> int | None:
    """The word of the act or the damage that a facility suffered; None where it is only near, inside or left behind."""
    at = thing.first
    word = line.words[at]
    before = line.stems[at - 1] if at else ""
    if thing.how is How.VAGUE and line.stems[thing.first] not in words("vague"):
        return None
    damaged = _damage(line, at)
    if damaged is not None:
        return damaged
    to = "ل" in word.clitics or "ل" in line.stems[max(0, at - 2) : at]
    act = next((act for act in reversed(named) if act.last < at), None)
    if act is None or at - act.last > _AHEAD or not (act.open or act.type in _HITTING):
        return None
    if line.definite(at) and not word.suffix and not to and not _is_named(line, thing, act):
        return None
    if any(stem in STOPS for stem in line.stems[act.last + 1 : at]):
        return None
    if "ب" in word.clitics and act.type is EventType.IED and thing.category in _BLOWN and at - act.last <= _DAMAGE:
        return act.first
    if before in words("place_near") or before in words("place_head") or {"ب", "ك"} & set(word.clitics):
        return None
    hitting = line.stems[max(0, at - 2) : at]
    aimed = thing.category in _TOLD and any(stem in words("targets") for stem in hitting)
    if not aimed and line.stems[thing.last + 1 : thing.last + 2] and line.stems[thing.last + 1] in words("place_head"):
        return None
    near = at - act.last <= 2 or all(_passes(line, here) for here in range(act.last + 1, at))
    if thing.category in _SCENES and not (near or aimed):
        return None
    if before == "علي" or to:
        return act.first
    if before in words("place_in"):
        return None
    targets = any(stem in words("targets") for stem in line.stems[act.last + 1 : at])
    return act.first if act.verb or near or targets else None


def _is_named(line: Line, thing: Thing, act: Act) -> bool:
    """Whether a facility with the article is named by what follows it, right behind the act: "استهدف المشفى الوطني"."""
    before = line.stems[thing.first - 1]
    at_once = before in words("targets") or before == "علي" or thing.first - act.last == 1
    after = thing.last + 1
    told = thing.last > thing.first or (after < len(line) and line.definite(after) and not line.tells(after))
    return at_once and told and thing.category in _TOLD


def _passes(line: Line, at: int) -> bool:
    """Whether a word between an act and what it hit only says who did it, by what, and when."""
    stem = line.stems[at]
    side = stem in words("force") or stem in words("continues") or stem in words("nationality") or stem in ("و", '"')
    return side or stem in words("when") or line.words[at].is_number or line.match(weapons(), at) is not None


def _damage(line: Line, at: int) -> int | None:
    for here in range(at - 1, max(-1, at - 1 - _DAMAGE), -1):
        if line.stems[here] in words("damage"):
            return here
        if line.stems[here] in STOPS or line.stems[here] in words("place_in"):
            return None
    return None
