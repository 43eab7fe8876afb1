"""The language of a text: by its script where that tells, by the hint where it fits, by py3langid else."""

from __future__ import annotations

import re

SAMPLE = 4_000
"""Characters looked at: a report's language shows early."""
SHORT = 40
"""Letters under which a statistical guess is worth less than the hint or the script."""
UNKNOWN = "und"
"""ISO 639's code for a text whose language cannot be told."""

_ARABIC = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_NOT_ARABIC_LANGUAGE = re.compile(r"[\u067e\u0686\u0698\u06a9\u06af\u06cc\u06d5\u06ce\u0695]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_CODE = re.compile(r"[a-z]{2,3}(?=[-_]|$)")
_NAMES = {"english": "en", "arabic": "ar", "eng": "en", "ara": "ar"}
_IN_ARABIC_SCRIPT = frozenset({"ar", "fa", "ur", "ckb", "ku", "ps", "ug", "sd", "arz", "apc"})
_IN_CYRILLIC = frozenset({"ru", "uk", "bg", "be", "sr", "mk", "kk", "ky", "mn", "tg"})
_IN_NEITHER = frozenset({"he", "el", "hy", "ka", "zh", "ja", "ko", "hi", "th", "am"})


def language_of(text: str, hint: str | None = None) -> str:
    """An ISO 639 code ("en", "ar", ...). A hint that fits the script is believed; "und" where there are no letters."""
    sample = text[:SAMPLE]
    arabic, cyrillic, latin = (len(pattern.findall(sample)) for pattern in (_ARABIC, _CYRILLIC, _LATIN))
    known = _hinted(hint)
    if not arabic + cyrillic + latin:
        return known if known in _IN_NEITHER else UNKNOWN
    if arabic > 0.5 * latin and arabic > cyrillic:
        if known in _IN_ARABIC_SCRIPT:
            return known or UNKNOWN
        return "ar" if len(_NOT_ARABIC_LANGUAGE.findall(sample)) < 0.03 * arabic else _guess(sample)
    if cyrillic > latin:
        return known if known in _IN_CYRILLIC else _guess(sample)
    if known is not None and known not in _IN_ARABIC_SCRIPT - {"ku"} | _IN_CYRILLIC - {"sr"} | _IN_NEITHER:
        return known
    return "en" if latin < SHORT else _guess(sample)


def sentence_language(text: str, start: int, end: int, lang: str) -> str | None:
    """The language of text[start:end] where it is plainly another than the report's: Arabic amid English, or English amid Arabic.

    A sentence of Latin letters counts as English only where small English words show it: Arabic pages hold Turkish and Kurdish too.
    """
    words = text[start : min(end, start + SAMPLE)]
    if lang not in _MIXED or (lang == "en" and words.isascii()):
        return None
    arabic, latin = len(_ARABIC.findall(words)), len(_LATIN.findall(words))
    if lang == "en":
        return "ar" if arabic >= _FEWEST and arabic > latin else None
    if latin < _FEWEST or latin <= 2 * arabic:
        return None
    return "en" if len(_ENGLISH.findall(words)) >= _SMALL_WORDS else None


_MIXED = frozenset({"ar", "en"})
_FEWEST = 15
"""Letters of the shortest sentence that is told to be in another language than its report."""
_SMALL_WORDS = 2
_ENGLISH = re.compile(
    r"\b(?:the|of|in|on|and|by|was|were|has|have|to|at|from|after|with|that|near|two|three|four|five|a|an)\b", re.I
)


def _hinted(hint: str | None) -> str | None:
    """ "en-GB", "EN" and "English" give "en"; what is no language's code gives None."""
    plain = (hint or "").strip().lower()
    code = _CODE.match(plain)
    return _NAMES.get(plain) or (_NAMES.get(code.group(), code.group()) if code else None)


def _guess(sample: str) -> str:
    from py3langid import classify  # type: ignore[import-untyped]

    language, _ = classify(sample)
    return str(language)
