"""Who did it: the agent of an act's word, through passives, nouns, support verbs and participles (codebook: perpetrator)."""

from __future__ import annotations

from according.extract.english.acts import classed
from according.extract.english.doers import NAMES, NOBODY, Agent, named, told_before
from according.extract.english.lexicon import speech, words
from according.extract.english.parse import Tree, joined

LONGEST = 5
"""Words before an act that name its doer, at most: more are a list that the text glued to it."""

_SELF = frozenset(("it", "they", "he", "she", "we"))
_RELATIVES = frozenset(("who", "which", "that"))
_CLAUSES = frozenset(("conj", "xcomp", "advcl", "pcomp", "acl", "aux", "ccomp", "relcl"))
_ACCUSING = frozenset(
    "accused accuse accuses accusing blamed blame blames blaming suspected charged condemned denounced slammed criticised criticized".split()
)
_TARGETED_OF = frozenset(("air_strike", "shelling"))


def subject_of(tree: Tree, verb: int) -> int | None:
    """The subject nearest before an active verb: in "Near X, three strikes hit" the parser gives two."""
    before = [c for c in tree.children[verb] if tree.deps[c] == "nsubj"]
    return max((c for c in before if c < verb), default=before[0] if before else None)


def agent_of_verb(tree: Tree, verb: int) -> Agent:
    """The by-agent or the subject of a verb; its own or that of the verb it hangs on ("tried to seize")."""
    if (held := _held_responsible(tree, verb)) is not None:
        return named(tree, held)
    node = verb
    for _ in range(5):
        by = _by(tree, node)
        if by is not None:
            return named(tree, by)
        subject = subject_of(tree, node)
        if any(tree.deps[c] in ("auxpass", "nsubjpass") for c in tree.children[node]):
            if node is not verb and (accused := tree.child(node, "nsubjpass")) is not None:
                if tree.lower[node] in _ACCUSING or tree.deps[verb] == "xcomp":
                    return named(tree, accused)
            return NOBODY
        if subject is not None and tree.lower[subject] in _RELATIVES and tree.deps[node] == "relcl":
            return named(tree, tree.heads[node])
        if subject is not None and tree.lower[subject] in _SELF and (speaker := _speaker_above(tree, node)) is not None:
            return named(tree, speaker)
        if subject is not None and tree.lower[subject] in _SELF and (told := told_before(tree, subject))[0]:
            return told
        if subject is not None:
            return named(tree, _standing_beside(tree, subject, node))
        dep, parent = tree.deps[node], tree.heads[node]
        if parent == node or dep not in _CLAUSES:
            return NOBODY
        if dep == "acl":
            if tree.tags[node] == "VBG" and tree.deps[parent] == "dobj" and tree.lower[node] in words("outcome_verbs"):
                node = tree.heads[parent]  # "troops shell the town injuring two"
                continue
            if tree.tags[node] == "VBG" and tree.tags[parent] in NAMES:
                return named(tree, parent)
            if tree.tags[node] == "VBN":
                active = tree.child(node, "dobj") is not None and tree.tags[parent] in NAMES
                # "A Turkish drone bombed today, at noon, a car": the parser took the verb for a participle
                active = active or (tree.deps[parent] == "ROOT" and tree.lower[parent] in classed("actor"))
                return named(tree, parent) if active else NOBODY
        if dep == "pcomp":
            over = tree.heads[parent]
            if tree.lower[over] in _ACCUSING:
                accused = tree.child(over, "dobj", "nsubjpass")
                return named(tree, accused) if accused is not None else NOBODY
            parent = over
        if dep == "ccomp" and tree.tags[node] not in ("VB", "VBG"):
            return NOBODY
        if dep == "relcl":
            return NOBODY
        node = parent
        if tree.tags[node] in NAMES:  # "their bid to seize", "the army's attempt to seize"
            owner = tree.child(node, "poss")
            if owner is not None:
                return named(tree, owner)
            node = tree.heads[node]
            if tree.deps[node] == "prep":
                node = tree.heads[node]
    return NOBODY


