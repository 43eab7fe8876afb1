"""Numbers whose noun is left out ("39 injured", "a toll of 20", "two others"), and whom they count all the same."""

from __future__ import annotations

from according.domain.claim import Quantity
from according.domain.values import Category
from according.extract.english.counting import Counted, How, made
from according.extract.english.lexicon import harm, noun_ending_at, words
from according.extract.english.nouns import noun_after
from according.extract.english.parse import Tree


def bare(tree: Tree, first: int, i: int, end: int, quantity: Quantity) -> Counted | None:
    """A number whose noun is left out: "39 injured", "killing 19", "a toll of 20", "two others", "20 of them"."""
    lower = tree.lower
    after, before = lower[end] if end < len(lower) else "", lower[first - 1] if first else ""
    if after in words("not_counted"):
        return None
    if after in words("more_words"):
        return made(tree, first, end, end, quantity, None, How.OTHERS)
    if lower[i] == "one" and not _one_alone(tree, i, end, before):
        return None
    year = quantity.low is not None and 1900 <= quantity.low <= 2099 and len(lower[i]) == 4 and first == i
    if year and lower[i].isdigit():
        return None
    if (
        after == "of"
        and lower[end + 1 : end + 2]
        and lower[end + 1] in words("of_them") | {"the", "his", "her", "their"}
    ):
        return made(tree, first, end + 1, i, quantity, None, How.OTHERS)
    if after in words("counted_at") and before in words("counting_on") and _counted_before(tree, first):
        return made(tree, first, end - 1, end - 1, quantity, None, How.OTHERS)
    direct = after in harm() and tree.tags[end] in ("VBN", "VBD", "JJ", "NN")
    later = after in words("aux") and any(w in harm() for w in lower[end : end + 7])
    counted = before in words("harm_before") or (
        before in ("to", "at", "of", "by", "reached", "is", "as", "was") and after_toll(lower, first)
    )
    if direct or later or after in harm() or counted:
        whose = _tolled(tree, first) if counted and before not in words("harm_before") else _ranked(tree, end)
        return made(tree, first, end - 1, end - 1, quantity, whose, How.OTHERS)
    return None


def _ranked(tree: Tree, end: int) -> Category | None:
    """ "15 dead among the ranks of the group", "at least 37 dead on the regime side": those of an armed side."""
    for t in range(end, min(end + 3, len(tree))):
        if tree.lower[t] in ("among", "in", "from", "on", "within"):
            near = tree.lower[t + 1 : t + 5]
            at = next((n for n, w in enumerate(near) if w in words("ranks")), None)
            armed = at is not None and (near[at] == "ranks" or bool(set(near[:at]) & words("armed")))
            return Category.COMBATANTS if armed else None
    return None


def _tolled(tree: Tree, first: int) -> Category | None:
    """Whom a toll counts: "the number of fighters killed in the battle has risen to 39", "the toll among civilians"."""
    for t in range(first - 2, max(-1, first - 25), -1):
        if tree.lower[t] in ("toll", "tolls", "number", "count") and tree.lower[t + 1] in ("of", "among", "amongst"):
            noun = noun_after(tree, t + 2, many=True)
            known = noun_ending_at(tree.lower, noun[0]) if noun is not None else None
            return noun[1] if noun is not None and known is not None and not known.facility else None
    return None


def _counted_before(tree: Tree, first: int) -> bool:
    """Whether the sentence counts something before: "killed 15 in the north and another six in Marj"."""
    return any(
        (tree.lower[t][:1].isdigit() or tree.lower[t] in words("number_words") - {"a", "half"})
        and t + 1 < first
        and noun_after(tree, t + 1) is not None
        for t in range(first)
    )


def _one_alone(tree: Tree, i: int, end: int, before: str) -> bool:
    """ "killing one", "one dead", "One was killed": the person is left out; not "one of the deadliest"."""
    after = tree.lower[end] if end < len(tree) else ""
    if before in words("harm_before") or (after in harm() and after not in ("killing",)):
        return True
    return tree.deps[i] in ("nsubjpass", "nsubj") and tree.lower[tree.heads[i]] in harm() and after not in ("of",)


def after_toll(lower: list[str], index: int) -> bool:
    """Whether a number at a token is the toll that the words before speak of ("the death toll has reached 61")."""
    for word in reversed(lower[max(0, index - 24) : index]):
        if word in ("toll", "tolls", "number", "dead", "deaths", "victims", "count"):
            return True
        if word[:1].isdigit():
            return False
    return False
