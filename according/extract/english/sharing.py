"""What the claims about one happening share: place, date, agent, means and source, from wherever it is told (codebook, Frame)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from according.domain.mention import DateSpan
from according.domain.values import Category, EventType, Modality
from according.extract.english.acts import sides_of
from according.extract.english.draft import Draft, SentenceDrafts
from according.extract.english.episodes import BLOWS, FAR, NEAR, TO_COME, Happening
from according.extract.english.lists import COUNTED_ON
from according.extract.english.nearness import holds
from according.extract.english.spots import Spot
from according.extract.english.standing import Role
from according.extract.english.totals import WEEK
from according.extract.english.widths import AREA, CITY, COUNTRY

BACK = 2
"""Sentences back that a source named later reaches, within one happening."""
ON = 1
"""Sentences on that a source carries, within one happening."""
_AGENTLESS = (EventType.CEASEFIRE, EventType.PROTEST)
_WITHOUT_AIRCRAFT = frozenset(("one_rebels", "one_is", "one_taliban", "one_terrorists", "one_kurds"))
"""Sides of the lexicon whose groups fly nothing."""
_FROM_THE_AIR = re.compile(r"\b(?:air|aerial|barrel|parachute|warplanes?|jets?|helicopters?|aircraft)\b", re.I)
_STANDING = frozenset(
    (EventType.SIEGE, EventType.CEASEFIRE, EventType.PROTEST, EventType.DISPLACEMENT, EventType.OTHER)
)
"""Whoever does these has not thereby killed anyone."""


_ACT_WORD = re.compile(r"air|the|a|aerial|(?:air)?strikes?|(?:air)?raids?|attacks?|bombings?|bombardments?")
_WAR = re.compile(r"\b(?:conflict|war|uprising|revolution|country|nationwide|nation|crisis|insurgency)\b", re.I)


def share(happenings: Sequence[Happening], country: Spot | None = None) -> None:
    """Fills what a claim's own clause left open from the claims of the same happening, then from its fellows.

    `country` is the one that the report is about: a total of "the war" is that of the country.
    """
    lead = next((h for h in happenings if not h.cumulative and not h.background and h.place is not None), None)
    total: Happening | None = None
    for happening in happenings:
        if happening.place is None:
            happening.place = _place_of_total(happening, total) or _default_place(happening, lead, country)
        if happening.cumulative:
            total = happening
        _share_where_and_when(happening)
        _share_sources(happening)
        _share_agent(happening)
    for happening in happenings:
        for draft in happening.drafts:
            whole = draft.part_of
            if whole is not None and whole.tree is draft.tree:
                elsewhere = draft.own_place and draft.tie is not None and draft.tie.because == COUNTED_ON
                draft.place = draft.place if elsewhere else whole.place  # "15 in the north, another six in Marj"
                draft.date, draft.weapon = whole.date, whole.weapon
                draft.perpetrator, draft.speakers = whole.perpetrator, whole.speakers


def _place_of_total(happening: Happening, before: Happening | None) -> Spot | None:
    """Where a total without a place is that goes on from one told just before, as the items of a list do."""
    if not happening.cumulative or before is None or _of_war(happening):
        return None
    return before.place if happening.last_sentence - before.last_sentence <= FAR else None


def _of_war(happening: Happening) -> bool:
    return any(_WAR.search(" ".join(d.tree.lower)) for d in happening.drafts)


def _default_place(happening: Happening, lead: Happening | None, country: Spot | None) -> Spot | None:
    """Where a happening without any place is: a total of the war in the country, else where the lead is."""
    if happening.cumulative and _of_war(happening):
        return country
    if happening.background or lead is None:
        return None
    return happening.parent.place if happening.parent is not None and happening.parent.place else lead.place


def country_of(sentences: Sequence[SentenceDrafts]) -> Spot | None:
    """The country that a report names most, where something happens in it; None where it names none."""
    named = [spot for sentence in sentences for spot in sentence.spots if spot.width == COUNTRY and spot.located]
    counts = Counter(spot.name for spot in named)
    return max(named, key=lambda spot: (counts[spot.name], -spot.start), default=None)


def _share_where_and_when(happening: Happening) -> None:
    told = [(d.tree.index, d.place) for d in happening.drafts if d.place is not None]
    for draft in happening.drafts:
        place = _place_near(draft, told) or happening.place
        in_town = draft.trigger is not None and draft.place is not None and draft.place.width <= CITY
        if draft.place is None or (place is not None and holds(draft.place, place) and not in_town):
            draft.place = place if place is not None else draft.place
        if draft.date is None and _goes_on(draft):
            continue
        if draft.date is None and not happening.cumulative and not happening.outlook:
            said = draft.said_on or happening.said_on
            draft.date = said if said is not None and _too_long(happening.date) else happening.date or said
        elif draft.date is None:
            draft.date = draft.said_on


def _too_long(date: DateSpan | None) -> bool:
    """Whether a span dates something that went on, not the happening told: "has bombed the area since September"."""
    return date is not None and (date.last - date.first).days > WEEK


def _goes_on(draft: Draft) -> bool:
    """Whether an event without a day of its own is told as going on or as having happened at some time: it has none.

    "The army is fighting", "has heavily bombed", "the besieged town", "an ongoing assault".
    """
    if draft.trigger is None or draft.headline:
        return False
    tree, head = draft.tree, draft.token
    if draft.type is EventType.SIEGE:
        return True
    if tree.tags[head].startswith("NN"):
        return any(
            tree.lower[c] in ("ongoing", "continuing", "continued", "frequent", "daily", "regular")
            for c in tree.children[head]
        )
    aux = {tree.lower[c] for c in tree.children[head] if tree.deps[c] in ("aux", "auxpass")}
    return bool(aux & {"is", "are", "has", "have", "been"}) or tree.tags[head] in ("VBZ", "VBP")


def _place_near(draft: Draft, told: Sequence[tuple[int, Spot]]) -> Spot | None:
    """The narrowest place that a happening's claims name within a few sentences, else the first that they name anywhere."""
    near = [spot for index, spot in told if abs(index - draft.tree.index) <= NEAR]
    best = min(near, key=lambda spot: spot.width, default=told[0][1] if told else None)
    if best is not None and best.width >= AREA:  # "in the province": the town in it that was told before
        best = next((spot for i, spot in reversed(told) if i <= draft.tree.index and holds(best, spot)), best)
    return best