def _standing_beside(tree: Tree, subject: int, verb: int) -> int:
    """The subject, or who stands beside it before the verb: "In the district, Kandahar, a security force captured ..."."""
    if tree.tags[subject] not in ("NNP", "NNPS"):
        return subject
    beside = (c for c in tree.children[subject] if tree.deps[c] == "appos" and subject < c < verb)
    doer = next((c for c in beside if tree.lower[c] in classed("actor") and tree.tags[c] in ("NN", "NNS")), None)
    return subject if doer is None or tree.lower[subject] in classed("actor") | classed("side") else doer


def _speaker_above(tree: Tree, verb: int) -> int | None:
    """Who says of themselves what the verb tells: "the army said it had shelled the town"."""
    over = tree.heads[verb]
    if tree.deps[verb] != "ccomp" or tree.lower[over] not in speech():
        return None
    return subject_of(tree, over)


def agent_of_noun(tree: Tree, first: int, head: int, type_: str) -> Agent:
    """The doer of an act that a noun names: "by X", "between X and Y", "X's", an adjective, "launched by X", a support verb."""
    by = _by(tree, head)
    if by is not None and (found := named(tree, by))[0]:
        return found
    if (held := _held_responsible(tree, head)) is not None:
        return named(tree, held)
    if (between := _between(tree, head)) is not None:
        return between
    for finder in (_before, _participle):
        if (found := finder(tree, first, head))[0]:
            return found
    for child in tree.children[head]:
        if tree.lower[child] == "of" and (whose := tree.child(child, "pobj")) is not None:
            own = type_ in ("takeover", "armed_clash") or (type_ in _TARGETED_OF and _flies(tree, whose))
            own = own or any(tree.lower[c] == "on" for c in (*tree.children[head], *tree.children[whose]))
            if own and tree.lower[whose] in classed("actor"):
                return named(tree, whose)
    if (found := _supported(tree, head))[0]:
        return found
    told = next((t for t in range(first, head) if tree.lower[t] in ("terrorist", "regime", "rebel", "militant")), None)
    return (tree.words[told], told) if told is not None else NOBODY  # "terrorist attacks"


def _held_responsible(tree: Tree, act: int) -> int | None:
    """Whom others make out to have done it: "holds X responsible for the rockets which fell", "put the blame for it on X"."""
    node = act
    for _ in range(6):
        above = tree.heads[node]
        if above == node:
            return None
        if tree.lower[above] == "for" and tree.lower[tree.heads[above]] in ("responsible", "accountable", "culpable"):
            guilty = tree.heads[above]
            verb = tree.heads[guilty]
            whom = tree.child(guilty, "nsubj")
            if whom is None and tree.lower[verb].startswith(("h", "consider", "deem", "find", "found")):
                whom = tree.child(verb, "dobj", "nsubjpass")
            if whom is None and tree.lower[verb] in ("is", "was", "are", "were", "be", "been"):
                whom = tree.child(verb, "nsubj")
            return whom
        node = above
    return None


def _flies(tree: Tree, at: int) -> bool:
    return tree.lower[at] in ("warplanes", "jets", "aircraft", "planes", "helicopters", "army", "regime", "military")


def _between(tree: Tree, head: int) -> Agent | None:
    for child in tree.children[head]:
        if tree.lower[child] == "between" and (one := tree.child(child, "pobj")) is not None:
            name, at = named(tree, one, alone=True)
            return name, at
    return None


