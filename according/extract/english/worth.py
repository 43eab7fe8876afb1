"""Whether an act's word tells of an armed act in this clause: "fired" with a means, "captured" a town or a man, "a deal" of truce."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from according.domain.values import Category, EventType
from according.extract.english.acts import Act, classed
from according.extract.english.lexicon import longest, noun_ending_at, weapons
from according.extract.english.means import takes_person, takes_place
from according.extract.english.parse import Tree, joined


@dataclass(frozen=True, slots=True)
class Worth:
    """What the clause makes of an act: its type, the words it spans, and whether it only stands aside."""

    type: EventType
    first: int
    last: int
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Flight:
    """Going with one's belongings: the verb of going, the first word of the phrase, who goes."""

    verb: int
    first: int
    who: str | None


_DOWNED = frozenset("down downed downing downs intercepted intercept".split())
_SHOT_DOWN = frozenset("shot shoot shooting shoots".split())
_ROADS = frozenset("road roads highway highways route routes supply line lines access corridor supplies link".split())
_DROPPED = frozenset("fell falling falls fall landed landing crashed rained raining impacted".split())
_SHOT = frozenset("fired fires firing fire".split())
_LAID = frozenset("planted planting plant laid laying".split())
_USED = frozenset("used using use deployed".split())
_OUTLAWED = frozenset((EventType.CHEMICAL_WEAPON, EventType.GRENADE))
_MOVES = frozenset("advanced advance advances advancing entered enter entering secured securing freed cleared clearing recovered recover recovering infiltrated breached retreated retreat "
                   "withdrew withdraw moved pushed".split())  # fmt: skip
_NOT_TAKEN = frozenset(
    "conflict war talks government race market fray service office parliament negotiations country agreement symptoms losses bodies body day days week weeks month months year years phase stage round symptoms".split()
)
_AREAS = frozenset("area areas town towns village villages city cities district districts part parts territory territories swathes swaths position positions base bases "
                   "neighborhood neighbourhood neighborhoods neighbourhoods airport crossing hill hills control ground province region".split())  # fmt: skip
_RISEN = frozenset(
    "uprising rebellion revolt insurgency rebels rebel mutiny resistance opposition protests protest unrest dissent".split()
)
_BURNED = frozenset(
    "houses house homes crops fields shops huts village villages property properties forests olive trees vehicles".split()
)
_KIN = frozenset((Category.CIVILIANS, Category.PEOPLE, Category.CHILDREN, Category.WOMEN, Category.FAMILIES))
_DIPLOMATS = frozenset("diplomat diplomats ambassador ambassadors envoy staff student students member members".split())
_STRIKES = frozenset(("strike", "strikes"))
_LABOUR = frozenset("hunger general labor labour rail transport teachers doctors workers".split())


