"""What is printed: every key, plain values, nothing invented for what is unknown."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.domain.protocols import FoundClaim
from according.export.geojson import geojson_lines
from according.export.incident_line import incident_line
from according.export.incident_row import CLAIM_COLUMNS, INCIDENT_COLUMNS, claim_row, incident_row
from according.export.lines import FORMULA_STARTS, csv_cell, csv_lines, json_line
from according.export.reading_line import geoname_id, reading_line
from tests.export.values import incident, read_report, report


def words(text: str) -> list[str]:
    return text.split()


FIGURE_KEYS = words(
    """id anchor start measure category low high bound vague part_of part_of_start cumulative place date perpetrator
    weapon attribution modality unit term cause telling place_id lat lon precision radius_km country perpetrator_actor
    attribution_actors confidence because"""
)
EVENT_KEYS = words(
    """id anchor start type sub_event_type perpetrator target weapon place date attribution modality telling place_id
    lat lon precision radius_km country perpetrator_actor attribution_actors confidence because"""
)
PLACE_KEYS = words("""start anchor kind lat lon geoname_id admin1 country""")
READ_KEYS = words("""id report lang published main_event figures events places""")
LINK_KEYS = words(
    """id reports claims date_start date_end place place_id lat lon precision radius_km admin1 country types
    perpetrators killed injured by_category origins accounts disputes grade outlook"""
)


def test_a_reading_has_every_key_in_the_published_order() -> None:
    found = report()
    line = reading_line("line-1", found, read_report(found))
    assert list(line) == READ_KEYS
    assert [list(figure) for figure in line["figures"]] == [FIGURE_KEYS] * 2
    assert [list(event) for event in line["events"]] == [EVENT_KEYS]
    assert [list(place) for place in line["places"]] == [PLACE_KEYS]
    assert json.loads(json_line(line)) == line


def test_a_figure_says_what_it_is_part_of_and_who_speaks() -> None:
    found = report()
    line = reading_line("line-1", found, read_report(found))
    whole, part = line["figures"]
    assert (part["part_of"], part["part_of_start"]) == (whole["anchor"], whole["start"])
    assert whole["attribution"] == "residents; a monitor"
    assert whole["attribution_actors"] == ["Monitor of the Invented"]
    assert (whole["low"], whole["high"], whole["bound"]) == (4, None, "at_least")
    assert (whole["lat"], whole["radius_km"], whole["confidence"]) == (35.12346, 3.0, 0.1235)
    assert part["place"] is part["lat"] is part["attribution"] is None
    assert line["places"][0]["geoname_id"] == 12345


def test_a_report_that_nobody_could_read_keeps_its_line() -> None:
    line = reading_line("line-7", report(), None)
    assert list(line) == READ_KEYS
    assert (line["id"], line["figures"], line["events"], line["places"]) == ("line-7", [], [], [])


@pytest.mark.parametrize(("place_id", "number"), [("geonames:7", 7), ("ne:SYR", None), ("supplement:7", None)])
def test_only_geonames_entries_have_a_geonames_number(place_id: str, number: int | None) -> None:
    assert geoname_id(place_id) == number


def test_an_incident_has_every_key_and_names_reports_as_they_came_in() -> None:
    line = incident_line(incident("a" * 64), {"a" * 64: ["line-1", "line-9"]})
    assert list(line) == LINK_KEYS
    assert line["reports"] == [{"id": "line-1", "claims": 3}, {"id": "line-9", "claims": 3}]
    assert line["origins"] == [{"name": "residents", "reports": ["line-1", "line-9"]}]
    assert line["killed"] == {"low": 1, "high": 4, "best": 4, "open": True}
    assert line["injured"] is None
    assert list(line["accounts"][0]) == ["origin", "killed", "injured", "perpetrators", "claims"]
    assert list(line["disputes"][0]) == ["kind", "between", "claims"]
    assert line["by_category"] == {"killed": {"people": line["killed"]}}


def test_rows_have_exactly_their_columns() -> None:
    found = report()
    read = read_report(found)
    assert set(incident_row(incident(), invented=True)) == set(INCIDENT_COLUMNS)
    keys: set[str] = set()
    for claim in read.reading.claims:
        keys |= set(claim_row(FoundClaim(claim, read.resolutions[claim.id], found)))
    assert keys == set(CLAIM_COLUMNS)


def test_samples_say_so_in_every_row() -> None:
    found = report()
    read = read_report(found)
    row = claim_row(FoundClaim(read.reading.claims[0], read.resolutions[read.reading.claims[0].id], found))
    assert "Invented sample" in row["note"]
    assert row["place_credit"] == "GeoNames, CC BY 4.0"
    assert incident_row(incident(), invented=False)["note"] is None


def test_geojson_puts_longitude_first_and_null_where_there_is_no_point() -> None:
    known = incident_row(incident(), invented=False)
    nowhere = known | {"lat": None, "lon": None}
    collection = json.loads("".join(geojson_lines([known, nowhere])))
    assert collection["type"] == "FeatureCollection"
    assert collection["features"][0]["geometry"] == {"type": "Point", "coordinates": [36.5, 35.12346]}
    assert collection["features"][1]["geometry"] is None
    assert json.loads("".join(geojson_lines([])))["features"] == []


@given(st.text(st.characters(codec="utf-8")))
def test_no_text_cell_starts_a_formula_and_csv_gives_it_back(text: str) -> None:
    cell = csv_cell(text)
    assert not cell.lstrip().startswith(FORMULA_STARTS)
    (header, row) = csv.reader(io.StringIO("".join(csv_lines(["a"], [{"a": text + "x"}])), newline=""))
    assert header == ["a"]
    plain = text.replace("\0", "") + "x"
    assert row[0] in (plain, "'" + plain)


def test_numbers_stay_numbers_in_csv() -> None:
    assert csv_cell(-3.5) == "-3.5"
    assert csv_cell("-3.5") == "'-3.5"
    assert csv_cell(None) == ""
    assert csv_cell(["=1", "b"]) == "'=1; b"


def test_a_broken_character_is_written_so_that_it_can_be_read() -> None:
    line = json_line({"text": "a\ud800b", "more": "حاس"})
    assert json.loads(line.encode("utf-8")) == {"text": "a\ud800b", "more": "حاس"}
