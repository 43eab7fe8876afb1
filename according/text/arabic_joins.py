"""Where a word was broken up to pass a filter: "سـ.ـقوط", "حر*اس", "د.ا.عش", "تـ ـسـ ـتـ ـهـ ـدف", "القاعdة".

Works on text in which every letter has its one spelling and no vowel sign is left (`arabic.clean_text` makes it). A
tatweel joins letters, so one before a gap or behind it is the trace of a broken word; a dot or a space alone breaks
ordinary words too, and joins only where what it leaves would be no words. All patterns are bounded: linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

TATWEEL = "ـ"
_L = "[\u0621-\u063f\u0641-\u064a]"
_JUNK = r".*…·•|/\\~^+"
_GAP = re.compile(rf"(?<={_L})[ ]?[{TATWEEL}{_JUNK}][{TATWEEL}{_JUNK} ]{{0,9}}(?={_L})")
_LEFT = re.compile(rf"{_L}{{1,12}}\Z")
_RIGHT = re.compile(rf"{_L}{{1,12}}")
_LOOK = 12
_SINGLES = re.compile(rf"(?<!{_L}){_L}(?:[ ]{_L}{TATWEEL}?(?!{_L})){{2,30}}")
"""Letters that all stand alone: "د ا ع ش"."""
_BEFORE_BROKEN = re.compile(rf"(?<!{_L})(?![وبلكف]){_L}[ ](?={_L}{TATWEEL}[ .]{{1,3}}{TATWEEL})")
"""A letter that stands alone before a broken word: the beginning of "ا نـ ـفـ ـجـ ـر"."""
_AFTER_BROKEN = re.compile(
    rf"(?:(?<={TATWEEL}{_L})|(?<={TATWEEL}{_L}{{2}}))(?:[ ]{_L}(?![{TATWEEL}\u0621-\u064a])){{1,30}}"
)
"""Letters that stand alone behind a broken word: the end of "صـ ـا ر و خ"."""
_LATIN = re.compile(rf"(?<={_L})[a-z](?={_L})")
_SOUNDS = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابكديفغهيجكلمنوبقرستوفوكيز", strict=True))
"""The Arabic letter that a Latin one stands for inside an Arabic word."""

_CLITICS = frozenset("و ف ب ل ك ال بال وال فال كال لل ولل فلل وبال وب ول وك فب فل".split())
"""Set apart with a tatweel before a name or a number ("لـ 376", "الـ 14"): no broken words."""
_UNJOINED = frozenset("اأإآدذرزوؤةىء")
"""Letters that join nothing behind them: a tatweel there is a dash or an ornament."""
_WORDS = frozenset(
    """من في لم لا ما قد هو هي هم كل او ان لن ثم مع كم عن هل بل يا به له لك اذ اي حي تل دم نت جي اب ام اخ يد
    هذا هذه قال ذلك تلك كما وقد وفي ومن منذ عند بعد قبل حيث حتي علي الي بين ولا ولم وما وهو وهي وكل ثلث الان يتم تم
    وتم لان كان انه انها فيه وان او لقد قام جاء نحن انا انت هنا ليس غير سوي ضد عبر خلف نحو دون ولن اما لما كيف اين يوم""".split()
)
"""Short words that do begin and end sentences: a dot beside one is a missing space, not a hidden word."""


def joins(spelled: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, put) of what stands inside words: dropped where `put` is "", else one letter that `put` replaces."""
    for gap in _GAP.finditer(spelled):
        if _is_inside_word(spelled, gap.start(), gap.end()):
            yield gap.start(), gap.end(), ""
    for run in _SINGLES.finditer(spelled):
        yield from _spaces(spelled, run.start(), run.end())
    for first in _BEFORE_BROKEN.finditer(spelled):
        yield first.end() - 1, first.end(), ""
    for run in _AFTER_BROKEN.finditer(spelled):
        if len(run.group()) > 2 or run.group()[1] not in _CLITICS:
            yield from _spaces(spelled, run.start(), run.end())
    for letter in _LATIN.finditer(spelled):
        yield letter.start(), letter.end(), _SOUNDS[letter.group()]


def _spaces(spelled: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    return ((at, at + 1, "") for at in range(start, end) if spelled[at] in (" ", TATWEEL))


def _is_inside_word(spelled: str, start: int, end: int) -> bool:
    """Whether the gap spelled[start:end] between two letters broke one word in two."""
    gap = spelled[start:end]
    if gap == TATWEEL:
        return True
    tatweels = gap.count(TATWEEL)
    if not tatweels:
        if " " in gap:
            return False
        return gap.strip("*") == "" or (gap in (".", "·", "•") and _dot_hides(spelled, start, end))
    if gap[0] == gap[-1] == TATWEEL or " " not in gap:
        return True
    if gap[-1] == TATWEEL:
        return True  # no word begins with one
    return gap[0] == TATWEEL and (tatweels > 1 or _ends_early(spelled, start, end))


def _ends_early(spelled: str, start: int, end: int) -> bool:
    """Whether the letters before "ـ " are no word of their own: "مقـ تل", but not "لـ قوات" or "قتلـ مدني"."""
    left, right = _neighbours(spelled, start, end)
    if left in _CLITICS or left[-1] in _UNJOINED:
        return False
    if len(left) <= 2 and left not in _WORDS:
        return True
    return len(right) <= 2 and right not in _WORDS and right not in _CLITICS


def _dot_hides(spelled: str, start: int, end: int) -> bool:
    """Whether a dot without a space is inside a word: what it leaves on either side are pieces, not words."""
    left, right = _neighbours(spelled, start, end)
    bare = left[2:] if left.startswith("ال") and len(left) > 3 else left
    if _in_chain(spelled, start, end, left, right):
        return len(bare) <= 3 and len(right) <= 3
    if left in _WORDS or bare in _WORDS or right.startswith("ال"):
        return False
    if len(right) == 1:
        return len(left) > 1 and right != "و"
    if right in _WORDS:
        return len(right) == 2 and bare != left and len(bare) == 2
    if len(right) == 2:
        return True
    return len(bare) <= 3 and len(right) <= 3 and right[0] not in "وف" and not (len(left) == 1 and left in "دمأا")


def _in_chain(spelled: str, start: int, end: int, left: str, right: str) -> bool:
    """Whether another dot or tatweel stands just beyond the short pieces on either side: "إس.را.ئ.ي.ل", "د.ا.عـ ـش"."""
    before, after = start - len(left) - 1, end + len(right)
    broken = (".", TATWEEL)
    return (before >= 1 and spelled[before] in broken and not spelled[before - 1].isspace() and len(left) <= 2) or (
        after + 1 < len(spelled)
        and spelled[after] in broken
        and len(right) <= 2
        and not (spelled[after] == "." and spelled[after + 1] in " \n.")
    )


def _neighbours(spelled: str, start: int, end: int) -> tuple[str, str]:
    """The letters right before and right after a gap."""
    left, right = _LEFT.search(spelled[max(0, start - _LOOK) : start]), _RIGHT.match(spelled, end)
    return left.group() if left else "", right.group() if right else ""
