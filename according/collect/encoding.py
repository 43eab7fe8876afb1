"""Which encoding bytes are in, and which bytes are no text at all.

UTF-8 unless the bytes say otherwise (a mark, a declaration of the page) or cannot be UTF-8.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator

UTF_8 = "utf-8"
_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive, as .docx and .xlsx files are"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3\0", "a database"),
)
_LEGACY = ["cp1256", "cp1252", "iso8859_6", "cp1251", "cp1254"]
"""Encodings of one byte a letter that texts about these wars come in."""
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\f\r\x1b"})
_MOST_CONTROLS = 8
_PIECE = 8_192
_SAMPLE = 100_000
"""Bytes that the guess of an encoding looks at: the lines that are not ASCII."""
_CHARSET = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.I)
_ONE_BYTE = re.compile(r"cp125\d|iso8859-\d+|koi8-[ru]")
_HIGH = re.compile(rb"[^\x80-\xff]{0,40}[\x80-\xff][^\n]{0,400}")


def no_text(data: bytes) -> str | None:
    """What the bytes are when they are no text in any encoding ("a picture", "binary data"); None when they are text."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if mark_of(data)[1] or _wide(data):
        return None
    middle = max(0, len(data) // 2 - _PIECE // 2)
    for piece in (data[:_PIECE], data[middle : middle + _PIECE], data[-_PIECE:]):
        controls = len(piece) - len(piece.translate(None, _CONTROLS))
        if controls > max(_MOST_CONTROLS, 0.02 * len(piece)):
            return "binary data"
    return None


def mark_of(data: bytes) -> tuple[str, int]:
    """(encoding, bytes of the mark) of bytes that begin with a byte order mark; ("utf-8", 0) of others."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return UTF_8, 0


def encoding_of(data: bytes) -> tuple[str, int]:
    """(encoding, bytes to leave out before the text). Always one that Python knows; reading may still need marks."""
    encoding, skip = mark_of(data)
    if skip:
        return encoding, skip
    wide = _wide(data)
    if wide is not None:
        return wide, 0
    try:
        data.decode(UTF_8)
    except UnicodeDecodeError:
        return _one_byte(_HIGH.finditer(data), data), 0
    return UTF_8, 0


def doubt(data: bytes, encoding: str, skip: int) -> str | None:
    """Why letters may look wrong: the encoding was guessed, or does not fit everywhere. None where there is no doubt."""
    if not encoding.startswith("utf"):
        return f"the file is not UTF-8: it was read as {encoding}; save it as UTF-8 if letters look wrong"
    try:
        data[skip:].decode(encoding)
    except UnicodeDecodeError:
        return f"some of its bytes are no {encoding.upper()} and were read as \ufffd; the file is kept as it came"
    return None


def declared(page: bytes) -> str | None:
    """The one-byte encoding that a page's <meta> names; None where it names none, or one that its bytes tell as well."""
    found = _CHARSET.search(page[:4_096])
    if found is None:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return None
    if name in ("iso8859-1", "ascii"):
        return "cp1252"  # what browsers read them as
    return name if _ONE_BYTE.fullmatch(name) else None


def line_ranges(data: bytes, encoding: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """(start, end) of each line, its line end included: "\\n", or "\\r" in a file that knows no other."""
    newline, width = "\n".encode(encoding), len("\n".encode(encoding))
    if newline not in data and "\r".encode(encoding) in data:
        newline = "\r".encode(encoding)
    at = start
    while at < len(data):
        found = data.find(newline, at)
        while found >= 0 and (found - start) % width:  # half of one letter and half of the next
            found = data.find(newline, found + 1)
        end = len(data) if found < 0 else found + width
        yield at, end
        at = end


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    piece = data[: _PIECE // 2 * 2]
    if len(piece) < 8 or len(data) % 2:
        return None
    even, odd = piece[::2].count(0), piece[1::2].count(0)
    if min(even, odd) > 0.02 * len(piece) or max(even, odd) < 0.1 * len(piece):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _one_byte(pieces: Iterable[re.Match[bytes]], data: bytes) -> str:
    """The encoding of bytes that are no UTF-8, from those that are not ASCII; UTF-8 where it is only damaged."""
    sample = bytearray()
    for piece in pieces:
        sample += piece.group() + b"\n"
        if len(sample) > _SAMPLE:
            break
    read = bytes(sample).decode(UTF_8, "replace")
    letters, broken = sum(char > "\x7f" and char != "\ufffd" for char in read), read.count("\ufffd")
    if letters > 4 * broken or (len(data) < 4 and broken):
        return UTF_8
    from charset_normalizer import from_bytes

    best = from_bytes(bytes(sample), cp_isolation=_LEGACY).best()
    return best.encoding if best is not None else "cp1252"
