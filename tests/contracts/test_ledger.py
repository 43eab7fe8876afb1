"""What every ledger must do, whatever database it stands on (domain.protocols.Ledger)."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from according.domain.ids import telling_id
from according.domain.judgement import Judgement
from according.domain.mention import DateSpan
from according.domain.outline import Outline
from according.domain.place import Place
from according.domain.problem import Problem
from according.domain.protocols import ClaimQuery, IncidentQuery, Ledger
from according.domain.redaction import Redaction
from according.domain.report import Report
from according.domain.values import (
    ClaimKind,
    DatePrecision,
    EventType,
    Grade,
    JudgementKind,
    Measure,
    Modality,
)
from tests.contracts.conftest import OPENERS, Opener
from tests.contracts.values import (
    HASS,
    MONDAY,
    MONITOR,
    TEXT,
    claims_of,
    event,
    family,
    figure,
    incident,
    read,
    report,
)

pytestmark = pytest.mark.parametrize("ledger", ["sqlite"], indirect=True)

ALL = ClaimQuery()
PROBLEM = Problem("no-reader", "r0", "no reader yet")


def everything(ledger: Ledger) -> tuple[object, ...]:
    """All that a ledger holds, to be compared."""
    reports = list(ledger.reports())
    return (
        reports,
        [ledger.current(of.id) for of in reports],
        [ledger.readings(of.id) for of in reports],
        list(ledger.claims(ALL)),
        ledger.problems(),
        ledger.judgements(),
        ledger.incidents(IncidentQuery()),
        ledger.families(),
        ledger.basis(),
        ledger.changes(),
    )


def judgement(subject: str, n: int = 1, why: str = "counted twice") -> Judgement:
    return Judgement(f"{n:064x}", JudgementKind.REJECT, (subject,), "reviewer-1", "2031-03-05T10:00:00Z", why)


class TestReports:
    def test_an_empty_ledger_holds_nothing(self, ledger: Ledger) -> None:
        assert everything(ledger) == ([], [], [], [], [], [], [], [], None, 0)
        assert not ledger.has(report().id)
        assert ledger.report(report().id) is ledger.current(report().id) is ledger.claim("0" * 64) is None

    def test_what_was_stored_comes_back(self, ledger: Ledger, opener: Opener) -> None:
        of = report()
        assert ledger.add(of, read(of), [PROBLEM]) is True
        for one in (ledger, opener()):
            assert one.has(of.id)
            assert one.report(of.id) == of
            assert one.current(of.id) == read(of)
            assert one.readings(of.id) == [read(of).reading]
            assert [found.claim for found in one.claims(ALL)] == list(claims_of(of))
            assert one.problems() == [PROBLEM]

    def test_candidates_of_places_stay_with_the_gazetteer(self, ledger: Ledger) -> None:
        of = report()
        place = Place("geonames:1", "Hass", "village", 35.0, 36.0, 1.0, "SYR", "Idlib", 9, "invented")
        ((mention, where),) = read(of).places
        ledger.add(of, replace(read(of), places=((replace(mention, candidates=(place,)), where),)))
        assert ledger.current(of.id) == read(of)

    def test_a_report_that_is_known_changes_nothing(self, ledger: Ledger) -> None:
        of = report()
        ledger.add(of, read(of))
        before = everything(ledger)
        other = read(of, claims=(), digest="reader-2")
        assert ledger.add(replace(of, given_id="again"), other, [PROBLEM]) is False
        assert everything(ledger) == before

    def test_a_report_that_nobody_could_read_is_kept(self, ledger: Ledger) -> None:
        of = report()
        ledger.add(of, None, [PROBLEM])
        assert ledger.report(of.id) == of
        assert ledger.current(of.id) is None
        assert ledger.readings(of.id) == []
        assert ledger.problems() == [PROBLEM]

    def test_a_report_is_found_by_id_beginning_and_the_id_it_came_with(self, ledger: Ledger) -> None:
        of, twin, other = report(0), report(1, publisher="Other"), report(2, given_id="r1")
        for one in (of, twin, other):
            ledger.add(one, None)
        for name in (of.id, of.id[:8], of.id[:63], "r0"):
            assert ledger.report(name) == of
        for name in ("r1", of.id[:7], "", "nothing", of.id + "0", "%" * 8, "_" * 8, "zzzzzzzzzz"):
            assert ledger.report(name) is None

    def test_reports_come_by_id_however_many(self, ledger: Ledger) -> None:
        made = [report(n) for n in range(1203)]
        for of in made:
            ledger.add(of, None)
        assert [of.id for of in ledger.reports()] == sorted(of.id for of in made)

    def test_looking_at_reports_while_writing(self, ledger: Ledger) -> None:
        for n in range(3):
            ledger.add(report(n), None)
        seen = []
        for of in ledger.reports():
            ledger.add_reading(read(of))
            seen.append(of.id)
        assert len(seen) == 3
        assert all(ledger.current(of) is not None for of in seen)


class TestAtomicity:
    def test_a_report_whose_reading_fails_half_way_leaves_nothing(self, ledger: Ledger) -> None:
        ledger.add(report(0), read(report(0)))
        before = everything(ledger)
        of = report(1)
        whole = read(of)
        lacking = replace(whole, resolutions=dict(list(whole.resolutions.items())[:2]))
        with pytest.raises(KeyError):
            ledger.add(of, lacking, [PROBLEM])
        with pytest.raises(ValueError, match="contradicts"):
            ledger.add(of, read(of, claims=[*claims_of(of), claims_of(of)[0]]), [PROBLEM])
        assert everything(ledger) == before
        assert ledger.add(of, whole) is True

    def test_a_new_reading_that_fails_half_way_leaves_the_old_one(self, ledger: Ledger) -> None:
        of = report()
        ledger.add(of, read(of), [replace(PROBLEM, report=of.id)])
        before = everything(ledger)
        with pytest.raises(ValueError, match="contradicts"):
            ledger.add_reading(read(of, claims=[claims_of(of)[0]] * 2, digest="reader-2"))
        assert everything(ledger) == before

    def test_a_reading_of_an_unknown_report_is_refused(self, ledger: Ledger) -> None:
        with pytest.raises(ValueError, match="contradicts"):
            ledger.add_reading(read(report()))
        assert everything(ledger)[:4] == ([], [], [], [])

    def test_incidents_that_fail_half_way_leave_the_old_ones(self, ledger: Ledger) -> None:
        of = report()
        ledger.add(of, read(of))
        ledger.set_incidents([incident(of)], [family(of)], "basis-1")
        before = everything(ledger)
        with pytest.raises(ValueError, match="contradicts"):
            ledger.set_incidents([incident(of), incident(of)], [], "basis-2")
        with pytest.raises(ValueError, match="contradicts"):
            ledger.set_incidents([incident(report(9))], [], "basis-2")
        assert everything(ledger) == before


class TestReadings:
    def test_old_readings_are_kept_and_one_is_current(self, ledger: Ledger) -> None:
        of = report()
        strike, killed, wounded = claims_of(of)
        missing = figure(of, "7 others", measure=Measure.MISSING, telling=strike.telling)
        ledger.add(of, read(of))
        later = read(of, claims=(strike, replace(killed, confidence=0.9), missing), digest="reader-2")
        change = ledger.add_reading(later)
        assert (change.report, change.added, change.removed, change.changed) == (
            of.id,
            (missing.id,),
            (wounded.id,),
            (killed.id,),
        )
        assert ledger.current(of.id) == later
        assert ledger.readings(of.id) == [read(of).reading, later.reading]
        assert [found.claim for found in ledger.claims(ALL)] == list(later.reading.claims)
        assert ledger.claim(wounded.id) is None

    def test_the_same_reading_again_changes_nothing(self, ledger: Ledger) -> None:
        of = report()
        ledger.add(of, read(of), [replace(PROBLEM, report=of.id)])
        before = everything(ledger)
        change = ledger.add_reading(read(of), [replace(PROBLEM, report=of.id)])
        assert change.added == change.removed == change.changed == ()
        assert everything(ledger) == before

    def test_a_first_reading_may_come_later(self, ledger: Ledger) -> None:
        of = report()
        ledger.add(of, None)
        change = ledger.add_reading(read(of))
        assert set(change.added) == {claim.id for claim in claims_of(of)}
        assert ledger.current(of.id) == read(of)

    def test_going_back_to_an_older_reader_makes_its_reading_current_again(self, ledger: Ledger) -> None:
        of = report()
        later = read(of, claims=claims_of(of)[:1], digest="reader-2")
        ledger.add(of, read(of))
        ledger.add_reading(later)
        change = ledger.add_reading(read(of))
        assert len(change.added) == 2
        assert ledger.current(of.id) == read(of)
        assert ledger.readings(of.id) == [read(of).reading, later.reading]

    def test_a_reader_that_reads_otherwise_under_one_digest_loses_nothing(self, ledger: Ledger) -> None:
        of = report()
        ledger.add(of, read(of))
        ledger.add_reading(read(of, claims=claims_of(of)[:1]))
        assert [len(old.claims) for old in ledger.readings(of.id)] == [3, 1]

    def test_new_resolutions_replace_the_old_ones_without_a_new_reading(self, ledger: Ledger) -> None:
        of = report()
        ledger.add(of, read(of))
        elsewhere = replace(HASS, place_id="geonames:1", name="Elsewhere")
        moved = read(of, place=elsewhere, gazetteer="gazetteer-2")
        change = ledger.add_reading(moved)
        assert change.added == change.removed == ()
        assert set(change.changed) == {claim.id for claim in claims_of(of)}
        assert ledger.current(of.id) == moved
        assert ledger.readings(of.id) == [read(of).reading]
        assert [found.resolution.place for found in ledger.claims(ClaimQuery(place="elsewhere"))] == [elsewhere] * 3

    def test_a_new_registry_that_resolves_the_same_is_noted_but_is_no_change(self, ledger: Ledger) -> None:
        of = report()
        ledger.add(of, read(of))
        change = ledger.add_reading(read(of, registry="registry-2"))
        assert change.added == change.removed == change.changed == ()
        current = ledger.current(of.id)
        assert current is not None
        assert current.registry == "registry-2"

    def test_a_problem_of_reading_goes_with_the_reading_that_had_it(self, ledger: Ledger) -> None:
        of, other = report(0), report(1)
        mine, theirs = replace(PROBLEM, report=of.id), replace(PROBLEM, report=other.id)
        ledger.add(of, None, [mine])
        ledger.add(other, None, [theirs])
        new = Problem("vague", "r0", "two dates", report=of.id)
        ledger.add_reading(read(of), [new])
        assert ledger.problems() == [theirs, new]


class TestClaims:
    @pytest.fixture
    def full(self, ledger: Ledger) -> Ledger:
        """A report with a strike, its dead and wounded; one that fears and denies, in May, in no known place."""
        of, other = report(0), report(1)
        ledger.add(of, read(of))
        may = DateSpan(date(2031, 5, 1), date(2031, 5, 9))
        claims = (
            event(
                other,
                "air strike",
                modality=Modality.DENIED,
                attribution=("the Army's Spokesman",),
                place="إدلب",
                date=may,
            ),
            figure(other, "4 people", modality=Modality.FEARED, attribution=(), place=None, date=None),
        )
        ledger.add(other, read(other, claims, place=None))
        return ledger

    @pytest.mark.parametrize(
        ("query", "anchors"),
        [
            (ALL, ["air strike", "4 people", "7 others", "air strike", "4 people"]),
            (ClaimQuery(kind=ClaimKind.EVENT), ["air strike", "air strike"]),
            (ClaimQuery(measure=Measure.KILLED), ["4 people", "4 people"]),
            (ClaimQuery(measure=Measure.MISSING), []),
            (ClaimQuery(type=EventType.AIR_STRIKE), ["air strike", "air strike"]),
            (ClaimQuery(measure=Measure.KILLED, type=EventType.AIR_STRIKE), []),
            (ClaimQuery(modality=Modality.DENIED), ["air strike"]),
            (ClaimQuery(modality=Modality.ASSERTED, measure=Measure.INJURED), ["7 others"]),
            (ClaimQuery(speaker="A MONITOR"), ["4 people", "7 others"]),
            (ClaimQuery(speaker="of the invented"), ["4 people", "7 others"]),
            (ClaimQuery(speaker="armys"), ["air strike"]),
            (ClaimQuery(speaker="monitor monitor"), []),
            (ClaimQuery(speaker="%"), ["air strike", "4 people", "7 others", "air strike", "4 people"]),
            (ClaimQuery(place="hass"), ["air strike", "4 people", "7 others"]),
            (ClaimQuery(place="Idlib"), ["air strike", "4 people", "7 others"]),
            (ClaimQuery(place="ادلب"), ["air strike"]),
            (ClaimQuery(since="2031-03-03", until="2031-03-03"), ["air strike", "4 people", "7 others"]),
            (ClaimQuery(since="2031-03-04"), ["air strike"]),
            (ClaimQuery(since="2031-05-09"), ["air strike"]),
            (ClaimQuery(since="2031-05-10"), []),
            (ClaimQuery(until="2031-03-02"), []),
            (ClaimQuery(limit=2), ["air strike", "4 people"]),
            (ClaimQuery(limit=0), []),
            (ClaimQuery(report="nothing"), []),
        ],
    )
    def test_a_query_finds_what_it_asks_for(self, full: Ledger, query: ClaimQuery, anchors: list[str]) -> None:
        found = list(full.claims(query))
        assert (
            sorted(f.claim.anchor for f in found) == sorted(anchors)
            if query.limit is None
            else len(found) == len(anchors)
        )
        for f in found:
            assert f.report.id == f.claim.report
            assert f.resolution.claim == f.claim.id

    def test_claims_of_one_report(self, full: Ledger) -> None:
        of = report(0)
        assert [f.claim for f in full.claims(ClaimQuery(report=of.id))] == list(claims_of(of))

    def test_claims_stand_by_report_and_claim_order_however_many(self, ledger: Ledger) -> None:
        for n in range(250):
            of = report(n)
            ledger.add(of, read(of))
        found = [f.claim for f in ledger.claims(ALL)]
        assert len(found) == 750
        assert found == sorted(found, key=lambda claim: (claim.report, claim.order))
        assert [f.claim for f in ledger.claims(ClaimQuery(limit=601))] == found[:601]

    def test_a_claim_is_found_by_id_and_beginning(self, full: Ledger) -> None:
        wanted = claims_of(report(0))[1]
        for name in (wanted.id, wanted.id[:8]):
            found = full.claim(name)
            assert found is not None
            assert (found.claim, found.report, found.resolution.speakers) == (wanted, report(0), (MONITOR,))
        assert full.claim(wanted.id[:7]) is full.claim("f" * 64) is None


class TestIncidents:
    @pytest.fixture
    def full(self, ledger: Ledger) -> Ledger:
        """One incident of two reports, and one that has neither day nor place."""
        reports = [report(n) for n in range(3)]
        for of in reports:
            ledger.add(of, read(of))
        bare = incident(
            reports[2], date=None, place=None, where=None, types=(EventType.SHELLING,), grade=Grade.FAIR, by_category={}
        )
        ledger.set_incidents([bare, incident(*reports[:2])], [family(*reports[:2]), family(reports[2])], "basis-1")
        return ledger

    def test_incidents_come_by_day_with_the_undated_last(self, full: Ledger) -> None:
        assert [i.date is None for i in full.incidents(IncidentQuery())] == [False, True]

    def test_an_incident_comes_back_whole(self, full: Ledger, opener: Opener) -> None:
        assert opener().incidents(IncidentQuery(limit=1)) == [incident(report(0), report(1))]

    @pytest.mark.parametrize(
        ("query", "number"),
        [
            (IncidentQuery(), 2),
            (IncidentQuery(place="hass"), 1),
            (IncidentQuery(place="IDLIB"), 1),
            (IncidentQuery(place="nowhere"), 0),
            (IncidentQuery(type=EventType.AIR_STRIKE), 1),
            (IncidentQuery(type=EventType.ATTACK), 0),
            (IncidentQuery(measure=Measure.KILLED), 1),
            (IncidentQuery(measure=Measure.INJURED), 1),
            (IncidentQuery(measure=Measure.MISSING), 0),
            (IncidentQuery(grade=Grade.FAIR), 1),
            (IncidentQuery(since="2031-03-03", until="2031-03-03"), 1),
            (IncidentQuery(since="2031-03-04"), 0),
            (IncidentQuery(limit=1), 1),
            (IncidentQuery(limit=0), 0),
            (IncidentQuery(offset=1), 1),
            (IncidentQuery(offset=2), 0),
            (IncidentQuery(offset=1, limit=5), 1),
            (IncidentQuery(placed=True), 1),
            (IncidentQuery(placed=False), 1),
            (IncidentQuery(placed=False, place="hass"), 0),
        ],
    )
    def test_a_query_finds_what_it_asks_for(self, full: Ledger, query: IncidentQuery, number: int) -> None:
        found = full.incidents(query)
        assert len(found) == number
        assert full.outlines(query) == [Outline.of(one) for one in found]
        if query.limit is None and query.offset == 0:
            assert sum(n for _, n in full.dates(query)) == number

    def test_pages_make_the_whole_list_in_either_order(self, ledger: Ledger) -> None:
        reports = [report(n) for n in range(7)]
        days = [None, *(DateSpan.day(date(2031, 3, 1 + n % 3)) for n in range(6))]
        for of in reports:
            ledger.add(of, None)
        ledger.set_incidents([incident(of, date=day) for of, day in zip(reports, days, strict=True)], [])
        for latest_first in (False, True):
            query = IncidentQuery(latest_first=latest_first)
            whole = [one.id for one in ledger.incidents(query)]
            pages = [replace(query, limit=3, offset=offset) for offset in (0, 3, 6)]
            assert [one.id for page in pages for one in ledger.incidents(page)] == whole
            assert ledger.incidents(query)[-1].date is None
            firsts = [one.date.first for one in ledger.outlines(query) if one.date]
            assert firsts == sorted(firsts, reverse=latest_first)

    def test_dates_are_counted_with_the_undated_last(self, ledger: Ledger) -> None:
        reports = [report(n) for n in range(4)]
        for of in reports:
            ledger.add(of, None)
        days = DateSpan(date(2031, 3, 3), date(2031, 3, 5), DatePrecision.RANGE)
        dated = zip(reports, (days, MONDAY, MONDAY, None), strict=True)
        ledger.set_incidents([incident(of, date=day) for of, day in dated], [])
        assert ledger.dates(IncidentQuery(limit=1, offset=3)) == [(MONDAY, 2), (days, 1), (None, 1)]
        assert ledger.dates(IncidentQuery(since="2031-03-04")) == [(days, 1)]
        assert ledger.dates(IncidentQuery(place="nowhere")) == []

    def test_every_telling_is_an_address(self, full: Ledger) -> None:
        wanted = incident(report(0), report(1))
        assert len(wanted.tellings) == 2
        for telling in wanted.tellings:
            for address in (telling, telling[:8], telling[:40]):
                assert full.incident(address) == wanted
            assert full.incident(telling[:7]) is None
        assert full.incident("0" * 64) is full.incident("") is full.incident("%" * 8) is None

    def test_a_beginning_shared_by_two_incidents_is_no_address(self, ledger: Ledger) -> None:
        of, other = report(0), report(1)
        ledger.add(of, None)
        ledger.add(other, None)
        one = incident(of, id="ab" * 32, tellings=("ab" * 32, "ab" * 31 + "cd"))
        two = incident(other, id="ab" * 5 + "cd" * 27, tellings=("ab" * 5 + "cd" * 27,))
        ledger.set_incidents([one, two], [])
        assert ledger.incident("ab" * 4) is None
        assert ledger.incident("ab" * 6) == one

    def test_incidents_of_a_report(self, full: Ledger) -> None:
        assert full.incidents_of(report(1).id) == [incident(report(0), report(1))]
        assert full.incidents_of("0" * 64) == []

    def test_new_incidents_replace_the_old_ones(self, full: Ledger) -> None:
        full.set_incidents([], [], "basis-2")
        assert full.incidents(IncidentQuery()) == full.families() == []
        assert full.incident(incident(report(0)).id) is None
        assert full.basis() == "basis-2"

    def test_families_come_by_id(self, full: Ledger) -> None:
        wanted = [family(report(0), report(1)), family(report(2))]
        assert full.families() == sorted(wanted, key=lambda f: f.id)

    def test_what_incidents_follow_from_is_counted(self, ledger: Ledger) -> None:
        of = report()
        steps = iter(count())
        seen = [ledger.changes()]
        for change in (
            lambda: ledger.add(of, read(of)),
            lambda: ledger.add_reading(read(of, claims=claims_of(of)[:1], digest="reader-2")),
            lambda: ledger.add_reading(read(of, claims=claims_of(of)[:1], digest="reader-2", gazetteer="gazetteer-2")),
            lambda: ledger.add_judgement(judgement(claims_of(of)[0].id, next(steps))),
        ):
            change()
            assert ledger.changes() not in seen
            seen.append(ledger.changes())
        ledger.add(of, read(of))
        ledger.add_reading(read(of, claims=claims_of(of)[:1], digest="reader-2", gazetteer="gazetteer-2"))
        ledger.add_judgement(judgement(claims_of(of)[0].id, 0))
        ledger.add_problems([PROBLEM])
        ledger.set_incidents([incident(of)], [family(of)], "basis")
        assert ledger.changes() == seen[-1]


class TestProblemsAndJudgements:
    def test_a_problem_is_recorded_once(self, ledger: Ledger) -> None:
        elsewhere = replace(PROBLEM, line=7)
        ledger.add_problems([PROBLEM, PROBLEM, elsewhere])
        ledger.add_problems([PROBLEM])
        ledger.add_problems([])
        assert ledger.problems() == [PROBLEM, elsewhere]

    def test_problems_come_in_the_order_of_their_recording(self, ledger: Ledger) -> None:
        told = [Problem("bad-json", "in.jsonl", "no JSON", line=n) for n in (9, 3, 12, 1)]
        for problem in told:
            ledger.add_problems([problem])
        assert ledger.problems() == told

    def test_judgements_are_only_ever_added(self, ledger: Ledger, opener: Opener) -> None:
        first, second = judgement("b" * 64, 2), judgement("a" * 64, 1)
        for one in (first, second, first):
            ledger.add_judgement(one)
        with pytest.raises(ValueError, match="something else"):
            ledger.add_judgement(replace(first, why="changed my mind"))
        assert ledger.judgements() == opener().judgements() == [first, second]

    def test_judgements_outlive_the_claims_that_they_name(self, ledger: Ledger) -> None:
        of = report()
        ledger.add(of, read(of))
        ledger.add_judgement(judgement(claims_of(of)[0].id))
        ledger.add_reading(read(of, claims=(), digest="reader-2"))
        assert ledger.judgements() == [judgement(claims_of(of)[0].id)]


class TestRedactions:
    def redaction(self, of: Report) -> Redaction:
        return Redaction.made(of.id, "reviewer-1", "2031-03-05T10:00:00Z", "asked for", whole=False, spans=[(17, 27)])

    def after(self, of: Report) -> Report:
        return replace(of, text=of.text[:17] + "█" * 10 + of.text[27:])

    def test_a_report_is_shown_without_the_words_and_old_readings_are_gone(
        self, ledger: Ledger, opener: Opener
    ) -> None:
        of = report()
        ledger.add(of, read(of), [replace(PROBLEM, report=of.id)])
        ledger.add_reading(read(of, digest="reader-2"))
        ledger.set_incidents([incident(of)], [family(of)], "basis")
        changes, kept = ledger.changes(), read(of, claims=claims_of(of)[:1], digest="reader-2")
        ledger.redact(self.redaction(of), self.after(of), kept)
        for one in (ledger, opener()):
            assert one.report(of.id) == self.after(of)
            assert one.readings(of.id) == [kept.reading]
            assert [found.claim for found in one.claims(ALL)] == list(claims_of(of)[:1])
            assert one.problems() == []
            assert one.incidents(IncidentQuery()) == [] and one.basis() is None, "they quoted the words"
            assert one.redactions() == one.redactions(of.id) == [self.redaction(of)]
            assert one.redactions("0" * 64) == []
        assert ledger.changes() > changes

    def test_a_report_that_nobody_could_read_is_redacted_too(self, ledger: Ledger) -> None:
        of = report()
        ledger.add(of, None)
        ledger.redact(self.redaction(of), self.after(of), None)
        assert ledger.report(of.id) == self.after(of) and ledger.current(of.id) is None

    def test_remarks_keep_their_ids_and_order(self, ledger: Ledger) -> None:
        told = [judgement("b" * 64, 2, "says A. Name"), judgement("a" * 64, 1)]
        for one in told:
            ledger.add_judgement(one)
        ledger.add_problems([replace(PROBLEM, why="no A. Name"), PROBLEM])
        hide = lambda text: text.replace("A. Name", "█. ████")  # noqa: E731
        assert ledger.hide_in_remarks(hide) == 2
        assert ledger.judgements() == [replace(told[0], why="says █. ████"), told[1]]
        assert ledger.problems() == [replace(PROBLEM, why="no █. ████"), PROBLEM]
        changes = ledger.changes()
        assert ledger.hide_in_remarks(hide) == 0 and ledger.changes() == changes

    def test_what_was_deleted_is_gone_from_the_files(self, ledger: Ledger, tmp_path: Path) -> None:
        of = report()
        ledger.add(of, read(of))
        ledger.redact(self.redaction(of), self.after(of), None)
        ledger.scrub()
        words = of.text[17:27].encode()
        assert [p for p in tmp_path.iterdir() if p.is_file() and words in p.read_bytes()] == []


ODD = {
    "surrogate": "a\ud83db",
    "nul": "a\0b",
    "right-to-left": "قـ.ـصف\u200f حاس \u202eabc\u202c",
    "astral": "𐤀😀",
    "quotes": "'; drop table reports; -- \" %_\\",
    "empty": "",
    "line ends": "a\r\nb\u2028c\x85d",
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
class TestOddText:
    def test_every_character_survives(self, ledger: Ledger, opener: Opener, odd: str) -> None:
        of = report(0, text=f"{odd} {TEXT} {odd}", given_id=odd, publisher=odd)
        claim = figure(of, place=odd, attribution=(odd,), perpetrator=odd, telling=telling_id("x"))
        problem = Problem("odd", odd, odd, report=odd)
        found = read(of, [claim], place=replace(HASS, name=odd), gazetteer="g", registry="r")
        ledger.add(of, found, [problem])
        ledger.add_judgement(judgement(odd, why=odd))
        made = incident(of, place=odd, where=replace(HASS, name=odd), perpetrators=(odd,))
        ledger.set_incidents([made], [replace(family(of), publisher=odd)], odd.encode("ascii", "ignore").decode())
        one = opener()
        assert one.report(of.id) == of
        assert one.current(of.id) == found
        assert one.problems() == [problem]
        assert one.judgements() == [judgement(odd, why=odd)]
        assert one.incidents(IncidentQuery()) == [made]

    def test_it_may_be_asked_for(self, ledger: Ledger, odd: str) -> None:
        of = report(0, given_id=odd)
        ledger.add(of, None)
        assert ledger.report(odd) == of
        assert ledger.incident(odd) is ledger.claim(odd) is None
        assert list(ledger.claims(ClaimQuery(speaker=odd, place=odd, report=odd))) == []
        assert ledger.incidents(IncidentQuery(place=odd)) == []


class TestTwoPrograms:
    """Two processes write to one ledger at the same time: one waits for the other, nothing is lost or done twice."""

    def test_both_write_everything_once(self, ledger: Ledger, request: pytest.FixtureRequest, tmp_path: Path) -> None:
        kind = request.node.callspec.params["ledger"]
        spawn = multiprocessing.get_context("spawn")
        with spawn.Pool(2) as pool:
            added = pool.starmap(add_reports, [(kind, tmp_path, 0, 60), (kind, tmp_path, 40, 100)])
        assert sum(added) == 100
        assert len(list(ledger.reports())) == 100
        assert len(list(ledger.claims(ALL))) == 300
        assert ledger.changes() == 100
        assert ledger.problems() == [PROBLEM]

    def test_a_program_that_is_killed_leaves_whole_reports(
        self, ledger: Ledger, request: pytest.FixtureRequest, tmp_path: Path
    ) -> None:
        kind = request.node.callspec.params["ledger"]
        writer = multiprocessing.get_context("spawn").Process(target=add_reports, args=(kind, tmp_path, 0, 100_000))
        writer.start()
        deadline = time.monotonic() + 60
        while ledger.changes() < 20 and time.monotonic() < deadline:
            time.sleep(0.01)
        writer.kill()
        writer.join()
        assert writer.exitcode == -signal.SIGKILL
        kept = list(ledger.reports())
        assert len(kept) >= 20
        for of in kept:
            assert ledger.current(of.id) == read(of)
        assert ledger.add(report(100_001), None) is True


def add_reports(kind: str, folder: Path, first: int, last: int) -> int:
    """How many of these reports were new; each comes with the same problem."""
    ledger = OPENERS[kind](folder)
    try:
        return sum(ledger.add(of, read(of), [PROBLEM]) for of in numbered(first, last))
    finally:
        ledger.close()


def numbered(first: int, last: int) -> Iterator[Report]:
    return (report(n) for n in range(first, last))
