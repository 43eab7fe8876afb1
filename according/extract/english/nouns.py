"""The noun that a quantity counts, and who or what it is (codebook, Figures: category)."""

from __future__ import annotations

from according.domain.values import FACILITY_CATEGORIES, Category
from according.extract.english.lexicon import Noun, harm, noun_ending_at, words
from according.extract.english.parse import Tree

MODIFIERS = frozenset("JJ JJR JJS NN NNP NNPS VBN VBG HYPH POS NNS FW RB AFX `` '' ADD".split())
"""Tags of what may stand between a quantity and its noun."""
_REACH = 8
"""Words after a quantity within which its noun is looked for."""
_NEVER_OTHERS = frozenset((Category.CHILDREN, Category.WOMEN, Category.CIVILIANS))
"""Plurals of these are counted themselves, whatever the parse makes of the words after ("11 children state media said")."""
COUNTED_HARM = frozenset(
    "causalities casualities casulties casualties injuries deaths fatalities casualty victims injury death".split()
)
"""Nouns of harm that are counted themselves."""
_LONG_NAMES = frozenset("NN NNS NNP NNPS HYPH JJ".split())


def noun_after(tree: Tree, begin: int, many: bool = False) -> tuple[int, Category | None] | None:
    """The counted noun that begins at a token: (its index, its category); category None for "others"; None = none.

    With `many` a singular is only part of the noun's phrase ("88 rebel and regime fighters").
    """
    k, best, steps, last = begin, None, 0, len(tree)
    while k < last and steps < _REACH:
        skipped = _skipped(tree, k, begin)
        if skipped > k:
            k, steps = skipped, steps + 1
            continue
        opens = k + 1 < last and getattr(noun_ending_at(tree.lower, k + 1), "size", 1) > 1  # "weapons depot"
        owner = k + 1 < last and tree.tags[k + 1] == "POS"  # "ten of the village's locals"
        uncounted = tree.lower[k] in words("not_counted") and tree.tags[k] in ("NNS", "NN")
        if best is None and uncounted and not opens and not owner:
            return None
        noun = noun_ending_at(tree.lower, k)
        if noun is not None and many and noun.plural is False and _plural_follows(tree, k):
            noun = None
        if noun is not None and _names_origin(tree, k, noun):
            k, steps = k + 1, steps + 1
            continue
        if noun is not None and not (noun.plural and noun.category in _NEVER_OTHERS) and _in_longer_compound(tree, k):
            return None
        if noun is not None and _may_be_noun(tree, k, noun):
            if tree.lower[k] in words("adjective_nouns") and not _ends_phrase(tree, k):
                k, steps = k + 1, steps + 1
                continue
            best = k
            if not _goes_on(tree, k, noun):
                break
            k, steps = k + 1, steps + 1
            continue
        if best is not None or not _may_modify(tree, k, begin):
            break
        k, steps = k + 1, steps + 1
    if best is None:
        return None
    if tree.lower[best] in ("others", "other"):
        return best, None
    found = noun_ending_at(tree.lower, best)
    assert found is not None
    return best, refined(tree, begin, best, found.category)


def _plural_follows(tree: Tree, k: int) -> bool:
    """Whether a plural noun of the lexicon closes the phrase that a singular stands in."""
    for t in range(k + 1, min(k + 6, len(tree))):
        noun = noun_ending_at(tree.lower, t)
        if noun is not None and noun.plural is not False:
            return True
        if tree.tags[t] not in MODIFIERS and tree.lower[t] not in ("and", "or", "/"):
            return False
    return False


def _skipped(tree: Tree, k: int, begin: int) -> int:
    """Past what may open a noun phrase: "of", "the", "(outlawed in Russia)", "12-year-old"."""
    word = tree.lower[k]
    if word == "of" and k == begin:
        return k + 1
    if word in ("(", "-lrb-") and ")" in tree.lower[k : k + 8]:
        return tree.lower.index(")", k) + 1
    if word in ("the", "its", "their", "these", "those", "his", "her") and k <= begin + 1:
        return k + 1
    if tree.tags[k] == "CD" and tree.lower[k + 1 : k + 5] == ["-", "year", "-", "old"]:
        return k + 5
    return k


