"""The language of a text: by its script where that tells, by py3langid where it does not."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

SAMPLE = 4_000
"""Characters looked at: a report's language shows early."""
SHORT = 40
"""Letters under which a statistical guess is worth less than the hint or the script."""

_ARABIC = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_NOT_ARABIC_LANGUAGE = re.compile(r"[\u067e\u0686\u0698\u06a9\u06af\u06cc\u06d5\u06ce\u0695]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    return LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)


def language_of(text: str, hint: str | None = None) -> str:
    """An ISO 639-1 code ("en", "ar", ...). A hint that fits the script is believed; "und" where there are no letters."""
    sample = text[:SAMPLE]
    arabic, cyrillic, latin = (len(pattern.findall(sample)) for pattern in (_ARABIC, _CYRILLIC, _LATIN))
    if not arabic + cyrillic + latin:
        return hint or "und"
    known = (hint or "").split("-")[0].lower() or None
    if arabic > 0.5 * latin and arabic > cyrillic:
        if known in ("ar", "fa", "ur", "ckb", "ku", "ps"):
            return known
        return "ar" if len(_NOT_ARABIC_LANGUAGE.findall(sample)) < 0.03 * arabic else _guess(sample)
    if known is not None and latin >= cyrillic and known not in ("ar", "fa", "ru", "uk", "he"):
        return known
    if latin + cyrillic < SHORT:
        return "en" if latin >= cyrillic else known or _guess(sample)
    return _guess(sample)


def _guess(sample: str) -> str:
    language, _ = _identifier().classify(sample)
    return str(language)
