"""Counted things: quantity and noun, a single person or facility named by an article, a named victim (codebook, Figures)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from according.domain.claim import Quantity
from according.domain.values import FACILITY_CATEGORIES, Bound, Category
from according.extract.english.lexicon import harm, noun_ending_at
from according.extract.english.parse import Tree
from according.text.numbers import number_at


class How(Enum):
    """By what a thing is counted: the weaker the sign, the stronger the tie to a word of harm must be."""

    NUMBER = "number"
    VAGUE = "vague"
    ARTICLE = "article"
    DEFINITE = "definite"
    NAME = "name"
    ZERO = "zero"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted thing at tokens first..last; `head` is its noun, or the number where the noun is left out.

    `category` None = the noun is left out ("two others", "killed 19"): it is that of the thing counted before.
    """

    first: int
    last: int
    head: int
    quantity: Quantity
    category: Category | None
    how: How

    @property
    def facility(self) -> bool:
        return self.category in FACILITY_CATEGORIES


_BOUNDS: tuple[tuple[tuple[str, ...], Bound], ...] = tuple(
    sorted(
        (
            (tuple(words.split()), bound)
            for bound, options in (
                (
                    Bound.AT_LEAST,
                    "at least|no fewer than|no less than|not less than|a minimum of|upwards of|at the least",
                ),
                (Bound.MORE_THAN, "more than|over|above|in excess of|well over|exceeding|greater than"),
                (Bound.AT_MOST, "up to|as many as|at most|no more than|not more than|a maximum of"),
                (Bound.FEWER_THAN, "fewer than|less than|under"),
                (
                    Bound.ABOUT,
                    "about|around|some|nearly|almost|approximately|roughly|an estimated|estimated|close to|approx|circa",
                ),
                (Bound.EXACT, "a total of|exactly|just|only"),
            )
            for words in options.split("|")
        ),
        key=lambda entry: -len(entry[0]),
    )
)
_VAGUE: tuple[tuple[str, ...], ...] = tuple(
    sorted(
        (
            tuple(words.split())
            for words in (
                "dozens|scores|hundreds|thousands|tens|several|many|numerous|multiple|countless|a number|a large number|"
                "large numbers|an unspecified number|an unknown number|a small number|unspecified number|a handful|a few|few dozen|"
                "a few dozen|several dozen|several hundred|several thousand|many hundreds|many thousands|many dozens|tens of thousands|"
                "hundreds of thousands|dozens more|scores more|hundreds more|millions|a group|a score|an unconfirmed number|"
                "an undetermined number|various|some dozens|untold numbers|the number"
            ).split("|")
        ),
        key=lambda words: -len(words),
    )
)
_NEEDS_OF = {"a group", "the number"}
_ARTICLES = {"a", "an", "another"}
_POINTERS = {"the", "this", "its", "their", "his", "her", "that"}
_MORE = {"others", "more", "other", "additional", "further"}
_MODIFIERS = {
    "JJ",
    "JJR",
    "JJS",
    "NN",
    "NNP",
    "NNPS",
    "VBN",
    "VBG",
    "HYPH",
    "POS",
    "NNS",
    "FW",
    "RB",
    "AFX",
    "``",
    "''",
    "ADD",
}
_NOT_PEOPLE = set(
    "year years day days hour hours minute minutes week weeks month months km kilometers kilometres kilometer kilometre miles mile "
    "metres meters percent per % pm am p.m. a.m. degrees tons tonnes dollars rockets shells missiles mortars strikes raids airstrikes "
    "attacks times villages towns cities countries provinces districts areas neighborhoods neighbourhoods bombs trucks' operations rounds "
    "barrels projectiles munitions drones flights sorties attempts occasions incidents million billion grams kg members-of positions "
    "points points' sites targets locations fronts axes explosions blasts".split()
)
_ARMED = set(
    "army military regime rebel police security militia armed isil isis is daesh taliban al-qaeda qaeda nusra insurgent sdf ypg ypj fsa "
    "hts hezbollah hizbullah hamas islamist jihadist government-allied pro-government pro-regime terrorist terrorists enemy "
    "forces brigade battalion guard guards corps force group militant militants organization organisation haqqani".split()
)
_CIVIL_BODIES = set(
    "family families council parliament congress senate committee staff team community medical party union tribe clan household church press media".split()
)
_GENERIC = set(
    "member members element elements man men leader leaders official officials recruit recruits youth youths other others individual individuals "
    "suspect suspects person people staff employee employees supporter supporters nationals prisoner prisoners operative body bodies".split()
)