def worth_of_verb(
    tree: Tree,
    act: Act,
    heads: Mapping[int, Act],
    type_: EventType,
    agent: str | None,
    target: str | None,
    weapon: str | None,
) -> Worth | None:
    """None where the verb tells of no armed act here."""
    head, word = act.head, tree.lower[act.head]
    plain = Worth(type_, act.first, act.last)
    thing = tree.child(head, "dobj", "nsubjpass")
    if act.kind == "d":
        return _dropped(tree, act, heads, agent, target)
    if act.kind == "h":
        victim = _person(tree, thing)
        if agent is None or not victim or tree.deps[head] == "amod":
            return None
        return plain
    if act.kind == "t":
        subject = tree.child(head, "nsubj")
        if subject is not None and tree.lower[subject] in classed("nature"):
            return None
        if act.type is EventType.TAKEOVER:
            held = next(
                (
                    t
                    for t in range(act.last + 1, min(act.last + 7, len(tree)))
                    if tree.lower[t] in ("hostage", "captive")
                ),
                None,
            )
            if held is not None:
                return Worth(EventType.ABDUCTION, act.first, held)
            taken = (thing is not None and tree.lower[thing] in _AREAS) or (
                takes_place(tree, head) and agent is not None
            )
            return Worth(EventType.TAKEOVER, act.first, act.last) if taken else None
        if word.startswith(("destroy", "level", "flatten")):
            return _destroyed(tree, act, type_, agent, thing)
        if word.startswith(("engag", "rock", "rip")) and agent is None:
            return Worth(type_, act.first, act.last, aside=True)
        return Worth(type_, act.first, act.last, aside=agent is None and weapon is None and target is None)
    if type_ in (EventType.TAKEOVER, EventType.ARREST, EventType.ABDUCTION):
        return _taken(tree, act, type_, agent, thing)
    if type_ is EventType.DISPLACEMENT:
        return _displaced(tree, act, agent, thing)
    if type_ is EventType.SIEGE and word in ("cut", "cutting") and act.first == act.last:
        if thing is None or not (tree.lower[thing] in _ROADS or tree.words[thing][:1].isupper()):
            return None
        return Worth(type_, act.first, thing if thing - act.last <= 4 else act.last)
    if type_ is EventType.SIEGE and word.startswith("surround") and agent is None:
        return None
    if type_ is EventType.PROTEST and (tree.child(head, "nsubjpass") is not None or tree.deps[head] == "amod"):
        return None
    if (
        word in ("executed", "executing", "execute", "executes")
        and thing is not None
        and (thing in heads or not _person(tree, thing))
    ):
        return None
    if thing is not None and tree.lower[thing] in classed("intercepted") and _brings_down(tree, head):
        return None  # "downed most of the missiles"
    if word.startswith(("foil", "thwart")) and thing is not None and thing in heads:
        return None
    if word.startswith("burn") and act.first == act.last:
        noun = noun_ending_at(tree.lower, thing) if thing is not None else None
        if (noun is None or not noun.facility) and not (thing is not None and tree.lower[thing] in _BURNED):
            return None
    if word in ("fought", "fight", "fighting", "battling", "battled", "battle") and _abstract(tree, head):
        return None
    if word.startswith(("crush", "quell", "put")) and (thing is None or tree.lower[thing] not in _RISEN):
        return None
    if word.startswith(("beat", "hang", "stol", "steal")) and (thing is None or tree.lower[thing] in ("siege",)):
        return None
    return plain


