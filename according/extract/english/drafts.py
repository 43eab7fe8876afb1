"""What one sentence yields before the report is looked at as a whole: figures and events with the names of their clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from according.domain.claim import Quantity
from according.domain.mention import ActorMention, DateSpan, PlaceMention, TimeMention
from according.domain.values import Category, EventType, Measure, Modality, PlaceKind
from according.extract.english import attribution, casualties, events, quantities
from according.extract.english.casualties import Tie
from according.extract.english.events import Trigger
from according.extract.english.lexicon import harm, noun_ending_at
from according.extract.english.modality import modality_of, video_speaks
from according.extract.english.parse import Tree, joined
from according.extract.english.counting import Counted, How


@dataclass(frozen=True, slots=True)
class Spot:
    """A place's name in a sentence: as written, where, and how wide it is (0 place, 1 area, 2 country)."""

    name: str
    start: int
    width: int
    area: str | None = None


@dataclass(slots=True)
class Draft:
    """A claim in the making. Exactly one of `thing` (a figure) and `trigger` (an event) is set."""

    tree: Tree
    token: int
    thing: Counted | None = None
    tie: Tie | None = None
    trigger: Trigger | None = None
    category: Category | None = None
    part_of: Draft | None = None
    place: Spot | None = None
    date: DateSpan | None = None
    since: bool = False
    perpetrator: str | None = None
    target: str | None = None
    weapon: str | None = None
    speakers: list[str] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)
    modality: Modality = Modality.ASSERTED
    cumulative: bool = False
    frame: int = -1
    because: str = ""
    confidence: float = 0.5
    definite: bool = False
    own_place: bool = False
    own_date: bool = False

    @property
    def measure(self) -> Measure | None:
        return self.tie.measure if self.tie else None

    @property
    def type(self) -> EventType | None:
        return self.trigger.type if self.trigger else None

    @property
    def label(self) -> str:
        """The measure of a figure, the type of an event."""
        return self.tie.measure.value if self.tie else self.trigger.type.value if self.trigger else ""

    @property
    def start(self) -> int:
        first = self.thing.first if self.thing else self.trigger.first if self.trigger else self.token
        return self.tree.starts[first]

    @property
    def end(self) -> int:
        last = self.thing.last if self.thing else self.trigger.last if self.trigger else self.token
        return self.tree.ends[last]


@dataclass(slots=True)
class SentenceDrafts:
    tree: Tree
    drafts: list[Draft]
    speeches: list[attribution.Speech]
    spots: list[Spot]
    times: list[TimeMention]


