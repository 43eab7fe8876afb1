"""The walk of `according review`: an item, its words, a key, a reason; the answer is kept before the next item comes."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Mapping, Sequence

import typer

from according.app import judge
from according.app.judge import Taken, Who
from according.app.judge_subjects import Unjudgeable, subject_of
from according.app.judge_values import json_of, spelled
from according.app.judged_by import Judgements
from according.app.review import Doubt, Item
from according.app.settings import Settings
from according.app.show import evidence_of
from according.cli.console import STOPPED, cell, clean, counted, note, out
from according.cli.evidence import Words
from according.cli.judging import relink
from according.domain.protocols import Ledger
from according.domain.values import Grade, JudgementKind
from according.export.judgement_words import judgement_words
from according.export.wording import day_words, place_words, short

SHOWN = 8
"""Claims of an item that are shown; v shows all."""


class _Cancelled(Exception):
    """An empty answer: nothing is taken down."""


class _Left(Exception):
    """The person is done, or the input has ended."""


class Walk:
    """Asks about items and takes down the answers. Plain lines in and out: it works without colours and in a pipe."""

    def __init__(self, ledger: Ledger, settings: Settings, who: str) -> None:
        self._ledger = ledger
        self._settings = settings
        self._who = who
        self._console = out()
        self._taken: list[tuple[int, Taken]] = []
        self._shown: list[str] = []

    def over(self, items: Sequence[Item]) -> None:
        """From the first to the last; links again at the end. Ctrl-C, q and the end of the input stop it."""
        stopped = False
        if sys.stdin.isatty():
            with contextlib.suppress(ImportError):
                import readline  # noqa: F401 - arrow keys edit what is typed
        self._say(
            f"{counted(len(items), 'item')} to look at. Every answer is kept at once. ? explains the keys, q leaves."
        )
        try:
            self._walk(items)
        except (_Left, EOFError):
            pass
        except KeyboardInterrupt:
            stopped = True
            self._say("")
        self._end(stopped)

    def _walk(self, items: Sequence[Item]) -> None:
        n = 0
        while n < len(items):
            item = items[n]
            if self._is_settled(item):
                n += 1
                continue
            self._show(item, n + 1, len(items))
            n = self._ask(item, n)

    def _end(self, stopped: bool) -> None:
        note(
            f"{counted(len(self._taken), 'judgement')} taken down; 'according judge list' shows them, 'judge withdraw' undoes"
        )
        try:
            if any(taken.judgement.kind is not JudgementKind.NOTE for _, taken in self._taken):
                relink(self._ledger, self._settings)
        except KeyboardInterrupt:
            note("stopped while linking: the judgements are kept, and 'according rebuild' applies them")
            stopped = True
        if stopped:
            raise typer.Exit(STOPPED)

    def _is_settled(self, item: Item) -> bool:
        """Whether what it was about was rejected or corrected on this walk: the list was made before."""
        done = (JudgementKind.REJECT, JudgementKind.CORRECT)
        judged = {s for _, t in self._taken if t.judgement.kind in done for s in t.judgement.subjects}
        return bool(item.claims) and item.doubt is not Doubt.NAME and bool(judged & set(item.claims))

    # --- showing ------------------------------------------------------------------------------------------------------

    def _show(self, item: Item, number: int, of: int) -> None:
        head = [f"{number} of {of}", _HEADS[item.doubt]]
        head += [
            f"{day_words(incident.date)} {place_words(incident)} (incident {short(incident.id)})"
            for incident in (item.incident, item.other)
            if incident is not None
        ]
        self._say("")
        self._console.print(cell(" · ".join(head), style="bold"))
        self._console.print(cell(item.about))
        self._tell(item.claims, SHOWN)

    def _tell(self, claims: Sequence[str], most: int) -> None:
        words = Words(self._console)
        evidence = evidence_of(self._ledger, claims[:most], Judgements(self._ledger))
        words.tell(list(evidence.values()))
        self._shown = words.claims
        if len(claims) > most:
            self._say(f"  ... and {len(claims) - most} more: v shows all")

    def _say(self, line: str) -> None:
        self._console.print(cell(line))

    # --- asking -------------------------------------------------------------------------------------------------------

    def _ask(self, item: Item, n: int) -> int:
        """Until there is an answer: the number of the item to go on with."""
        keys = _keys_of(item)
        while True:
            self._say("  ".join(f"[{key}]{_MEANINGS[key].partition(':')[0].removeprefix(key)}" for key in keys))
            key = self._read("> ").casefold()[:1]
            if key == "q":
                raise _Left
            if key in ("s", ""):
                return n + 1
            if key == "u":
                back = self._undo()
                if back is None:
                    continue
                return back
            if key == "v":
                self._view(item)
            elif key == "?" or key not in keys:
                self._explain(keys)
            else:
                try:
                    self._took(n, _ANSWERS[key](self, item))
                    return n + 1
                except _Cancelled:
                    self._say("nothing taken down")
                except Unjudgeable as error:
                    self._say(str(error))

    def _read(self, prompt: str) -> str:
        return input(prompt).strip()

    def _wanted(self, prompt: str) -> str:
        given = self._read(f"{prompt}: ")
        if not given:
            raise _Cancelled
        return given

    def _by(self, otherwise: str | None = None) -> Who:
        """Who, when, and the reason, which is asked for now."""
        why = self._read(f"Why? [{otherwise}] ") or otherwise if otherwise else self._wanted("Why")
        return Who(self._who, judge.now(), why or "")

    def _claims(self, prompt: str, most: int | None = None) -> list[str]:
        """Claims by the numbers at which they stand, or by id; the only one without asking."""
        if len(self._shown) == 1:
            return list(self._shown)
        given = self._wanted(f"{prompt} (numbers as shown)").replace(",", " ").split()
        if most is not None and len(given) != most:
            raise Unjudgeable(f"{most} numbers are wanted, not {len(given)}")
        return [self._numbered(word.strip("[]")) for word in given]

    def _numbered(self, word: str) -> str:
        if not (word.isascii() and word.isdigit() and len(word) < 6):
            return word
        if not 0 < int(word) <= len(self._shown):
            raise Unjudgeable(f"there is no claim {word} here: 1 to {len(self._shown)}")
        return self._shown[int(word) - 1]

    def _took(self, n: int, taken: Taken) -> None:
        if taken.new:
            self._taken.append((n, taken))
        told = "taken down" if taken.new else "said already"
        self._say(f"{told}: {judgement_words(taken.judgement)} (judgement {short(taken.judgement.id)}; u undoes)")

    def _undo(self) -> int | None:
        if not self._taken:
            self._say("nothing to undo on this walk: 'according judge withdraw' takes back older judgements")
            return None
        n, taken = self._taken[-1]
        back = judge.withdraw(self._ledger, taken.judgement.id, Who(self._who, judge.now(), "undone in the review"))
        self._taken.pop()
        self._say(f"taken back: {judgement_words(taken.judgement)} (judgement {short(back.judgement.id)})")
        return n

    def _view(self, item: Item) -> None:
        incidents = [i for i in (item.incident, item.other) if i is not None]
        claims = dict.fromkeys([*item.claims, *(c for i in incidents for c in (*i.claims, *i.outlook))])
        self._tell(list(claims), len(claims))

    def _explain(self, keys: Sequence[str]) -> None:
        for key in keys:
            self._say(f"  {key}  {clean(_MEANINGS[key])}")

    # --- answers ------------------------------------------------------------------------------------------------------

    def _right(self, item: Item) -> Taken:
        return judge.note(self._ledger, item.subjects, self._by("right as it is"), reviewed=item.key)

    def _note(self, item: Item) -> Taken:
        subject = item.incident.id if item.incident else item.subjects[0]
        return judge.note(self._ledger, [subject], self._by())

    def _reject(self, item: Item) -> Taken:
        return judge.reject(self._ledger, self._claims("Which claims are wrong"), self._by())

    def _correct(self, item: Item) -> Taken:
        from according.app import wiring

        (claim,) = self._claims("Which claim", most=1)
        field = self._wanted("Which field (quantity, category, place, date, perpetrator, attribution, modality ...)")
        value = self._wanted("What is right (- where the report does not say)")
        known = wiring.gazetteer(self._settings) if spelled(field) == "place" else None
        found = self._ledger.claim(claim)
        if found is not None:  # whether it can be so is known before the reason is asked for
            json_of(found.claim, field, value, known)
        return judge.correct(self._ledger, claim, field, value, self._by(), known)

    def _apart(self, item: Item) -> Taken:
        one, other = item.subjects if item.doubt in _PAIRS else self._claims("Which two are of two happenings", most=2)
        return judge.cannot_link(self._ledger, one, other, self._by())

    def _together(self, item: Item) -> Taken:
        if item.doubt in _PAIRS:
            one, other = item.subjects
        else:
            one, other = self._own(item), self._wanted("With which claim or incident (id)")
            subject_of(self._ledger, other)
        return judge.must_link(self._ledger, one, other, self._by())

    def _grade(self, item: Item) -> Taken:
        given = self._wanted(f"Which grade ({', '.join(grade.value for grade in Grade)})").casefold()
        found = [grade for grade in Grade if grade.value.casefold().startswith(given)]
        if len(found) != 1:
            raise Unjudgeable(f"{given!r} is no grade: one of {', '.join(grade.value for grade in Grade)}")
        return judge.grade(self._ledger, self._own(item), found[0], self._by())

    def _take_back(self, item: Item) -> Taken:
        assert item.judgement is not None
        return judge.withdraw(self._ledger, item.judgement.id, self._by())

    def _own(self, item: Item) -> str:
        return item.incident.id if item.incident else item.subjects[0]


_PAIRS = (Doubt.LINK, Doubt.NEAR)
_HEADS: Mapping[Doubt, str] = {
    Doubt.LOST: "a judgement that cannot be applied",
    Doubt.DISPUTE: "disputed",
    Doubt.LINK: "hardly linked",
    Doubt.NEAR: "nearly one",
    Doubt.UNSURE: "read with little confidence",
    Doubt.WEAK: "one origin",
    Doubt.NAME: "a name that nobody knows",
}
_ANSWERS: Mapping[str, Callable[[Walk, Item], Taken]] = {
    "k": Walk._right,
    "r": Walk._reject,
    "c": Walk._correct,
    "a": Walk._apart,
    "l": Walk._together,
    "g": Walk._grade,
    "n": Walk._note,
    "w": Walk._take_back,
}
_MEANINGS: Mapping[str, str] = {
    "k": "keep: it is right as it is, and need not be looked at again",
    "r": "reject: claims are misread and count nowhere",
    "c": "correct: a field of a claim has another value",
    "a": "apart: the two are of two happenings",
    "l": "link: the two are of one happening",
    "g": "grade: the incident has another grade",
    "n": "note: words beside the incident, which change nothing",
    "w": "withdraw: take this judgement back",
    "v": "view: everything that the incident holds",
    "u": "undo: the last answer of this walk",
    "s": "skip: nothing is taken down (Enter does the same)",
    "q": "quit: everything is kept",
    "?": "help: these lines; an empty answer to any question takes nothing down",
}


def _keys_of(item: Item) -> Sequence[str]:
    if item.doubt is Doubt.LOST:
        return ("w", "u", "s", "q", "?")
    if item.doubt is Doubt.NAME:
        return ("k", "c", "r", "n", "v", "u", "s", "q", "?")
    return ("k", "r", "c", "a", "l", "g", "n", "v", "u", "s", "q", "?")
