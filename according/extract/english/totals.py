"""Which sentences total a longer period or a whole war (codebook, cumulative)."""

from __future__ import annotations

import re

from according.extract.english.parse import Tree

_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_COUNT = r"a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|few|many"
_SINCE = (
    r"since (?:the (?:start|beginning|outbreak|war|conflict|uprising|revolution|launch|onset|offensive|campaign|civil|crisis|invasion|regime|"
    rf"government|year|coup|ceasefire)|(?:early |late |mid-?)?(?:19|20)\d\d|(?:{_MONTH}) (?:\d{{1,2}},? )?(?:19|20)\d\d|then|protests|fighting|"
    r"it began|they|last (?:year|month)|(?:the )?(?:war|conflict|fighting|violence|crisis) (?:began|started|erupted|broke)|"
    rf"(?:early |late |mid-?)?(?:{_MONTH})\b|hamas|russia|october 7|7 october)"
)
_SPAN = (
    rf"so far this (?:year|month)|this year|in all of|(?:in|during|over|for|within|after) (?:the )?(?:past |last |first )?"
    rf"(?:more than |nearly |almost |about |over |just over |some )?(?:{_COUNT})[ -]?(?:and a half )?(?:months?|years?|weeks)\b|"
    r"over the (?:past|last) (?:few |several )?(?:months|years)|in recent (?:months|years)"
)
_WAR = (
    r"(?:conflict|war|civil war|crisis|uprising|insurgency) (?:that |which )?(?:has |have |had )?(?:killed|claimed|cost|displaced|left|driven|forced|uprooted)|"
    r"(?:in|during|of|by) (?:the |syria'?s? |this |its |yemen's |sudan's )?(?:\w+[- ]year[- ](?:old )?|\w+ )?(?:conflict|civil war|war|uprising|insurgency)\b|"
    r"has killed more than|has (?:claimed|killed|displaced|left) (?:over |an estimated |some |about |at least |nearly )?[\d,.]+ ?(?:thousand|million)?|"
    r"(?:months?|years?|weeks)[- ](?:long|old) (?:war|conflict|campaign|offensive|siege|battle|operation)|(?:entire|whole) (?:war|conflict)|to date\b|"
    r"in total so far\b"
)
_CUMULATIVE = re.compile(rf"\b{_SINCE}|\b(?:{_SPAN})|\b(?:{_WAR})", re.I)


def totals(tree: Tree) -> bool:
    """Whether a sentence speaks of more than about a week, or of the war as a whole."""
    return _CUMULATIVE.search(" ".join(tree.lower)) is not None
