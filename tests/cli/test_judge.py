"""`according judge`: each kind of judgement taken down, applied, taken back, and replayed to the byte."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from according.app import wiring
from according.app.export import Format, What, export
from according.app.ingest import ingest
from according.app.parts import Parts
from according.app.rebuild import rebuild
from according.app.settings import Settings
from according.ledger.sqlite import open_ledger
from tests.cli.judging import REPORTS, Desk

Say = Callable[[Desk], tuple[str, ...]]


def killed(desk: Desk, report: str) -> object:
    return desk.incident(report)["killed"]


def test_a_rejected_claim_counts_nowhere_and_stays_visible(desk: Desk) -> None:
    toll = desk.claim("herald", "killed")
    assert killed(desk, "wire") == {"low": 4, "high": 7, "best": 7, "open": False}
    desk.judged("reject", toll[:10], why="a rumour")
    assert killed(desk, "wire") == {"low": 4, "high": 4, "best": 4, "open": False}
    shown = desk.incident("wire")
    (rejected,) = shown["rejected"]  # type: ignore[misc]
    assert (rejected["claim"], rejected["judgements"][0]["why"]) == (toll, "a rumour")
    out = desk.done("show", str(shown["id"]))
    assert "Rejected: counted nowhere" in out and "rejected, judged by Amal on" in out and "a rumour" in out
    assert "claim 1: rejected, judged by Amal" in desk.done("report", "herald")
    row = next(c for c in desk.lines("claims") if c["id"] == toll)
    assert row["rejected"] is True and "a rumour" in str(row["judgements"])


def test_a_corrected_number_counts_and_what_was_read_stays(desk: Desk) -> None:
    toll = desk.claim("herald", "killed")
    desk.judged("correct", toll, "quantity", "at least 5", why="paragraph two")
    assert killed(desk, "wire") == {"low": 4, "high": 5, "best": 5, "open": True}
    out = desk.done("show", str(desk.incident("wire")["id"]))
    assert "killed civilians 5 or more, asserted" in out
    assert "quantity corrected to at least 5, judged by Amal on" in out
    assert "read as killed civilians 7" in out
    assert "«Seven civilians» were killed" in out, "the words are the report's"
    (row,) = [
        json.loads(line) for line in desk.done("export", "jsonl", "--what", "claims").splitlines() if toll in line
    ]
    assert (row["low"], row["high"], row["as_read"]) == (5, None, ["killed civilians 7"])


def test_a_place_is_corrected_for_a_whole_telling(desk: Desk) -> None:
    before = desk.incident("post")
    desk.judged("correct", desk.claim("post", "killed"), "place", "Saraqib", "--whole-telling", why="the map says so")
    after = desk.incident("post")
    assert (before["place"], after["place"]) == ("Taftanaz", "Saraqib")
    assert (after["lat"], after["lon"]) != (before["lat"], before["lon"])


def test_two_tellings_are_kept_apart_and_put_together(desk: Desk) -> None:
    one, other = desk.claim("wire", "killed"), desk.claim("herald", "killed")
    desk.judged("cannot-link", one, other, why="two markets")
    assert killed(desk, "wire") == {"low": 4, "high": 4, "best": 4, "open": False}
    assert "kept apart" in desk.done("show", str(desk.incident("wire")["id"]))
    far = desk.incident("post")
    desk.judged("must-link", str(far["id"])[:10], one, why="one mine, one shell")
    assert desk.incident("post")["id"] == desk.incident("wire")["id"]


def test_a_grade_overrides_and_says_whose_it_is(desk: Desk) -> None:
    incident = str(desk.incident("wire")["id"])
    desk.judged("grade", incident, "confirmed", why="the inquiry's report")
    shown = desk.incident("wire")
    assert shown["grade"] == "Confirmed"
    assert str(shown["grade_reason"]).startswith("Judged by Amal on") and "the inquiry's report" in str(
        shown["grade_reason"]
    )
    assert "Confirmed" in desk.done("incidents", "--grade", "Confirmed")


def test_a_note_changes_nothing_but_is_shown_and_exported(desk: Desk) -> None:
    incident, before = str(desk.incident("wire")["id"]), desk.lines("incidents")
    desk.judged("note", incident, why="asked for the list")
    desk.judged("note", desk.claim("wire", "injured"), why="of them, two later died")
    assert desk.lines("incidents") == before
    out = desk.done("show", incident)
    assert "note, judged by Amal on" in out and "asked for the list" in out and "two later died" in out
    exported = desk.export()
    assert exported.count("asked for the list") == 3 and "two later died" in exported


SAID: dict[str, Say] = {
    "reject": lambda desk: ("reject", desk.claim("herald", "killed")),
    "reject all": lambda desk: ("reject", str(desk.incident("post")["id"])),
    "correct": lambda desk: ("correct", desk.claim("herald", "killed"), "quantity", "9"),
    "cannot-link": lambda desk: ("cannot-link", desk.claim("wire", "killed"), desk.claim("herald", "killed")),
    "must-link": lambda desk: ("must-link", desk.claim("wire", "killed"), desk.claim("post", "killed")),
    "grade": lambda desk: ("grade", str(desk.incident("wire")["id"]), "Discounted"),
    "note": lambda desk: ("note", str(desk.incident("wire")["id"])),
}


@pytest.mark.parametrize("say", SAID.values(), ids=SAID)
def test_every_judgement_is_replayed_by_rebuild_and_can_be_taken_back(desk: Desk, say: Say) -> None:
    before = desk.export()
    own = desk.judged(*say(desk))
    judged = desk.export()
    assert judged != before
    desk.done("rebuild")
    assert desk.export() == judged, "rebuild replays it to the byte"
    code, _, err = desk("reread")
    assert code == 0, err
    assert desk.export() == judged, "reading again finds the same claims"
    back = desk.judged("withdraw", own[:12], why="looked at the wrong page")
    assert desk.export() == before, "as if it had never been said"
    listed = {j["id"]: j for j in desk.lines("judge", "list")}
    assert listed[own]["withdrawn_by"] == back and listed[own]["why"] == "saw the list", "nothing is lost"
    desk.judged("withdraw", back, why="it was right after all")
    assert desk.export() == judged
    assert "looked at the wrong page" in desk.done("judge", "list")


CONTRADICTIONS: dict[str, tuple[Say, Say]] = {
    "grade": (
        lambda d: ("grade", d.claim("wire", "killed"), "Fair"),
        lambda d: ("grade", str(d.incident("wire")["id"]), "Weak"),
    ),
    "links": (SAID["cannot-link"], lambda d: ("must-link", d.claim("herald", "killed"), d.claim("wire", "killed"))),
    "parted": (SAID["must-link"], lambda d: ("cannot-link", d.claim("post", "killed"), d.claim("wire", "killed"))),
    "values": (SAID["correct"], lambda d: ("correct", d.claim("herald", "killed"), "high", "12")),
    "rejected": (SAID["reject"], lambda d: ("correct", d.claim("herald", "killed"), "quantity", "9")),
}


@pytest.mark.parametrize(("first", "second"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_what_contradicts_is_refused_or_replaces(desk: Desk, first: Say, second: Say) -> None:
    own = desk.judged(*first(desk), why="saw the list of names")
    before = desk.export()
    code, out, err = desk("judge", *second(desk), "--why", "saw another list", "--who", "Basil")
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    for words in ("contradicts", "Amal", "saw the list of names", own[:10], "--instead"):
        assert words in err
    assert desk.export() == before
    code, _, err = desk("judge", *second(desk), "--why", "saw another list", "--who", "Basil", "--instead")
    assert code == 0 and "taken back" in err
    assert {j["id"]: j["withdrawn_by"] for j in desk.lines("judge", "list")}[own]
    desk.done("rebuild")
    assert desk.lines("problems") == []


def test_a_chain_of_links_is_a_contradiction_too(desk: Desk) -> None:
    wire, herald, post = (desk.claim(name, "killed") for name in ("wire", "herald", "post"))
    first, second = desk.judged("must-link", wire, herald), desk.judged("must-link", herald, post)
    code, _, err = desk("judge", "cannot-link", wire, post, "--why", "two places")
    assert code == 2
    assert first[:10] in err and second[:10] in err and "judge withdraw" in err
    assert desk("judge", "cannot-link", wire, post, "--why", "two places", "--instead")[0] == 2, (
        "which of them is wrong?"
    )
    desk.judged("withdraw", second)
    desk.judged("cannot-link", wire, post)
    code, _, err = desk("judge", "must-link", herald, post, "--why", "one place")
    assert code == 2 and "contradicts" in err
    code, _, err = desk("judge", "withdraw", desk.lines("judge", "list")[2]["id"], "--why", "again")  # type: ignore[arg-type]
    assert code == 2 and "contradicts" in err, "what counts again may contradict what was said meanwhile"


def test_the_same_again_is_said_already(desk: Desk) -> None:
    toll = desk.claim("herald", "killed")
    own = desk.judged("reject", toll)
    code, _, err = desk("judge", "reject", toll, "--why", "once more")
    assert code == 0 and "said already" in err and own[:10] in err
    assert len(desk.lines("judge", "list")) == 1


BAD: list[tuple[tuple[str, ...], str]] = [
    (("reject", "0123456789ab"), "'according claims' all claims"),
    (("reject", "abc"), "at least 8 characters"),
    (("withdraw", "0123456789ab"), "'according judge list' lists them"),
    (("grade", "0123456789ab", "splendid"), "'splendid' is not one of"),
    (("correct", "{toll}", "colour", "red"), "cannot be corrected, only quantity"),
    (("correct", "{toll}", "measure", "injured"), "reject it"),
    (("correct", "{toll}", "quantity", "some"), "a number as 14"),
    (("correct", "{toll}", "quantity", "9 to 3"), "a number as 14"),
    (("correct", "{toll}", "high", "3"), "is no range"),
    (("correct", "{toll}", "high", "four"), "a number"),
    (("correct", "{toll}", "date", "31 March"), "a day as 2031-03-05"),
    (("correct", "{toll}", "category", "ghosts"), "one of civilians, children"),
    (("correct", "{toll}", "cumulative", "maybe"), "yes or no"),
    (("correct", "{toll}", "place", "Nowhereinvented"), "according gazetteer find"),
    (("correct", "{toll}", "place", "Homs"), "give the id of one instead: geonames:"),
    (("correct", "{toll}", "part_of", "four"), "64 characters"),
    (("correct", "{toll}", "modality", "denied", "--whole-telling"), "only place, date, perpetrator, weapon"),
    (("correct", "{incident}", "quantity", "3"), "wants one of its claims"),
    (("cannot-link", "{toll}", "{hurt}"), "cannot be taken apart"),
    (("must-link", "{toll}", "{hurt}"), "together already"),
    (("must-link", "{toll}", "{toll}"), "together already"),
    (("reject", "{toll}", "--who", "  "), "--who NAME"),
    (("reject", "{toll}", "--who", "x" * 101), "at most 100"),
    (("reject", "{toll}", "--why", "x" * 2001), "at most 2,000"),
    (("reject", "{toll}", "--why", " "), "wants a reason"),
]


def test_bad_input_says_what_to_do_and_changes_nothing(desk: Desk) -> None:
    names = {
        "toll": desk.claim("wire", "killed"),
        "hurt": desk.claim("wire", "injured"),
        "incident": str(desk.incident("wire")["id"]),
    }
    for arguments, message in BAD:
        given = [argument.format(**names) for argument in arguments]
        code, out, err = desk("judge", *given, *(() if "--why" in given else ("--why", "a reason")))
        assert (code, out) == (2, ""), arguments
        assert message in err, arguments
    assert desk.lines("judge", "list") == []


def test_a_reason_is_asked_for(desk: Desk) -> None:
    code, _, err = desk("judge", "reject", desk.claim("wire", "killed"))
    assert code == 2 and "--why" in err


def test_many_judgements_are_linked_once_at_the_end(desk: Desk) -> None:
    before = desk.lines("incidents")
    code, _, err = desk("judge", "reject", desk.claim("herald", "killed"), "--why", "a rumour", "--later")
    assert code == 0 and "according rebuild" in err
    assert desk.lines("incidents") == before
    desk.done("rebuild")
    assert killed(desk, "wire") == {"low": 4, "high": 4, "best": 4, "open": False}


def test_what_a_person_wrote_cannot_steer_a_terminal(desk: Desk) -> None:
    incident = str(desk.incident("wire")["id"])
    desk.judged(
        "note",
        incident,
        why="\x1b[31mred\u202e",
    )
    assert "\x1b" not in desk.done("show", incident) + desk.done("judge", "list")


def test_the_newest_word_is_the_last_even_where_a_clock_went_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    incident = str(desk.incident("wire")["id"])
    desk.judged("grade", incident, "Fair")
    monkeypatch.setattr("according.app.judge.now", lambda: "2001-01-01T00:00:00.000000Z")
    desk.judged("grade", incident, "Weak", "--instead")
    assert desk.incident("wire")["grade"] == "Weak"
    times = [j["at"] for j in desk.lines("judge", "list")]
    assert times == sorted(times)  # type: ignore[type-var]


def test_a_judgement_on_what_is_no_longer_read_is_kept_and_listed(desk: Desk, tmp_path: Path) -> None:
    own = desk.judged("reject", desk.claim("herald", "killed"))
    ledger = open_ledger(tmp_path / "according.db")
    report = ledger.report("herald")
    assert report is not None
    read = ledger.current(report.id)
    assert read is not None
    ledger.add_reading(_without_claims(read))
    ledger.close()
    desk.done("rebuild")
    code, out, _ = desk("problems", "--json")
    assert code == 1
    assert json.loads(out)["problem"] == "judgement-lost" and own in out
    assert [j["id"] for j in desk.lines("judge", "list")] == [own]
    assert desk("reread")[0] == 0
    row = next(c for c in desk.lines("claims") if c["rejected"])
    assert row["report"] == "herald", "the claim came back, and with it the judgement"


def _without_claims(read):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(read, reading=replace(read.reading, claims=(), digest="reads nothing"), resolutions={})


def test_with_other_actors_the_judgement_is_kept_and_nothing_else_changes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody forgets the --registry that they gave 'ingest'."""
    before, registry = desk.lines("incidents"), wiring.registry(Settings.of({}))
    monkeypatch.setattr(
        wiring, "registry", lambda *_: SimpleNamespace(digest="others", find=registry.find, get=registry.get)
    )
    code, _, err = desk("judge", "reject", desk.claim("herald", "killed"), "--why", "a rumour")
    assert code == 0 and "not linked again" in err and "--registry" in err
    assert desk.lines("incidents") == before
    monkeypatch.setattr(wiring, "registry", lambda *_: registry)
    desk.done("rebuild")
    assert killed(desk, "wire") == {"low": 4, "high": 4, "best": 4, "open": False}


