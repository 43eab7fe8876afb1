"""The hand-written places: every line whole, every point with its source; and one compiler at a time."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from according.app.parts import NoProgress
from according.resolve import gazetteer
from according.vocab.places import COMPILED, files, rows, supplements, text

FEATURES = ("admin1", "admin2", "city", "village", "area", "country")


@pytest.mark.parametrize("table", supplements())
def test_every_line_of_a_supplement_is_whole(table: str) -> None:
    lines = [line for line in text(table).splitlines() if line.strip() and not line.startswith("#")]
    assert len({line.count("\t") for line in lines}) == 1
    for row in rows(table):
        assert row["slug"] and row["name"] and row["source"], row
        assert row["feature"] in FEATURES, row
        assert not row["country"] or (len(row["country"]) == 2 and row["country"].isupper()), row
        assert row["area"].startswith(row["country"]) or not row["area"], row


@pytest.mark.parametrize("table", supplements())
def test_a_point_has_a_source_and_a_reach_and_what_has_none_says_so(table: str) -> None:
    for row in rows(table):
        pointed = bool(row["lat"])
        assert pointed == bool(row["lon"]) == bool(row["radius_km"]), row
        if pointed:
            assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180 and float(row["radius_km"]) > 0
            assert not row["source"].startswith("hand-written; no point"), row
        elif ":" not in row["slug"]:
            assert row["area"] or row["within"], row


def test_no_place_stands_in_two_supplements() -> None:
    slugs = [row["slug"] for table in supplements() for row in rows(table) if ":" not in row["slug"]]
    assert len(slugs) == len(set(slugs))


def test_the_wars_beyond_syria_have_places_too() -> None:
    known = {row["country"] for row in rows("supplement_wars")} | {row["country"] for row in rows("supplement_myanmar")}
    assert {"PS", "UA", "SD", "YE", "IQ", "ML", "BF", "NE", "CD", "MM"} <= known


def test_what_is_compiled_is_what_makes_a_gazetteer_old() -> None:
    assert len(list(files())) == len(COMPILED) + len(supplements())


def test_of_two_that_find_no_gazetteer_one_compiles_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, compiled = tmp_path / "gazetteer.sqlite", []
    begun, go = threading.Event(), threading.Event()
    left = tmp_path / ".gazetteer.sqlite.1.new"
    left.write_text("left by one that was ended")
    os.utime(left, (0, 0))

    def compile_into(target: Path, _: object) -> None:
        begun.set()
        go.wait(5)
        compiled.append(target)

    monkeypatch.setattr(gazetteer, "compile_into", compile_into)
    monkeypatch.setattr(gazetteer, "is_current", lambda _: bool(compiled))
    threads = [threading.Thread(target=gazetteer.build, args=(path, NoProgress()), kwargs={"if_missing": True})]
    threads.append(threading.Thread(target=gazetteer.build, args=(path, NoProgress()), kwargs={"if_missing": True}))
    for thread in threads:
        thread.start()
    assert begun.wait(5)
    go.set()
    for thread in threads:
        thread.join(5)
    assert compiled == [path]
    assert not left.exists()