_LOCATING = {
    "in",
    "near",
    "at",
    "around",
    "outside",
    "inside",
    "across",
    "on",
    "of",
    "from",
    "to",
    "toward",
    "towards",
    "over",
    "into",
    "throughout",
    "within",
    "between",
    "against",
}
_SETTLEMENT = set(
    "town village city district neighborhood neighbourhood area province governorate suburb countryside region outskirts camp airport valley hamlet enclave township county subdistrict highway road crossing base airbase".split()
)
_NOT_A_PLACE = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$|"
    r"^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$|^(?:Syrian|Syrias|Turkish|Russian|Israeli|Iranian|Iraqi|American|Kurdish|Arab|Western|European|Lebanese|Jordanian|Afghan|Ukrainian|British|French|U\.S\.|US|"
    r"Northeastern|Northwestern|Northern|Southern|Eastern|North|South|East|West|MOSCOW|Sputnik|Reuters|AFP|AP|SANA|SOHR|REUTERS)s?$|"
    r"^(?:The|A|An|President|Minister|General|God|Mr|Mrs|Dr|Islam|Ramadan|Eid|Twitter|Facebook|Telegram|YouTube|Arabic|English|Islamist|Sunni|Shiite|Shia|Christian|Muslim)$"
)
_ORG_WORDS = re.compile(
    r"\b(?:State|Observatory|Agency|Front|Army|Forces|Council|Ministry|Party|Nations|Network|Committee|Coalition|Brigade|Group|Movement|Union|Press|News|TV|Watch|Rights|Command|Corps|Guard|House|Court|Parliament|Congress|Qaeda|ISIS|ISIL|Daesh|Taliban|Hezbollah|Hamas|Nusra|NATO|ISAF|SDF|YPG|PKK|UN|HTS|FSA|Sham)\b"
)
_CUMULATIVE = re.compile(
    r"\bsince (?:the (?:start|beginning|outbreak|war|conflict|uprising|revolution|launch|onset|offensive|campaign|civil|crisis|invasion|regime|government|year)|(?:early |late |mid-?)?(?:19|20)\d\d|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:\d{1,2},? )?(?:19|20)\d\d|then|protests|fighting|it began|they|last (?:year|month))|"
    r"\b(?:so far this (?:year|month)|this year|in all of|over the (?:past|last) (?:few |several |two |three |four |five |six |seven |eight |nine |ten |\d+ )?(?:months|years)|"
    r"(?:in|during|over|for|within) (?:the )?(?:past |last )?(?:more than |nearly |almost |about |over |just over )?(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|few)[ -]?(?:and a half )?(?:months?|years?|weeks)\b|"
    r"(?:conflict|war|civil war|crisis|uprising|violence|fighting) (?:that |which )?(?:has |have |had )?(?:killed|claimed|cost|displaced|left|driven|forced|uprooted)|"
    r"(?:in|during|of) (?:the |syria'?s? |this |its )?(?:\w+[- ]year[- ](?:old )?|\w+ )?(?:conflict|civil war|war|uprising)\b|has killed more than|"
    r"(?:months?|years?|weeks)[- ](?:long|old) (?:war|conflict|campaign|offensive|siege|battle|operation)|(?:entire|whole) (?:war|conflict)|to date\b)",
    re.I,
)


ITEM = re.compile(r"\s*(?:[•●▪◦·*–—-]|\d{1,2}[.)])\s*\S")
"""A line that is an item of a list."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the line before a list says of its items ("The fatalities can be distributed as follows:")."""

    measure: Measure
    cumulative: bool


def is_item(tree: Tree) -> bool:
    return ITEM.match(" ".join(tree.words[:3])) is not None


def header_of(sentence: SentenceDrafts) -> Header | None:
    """The header that a sentence ending in a colon is to the list after it; None where it tells of no harm."""
    tree = sentence.tree
    if tree.words[-1] != ":":
        return None
    figures = [d for d in sentence.drafts if d.tie is not None]
    if figures and figures[-1].tie is not None:
        return Header(figures[-1].tie.measure, figures[-1].cumulative)
    measures = [m for w in tree.lower if (e := harm().get(w)) for m in e.frames.values()]
    return Header(measures[-1], bool(_CUMULATIVE.search(" ".join(tree.lower)))) if measures else None


def _list_ties(tree: Tree, drafts: Sequence[Draft], header: Header | None) -> None:
    """Counted things in a list take what its header says: an item line, or what follows a colon in the sentence."""
    colon = tree.lower.index(":") if ":" in tree.lower else None
    before = next(
        (d for d in drafts if d.tie is not None and colon is not None and d.thing is not None and d.thing.last < colon),
        None,
    )
    said = (
        [m for w in tree.lower[:colon] if (e := harm().get(w)) for f, m in e.frames.items() if f in ("n", "of", "vt")]
        if colon
        else []
    )
    if "victims" in tree.lower[:colon] and colon:
        said.append(Measure.KILLED)
    for n, draft in enumerate(drafts):
        thing = draft.thing
        if draft.tie is not None or thing is None or thing.facility or thing.category is None:
            continue
        if (
            before is None
            and said
            and colon is not None
            and thing.first > colon
            and thing.how is How.NUMBER
            and _listed(tree.lower, thing.first) is None
        ):
            draft.tie = Tie(said[-1], thing.head, "list-item", 0.55)
            continue
        if header is not None and n == 0:
            draft.tie = Tie(header.measure, thing.head, "list-item", 0.6)
        elif (
            before is not None
            and before.tie is not None
            and colon is not None
            and thing.first > colon
            and thing.how is How.NUMBER
            and _listed(tree.lower, thing.first) is None
        ):
            draft.tie = Tie(before.tie.measure, before.tie.word, "list-item", 0.6)
            draft.part_of = before