def _share_sources(happening: Happening) -> None:
    """A source speaks on in the sentence after, and a later one reaches back to the lead (codebook, hard cases)."""
    spoken = [d for d in happening.drafts if d.speakers and _carries(d)]
    for draft in happening.drafts:
        if draft.speakers or happening.cumulative:
            continue
        before = [d for d in spoken if 0 < draft.tree.index - d.tree.index <= ON]
        later = [d for d in spoken if 0 <= d.tree.index - draft.tree.index <= BACK and _tells(d)]
        if before and not happening.background:
            draft.speakers = before[-1].speakers
        elif later and not _spoken_before(draft, spoken) and (not happening.background or later[0].tree is draft.tree):
            draft.speakers = later[0].speakers


def _spoken_before(draft: Draft, spoken: Sequence[Draft]) -> bool:
    """Whether a source was named before a claim: one that comes later reaches back only to the lead."""
    return any(d.tree.index < draft.tree.index for d in spoken)


def _carries(draft: Draft) -> bool:
    """Whether a source may go on speaking: not who only denies, nor who speaks of a practice or of its own acts."""
    if draft.modality is Modality.DENIED or draft.modality in TO_COME:
        return False
    if draft.trigger is None:
        return True
    own = draft.perpetrator is not None and draft.perpetrator in draft.speakers[0]
    return not own and draft.trigger.kind not in ("use", "deny")


def _tells(draft: Draft) -> bool:
    """Whether a claim tells of the happening itself, not only points at it ("the attack was the deadliest")."""
    return draft.thing is not None or (draft.trigger is not None and draft.trigger.role is not Role.POINTS)


