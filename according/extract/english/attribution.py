"""Who says it: speakers of a sentence, carried on over the report, named by the fullest name the report gives (codebook,
Attribution)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from according.domain.mention import ActorMention
from according.domain.values import Modality
from according.extract.english.lexicon import speech
from according.extract.english.parse import Tree, joined


@dataclass(frozen=True, slots=True)
class Speech:
    """One speaker in a sentence: the words, what they cover (tokens first..last), and how firmly they speak.

    `pronoun` = only "it", "he", "they" stand there: the last fitting speaker is meant. `actor` is a registry id.
    """

    name: str
    first: int
    last: int
    scope: tuple[int, int]
    modality: Modality
    verb: int
    pronoun: bool = False
    actor: str | None = None


_PRONOUNS = {"it", "he", "she", "they", "who", "which", "this", "that", "these"}
_NO_SPEAKERS = set(
    "report reports statement footage images pictures number toll attack strike strikes blast attacks bombing conflict war fighting we i you "
    "there what everything nothing no-one nobody group's figures casualties dead people civilians militants fighters troops offensive raids".split()
)
_DROP = frozenset(("relcl", "acl", "appos", "punct", "advcl", "parataxis", "ccomp", "xcomp", "prep_none"))
_PLACE_OF = {"in", "on", "at", "from", "for", "of", "with", "by"}
_STATEMENT = {
    "statement",
    "report",
    "statements",
    "reports",
    "release",
    "communique",
    "tweet",
    "post",
    "source's",
    "interview",
}


def speeches(tree: Tree, actors: Sequence[ActorMention]) -> list[Speech]:
    """The speakers that a sentence names, in the order of their verbs."""
    found: list[Speech] = []
    for i, word in enumerate(tree.lower):
        modality = speech().get(word)
        if modality is not None and tree.tags[i] in ("VBD", "VBZ", "VBP", "VBN", "VBG", "VB"):
            said = _by_verb(tree, i, modality, actors)
            if said:
                found.append(said)
        if word == "according" and i + 2 < len(tree) and tree.lower[i + 1] == "to":
            said = _named_after(tree, i + 1, i, actors)
            if said:
                found.append(said)
        if word in ("citing", "quoting", "quoted", "cited") and tree.tags[i].startswith("VB"):
            said = _named_after(tree, i, i, actors)
            if said:
                found.append(said)
        if word in ("per",) and i + 1 < len(tree) and tree.words[i + 1][:1].isupper():
            said = _named_after(tree, i, i, actors)
            if said:
                found.append(said)
    return found


_NAME_TAGS = {"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG", "HYPH", "POS", "-LRB-", "-RRB-", "NML"}
_JOINERS = {"of", "for", "in", "at", "on"}
_PEOPLE_WHO_SPEAK = re.compile(
    r"^(?:activists?|residents?|officials?|sources?|rescuers|witness(?:es)?|medics|doctors?|police|locals?|authorities|monitors?|media|reports?|spokes(?:man|woman|person)|"
    r"rebels|villagers|eyewitnesses|analysts|diplomats|observers|group|monitor|agency|observatory|ministry|army|military|command|statement|television|charity|director|head|chief|"
    r"correspondent|commander|minister|president|coalition|network|organi[sz]ation|watchdog|general|defen[cs]e|helmets|reuters|afp|ap|sana|sohr)$",
    re.I,
)


def _beside(tree: Tree, verb: int) -> tuple[int, int] | None:
    """The noun phrase that stands directly before a verb of speech, whatever the parse says: text without commas loses it."""
    last = verb - 1
    while last > 0 and (
        tree.tags[last] in ("RB", "MD") or tree.lower[last] in ("has", "have", "had", "also", "later", "-")
    ):
        last -= 1
    if last < 0 or tree.tags[last] not in ("NN", "NNS", "NNP", "NNPS", "-RRB-"):
        return None
    comma = next(
        (k for k in range(last, max(-1, last - 14), -1) if tree.words[k] in (",", '"', "”", "''", ";", ":")), None
    )
    if comma is not None and all(
        tree.tags[k] in _NAME_TAGS | {"DT", "CC"} or tree.lower[k] in _JOINERS for k in range(comma + 1, last + 1)
    ):
        return comma + 1, last
    first = last
    while first > 0:
        before = first - 1
        if tree.tags[before] == "DT":
            first = before
            break
        if (
            tree.lower[before] in _JOINERS
            and before > 0
            and tree.tags[before - 1] in ("NNP", "NN")
            and tree.tags[first] in ("NNP", "NNPS")
            and tree.words[before - 1][:1].isupper()
        ):
            first = before
            continue
        if tree.tags[before] not in _NAME_TAGS or tree.lower[before] in ("killed", "injured", "wounded", "dead"):
            break
        first = before
    words = tree.words[first : last + 1]
    if (
        tree.tags[first] == "DT"
        or any(_PEOPLE_WHO_SPEAK.match(w) for w in words)
        or all(w[:1].isupper() or w in ("al", "-", "of", "the") for w in words)
    ):
        while (
            first < last
            and tree.tags[first] in ("JJ", "NNP")
            and re.match(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$", tree.words[first])
        ):
            first += 1
        return first, last
    return None


def _is_speaker(tree: Tree, beside: tuple[int, int], subject: int | None) -> bool:
    """Whether the words beside the verb are the speaker: not the tail of a longer subject ("a source at the ministry said")."""
    if subject is None or beside[0] <= subject <= beside[1]:
        return True
    within = set(tree.subtree(subject, frozenset(("appos", "conj"))))
    return beside[1] not in within


def _spoken_by(
    tree: Tree, first: int, last: int, verb: int, modality: Modality, actors: Sequence[ActorMention]
) -> Speech | None:
    """The speakers in a noun phrase: "rescuers and a war monitoring group" are two."""
    parts: list[tuple[int, int]] = []
    begin = first
    for k in range(first + 1, last):
        if (
            tree.lower[k] == "and"
            and (tree.tags[k + 1] == "DT" or _PEOPLE_WHO_SPEAK.match(tree.words[k - 1]))
            and k > begin
        ):
            parts.append((begin, k - 1))
            begin = k + 1
    parts.append((begin, last))
    names: list[str] = []
    actor: str | None = None
    for low, high in parts:
        while low < high and tree.tags[low] in ("DT", "CC", "PRP$"):
            low += 1
        tokens = [t for t in range(low, high + 1) if tree.tags[t] not in ("-LRB-", "-RRB-")]
        if not tokens or tree.lower[tokens[-1]] in _NO_SPEAKERS - _STATEMENT:
            continue
        known = next((m for m in actors if m.start < tree.ends[tokens[-1]] and tree.starts[tokens[0]] < m.end), None)
        name = known.anchor if known is not None and _looks_named(known.anchor) else joined(tree, tokens[0], tokens[-1])
        actor = _single(known) if known is not None and len(parts) == 1 else None
        names.append(name)
    if not names:
        return None
    if tree.lower[last] in _STATEMENT:
        return Speech("", last, last, _scope(tree, verb), modality, verb, pronoun=True)
    return Speech("; ".join(dict.fromkeys(names)), first, last, _scope(tree, verb), modality, verb, actor=actor)


def _by_verb(tree: Tree, verb: int, modality: Modality, actors: Sequence[ActorMention]) -> Speech | None:
    subject = tree.child(verb, "nsubj")
    beside = _beside(tree, verb) if tree.tags[verb] in ("VBD", "VBZ", "VBP") else None
    if beside is not None and not (subject is not None and subject > verb) and _is_speaker(tree, beside, subject):
        said = _spoken_by(tree, *beside, verb, modality, actors)
        if said is not None:
            whole = (0, len(tree) - 1) if len(tree) - verb <= 9 else said.scope
            return Speech(said.name, said.first, said.last, whole, said.modality, verb, said.pronoun, said.actor)
    node = verb
    while subject is None and tree.deps[node] in ("conj", "xcomp") and tree.heads[node] != node:
        node = tree.heads[node]
        subject = tree.child(node, "nsubj")
    if subject is None or abs(subject - verb) > 40:
        return _loose(tree, verb, modality, actors)
    if tree.tags[verb] == "VBN" and _passive_aux(tree, verb):
        return None
    if tree.lower[verb] in (
        "point",
        "points",
        "pointed",
        "maintains",
        "maintained",
        "documents",
        "record",
        "records",
        "post",
        "posts",
        "claimed",
        "claim",
        "claims",
        "estimates",
        "reports",
        "aired",
        "notes",
        "rejected",
        "rejects",
        "dismissed",
        "disputes",
        "promise",
        "reported",
    ) and not _says_something(tree, verb):
        if modality is Modality.ASSERTED:
            return None
    if tree.lower[subject] in _PRONOUNS:
        if tree.lower[subject] in ("it", "he", "she", "they"):
            return Speech("", subject, subject, _scope(tree, verb), modality, verb, pronoun=True)
        if tree.lower[subject] == "who":
            owner = tree.heads[verb] if tree.deps[verb] == "relcl" else None
            if owner is not None and tree.tags[owner] in ("NN", "NNP", "NNS"):
                return _speech(tree, owner, verb, modality, actors)
        return None
    return _speech(tree, subject, verb, modality, actors)


def _says_something(tree: Tree, verb: int) -> bool:
    return any(tree.deps[c] in ("ccomp", "xcomp", "parataxis", "dobj") for c in tree.children[verb]) or tree.deps[
        verb
    ] in ("parataxis", "ROOT")


def _loose(tree: Tree, verb: int, modality: Modality, actors: Sequence[ActorMention]) -> Speech | None:
    """Where the parse gives the verb no subject: a known actor directly before it ("... the Observatory said")."""
    if tree.tags[verb] not in ("VBD", "VBZ", "VBP") or modality is not Modality.ASSERTED:
        return None
    before = tree.starts[verb]
    for actor in actors:
        if before - 30 <= actor.end <= before and actor.start >= tree.starts[0]:
            tokens = [i for i in range(verb) if actor.start <= tree.starts[i] < actor.end]
            if tokens and verb - tokens[-1] <= 3:
                name = actor.anchor
                return Speech(name, tokens[0], tokens[-1], _scope(tree, verb), modality, verb, actor=_single(actor))
    return None


def _passive_aux(tree: Tree, verb: int) -> bool:
    return any(tree.deps[c] == "auxpass" for c in tree.children[verb])


def _speech(tree: Tree, subject: int, verb: int, modality: Modality, actors: Sequence[ActorMention]) -> Speech | None:
    names, first, last, actor = _name(tree, subject, actors)
    if not names:
        return None
    head = tree.lower[subject]
    if head in _STATEMENT:
        owner = _owner(tree, subject)
        if owner is None:
            return Speech("", subject, subject, _scope(tree, verb), modality, verb, pronoun=True)
        names, first, last, actor = _name(tree, owner, actors)
    if head in _NO_SPEAKERS and head not in _STATEMENT:
        return None
    return Speech(names, first, last, _scope(tree, verb), modality, verb, actor=actor)


def _owner(tree: Tree, noun: int) -> int | None:
    """Whose statement: "the ministry's statement", "a statement by the ministry"."""
    for child in tree.children[noun]:
        if tree.deps[child] == "poss" and tree.lower[child] not in ("its", "his", "her", "their"):
            return child
        if tree.deps[child] == "prep" and tree.lower[child] in ("by", "from", "of"):
            return tree.child(child, "pobj")
        if tree.deps[child] in ("compound", "amod") and tree.tags[child] in ("NNP", "NN"):
            return child
    return None


def _named_after(tree: Tree, prep: int, verb: int, actors: Sequence[ActorMention]) -> Speech | None:
    noun = tree.child(prep, "pobj", "dobj")
    if noun is None:
        noun = next(
            (
                i
                for i in range(prep + 1, min(prep + 8, len(tree)))
                if tree.tags[i] in ("NN", "NNS", "NNP", "NNPS")
                and (i + 1 >= len(tree) or tree.tags[i + 1] not in ("NN", "NNS", "NNP", "NNPS", "POS"))
            ),
            None,
        )
    if noun is None:
        return None
    opening = next(
        (i for i in range(prep + 1, min(prep + 5, len(tree))) if tree.tags[i] not in ("DT", "PRP$", "JJ")), noun
    )
    if tree.lower[opening] in _STATEMENT and noun > opening and tree.deps[opening] == "compound":
        return Speech("", opening, opening, (0, len(tree) - 1), Modality.ASSERTED, verb, pronoun=True)
    if tree.lower[noun] in _STATEMENT or tree.lower[noun] in ("reports", "initial"):
        owner = _owner(tree, noun)
        if owner is None:
            return None
        noun = owner
    names, first, last, actor = _name(tree, noun, actors)
    if not names or tree.lower[noun] in _PRONOUNS:
        return None
    return Speech(names, first, last, (0, len(tree) - 1), Modality.ASSERTED, verb, actor=actor)


def _scope(tree: Tree, verb: int) -> tuple[int, int]:
    """What a speech verb covers: its clause; the whole sentence where it is the main verb."""
    if tree.heads[verb] == verb or tree.deps[verb] in ("ROOT", "parataxis"):
        return 0, len(tree) - 1
    if tree.deps[verb] in ("ccomp",) and tree.heads[verb] > verb:
        return 0, len(tree) - 1
    tokens = tree.subtree(verb)
    return tokens[0], tokens[-1]


def _name(tree: Tree, head: int, actors: Sequence[ActorMention]) -> tuple[str, int, int, str | None]:
    """The speaker's name as written, its tokens, its registry id: the noun phrase without clauses and determiners; joined by "; "."""
    heads = [head]
    todo = [head]
    while todo:
        node = todo.pop()
        for child in tree.children[node]:
            if tree.deps[child] == "conj" and tree.tags[child] in ("NN", "NNS", "NNP", "NNPS") and child - node < 8:
                heads.append(child)
                todo.append(child)
    names: list[str] = []
    first, last, actor = head, head, None
    for one in sorted(heads):
        name, begin, end, known = _one_name(tree, one, actors)
        if name:
            names.append(name)
            first, last = min(first, begin), max(last, end)
            actor = actor or known
    return "; ".join(dict.fromkeys(names)), first, last, actor if len(names) == 1 else None