def sentence_drafts(
    tree: Tree,
    places: Sequence[PlaceMention],
    actors: Sequence[ActorMention],
    times: Sequence[TimeMention],
    header: Header | None = None,
) -> SentenceDrafts:
    """Everything that one parsed sentence tells, each with what its own clause says of place, time, agent and speaker."""
    begin, end = tree.starts[0], tree.ends[-1]
    here = [m for m in places if begin <= m.start < end]
    who = [m for m in actors if begin <= m.start < end]
    when = [m for m in times if begin <= m.start < end]
    said = attribution.speeches(tree, who)
    spots = _spots(tree, here, who, when)
    drafts: list[Draft] = []
    found = events.triggers(tree)
    speakers_at = {t for s in said for t in range(s.first, s.last + 1)}
    for thing in quantities.counted(tree):
        if thing.head in speakers_at and thing.how in (How.ARTICLE, How.DEFINITE):
            continue
        tie = casualties.tie(tree, thing)
        drafts.append(Draft(tree, thing.head, thing=thing, tie=tie, category=thing.category))
    _list_ties(tree, drafts, header)
    _subsets(tree, drafts)
    drafts = [d for d in drafts if d.tie is not None or d.part_of is not None]
    drafts = [d for d in drafts if not _sought(d)]
    drafts += _victims(tree, drafts, here)
    words = " ".join(tree.lower)
    cumulative = bool(_CUMULATIVE.search(words))
    for draft in drafts:
        assert draft.thing is not None and draft.tie is not None
        draft.because, draft.confidence = draft.tie.because, draft.tie.confidence
        trigger = _trigger_of(tree, draft, found)
        if trigger is not None:
            draft.weapon = trigger.weapon
            if trigger.type is not EventType.ARMED_CLASH and not (cumulative and abs(trigger.head - draft.token) > 8):
                draft.perpetrator = trigger.agent
        agent = _agent_of(tree, draft)
        if agent:
            draft.perpetrator = agent
        draft.cumulative = cumulative or (header is not None and header.cumulative) or _long(draft, when)
        draft.modality = Modality.NEGATED if draft.thing.how is How.ZERO else modality_of(tree, draft.tie.word)
    for trigger in found:
        if trigger.head in speakers_at and trigger.kind == "n":
            continue
        draft = Draft(
            tree, trigger.head, trigger=trigger, perpetrator=trigger.agent, target=trigger.target, weapon=trigger.weapon
        )
        draft.modality = modality_of(tree, trigger.head)
        draft.because, draft.confidence = f"trigger-{trigger.kind}", 0.6
        draft.definite = _pointing(tree, trigger)
        drafts.append(draft)
    video = video_speaks(tree)
    for draft in drafts:
        draft.place = _spot_for(draft, spots)
        draft.date = _time_for(draft, when)
        draft.own_place, draft.own_date = draft.place is not None, draft.date is not None
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
    return SentenceDrafts(tree, drafts, said, spots, list(when))


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


def _subsets(tree: Tree, drafts: list[Draft]) -> None:
    """ "four civilians including two children", "12 children were among the dead", "of them, 3": ties a figure to the bigger one."""
    words = tree.lower
    for n, draft in enumerate(drafts):
        thing = draft.thing
        assert thing is not None
        if (
            draft.tie is not None
            and draft.tie.because
            not in ("participle-before", "words-before", "words-after", "conj-object", "object", "passive-subject")
            and not _listed(words, thing.first)
        ):
            continue
        cue = _listed(words, thing.first)
        if (
            cue is None
            or (draft.tie is not None and draft.tie.because == "those-included")
            or (n and (before := drafts[n - 1].tie) is not None and before.because == "those-included")
        ):
            continue
        bigger = next(
            (
                d
                for d in reversed(drafts[:n])
                if d.tie is not None
                and d.part_of is None
                and d.thing is not None
                and d.thing.last < thing.first
                and not d.thing.facility
            ),
            None,
        )
        if bigger is None or (thing.facility):
            continue
        assert bigger.thing is not None and bigger.tie is not None
        low, big = thing.quantity.low, bigger.thing.quantity.low
        if low is not None and big is not None and low > big:
            continue
        if (
            draft.tie is not None
            and draft.tie.measure is not bigger.tie.measure
            and draft.tie.because in ("passive-subject", "object", "participle-before")
        ):
            if draft.tie.because == "participle-before" or (
                thing.last + 1 < len(words) and draft.tie.word > thing.last
            ):
                continue
        if draft.tie is not None and draft.tie.measure is not bigger.tie.measure and draft.tie.because == "words-after":
            continue
        draft.part_of = bigger
        draft.tie = Tie(bigger.tie.measure, bigger.tie.word, "subset", bigger.tie.confidence - 0.05)
        if draft.category is None:
            draft.category = bigger.category


