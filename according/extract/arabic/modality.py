"""How firmly a line tells of something (codebook, Figures: modality): denied, negated, feared, planned, purported or asserted.

Every word or phrase that tells it (a `Ruling`) rules over some words of its line. Where several rule over a claim, a
denial comes first, then what was called off or is negated, then the ruling that begins nearest before it; that nobody
could verify what the line tells comes last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from according.domain.values import Modality
from according.extract.arabic.clauses import clause_end, clause_start
from according.extract.arabic.line import Line
from according.extract.arabic.sayings import MODALITIES, Cue, Heard, How, Manner, cues, hear, light, listed, verbs

_NOT = frozenset(("لم", "لن", "لا"))
_NOTHING_AFTER = 8
"""Words behind "لم" or "without" within which what did not happen stands."""
_BEHIND = 3
"""Words behind a noun within which its adjective stands."""
_WILL = frozenset("يكون يتم تكون تتم".split())
_MAY = frozenset(
    """تكون تؤدي تقع تستهدف تشهد تندلع تتعرض تتجدد تسقط تواجه تضطر تنهار تشن تحدث تودي تتسبب تقصف تقتل تفر تنزح تحاصر
    تتصاعد تتوسع تندلع تهاجم تودي تصل تطال""".split()
)
"""Feminine verbs behind "قد" that cannot be past ones."""
_RESULTS = frozenset("تسفر يسفر تؤد تؤدي يؤد يؤدي تود يود تخلف يخلف تتسبب يتسبب توقع يوقع".split())
_THEY = frozenset(("انه", "انها", "انهم"))
_SURE = (Modality.DENIED, Modality.NEGATED)


@dataclass(frozen=True, slots=True)
class Ruling:
    """Word `at` makes words scope[0]..scope[1] of its line so firm. `whole` = the line as a whole, where nothing else rules."""

    at: int
    modality: Modality
    scope: tuple[int, int]
    whole: bool = False


def modality_of(line: Line, first: int, last: int) -> Modality:
    """The modality of what words first..last of a line name."""
    heard = hear(line)
    over = [r for r in _rulings(line) if r.scope[0] <= first <= r.scope[1]]
    for modality in _SURE:
        if any(r.modality is modality and not r.whole for r in over):
            return modality
    negated = _negated(line, heard, first, last)
    if negated is not None:
        return negated
    behind = _behind(heard, last)
    if behind is not None:
        return behind
    believed = [r for r in _believed(line) if r.scope[0] <= first <= r.scope[1]]
    near = [r for r in over if not r.whole] + believed
    if near:
        before = [r for r in near if r.at <= first]
        return max(before, key=lambda r: r.at).modality if before else near[0].modality
    if any("س" in heard.clitics[at] or "س" in line.words[at].clitics for at in range(first, last + 1)):
        return Modality.PLANNED
    return next((r.modality for r in over), Modality.ASSERTED)


def unverified(line: Line) -> bool:
    """Whether a line says that what was told could not be verified."""
    heard = hear(line)
    found = (heard.cue(at) for at, stem in enumerate(heard.stems) if stem in cues())
    return any(c is not None and c[1] == Cue(Modality.PURPORTED, How.LINE) for c in found)


@lru_cache(maxsize=8)
def _rulings(line: Line) -> tuple[Ruling, ...]:
    """All that rules in a line; of the last lines it is remembered."""
    heard = hear(line)
    if _telling().isdisjoint(heard.stems):
        return ()
    return tuple(_found(line, heard))


@cache
def _telling() -> frozenset[str]:
    """The words with which a ruling can begin."""
    doubting = {stem for stem, manner in verbs().items() if manner in MODALITIES}
    return frozenset({*cues(), *doubting, "هل", "قد"})


def _found(line: Line, heard: Heard) -> Iterator[Ruling]:
    end = len(heard) - 1
    if heard.stems[:1] == ("هل",):
        yield Ruling(0, Modality.PURPORTED, (0, end), whole=True)
    at = 0
    while at <= end:
        cue, manner = heard.cue(at), heard.verb(at)
        size = cue[0] if cue is not None else 1
        said = manner is not None and manner in MODALITIES and manner is not Manner.DOUBT and size == 1
        if said and manner is not None and not heard.suffixes[at]:
            yield from _said(line, heard, at, manner)
        elif cue is not None:
            how, modality = cue[1].how, cue[1].modality
            if how is How.LINE:
                yield Ruling(at, modality, (0, end), whole=modality is Modality.PURPORTED)
            elif how is How.CLAUSE and modality is Modality.FEARED:
                yield Ruling(at, modality, (clause_start(heard, at), clause_end(line, heard, at)))
            elif how in (How.OVER, How.VERB) and not (at and heard.stems[at - 1] in _NOT):
                yield Ruling(at, modality, (at + size, clause_end(line, heard, at + size)))
        if heard.stems[at] == "قد" and at < end and _may(heard.stems[at + 1]):
            yield Ruling(at, Modality.FEARED, (clause_start(heard, at), clause_end(line, heard, at)))
        if manner is Manner.DOUBT and "ان" in heard.stems[at + 1 : at + 6]:
            yield Ruling(at, Modality.PURPORTED, (at + 1, clause_end(line, heard, at + 1)))
        at += size


def _said(line: Line, heard: Heard, at: int, manner: Manner) -> Iterator[Ruling]:
    """What a verb of denying, fearing, threatening rules over. Not to deny is to leave it open."""
    scope = (at + 1, clause_end(line, heard, at + 1))
    if manner is Manner.THREAT and not any(
        "ب" in heard.clitics[n] or line.words[n].form[0] == "ب" for n in range(at + 1, scope[1] + 1)
    ):
        yield Ruling(at, Modality.FEARED, scope)  # what threatens somebody, not what somebody threatens with
    elif at == 0 or heard.stems[at - 1] not in _NOT:
        yield Ruling(at, MODALITIES[manner], scope)
    elif manner is Manner.DENY:
        yield Ruling(at, Modality.PURPORTED, scope)


def _may(stem: str) -> bool:
    return stem in _MAY or (stem.startswith("ي") and len(stem) > 3)


def _negated(line: Line, heard: Heard, first: int, last: int) -> Modality | None:
    """ "لم يُقتل أحد", "أحدا لم يُقتل", "لم تسفر عن ضحايا", "دون تسجيل إصابات"; DENIED where "we" say so."""
    if first in line.acts and line.definite(first) and heard.stems[first - 1] in _RESULTS:
        return None  # "لم تسفر الغارات عن": the raids were
    for at in range(max(0, first - _NOTHING_AFTER), first):
        stem = heard.stems[at]
        if stem == "لم" and _only_light(line, heard, at + 1, first):
            ours = line.words[at + 1].form.startswith("ن") and _tells(line, at + 1)
            return Modality.DENIED if ours else Modality.NEGATED
        cue = heard.cue(at)
        if cue is not None and cue[1].how is How.NONE and _only_light(line, heard, at + cue[0], first):
            if not _tells(line, at + cue[0]) or at + cue[0] == first or at + cue[0] in line.acts:
                return Modality.NEGATED
    for at in range(last + 1, min(len(line) - 1, last + 4)):
        if heard.stems[at] == "لم" and _tells(line, at + 1):
            return Modality.NEGATED
        if heard.length(listed("that"), at) or line.words[at].form in ("،", ","):
            break
    return None


def _only_light(line: Line, heard: Heard, start: int, first: int) -> bool:
    """Whether between a "not" and a claim stand only words that say that it happens, the claim's own verb among them."""
    return all(
        heard.stems[at] in light() or _tells(line, at) or line.words[at].form in ("اي", "ايه")
        for at in range(start, first)
    )


