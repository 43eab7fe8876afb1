"""Single things: a person or facility named by an article, a pointer or its name, the bare noun of a headline, and none."""

from __future__ import annotations

from according.domain.claim import Quantity
from according.domain.values import FACILITY_CATEGORIES, Bound, Category
from according.extract.english.counting import Counted, How, made
from according.extract.english.lexicon import harm, noun_ending_at, words
from according.extract.english.nouns import COUNTED_HARM, MODIFIERS, noun_after
from according.extract.english.parse import Tree

_ARTICLES = frozenset(("a", "an", "another"))
_ONE = Quantity("", 1, 1, Bound.EXACT)
_TWO = Quantity("", 2, 2, Bound.EXACT)
_NONE = Quantity("", 0, 0, Bound.EXACT)
_NAME_TAGS = frozenset("NNP NN HYPH JJ POS IN".split())


def single(tree: Tree, i: int) -> Counted | None:
    """A person or facility named by an article: "an infant girl", "the village's underground hospital"."""
    how = _sign(tree, i)
    if how is None:
        return None
    if how is How.ARTICLE and tree.lower[i] == "another" and tree.lower[i + 1 : i + 2] == ["one"]:
        return made(tree, i, i + 1, i + 1, _ONE, None, How.OTHERS)
    named = how is How.BARE
    noun = noun_after(tree, i if named else i + 1)
    if noun is None and tree.lower[i] == "another" and _elided(tree, i):
        return made(tree, i, i, i, _ONE, None, How.OTHERS)
    if noun is None or noun[1] is None or not _singular(tree, noun[0]):
        return None
    if how is How.ARTICLE and tree.tags[noun[0] + 1 : noun[0] + 2] == ["POS"] and noun[1] not in FACILITY_CATEGORIES:
        owned = noun_after(tree, noun[0] + 2)  # "a nurse's brother"
        if owned is None or owned[1] is None or not _singular(tree, owned[0]):
            return None
        noun = owned
    head, category = noun
    facility = category in FACILITY_CATEGORIES
    if how is How.ARTICLE and not facility and _only_modifies(tree, head):
        return None
    if how is How.DEFINITE and tree.lower[head] in ("center", "centre") and tree.lower[head + 1 : head + 2] == ["of"]:
        return None  # of a town
    if named:
        whole = facility and all(tree.tags[t] in _NAME_TAGS for t in range(i, head)) and head > i
        if not whole and not _headline(tree, i, head):
            return None
        how = How.DEFINITE if whole and tree.tags[i] == "NNP" else How.BARE
    if (how is How.DEFINITE and not facility) or category is Category.FAMILIES:
        return None
    first = i + 1 if tree.tags[i] == "POS" else i
    quantity = _TWO if tree.lower[head] == "couple" else _ONE
    return made(tree, first, head, head, quantity, category, how)


def _elided(tree: Tree, i: int) -> bool:
    """ "another was injured", "injuring another", "the injury of another": one more of those told before."""
    after, before = tree.lower[i + 1 : i + 2], tree.lower[max(0, i - 2) : i]
    if after and (after[0] in words("aux") or after[0] in harm()):
        return any(w in harm() for w in tree.lower[i + 1 : i + 6])
    if after and (tree.tags[i + 1] in MODIFIERS - {"RB"} or tree.tags[i + 1] == "CD"):
        return False
    return before[-1:] != [] and (before[-1] in words("harm_before") or (before[-1] == "of" and before[0] in harm()))


def _only_modifies(tree: Tree, head: int) -> bool:
    """ "another activist group", "a terrorist attack", "a major Shiite (Shia) movement": the noun counted is a later one."""
    if head + 1 >= len(tree):
        return False
    after, word = tree.tags[head + 1], tree.lower[head + 1]
    if tree.tags[head] == "JJ" and (after in ("NN", "NNS", "-LRB-") or word == "("):
        return True
    told = word in harm() or word in words("when_said") or noun_ending_at(tree.lower, head + 1) is not None
    return after in ("NN", "NNS") and not told and tree.deps[head] in ("compound", "amod", "nmod")


def _sign(tree: Tree, i: int) -> How | None:
    """The sign that a single thing may begin at a token; BARE where only its name or nothing does."""
    word = tree.lower[i]
    if word in _ARTICLES:
        return How.ARTICLE
    if (word in words("pointers") and tree.tags[i] != "IN") or tree.tags[i] == "POS":
        return How.DEFINITE
    opens = i == 0 or tree.tags[i - 1] not in MODIFIERS - {"RB"} | {"DT", "CD", "PRP$"}
    return How.BARE if opens and tree.tags[i] in ("NNP", "NN", "JJ") else None


def _singular(tree: Tree, head: int) -> bool:
    spec = noun_ending_at(tree.lower, head)
    if spec is None or spec.plural or tree.tags[head] in ("NNS", "NNPS"):
        return False
    return spec.plural is not None or tree.lower[head] in ("headquarters", "barracks")