def _one_name(tree: Tree, head: int, actors: Sequence[ActorMention]) -> tuple[str, int, int, str | None]:
    tokens = tree.subtree(head, _DROP | {"conj", "cc"})
    tokens = sorted({*tokens, *(t for t in range(tokens[0], head) if tree.tags[t] == "HYPH")})
    tokens = [t for t in tokens if not (tree.deps[t] == "prep" and tree.lower[t] not in _PLACE_OF)]
    tokens = _run(tokens, head)
    while tokens and (
        tree.tags[tokens[0]] in ("DT", "PRP$", "RB", "IN", "CC", ",", "``", "PDT", "CD", "''")
        or tree.lower[tokens[0]] in ("-", "the")
    ):
        tokens = tokens[1:]
    while tokens and tree.tags[tokens[-1]] in ("IN", ",", "DT", "``", "''", "HYPH", ":"):
        tokens = tokens[:-1]
    apposition = next((c for c in tree.children[head] if tree.deps[c] == "appos"), None)
    if apposition is not None and tree.tags[apposition] in ("NNP", "NNPS") and tree.tags[head] in ("NN", "NNS"):
        return _one_name(tree, apposition, actors)
    if not tokens:
        return "", head, head, None
    start, end = tree.starts[tokens[0]], tree.ends[tokens[-1]]
    for mention in actors:
        if mention.start <= tree.starts[head] < mention.end and mention.start < end and start < mention.end:
            if _looks_named(mention.anchor):
                return mention.anchor, tokens[0], tokens[-1], _single(mention)
            return tree.text(tokens[0], tokens[-1]), tokens[0], tokens[-1], _single(mention)
    return joined(tree, tokens[0], tokens[-1]), tokens[0], tokens[-1], None


