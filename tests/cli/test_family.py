"""`according report ID --family`: who published the words first, who copied them, who took sentences out of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from according.app import wiring
from according.app.ingest import ingest
from according.app.parts import Parts
from according.app.settings import Settings
from tests.cli.running import Run

SILOS = (
    "Nine workers of the night shift were killed on Monday when rockets hit the grain silos of Saraqib, the Orontes Incident "
    "Monitor said."
)
AGENCY = (
    f"Invented sample: an exercise. {SILOS} The blast broke windows in the houses along the canal and set two lorries on fire. "
    "Firefighters from three neighbouring towns needed five hours to put out the flames."
)
BRIDGE = (
    "Two people were injured on Monday when a shell hit the old bridge of Binnish on the road to the east, medics said."
)
LOCAL = f"Invented sample: an exercise. {BRIDGE} The road stayed closed until the evening while the engineers looked at its pillars."
DIGEST = (
    f"Invented sample: an exercise. What is known of the day. {SILOS} {BRIDGE} Our reader in the town heard seven explosions and saw smoke above "
    "the canal for the rest of the day."
)
REPORTS = [
    {"id": "agency", "publisher": "Orontes Wire", "published": "2031-03-04", "text": AGENCY},
    {"id": "copy", "publisher": "Levant Bulletin", "published": "2031-03-05", "text": AGENCY},
    {"id": "local", "publisher": "Binnish Post", "published": "2031-03-04", "text": LOCAL},
    {"id": "digest", "publisher": "Mirror Digest", "published": "2031-03-06", "text": DIGEST},
    {
        "id": "alone",
        "publisher": "Valley Post",
        "published": "2031-03-04",
        "text": "Invented sample: A man was arrested at a checkpoint near Ariha on Sunday, residents said.",
    },
]


@pytest.fixture(scope="module")
def read_once(parts: Parts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("family")
    (folder / "in.jsonl").write_text("".join(json.dumps(report) + "\n" for report in REPORTS), encoding="utf-8")
    ledger = wiring.ledger(Settings.of({}, ledger=folder / "family.db"))
    ingest(wiring.collect(folder / "in.jsonl"), ledger, parts)
    ledger.close()
    return folder / "family.db"


def chains(run: Run, ledger: Path, report: str) -> list[dict[str, list[dict[str, object]]]]:
    code, out, err = run("report", report, "--family", "--json", "--ledger", str(ledger))
    assert code == 0, err
    return [json.loads(line) for line in out.splitlines()]


def members(chain: dict[str, list[dict[str, object]]]) -> list[object]:
    return [member["report"] for member in chain["members"]]


def test_an_exact_copy_stands_behind_the_first(run: Run, read_once: Path) -> None:
    (chain,) = chains(run, read_once, "copy")
    assert chain["publisher"] == "Orontes Wire"
    assert members(chain) == ["agency", "copy", "digest"]
    first, copy, _ = chain["members"]
    assert first["taken"] == copy["taken"] == []
    assert first["speakers"] == copy["speakers"] == ["Orontes Incident Monitor"]
    assert chains(run, read_once, "agency") == [chain], "the chain is the same from wherever one asks"


def test_a_stitched_article_is_in_the_chain_of_each_sentence(run: Run, read_once: Path) -> None:
    found = {str(chain["publisher"]): chain for chain in chains(run, read_once, "digest")}
    assert {name: members(chain) for name, chain in found.items()} == {
        "Orontes Wire": ["agency", "copy", "digest"],
        "Binnish Post": ["local", "digest"],
    }
    taken = {name: chain["members"][-1]["taken"] for name, chain in found.items()}
    assert taken["Binnish Post"] == [BRIDGE]
    assert [str(sentence).split()[-2:] for sentence in taken["Orontes Wire"]] == [["Monitor", "said."]]  # type: ignore[attr-defined]
    assert found["Binnish Post"]["members"][-1]["speakers"] == ["medics"], "of its claims only those it took"


def test_the_table_marks_who_was_asked_for_and_says_how_each_came_by_the_words(run: Run, read_once: Path) -> None:
    code, out, _ = run("report", "digest", "--family", "--ledger", str(read_once))
    assert code == 0
    assert "first published by Orontes Wire" in out and "first published by Binnish Post" in out
    rows = {line.split("report")[0] for line in out.splitlines() if line.startswith(">")}
    assert len([line for line in out.splitlines() if line.startswith(">") and "digest" in line]) == 2, rows
    assert "first" in out and "copy" in out and 'took "Two people were injured' in out


def test_a_lone_report_has_no_chain(run: Run, read_once: Path) -> None:
    assert chains(run, read_once, "alone") == []
    code, out, _ = run("report", "alone", "--family", "--ledger", str(read_once))
    assert (code, out.strip()) == (0, "no report of this ledger has the same words")


@pytest.mark.parametrize("name", ["nobody", "0123456789abcdef"])
def test_an_unknown_id_says_what_to_do(run: Run, read_once: Path, name: str) -> None:
    code, out, err = run("report", name, "--family", "--ledger", str(read_once))
    assert (code, out) == (2, "")
    assert f"no report '{name}'" in err and "'according claims' shows them" in err