def _listed(words: Sequence[str], first: int) -> str | None:
    """The word that opens the list a phrase stands in ("including a woman, two men and three children"); None = no list."""
    k = first - 1
    steps = 0
    while k >= 0 and steps < 16:
        word = words[k]
        if word in ("including", "include", "includes", "included", "comprising"):
            return word
        if word in ("among", "amongst") and words[k + 1 : k + 2] and words[k + 1] in ("them", "whom", "those", "the"):
            return word
        if word == "of" and words[k + 1 : k + 2] and words[k + 1] in ("them", "whom", "which"):
            return word
        if word in ("them", "whom", "among") and k and words[k - 1] in ("among", "of", "amongst", "with"):
            return word
        if word in (
            "killed",
            "wounded",
            "injured",
            "killing",
            "wounding",
            "injuring",
            "said",
            "when",
            "while",
            "after",
            "as",
            ".",
            ";",
            "by",
            "in",
            "were",
            "was",
            "left",
            "leaving",
            "dead",
        ):
            return None
        k, steps = k - 1, steps + 1
    return None


_PERSON_TAGS = {"NNP", "NNPS"}


def _victims(tree: Tree, drafts: Sequence[Draft], places: Sequence[PlaceMention]) -> list[Draft]:
    """Named single victims: "commander X was killed" (codebook: a figure of 1, the anchor is the name)."""
    found: list[Draft] = []
    taken = {t for d in drafts if d.thing for t in range(d.thing.first, d.thing.last + 1)}
    where = [(m.start, m.end) for m in places]
    for i, tag in enumerate(tree.tags):
        if tag not in _PERSON_TAGS or i in taken or tree.deps[i] not in ("nsubjpass", "dobj", "nsubj", "appos", "conj"):
            continue
        node = i
        while tree.deps[node] in ("appos", "conj") and tree.tags[tree.heads[node]] in _PERSON_TAGS:
            node = tree.heads[node]
        verb = tree.heads[node]
        entry = harm().get(tree.lower[verb])
        if entry is None or not tree.tags[verb].startswith("VB"):
            continue
        dep = tree.deps[node]
        measure = (
            entry.frames.get("vt")
            if (dep in ("nsubjpass", "dobj"))
            else entry.frames.get("vi")
            if dep == "nsubj"
            else None
        )
        if measure not in (Measure.KILLED, Measure.INJURED, Measure.DETAINED):
            continue
        if dep == "dobj" and measure is Measure.DETAINED and tree.lower[verb].startswith(("captur", "seiz")):
            continue
        first = i
        while first > 0 and tree.tags[first - 1] in _PERSON_TAGS and tree.heads[first - 1] in (i, first):
            first -= 1
        start, end = tree.starts[first], tree.ends[i]
        if any(s < end and start < e for s, e in where) or (tree.sentence.start == start and i == first):
            continue
        if _ORG_WORDS.search(joined(tree, first, i)) or (
            noun_ending_at(tree.lower, i) is not None and tree.lower[i].endswith("s")
        ):
            continue
        category = Category.PEOPLE
        titles = set(tree.lower[max(0, first - 6) : i])
        if titles & {
            "commander",
            "general",
            "colonel",
            "leader",
            "soldier",
            "fighter",
            "officer",
            "lieutenant",
            "captain",
            "major",
            "sergeant",
            "emir",
            "cpl",
            "sgt",
            "insurgent",
            "militant",
        }:
            category = Category.COMBATANTS
        elif titles & {"journalist", "reporter", "cameraman", "photographer"}:
            category = Category.JOURNALISTS
        thing = Counted(first, i, i, Quantity(joined(tree, first, i), 1, 1), category, How.NAME)
        found.append(Draft(tree, i, thing=thing, tie=Tie(measure, verb, "named-victim", 0.6), category=category))
    return found