def _share_agent(happening: Happening) -> None:
    drafts = happening.drafts
    events = [d for d in drafts if d.trigger is not None]
    perpetrator = _doer(drafts) or (_doer(happening.parent.drafts) if _alike(happening) and happening.parent else None)
    weapon = _first(d.weapon for d in events if d.modality is Modality.ASSERTED) or _first(d.weapon for d in drafts)
    _name_weapons(drafts)
    grounded = perpetrator is not None and not _flies(perpetrator)
    from_the_air = bool(events) and all(d.type is EventType.AIR_STRIKE for d in events)
    fought = bool(events) and all(d.type is EventType.ARMED_CLASH for d in events)
    for draft in drafts:
        if draft.thing is None:
            if draft.perpetrator is None and draft.type not in _AGENTLESS:
                draft.perpetrator = None if grounded and draft.type is EventType.AIR_STRIKE else perpetrator
            continue
        unblamed = draft.perpetrator is None and not draft.cumulative and not fought and not draft.agentless
        dropped = from_the_air or _FROM_THE_AIR.search(draft.weapon or weapon or "") is not None
        if unblamed and not (grounded and dropped):
            draft.perpetrator = perpetrator
        if draft.weapon is None and not draft.cumulative:
            draft.weapon = weapon
        if draft.perpetrator and draft.category is Category.COMBATANTS and _own_side(draft):
            draft.perpetrator = None


def _flies(name: str) -> bool:
    """Whether a doer may have aircraft: not the armed groups, who are not to be blamed for strikes by silence."""
    sides = sides_of(name)
    return not sides or not sides <= _WITHOUT_AIRCRAFT


def _name_weapons(drafts: Sequence[Draft]) -> None:
    """ "killed in the strikes as barrel bombs were dropped": the weapon named in the sentence before the mere kind of act."""
    for draft in drafts:
        if draft.thing is None or draft.weapon is None or draft.cumulative or not _only_act(draft.weapon):
            continue
        named = _first(
            d.weapon
            for d in drafts
            if d.tree is draft.tree
            and d.trigger is not None
            and d.weapon is not None
            and d.modality is Modality.ASSERTED
            and not _only_act(d.weapon)
        )
        draft.weapon = named or draft.weapon


def _only_act(weapon: str) -> bool:
    """Whether a weapon's words only name the kind of act: "strikes", "air raids", "bombing"."""
    return all(_ACT_WORD.fullmatch(word) for word in weapon.lower().replace("-", " ").split())


def _doer(drafts: Sequence[Draft]) -> str | None:
    """The first doer that the acts of a happening name, else its figures."""
    events = [d for d in drafts if d.trigger is not None]
    blows = [d for d in events if d.type is not EventType.ARMED_CLASH]  # who fights whom says not who struck
    struck = [d for d in blows if d.type not in _STANDING] or blows
    return _first(d.perpetrator for d in struck or events) or _first(
        d.perpetrator for d in drafts if d.thing is not None
    )


def _alike(happening: Happening) -> bool:
    """Whether a happening told right after another is of its kind: blows like blows ("a similar attack on ...")."""
    if happening.parent is None or happening.background or happening.cumulative:
        return False
    own = {d.type for d in happening.drafts if d.type is not None}
    theirs = {d.type for d in happening.parent.drafts if d.type is not None}
    return bool(own & theirs) or (not own and bool(theirs & BLOWS)) or bool(own & BLOWS and theirs & BLOWS)


def _first(values: Iterable[str | None]) -> str | None:
    return next((v for v in values if v), None)


def _own_side(draft: Draft) -> bool:
    """Whether the dead are the perpetrator's own: "ISIS lost 15 fighters"."""
    assert draft.thing is not None
    words = set(draft.tree.lower[draft.thing.first : draft.thing.last + 1])
    own = set((draft.perpetrator or "").lower().split())
    return bool((words & own) - {"the", "forces", "of", "fighters", "militants"})