def counted(tree: Tree) -> list[Counted]:
    """Every counted thing of a sentence, left to right, not overlapping."""
    found: list[Counted] = []
    i = 0
    while i < len(tree):
        thing = _zero(tree, i) or _numbered(tree, i) or _vague(tree, i) or _single(tree, i)
        if thing is None:
            i += 1
            continue
        found.append(thing)
        if thing.how is How.ARTICLE:
            found += _joined(tree, thing)
        i = found[-1].last + 1
    return found


def _joined(tree: Tree, thing: Counted) -> list[Counted]:
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
        if not step and not noun_ending_at(
            tree.lower, at + 1 if at + 2 >= len(tree) or tree.lower[at + 1] != "and" else at + 2
        ):
            break
        found.append(_made(tree, at, at, at, thing.quantity, noun.category, How.ARTICLE))
        k = at + 1
    return found


def _bound_before(tree: Tree, i: int) -> tuple[int, Bound]:
    """Where the bounding words before token i begin, and what they say; "some more than" is read innermost."""
    for words, bound in _BOUNDS:
        begin = i - len(words)
        if begin >= 0 and tuple(tree.lower[begin:i]) == words:
            if begin >= 1 and bound is not Bound.EXACT and tree.lower[begin - 1] in ("some", "for", "just", "well"):
                return begin, bound
            return begin, bound
    return i, Bound.EXACT


def _numbered(tree: Tree, i: int) -> Counted | None:
    words = tree.lower
    if (
        words[i] in ("a", "one")
        and i + 1 < len(tree)
        and words[i] == "a"
        and words[i + 1] not in ("dozen", "hundred", "thousand")
    ):
        return None
    if not (words[i][0].isdigit() or words[i].split("-")[0] in _NUMBER_STARTS):
        return None
    read = number_at(words, i)
    if read is None:
        return None
    low, used = read
    high: int | None = low
    end = i + used
    first, bound = _bound_before(tree, i)
    if (end + 1 < len(tree) and words[end] in ("to", "or", "-", "–")) or (
        end + 1 < len(tree) and words[end] == "and" and i and words[i - 1] == "between"
    ):
        upper = number_at(words, end + 1)
        if upper and upper[0] > low:
            high, end, bound = upper[0], end + 1 + upper[1], Bound.BETWEEN
            if i and words[i - 1] == "between":
                first = i - 1
    if _in_date(tree, i, end):
        return None
    if end < len(tree) and words[end] in (
        "%",
        "percent",
        "per",
        "-year",
        "st",
        "nd",
        "rd",
        "th",
        "°",
        "o'clock",
        "gmt",
        "hrs",
        ":",
        "/",
    ):
        return None
    if i and words[i - 1] in (
        "$",
        "€",
        "£",
        "#",
        "no",
        "no.",
        "number",
        "article",
        "resolution",
        "chapter",
        "route",
        "highway",
        "phase",
        "/",
        ":",
        "age",
        "aged",
    ):
        return None
    quantity = _bounded(low, high, bound)
    noun = _noun_after(tree, end)
    if words[end : end + 2] == ["or", "more"] and noun is None:
        noun, quantity = _noun_after(tree, end + 2), Quantity("", low, None, Bound.AT_LEAST)
    if noun is None:
        return _bare(tree, first, i, end, quantity)
    head, category = noun
    last = head
    if tree.lower[head] in ("others",) or category is None:
        return _made(tree, first, head, head, quantity, None, How.OTHERS)
    return _made(tree, first, last, head, quantity, category, How.NUMBER)


_MONTHS = set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


def _in_date(tree: Tree, i: int, end: int) -> bool:
    """Whether a number is a day or a year: "05 July", "July 5", "5, 2015", "12 2016"."""
    words = tree.lower
    before, after = words[i - 1] if i else "", words[end] if end < len(tree) else ""
    if not words[i][0].isdigit():
        return False
    year = len(words[i]) == 4 and words[i].isdigit() and 1900 <= int(words[i]) <= 2099
    if year and (
        before in _MONTHS
        or before in ("in", "since", "of", "late", "early", "mid", "/", "-", ",")
        or (before[:1].isdigit() and len(before) <= 2)
    ):
        return True
    if (
        len(words[i]) <= 2
        and (before in _MONTHS or after in _MONTHS)
        and not (before in _MONTHS and _noun_after(tree, end) is not None and i > 1 and words[i - 2][:1].isdigit())
    ):
        return True
    return False


