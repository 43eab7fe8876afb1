"""Which encoding bytes are in, and which are no text."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.collect.encoding import declared, encoding_of, line_ranges, mark_of, no_text

ENGLISH = "Invented sample: At least four civilians were killed near the café, “the worst day”, residents said."
ARABIC = "نموذج مختلق: أفادت مصادر محلية بمقتل ثلاثة مدنيين وإصابة آخرين بقصف مدفعي على أطراف القرية مساء أمس"
RUSSIAN = "Вымышленный образец: в результате обстрела погибли четыре мирных жителя, сообщили местные источники"
TURKISH = "Uydurma örnek: düzenlenen saldırıda dört sivil öldü, çok sayıda kişi yaralandı, görgü tanıkları söyledi"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "cp1252"),
        (ARABIC, "utf-8"),
        (ARABIC, "cp1256"),
        (ARABIC, "iso8859_6"),
        (RUSSIAN, "cp1251"),
        (TURKISH, "cp1254"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        ("plain words", "utf-8"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    found, skip = encoding_of(data)
    assert no_text(data) is None
    assert data[skip:].decode(found) == data.decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_says_the_encoding_and_is_no_text(encoding: str) -> None:
    data = ARABIC.encode(encoding)
    found, skip = encoding_of(data)
    assert skip > 0
    assert data[skip:].decode(found) == ARABIC
    assert no_text(data) is None


def test_letters_that_come_late_count_as_much_as_early_ones() -> None:
    data = (ENGLISH.replace("é", "e").replace("“", '"').replace("”", '"') + "\n").encode() * 3000 + ARABIC.encode(
        "cp1256"
    )
    assert encoding_of(data) == ("cp1256", 0)


@pytest.mark.parametrize("broken", [ARABIC.encode()[:-1], ARABIC.encode().replace(b"\xd9\x85", b"\xff", 1), b"\xff"])
def test_damaged_utf_8_stays_utf_8(broken: bytes) -> None:
    assert encoding_of(broken) == ("utf-8", 0)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.4 all letters", "PDF"),
        (b"PK\x03\x04word/document.xml", "docx"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (bytes(range(256)) * 40, "binary"),
        (b"letters " * 2000 + bytes(range(32)) * 200 + b" letters" * 2000, "binary"),
        (os.urandom(5000), "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, kind: str) -> None:
    assert kind in (no_text(data) or "")


def test_a_stray_control_byte_does_not_make_a_text_binary() -> None:
    assert no_text(ENGLISH.encode() + b"\0 and more\x07") is None
    assert no_text(b"") is None


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        (b'<meta charset="windows-1256">', "cp1256"),
        (b'<META http-equiv="Content-Type" content="text/html; charset=ISO-8859-6">', "iso8859-6"),
        (b"<meta charset=latin1>", "cp1252"),
        (b"<meta charset=utf-8>", None),
        (b"<meta charset=utf-16>", None),
        (b"<meta charset=base64>", None),
        (b"<meta charset=no-such-thing>", None),
        (b"<p>charset=windows-1256", None),
    ],
)
def test_a_page_may_declare_an_encoding_of_one_byte_a_letter(page: bytes, encoding: str | None) -> None:
    assert declared(page) == encoding


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=8), max_size=6),
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_lines_are_cut_between_letters_and_lose_nothing(lines: list[str], encoding: str, end: str) -> None:
    data = end.join(lines).encode(encoding)
    ranges = list(line_ranges(data, encoding))
    assert b"".join(data[first:last] for first, last in ranges) == data
    read = [data[first:last].decode(encoding).rstrip("\r\n") for first, last in ranges]
    assert read == (lines if lines and lines[-1] else lines[:-1])


def test_a_mark_is_only_one_at_the_beginning() -> None:
    assert mark_of(b"a\xef\xbb\xbf") == ("utf-8", 0)
