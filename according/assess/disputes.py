"""Disputes: accounts of one incident that cannot all be true (DESIGN.md, Words: dispute).

Each is symmetric: it does not matter whose account comes first. Each names those who clash, the claims with which they do,
and says it in one sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from according.assess.naming import party_of
from according.assess.origins import Origins, Said
from according.assess.ranges import Value, clash
from according.assess.voices import TOTALS, Perpetrator, Witness, claims_of, key_of, perpetrator_of
from according.assess.wording import deed, joined, number, sentence
from according.domain.claim import Claim, Event, Figure
from according.domain.incident import Dispute
from according.domain.mention import DateSpan
from according.domain.place import ResolvedPlace
from according.domain.values import Category, DisputeKind, EventType, Measure, Modality, Precision
from according.text.filed import day_of
from according.text.fold import fold

PLACE_SLACK_KM = 2.0
"""Two points of one village, by different sources, lie no farther apart."""


def disputes_of(witnesses: Sequence[Witness], origins: Origins) -> tuple[Dispute, ...]:
    """Every dispute, in the order of DisputeKind."""
    return (
        *_tolls(witnesses),
        *_perpetrators(witnesses, origins),
        *_denials(witnesses, origins),
        *_places(witnesses),
        *_dates(witnesses),
    )


# --- tolls -------------------------------------------------------------------------------------------------------------


def _tolls(witnesses: Sequence[Witness]) -> Iterator[Dispute]:
    """Totals that do not overlap: one dispute a measure."""
    for measure in TOTALS:
        held = [(w, w.values[measure, None]) for w in witnesses if (measure, None) in w.values]
        mixed = any(_is_combatants(s.claim, measure) for w in witnesses for s in w.told)
        clashing = {w.voice for (w, v), (x, u) in combinations(held, 2) if clash(v, u, mixed) for w in (w, x)}
        sides = [(w, v) for w, v in held if w.voice in clashing]
        if sides:
            says: dict[str, list[str]] = defaultdict(list)
            for witness, value in sorted(sides, key=lambda side: side[1].size):
                says[_amount(value)].append(witness.name)
            parts = [f"{joined(names)} {'says' if len(names) == 1 else 'say'} {what}" for what, names in says.items()]
            claims = tuple(dict.fromkeys(f.id for _, value in sides for f in value.figures))
            text = sentence(f"{measure.value}: {'; '.join(parts)}")
            yield Dispute(DisputeKind.TOLL, tuple(w.name for w, _ in sides), claims, text)


def _is_combatants(claim: Claim, measure: Measure) -> bool:
    return isinstance(claim, Figure) and claim.measure is measure and claim.category is Category.COMBATANTS


def _amount(value: Value) -> str:
    return number(value.low, value.high)


# --- who did it ----------------------------------------------------------------------------------------------------------


def rivals(witnesses: Sequence[Witness], origins: Origins) -> list[Witness]:
    """Those whose accounts name perpetrators of different sides: no side that one names is named by the other.

    In a clash both sides fight, whichever is named first. "The army" may be a named force that the registry does not know.
    """
    named = [(w, set(w.perpetrators(origins).values()), _sides(w, origins)) for w in witnesses]
    rival = {
        w.voice
        for (w, p, s), (x, q, t) in combinations(named, 2)
        if p and q and not s & t and any(_may_differ(a, b) for a in p for b in q)
        for w in (w, x)
    }
    return [w for w in witnesses if w.voice in rival]


def _may_differ(a: Perpetrator, b: Perpetrator) -> bool:
    return (a.by_name or b.known) and (b.by_name or a.known)


def _sides(witness: Witness, origins: Origins) -> set[str]:
    fought = (s.claim.target for s in witness.asserted if isinstance(s.claim, Event) and _is_clash(s.claim))
    targets = {side for target in fought if target and (side := _side_of(target, origins)) is not None}
    return set(witness.perpetrators(origins)) | targets


def _is_clash(event: Event) -> bool:
    return event.type is EventType.ARMED_CLASH


def _side_of(written: str, origins: Origins) -> str | None:
    name = party_of(written)
    actor = origins.actor(name or written)
    if actor is not None:
        return actor.side or key_of(actor.label)
    return key_of(name) if name else None


def _perpetrators(witnesses: Sequence[Witness], origins: Origins) -> Iterator[Dispute]:
    against = rivals(witnesses, origins)
    if against:
        blames = [(w.name, [p.name for p in w.perpetrators(origins).values()]) for w in against]
        text = sentence("; ".join(f"{name} blames {joined(names)}" for name, names in blames))
        said = [s for w in against for s in w.asserted if perpetrator_of(s, origins) is not None]
        yield Dispute(DisputeKind.PERPETRATOR, tuple(w.name for w in against), claims_of(said), text)


# --- denials -------------------------------------------------------------------------------------------------------------


def _denials(witnesses: Sequence[Witness], origins: Origins) -> Iterator[Dispute]:
    """One dispute a denier: what it denies against what others say."""
    for denier in witnesses:
        gainsaid: dict[str, Said] = {}
        denials = []
        for denial in denier.denied:
            against = _denied_by(denial, denier, witnesses, origins)
            if against:
                denials.append(denial)
                gainsaid.update((s.claim.id, s) for s in against)
        if denials:
            clashing = set(gainsaid)
            others = [w for w in witnesses if w is not denier and any(s.claim.id in clashing for s in w.told)]
            names = [w.name for w in others]
            what = joined(list(dict.fromkeys(_denied_words(d) for d in denials)))
            verb = "says" if len(names) == 1 else "say"
            text = sentence(f"{denier.name} denied {what}, which {joined(names)} {verb} happened")
            claims = (*claims_of(denials), *gainsaid)
            between = tuple(w.name for w in witnesses if w is denier or w in others)
            yield Dispute(DisputeKind.DENIAL, between, tuple(dict.fromkeys(claims)), text)


def _denied_words(denial: Said) -> str:
    claim = denial.claim
    if isinstance(claim, Figure):
        who = claim.category.value.replace("_", " ")
        if claim.measure is Measure.FACILITIES_HIT:
            return f"that any {'place' if who == 'other' else who} was hit"
        return f"that any {who} were {claim.measure.value.replace('_', ' ')}"
    by = f" with {claim.weapon}" if claim.weapon and claim.weapon != claim.anchor else ""
    return f"{deed(claim.label)}{by}"


def _denied_by(denial: Said, denier: Witness, witnesses: Sequence[Witness], origins: Origins) -> list[Said]:
    others = [s for w in witnesses if w is not denier for s in w.told]
    # A claim that the denier joins in ("A; B said") is no assertion of others alone.
    own = {s.claim.id for s in denier.told}
    others = [s for s in others if s.claim.id not in own]
    claim = denial.claim
    if isinstance(claim, Figure) and (claim.modality is Modality.NEGATED or not claim.quantity.low):
        return [s for s in others if isinstance(s.claim, Figure) and _counts(s.claim, claim)]
    return _of_the_deed(denial, denier, others, origins)


def _of_the_deed(denial: Said, denier: Witness, others: Sequence[Said], origins: Origins) -> list[Said]:
    """What others say of the denied deed: that the denied one did it, with the denied means if any say so; where nobody names
    a perpetrator, that something of the kind was done."""
    denied = perpetrator_of(denial, origins)
    side = denied.side if denied else denier.voice.side or key_of(denier.voice.name)
    named = [s for s in others if (p := perpetrator_of(s, origins)) is not None and p.side == side]
    if named:
        means = _words(denial.claim.weapon)
        with_means = [s for s in named if means & _words(s.claim.weapon)]
        kind = [s for s in named if _is_akin(s, denial)]
        return with_means or kind or named
    return [s for s in others if perpetrator_of(s, origins) is None and _is_akin(s, denial)]


def _words(weapon: str | None) -> set[str]:
    return {word.removesuffix("s") for word in fold(weapon or "").split()} - {"the", "a", "an", "and", "of"}


VIOLENCE = frozenset(EventType) - {
    EventType.DISPLACEMENT,
    EventType.CEASEFIRE,
    EventType.PROTEST,
    EventType.OTHER,
}


def _is_akin(said: Said, denial: Said) -> bool:
    """An event of the denied type, or of violence where the denial speaks of an attack; a figure goes with any denied deed."""
    if not isinstance(said.claim, Event) or not isinstance(denial.claim, Event):
        return True
    vague = EventType.ATTACK in (said.claim.type, denial.claim.type)
    return said.claim.type is denial.claim.type or (vague and {said.claim.type, denial.claim.type} <= VIOLENCE)


def _counts(said: Figure, zero: Figure) -> bool:
    """Whether somebody counts victims where another says there were none: of that measure and of those people."""
    measures = {zero.measure}
    if Measure.CASUALTIES in (zero.measure, said.measure):
        measures = {Measure.KILLED, Measure.INJURED, Measure.CASUALTIES}
    if said.measure not in measures or (not said.quantity.low and not said.quantity.vague):
        return False
    if zero.category is Category.PEOPLE or said.category is zero.category:
        return True
    return zero.category is Category.CIVILIANS and said.category is not Category.COMBATANTS


# --- where and when ------------------------------------------------------------------------------------------------------


def _places(witnesses: Sequence[Witness]) -> Iterator[Dispute]:
    """Accounts that are sure of different places."""
    held = [(w, p) for w in witnesses if (p := _sure_places(w))]
    clashing = {w.voice for (w, p), (x, q) in combinations(held, 2) if _apart(p, q) for w in (w, x)}
    sides = [(w, p) for w, p in held if w.voice in clashing]
    if sides:
        text = sentence("; ".join(f"{w.name} says {joined(sorted({x.name for x in p}))}" for w, p in sides))
        said = [s for w, places in sides for s in w.told if s.telling.resolutions[s.claim.id].place in places]
        yield Dispute(DisputeKind.PLACE, tuple(w.name for w, _ in sides), claims_of(said), f"where: {text}")


def _sure_places(witness: Witness) -> set[ResolvedPlace]:
    places = {s.telling.resolutions[s.claim.id].place for s in witness.asserted}
    return {p for p in places if p is not None and p.precision is Precision.PLACE and p.lat is not None}


def _apart(a: Iterable[ResolvedPlace], b: Iterable[ResolvedPlace]) -> bool:
    return all(_km(p, q) > p.radius_km + q.radius_km + PLACE_SLACK_KM for p in a for q in b)


def _km(a: ResolvedPlace, b: ResolvedPlace) -> float:
    assert a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None
    lat1, lat2 = radians(a.lat), radians(b.lat)
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 12742.0 * asin(min(1.0, sqrt(h)))


def _dates(witnesses: Sequence[Witness]) -> Iterator[Dispute]:
    """Accounts that give different days, none in common; a day on which it was told may be no more than that."""
    held = [(w, d) for w in witnesses if (d := _sure_days(w))]
    told = {w.voice: _days_told(w) for w, _ in held}
    clashing = {
        w.voice
        for (w, d), (x, e) in combinations(held, 2)
        if not _meet(d, e)
        and not (min(d) > max(e) and d <= told[w.voice])
        and not (min(e) > max(d) and e <= told[x.voice])
        for w in (w, x)
    }
    sides = [(w, d) for w, d in held if w.voice in clashing]
    if sides:
        text = sentence("; ".join(f"{w.name} says {joined([day.isoformat() for day in sorted(d)])}" for w, d in sides))
        said = [s for w, days in sides for s in w.told if s.claim.date is not None and _exact(s.claim.date) in days]
        yield Dispute(DisputeKind.DATE, tuple(w.name for w, _ in sides), claims_of(said), f"when: {text}")


def _days_told(witness: Witness) -> set[date]:
    """The days of its reports, where its date may be only that of the saying (codebook, Dates)."""
    return {
        day for s in witness.asserted if (day := s.telling.setting.filed or day_of(s.telling.published)) is not None
    }


def _sure_days(witness: Witness) -> set[date]:
    """The days that it gives; none where it also gives a longer date."""
    dates = {s.claim.date for s in witness.asserted if s.claim.date is not None}
    days = {_exact(d) for d in dates}
    return set() if None in days else {day for day in days if day is not None}


def _exact(span: DateSpan) -> date | None:
    return span.first if span.first == span.last else None


def _meet(a: set[date], b: set[date]) -> bool:
    return bool(a & b)
