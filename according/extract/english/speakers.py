"""Speakers over the whole report: each by the fullest name it gives, pronouns back to the last who fits, and how far one carries."""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.domain.mention import ActorMention
from according.extract.english.draft import Draft, SentenceDrafts
from according.extract.english.lexicon import words
from according.extract.english.lists import is_item
from according.extract.english.naming import looks_named
from according.extract.english.speech import Speech

_CLASSES: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{description})\b", re.I), re.compile(named))
    for name, description, named in (
        ("monitor", r"monitor(?:s|ing)?|observatory|watchdog|rights group|monitoring group|war monitor|organi[sz]ation|network|activist group|group", r"Observatory|Monitor|Network|Rights|Watch|SOHR|SNHR|Centre|Center|Commission|Committees?|LCC|Airwars|ACLED"),
        ("agency", r"news agency|agency|state media|media|television|tv|channel|website|newspaper", r"SANA|Agency|TV|Press|News|Television|Manar|Jazeera|Mayadeen|IRNA|TASS|Anadolu|Arabiya|Al-Watan"),
        ("rescuers", r"rescuers|rescue (?:workers|service)|civil defen[cs]e|first responders", r"White Helmets|Civil Defen[cs]e"),
        ("ministry", r"ministry|ministers?", r"Ministry|ministry"),
        ("army", r"army|military|command|forces", r"Army|Military|Command|Armed Forces|CENTCOM|military"),
        ("un", r"u\.?n\.?|un agency|united nations|world body", r"United Nations|U\.N\.|UN\b|UNHCR|UNICEF|OCHA|Unicef"),
        ("charity", r"charity|aid group|medical group|aid agency", r"Union|Médecins|MSF|Doctors|Medical|Relief|Save the Children|Red C"),
    )
)  # fmt: skip
LISTING = 2
"""Sentences on within which a list still is that of the source named before it."""
_PERSON_AFTER = 3
"""Sentences within which a person spoken of by office is named."""


def fullest(said: Speech, everyone: Sequence[Speech], actors: Sequence[ActorMention], here: int) -> str:
    """The name the report uses for this speaker: a proper name where it gives one anywhere (codebook, introduction).

    `here` is the offset of the speaker's words; the nearest fitting name is taken, later ones too.
    """
    parts = said.name.split("; ")
    return "; ".join(dict.fromkeys(_full_description(part, said.actor, everyone, actors, here) for part in parts))


def _full_description(
    name: str, actor: str | None, everyone: Sequence[Speech], actors: Sequence[ActorMention], here: int
) -> str:
    if looks_named(name):
        return _spelled_out(name, everyone)
    for kind, description, named in _CLASSES:
        if not description.search(name) or (kind not in _POINTING and not _only_kind(name)):
            continue
        if kind in _POINTING and any(word[:1].isupper() and named.search(word) for word in name.split()):
            return name  # "the country's news agency SANA" names it
        known = [a for a in actors if named.search(a.anchor) and looks_named(a.anchor)]
        same = [a.anchor for a in known if actor is not None and a.actors == (actor,)]
        if same:
            return max(same, key=lambda anchor: (len(anchor.split()) > 1, len(anchor)))
        if kind == "monitor" and not _WATCHES.search(name) and not _only_kind(name):
            if len({a.actors for a in known}) != 1:
                continue
        fitting = [s.name for s in everyone if "; " not in s.name and looks_named(s.name) and named.search(s.name)]
        if fitting:
            return fitting[0]
        if kind == "monitor" and known:
            return min(known, key=lambda a: abs(a.start - here)).anchor
    return name


_POINTING = frozenset(("monitor", "agency", "rescuers", "charity"))
"""Kinds whose descriptions carry words of their own ("a Britain-based monitor") and still mean the one that is named."""
_WATCHES = re.compile(r"monitor|observatory|watchdog", re.I)


def _only_kind(name: str) -> bool:
    """Whether a description says no more than the kind ("the group", "the ministry"): it points back."""
    return all(word.islower() for word in name.split()) and len(name.split()) == 1


def _spelled_out(name: str, everyone: Sequence[Speech]) -> str:
    """A person's family name alone becomes the whole name ("Jundi" -> "Shadi al-Jundi"), a part of a name the name."""
    if len(name.split()) > 1:
        return name
    for other in everyone:
        if other.name != name and "; " not in other.name and re.search(rf"(?:^|[\s-]){re.escape(name)}$", other.name):
            return other.name
    return name


