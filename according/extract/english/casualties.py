"""Ties counted things to words of harm: who was killed, injured, detained, displaced, deprived, or what was hit."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.values import Category, Measure
from according.extract.english.lexicon import harm
from according.extract.english.parse import Tree
from according.extract.english.counting import Counted, How


@dataclass(frozen=True, slots=True)
class Tie:
    """What was done to a counted thing, and by which word: the token of harm, the rule that found it."""

    measure: Measure
    word: int
    because: str
    confidence: float


_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECTS = ("dobj", "dative", "oprd", "attr", "obj")
_HIT = set(
    "hit hits hitting struck strike strikes striking bombed bomb bombs bombing shelled shell shelling bombarded bombarding targeted target targets targeting "
    "damaged damage damages damaging destroyed destroy destroys destroying demolished demolishing leveled levelled flattened attacked attack "
    "attacking attacks torched burned burnt burning set blown blew exploded ripped pounded pounding knocked razed wrecked ruined gutted "
    "rammed stormed storming downed shot collapsed collapse ambushed sank sunk".split()
)
_HIT_NOUNS = set(
    "attack attacks strike strikes airstrike airstrikes raid raids shelling bombing bombings bombardment assault damage destruction hit hits "
    "blast explosion fire attempt aggression massacre".split()
)
_LEFT = {"left", "leaving", "leaves", "leave"}
_NOT_HARM_BEFORE = {"self", "-"}
_TOLL = {"toll", "tolls"}
_SURVIVE = {"survived", "rescued", "saved", "released", "freed"}
_PREPOSITIONS_OF_HARM = {"of", "to", "for", "among", "amongst", "on"}


def tie(tree: Tree, thing: Counted) -> Tie | None:
    """What happened to the counted thing, by the parse where it tells, else by the words around; None = nothing read."""
    if thing.facility:
        return _facility(tree, thing) or _facility_around(tree, thing)
    if thing.how is How.OTHERS and thing.last + 1 < len(tree):
        entry = harm().get(tree.lower[thing.last + 1])
        if (
            entry
            and tree.tags[thing.last + 1] in ("VBN", "JJ", "VBD", "NN", "NNP")
            and (measure := entry.frames.get("vt") or entry.frames.get("adj"))
        ):
            if (
                tree.tags[thing.last + 1] != "VBD"
                or any(w in harm() for w in tree.lower[thing.last + 3 : thing.last + 6])
                or not _begins_count(tree, min(thing.last + 2, len(tree) - 1))
            ):
                return _paired(tree, thing.last + 1, measure, "number-harmed", 0.9)
    return _climb(tree, thing) or _around(tree, thing)


def _climb(tree: Tree, thing: Counted) -> Tie | None:
    """Up the parse from the counted noun to a word of harm that has it in the right role."""
    modifier = _modifier(tree, thing)
    if modifier is not None:
        return modifier
    node = thing.head
    for _ in range(8):
        parent, dep = tree.heads[node], tree.deps[node]
        if parent == node:
            return None
        word = tree.lower[parent]
        verb = tree.tags[parent].startswith("VB")
        entry = harm().get(word)
        if dep in _SUBJECTS:
            return _as_subject(tree, parent, dep, thing)
        if dep in _OBJECTS or (dep == "nsubj" and not verb):
            return _as_object(tree, parent, thing, node)
        if dep == "pobj":
            over = tree.heads[parent]
            if word == "including":
                return None
            if word in _PREPOSITIONS_OF_HARM:
                found = harm().get(tree.lower[over])
                if found and word != "on" and ("of" in found.frames or "n" in found.frames):
                    return Tie(found.frames.get("of") or found.frames["n"], over, "noun-of", 0.85)
                if tree.lower[over] in (
                    "lives",
                    "life",
                    "bodies",
                    "body",
                    "number",
                    "dozens",
                    "hundreds",
                    "total",
                    "majority",
                    "group",
                    "some",
                    "remains",
                ):
                    if tree.lower[over] in ("bodies", "remains", "body"):
                        return Tie(Measure.KILLED, over, "bodies-of", 0.7)
                    node = over
                    continue
                if tree.lower[over] in _TOLL or (word == "to" and _toll_subject(tree, over)):
                    return Tie(_toll_measure(tree, over), over, "toll-of", 0.85)
                if word == "to" and tree.lower[over] in ("death",):
                    return Tie(Measure.KILLED, over, "noun-to", 0.7)
            if word in ("as",) and tree.lower[over] in harm() and "n" not in harm()[tree.lower[over]].frames:
                node = over
                continue
            return None
        if entry and verb and dep in ("conj",) and tree.tags[node] in ("CD", "NNS", "NN"):
            # "killed 2 people and wounded 5": the parser hung the number on the verb
            if "vt" in entry.frames and node > parent:
                return Tie(entry.frames["vt"], parent, "conj-object", 0.6)
            return None
        if dep in (
            "conj",
            "appos",
            "nmod",
            "compound",
            "poss",
            "nummod",
            "amod",
            "quantmod",
            "dep",
            "advmod",
            "det",
            "npadvmod",
        ):
            if dep == "conj" and verb:
                return None
            node = parent
            continue
        return None
    return None


def _modifier(tree: Tree, thing: Counted) -> Tie | None:
    """Harm said within the noun phrase: "10 people killed in", "two wounded civilians", "those who were killed"."""
    for child in tree.children[thing.head]:
        word, dep = tree.lower[child], tree.deps[child]
        entry = harm().get(word)
        if (
            dep == "acl"
            and entry
            and tree.tags[child] in ("VBN", "VBD")
            and "vt" in entry.frames
            and child > thing.head
        ):
            return _paired(tree, child, entry.frames["vt"], "participle-after", 0.9)
        if dep == "acl" and entry and tree.tags[child] == "VBG" and "vi" in entry.frames and child > thing.head:
            return Tie(entry.frames["vi"], child, "participle-after", 0.8)
        if dep == "amod" and entry and thing.first <= child < thing.head and thing.how is not How.DEFINITE:
            measure = entry.frames.get("adj") or (entry.frames.get("vt") if tree.tags[child] == "VBN" else None)
            if measure is Measure.DISPLACED and _climbs_to_harm(tree, thing):
                continue  # "26 displaced people were killed"
            if measure is not None:
                return Tie(measure, child, "participle-before", 0.6)
        if dep == "relcl" and thing.how is not How.ARTICLE:
            subject = tree.child(child, "nsubjpass", "nsubj")
            if entry and subject is not None and tree.lower[subject] in ("who", "which", "that"):
                passive = tree.deps[subject] == "nsubjpass"
                if "vt" in entry.frames and passive:
                    return Tie(entry.frames["vt"], child, "relative", 0.8)
                if "vi" in entry.frames and not passive:
                    return Tie(entry.frames["vi"], child, "relative", 0.8)
    return None


def _climbs_to_harm(tree: Tree, thing: Counted) -> bool:
    node = thing.head
    for _ in range(4):
        if tree.heads[node] == node:
            return False
        node = tree.heads[node]
        if tree.lower[node] in harm() and tree.tags[node].startswith("VB"):
            return True
    return False


def _passive(tree: Tree, verb: int) -> bool:
    if tree.tags[verb] not in ("VBN", "VBD"):
        return False
    aux = [tree.lower[c] for c in tree.children[verb] if tree.deps[c] in ("auxpass", "aux")]
    if any(tree.deps[c] in ("auxpass", "nsubjpass") for c in tree.children[verb]):
        return True
    return bool(set(aux) & {"was", "were", "been", "being", "be", "is", "are", "get", "got"})


def _as_subject(tree: Tree, verb: int, dep: str, thing: Counted) -> Tie | None:
    word = tree.lower[verb]
    entry = harm().get(word)
    if entry is not None and tree.tags[verb].startswith("VB"):
        if "vt" in entry.frames and (dep == "nsubjpass" or _passive(tree, verb)):
            return _paired(tree, verb, entry.frames["vt"], "passive-subject", 0.95)
        if "vi" in entry.frames:
            return Tie(entry.frames["vi"], verb, "subject", 0.9)
        if (
            "vt" in entry.frames
            and tree.tags[verb] in ("VBN", "VBD")
            and tree.child(verb, "dobj") is None
            and verb > thing.head
        ):
            return _paired(tree, verb, entry.frames["vt"], "headline-passive", 0.85)
        return None
    if entry is not None and "adj" in entry.frames:
        return Tie(entry.frames["adj"], verb, "adjective", 0.8)
    if word in (
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "remain",
        "remained",
        "remains",
        "went",
        "go",
        "feared",
        "reported",
        "found",
        "confirmed",
        "declared",
        "left",
        "believed",
        "pronounced",
        "listed",
        "lay",
    ):
        for child in tree.children[verb]:
            said = harm().get(tree.lower[child])
            if (
                said
                and "adj" in said.frames
                and tree.deps[child]
                in ("acomp", "oprd", "attr", "ccomp", "xcomp", "advcl", "advmod", "amod", "conj", "dep")
            ):
                return Tie(said.frames["adj"], child, "predicate", 0.8)
            if tree.lower[child] in ("among", "amongst") or (tree.lower[child] == "in" and False):
                inside = tree.child(child, "pobj")
                if inside is not None and tree.lower[inside] in (
                    "dead",
                    "killed",
                    "fatalities",
                    "victims",
                    "martyrs",
                    "deaths",
                ):
                    return Tie(Measure.KILLED, inside, "among-the-dead", 0.85)
                if inside is not None:
                    for part in tree.children[inside]:
                        said = harm().get(tree.lower[part])
                        if said and tree.deps[part] in ("acl", "amod", "relcl") and "vt" in said.frames:
                            return Tie(said.frames["vt"], part, "among-those", 0.8)
                if inside is not None and tree.lower[inside] in ("wounded", "injured"):
                    return Tie(Measure.INJURED, inside, "among-the-wounded", 0.85)
    if word in (
        "shot",
        "gunned",
        "found",
        "stoned",
        "burned",
        "beaten",
        "stabbed",
        "hacked",
        "crushed",
        "trampled",
        "burnt",
    ) and (
        any(tree.lower[c] in ("dead", "killed") for c in range(verb + 1, min(verb + 4, len(tree))))
        or tree.lower[verb + 1 : verb + 2] == ["down"]
        or tree.lower[verb + 1 : verb + 3] == ["to", "death"]
    ):
        return Tie(Measure.KILLED, verb, "shot-dead", 0.85)
    if word in ("lost", "lose", "losing", "loses"):
        obj = tree.child(verb, "dobj")
        if obj is not None and tree.lower[obj] in ("life", "lives"):
            return Tie(Measure.KILLED, verb, "lost-life", 0.9)
    if word in ("sustained", "suffered", "received", "sustaining", "suffering", "sustain", "suffer"):
        obj = tree.child(verb, "dobj")
        if obj is not None and any(
            tree.lower[t] in ("injuries", "wounds", "injury", "burns", "wound", "suffocation", "symptoms")
            for t in tree.subtree(obj)
        ):
            return Tie(Measure.INJURED, verb, "sustained-injuries", 0.9)
    if word in ("suffered", "suffering", "treated", "affected", "choked", "hospitalised") and any(
        tree.lower[t]
        in ("suffocation", "symptoms", "gas", "burns", "choking", "breathing", "wounds", "injuries", "asphyxiation")
        for t in tree.subtree(verb)
        if t > verb
    ):
        return Tie(Measure.INJURED, verb, "affected-by", 0.75)
    if word in ("forced", "left", "abandoned", "leave", "leaving", "driven") and _home_object(tree, verb):
        return Tie(Measure.DISPLACED, verb, "left-home", 0.8)
    if word in ("sought", "seek", "seeking", "taken", "found", "take", "took", "find") and any(
        tree.lower[t] in ("refuge", "shelter", "sanctuary") for t in tree.subtree(verb)
    ):
        return Tie(Measure.DISPLACED, verb, "sought-refuge", 0.8)
    if word == "forced" and (to := tree.child(verb, "xcomp")) is not None:
        inner = harm().get(tree.lower[to])
        if inner and "vi" in inner.frames:
            return Tie(inner.frames["vi"], to, "forced-to", 0.9)
        if tree.lower[to] in ("leave", "abandon"):
            return Tie(Measure.DISPLACED, to, "forced-to", 0.85)
    if word == "taken" and any(tree.lower[t] in ("hostage", "prisoner", "captive") for t in tree.subtree(verb)):
        return Tie(Measure.DETAINED, verb, "taken-prisoner", 0.85)
    below = tree.child(verb, "xcomp", "ccomp")
    if (
        word
        in (
            "believed",
            "thought",
            "feared",
            "reported",
            "said",
            "known",
            "confirmed",
            "continued",
            "began",
            "trying",
            "managed",
            "tried",
            "have",
            "had",
            "presumed",
        )
        and below is not None
    ):
        inner = harm().get(tree.lower[below])
        if inner and "vt" in inner.frames and (_passive(tree, below) or tree.tags[below] == "VBN"):
            return _paired(tree, below, inner.frames["vt"], "raised-passive", 0.85)
        if inner and "vi" in inner.frames:
            return Tie(inner.frames["vi"], below, "raised", 0.8)
        if inner and "adj" in inner.frames:
            return Tie(inner.frames["adj"], below, "raised", 0.8)
    conj = [c for c in tree.children[verb] if tree.deps[c] == "conj"]
    for other in conj:
        inner = harm().get(tree.lower[other])
        if (
            inner
            and "vt" in inner.frames
            and tree.tags[other] == "VBN"
            and tree.child(other, "nsubj", "nsubjpass", "dobj") is None
        ):
            return Tie(inner.frames["vt"], other, "shared-subject", 0.7)
    return None


def _home_object(tree: Tree, verb: int) -> bool:
    return any(
        tree.lower[t] in ("home", "homes", "houses", "villages", "area", "areas", "city", "town")
        for t in tree.subtree(verb)
        if t > verb
    )


def _as_object(tree: Tree, verb: int, thing: Counted, node: int) -> Tie | None:
    word = tree.lower[verb]
    entry = harm().get(word)
    if word in _LEFT:
        for child in range(thing.last + 1, min(thing.last + 26, len(tree))):
            said = harm().get(tree.lower[child])
            if said and ("adj" in said.frames or "vt" in said.frames):
                return Tie(said.frames.get("adj") or said.frames["vt"], child, "left", 0.9)
            if tree.lower[child] in ("no", "without") and _access(tree, child):
                return Tie(Measure.DEPRIVED, child, "left-without", 0.85)
            if tree.lower[child] in (".", ";", "when", "after", "while", "who"):
                break
        return None
    if (
        entry is not None
        and (tree.tags[verb].startswith("VB") or tree.tags[verb] in ("NN", "NNS"))
        and "vt" in entry.frames
        and thing.head > verb
    ):
        if (
            entry.frames["vt"] is Measure.DETAINED
            and word in ("seized", "seize", "seizing")
            and thing.category is Category.PEOPLE
            and thing.how is How.ARTICLE
        ):
            return None
        return _paired(tree, verb, entry.frames["vt"], "object", 0.93)
    if word in ("claimed", "claiming", "claim", "claims", "took", "taking", "cost", "costing") and tree.lower[node] in (
        "life",
        "lives",
    ):
        return Tie(Measure.KILLED, verb, "claimed-lives", 0.9)
    if word in (
        "reached",
        "reaches",
        "reach",
        "hit",
        "topped",
        "exceeded",
        "passed",
        "surpassed",
        "climbed",
        "stood",
        "stands",
        "rose",
        "risen",
        "reaching",
    ) and _toll_subject(tree, verb):
        return Tie(_toll_measure(tree, verb), verb, "toll-reached", 0.85)
    if (
        word in ("destroyed", "destroy", "destroying", "eliminated", "annihilated", "liquidated")
        and thing.category is Category.COMBATANTS
        and thing.how is not How.ARTICLE
    ):
        return Tie(Measure.KILLED, verb, "destroyed-fighters", 0.6)
    if word in ("included", "include", "includes", "including", "are", "were"):
        for t in range(max(0, verb - 5), verb):
            said = harm().get(tree.lower[t])
            if said and tree.lower[t] in (
                "killed",
                "dead",
                "injured",
                "wounded",
                "victims",
                "casualties",
                "deaths",
                "fatalities",
                "detained",
                "arrested",
            ):
                return Tie(
                    said.frames.get("vt") or said.frames.get("n") or said.frames.get("adj") or Measure.KILLED,
                    t,
                    "those-included",
                    0.8,
                )
    if word in ("lost", "lose", "losing", "loses") and thing.category is not None and thing.how is not How.ARTICLE:
        return Tie(Measure.KILLED, verb, "lost-people", 0.7)
    if word in (
        "forced",
        "forcing",
        "force",
        "forces",
        "prompting",
        "prompted",
        "causing",
        "caused",
        "drove",
        "driving",
        "sent",
        "sending",
        "pushed",
        "pushing",
    ):
        for t in range(thing.last + 1, min(thing.last + 8, len(tree))):
            if tree.lower[t] in ("flee", "leave", "abandon", "evacuate", "homes", "fleeing"):
                return Tie(Measure.DISPLACED, t, "forced-to", 0.85)
        inner = harm().get(tree.lower[thing.head])
        if inner and "n" in inner.frames:
            return Tie(inner.frames["n"], thing.head, "counted-harm", 0.85)
    if tree.lower[verb] in ("dead", "killed") or (entry is not None and "adj" in entry.frames):
        frames = entry.frames if entry else {"adj": Measure.KILLED}
        return Tie(frames.get("adj", Measure.KILLED), verb, "adjective", 0.6)
    return None


def _access(tree: Tree, at: int) -> bool:
    near = tree.lower[at : at + 6]
    return any(
        w in near
        for w in (
            "access",
            "care",
            "water",
            "electricity",
            "food",
            "power",
            "shelter",
            "aid",
            "treatment",
            "services",
            "supplies",
        )
    )


def _toll_subject(tree: Tree, verb: int) -> bool:
    return any(w in _TOLL or w in ("number", "count") for w in tree.lower[max(0, verb - 10) : verb])


def _toll_measure(tree: Tree, at: int) -> Measure:
    near = tree.lower[max(0, at - 8) : at + 8]
    return (
        Measure.INJURED
        if any(w in ("injured", "wounded") for w in near) and "death" not in near and "killed" not in near
        else Measure.KILLED
    )


def _paired(tree: Tree, word: int, measure: Measure, because: str, confidence: float) -> Tie:
    """ "killed and wounded 10" and "10 were killed or injured" count both together: casualties (codebook, measure)."""
    i = word + 1
    if i + 1 < len(tree) and tree.lower[i] in ("and", "or", "and/or", "/"):
        other = harm().get(tree.lower[i + 1])
        pair = {measure, other.frames.get("vt") or other.frames.get("adj")} if other else set()
        if pair == {Measure.KILLED, Measure.INJURED} and not _own_number(tree, i + 2, word):
            return Tie(Measure.CASUALTIES, word, because, confidence)
    if (
        i < len(tree)
        and tree.lower[i] in harm()
        and {measure, harm()[tree.lower[i]].frames.get("vt")} == {Measure.KILLED, Measure.INJURED}
        and tree.words[i].islower()
    ):
        return Tie(Measure.CASUALTIES, word, because, confidence - 0.2)
    if word >= 2 and tree.lower[word - 1] in ("and", "or", "/"):
        other = harm().get(tree.lower[word - 2])
        if other and {measure, other.frames.get("vt") or other.frames.get("adj")} == {Measure.KILLED, Measure.INJURED}:
            return Tie(Measure.CASUALTIES, word, because, confidence)
    return Tie(measure, word, because, confidence)


def _own_number(tree: Tree, begin: int, word: int) -> bool:
    """Whether the second participle has a number of its own: "5 killed and wounded 10", but not "killed and wounded 10"."""
    follows = begin < len(tree) and (
        tree.tags[begin] == "CD"
        or tree.lower[begin] in ("dozens", "scores", "several", "many", "hundreds", "others", "at", "more", "another")
    )
    before = word and (
        tree.tags[word - 1] in ("CD", "NNS", "NN", "NNPS") or tree.lower[word - 1] in ("were", "was", "been", "people")
    )
    return bool(follows and before)


_SKIP = set(
    "was were is are has have had been being be also reportedly allegedly others other more people all and seriously critically severely badly "
    "lightly slightly moderately confirmed feared reported believed to said left then later both instantly immediately either among them "
    "including".split()
)


def _around(tree: Tree, thing: Counted) -> Tie | None:
    """By the words next to the phrase: what headlines, notes and text without commas leave when the parse is lost."""
    words = tree.lower
    entry = harm().get(words[thing.head])
    if entry and "n" in entry.frames and thing.how in (How.NUMBER, How.VAGUE, How.ZERO):
        return Tie(entry.frames["n"], thing.head, "counted-harm", 0.85)
    if words[thing.head] in ("bodies", "corpses") and thing.how in (How.NUMBER, How.VAGUE):
        return Tie(Measure.KILLED, thing.head, "bodies", 0.6)
    if (
        words[thing.last : thing.last + 1] == ["the"]
        and thing.last + 1 < len(words)
        and (entry := harm().get(words[thing.last + 1]))
        and "adj" in entry.frames
    ):
        return Tie(entry.frames["adj"], thing.last + 1, "of-the-wounded", 0.7)
    if words[thing.head] in ("victims", "martyrs"):
        return Tie(Measure.KILLED, thing.head, "counted-harm", 0.7)
    strong = thing.how not in (How.ARTICLE, How.DEFINITE)
    for k in range(thing.last + 1, min(thing.last + (6 if strong else 3), len(tree))):
        entry = harm().get(words[k])
        if entry and (tree.tags[k] in ("VBN", "VBD", "JJ", "NN", "VBP", "VB") or "adj" in entry.frames):
            active = (
                tree.tags[k] == "VBD"
                and k + 1 < len(tree)
                and _begins_count(tree, k + 1)
                and not _aux_between(words, thing.last, k)
            )
            if active:
                break
            measure = entry.frames.get("vt") or entry.frames.get("adj") or entry.frames.get("vi")
            if measure:
                return _paired(tree, k, measure, "words-after", 0.65)
        if words[k] not in _SKIP and tree.tags[k] not in ("RB",):
            break
    for k in range(thing.first - 1, max(-1, thing.first - (4 if strong else 2)), -1):
        entry = harm().get(words[k])
        if entry and tree.tags[k].startswith(("VB", "NN", "JJ")):
            measure = entry.frames.get("vt")
            if measure and words[k] not in ("hurt",):
                return _paired(tree, k, measure, "words-before", 0.6)
            if words[k] in ("dead",):
                return Tie(Measure.KILLED, k, "words-before", 0.5)
        if words[k] in (",", "and", "or") and strong and thing.how in (How.NUMBER, How.OTHERS, How.VAGUE):
            continue
        if words[k] not in ("the", "all", "by", "about", "with", "of", "a", "an", "another") and tree.tags[k] not in (
            "RB",
            "IN",
        ):
            break
        if tree.tags[k] == "IN" and words[k] not in ("about", "of", "with"):
            break
    if words[thing.last + 1 : thing.last + 3] == ["lost", "their"] or words[thing.last + 1 : thing.last + 3] == [
        "lost",
        "his",
    ]:
        return Tie(Measure.KILLED, thing.last + 1, "lost-life", 0.8)
    if _without(tree, thing):
        return Tie(Measure.DEPRIVED, thing.last, "without-access", 0.6)
    return None


def _without(tree: Tree, thing: Counted) -> bool:
    after = tree.lower[thing.last + 1 : thing.last + 6]
    for n, word in enumerate(after):
        if word in ("without", "no") and _access(tree, thing.last + 1 + n):
            return True
        if word in (",", ".", ";"):
            return False
    return False


def _aux_between(words: list[str], begin: int, end: int) -> bool:
    return any(w in ("was", "were", "been", "being", "are", "is") for w in words[begin + 1 : end])


def _begins_count(tree: Tree, i: int) -> bool:
    return tree.tags[i] == "CD" or tree.lower[i] in (
        "at",
        "a",
        "an",
        "more",
        "dozens",
        "several",
        "some",
        "scores",
        "hundreds",
        "many",
        "over",
        "another",
        "around",
        "about",
    )


def _facility(tree: Tree, thing: Counted) -> Tie | None:
    """A facility that something hit: "a mosque was damaged", "the strike on a school", "knocked the hospital out"."""
    for child in tree.children[thing.head]:
        if tree.deps[child] == "acl" and tree.lower[child] in _HIT and tree.tags[child] in ("VBN", "VBD"):
            return Tie(Measure.FACILITIES_HIT, child, "hit-participle", 0.75)
    node = thing.head
    for _ in range(6):
        parent, dep = tree.heads[node], tree.deps[node]
        if parent == node:
            return None
        word = tree.lower[parent]
        if dep == "nsubjpass" and word in _HIT and tree.tags[parent].startswith("VB"):
            return Tie(Measure.FACILITIES_HIT, parent, "hit-passive", 0.85)
        if dep == "nsubj" and word in _HIT and tree.tags[parent].startswith("VB"):
            if word in ("collapsed", "exploded", "collapse") or (
                tree.tags[parent] == "VBN" and tree.child(parent, "dobj") is None
            ):
                return Tie(Measure.FACILITIES_HIT, parent, "hit-subject", 0.6)
            return None
        if dep == "dobj" and word in _HIT:
            return Tie(Measure.FACILITIES_HIT, parent, "hit-object", 0.85)
        if dep == "pobj":
            over = tree.heads[parent]
            if word in ("on", "to", "of", "against", "at", "over") and tree.lower[over] in _HIT_NOUNS:
                if word == "of" and tree.lower[over] not in ("destruction", "bombing", "shelling", "bombardment"):
                    return None
                if word == "at" and thing.how is How.DEFINITE:
                    return None
                return Tie(Measure.FACILITIES_HIT, over, "attack-on", 0.75)
            if word in ("on", "into", "at", "onto") and tree.lower[over] in (
                "fell",
                "landed",
                "fired",
                "dropped",
                "fall",
                "exploded",
                "detonated",
                "slammed",
                "crashed",
                "rained",
                "blew",
                "opened",
                "fire",
                "himself",
            ):
                return Tie(Measure.FACILITIES_HIT, over, "landed-on", 0.65)
            if word == "of" and tree.lower[over] in (
                "number",
                "parts",
                "part",
                "dozens",
                "hundreds",
                "some",
                "roof",
                "gate",
            ):
                node = over
                continue
            return None
        if dep in ("conj", "appos", "nmod", "compound", "poss", "nummod", "amod", "quantmod", "dep"):
            if tree.tags[parent].startswith("VB"):
                return None
            node = parent
            continue
        if word in ("knocked", "put", "rendered", "forced") and "out" in tree.lower[parent:]:
            return Tie(Measure.FACILITIES_HIT, parent, "out-of-service", 0.7)
        return None
    return None


def _facility_around(tree: Tree, thing: Counted) -> Tie | None:
    """In a list after a word of hitting, where the parse is lost: "destroyed a power station a school and a mosque"."""
    for k in range(thing.first - 1, max(-1, thing.first - 16), -1):
        word, tag = tree.lower[k], tree.tags[k]
        if word in _HIT and tag in ("VBD", "VBG", "VBZ", "VBN") and k + 1 < thing.first + 1:
            return Tie(Measure.FACILITIES_HIT, k, "hit-list", 0.5)
        if tag in ("IN", "TO", "VBD", "VBZ", "VBP", "WDT", "WP", ".", "PRP", "MD", "VB", "VBN", "VBG") and word != "of":
            return None
    return None