def _tells(line: Line, at: int) -> bool:
    """Whether a word of harm or of an act stands there."""
    return line.tells(at)


def _behind(heard: Heard, last: int) -> Modality | None:
    """The adjective that a noun is qualified by: "العملية المقررة", "الهجوم المزعوم"."""
    for at in range(last + 1, min(len(heard), last + 1 + _BEHIND)):
        cue = heard.cue(at)
        if cue is not None and cue[1].how is How.BEHIND:
            return cue[1].modality
        if heard.clitics[at] not in ((), ("ال",)) or heard.length(listed("end"), at):
            return None
    return None


@lru_cache(maxsize=8)
def _believed(line: Line) -> tuple[Ruling, ...]:
    """ "15 عنصرا يعتقد أنهم قضوا": what is believed is the harm. "مسلحين يعتقد أنهم من داعش" doubts only who they are."""
    heard = hear(line)
    found = []
    for at in range(len(heard) - 2):
        if heard.stems[at + 1] not in _THEY or not any(_tells(line, n) for n in (at + 2, at + 3)):
            continue
        cue = heard.cue(at)
        doubted = cue is not None and cue[1].how is How.CLAUSE and cue[1].modality is Modality.PURPORTED
        if heard.verb(at) is Manner.DOUBT or doubted:
            scope = clause_start(heard, at), clause_end(line, heard, at + 2)
            found.append(Ruling(at, Modality.PURPORTED, scope))
    return tuple(found)