def assign(sentences: Sequence[SentenceDrafts], actors: Sequence[ActorMention]) -> None:
    """Gives every draft the speakers of its own clause, and those of a quotation that goes on over sentences."""
    everyone = [s for sentence in sentences for s in sentence.speeches if s.name]
    last: str | None = None
    standing: str | None = None
    listing: str | None = None
    listed_at = 0
    for number, sentence in enumerate(sentences):
        named: list[tuple[Speech, str]] = []
        for speech in sentence.speeches:
            full = fullest(speech, everyone, actors, sentence.tree.starts[speech.first]) if speech.name else ""
            name = (last or full) if speech.pronoun else full
            if name and not speech.pronoun and _by_office(speech):
                name = _named_later(speech, sentences[number : number + 1 + _PERSON_AFTER]) or name
            if name:
                named.append((speech, name))
                if not speech.pronoun:
                    last = name
        sentence.speakers = tuple(dict.fromkeys(name for _, name in named))
        for draft in sentence.drafts:
            own = [(s, n) for s, n in named if s.scope[0] <= draft.token <= s.scope[1] and s.verb != draft.token]
            if own:
                nearest = min(own, key=lambda o: (o[0].scope[1] - o[0].scope[0], _apart(draft, o[0])))
                draft.speakers = [nearest[1]]
            elif standing is not None and not named:
                draft.speakers = [standing]
            elif listing is not None and not named and is_item(sentence.tree):
                draft.speakers = [listing]
        if any(speech.opens for speech, _ in named):
            standing = named[-1][1]
        elif named:
            standing = None
        if named:
            listing, listed_at = named[-1][1], number
        elif number - listed_at > LISTING and not is_item(sentence.tree):
            listing = None


def _apart(draft: Draft, speech: Speech) -> tuple[bool, int]:
    """How far a claim stands from who says it: in another clause, tokens."""
    return speech.verb not in draft.tree.clause(draft.token), abs(speech.verb - draft.token)


BRACKET = 4
"""Sentences apart at most that "..., a source said" and "the source added" hold what stands between them."""


def bracket(sentences: Sequence[SentenceDrafts]) -> None:
    """What stands between a source and its "the source added" is that source's too, where nobody else speaks."""
    opened: tuple[int, str] | None = None
    for number, sentence in enumerate(sentences):
        if not sentence.speakers:
            continue
        adds = any(
            _ADDS.search(sentence.tree.lower[s.verb]) or "also" in sentence.tree.lower[max(0, s.verb - 2) : s.verb]
            for s in sentence.speeches
        )
        if opened is not None and adds and sentence.speakers[0] == opened[1] and number - opened[0] <= BRACKET:
            for between in sentences[opened[0] + 1 : number]:
                for draft in between.drafts:
                    if not draft.speakers and not draft.cumulative:
                        draft.speakers = [opened[1]]
        opened = number, sentence.speakers[-1]


UNNAMED = 3
"""Sentences that an agency goes on telling from one unnamed source ("a source at the police command told the agency")."""
_UNNAMED = re.compile(r"(?:(?:[Ll]ocal|[Mm]ilitary) )?[Ss]ources?\b|[A-Z]{3,} (?:reporter|correspondent)")


def speak_on(sentences: Sequence[SentenceDrafts]) -> None:
    """What an agency tells right after its unnamed source, and nobody else says, is that source's."""
    told, at = "", 0
    for sentence in sentences:
        number = sentence.tree.index
        if sentence.speakers:
            told, at = sentence.speakers[-1], number
        elif told and number - at <= UNNAMED and _UNNAMED.match(told):
            for draft in sentence.drafts:
                if not draft.speakers and not draft.cumulative:
                    draft.speakers = [told]


_ADDS = re.compile(
    r"^(?:add(?:s|ed|ing)?|not(?:es|ed|ing)|continued|went|point(?:s|ed|ing)|stress(?:es|ed|ing)|clarif(?:ies|ied))$"
)


def _by_office(speech: Speech) -> bool:
    return not looks_named(speech.name) and bool(re.search(r"spokes", speech.name, re.I))


def _named_later(speech: Speech, sentences: Sequence[SentenceDrafts]) -> str | None:
    """ "the body's spokesman said", then "Shadi al-Jundi told AFP": the person that the office stands for."""
    for sentence in sentences:
        for other in sentence.speeches:
            if (
                other is not speech
                and other.name
                and looks_named(other.name)
                and other.actor is None
                and len(other.name.split()) in (2, 3, 4)
            ):
                if not set(other.name.lower().split()) & words("speaker_nouns"):
                    return other.name
    return None