_NUMBER_STARTS = set(
    "a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
    "thirty forty fifty sixty seventy eighty ninety half".split()
)


def _bounded(low: int, high: int | None, bound: Bound) -> Quantity:
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return Quantity("", low, None, bound)
    if bound in (Bound.AT_MOST, Bound.FEWER_THAN):
        return Quantity("", None, low, bound)
    return Quantity("", low, high, bound)


def _bare(tree: Tree, first: int, i: int, end: int, quantity: Quantity) -> Counted | None:
    """A number whose noun is left out: "39 injured", "killing 19", "a toll of 20", "two others", "20 of them"."""
    words = tree.lower
    after = words[end] if end < len(tree) else ""
    before = words[first - 1] if first else ""
    if after in _NOT_PEOPLE or (
        words[i] in ("one",)
        and after not in ("of", "killed", "dead", "injured", "wounded")
        and before not in _HARM_BEFORE
    ):
        return None
    if after in _MORE:
        return _made(tree, first, end, end, quantity, None, How.OTHERS)
    if (
        quantity.low is not None
        and 1900 <= quantity.low <= 2099
        and words[i].isdigit()
        and len(words[i]) == 4
        and first == i
    ):
        return None
    harmed_after = after in harm() or (after in _AUX and any(w in harm() for w in words[end : end + 5]))
    of_them = words[end : end + 2] in (["of", "them"], ["of", "whom"], ["of", "those"], ["of", "which"]) or words[
        end : end + 2
    ] == ["of", "the"]
    if of_them:
        return _made(tree, first, end + 1, i, quantity, None, How.OTHERS)
    if harmed_after and after not in _AUX and tree.tags[end] in ("VBN", "VBD", "JJ", "NN"):
        return _made(tree, first, end - 1, end - 1, quantity, None, How.OTHERS)
    if harmed_after or before in _HARM_BEFORE or (before in ("to", "at", "of", "by") and _toll_before(words, first)):
        return _made(tree, first, end - 1, end - 1, quantity, None, How.OTHERS)
    return None


_AUX = set(
    "were was are is have has had been being be other also reportedly feared to left seriously critically".split()
)
_HARM_BEFORE = set(
    "killed killing kills kill injuring injured wounding wounded wounds injures dead leaving left martyred displacing arresting detaining arrested detained and including".split()
)


def _toll_before(words: list[str], index: int) -> bool:
    return any(word in ("toll", "tolls", "number", "dead") for word in words[max(0, index - 6) : index])


def _vague(tree: Tree, i: int) -> Counted | None:
    words = tree.lower
    if words[i] not in _VAGUE_STARTS:
        return None
    for phrase in _VAGUE:
        if tuple(words[i : i + len(phrase)]) != phrase:
            continue
        end = i + len(phrase)
        joined = " ".join(phrase)
        if joined in _NEEDS_OF and (end >= len(tree) or words[end] != "of"):
            continue
        first, _ = _bound_before(tree, i)
        quantity = Quantity("", None, None, None, vague=True)
        noun = _noun_after(tree, end + 1 if end < len(tree) and words[end] == "of" else end)
        if noun is not None:
            head, category = noun
            how = How.OTHERS if category is None else How.VAGUE
            return _made(tree, first, head, head, quantity, category, how)
        after = words[end] if end < len(tree) else ""
        if after in _MORE:
            return _made(tree, first, end, end, quantity, None, How.OTHERS)
        if words[end : end + 2] in (["of", "them"], ["of", "whom"]):
            return _made(tree, first, end + 1, i, quantity, None, How.OTHERS)
        if (
            phrase[-1] == "more"
            or after in harm()
            or (after in _AUX and any(w in harm() for w in words[end : end + 4]))
        ):
            return _made(tree, first, end - 1, end - 1, quantity, None, How.OTHERS)
        if i and words[i - 1] in _HARM_BEFORE and phrase[0] not in ("many", "several", "multiple"):
            return _made(tree, first, end - 1, end - 1, quantity, None, How.OTHERS)
        if (
            tree.tags[i] in ("NNS", "JJ", "DT")
            and tree.deps[i] in ("nsubj", "nsubjpass", "dobj")
            and phrase[0] in ("many", "several", "dozens", "hundreds", "thousands", "scores")
        ):
            return _made(tree, first, end - 1, end - 1, quantity, None, How.OTHERS)
        return None
    return None


_VAGUE_STARTS = {phrase[0] for phrase in _VAGUE}