def test_in_another_order_of_arrival_the_same_judgements_give_the_same_bytes(
    desk: Desk, furnished: Parts, tmp_path: Path
) -> None:
    """Another ledger takes the reports in last first, and the judgements in between, last first too."""
    for say in (SAID["correct"], SAID["cannot-link"], SAID["note"], SAID["grade"]):
        desk.judged(*say(desk))
    desk.judged("withdraw", desk.judged("reject", desk.claim("post", "killed")))
    judgements = open_ledger(tmp_path / "according.db").judgements()
    other = tmp_path / "other"
    other.mkdir()
    ledger = wiring.ledger(Settings.of({}, ledger=other / "according.db"))
    for n, report in enumerate(reversed(REPORTS)):
        (other / f"{n}.jsonl").write_text(json.dumps(report) + "\n", encoding="utf-8")
        for judgement in list(reversed(judgements))[2 * n : 2 * n + 2]:
            ledger.add_judgement(judgement)
        ingest(wiring.collect(other / f"{n}.jsonl"), ledger, furnished)
    rebuild(ledger, furnished.registry)
    assert "".join(export(ledger, Format.JSONL)) == desk.done("export", "jsonl")
    assert "".join(export(ledger, Format.CSV, What.CLAIMS)) == desk.done("export", "csv", "--what", "claims")
    ledger.close()


