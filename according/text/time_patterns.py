"""The shapes of English time expressions: one named pattern a rule; what they mean is in time_spans.py.

Every expression holds one of the words of `HINT`, which is searched first because it is fast.
"""

from __future__ import annotations

import re

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
YEAR = r"(?:19|20)\d\d"
_COUNT = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a few|few|several|couple of|a couple of)"
_UNIT = r"(?:hours?|days?|weeks?|months?|years?)"
_HOUR = r"(?:\s+(?:morning|afternoon|evening|night|dawn|midnight|noon|at dawn|before dawn))?"
_PART = r"(?:early|late|mid-?|the (?:start|beginning|end) of)"
_PAST = r"(?:the\s+)?(?:past|last|previous)"

EXPRESSIONS: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?P<iso>{YEAR}-\d\d-\d\d)\b"),
    ("slashed", rf"(?P<sd>\d{{1,2}})[/.-](?P<sm>\d{{1,2}})[/.-](?P<sy>{YEAR})\b"),
    ("glued", rf"(?P<gm>{MONTH})\s(?P<gd>\d\d)(?P<gy>{YEAR})\b"),
    (
        "between",
        rf"(?:between|from)\s+(?:{DAY},?\s+)?(?P<b1m>{MONTH})?\s*(?P<b1d>\d{{1,2}})?(?:\s*,?\s*(?P<b1y>{YEAR}))?"
        rf"\s+(?:and|to|until|till)\s+(?:{DAY},?\s+)?(?:(?P<b2d>\d{{1,2}})\s+)?(?P<b2m>{MONTH})"
        rf"(?:\s+(?P<b2e>\d{{1,2}}))?(?:\s*,?\s*(?P<b2y>{YEAR}))?\b",
    ),
    ("between_days", rf"(?:between|from)\s+(?P<w1>{DAY}){_HOUR}\s+(?:and|to|until|till|through)\s+(?P<w2>{DAY}){_HOUR}\b"),
    (
        "dmy",
        rf"(?:(?P<dsince>since)\s+)?(?:on\s+|the\s+)?(?:{DAY},?\s+)?(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?"
        rf"\s+(?P<dm>{MONTH})،?(?:,?\s+(?P<dy>{YEAR}))?\b",
    ),
    (
        "mdy",
        rf"(?:(?P<msince>since)\s+)?(?:on\s+)?(?:{DAY},?\s+)?(?P<mm>{MONTH})\s+(?P<md>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
        rf"(?:\s*,?\s+(?P<my>{YEAR}))?\b",
    ),
    ("since_my", rf"since\s+(?:{_PART}\s?)?(?:(?P<smm>{MONTH})\s*,?\s*)?(?P<smy>{YEAR})\b"),
    ("month_year", rf"(?:(?P<part>early|late|mid)[ -])?(?P<nm>{MONTH})\s*,?\s+(?P<ny>{YEAR})\b"),
    ("since_month", rf"since\s+(?:the (?:start|beginning) of\s+)?(?:last\s+)?(?P<om>{MONTH})(?![\w-])"),
    ("in_month", rf"(?:in|during|last|this|early|late)\s+(?P<im>{MONTH})(?![\w.-]|\s+\d)"),
    ("in_year", rf"(?:in|during|of|early|late|throughout)\s+(?P<yy>{YEAR})\b"),
    ("since_day", rf"since\s+(?:early\s+|late\s+|last\s+)?(?P<sday>{DAY}|yesterday){_HOUR}"),
    (
        "past_hours",
        rf"(?:(?:in|over|during|within|for)\s+)?{_PAST}\s+(?P<hours>\d{{2}}|twenty-four|forty-eight)[ -]hours?\b"
        r"|(?:in|within)\s+(?P<hours2>24|48|72)\s+hours\b",
    ),
    (
        "past_days",
        rf"(?:(?:in|over|during|within)\s+)?{_PAST}\s+(?P<pdays>{_COUNT})\s+days\b"
        r"|in\s+(?P<pdays2>two|three|four|five|2|3|4|5)\s+days\b",
    ),
    ("past_week", rf"(?:in|over|during|within|for)\s+{_PAST}\s+(?P<pweek>week|month|year)\b"),
    ("past_units", rf"(?:in|over|during|within|for)\s+{_PAST}\s+(?P<pn>{_COUNT})\s+(?P<punit>weeks|months|years)\b"),
    ("ago", rf"(?P<agon>{_COUNT}|a|an)\s+(?P<agou>days?|weeks?|months?|years?)\s+(?:ago|earlier)\b"),
    ("before_yesterday", r"the day before yesterday\b"),
    ("day_before", r"(?:the previous day|the day before|(?:a|one) day (?:earlier|before|after|later))\b"),
    ("recurring", rf"(?:(?:every|each)\s+(?:{DAY}|day|night|morning|week|month|year)|on\s+{DAY}s|daily|weekly)\b"),
    ("last_day", rf"last\s+(?P<lday>{DAY}){_HOUR}"),
    ("until", rf"(?:until|till|by(?=\s+(?:next|the\s+end)))\s+(?:next\s+)?(?:(?P<uday>{DAY})|the\s+end\s+of\s+(?:the|this)\s+(?P<uunit>week|month|year))\b"),
    ("next_day", rf"next\s+(?P<nday>{DAY}){_HOUR}"),
    ("weekday", rf"(?:(?:on|late|early|by)\s+)*(?P<wday>{DAY}s?)(?:'s|’s)?{_HOUR}(?!\s*,?\s*\d{{1,2}}\s+{MONTH})\b"),
    ("today", r"(?:today|tonight|overnight|this (?:morning|afternoon|evening)|at dawn today)\b"),
    ("yesterday", r"(?:yesterday(?:\s+(?:morning|afternoon|evening|night))?|last night)\b"),
    ("tomorrow", r"tomorrow(?:\s+(?:morning|afternoon|evening|night))?\b"),
    ("earlier", r"(?P<earlier>earlier this (?:week|month|year)|this (?:week|month|year)|last (?:week|month|year)|(?:over )?the weekend)\b"),
    (
        "vague",
        rf"(?:(?:in|over|during)\s+(?:the\s+)?(?:recent|past|last|previous|coming)\s+{_UNIT}|(?:many\s+|some\s+)?{_UNIT}\s+ago"
        r"|in recent (?:times|history))\b",
    ),
)  # fmt: skip
"""Name and pattern, in the order in which they are tried at a word: the longer of two that begin alike comes first."""

ANY = re.compile("|".join(f"(?P<x_{name}>{pattern})" for name, pattern in EXPRESSIONS), re.IGNORECASE)
HINT = re.compile(
    rf"\d{{4}}|\b(?:{MONTH}|{DAY}s?|to(?:day|night|morrow)|overnight|yesterday|ago|earlier|past|last|previous|recent|coming|this"
    r"|every|each|daily|weekly|(?:24|48|72)\s+hours|(?:two|three|four|five|[2-5])\s+days|the day before|days? (?:earlier|before|after|later)"
    r"|weekend|end of|next)\b",
    re.IGNORECASE,
)
