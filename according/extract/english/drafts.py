"""What one sentence yields before the report is looked at as a whole: figures and events with the names of their clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from according.domain.mention import ActorMention, PlaceMention, TimeMention
from according.domain.values import Category, Measure, Modality
from according.extract.english import casualties, events, quantities
from according.extract.english.blame import blame, plausible
from according.extract.english.counting import How
from according.extract.english.draft import Draft, SentenceDrafts
from according.extract.english.earlier import Earlier, earlier_in
from according.extract.english.events import Trigger
from according.extract.english.lexicon import words
from according.extract.english.lists import (
    COUNTED_ON,
    Header,
    name_predicates,
    tie_counts_on,
    tie_items,
    tie_subsets,
)
from according.extract.english.modality import modality_of, video_speaks
from according.extract.english.parse import Tree
from according.extract.english.placing import place_of_event, time_of_event
from according.extract.english.speech import Speech, speeches
from according.extract.english.spots import Spot, innermost, scenes, spots_of
from according.extract.english.totals import mark_totals
from according.extract.english.victims import victims
from according.extract.english.wholes import tie_partition


def sentence_drafts(
    tree: Tree,
    places: Sequence[PlaceMention],
    actors: Sequence[ActorMention],
    times: Sequence[TimeMention],
    known_names: Mapping[str, PlaceMention],
    header: Header | None = None,
) -> SentenceDrafts:
    """Everything that one parsed sentence tells, each with what its own clause says of place, time, agent and speaker."""
    begin, end = tree.starts[0], tree.ends[-1]
    here = [m for m in places if begin <= m.start < end]
    who = [m for m in actors if begin <= m.start < end]
    when = [m for m in times if begin <= m.start < end]
    said = speeches(tree, who)
    spots = spots_of(tree, here, who, when, known_names)
    drafts: list[Draft] = []
    found = events.triggers(tree)
    speakers_at = {t for s in said for t in range(s.first, s.last + 1)}
    for thing in quantities.counted(tree):
        speaks = thing.head in speakers_at and tree.deps[thing.head] != "nsubjpass"
        if speaks and thing.how in (How.ARTICLE, How.DEFINITE):
            continue
        tie = casualties.tie(tree, thing)
        category = Category.FAMILIES if tie is not None and tie.because == "homes-left" else thing.category
        drafts.append(Draft(tree, thing.head, thing=thing, tie=tie, category=category))
    name_predicates(tree, drafts)
    tie_items(tree, drafts, header)
    tie_subsets(tree, drafts)
    tie_counts_on(tree, drafts)
    tie_partition(tree, drafts)
    drafts = [d for d in drafts if d.tie is not None or d.part_of is not None]
    drafts = [d for d in drafts if not _sought(d)]
    named = victims(tree, drafts, here, who)
    drafts += named
    spots = [s for s in spots if not any(d.start <= s.start and s.end <= d.end for d in named)]
    spots = [s for s in spots if not _in_name_of_speaker(tree, s, said)]
    mark_totals(tree, drafts, when)
    for draft in drafts:
        if draft.measure is Measure.DETAINED and draft.category is Category.PEOPLE and _armed_suspect(draft):
            draft.category = Category.COMBATANTS
    for draft in drafts:
        assert draft.thing is not None and draft.tie is not None
        draft.because, draft.confidence = draft.tie.because, draft.tie.confidence
        blame(tree, draft, found, spots, speakers_at)
        draft.cumulative |= header is not None and header.cumulative
        draft.modality = Modality.NEGATED if draft.thing.how is How.ZERO else modality_of(tree, draft.tie.word)
    for trigger in found:
        if trigger.head in speakers_at and trigger.kind == "n":
            continue
        believed = plausible(tree, trigger.agent, trigger.agent_at, spots, speakers_at)
        agent = trigger.agent if believed else None
        draft = Draft(
            tree, trigger.head, trigger=trigger, perpetrator=agent, target=trigger.target, weapon=trigger.weapon
        )
        draft.modality = modality_of(tree, trigger.head)
        draft.because, draft.confidence = f"trigger-{trigger.kind}", 0.6
        draft.definite = _pointing(tree, trigger)
        drafts.append(draft)
    video = video_speaks(tree)
    places_here, inner = scenes(spots), innermost(spots)
    past = earlier_in(tree)
    for draft in drafts:
        draft.earlier = past is not None and past.holds(draft.token)
        if draft.trigger is not None:
            near = _same_side(tree, past, draft, inner)
            draft.place, draft.own_place = place_of_event(tree, draft.token, draft.start, draft.end, near)
            time = time_of_event(tree, draft.token, draft.start, draft.end, when)
        else:
            draft.place = _place_for(draft, _told_for(draft, drafts, _same_side(tree, past, draft, places_here)))
            time = _time_for(draft, when)
            draft.own_place = draft.place is not None
        if time is not None and time.spoken:
            draft.said_on = time.date
        elif time is not None:
            draft.date, draft.own_date = time.date, True
        for speech in said:
            if speech.scope[0] <= draft.token <= speech.scope[1] and speech.verb != draft.token:
                if (
                    speech.modality is Modality.DENIED
                    and draft.modality is Modality.ASSERTED
                    and not _complement(tree, draft.token, speech.verb)
                ):
                    continue
                if (
                    speech.modality in (Modality.FEARED,)
                    and draft.modality is Modality.ASSERTED
                    and _complement(tree, draft.token, speech.verb)
                ):
                    draft.modality = Modality.FEARED
        if (
            video is not None
            and draft.modality is Modality.ASSERTED
            and any(w in ("purported", "purports", "purportedly", "purporting") for w in tree.lower)
        ):
            draft.modality = Modality.PURPORTED
    return SentenceDrafts(tree, drafts, said, spots, list(when), past)


def _same_side(tree: Tree, past: Earlier | None, draft: Draft, spots: Sequence[Spot]) -> Sequence[Spot]:
    """The places on the draft's own side of "a day after": what came earlier was somewhere else."""
    if past is None:
        return spots
    begin, end = tree.starts[past.first], tree.ends[past.last]
    return [s for s in spots if (begin <= s.start < end) == draft.earlier]