def _brings_down(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of bringing something down: "downed", "shot ... down", not "shot at"."""
    word = tree.lower[verb]
    return word in _DOWNED or (word in _SHOT_DOWN and tree.child(verb, "prt") is not None)


def worth_of_noun(tree: Tree, act: Act, heads: Mapping[int, Act], type_: EventType) -> Worth | None:
    """None where the noun names no armed act here."""
    head, word = act.head, tree.lower[act.head]
    if word in _STRIKES and act.first == act.last:
        before = tree.lower[act.first - 1] if act.first else ""
        if before in _LABOUR or before == "on":
            return None
    if act.kind == "m":
        return _means(tree, act, heads, type_)
    if act.kind == "g":
        return _general(tree, act, heads, type_)
    if word == "occupation" and not any(tree.lower[c] == "of" for c in tree.children[head]):
        return None
    if word == "fall" and not any(tree.lower[c] == "of" for c in tree.children[head]):
        return None
    if word in ("march", "marches") and tree.tags[head] in ("NNP", "NNPS"):
        return None
    if word in ("execution", "executions", "killing", "killings", "murder", "murders") and act.first == act.last:
        if tree.lower[act.first - 1 : act.first] == ["contract"]:
            return None
    if word in ("fall", "capture", "seizure", "recapture", "liberation") and type_ is EventType.TAKEOVER:
        of = next((tree.child(c, "pobj") for c in tree.children[head] if tree.lower[c] == "of"), None)
        noun = noun_ending_at(tree.lower, of) if of is not None else None
        if noun is not None and not noun.facility:
            return Worth(EventType.ARREST, act.first, act.last)
        if of is not None and noun is None and tree.tags[of] not in ("NNP", "NNPS") and tree.lower[of] not in _AREAS:
            return None
    inner = any(  # "a breach of the truce" is one event, the breach's
        over in heads and heads[over].kind == "g" and heads[over].type is EventType.CEASEFIRE
        for over in (tree.heads[head], tree.heads[tree.heads[head]])
        if tree.deps[head] in ("pobj", "nsubjpass", "dobj")
    )
    return Worth(type_, act.first, act.last, aside=inner and type_ is EventType.CEASEFIRE)


def _dropped(tree: Tree, act: Act, heads: Mapping[int, Act], agent: str | None, target: str | None) -> Worth | None:
    """ "fired rockets", "shells fell", "dropped barrel bombs", "using chlorine", "fired on a boat"."""
    head, word = act.head, tree.lower[act.head]
    subject, thing = tree.child(head, "nsubj", "nsubjpass"), tree.child(head, "dobj")
    if thing is not None and thing in heads and heads[thing].kind == "n":
        return None  # "fired a barrage of rockets": the noun tells of it
    if tree.deps[head] == "acl" and tree.tags[head] in ("VBN", "VBG") and tree.tags[tree.heads[head]].startswith("NN"):
        subject = subject if subject is not None else tree.heads[head]
    if subject is not None and tree.lower[subject] in ("which", "that"):
        subject = _antecedent(tree, head)
    for at in (thing, subject):
        if at is None or (at in heads and heads[at].kind in ("n", "g")):
            continue
        found = _weapon_in(tree, at)
        if found is None:
            continue
        begin, end, kind = found
        if not kind or (word in _USED and EventType(kind) not in _OUTLAWED and not _bombs(tree, begin, end)):
            continue
        if word in _DROPPED and at is thing and word not in ("rained", "raining"):
            continue
        type_ = EventType(kind)
        if type_ is EventType.AIR_STRIKE and word in _SHOT and not _bombs(tree, begin, end):
            type_ = (
                EventType.SHELLING
                if at is thing and tree.lower[end] not in ("drones", "drone")
                else EventType.AIR_STRIKE
            )
        near = begin - act.last if begin > act.last else act.first - end
        if word in _LAID and type_ is not EventType.IED:
            continue
        if near <= 3 and (word in _DROPPED or word in _USED or word in _LAID):
            return Worth(type_, min(act.first, begin), max(act.last, end))
        return Worth(type_, act.first, act.last)
    if word in ("fell", "fall", "fallen", "falls") and subject is not None:
        to = next((tree.child(c, "pobj") for c in tree.children[head] if tree.lower[c] in ("to", "into")), None)
        place = tree.lower[subject] in _AREAS or tree.tags[subject] in ("NNP", "NNPS")
        if place and to is not None:
            return Worth(EventType.TAKEOVER, act.first, act.last)
        return None
    if (
        word in _SHOT
        and act.verb
        and (subject is not None or agent is not None)
        and any(tree.lower[c] in ("on", "at", "into", "towards", "toward") for c in tree.children[head])
    ):
        return Worth(EventType.ATTACK, act.first, act.last) if target is not None or agent is not None else None
    return None


def _antecedent(tree: Tree, verb: int) -> int | None:
    """What "which" means: "a missile which we believe was fired by ..." (the verb hangs on "believe")."""
    node = verb
    for _ in range(3):
        if tree.deps[node] == "relcl":
            return tree.heads[node]
        if tree.deps[node] not in ("ccomp", "xcomp", "conj"):
            return None
        node = tree.heads[node]
    return None


def _weapon_in(tree: Tree, noun: int) -> tuple[int, int, str] | None:
    """The weapon in a noun phrase: "tens of rocket shells", "a barrel containing toxic gas" is one of gas."""
    best: tuple[int, int, str] | None = None
    for t in tree.subtree(noun, frozenset(("relcl", "advcl"))):
        if abs(t - noun) > 8:
            continue
        hit = longest(weapons(), tree.lower, t)
        if hit and (best is None or hit[1] == EventType.CHEMICAL_WEAPON.value or (best[2] == "" and hit[1])):
            best = (t, t + hit[0] - 1, hit[1]) if best is None or best[2] != EventType.CHEMICAL_WEAPON.value else best
    return best


def _bombs(tree: Tree, begin: int, end: int) -> bool:
    return any(
        tree.lower[t].startswith(("bomb", "munition", "barrel", "phosph", "cluster")) for t in range(begin, end + 1)
    )


def _destroyed(tree: Tree, act: Act, type_: EventType, agent: str | None, thing: int | None) -> Worth | None:
    if agent is None or _person(tree, thing):
        return Worth(type_, act.first, act.last, aside=True)
    if type_ is EventType.ATTACK:
        type_ = EventType.LOOTING_DESTRUCTION
    return Worth(type_, act.first, act.last)


def _taken(tree: Tree, act: Act, type_: EventType, agent: str | None, thing: int | None) -> Worth | None:
    """Captured a town: takeover; a man: arrest; a thing: neither."""
    head, word = act.head, tree.lower[act.head]
    if word.startswith(("captur", "seiz")) and act.first == act.last:
        if takes_person(tree, head):
            return Worth(EventType.ARREST if word.startswith("captur") else EventType.ABDUCTION, act.first, act.last)
        noun = noun_ending_at(tree.lower, thing) if thing is not None else None
        if thing is not None and tree.lower[thing] not in _AREAS and not takes_place(tree, head):
            if noun is None or not noun.facility or noun.category is Category.VEHICLE:
                return None
        return Worth(EventType.TAKEOVER, act.first, act.last)
    if type_ is not EventType.TAKEOVER:
        return Worth(type_, act.first, act.last)
    if word in _MOVES and agent is None:
        return None
    if word in ("fell", "fallen", "falls", "falling") and act.first == act.last:
        subject = tree.child(head, "nsubj")
        town = subject is not None and (tree.lower[subject] in _AREAS or tree.tags[subject] in ("NNP", "NNPS"))
        if not town or any(tree.lower[c] == "on" for c in tree.children[head]):
            return None
    if thing is not None and tree.lower[thing] in _NOT_TAKEN:
        return None
    if word in (
        "recovered",
        "recover",
        "recovering",
        "freed",
        "cleared",
        "clearing",
        "secured",
        "securing",
        "occupied",
        "occupying",
        "occupy",
    ) and not (thing is not None and (tree.lower[thing] in _AREAS or takes_place(tree, head))):
        return None
    if word in ("lost", "ceded", "abandoned", "surrendered", "purged", "purging") and not (
        thing is not None and tree.lower[thing] in _AREAS
    ):
        return None
    return Worth(type_, act.first, act.last)


def _displaced(tree: Tree, act: Act, agent: str | None, thing: int | None) -> Worth | None:
    head, word = act.head, tree.lower[act.head]
    if tree.deps[head] == "amod" or (word == "displaced" and thing is None and _named_by(tree, head)):
        return None
    if word in ("left", "leaving", "leave") and act.first == act.last:
        subject = tree.child(head, "nsubj")
        noun = noun_ending_at(tree.lower, subject) if subject is not None else None
        goes = thing is not None and (
            tree.lower[thing] in _AREAS
            or tree.lower[thing] in ("homes", "home", "houses")
            or tree.tags[thing] in ("NNP",)
        )
        if noun is None or noun.facility or noun.category not in _KIN or not goes:
            return None
        begin = next((c for c in tree.children[head] if tree.deps[c] == "aux"), head)
        return Worth(EventType.DISPLACEMENT, min(begin, act.first), act.last)
    if (
        word.startswith("evacuat")
        and thing is not None
        and tree.lower[thing] in ("wounded", "injured", "casualties", "bodies", "dead")
    ):
        return None
    if word.startswith("expel") and thing is not None and tree.lower[thing] in _DIPLOMATS:
        return None
    if word.startswith(("flee", "fled", "escap")):
        subject = tree.child(head, "nsubj")
        if subject is not None and tree.tags[subject] == "NN" and not _many(tree, subject):
            return None  # one man who gets away is not displaced
    if word.startswith("escap"):
        subject = tree.child(head, "nsubj")
        if thing is not None and tree.lower[thing] in ("death", "injury", "sanctions", "justice", "prison", "custody"):
            return None
        if subject is not None and tree.lower[subject] in classed("actor"):
            return None
        if tree.deps[head] == "pcomp" and tree.lower[tree.heads[head]] == "from":
            return None  # "to prevent detainees from escaping"
    return Worth(EventType.DISPLACEMENT, act.first, act.last)


def _named_by(tree: Tree, verb: int) -> bool:
    """Whether a participle only names people: "a camp for displaced", "the internally displaced"."""
    before = verb - 1
    while before > 0 and tree.tags[before] in ("RB", "JJ"):
        before -= 1
    return before >= 0 and tree.tags[before] in ("IN", "DT", "CD")


def _many(tree: Tree, noun: int) -> bool:
    return tree.lower[noun] in (
        "population",
        "family",
        "number",
        "community",
        "crowd",
        "half",
        "majority",
        "third",
        "everyone",
        "convoy",
    )


def _means(tree: Tree, act: Act, heads: Mapping[int, Act], type_: EventType) -> Worth | None:
    """A weapon stands for the act: "killed by regime bombs", "a car bomb killed ten", "rocket shells on X", no better word near."""
    head = act.head
    while tree.deps[head] == "conj" and tree.heads[head] != head:
        head = tree.heads[head]
    dep, parent = tree.deps[head], tree.heads[head]
    plain = Worth(type_ if act.type is EventType.IED else act.type, act.first, act.last)
    over = heads.get(parent)
    if dep in ("nsubj", "nsubjpass") and tree.tags[parent].startswith("VB") and (over is None or over.kind == "h"):
        if tree.lower[parent] in classed("happens") or tree.lower[parent] in (
            "placed",
            "planted",
            "hidden",
            "attached",
            "defused",
        ):
            return plain
        if any(tree.lower[c] == "behind" for c in tree.children[parent]):
            return plain
    if dep == "pobj" and tree.lower[parent] in ("by", "in", "from", "of", "with", "to"):
        harmed = tree.lower[tree.heads[parent]] in _HARMED
        if harmed and not any(
            h in heads and heads[h].kind in ("n", "v") for h in range(max(0, act.first - 12), act.first)
        ):
            return plain
    if dep == "dobj" and tree.lower[parent] in ("defused", "dismantled", "planted", "planting", "laid", "planned"):
        return plain
    if dep in ("pobj", "nsubj", "ROOT") and any(
        tree.lower[c] in ("on", "at") and tree.deps[c] == "prep" for c in tree.children[head]
    ):
        if (
            act.type is not EventType.IED
            and tree.lower[tree.heads[parent]] not in ("fired", "dropped", "launched")
            and over is None
        ):
            return plain
    if dep == "ROOT" and act.type is EventType.IED and tree.deps[act.head] != "conj":
        return plain
    if "-LRB-" in tree.tags[max(0, act.first - 3) : act.first] and tree.tags[act.first - 1] == "CD":
        return Worth(act.type, act.first - 1, act.last)  # "Khan village (3 artillery shells)"
    return None


_HARMED = frozenset(
    "killed injured wounded died dead hit hurt damaged destroyed shrapnel affected maimed martyred explosion blast".split()
)


def _general(tree: Tree, act: Act, heads: Mapping[int, Act], type_: EventType) -> Worth | None:
    head = act.head
    before = set(tree.lower[max(0, act.first - 4) : act.first])
    near = before | set(tree.lower[act.last + 1 : act.last + 9])
    if act.type is EventType.CEASEFIRE:
        if not near & classed("truce"):
            return None
        parent = tree.heads[head]
        light = (
            tree.deps[head] == "pobj"
            and tree.lower[parent] == "in"
            and tree.lower[head].startswith(("violation", "breach"))
        )
        return Worth(EventType.CEASEFIRE, act.first, act.last, aside=light)
    other = any(a.kind in ("n", "v") and h != head for h, a in heads.items())
    warlike = bool(before & (classed("military") | classed("state") | classed("side")))
    return Worth(type_, act.first, act.last, aside=other or not warlike or "security" in before or "rescue" in before)


def _person(tree: Tree, at: int | None) -> bool:
    if at is None:
        return False
    if tree.lower[at] in ("number", "group", "dozens", "scores", "hundreds"):
        of = next((tree.child(c, "pobj") for c in tree.children[at] if tree.lower[c] == "of"), None)
        at = of if of is not None else at
    noun = noun_ending_at(tree.lower, at)
    if noun is not None:
        return not noun.facility
    return tree.tags[at] in ("NNP", "CD") or tree.lower[at] in (
        "him",
        "her",
        "them",
        "dozens",
        "hundreds",
        "scores",
        "he",
        "she",
        "they",
        "civilians",
    )


def _abstract(tree: Tree, head: int) -> bool:
    thing = tree.child(head, "dobj")
    for child in tree.children[head]:
        if tree.lower[child] in ("against", "for"):
            thing = tree.child(child, "pobj")
    return thing is not None and tree.lower[thing] in classed("abstract")


def fleeing(tree: Tree, belongings: int) -> Flight | None:
    """People who go with their belongings: "families driving north in vans loaded with their belongings"."""
    going: int | None = None
    node = belongings
    for _ in range(8):
        node = tree.heads[node]
        if tree.tags[node].startswith("VB") and tree.lower[node] in classed("go"):
            going = node
        if tree.heads[node] == node:
            break
    if going is None:
        return None
    who = tree.child(going, "nsubj")
    if who is None and tree.deps[going] in ("acl", "relcl"):
        who = tree.heads[going]
    if who is None and tree.deps[going] in ("advcl", "conj", "xcomp"):
        who = tree.child(tree.heads[going], "nsubj", "dobj")
    name = None
    if who is not None:
        tokens = [t for t in tree.subtree(who, frozenset(("relcl", "acl", "prep", "punct", "appos"))) if t <= who]
        name = joined(tree, tokens[0], who)
    return Flight(going, min(going, belongings), name)
