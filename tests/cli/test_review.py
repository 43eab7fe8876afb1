"""`according review`: what needs eyes is found, every answer is a judgement, and nothing is lost however the walk ends."""

from __future__ import annotations

import io
import os
import pty
import select
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.judging import Desk
from tests.cli.running import command

SILENCE = 60.0
"""Seconds without a sign after which a terminal is held to be stuck."""
Walk = Callable[..., tuple[int, str, str]]


@pytest.fixture
def walk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Reviews with these lines typed; a lone "^C" is Ctrl-C, and after the last line the input ends."""

    def walk(*lines: str, options: tuple[str, ...] = ("--doubt", "dispute")) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", _Keyboard(lines))
        return desk("review", *options)

    return walk


class _Keyboard(io.StringIO):
    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("".join(f"{line}\n" for line in lines))

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline(-1 if size is None else size)
        if line == "^C\n":
            raise KeyboardInterrupt
        return line


def doubts(desk: Desk, *options: str) -> list[str]:
    return [str(item["doubt"]) for item in desk.lines("review", "--list", *options)]


def judged(desk: Desk) -> list[tuple[object, object]]:
    """(kind, why) of the judgements that stand."""
    return [
        (j["kind"], j["why"]) for j in desk.lines("judge", "list") if not j["withdrawn_by"] and j["kind"] != "withdraw"
    ]


def test_what_needs_eyes_is_listed_the_gravest_first(desk: Desk) -> None:
    found = doubts(desk)
    assert found[0] == "dispute" and "weak" in found
    order = ["lost", "dispute", "link", "near", "unsure", "weak", "name"]
    assert [order.index(doubt) for doubt in found] == sorted(order.index(doubt) for doubt in found)
    out = desk.done("review", "--list")
    assert "Orontes Incident Monitor says 4" in out and "Saraqib" in out
    assert doubts(desk, "--doubt", "weak") == [doubt for doubt in found if doubt == "weak"]
    assert len(doubts(desk, "--limit", "1")) == 1
    assert doubts(desk) == found, "looking changes nothing"


def test_what_is_right_need_not_be_looked_at_again(desk: Desk, walk: Walk) -> None:
    code, out, err = walk("k", "both stand")
    assert code == 0, err
    assert "disputed" in out and "Orontes Incident Monitor says 4" in out
    assert judged(desk) == [("note", "both stand")]
    assert "dispute" not in doubts(desk)
    (own,) = desk.lines("judge", "list")
    desk.judged("withdraw", str(own["id"]))
    assert "dispute" in doubts(desk)


def test_a_claim_is_rejected_and_the_incident_follows(desk: Desk, walk: Walk) -> None:
    _, out, _ = walk("s")
    number = "1" if out.index("Seven") < out.index("Four") else "2"
    code, out, err = walk("r", number, "a rumour")
    assert code == 0, err
    assert "taken down: rejected, judged by Amal on" in out
    assert desk.incident("wire")["killed"] == {"low": 4, "high": 4, "best": 4, "open": False}
    assert judged(desk) == [("reject", "a rumour")]


def test_every_key_takes_down_its_judgement(desk: Desk, walk: Walk) -> None:
    walk("c", "1", "quantity", "6", "the list", options=("--doubt", "dispute"))
    walk("g", "conf", "the inquiry", options=("--doubt", "weak"))
    walk("n", "ask the medics", options=("--doubt", "weak"))
    (weak,) = desk.lines("review", "--list", "--doubt", "weak") or [{}]
    assert weak == {}, "graded by a person, it is weak no more"
    other = desk.claim("post", "killed")
    code, _, err = walk("a", "1 2", "two markets", options=("--doubt", "dispute"))
    assert code == 0, err
    walk("l", other, "one and the same", options=("--doubt", "weak"))
    kinds = [kind for kind, _ in judged(desk)]
    assert kinds[:2] == ["correct", "grade"] and "cannot_link" in kinds
    assert "must_link" in kinds or "weak" not in doubts(desk)


def test_the_last_answer_is_undone_and_asked_again(desk: Desk, walk: Walk) -> None:
    before = desk.export()
    code, out, _ = walk("r", "1", "a rumour", "u", "s", options=("--doubt", "dispute", "--doubt", "weak"))
    assert code == 0
    assert "taken back: rejected" in out
    assert out.count("1 of ") == 2, "the item comes again"
    assert judged(desk) == []
    desk.done("rebuild")
    assert desk.export() == before
    _, out, _ = walk("u", "q")
    assert "nothing to undo" in out


def test_ctrl_c_loses_nothing(desk: Desk, walk: Walk) -> None:
    code, _, err = walk("r", "1", "a rumour", "^C", options=("--doubt", "dispute", "--doubt", "weak"))
    assert code == 130
    assert "1 judgement taken down" in err
    assert judged(desk) == [("reject", "a rumour")]
    before = desk.export()
    desk.done("rebuild")
    assert desk.export() == before, "what was judged is linked already"


def test_ctrl_c_in_the_middle_of_an_answer_takes_nothing_down(desk: Desk, walk: Walk) -> None:
    code, _, err = walk("r", "1", "^C")
    assert (code, judged(desk)) == (130, [])
    assert "no judgements taken down" in err


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("r", "9"), "there is no claim 9 here"),
        (("r", "x", "why"), "at least 8 characters"),
        (("r", ""), "nothing taken down"),
        (("r", "1", ""), "nothing taken down"),
        (("a", "1", "why"), "2 numbers are wanted"),
        (("g", "splendid"), "'splendid' is no grade"),
        (("l", "0123456789"), "no claim and no incident"),
        (("c", "1", "colour", "red"), "cannot be corrected, only"),
        (("c", "1", "date", "soon"), "a day as 2031-03-05"),
        (("z",), "keep: it is right as it is"),
        (("?",), "quit: everything is kept"),
        (("v",), "[3]"),
    ],
)
def test_a_slip_is_told_and_asked_again(desk: Desk, walk: Walk, lines: tuple[str, ...], message: str) -> None:
    code, out, err = walk(*lines, "q")
    assert code == 0, err
    assert message in out
    assert judged(desk) == []


def test_a_contradiction_is_told_and_the_walk_goes_on(desk: Desk, walk: Walk) -> None:
    wire, herald = desk.claim("wire", "killed"), desk.claim("herald", "killed")
    desk.judged("must-link", wire, herald, why="the same market")
    code, out, _ = walk("a", "1 2", "two markets", "k", "")
    assert code == 0
    assert "contradicts" in out and "the same market" in out
    assert [kind for kind, _ in judged(desk)] == ["must_link", "note"]


def test_nothing_to_look_at_says_so(desk: Desk, walk: Walk) -> None:
    code, _, err = walk(options=("--doubt", "lost"))
    assert (code, "nothing to look at" in err) == (0, True)


def test_a_real_terminal_and_a_real_ctrl_c(desk: Desk, tmp_path: Path) -> None:
    """A process of its own on a pseudo-terminal: prompts appear, the answer is kept, Ctrl-C ends it with 130."""
    host, terminal = pty.openpty()
    env = os.environ | {"ACCORDING_REVIEWER": "Amal", "TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "100"}
    env["PYTHONPATH"] = str(Path(__file__).parents[2])
    arguments = command("review", "--doubt", "dispute", "--doubt", "weak")
    with subprocess.Popen(
        arguments,
        cwd=tmp_path,
        env=env,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
        preexec_fn=_take_terminal,
    ) as process:
        os.close(terminal)
        seen = _until(host, b"> ")
        for line in (b"k\n", b"both stand\n"):
            os.write(host, line)
            seen = _until(host, b"> " if line.startswith(b"both") else b"] ")
        _interrupt(host)
        _until(host, b"1 judgement taken down")
        assert process.wait(60) == 130
    os.close(host)
    assert b"\x1b[3" not in seen, "no colours where none are wanted"
    assert judged(desk) == [("note", "both stand")]


def _take_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _interrupt(host: int) -> None:
    """Ctrl-C; again after a while without a sign: one that comes just as the line editor starts to wait is not seen."""
    for _ in range(5):
        os.write(host, b"\x03")
        if select.select([host], [], [], SILENCE / 10)[0]:
            return


def _until(host: int, wanted: bytes) -> bytes:
    """What the terminal shows up to `wanted`; fails after a minute of silence."""
    seen = b""
    while wanted not in seen:
        ready, _, _ = select.select([host], [], [], SILENCE)
        if not ready:
            break
        try:
            more = os.read(host, 4096)
        except OSError:
            break
        if not more:
            break
        seen += more
    assert wanted in seen, seen
    return seen