def _single(tree: Tree, i: int) -> Counted | None:
    """A person or facility named by an article: "an infant girl", "the village's underground hospital"."""
    word = tree.lower[i]
    if word in _ARTICLES:
        noun = _noun_after(tree, i + 1)
        how = How.ARTICLE
    elif word in _POINTERS or (tree.tags[i] == "POS"):
        noun = _noun_after(tree, i + 1)
        how = How.DEFINITE
    elif tree.tags[i] == "NNP" and (i == 0 or tree.tags[i - 1] not in ("NNP", "DT", "POS", "CD", "HYPH", "NN", "JJ")):
        noun = _noun_after(tree, i + 1)  # a facility by its name: "Sheikh Omar Mosque", "Haifa oil refinery"
        if (
            noun is None
            or noun[1] not in FACILITY_CATEGORIES
            or any(tree.tags[t] not in ("NNP", "NN", "HYPH", "JJ", "POS", "IN") for t in range(i, noun[0]))
        ):
            return None
        how = How.DEFINITE
    else:
        return None
    if noun is None:
        return None
    head, category = noun
    spec = noun_ending_at(tree.lower, head)
    if category is None or spec is None or spec.plural or tree.tags[head] in ("NNS", "NNPS"):
        return None
    if spec.plural is None and tree.lower[head] not in ("headquarters", "barracks"):
        return None
    first = i + 1 if tree.tags[i] == "POS" else i
    if how is How.DEFINITE and not spec.facility:
        return None
    if category is Category.FAMILIES:
        return None
    return _made(tree, first, head, head, Quantity("", 1, 1, Bound.EXACT), category, how)


def _zero(tree: Tree, i: int) -> Counted | None:
    word = tree.lower[i]
    if word == "no" and tree.lower[i + 1 : i + 2] in (["one"], ["-"]):
        return _made(tree, i, i + 1, i + 1, Quantity("", 0, 0, Bound.EXACT), Category.PEOPLE, How.ZERO)
    if word == "nobody":
        return _made(tree, i, i, i, Quantity("", 0, 0, Bound.EXACT), Category.PEOPLE, How.ZERO)
    if word not in ("no", "any", "without", "zero"):
        return None
    for k in range(i + 1, min(i + 6, len(tree))):
        low = tree.lower[k]
        if low in ("casualties", "injuries", "deaths", "fatalities", "casualty", "victims"):
            return _made(tree, i, k, k, Quantity("", 0, 0, Bound.EXACT), Category.PEOPLE, How.ZERO)
        if tree.tags[k] not in _MODIFIERS and low not in ("immediate", "reports", "of", "or", "any"):
            break
    noun = _noun_after(tree, i + 1)
    if word in ("no", "any") and noun is not None and noun[1] is not None and noun[1] not in FACILITY_CATEGORIES:
        if word == "any" and not any(
            w in ("not", "n't", "without", "no", "nor") for w in tree.lower[max(0, i - 8) : i]
        ):
            return None
        return _made(tree, i, noun[0], noun[0], Quantity("", 0, 0, Bound.EXACT), noun[1], How.ZERO)
    return None