def _spots(
    tree: Tree, places: Sequence[PlaceMention], actors: Sequence[ActorMention], times: Sequence[TimeMention]
) -> list[Spot]:
    """Places of a sentence: those the gazetteer knows, and capitalised names where the grammar expects a place."""
    blocked = [(a.start, a.end) for a in actors] + [(t.start, t.end) for t in times]
    found: list[Spot] = []
    for mention in places:
        if mention.kind is not PlaceKind.PLACE or any(
            s <= mention.start and mention.end <= e and e - s > len(mention.anchor) for s, e in blocked
        ):
            continue
        feature = mention.candidates[0].feature if mention.candidates else "village"
        width = 2 if feature == "country" else 1 if feature in ("admin1", "admin2", "area") else 0
        after = tree.lower[next((i for i in range(len(tree)) if tree.starts[i] >= mention.end), len(tree) - 1)]
        if after in ("province", "governorate", "countryside", "region", "district"):
            width = max(width, 1)
        elif width == 1 and after in ("city", "town"):
            width = 0
        if mention.relation == "countryside":
            width = max(width, 1)
        found.append(Spot(mention.anchor, mention.start, width, mention.area))
    known = [(s.start, s.start + len(s.name)) for s in found] + [(m.start, m.end) for m in places] + blocked
    for begin, end, width in _unknown_names(tree):
        start, stop = tree.starts[begin], tree.ends[end - 1]
        name = joined(tree, begin, end - 1)
        if (
            any(s < stop and start < e for s, e in known)
            or any(_NOT_A_PLACE.match(w) for w in tree.words[begin:end])
            or _ORG_WORDS.search(name)
        ):
            continue
        found.append(Spot(name, start, width))
        known.append((start, stop))
    return sorted(found, key=lambda s: s.start)


_HITS = {
    "hit",
    "hits",
    "struck",
    "targeted",
    "bombed",
    "shelled",
    "attacked",
    "entered",
    "seized",
    "captured",
    "left",
    "pounded",
    "besieged",
    "targeting",
    "hitting",
    "striking",
    "retook",
    "recaptured",
}
_WIDE = {"province", "governorate", "countryside", "region", "provinces"}


def _unknown_names(tree: Tree) -> list[tuple[int, int, int]]:
    """(first token, end token, width) of capitalised names where a place is expected: "in the town of X", "X village", "strike on X"."""
    found: list[tuple[int, int, int]] = []
    for i, word in enumerate(tree.lower):
        before = tree.tags[i].startswith("VB") and word in _HITS
        if not (before or word in _LOCATING):
            continue
        k, typed = i + 1, False
        while k < len(tree) and k - i < 9:
            low = tree.lower[k]
            if low in _SETTLEMENT:
                typed = True
            elif not (
                low
                in (
                    "the",
                    "of",
                    "'s",
                    "nearby",
                    "named",
                    "called",
                    "a",
                    "'",
                    "-",
                    "its",
                    "mostly",
                    "part",
                    "parts",
                    "side",
                    "edge",
                    "both",
                )
                or (
                    tree.tags[k] in ("JJ", "VBN", "HYPH", "RB", "NN", "NNS", "VBG", "CD")
                    and tree.words[k].islower()
                    and (typed or tree.tags[k] != "NN" or k - i < 4)
                )
            ):
                break
            k += 1
        end = _name_end(tree, k)
        if end == k:
            continue
        settled = end < len(tree) and tree.lower[end] in _SETTLEMENT
        loose = k == i + 1 or typed or settled or tree.lower[k - 1] in ("of", "the")
        if not loose or (word in ("of", "from", "to", "against", "over", "into") and not typed and not settled):
            continue
        if (word == "on" or before) and not typed and not settled and tree.tags[i + 1] not in ("NNP", "NNPS"):
            continue
        found.append((k, end, 1 if settled and tree.lower[end] in _WIDE else 0))
        if end + 1 < len(tree) and tree.lower[end] == "and" and (more := _name_end(tree, end + 1)) > end + 1:
            found[-1] = (k, more, found[-1][2])
    for i, word in enumerate(tree.lower):
        if (
            word in _SETTLEMENT
            and word not in ("camp", "base", "crossing", "road")
            and i
            and tree.tags[i - 1] in ("NNP", "NNPS")
        ):
            begin = i - 1
            while (
                begin > 0
                and (tree.tags[begin - 1] in ("NNP", "NNPS", "HYPH") or tree.lower[begin - 1] in ("al", "el"))
                and i - begin < 5
            ):
                begin -= 1
            if not any(a <= begin < b for a, b, _ in found):
                found.append((begin, i, 1 if word in _WIDE else 0))
    return found


