"""CSV and TSV: rows are found again in the bytes received, broken rows cost only themselves."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.collect.table import read_table
from according.domain.report import Capture
from tests.collect.gathering import Gather

TEXT = "Invented sample: four killed."


def test_columns_are_found_by_name_whatever_their_order_and_case(gather: Gather) -> None:
    found = gather("in.csv", f'Published,other,TEXT,Id\n2031-03-09,x,"{TEXT}",r1\n,,{TEXT},\n'.encode())
    assert found.problems == []
    assert [(c.given_id, c.text, c.published) for c in found.captures] == [
        ("r1", TEXT, "2031-03-09"),
        ("line-3", TEXT, None),
    ]
    assert {c.extractor for c in found.captures} == {"csv/1"}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_header_tells_the_separator(gather: Gather, separator: str) -> None:
    found = gather("in.tsv", f'id{separator}text\r\nr1{separator}"{TEXT}"\r\n'.encode())
    assert (found.ids, found.texts, found.problems) == (["r1"], [TEXT], [])


def test_texts_may_hold_line_ends_quotes_and_separators(gather: Gather) -> None:
    text = 'Invented sample: one,\r\n\r\ntwo "three"; four'
    row = 'r1,"' + text.replace('"', '""') + '"'
    found = gather("in.csv", f"id,text\r\n{row}\r\n\r\nr2,{TEXT}".encode())
    assert found.texts == [text, TEXT]
    assert found.records == [row.encode(), f"r2,{TEXT}".encode()]
    assert found.problems == []


def test_a_table_without_a_text_column_says_which_columns_it_wants(gather: Gather) -> None:
    found = gather("in.csv", b"id,body\nr1,words\n")
    assert found.codes == ["bad-csv"]
    assert '"text"' in found.problems[0].why
    assert "id,body" in found.problems[0].why


def test_a_row_cut_inside_its_text_is_told_and_not_half_read(gather: Gather) -> None:
    found = gather("in.csv", f"id,text\nr1,one, two, three\nr2,{TEXT},,\nr3\nr4,{TEXT}\n".encode())
    assert found.ids == ["r2", "r4"]
    assert [(p.code, p.line) for p in found.problems] == [("bad-csv", 2), ("no-text", 4)]


def test_a_quotation_mark_that_never_closes_costs_one_line(gather: Gather) -> None:
    found = gather("in.csv", f'id,text\nr1,{TEXT}\nr2,"open\nr3,{TEXT}\nr4,"{TEXT}"\n'.encode())
    assert found.ids == ["r1", "r3", "r4"]
    assert [(p.code, p.line) for p in found.problems] == [("bad-csv", 3)]


def test_many_open_quotation_marks_end_soon_and_no_line_goes_untold(gather: Gather) -> None:
    found = gather("in.csv", b"id,text\n" + b'r,"open\n' * 20_000)
    assert [p.line for p in found.problems] == list(range(2, 20_001))
    assert found.texts == ["open\n"]


def test_a_stray_carriage_return_costs_one_row(gather: Gather) -> None:
    found = gather("in.csv", f"id,text\nr1,one\rtwo\nr2,{TEXT}\n".encode())
    assert found.ids == ["r2"]
    assert [(p.code, p.line) for p in found.problems] == [("bad-csv", 2)]


def test_a_cell_too_long_is_told(gather: Gather, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("according.collect.table.LARGEST_TEXT", 1000)
    found = gather("in.csv", f"id,text\nr1,{'word ' * 300}\nr2,{TEXT}\n".encode())
    assert found.ids == ["r2"]
    assert [(p.code, p.line) for p in found.problems] == [("bad-csv", 2)]


def test_marks_other_encodings_and_old_line_ends(gather: Gather) -> None:
    words = "نموذج مختلق: أفادت مصادر محلية بمقتل ثلاثة مدنيين بقصف على القرية"
    table = f"id,text\nr1,{words}\n"
    for data in (
        table.encode("utf-8-sig"),
        table.encode("utf-16"),
        table.replace("\n", "\r").encode(),
        table.replace("\n", "\r\n").encode(),
    ):
        found = gather("in.csv", data)
        assert (found.ids, found.texts, found.problems) == (["r1"], [words], [])
    legacy = gather("in.csv", table.encode("cp1256"))
    assert legacy.texts == [words]
    assert legacy.codes == ["encoding"]
    assert legacy.records == [f"r1,{words}".encode("cp1256")]


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_row_that_a_table_program_writes_is_read_and_found_again(
    rows: list[tuple[str, str]], encoding: str
) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([("id", "text"), *rows])
    data = out.getvalue().encode(encoding)
    captures = [item for item in read_table(data, "in.csv", "0" * 64) if isinstance(item, Capture)]
    assert [capture.text for capture in captures] == [text for _, text in rows if text.strip()]
    wide = "utf-16-le" if encoding == "utf-16" else "utf-8"
    for capture in captures:
        (row,) = csv.reader(io.StringIO(data[capture.byte_start : capture.byte_end].decode(wide), newline=""))
        assert row[1] == capture.text
