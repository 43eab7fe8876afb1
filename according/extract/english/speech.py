"""Who speaks in a sentence: the speakers beside verbs of saying, after "according to", "citing" (codebook, Attribution)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from according.domain.mention import ActorMention
from according.domain.values import Modality
from according.extract.english.lexicon import speech, words
from according.extract.english.naming import beside, looks_named, phrase_of, speaker_like, split_speakers
from according.extract.english.parse import Tree


@dataclass(frozen=True, slots=True)
class Speech:
    """One speaker in a sentence: the words, what they cover (tokens first..last), and how firmly they speak.

    `pronoun` = only "it", "he", "the same source" stand there: the last fitting speaker is meant. `actor` is a registry
    id. `opens` = what follows the sentence is this speaker's too ("the minister said:").
    """

    name: str
    first: int
    last: int
    scope: tuple[int, int]
    modality: Modality
    verb: int
    pronoun: bool = False
    actor: str | None = None
    opens: bool = False


_VERB_TAGS = frozenset(("VBD", "VBZ", "VBP", "VBN", "VBG", "VB"))
_SAID_SOMETHING = frozenset(("ccomp", "xcomp", "parataxis", "dobj"))
_FAR = 40
"""Tokens between a verb and its subject beyond which the parse is not believed."""
_SHORT_TAIL = 9
"""Tokens after a verb of saying within which it is taken to close the sentence and to cover all of it."""


def speeches(tree: Tree, actors: Sequence[ActorMention]) -> list[Speech]:
    """The speakers that a sentence names, in the order of their verbs."""
    found: list[Speech] = []
    for i, word in enumerate(tree.lower):
        said: Speech | None = None
        modality = speech().get(word)
        if word in words("quoting") and tree.tags[i] in _VERB_TAGS:
            said = _quoted(tree, i, actors)
        elif word in words("counting_verbs") and tree.tags[i].startswith("VB"):
            said = _by_verb(tree, i, Modality.ASSERTED, actors) if _toll_object(tree, i) else None
        elif modality is not None and tree.tags[i] in _VERB_TAGS:
            said = _by_verb(tree, i, modality, actors)
        elif word == "according" and tree.lower[i + 1 : i + 2] == ["to"]:
            said = _after_preposition(tree, i + 1, i, actors)
        elif (word == "per" and tree.words[i + 1 : i + 2] and tree.words[i + 1][:1].isupper()) or (
            word == "by" and i and tree.lower[i - 1] in ("tally", "toll", "count", "figures", "statement")
        ):
            said = _after_preposition(tree, i, i, actors)
        if said is not None:
            found.append(replace(said, opens=tree.words[-1] == ":" and said.verb > len(tree) - 12))
    return [said for said in found if not _only_shows(tree, said, found)]


def _only_shows(tree: Tree, said: Speech, others: Sequence[Speech]) -> bool:
    """Whether findings are what somebody else in the sentence tells of: "the army said that an inquiry found ..."."""
    if tree.lower[said.last] not in words("impersonal"):
        return False
    return any(not o.pronoun and o.scope[0] <= said.verb <= o.scope[1] and o.verb != said.verb for o in others)


def _toll_object(tree: Tree, verb: int) -> bool:
    """ "puts the death toll at 412"."""
    obj = tree.child(verb, "dobj")
    return obj is not None and tree.lower[obj] in words("toll_words")


def _by_verb(tree: Tree, verb: int, modality: Modality, actors: Sequence[ActorMention]) -> Speech | None:
    """The speaker of a verb of saying: after it ("said the Observatory."), its subject, or the phrase directly before it."""
    if tree.tags[verb] == "VBN" and any(tree.deps[c] == "auxpass" for c in tree.children[verb]):
        return _agent_of_passive(tree, verb, modality, actors)
    near = beside(tree, verb) if tree.tags[verb] in ("VBD", "VBZ", "VBP", "VBN") else None
    closes = near is not None and len(tree) - verb <= _SHORT_TAIL and speaker_like(tree, near[0], near[1], actors)
    if not _tells(tree, verb, modality) and not (closes and not _takes_lives(tree, verb)):
        return None
    inverted = _inverted(tree, verb, actors)
    if inverted is not None:
        said = _speech(tree, inverted, verb, modality, actors)
        ends = said is not None and len(tree) - inverted[1] <= _SHORT_TAIL
        return replace(said, scope=(0, len(tree) - 1)) if said is not None and ends else said
    subject = _subject(tree, verb)
    if near is not None and (subject is None or not _covers(tree, subject, near)):
        if speaker_like(tree, near[0], near[1], actors):
            said = _speech(tree, near, verb, modality, actors)
            if said is not None:
                whole = (0, len(tree) - 1) if len(tree) - verb <= _SHORT_TAIL else said.scope
                return replace(said, scope=whole)
    if subject is None or abs(subject - verb) > _FAR:
        return _known_before(tree, verb, modality, actors)
    if tree.lower[subject] in words("pronoun_speakers"):
        return Speech("", subject, subject, scope_of(tree, verb), modality, verb, pronoun=True)
    if tree.lower[subject] in ("who", "which", "that"):
        owner = tree.heads[verb] if tree.deps[verb] == "relcl" else None
        if owner is None or tree.tags[owner][:2] != "NN":
            return None
        subject = owner
    return _speech(tree, phrase_of(tree, subject), verb, modality, actors)


def _tells(tree: Tree, verb: int, modality: Modality) -> bool:
    """Whether a verb of many uses ("claimed", "posted", "recorded") says something here."""
    if modality is Modality.ASSERTED and _takes_lives(tree, verb):
        return False
    if modality is not Modality.ASSERTED or tree.lower[verb] not in words("reporting_only"):
        return True
    if tree.deps[verb] in ("parataxis", "ROOT"):
        return True
    return any(tree.deps[c] in _SAID_SOMETHING for c in tree.children[verb])


def _takes_lives(tree: Tree, verb: int) -> bool:
    """ "claimed the lives of", "claimed responsibility" say nothing."""
    return any(tree.lower[c] in ("life", "lives", "responsibility") for c in tree.children[verb])


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, or of the verb that it continues ("came and said")."""
    node = verb
    subject = tree.child(node, "nsubj")
    while subject is None and tree.deps[node] in ("conj", "xcomp") and tree.heads[node] != node:
        node = tree.heads[node]
        subject = tree.child(node, "nsubj")
    return subject