def _names_origin(tree: Tree, k: int, noun: Noun) -> bool:
    """ "Iraqi" in "Iraqi soldiers" says where from; the noun comes after it."""
    return (
        noun.category is Category.PEOPLE
        and tree.tags[k] in ("JJ", "NNP")
        and k + 1 < len(tree)
        and tree.tags[k + 1] in _LONG_NAMES - {"NNPS"}
    )


def _in_longer_compound(tree: Tree, k: int) -> bool:
    """ "a car bomb", "two police dogs": the noun counted is another one, that the lexicon does not know."""
    head = tree.heads[k]
    return (
        tree.deps[k] == "compound"
        and head > k
        and k + 1 < len(tree)
        and not any(noun_ending_at(tree.lower, t) for t in range(k + 1, head + 1))
    )


def _may_be_noun(tree: Tree, k: int, noun: Noun) -> bool:
    return tree.tags[k] not in ("VBD", "VBZ", "VBP") or (noun.plural is not None and tree.tags[k] != "VBZ")


def _ends_phrase(tree: Tree, k: int) -> bool:
    """Whether nothing that the noun at k could modify follows."""
    return (
        k + 1 >= len(tree)
        or tree.tags[k + 1] not in ("NN", "NNS", "NNP", "JJ", "NNPS", "VBN")
        or tree.deps[k] in ("nsubj", "nsubjpass", "dobj", "pobj")
    )


def _goes_on(tree: Tree, k: int, noun: Noun) -> bool:
    """Whether the noun at k is only the first part of the counted one ("police officers", "IS-fighters")."""
    if k + 1 >= len(tree) or tree.tags[k + 1] not in ("NN", "NNS", "NNP", "HYPH"):
        return False
    after = noun_ending_at(tree.lower, k + 1)
    follows = after is not None or tree.tags[k + 1] == "HYPH"
    if after is not None and noun.plural is False and after.plural is False and tree.lower[k + 2 : k + 3] == ["and"]:
        return noun.facility or after.facility  # a list that lost its commas: "a man woman and child"
    return follows and not (noun.plural and tree.lower[k].endswith("s"))


def _may_modify(tree: Tree, k: int, begin: int) -> bool:
    """Whether a token can stand before the noun: an adjective, a name, "and" between two of them."""
    word = tree.lower[k]
    if word in ("and", "or", "/", ",") and begin < k < len(tree) - 1:
        return (
            tree.tags[k - 1] in MODIFIERS
            and soon_noun(tree, k + 1)
            and not tree.lower[k + 1][0].isdigit()
            and tree.lower[k + 1] not in words("number_words")
        )
    if tree.tags[k] not in MODIFIERS or word in words("list_openers"):
        return False
    told = word in harm() and tree.tags[k] in ("VBN", "VBD", "VBG")
    return not told or soon_noun(tree, k + 1)


def soon_noun(tree: Tree, begin: int) -> bool:
    """Whether a countable noun stands within the next three words."""
    for k in range(begin, min(begin + 3, len(tree))):
        if noun_ending_at(tree.lower, k):
            return True
        if tree.tags[k] not in MODIFIERS:
            return False
    return False