def _name_end(tree: Tree, begin: int) -> int:
    """Where a capitalised name that begins at a token ends; "al-Sayyed Ali" is one."""
    k = begin
    while k < len(tree) and k - begin < 7:
        word = tree.words[k]
        if (
            (word[:1].isupper() and tree.tags[k] not in ("PRP", "VBD", "VBZ", "JJ"))
            or (tree.tags[k] == "JJ" and word[:1].isupper() and k > begin)
            or (
                (word in ("-", "'", "’") or word.lower() in ("al", "el", "as", "ash", "ar", "ad", "at", "an"))
                and k + 1 < len(tree)
                and (tree.words[k + 1][:1].isupper() or tree.words[k + 1] in ("-", "–"))
                and tree.starts[k + 1] - tree.ends[k] <= (0 if word.lower() in ("as", "at", "an", "ad", "ar") else 1)
            )
        ):
            k += 1
        else:
            break
    while k > begin and not tree.words[k - 1][:1].isalpha():
        k -= 1
    return k if k > begin and any(w[:1].isupper() for w in tree.words[begin:k]) else begin


def _spot_for(draft: Draft, spots: Sequence[Spot]) -> Spot | None:
    """The place of a claim's clause: near, rather after than before, rather a town than a country."""
    if not spots:
        return None
    start, end = draft.start, draft.end

    def cost(spot: Spot) -> float:
        gap = spot.start - end if spot.start >= end else (start - spot.start) * 1.3 + 20
        return gap + 60 * (spot.width == 1) + 220 * (spot.width == 2)

    return min(spots, key=cost)


def _time_for(draft: Draft, times: Sequence[TimeMention]) -> DateSpan | None:
    dated = [t for t in times if t.date is not None]
    if not dated:
        return None
    start, end = draft.start, draft.end
    best = min(dated, key=lambda t: t.start - end if t.start >= end else (start - t.end) * 1.2 + 10)
    return best.date


def _long(draft: Draft, times: Sequence[TimeMention]) -> bool:
    """Whether the figure totals more than about a week (codebook: cumulative)."""
    span = _time_for(draft, times)
    return span is not None and (span.last - span.first).days > 8


def _trigger_of(tree: Tree, draft: Draft, found: Sequence[Trigger]) -> Trigger | None:
    """The event of the same sentence that a figure belongs to: nearest in the sentence, those with an agent or weapon first."""
    if not found:
        return None
    armed = [
        t
        for t in found
        if t.type not in (EventType.DISPLACEMENT, EventType.CEASEFIRE, EventType.PROTEST, EventType.SIEGE)
    ] or list(found)
    return min(armed, key=lambda t: abs(t.head - draft.token) + (0 if t.agent or t.weapon else 6))


def _agent_of(tree: Tree, draft: Draft) -> str | None:
    """Who the word of harm says did it: the subject of "killed", "by X" after "were killed"."""
    assert draft.tie is not None
    verb = draft.tie.word
    if not tree.tags[verb].startswith("VB"):
        return None
    agent, at = events._agent(tree, verb, verb, verb, True)
    if agent is None or at is None or (draft.thing is not None and draft.thing.first <= at <= draft.thing.last):
        return None
    if draft.measure in (Measure.DISPLACED, Measure.MISSING) or draft.tie.because in ("subject", "headline-passive"):
        return None
    return agent
