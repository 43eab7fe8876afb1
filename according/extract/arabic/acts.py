"""Where a line names an act of war, of what type it is, and by what means (codebook, Events: type, weapon)."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.values import EventType
from according.extract.arabic.lexicon import acts, given_names, numbers, weapons, words
from according.extract.arabic.line import STOPS, Line

AHEAD, BEHIND = 12, 6
"""Words after and before an act in which its means are looked for."""
_AIR_FIRST = (
    EventType.CHEMICAL_WEAPON,
    EventType.SUICIDE_BOMB,
    EventType.IED,
    EventType.AIR_STRIKE,
    EventType.SHELLING,
)
_REACH = 6
"""Words between "fell" or "fired" and what did."""
_COUNTED = 3
"""Words that count a weapon, between "by" and its name."""
_DRONES = frozenset("مسيره مسيرات درون".split())
_Hit = tuple[int, int, EventType, bool, bool, bool]
"""First and last word, type; whether it is a verb, weak, open (as ActWord)."""
_WEAPON_ACTS = frozenset("قصف غاره غارات غارتين ضربه ضربات قنص رصاص رصاصه نيران قصوف رمايات رشقه رشقات هجوم".split())
"""Acts that are named as what was used where nothing else is."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act named by words first..last. `means` is the span of the weapon's words, None where none is named."""

    first: int
    last: int
    type: EventType
    verb: bool
    weak: bool
    open: bool
    means: tuple[int, int] | None


def acts_of(line: Line) -> list[Act]:
    """The acts that a line names, left to right, none inside another."""
    hits: list[_Hit] = []
    behind = 0
    shooting = words("falls") | words("fires") | words("controls")
    for at in sorted({*line.acts, *(n for n, stem in enumerate(line.stems) if stem in shooting)}):
        if at < behind:
            continue
        fired = _fired(line, at)
        if fired is not None and not (at in line.acts and line.acts[at][0] > 1):
            hits.append((at, fired[0], fired[1], True, False, False))
            behind = fired[0] + 1
            continue
        hit = line.acts.get(at)
        if hit is None or at in line.taken or _is_part_of_a_name(line, at):
            continue
        size, word = hit
        behind = at + size
        held = word.type is EventType.TAKEOVER and size > 1 and line.words[at + size - 1].suffix
        if line.words[at].form in given_names() or held or not _is_news(line, at, word.type):
            continue
        verb = word.verb and not _is_noun(line, at)
        hits.append((at, at + size - 1, word.type, verb, word.weak, word.open))
    hits = [hit for n, hit in enumerate(hits) if not (n and _is_predicate(line, hits[n - 1], hit))]
    hits = hits or _by_means_alone(line)
    found = []
    for n, (first, last, kind, verb, weak, is_open) in enumerate(hits):
        begin = hits[n - 1][1] + 1 if n else 0
        stop = hits[n + 1][0] if n + 1 < len(hits) else len(line)
        means = _means(line, first, last, begin, stop)
        if is_open:
            kind = _typed(line, first, last, begin, stop, kind)
        found.append(Act(first, last, kind, verb, weak, is_open, means))
    return found


def _is_predicate(line: Line, noun: _Hit, verb: _Hit) -> bool:
    """Whether a verb only says what the act before it hit ("القصف الروسي استهدف أطراف المدينة"): no act of its own."""
    if noun[3] or not verb[3] or line.stems[verb[0]] not in words("targets") or line.joined(verb[0]):
        return False
    between = range(noun[1] + 1, verb[0])
    return len(between) <= _REACH and not any(
        line.stems[at] in STOPS or line.stems[at] in ("ان", "كما") for at in between
    )


def _fired(line: Line, at: int) -> tuple[int, EventType] | None:
    """(last word of the anchor, type) of what falls, or is fired with its doer between: "سقطت 3 قذائف", "أطلقت دورية النار"."""
    if line.stems[at] in words("controls"):
        return _taken(line, at)
    falls, fires = line.stems[at] in words("falls"), line.stems[at] in words("fires")
    if not (falls or fires):
        return None
    for here in range(at + 1, min(at + 1 + _REACH, len(line))):
        stem = line.stems[here]
        if fires and stem in words("shots"):
            return at, EventType.ATTACK
        if stem in words("ordnance"):
            return (here if falls else at), EventType.SHELLING
        if stem in STOPS or stem in ("،", ",") or (falls and not _counts(line, here)):
            return None
    return None


def _taken(line: Line, at: int) -> tuple[int, EventType] | None:
    """ "سيطر الجيش على المدينة": who takes stands between the verb and "on"; "التي تسيطر عليها" tells no news."""
    for here in range(at + 2, min(at + 2 + _REACH, len(line))):
        if line.stems[here] == "علي":
            held = line.words[here].suffix or (at and line.stems[at - 1] in words("breaks"))
            return None if held else (at, EventType.TAKEOVER)
        if line.stems[here] in STOPS or line.tells(here):
            return None
    return None


def _counts(line: Line, at: int) -> bool:
    """Whether a word only says how many fell, or that they are parts: "أكثر من 15", "عدة", "بقايا"."""
    stem = line.stems[at]
    vague = stem in words("vague") or stem in numbers() or line.words[at].is_number
    return vague or stem in ("من", "اكثر", "نحو", "حوالي", "بقايا", "حطام", "شظايا", "اجزاء", "ما", "يزيد", "عن", "اول")


