"""Site furniture: menus, share buttons, tags, related headlines, comments, copyright lines. Kept in the text, never read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from according.domain.values import ZoneKind

ITEM = re.compile(r"\s*(?:[•●▪◦·*–—-]|\d{1,2}[.)])\s")

_LINE = re.compile(
    r"""^\s*(?:
      (?:tags?|topics?|related(?:\ (?:news|stories|articles|topics|posts|content))?|read\ (?:more|also|next)|see\ also|share(?:\ this.*)?|follow\ us.*|
        most\ (?:read|popular|viewed).*|latest\ news.*|you\ may\ also\ like.*|also\ read|recommended.*|advertis\w*|sponsored.*|trending.*|more\ (?:on|from|news|stories)\b.*|
        subscribe.*|sign\ (?:up|in).*|newsletter.*|comments?|leave\ a\ (?:reply|comment).*|click\ here.*|copyright.*|©.*|all\ rights\ reserved.*|terms\ of\ use.*|
        privacy\ policy.*|cookie.*|contact(?:\ us)?|about\ us|advertise.*|search|home|menu|language|next\ post|prev(?:ious)?\ post|prev|next|tweet|embed\ tweet|
        copy\ link.*|facebook|twitter|whatsapp|telegram|print|email|e-mail|download.*|listen.*|watch\ live.*|skip\ to\ .*|back\ to\ top|loading.*|
        \d+\ (?:retweets?|likes?|views?|shares?|comments?|replies).*|other\ news|source\s*:.{0,60}|reporting\ by.*|editing\ by.*|our\ standards.*|
        written\ by.*|last\ update[d]?:?.{0,60}|published:?.{0,40}|posted\ (?:on|by).{0,60}|updated:?.{0,40}|by\ [A-Z][\w.]+(?:\ [A-Z][\w.]+){0,3}|
        english\ bulletin|short\ link.*|get\ short\ url.*|image:.*|photo:.*|
        إقرأ\ أيضا.*|اقرأ\ أيضا.*|مواضيع\ ذات\ صلة.*|أخبار\ ذات\ صلة.*|شارك.*|تابعنا.*|التعليقات.*|مشاركة.*|المزيد.*|الرئيسية.*|حقوق\ النشر.*)
    )\s*:?\s*$""",
    re.X | re.I,
)
_OPENS_TAIL = re.compile(
    r"^\s*(?:related(?:\ (?:news|stories|articles|topics|posts|content))|read\ (?:also|next)|see\ also|most\ (?:read|popular|viewed)|latest\ news|you\ may\ also\ like|"
    r"also\ read|recommended(?:\ for\ you)?|trending|more\ (?:from|news|stories)|next\ post|prev(?:ious)?\ post|other\ news|leave\ a\ (?:reply|comment)|comments?|"
    r"read\ more|what\ to\ read\ next|"
    r"إقرأ\ أيضاً?|اقرأ\ أيضاً?|مواضيع\ ذات\ صلة|أخبار\ ذات\ صلة|التعليقات)\b\s*:?.{0,40}$".replace("\\ ", " "),
    re.I,
)
_INLINE_TAIL = re.compile(
    r"(?:\bRelated (?:News|Stories|Articles|Topics|Posts)?\b|\bRead (?:more|also|next)\b\s*:|\bCopyright\b|©|\bOur Standards\s*:|\bFollow us on\b|\bAll rights reserved\b|"
    r"\bSubscribe to\b|\bTerms of Use\b|\bPrivacy Policy\b|\bCommunity standards\s*Discussion\b|\bComment via Facebook\b)"
)


def mark(text: str, spans: list[tuple[int, int, bool]], zones: list[ZoneKind]) -> None:
    """Sets the zone of furniture. What follows a line that opens a list of other reports ("Related news") is furniture too."""
    total = len(spans)
    tail = False
    for n, (start, end, fresh) in enumerate(spans):
        line = text[start:end]
        if tail:
            if zones[n] is ZoneKind.BODY:
                zones[n] = ZoneKind.TAIL
            continue
        if fresh and len(line) < 120 and _LINE.match(line):
            zones[n] = ZoneKind.FURNITURE
            if n > 0.4 * total and _OPENS_TAIL.match(line) and _only_headlines(text, spans[n + 1 :]):
                tail = True
            continue
        match = _INLINE_TAIL.search(line)
        if match is not None and n > 0.3 * total and match.start() < 12:
            zones[n] = ZoneKind.FURNITURE
            tail = match.group().startswith(
                ("Related", "Community", "Copyright", "Follow", "Subscribe")
            ) or _only_headlines(text, spans[n + 1 :])
    _menus(text, spans, zones)


def _only_headlines(text: str, spans: Iterable[tuple[int, int, bool]]) -> bool:
    """Whether hardly a piece that follows is a sentence with a stop: headlines have none."""
    lengths = [(end - start, text[end - 1] in '.!؟?”"') for start, end, _ in spans]
    stopped = sum(size for size, stop in lengths if stop and size > 60)
    return stopped <= 0.4 * sum(size for size, _ in lengths)


def _menus(text: str, spans: list[tuple[int, int, bool]], zones: list[ZoneKind]) -> None:
    """Runs of six and more short lines without a stop are menus or lists of headlines, wherever they stand."""
    run: list[int] = []
    for n, (start, end, fresh) in enumerate([*spans, (0, 0, True)]):
        line = text[start:end]
        alone = n < len(spans) and fresh and (n + 1 == len(spans) or spans[n + 1][2])
        if alone and line[-1] not in '.!?؟…:;,"”»' and len(line) < 110 and not ITEM.match(line):
            run.append(n)
            continue
        if len(run) >= 6:
            for k in run:
                if zones[k] is ZoneKind.BODY and not (k < 2):
                    zones[k] = ZoneKind.FURNITURE
        run = []
