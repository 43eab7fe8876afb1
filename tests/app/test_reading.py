"""One bad report never stops or spoils the others, whatever room it fails in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from according.app import reading as reading_app
from according.app.parts import Parts
from according.app.reading import BATCH, ReadCapture, read_captures
from according.domain.claim import Reading, ReadReport
from according.domain.mention import Mentions
from according.domain.protocols import Prepared
from according.domain.report import Capture, Layout, Report, Sentence
from according.domain.values import ZoneKind


class FakeReader:
    """Fails for every batch that holds a report whose text says so; counts how often it was asked."""

    lang = "en"
    digest = "fake"

    def __init__(self) -> None:
        self.calls: list[int] = []

    def read(self, items: Iterable[Prepared]) -> Iterator[Reading]:
        items = list(items)
        self.calls.append(len(items))
        for item in items:
            if "reader fails" in item.report.text:
                raise RuntimeError("no such grammar")
            yield Reading(item.report.id, self.digest, ())


def fails_on(word: str, text: str) -> None:
    if word in text:
        raise ValueError(word)


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> Parts:
    def report_of(capture: Capture) -> Report:
        fails_on("clean fails", capture.text)
        return Report.from_capture(capture, capture.lang or "en")

    def find(report: Report, *_: object) -> Mentions:
        fails_on("mention fails", report.text)
        return Mentions()

    def resolve(report: Report, read: Reading, *_: object) -> ReadReport:
        fails_on("resolve fails", report.text)
        return ReadReport(read, {})

    monkeypatch.setattr(reading_app.clean, "report_of", report_of, raising=False)
    monkeypatch.setattr(reading_app.clean, "layout_of", lambda report: Layout((), None, report.lang), raising=False)
    monkeypatch.setattr(reading_app.mention, "find", find, raising=False)
    monkeypatch.setattr(reading_app.resolve, "resolve", resolve, raising=False)
    return Parts({"en": FakeReader()}, None, None)  # type: ignore[arg-type]


def capture(text: str, n: int = 0, lang: str = "en") -> Capture:
    return Capture(text, f"r{n}", "0" * 64, 0, 1, "jsonl/1", "in.jsonl", lang=lang)


def read(parts: Parts, *texts: str) -> list[ReadCapture]:
    return list(read_captures([capture(text, n) for n, text in enumerate(texts)], parts))


@pytest.mark.parametrize("room", ["clean", "mention", "reader", "resolve"])
def test_a_report_that_fails_in_any_room_is_a_problem_and_the_others_are_read(parts: Parts, room: str) -> None:
    good, bad, after = read(parts, "good", f"{room} fails", "after")
    assert good.read is not None
    assert after.read is not None
    assert bad.read is None
    assert [p.code for p in bad.problems] == ["clean-failed" if room == "clean" else "reader-failed"]
    assert bad.problems[0].what == "r1"
    assert (bad.report is None) == (room == "clean")
    assert good.problems == after.problems == []


def test_readings_belong_to_their_reports_across_batches(parts: Parts) -> None:
    texts = [f"text {n}" if n % 7 else f"reader fails {n}" for n in range(2 * BATCH + 5)]
    for done, text in zip(read(parts, *texts), texts, strict=True):
        assert done.report is not None
        assert done.report.text == text
        if done.read is not None:
            assert done.read.reading.report == done.report.id
        assert (done.read is None) == ("fails" in text)


def test_a_good_batch_is_read_at_once(parts: Parts) -> None:
    read(parts, *(f"text {n}" for n in range(BATCH + 1)))
    assert parts.readers["en"].calls == [BATCH, 1]  # type: ignore[attr-defined]


def test_a_language_without_a_reader_is_named(parts: Parts) -> None:
    arabic, english = read_captures([capture("قصف", 0, "ar"), capture("shelling", 1)], parts)
    assert arabic.report is not None
    assert arabic.read is None
    assert arabic.problems[0].code == "no-reader"
    assert "no Arabic reader yet" in arabic.problems[0].why
    assert arabic.problems[0].report == arabic.report.id
    assert english.read is not None


def test_nothing_is_read_before_it_is_asked_for(parts: Parts) -> None:
    def endless() -> Iterator[Capture]:
        n = 0
        while True:
            yield capture(f"text {n}", n)
            n += 1

    assert next(iter(read_captures(endless(), parts))).read is not None


def test_a_report_in_two_languages_is_read_by_both_readers(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    def layout_of(report: Report) -> Layout:
        mixed = Sentence(5, 9, 0, ZoneKind.BODY, "ar") if "mixed" in report.text else Sentence(5, 9, 0, ZoneKind.BODY)
        return Layout((Sentence(0, 4, 0, ZoneKind.BODY), mixed), None, report.lang)

    class Counting(FakeReader):
        lang = "ar"
        digest = "other"
        given: tuple[Sentence, ...] = ()

        def read(self, items: Iterable[Prepared]) -> Iterator[Reading]:
            for item in items:
                self.given += item.layout.sentences
                yield Reading(item.report.id, self.digest, ())

    monkeypatch.setattr(reading_app.clean, "layout_of", layout_of, raising=False)
    arabic = Counting()
    both = Parts({"en": parts.readers["en"], "ar": arabic}, None, None)  # type: ignore[arg-type]
    plain, mixed = read(both, "plain", "mixed")
    assert plain.read is not None
    assert mixed.read is not None
    assert plain.read.reading.digest == "fake"
    assert mixed.read.reading.digest not in ("fake", "other")
    assert [s.readable for s in arabic.given] == [False, True]
