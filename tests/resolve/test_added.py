"""Files of places: what is read from them, and that a bad one changes nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from according.app.parts import NoProgress
from according.resolve import gazetteer
from according.resolve.gazetteer_added import AddedPlace, BadPlaceFile, added_places, checked
from according.resolve.geonames_dump import read_dump
from according.resolve.pcode_table import read_table


def line(number: int, name: str, kind: str = "P", code: str = "PPL", **more: str) -> str:
    cells = [
        str(number),
        name,
        name,
        more.get("names", ""),
        more.get("lat", "35.5"),
        more.get("lon", "36.5"),
        kind,
        code,
    ]
    cells += [
        "SY",
        "",
        more.get("first", "12"),
        more.get("second", ""),
        "",
        "",
        more.get("people", "0"),
        "",
        "",
        "Asia/Damascus",
        "",
    ]
    return "\t".join(cells)


GOOD = "\n".join(
    [
        line(1, "Hamlet", names="قرية,Khamlet"),
        line(2, "Town", people="9000"),
        line(3, "District", "A", "ADM2", second="1201", lat="35.0", lon="36.5"),
        line(4, "Far", second="1201", lat="35.2"),
        line(5, "Old ruin", "S", "RUIN"),
        line(6, "Airfield", "S", "AIRB"),
    ]
)


def test_a_dump_gives_settlements_areas_and_named_sites(tmp_path: Path) -> None:
    path = tmp_path / "SY.txt"
    path.write_text(GOOD + "\n", "utf-8")
    found = {place.names[0]: place for place in read_dump(path)}
    assert {name: place.feature for name, place in found.items()} == {
        "Hamlet": "village",
        "Town": "city",
        "District": "admin2",
        "Far": "village",
        "Airfield": "area",
    }
    assert found["Hamlet"].names == ("Hamlet", "قرية", "Khamlet")
    assert found["Hamlet"].area == "SY.12"
    assert found["District"].radius_km == pytest.approx(22, abs=1)


def test_a_zipped_dump_is_the_same(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("SY.txt", GOOD)
    assert len(list(read_dump(tmp_path / "SY.zip"))) == 5


TABLE = [
    ["ADM1_EN", "ADM1_AR", "ADM1_PCODE", "ADM2_EN", "ADM2_PCODE", "ADM4_EN", "ADM4_AR", "ADM4_PCODE", "Latitude_y", "Longitude_x"],
    ["Idleb", "إدلب", "SY07", "Ariha", "SY0704", "Hamlet", "قرية", "C4000", "35.7", "36.6"],
    ["Idleb", "إدلب", "SY07", "Ariha", "SY0704", "Other", "أخرى", "SY4001", "", ""],
]  # fmt: skip


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_of_p_codes_gives_every_level_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"syr.{kind}"
    rows = [
        TABLE[0],
        ["Idleb", "إدلب", "SY07", "Ariha", "SY0704", "Hamlet", "قرية", "SY4000", "35.7", "36.6"],
        TABLE[2],
    ]
    if kind == "csv":
        path.write_text("\n".join(",".join(row) for row in rows), "utf-8-sig")
    else:
        book = Workbook()
        book.active.append(["Source: invented"])
        for row in rows:
            book.active.append(row)
        book.save(path)
    found = {place.id: place for place in read_table(path)}
    assert [place.feature for place in found.values()] == ["admin1", "admin2", "village", "village"]
    assert found["pcode:SY4000"].names == ("Hamlet", "قرية", "SY4000")
    assert (found["pcode:SY4000"].lat, found["pcode:SY4001"].lat) == (35.7, None)
    assert found["pcode:SY4001"].within == "pcode:SY0704"


def bad_files(folder: Path) -> Iterator[tuple[Path, str]]:
    whole = folder / "whole.zip"
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("SY.txt", GOOD * 200)
    for name, data, why in (
        ("cut.zip", whole.read_bytes()[:-400], "no whole zip"),
        ("short.txt", b"1\tHass\t35\t36\n", "4 columns"),
        ("twice.txt", (GOOD + "\n" + line(1, "Again")).encode(), "twice"),
        ("swapped.txt", line(1, "Hamlet", lat="136.5", lon="35.5").encode(), "outside the world"),
        ("words.txt", line(1, "Hamlet", lat="north", lon="35.5").encode(), "no coordinates"),
        ("latin.txt", line(1, "Caf\xe9").encode("latin-1"), "not UTF-8"),
        ("empty.txt", b"", "no populated place"),
        ("plain.csv", b"name,value\na,1\n", "no header"),
        ("code.csv", b"ADM1_EN,ADM1_PCODE\nIdleb,7\n", "no P-code"),
        ("points.csv", b"ADM1_EN,ADM1_PCODE,lat,lon\nA,SY07,35,36\nA,SY07,34,36\n", "two points"),
        ("book.xlsx", b"PK\x03\x04 cut", "no whole workbook"),
        ("places.pdf", b"%PDF", "of what kind"),
    ):
        (folder / name).write_bytes(data)
        yield folder / name, why


def test_bad_files_say_why_and_leave_everything_as_it_was(tmp_path: Path, compiled: Callable[[], int]) -> None:
    home = tmp_path / "home" / "gazetteer.sqlite"
    good = tmp_path / "SY.txt"
    good.write_text(GOOD, "utf-8")
    assert gazetteer.add(home, [good], NoProgress()) == 5
    before = list(added_places(home))
    for path, why in bad_files(tmp_path):
        with pytest.raises(BadPlaceFile, match=why):
            gazetteer.add(home, [good, path], NoProgress())
        assert list(added_places(home)) == before
    assert compiled() == 1


def test_what_cannot_be_compiled_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, progress: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(gazetteer, "compile_into", full)
    path = tmp_path / "SY.txt"
    path.write_text(GOOD, "utf-8")
    with pytest.raises(OSError, match="no space"):
        gazetteer.add(tmp_path / "gazetteer.sqlite", [path], NoProgress())
    assert list(added_places(tmp_path / "gazetteer.sqlite")) == []


def test_a_file_added_again_replaces_itself(tmp_path: Path, compiled: Callable[[], int]) -> None:
    path, home = tmp_path / "SY.txt", tmp_path / "gazetteer.sqlite"
    for text in (GOOD, line(9, "Only")):
        path.write_text(text, "utf-8")
        gazetteer.add(home, [path], NoProgress())
    assert [place.names[0] for place in added_places(home)] == ["Only"]


def test_an_id_stands_once() -> None:
    place = AddedPlace("geonames:1", ("A",), "village", "SY", "a test")
    with pytest.raises(BadPlaceFile, match="twice"):
        checked([place, place], "x")


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How often the gazetteer would have been compiled."""
    times: list[Path] = []
    monkeypatch.setattr(gazetteer, "compile_into", lambda path, progress: times.append(path))
    return lambda: len(times)
