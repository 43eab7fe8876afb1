"""Content ids: the same words always get the same id, on every machine and run."""

from __future__ import annotations

import hashlib
import json


def digest(*parts: object) -> str:
    """sha256, in hex, of the canonical JSON of the parts (keys sorted, no spaces, UTF-8)."""
    canonical = json.dumps(list(parts), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def report_id(text: str, title: str | None, publisher: str | None, published: str | None, url: str | None) -> str:
    """The id of a report: sha256 of the canonical JSON of what was published (DESIGN.md, Words: report)."""
    fields = {"text": text, "title": title, "publisher": publisher, "published": published, "url": url}
    canonical = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def claim_id(report: str, kind: str, start: int, end: int, label: str) -> str:
    """The id of a claim: where it stands and what is measured, not what was read there."""
    return digest(report, kind, start, end, label)


def telling_id(first_claim: str) -> str:
    """The id of a telling, from its first claim (by start, end, kind, measure or type)."""
    return digest("telling", first_claim)