def _noun_after(tree: Tree, begin: int) -> tuple[int, Category | None] | None:
    """The counted noun that follows: (its index, its category), (index, None) for "others"; None where there is none."""
    words, tags = tree.lower, tree.tags
    k, best, steps = begin, None, 0
    while k < len(words) and steps < 8:
        word = words[k]
        if word == "of" and k == begin:
            k += 1
            continue
        if word in ("(", "-lrb-") and ")" in words[k : k + 8]:
            k = words.index(")", k) + 1  # "35 Daesh (outlawed in Russia) militants"
            continue
        if word in ("the", "its", "their", "these", "those") and k <= begin + 1:
            k += 1
            steps += 1
            continue
        if word in _NOT_PEOPLE and best is None and tags[k] in ("NNS", "NN"):
            return None
        noun = noun_ending_at(words, k)
        if (
            noun is not None
            and noun.category is Category.PEOPLE
            and tags[k] in ("JJ", "NNP")
            and k + 1 < len(words)
            and tags[k + 1] in ("NN", "NNS", "JJ", "NNP", "HYPH")
        ):
            k, steps = k + 1, steps + 1  # "a Syrian gas field", "Iraqi soldiers"
            continue
        if (
            noun is not None
            and k + 1 < len(words)
            and tree.deps[k] == "compound"
            and tree.heads[k] > k
            and not any(noun_ending_at(words, t) for t in range(k + 1, tree.heads[k] + 1))
        ):
            return None  # "a car bomb", "two police dogs"
        if noun is not None and (
            tags[k] not in ("VBD", "VBZ", "VBP") or (noun.plural is not None and tags[k] != "VBZ")
        ):
            if word in (
                "dead",
                "wounded",
                "injured",
                "displaced",
                "other",
                "life",
                "major",
                "general",
                "general",
                "kurd",
                "local",
                "female",
                "well",
            ) and not _ends_phrase(tree, k):
                k, steps = k + 1, steps + 1
                continue
            best = k
            nxt = words[k + 1] if k + 1 < len(words) else ""
            if (
                nxt
                and tags[k + 1] in ("NN", "NNS", "NNP", "HYPH")
                and (noun_ending_at(words, k + 1) or tags[k + 1] == "HYPH")
                and not (noun.plural and word.endswith("s"))
            ):
                k, steps = k + 1, steps + 1
                continue
            break
        if best is not None:
            break
        if (
            word in ("and", "or", "/", ",")
            and k > begin
            and k + 1 < len(words)
            and tags[k - 1] in _MODIFIERS
            and _soon_noun(tree, k + 1)
            and not words[k + 1][0].isdigit()
            and words[k + 1] not in _NUMBER_STARTS
        ):
            k, steps = k + 1, steps + 1
            continue
        if tags[k] not in _MODIFIERS:
            return None
        if word in harm() and tags[k] in ("VBN", "VBD", "VBG") and not _soon_noun(tree, k + 1):
            return None
        k, steps = k + 1, steps + 1
    if best is None:
        return None
    if words[best] in ("others", "other"):
        return best, None
    found = noun_ending_at(words, best)
    assert found is not None
    return best, _refined(tree, begin, best, found.category)


def _ends_phrase(tree: Tree, k: int) -> bool:
    """Whether nothing that the noun at k could modify follows."""
    return (
        k + 1 >= len(tree)
        or tree.tags[k + 1] not in ("NN", "NNS", "NNP", "JJ", "NNPS", "VBN")
        or tree.deps[k] in ("nsubj", "nsubjpass", "dobj", "pobj")
    )


def _soon_noun(tree: Tree, begin: int) -> bool:
    for k in range(begin, min(begin + 3, len(tree))):
        if noun_ending_at(tree.lower, k):
            return True
        if tree.tags[k] not in _MODIFIERS:
            return False
    return False


def _refined(tree: Tree, begin: int, head: int, category: Category) -> Category:
    """The category by the words around the noun: "army members", "members of the security forces", "female fighters"."""
    words = tree.lower
    if category is Category.PEOPLE and words[head] in _GENERIC:
        before = set(words[max(begin - 1, head - 5) : head])
        after = words[head + 1 : head + 7]
        if before & _ARMED or (after[:1] == ["of"] and set(after) & (_ARMED | {"faction", "movement"})):
            return Category.COMBATANTS
        if (
            words[head] in ("member", "members", "element", "elements")
            and after[:1] == ["of"]
            and not set(after) & _CIVIL_BODIES
        ):
            named = [t for t in range(head + 2, min(head + 5, len(tree))) if tree.tags[t] in ("NNP", "NNPS", "``")]
            if named:
                return Category.COMBATANTS
    if category is Category.PEOPLE and words[head - 1 : head] == ["civilian"]:
        return Category.CIVILIANS
    if category is Category.HEALTH_WORKERS and "army" in words[begin:head]:
        return Category.COMBATANTS
    if category is Category.CHILDREN and words[head] in ("son", "sons", "daughter", "daughters"):
        return Category.PEOPLE if words[head] in ("son", "sons") else Category.WOMEN
    following = words[head + 1 : head + 3]
    if len(following) == 2 and following[0] == "and":
        other = noun_ending_at(words, head + 2)
        if (
            other is not None
            and other.category is not category
            and not other.facility
            and category not in FACILITY_CATEGORIES
        ):
            both = {category, other.category}
            if Category.COMBATANTS in both:
                return Category.PEOPLE
            if both == {Category.WOMEN, Category.CHILDREN}:
                return Category.CIVILIANS
    return category


def _made(
    tree: Tree, first: int, last: int, head: int, quantity: Quantity, category: Category | None, how: How
) -> Counted:
    stated = tree.text(first, last)
    return Counted(first, last, head, replace(quantity, stated=stated), category, how)