def _headline(tree: Tree, first: int, head: int) -> bool:
    """Whether a bare noun has its word of harm right beside it, as only headlines do: "Child injured in", "kills soldier"."""
    after = head + 1
    if after < len(tree) and tree.tags[after] == "RB":
        after += 1
    if after < len(tree) and tree.lower[after] in harm() and tree.tags[after] in ("VBN", "VBD", "VBZ", "JJ"):
        frames = harm()[tree.lower[after]].frames
        return tree.deps[head] in ("nsubj", "nsubjpass", "ROOT") and (
            "vt" in frames or "vi" in frames or "adj" in frames
        )
    if tree.lower[after : after + 1] and tree.lower[after] in (
        "hit",
        "damaged",
        "destroyed",
        "bombed",
        "shelled",
        "targeted",
    ):
        return tree.tags[after] in ("VBN", "VBD") and tree.child(tree.heads[head], "dobj") is None
    if (
        tree.lower[after : after + 2]
        and tree.lower[after] in ("loses", "lost")
        and "life" in tree.lower[after : after + 4]
    ):
        return True
    return (
        first > 0 and tree.tags[first - 1] == "VBZ" and "vt" in getattr(harm().get(tree.lower[first - 1]), "frames", ())
    )


def sharing_article(tree: Tree, thing: Counted) -> list[Counted]:
    """The nouns that share an article: "a woman and child", "a man, woman and child"."""
    found: list[Counted] = []
    k = thing.last + 1
    while k + 1 < len(tree):
        step = 1 if tree.lower[k] in (",", "and") else 0
        if step and tree.lower[k] == "," and tree.lower[k + 1] == "and":
            step = 2
        at = k + step
        noun = noun_ending_at(tree.lower, at) if at < len(tree) else None
        if noun is None or noun.plural is not False or noun.facility or noun.size > 1 or tree.tags[at] != "NN":
            break
        if not step and not _another_follows(tree, at):
            break
        found.append(made(tree, at, at, at, thing.quantity, noun.category, How.ARTICLE))
        k = at + 1
    return found


def sharing_vagueness(tree: Tree, thing: Counted) -> list[Counted]:
    """The facilities that share a vague word: "several shops and cars"."""
    if tree.lower[thing.last + 1 : thing.last + 2] != ["and"] or thing.last + 2 >= len(tree):
        return []
    noun = noun_after(tree, thing.last + 2, many=True)
    if noun is None or noun[1] not in FACILITY_CATEGORIES or tree.tags[noun[0]] not in ("NNS", "NNPS"):
        return []
    return [made(tree, thing.last + 2, noun[0], noun[0], thing.quantity, noun[1], How.VAGUE)]


def _another_follows(tree: Tree, at: int) -> bool:
    nearer = at + 2 >= len(tree) or tree.lower[at + 1] != "and"
    after = at + 1 if nearer else at + 2
    return after < len(tree) and noun_ending_at(tree.lower, after) is not None


def zero(tree: Tree, i: int) -> Counted | None:
    """None at all: "no casualties", "without any injuries", "did not harm any civilians", "nobody"."""
    word = tree.lower[i]
    if word == "nobody":
        return made(tree, i, i, i, _NONE, Category.PEOPLE, How.ZERO)
    if word == "no" and tree.lower[i + 1 : i + 2] in (["one"], ["-"]):
        return made(tree, i, i + 1, i + 1, _NONE, Category.PEOPLE, How.ZERO)
    if word not in ("no", "any", "without", "zero") or (word == "any" and not _negated_before(tree, i)):
        return None
    if word != "no" and set(tree.lower[max(0, i - 4) : i]) & words("not_told"):
        return None  # "has not acknowledged any civilian deaths": nothing is said of them
    for k in range(i + 1, min(i + 6, len(tree))):
        if tree.lower[k] in COUNTED_HARM:
            return made(tree, i, k, k, _NONE, _whose(tree, i, k), How.ZERO)
        if tree.tags[k] not in MODIFIERS and tree.lower[k] not in ("immediate", "reports", "of", "or", "any", "and"):
            break
    noun = noun_after(tree, i + 1)
    if word in ("no", "any") and noun is not None and noun[1] is not None:
        return made(tree, i, noun[0], noun[0], _NONE, noun[1], How.ZERO)
    return None


def _whose(tree: Tree, first: int, last: int) -> Category:
    """ "no civilian casualties" are no civilians."""
    for t in range(first + 1, last):
        noun = noun_ending_at(tree.lower, t)
        if noun is not None and not noun.facility:
            return noun.category
    return Category.PEOPLE


def _negated_before(tree: Tree, i: int) -> bool:
    return any(w in ("not", "n't", "without", "no", "nor", "never") for w in tree.lower[max(0, i - 8) : i])