def _covers(tree: Tree, subject: int, near: tuple[int, int]) -> bool:
    """Whether the phrase before the verb is only the tail of a longer subject ("a source at the ministry said")."""
    if near[0] <= subject <= near[1]:
        return False
    if subject > near[1]:
        return False
    within = set(tree.subtree(subject, frozenset(("appos", "conj"))))
    return near[1] in within


def _inverted(tree: Tree, verb: int, actors: Sequence[ActorMention]) -> tuple[int, int] | None:
    """ "..., said the Observatory": the speaker's phrase after the verb, where nothing but its own tail follows it."""
    if tree.lower[verb] not in words("inverting") or verb + 1 >= len(tree):
        return None
    first = verb + 1
    subject = tree.child(verb, "nsubj")
    if subject is not None and subject > verb:
        return phrase_of(tree, subject)
    if tree.tags[first] not in ("DT", "NNP", "NNPS", "NN", "NNS", "JJ", "PRP$"):
        return None
    last = first
    while last + 1 < len(tree) and (
        tree.tags[last + 1] in ("NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH", "-LRB-", "-RRB-", "''", "``")
        or (
            tree.lower[last + 1] in ("of", "for", "at", "in")
            and last + 2 < len(tree)
            and tree.tags[last + 2] in ("NNP", "NN", "DT", "NNPS")
        )
        or (tree.tags[last + 1] == "DT" and tree.lower[last] in ("of", "for", "at", "in"))
    ):
        last += 1
    ends = (
        last + 1 >= len(tree)
        or tree.tags[last + 1] in (".", ",", ":", "WP", "WDT", "``", "''", "CC")
        or tree.lower[last + 1] in ("on", "in")
    )
    if not ends or not speaker_like(tree, first, last, actors):
        return None
    return first, last


def _known_before(tree: Tree, verb: int, modality: Modality, actors: Sequence[ActorMention]) -> Speech | None:
    """Where the parse gives the verb no subject: a known actor directly before it ("... the Observatory said")."""
    if tree.tags[verb] not in ("VBD", "VBZ", "VBP") or modality is not Modality.ASSERTED:
        return None
    before = tree.starts[verb]
    for actor in actors:
        if before - 30 <= actor.end <= before and actor.start >= tree.starts[0]:
            tokens = [i for i in range(verb) if actor.start <= tree.starts[i] < actor.end]
            if tokens and verb - tokens[-1] <= 3:
                known = actor.actors[0] if len(actor.actors) == 1 else None
                return Speech(actor.anchor, tokens[0], tokens[-1], scope_of(tree, verb), modality, verb, actor=known)
    return None


def _agent_of_passive(tree: Tree, verb: int, modality: Modality, actors: Sequence[ActorMention]) -> Speech | None:
    """ "was reported by the army", "the attack was confirmed by rescuers"."""
    for child in tree.children[verb]:
        if tree.lower[child] == "by" and (noun := tree.child(child, "pobj")) is not None:
            if speaker_like(tree, *phrase_of(tree, noun), actors) and tree.lower[verb] not in ("claimed",):
                return _speech(tree, phrase_of(tree, noun), verb, modality, actors)
    return None


