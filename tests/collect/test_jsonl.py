"""JSON lines: good lines are kept whatever stands beside them, and each is found again in the bytes received."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.collect.jsonl import read_jsonl
from according.domain.problem import Problem
from according.domain.report import Capture
from tests.collect.gathering import Gather


def line(**fields: Any) -> bytes:
    return json.dumps({"text": "Invented sample: four killed."} | fields, ensure_ascii=False).encode()


def test_all_fields_are_taken_and_other_keys_ignored(gather: Gather) -> None:
    fields = {
        "id": "r1",
        "text": "Invented sample: قصف",
        "title": "T",
        "publisher": "P",
        "published": "2031-03-09T10:30:00+03:00",
        "url": "https://example.invalid/1",
        "lang": "ar",
    }
    found = gather("in.jsonl", line(**fields, gold=[1], figures=[]))
    (capture,) = found.captures
    assert {key: getattr(capture, "given_id" if key == "id" else key) for key in fields} == fields
    assert (capture.extractor, capture.source[-8:]) == ("jsonl/1", "in.jsonl")
    assert found.problems == []


def test_a_report_without_anything_but_words_is_no_problem(gather: Gather) -> None:
    found = gather("in.jsonl", b"\n" + line() + b"\n\n" + line(published=None, id="") + b"\n")
    assert found.problems == []
    assert found.ids == ["line-2", "line-4"]
    assert [c.published for c in found.captures] == [None, None]


def test_a_bad_line_costs_only_itself(gather: Gather) -> None:
    deep = b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    number = b'{"text": "x", "id": ' + b"9" * 10_000 + b"}"
    bad = [b'{"text": "cut', b"[1, 2]", b'"text"', b"words", deep, number, b"\x00\x01", b"{}", b'{"text": ""}']
    lines = [line(id="first"), *bad, line(id="last")]
    found = gather("in.jsonl", b"\n".join(lines))
    assert found.ids == ["first", "last"]
    assert found.records == [lines[0], lines[-1]]
    assert [p.line for p in found.problems] == list(range(2, 2 + len(bad)))
    assert found.codes == ["bad-json"] * 7 + ["no-text"] * 2
    assert all(f"in.jsonl, line {p.line}" in p.what for p in found.problems)


@pytest.mark.parametrize("text", [None, 7, ["a"], {"a": 1}, True, "", " \n\t"])
def test_a_text_that_is_no_words_is_told(gather: Gather, text: object) -> None:
    found = gather("in.jsonl", line(text=text) + b"\n" + line())
    assert found.codes == ["no-text"]
    assert found.ids == ["line-2"]


def test_fields_of_the_wrong_type_are_left_out_and_told_but_numbers_are_names(gather: Gather) -> None:
    found = gather("in.jsonl", line(id=17, title=["a"], publisher=True, url={"a": 1}, lang=None))
    (capture,) = found.captures
    assert (capture.given_id, capture.title, capture.publisher, capture.url) == ("17", None, None, None)
    assert found.codes == ["wrong-type"] * 3
    assert {word for p in found.problems for word in ("title", "publisher", "url") if f'"{word}"' in p.why} == {
        "title",
        "publisher",
        "url",
    }


@pytest.mark.parametrize(
    "value", ["9 March 2031", "2031-02-30", "03/09/2031", "2031", 20310309, "20310309", "soon", "2031-W10-1"]
)
def test_a_bad_date_is_told_and_the_report_is_read_without_one(gather: Gather, value: object) -> None:
    found = gather("in.jsonl", line(published=value))
    (capture,) = found.captures
    assert capture.published is None
    (problem,) = found.problems
    assert problem.code == "bad-date"
    assert problem.report is not None
    assert len(problem.report) == 64


@pytest.mark.parametrize("value", ["2031-03-09", "2031-03-09T10:00", "2031-03-09 10:00:00", "2031-03-09T10:00:00.123Z"])
def test_iso_dates_are_kept_as_they_come(gather: Gather, value: str) -> None:
    found = gather("in.jsonl", line(published=value))
    assert (found.captures[0].published, found.problems) == (value, [])


def test_an_id_for_two_texts_is_told_and_both_are_read(gather: Gather) -> None:
    lines = [line(id="a"), line(id="a"), line(id="a", text="Invented sample: other words."), line()]
    found = gather("in.jsonl", b"\n".join(lines))
    assert found.ids == ["a", "a", "a", "line-4"]
    assert [(p.code, p.line) for p in found.problems] == [("duplicate-id", 3)]
    assert "line 1" in found.problems[0].why


def test_line_ends_and_marks_are_no_part_of_a_record(gather: Gather) -> None:
    lines = [line(id="a"), line(id="b", text="Invented sample: حاس")]
    for data in (b"\xef\xbb\xbf" + b"\r\n".join(lines), b"\r".join(lines), b"  " + b" \n\t".join(lines) + b"\n"):
        found = gather("in.jsonl", data)
        assert found.problems == []
        assert found.records == lines


def test_utf_16_lines_are_read(gather: Gather) -> None:
    lines = [
        line(id=name, text="Invented sample: ਊ حاس") for name in ("a", "b")
    ]  # U+0A0A holds two bytes like line ends
    found = gather("in.jsonl", b"\n".join(lines).decode().encode("utf-16"))
    assert found.problems == []
    assert found.ids == ["a", "b"]
    assert [record.decode("utf-16-le").encode() for record in found.records] == lines


def test_lines_in_another_encoding_are_read_and_told(gather: Gather) -> None:
    words = "نموذج مختلق: أفادت مصادر محلية بمقتل ثلاثة مدنيين بقصف على القرية"
    lines = [line(id="a", text="Invented sample: حاس"), line(id="b", text=words).decode().encode("cp1256")]
    found = gather("in.jsonl", b"\n".join(lines))
    assert found.texts == ["Invented sample: حاس", words]
    assert found.records == lines
    assert [(p.code, p.line) for p in found.problems] == [("encoding", 2)]
    assert "cp1256" in found.problems[0].why


def test_half_a_character_is_marked_and_told_and_moves_nothing(gather: Gather) -> None:
    found = gather("in.jsonl", b'{"id": "a\\udc00", "text": "Invented \\ud83d sample \\ud83d\\ude00 \\u0000end"}')
    (capture,) = found.captures
    assert capture.text == "Invented \ufffd sample \U0001f600 \0end"
    assert capture.given_id == "a\ufffd"
    assert found.codes == ["broken-character"]


def test_one_report_too_long_is_told_and_the_others_are_read(gather: Gather, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("according.collect.jsonl.LARGEST_TEXT", 1000)
    found = gather("in.jsonl", line(text="Invented sample. " * 100) + b"\n" + line())
    assert found.codes == ["report-too-long"]
    assert found.ids == ["line-2"]


RECORDS = st.one_of(
    st.fixed_dictionaries({"id": st.text(max_size=3), "text": st.text(max_size=12)}).map(
        lambda record: json.dumps(record).encode()
    ),
    st.binary(max_size=12).map(lambda data: data.replace(b"\n", b"").replace(b"\r", b"")),
)


@given(st.lists(RECORDS, max_size=6), st.sampled_from([b"\n", b"\r\n", b"\n\n"]))
def test_whatever_stands_in_a_file_every_record_is_found_again_and_every_line_accounted_for(
    lines: list[bytes], end: bytes
) -> None:
    data = b"{}" + end + end.join(lines)
    items = list(read_jsonl(data, "in.jsonl", "0" * 64))
    captures = [item for item in items if isinstance(item, Capture)]
    for capture in captures:
        record = json.loads(data[capture.byte_start : capture.byte_end].decode("utf-8", "replace"))
        assert len(record["text"]) == len(capture.text)
    told = {item.line for item in items if isinstance(item, Problem)}
    read = {data.count(b"\n", 0, capture.byte_start) + 1 for capture in captures}
    filled = {n for n, one in enumerate(data.split(b"\n"), 1) if one.strip(b" \t\r\n\0")}
    assert read | told == filled
