"""Sentences: where they begin and end in a text as it comes, English or Arabic, with or without punctuation.

Offsets point into the text as given; every visible character lies in exactly one piece. Time is linear in the text:
whatever looks back looks back a fixed number of characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from according.text.arabic import hides_word

Span = tuple[int, int, bool]
"""(start, end, begins a line)."""

LONGEST = 1_500
"""Characters after which a piece without any stop is cut at a space: lists and tables run together are no sentences."""
WRAP = range(45, 101)
"""Lengths of the lines of a text that was wrapped by hand or by a wire machine."""

_LOOK_BACK = 40
_ARABIC = "\u0621-\u063f\u0641-\u064a\u0671-\u06d3"
"""Arabic letters without the tatweel: a stop beside a tatweel hides a word from filters and ends nothing."""
_LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"
_BREAK = re.compile(
    rf"""
    (?P<line>[{_LINE_ENDS}]\s*)
  | (?<![.!?…؟۔])(?P<stop>[.!?…؟۔]+)(?P<close>["'”’»)\]]*(?:\[\d{{1,3}}\])*)(?P<gap>[^\S{_LINE_ENDS}]*)
  | (?P<mark>[؛;])(?P<rest>[^\S{_LINE_ENDS}]+)(?=[A-Z{_ARABIC}])
    """,
    re.X,
)
_NEVER_LAST = frozenset(
    """mr mrs ms dr prof gen lt col maj sgt capt cpl brig adm cmdr cdr sen rep gov st jr sr no nos vs dept approx al eg ie cf
    hon rev pres spc pvt ssgt fig vol pp op messrs mt ft det insp supt amb""".split()
)
"""Before these the next word is always part of the sentence: "Gen. Smith", "No. 5"."""
_SELDOM_LAST = frozenset(
    """inc ltd co corp etc est jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    km kg hrs approx incl inc dist prov govt""".split()
)
"""After these a sentence ends only where the next word is one that opens sentences."""
_OPENER = re.compile(
    r"""["“‘'(]?(?:The|A|An|It|He|She|They|We|I|In|On|At|But|And|This|That|These|There|However|Meanwhile|Earlier|Later|
    According|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Several|Dozens|Hundreds|Also|Another|Both|After|Before|
    Since|When|While|THE|IT|HE|THEY|IN|ON|AT|BUT|AND|THIS)\b""",
    re.X,
)
_INITIALS = re.compile(r"(?:^|[\s(“\"'’‘–—-])((?:[A-Za-z]\.)*[A-Za-z])$")
_LAST_WORD = re.compile(r"[\w’'-]+$")
_NUMBERED = re.compile(r"\s*\(?(?:\d{1,3}|[a-zA-Z])$")
_SUFFIX = re.compile(
    r"(?:com|org|net|info|sy|uk|edu|gov|co|tv|me|ly|php|html?|jpe?g|png|pdf|twitter|aspx?|invalid|example|ru|tr|ir|il|iq|io|de|fr|نت)\b",
    re.I,
)
_AFTER_GLUE = re.compile(r"[\"“‘'(]?(\w+)(\S?)")


def sentence_spans(text: str) -> Iterator[Span]:
    """The sentences in order, without surrounding space."""
    wrapped = is_wrapped(text)
    start, fresh = 0, True
    for match in _BREAK.finditer(text):
        if match.group("line") is not None:
            if wrapped and match.group().count("\n") == 1 and _continues(text, match):
                continue
            end, opens_line = match.start(), True
        elif match.group("mark") is not None:
            end, opens_line = match.end("mark"), False
        else:
            if match.end() == len(text) or text[match.end()] in _LINE_ENDS:
                continue  # the end of the line ends the sentence
            cut = _after_stop(text, start, match)
            if cut is None:
                continue
            yield from _pieces(text, start, cut, fresh)
            start, fresh = cut, False
            continue
        yield from _pieces(text, start, end, fresh)
        start, fresh = match.end(), opens_line
    yield from _pieces(text, start, len(text), fresh)


def is_wrapped(text: str) -> bool:
    """Whether single line ends are only the edge of the page: most lines that another follows are about as long."""
    lengths = [len(line.rstrip()) for line in text[:20_000].split("\n")]
    followed = [size for size, after in pairwise(lengths) if size and after]
    return len(followed) >= 4 and max(lengths) < WRAP.stop and sum(n in WRAP for n in followed) > 0.75 * len(followed)


def _continues(text: str, match: re.Match[str]) -> bool:
    """Whether the line before a line end runs on: it is long, and the next does not begin as a list item does."""
    line_start = text.rfind("\n", max(0, match.start() - WRAP.stop), match.start()) + 1
    return match.start() - line_start in WRAP and not text.startswith(("-", "*", "•", " "), match.end())


def _after_stop(text: str, start: int, match: re.Match[str]) -> int | None:
    """Where the sentence ends at a stop (behind the quotes that close with it), or None where it goes on."""
    if match.group("gap"):
        return match.end("close") if _ends(text, start, match) else None
    end = match.end("close")
    closing = match.group("close")
    if closing[-1:] == '"' and text.count('"', max(start, end - LONGEST), end - 1) % 2 == 0:
        end -= 1  # the quotation mark opens what follows
    return end if _is_glued(text, start, match, end) else None


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a stop before a space ends a sentence: not after "Gen.", an initial, a list number, or before "a. b"."""
    stop = match.group("stop")
    before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
    after = text[match.end()]
    if before.endswith("ـ") or after == "ـ" or (after.islower() and match.group("close")):
        return False
    if len(stop) > 1 or stop not in ".…":
        return not after.islower() or "." not in stop
    word = _LAST_WORD.search(before)
    last = word.group() if word is not None else ""
    if after.islower() and (not last.islower() or len(last) < 3):
        return False
    if match.group("close"):
        return True
    if match.start() - start < 5 and _NUMBERED.fullmatch(text, start, match.start()):
        return False
    if _INITIALS.search(before):
        # "in the U.S. The army" ends; "the U.S. Army" and "J. Smith" do not
        return "." in before.rsplit(None, 1)[-1] and _OPENER.match(text, match.end()) is not None
    plain = last.rsplit("-", 1)[-1].lower()
    if plain in _NEVER_LAST and not (last.islower() and len(last) > 2):
        return plain == "no" and after.isalpha() and last.islower()
    if plain in _SELDOM_LAST and not (
        last.islower() and len(last) > 2 and plain not in ("etc", "hrs", "inc", "incl", "approx")
    ):
        return _OPENER.match(text, match.end()) is not None
    return True


def _is_glued(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether a stop without a space is a missing space ("ahead.but", "said.The") and not a name ("example.com")."""
    before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
    after = _AFTER_GLUE.match(text[end : end + _LOOK_BACK])
    if after is None or len(before) < 2 or before[-1].isspace():
        return False
    last = before.rsplit(None, 1)[-1]
    if "/" in last or "@" in last or "www" in last.lower() or _SUFFIX.match(text, end):
        return False
    word, follows = after.groups()
    if "ـ" in (before[-1], text[end]) or follows in ("/", "@", "_"):
        return False
    if match.end("close") > match.end("stop"):  # 'said."The', "(Sept.)The": nothing else is written like that
        return len(word) > 1 and not word[0].isdigit()
    if before[-1].isdigit():
        return word[0].isupper() and len(word) > 1 and word[1:].islower()
    if len(match.group("stop")) > 1 or word[0].isdigit():
        return word[0].isupper()
    if follows == "." and len(word) < 3:
        return False
    if re.search(r"(?:^|\W)\w{1,2}$", before) and before[-1].isalpha() and not _is_arabic(before[-1]):
        return False
    letter = before[-1]
    if _is_arabic(letter) and _is_arabic(word[0]) and hides_word(text, match.start(), match.end("stop")):
        return False  # "صار.وخ"
    return (letter.islower() or _is_arabic(letter) or letter in ')]”"') and (word[0].isalpha())


def _is_arabic(letter: str) -> bool:
    return "\u0621" <= letter <= "\u06d3"


def _pieces(text: str, start: int, end: int, fresh: bool) -> Iterator[Span]:
    """text[start:end] without the space around it, cut at spaces where it is longer than LONGEST."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut, fresh
        start, fresh = cut, False
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end, fresh