def _quoted(tree: Tree, verb: int, actors: Sequence[ActorMention]) -> Speech | None:
    """ "SANA quoted a local source as saying", "the army was quoted as saying by local media", "citing medics"."""
    if tree.lower[verb] == "quoted" and any(tree.deps[c] == "auxpass" for c in tree.children[verb]):
        subject = tree.child(verb, "nsubjpass", "nsubj")
        said = _speech(tree, phrase_of(tree, subject), verb, Modality.ASSERTED, actors) if subject is not None else None
        closes = said is not None and len(tree) - verb <= _SHORT_TAIL
        return replace(said, scope=(0, len(tree) - 1)) if said is not None and closes else said
    obj = tree.child(verb, "dobj")
    if obj is None and verb + 1 < len(tree):
        obj = next(
            (
                t
                for t in range(verb + 1, min(verb + 7, len(tree)))
                if tree.tags[t][:2] == "NN"
                and (t + 1 >= len(tree) or tree.tags[t + 1] not in ("NN", "NNS", "NNP", "NNPS", "POS"))
            ),
            None,
        )
    if obj is None:
        return None
    said = _speech(tree, phrase_of(tree, obj), verb, Modality.ASSERTED, actors)
    if said is None:
        return None
    by = _subject(tree, verb)
    outlet = _speech(tree, phrase_of(tree, by), verb, Modality.ASSERTED, actors) if by is not None else None
    if outlet is not None and not outlet.pronoun and looks_named(outlet.name) and not looks_named(said.name):
        return replace(said, name=f"{outlet.name}; {said.name}", scope=(0, len(tree) - 1))
    return replace(said, scope=(0, len(tree) - 1))


def _after_preposition(tree: Tree, preposition: int, verb: int, actors: Sequence[ActorMention]) -> Speech | None:
    noun = tree.child(preposition, "pobj", "dobj")
    if noun is None:
        noun = next(
            (
                i
                for i in range(preposition + 1, min(preposition + 8, len(tree)))
                if tree.tags[i][:2] == "NN"
                and (i + 1 >= len(tree) or tree.tags[i + 1] not in ("NN", "NNS", "NNP", "NNPS", "POS"))
            ),
            None,
        )
    if noun is None or tree.lower[noun] in words("pronoun_speakers"):
        return None
    said = _speech(tree, phrase_of(tree, noun), verb, Modality.ASSERTED, actors)
    return replace(said, scope=_around(tree, verb)) if said is not None else None


def _around(tree: Tree, at: int) -> tuple[int, int]:
    """What "according to" covers: the sentence, up to a "but" or "while" clause with a speaker of its own."""
    first, last = 0, len(tree) - 1
    for t in range(at - 1, 0, -1):
        if tree.lower[t] in (";", "but", "while", "whereas"):
            first = t + 1
            break
    for t in range(at + 1, len(tree)):
        if tree.lower[t] in (";", "but", "while", "whereas"):
            last = t - 1
            break
    return first, last


def _speech(
    tree: Tree, phrase: tuple[int, int], verb: int, modality: Modality, actors: Sequence[ActorMention]
) -> Speech | None:
    """The speech of the speakers in a noun phrase; None where it names nobody who could speak."""
    found = split_speakers(tree, *phrase, actors)
    if found is None or tree.lower[phrase[0]] in ("no", "nobody", "neither"):
        return None
    if not found.names:
        return Speech("", found.first, found.last, scope_of(tree, verb), modality, verb, pronoun=True)
    name = "; ".join(dict.fromkeys(found.names))
    return Speech(
        name, found.first, found.last, scope_of(tree, verb), modality, verb, pronoun=found.same, actor=found.actor
    )


def scope_of(tree: Tree, verb: int) -> tuple[int, int]:
    """What a speech verb covers: its clause; the whole sentence where it is the main verb or hangs on nothing else."""
    dep, tokens = tree.deps[verb], tree.subtree(verb)
    loose = dep in ("dep", "ccomp") or (dep == "conj" and not _joined_by_word(tree, verb))
    if tree.heads[verb] == verb or dep in ("ROOT", "parataxis") or loose:
        return 0, len(tree) - 1
    return tokens[0], tokens[-1]


def _joined_by_word(tree: Tree, verb: int) -> bool:
    """ "and the army said": the clause is a second one beside the first."""
    return any(tree.deps[c] == "cc" for c in tree.children[tree.heads[verb]] if c < verb)
