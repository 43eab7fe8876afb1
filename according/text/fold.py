"""Folding: one spelling for all the spellings of a name, so that lookups meet. Never shown to anybody.

Case, accents, hyphens, apostrophes, spaces, Arabic letter forms, tatweel, vowel signs and digits of other scripts are
made equal. What folds to the same string is the same name; nothing is fuzzy beyond that.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "'’‘ʼʻʾʿʽ`´′＇"
"""Dropped without a trace: "Ma'arat", "Ma’arat" and "Maarat" are one."""

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىیېے", "ي"),
        **dict.fromkeys("کڪ", "ك"),
        **dict.fromkeys("ةۀہە", "ه"),
        "ؤ": "و",
        "ئ": "ي",
        "ء": "",
        "ـ": "",
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ə": "a",
        **dict.fromkeys(APOSTROPHES, ""),
        **dict.fromkeys(
            "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff", ""
        ),
    }
)
_ABBREVIATION = re.compile(r"(?<!\w)(?:\w\.){2,}")
_BETWEEN = re.compile(r"[\W_]+")
_PLAIN = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The key under which a name is looked up: words in lower case, without accents, one space apart.

    `fold(fold(x)) == fold(x)`; "" where the text holds no letter or digit. "Ma`arrat an-Nu'mān" gives
    "maarrat an numan", "إِدلِـب" gives "ادلب", "U.S." gives "us", "٣" gives "3".
    """
    if _PLAIN.fullmatch(text):
        return text
    if text.isascii():
        bare = text.lower().translate(_LETTERS)
    else:
        # Compatibility forms first (presentation forms, ligatures), then accents as marks of their own to drop them.
        lowered = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
        bare = unicodedata.normalize("NFKD", lowered).translate(_MARKS).translate(_LETTERS)
    if "." in bare:
        bare = _ABBREVIATION.sub(lambda found: found.group().replace(".", ""), bare)
    return _BETWEEN.sub(" ", bare).strip()


class _Marks(dict[int, int | str | None]):
    """For str.translate: drops marks, makes all digits ASCII; works out each character once."""

    def __missing__(self, code: int) -> int | str | None:
        char = chr(code)
        kept: int | str | None = code
        if unicodedata.category(char) == "Mn":
            kept = None
        elif not char.isascii() and char.isdigit():
            value = unicodedata.digit(char, None)
            kept = code if value is None else str(value)
        self[code] = kept
        return kept


_MARKS = _Marks()