def _by_means_alone(line: Line) -> list[_Hit]:
    """The act of a line that tells it only by its weapon: "مقتل مدني بصاروخ موجه"."""
    if not line.harms:
        return []
    for at in range(len(line)):
        hit = line.match(weapons(), at)
        if hit is not None and hit[1] is not None and "ب" in line.words[at].clitics and at not in line.taken:
            return [(at, at + hit[0] - 1, hit[1], False, True, False)]
    return []


def _is_noun(line: Line, at: int) -> bool:
    """Whether a word that is a verb and a noun ("قصف") is the noun: behind a preposition, or with an adjective or "by" behind it."""
    if line.stems[at] not in acts(nominal=True):
        return False
    before = line.stems[at - 1] if at else ""
    if line.words[at].clitics or before in words("cause") or before in words("place_in"):
        return True
    after = line.stems[at + 1] if at + 1 < len(line) else ""
    adjective = (after in words("nationality") or after in words("continues")) and not line.definite(at + 1)
    return adjective or after in ("من", "علي", "استهدف", "طال", "مصدره", "نفذته", "شنته", "عنيف", "مكثف", "متبادل")


def _is_part_of_a_name(line: Line, at: int) -> bool:
    """ "هيئة تحرير الشام", "قوات تحرير عفرين": no act right behind the word for a force, unless that has its article."""
    if at and line.stems[at - 1] in words("strong"):
        return True  # "صواريخ شديدة الانفجار"
    return at > 0 and line.stems[at - 1] in words("bodies") and not (line.definite(at - 1) or line.words[at].clitics)


def _is_news(line: Line, at: int, kind: EventType) -> bool:
    """Whether an act is told of: not as an aim ("بهدف اختطاف"), a habit, or a truce that is only named."""
    before = line.stems[max(0, at - 5) : at]
    if before[-1:] and before[-1] in words("purpose"):
        return False
    around = line.stems[max(0, at - 10) : at + 5]
    if any(stem in words("habit") for stem in around):
        return False
    return kind is not EventType.CEASEFIRE or any(stem in words("truce_news") for stem in before)


def _clause(line: Line, first: int, last: int, begin: int, stop: int) -> range:
    """The words around an act that belong to it: up to the acts beside it and to the end of the sentence's part."""
    low = max(begin, first - BEHIND)
    high = min(stop, last + 1 + AHEAD)
    for at in range(first - 1, low - 1, -1):
        if line.stems[at] in STOPS or line.stems[at] in ("،", ","):
            low = at + 1
            break
    for at in range(last + 1, high):
        if line.stems[at] in STOPS or line.stems[at] in words("results"):
            high = at
            break
    return range(low, high)


def _typed(line: Line, first: int, last: int, begin: int, stop: int, plain: EventType) -> EventType:
    kinds = set()
    for at in _clause(line, first, last, begin, stop):
        hit = line.match(weapons(), at)
        if hit is not None and hit[1] is not None:
            kinds.add(hit[1])
    return next((kind for kind in _AIR_FIRST if kind in kinds), plain)


def _means(line: Line, first: int, last: int, begin: int, stop: int) -> tuple[int, int] | None:
    """The weapon named with "by" behind the act or before it ("بقذائف الهاون"), with what counts it and of what kind it is."""
    clause = _clause(line, first, last, begin, stop)
    for at in [*range(last + 1, clause.stop), *range(clause.start, first)]:
        hit = line.match(weapons(), at)
        if hit is None:
            continue
        start = _by(line, at)
        if start is None:
            continue
        end = at + hit[0] - 1
        while end + 1 < clause.stop and line.match(weapons(), end + 1) is not None:
            end += (line.match(weapons(), end + 1) or (1, None))[0]
        return start, end
    return None


def _by(line: Line, at: int) -> int | None:
    """Where a weapon's words begin that has "by" before it or before what counts it ("بثلاثة صواريخ"); None without "by"."""
    for here in range(at, max(-1, at - _COUNTED - 1), -1):
        word, stem = line.words[here], line.stems[here]
        if "ب" in word.clitics or stem in words("using"):
            return here if stem not in words("using") else at
        counts = word.is_number or stem in numbers() or stem in words("vague") or stem in ("من", "اكثر", "يقارب")
        if here < at and not counts:
            return None
    return None


def weapon_of(line: Line, act: Act, agent: tuple[int, int] | None) -> tuple[int, int] | None:
    """The words that name by what an act was done: its means, the drone that did it, else the strike itself."""
    if act.means is not None:
        return act.means
    inside = [at for at in range(act.first, act.last + 1) if line.match(weapons(), at) is not None]
    if act.type is EventType.IED:
        return (inside[0], act.last) if inside and not act.verb else None
    if agent is not None:
        drone = next((at for at in range(agent[0], agent[1] + 1) if line.stems[at] in _DRONES), None)
        if drone is not None and act.type is EventType.AIR_STRIKE:
            return (drone - 1 if drone > agent[0] else drone), drone
    stem = line.stems[act.first]
    if inside and act.weak and not act.verb and "ب" in line.words[act.first].clitics:
        return inside[0], act.last
    if act.verb or (act.type not in (EventType.AIR_STRIKE, EventType.SHELLING) and stem not in _WEAPON_ACTS):
        return None
    return (act.first, act.last) if stem in _WEAPON_ACTS or inside else None