def refined(tree: Tree, begin: int, head: int, category: Category) -> Category:
    """The category by the words around the noun: "army members", "members of the security forces", "female fighters"."""
    word = tree.lower[head]
    if category is Category.PEOPLE and word in words("members") and _of_aid(tree, head):
        return Category.AID_WORKERS
    if category is Category.PEOPLE and word in words("members") and _of_armed(tree, begin, head):
        return Category.COMBATANTS
    if category is Category.PEOPLE and word in ("member", "members", "staff", "personnel") and head > begin:
        whose = noun_ending_at(tree.lower, head - 1)
        if whose is not None and not whose.facility:
            return category if whose.category is Category.FAMILIES else whose.category
    if category is Category.OTHER and head > begin:
        whose = noun_ending_at(tree.lower, head - 1)
        if whose is not None and whose.facility and whose.category is not Category.OTHER:
            return whose.category  # "the school complex", "a hospital building"
    if category is Category.PEOPLE and tree.lower[head - 1 : head] == ["civilian"]:
        return Category.CIVILIANS
    if category is Category.HEALTH_WORKERS and "army" in tree.lower[begin:head]:
        return Category.COMBATANTS
    if category is Category.CHILDREN and word in ("son", "sons"):
        return Category.PEOPLE
    if category is Category.CHILDREN and word in ("daughter", "daughters"):
        return Category.WOMEN
    return _joined(tree, head, category)


def _of_aid(tree: Tree, head: int) -> bool:
    """Whether people are those of a body that rescues or helps: "members of the White Helmets"."""
    after = tree.lower[head + 1 : head + 8]
    if after[:1] not in (["of"], ["from"], ["with"]):
        return False
    stop = next((n for n, w in enumerate(after) if w in words("ends_of_phrase")), len(after))
    return bool(set(after[:stop]) & words("aid_bodies"))


def _of_armed(tree: Tree, begin: int, head: int) -> bool:
    """Whether people are those of an armed body: by the words before, by "of the army" after, by "of" and a name."""
    if words("armed") & set(tree.lower[max(begin - 1, head - 5) : head]):
        return True
    after = tree.lower[head + 1 : head + 9]
    if after[:1] == ["and"] and len(after) > 2 and after[2] in ("of", "from"):
        after = after[2:]  # "members and commanders of the group"
    after = after[:6]
    after = after[: next((n for n, w in enumerate(after) if w in words("ends_of_phrase")), len(after))]
    if after[:1] not in (["of"], ["from"]):
        return False
    if set(after) & (words("armed") | {"faction", "factions", "movement", "state"}):
        return True
    if tree.lower[head] not in ("member", "members", "element", "elements") or set(after) & words("civil_bodies"):
        return False
    return any(tree.tags[t] in ("NNP", "NNPS", "``") for t in range(head + 2, min(head + 5, len(tree))))


def _joined(tree: Tree, head: int, category: Category) -> Category:
    """ "soldiers and civilians" counted together are people, "women and children" civilians."""
    found = [category]
    k = head + 1
    while k + 1 < len(tree):
        step = 1 if tree.lower[k] in ("and", "or") else 0
        at = k + step
        while at + 1 < len(tree) and tree.tags[at] == "JJ" and step:
            at += 1
        noun = noun_ending_at(tree.lower, at) if at < len(tree) else None
        if noun is None or noun.facility or not noun.plural or not (step or _closes_list(tree, at)):
            break
        theirs = tree.lower[at] in words("of_the_armed") and tree.lower[at + 1 : at + 2] != ["of"]
        if not (category is Category.COMBATANTS and theirs):
            found.append(noun.category)  # "fighters and leaders" are all of the armed
        k = at + 1
        if step:
            break
    if len(set(found)) == 1 or category in FACILITY_CATEGORIES or category is Category.PEOPLE:
        return category
    if Category.COMBATANTS in found or Category.PEOPLE in found:
        return Category.PEOPLE
    return Category.CIVILIANS


def _closes_list(tree: Tree, at: int) -> bool:
    """Whether "and" and another noun follow: a list that has lost its commas ("soldiers guards and staff")."""
    return (
        tree.lower[at + 1 : at + 2] == ["and"] and at + 2 < len(tree) and noun_ending_at(tree.lower, at + 2) is not None
    )