def _in_name_of_speaker(tree: Tree, spot: Spot, said: Sequence[Speech]) -> bool:
    """Whether a place only says whose who speaks is: "Turkey's security sources"; "residents of the town" are there."""
    for speech in said:
        begin, end = tree.starts[speech.first], tree.ends[speech.last]
        if begin <= spot.start < end and not spot.located:
            return True
    return False


def _told_for(draft: Draft, drafts: Sequence[Draft], spots: Sequence[Spot]) -> Sequence[Spot]:
    """The places of a figure: without those where only its parts are counted ("nine dead, four in one town, five in the other")."""
    parts = [d.start for d in drafts if d.part_of is draft and d.tie is not None and d.tie.because == COUNTED_ON]
    return [s for s in spots if not parts or s.start < min(parts)]


def _armed_suspect(draft: Draft) -> bool:
    """Whether a suspect was detained as a fighter: an armed group is named beside them."""
    assert draft.thing is not None
    lower = draft.tree.lower
    held = set(lower[draft.thing.first : draft.thing.last + 3]) & words("suspects")
    return bool(held) and bool(set(lower) & words("armed_groups"))


def _place_for(draft: Draft, spots: Sequence[Spot]) -> Spot | None:
    """The place of a figure: that of the clause of its word of harm, the nearest one first."""
    assert draft.tie is not None
    if draft.tie.because == COUNTED_ON:
        after = [spot for spot in spots if spot.start >= draft.end]
        return min(after, key=lambda spot: (spot.start, spot.width), default=None)
    return place_of_event(draft.tree, draft.tie.word, draft.start, draft.end, spots)[0]


def _pointing(tree: Tree, trigger: Trigger) -> bool:
    """Whether a noun points back to what was told before: "the attack", "this strike", "Friday's raid", "the alleged attack"."""
    if tree.tags[trigger.head].startswith("VB"):
        return False
    return any(
        tree.deps[c] == "det" and tree.lower[c] in ("the", "this", "that", "these", "those", "each", "both", "such")
        for c in tree.children[trigger.head]
    ) or any(
        tree.deps[c] == "poss" and tree.words[c].rstrip("s'’").endswith("day") for c in tree.children[trigger.head]
    )


def _sought(draft: Draft) -> bool:
    """A person someone set out to catch or kill ("a raid to capture a Taliban leader") is no figure."""
    assert draft.tie is not None
    tree, verb = draft.tree, draft.tie.word
    infinitive = tree.tags[verb] == "VB" and any(tree.lower[c] == "to" for c in tree.children[verb])
    return infinitive and draft.measure in (Measure.DETAINED, Measure.KILLED, Measure.INJURED, Measure.FACILITIES_HIT)


def _complement(tree: Tree, node: int, verb: int) -> bool:
    for _ in range(12):
        if node == verb:
            return True
        if tree.heads[node] == node:
            return False
        node = tree.heads[node]
    return False


def _time_for(draft: Draft, times: Sequence[TimeMention]) -> TimeMention | None:
    """The day nearest a figure, that of the saying last."""
    dated = [t for t in times if t.date is not None]
    if not dated:
        return None
    start, end = draft.start, draft.end
    return min(dated, key=lambda t: 300 * t.spoken + (t.start - end if t.start >= end else (start - t.end) * 1.2 + 10))