def _single(mention: ActorMention) -> str | None:
    return mention.actors[0] if len(mention.actors) == 1 else None


def _run(tokens: list[int], head: int) -> list[int]:
    """The unbroken run of tokens around head, at most ten long."""
    at = tokens.index(head)
    low = high = at
    while low > 0 and tokens[low - 1] == tokens[low] - 1:
        low -= 1
    while high + 1 < len(tokens) and tokens[high + 1] == tokens[high] + 1 and high - low < 10:
        high += 1
    return tokens[low : high + 1]


def _looks_named(name: str) -> bool:
    return sum(word[:1].isupper() for word in name.split()) >= max(1, len([w for w in name.split() if len(w) > 3]) / 2)


_CLASSES: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (name, re.compile(description, re.I), re.compile(named))
    for name, description, named in (
        ("monitor", r"\b(?:monitor(?:ing)?|observatory|watchdog|war monitor|rights group|monitoring group|group|organi[sz]ation|network|activist group)\b", r"Observatory|Monitor|Network|Rights|Watch|SOHR|Centre|Center|Commission|Coalition|Committees?|LCC"),
        ("agency", r"\b(?:agency|news agency|media|television|tv|channel)\b", r"SANA|Agency|TV|Press|News|Television|Manar|Jazeera|Mayadeen|IRNA|TASS|Anadolu"),
        ("rescuers", r"\b(?:rescuers|rescue (?:workers|service)|civil defen[cs]e|first responders)\b", r"White Helmets|Civil Defen[cs]e"),
        ("ministry", r"\b(?:ministry|ministers?)\b", r"Ministry"),
        ("army", r"\b(?:army|military|command)\b", r"Army|Military|Command|Armed Forces|CENTCOM"),
        ("un", r"\b(?:u\.?n\.?|agency|office)\b", r"United Nations|U\.N\.|UN\b|UNHCR|UNICEF|OCHA"),
    )
)  # fmt: skip


def fullest(said: Speech, everyone: Sequence[Speech], actors: Sequence[ActorMention], here: int) -> str:
    """The name the report uses for this speaker: a proper name where it gives one anywhere (codebook, introduction).

    `here` is the offset of the speaker's words; the nearest fitting name is taken, later ones too.
    """
    if said.actor is not None:
        names = [a.anchor for a in actors if a.actors == (said.actor,) and _looks_named(a.anchor)]
        if names:
            return max(names, key=lambda name: (len(name.split()) > 1, len(name)))
    if "; " in said.name or _looks_named(said.name):
        return said.name
    for _, description, named in _CLASSES:
        if description.search(said.name):
            fitting = [s.name for s in everyone if s.name and _looks_named(s.name) and named.search(s.name)]
            if fitting:
                return fitting[0]
            mentioned = [a for a in actors if named.search(a.anchor) and _looks_named(a.anchor)]
            if mentioned and re.search(r"monitor|observatory|watchdog", said.name, re.I):
                return min(mentioned, key=lambda a: abs(a.start - here)).anchor
    return said.name
