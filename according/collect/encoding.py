"""Which encoding bytes are in: UTF-8 unless they say or show otherwise."""

from __future__ import annotations

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CANDIDATES = ["cp1256", "cp1252", "utf_16_le", "utf_16_be", "iso8859_6", "cp1251", "cp1254"]
SAMPLE = 200_000


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: they hold control bytes, and are not marked as UTF-16."""
    head = data[:8192]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return b"\0" in head or controls > 0.02 * max(1, len(head))


def decode(data: bytes) -> tuple[str, str]:
    """(text, encoding). Bytes that no encoding fits are read as UTF-8 with marks in place of what cannot be read."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if error.end >= len(data) - 3 and error.reason == "unexpected end of data":
            return data.decode("utf-8", "replace"), "utf-8"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], cp_isolation=_CANDIDATES).best()
    encoding = best.encoding if best is not None else "cp1252"
    return data.decode(encoding, "replace"), encoding