def test_judgements_move_to_another_ledger(desk: Desk, tmp_path: Path) -> None:
    for say in (SAID["correct"], SAID["grade"]):
        desk.judged(*say(desk))
    desk.judged("withdraw", desk.judged("reject", desk.claim("post", "killed")))
    exported, listed = desk.export(), desk.done("judge", "list", "--json")
    (tmp_path / "judgements.jsonl").write_text(listed, encoding="utf-8")
    for path in tmp_path.glob("according.db*"):
        path.unlink()
    desk.done("ingest", "in.jsonl")
    assert desk.export() != exported
    assert "4 judgements added" in desk("judge", "load", "judgements.jsonl")[2]
    assert desk.export() == exported and desk.done("judge", "list", "--json") == listed
    assert "no judgements added, 4 already known" in desk("judge", "load", "judgements.jsonl")[2]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("a rumour", "proven", "it was altered"),
        ('"reject"', '"accept"', "accept"),
        ('"subjects": [', '"subjects": "', "no judgement"),
        ('"at": "2', '"at": "x2', "no judgement"),
        ('"who": "Amal"', '"who": 3', "'who' is no text"),
    ],
)
def test_what_was_altered_on_the_way_is_left_out(desk: Desk, tmp_path: Path, old: str, new: str, why: str) -> None:
    desk.judged("reject", desk.claim("herald", "killed"), why="a rumour")
    good = desk.done("judge", "list", "--json")
    assert old in good
    (tmp_path / "bad.jsonl").write_text("[]\n\n" + good.replace(old, new) + good, encoding="utf-8")
    code, _, err = desk("judge", "load", "bad.jsonl")
    assert code == 1 and why in err and "bad.jsonl, line 3" in err and "no judgements added, 1 already known" in err
    assert desk.done("judge", "list", "--json") == good
    assert desk("judge", "load", "none.jsonl")[0] == 2
