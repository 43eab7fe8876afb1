"""The registry: what the shipped files hold, and that a bad file changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from according.domain.values import ActorKind
from according.resolve.registry import add, load_registry
from according.vocab.actors import shipped

HEADER = "id\tlabel\tkind\tside\tcountry\taliases\tinter\tsector\tactive\n"
GOOD = HEADER + "north-guard\tNorthern Guard\tmilitia\tnorth\tSYR\tالحرس الشمالي\t4\tUAF\t2030-\n"
LABELS = (
    "Russian Military|Turkish Military|Israeli Military|Iranian Military|Jordanian Military|U.S.-led Coalition|YPG"
    "|Syrian Democratic Forces|Syrian government forces"
)


def lines() -> int:
    return sum(
        1
        for _, data in shipped()
        for line in data.decode().splitlines()
        if line.strip() and not line.startswith(("#", "id\t"))
    )


def test_at_least_four_hundred_actors_come_with_it() -> None:
    assert lines() >= 400


@pytest.mark.parametrize("label", LABELS.split("|"))
def test_belligerents_have_the_labels_that_readers_know(label: str) -> None:
    actor = load_registry().get(label)
    assert actor is not None
    assert any("\u0600" <= char <= "\u06ff" for name in actor.aliases for char in name), "no Arabic name"
    assert actor.inter in (1, 2, 3, 8)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Syrian army", "Syrian government forces"),
        ("جيش الاحتلال التركي", "Turkish Military"),
        ("قسد", "Syrian Democratic Forces"),
        ("طيران الاحتلال الإسرائيلي", "Israeli Military"),
        ("منسقو استجابة سوريا", "Syria Response Coordinators"),
    ],
)
def test_names_in_both_languages(name: str, label: str) -> None:
    actor = load_registry().find(name)
    assert actor is not None and actor.label == label


def test_added_actors_stay(tmp_path: Path) -> None:
    path, folder = tmp_path / "mine.tsv", tmp_path / "actors"
    path.write_text(GOOD, "utf-8")
    assert add(folder, [path]) == 1
    actor = load_registry(*folder.glob("*.tsv")).find("الحرس الشمالي")
    assert actor is not None
    assert (actor.label, actor.kind, actor.inter, actor.active) == ("Northern Guard", ActorKind.MILITIA, 4, "2030-")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (HEADER + "x\tX\tarmy\n", "unknown kind"),
        (HEADER + "x\tX\tmilitia\tn\tSYR\tSyrian army\n", "already means"),
        (HEADER + "sdf\tX\tmilitia\n", "taken by"),
        (HEADER + "x\tX\tmilitia\tn\tSYR\t\t9\n", "interaction code"),
        (HEADER + "x\tX\tmilitia\tn\tSYR\t\t\t\tlong ago\n", "years"),
        ("name\nX\n", "no column"),
        ("", "no header"),
    ],
)
def test_bad_files_say_why_and_change_nothing(tmp_path: Path, text: str, why: str) -> None:
    path, folder = tmp_path / "mine.tsv", tmp_path / "actors"
    path.write_text(GOOD, "utf-8")
    add(folder, [path])
    bad = tmp_path / "bad.tsv"
    bad.write_text(text, "utf-8")
    with pytest.raises((OSError, ValueError), match=why):
        add(folder, [path, bad])
    assert [kept.read_text("utf-8") for kept in folder.iterdir()] == [GOOD]