def _before(tree: Tree, first: int, head: int) -> Agent:
    """What stands before the noun: "Russian air strikes", "a regime attack", "Israel's assault"."""
    side, actor = classed("side"), classed("actor")
    for t in range(first - 1, max(-1, first - 8), -1):
        tag = tree.tags[t]
        if tag in ("IN", "VBD", "VBZ", ",", "TO", "VBP", ".", "PRP", "MD", ":", "-LRB-", "``", "''", "WDT"):
            return NOBODY
        if tag == "CC" and not (t + 1 < first and tree.lower[t + 1] in side):
            return NOBODY
        if tag == "POS" or tree.lower[t] in ("'s", "'"):
            continue
        word = tree.lower[t]
        if word in words("not_in_names"):
            return NOBODY
        if not (word in side or word in actor or (tree.deps[t] == "poss" and tag in ("NNP", "NNPS"))):
            continue
        if tree.deps[t] == "poss" and word.endswith("day"):
            continue
        if tree.tags[t + 1] == "POS" and any(
            tree.tags[k] == "NNP" and tree.lower[k] not in side and tree.lower[k] not in actor
            for k in range(t + 2, first)
        ):
            return NOBODY  # "Syria's Raqqa attack"
        return _prefix(tree, t)
    return NOBODY


def _prefix(tree: Tree, end: int) -> Agent:
    side, not_name = classed("side"), classed("not_name")
    begin = end
    while begin > 0:
        word, tag = tree.lower[begin - 1], tree.tags[begin - 1]
        if (
            word in not_name
            or word in words("not_in_names")
            or tag not in ("NNP", "JJ", "NN", "HYPH", "NNPS", "CC", "VBN", "NNS")
            or end - begin >= LONGEST
        ):
            break
        if tag == "JJ" and word.islower() and tree.words[begin - 1].islower() and not _says_whose(tree, begin - 1):
            break
        if tag == "CC" and not (begin >= 2 and tree.lower[begin - 2] in side):
            break
        if tag in ("NN", "NNS", "VBN") and word not in side and word not in classed("actor") and tag != "VBN":
            if not (begin >= 2 and tree.tags[begin - 2] == "HYPH") and tree.words[begin - 1].islower():
                if tree.tags[begin] != "HYPH":
                    break
        if word.endswith("ly"):
            break
        begin -= 1
    while begin < end and (
        tree.words[begin] == "-" or (tree.tags[begin] in ("CC", "HYPH", "VBN") and tree.words[begin].islower())
    ):
        begin += 1
    if begin > 1 and tree.words[begin - 1] == "-" and tree.lower[begin - 2] == "anti":
        return NOBODY  # "anti-government protests"
    last = end + 2 if tree.words[end + 1 : end + 2] == ["-"] and tree.tags[end + 2 : end + 3] == ["VBN"] else end
    return joined(tree, begin, last), end  # all of "US-led"


def _says_whose(tree: Tree, at: int) -> bool:
    """Whether an adjective is part of a name ("armed", "pro-government"), not a judgement ("brutal")."""
    word = tree.lower[at]
    joined_up = tree.tags[at - 1 : at] == ["HYPH"] or tree.tags[at + 1 : at + 2] == ["HYPH"] or "-" in word
    return (
        joined_up
        or word in classed("side")
        or word in classed("actor")
        or word in ("armed", "joint", "combined", "local", "foreign", "unknown", "unidentified", "coalition")
    )


def _participle(tree: Tree, first: int, head: int) -> Agent:
    """ "an attack claimed by X", "blamed on X", "that was carried out by X"."""
    for child in tree.children[head]:
        if tree.deps[child] not in ("acl", "relcl"):
            continue
        inner = tree.child(child, "xcomp")
        if inner is not None and tree.lower[inner] in classed("done") and (by := _by(tree, inner)) is not None:
            return named(tree, by)  # "suspected to have been carried out by X"
        if tree.lower[child] in classed("agreed") and (between := _between(tree, child)) is not None:
            return between
        if tree.lower[child] not in classed("done"):
            continue
        by = _by(tree, child)
        if by is not None:
            return named(tree, by)
        for prep in tree.children[child]:
            if tree.lower[prep] in ("on", "to") and (whom := tree.child(prep, "pobj")) is not None:
                return named(tree, whom)
        if tree.deps[child] == "relcl" and tree.tags[child] != "VBN":
            subject = tree.child(child, "nsubj")
            if subject is not None and tree.lower[subject] not in _RELATIVES:
                return named(tree, subject)
    return NOBODY


def _supported(tree: Tree, head: int) -> Agent:
    """The subject of the verb that carries the act: "X launched strikes", "X claimed responsibility for the attack"."""
    node = head
    for _ in range(5):
        parent, dep = tree.heads[node], tree.deps[node]
        if parent == node:
            return NOBODY
        word = tree.lower[parent]
        if dep == "dobj" and word.startswith(("attribut", "ascrib", "pinn", "imput")):
            for prep in tree.children[parent]:
                if tree.lower[prep] in ("to", "on") and (whom := tree.child(prep, "pobj")) is not None:
                    return named(tree, whom)
            return NOBODY
        if dep == "dobj":
            if word in classed("support") or word in ("claimed", "denied", "denies", "admitted", "using", "resumed"):
                return agent_of_verb(tree, parent)
            return NOBODY
        if dep == "nsubjpass":
            if word in classed("agreed") and (between := _between(tree, parent)) is not None:
                return between
            by = _by(tree, parent)
            if by is not None and word in classed("done"):
                return named(tree, by)
            for prep in tree.children[parent]:
                if tree.lower[prep] in ("on", "to") and word in ("blamed", "attributed", "pinned"):
                    whom = tree.child(prep, "pobj")
                    return named(tree, whom) if whom is not None else NOBODY
            inner = tree.child(parent, "xcomp")  # "is believed to have been carried out by X"
            by = _by(tree, inner) if inner is not None else None
            return named(tree, by) if by is not None else NOBODY
        if dep == "nsubj" and word in ("is", "was", "were", "are"):  # "One offensive is by X"
            by = _by(tree, parent)
            return named(tree, by) if by is not None else NOBODY
        if dep == "pobj":
            over = tree.heads[parent]
            if word == "for" and tree.lower[over] in ("responsibility", "credit"):
                verb = tree.heads[over]
                return agent_of_verb(tree, verb) if tree.lower[verb].startswith("claim") else NOBODY
            if tree.lower[over] in _ACCUSING and word in ("for", "of"):
                whom = tree.child(over, "dobj", "nsubjpass")
                return named(tree, whom) if whom is not None else NOBODY
            if word == "behind" and tree.lower[over] in ("is", "was", "were", "are", "be", "been"):
                subject = tree.child(over, "nsubj")
                return named(tree, subject) if subject is not None else NOBODY
            if word in ("with", "in", "by", "during", "of", "for", "on") and tree.tags[over].startswith("VB"):
                passive = any(tree.deps[c] in ("auxpass", "nsubjpass") for c in tree.children[over])
                if passive or (tree.tags[over] == "VBN" and tree.deps[over] == "acl"):
                    return NOBODY
                return agent_of_verb(tree, over)
            if tree.lower[over] in (
                "series",
                "wave",
                "string",
                "spate",
                "number",
                "dozens",
                "round",
                "campaign",
                "hundreds",
                "scores",
                "volley",
                "barrage",
                "salvo",
                "thousands",
                "act",
                "acts",
            ):
                node = over
                continue
            return NOBODY
        if dep == "conj":
            node = parent
            if (found := _before(tree, node, node))[0]:
                return found
            if (by := _by(tree, node)) is not None:
                return named(tree, by)
            continue
        return NOBODY
    return NOBODY


def _by(tree: Tree, node: int) -> int | None:
    for child in tree.children[node]:
        word, dep = tree.lower[child], tree.deps[child]
        if word == "by" and dep in ("agent", "prep"):
            whom = tree.child(child, "pobj")
            if whom is not None:
                return whom
        if word == "from" and dep == "prep" and tree.child(node, "dobj") is None:
            whom = tree.child(child, "pobj")
            if whom is not None and tree.lower[whom] in classed("actor"):
                return whom
    return None
