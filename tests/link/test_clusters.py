"""Clusters: which tellings are one incident. A function of tellings and judgements, whatever their order."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.domain.incident import Telling
from according.domain.judgement import Judgement
from according.domain.values import Category, EventType, JudgementKind, Measure, Modality
from according.link import cluster
from tests.link.drawing import TELLINGS, one_each
from tests.link.making import ALPHA, BETA, INLAND, day, event, figure, telling


def groups(tellings: list[Telling], judgements: list[Judgement] | None = None) -> list[list[str]]:
    """The reports of every cluster."""
    return sorted(sorted(t.report for t in members) for members in cluster(tellings, judgements or []))


def judge(kind: JudgementKind, *subjects: str, at: str = "2031-04-01T00:00:00Z") -> Judgement:
    return Judgement(f"{kind.value}-{at}", kind, subjects, "reviewer", at, "seen")


def test_two_reports_of_one_shelling_are_one_incident() -> None:
    assert groups([telling(event(), figure(4)), telling(event(), figure(4), report="r2")]) == [["r1", "r2"]]


def test_rival_and_rising_tolls_stay_one_incident() -> None:
    tellings = [
        telling(event(), figure(3), published="2031-03-04T08:00:00Z"),
        telling(event(), figure(5), report="r2", published="2031-03-04T15:00:00Z"),
        telling(event(), figure(7), report="r3", published="2031-03-05"),
    ]
    assert groups(tellings) == [["r1", "r2", "r3"]]


def test_two_attacks_in_one_town_on_one_day_stay_two() -> None:
    tellings = [
        telling(event(EventType.GRENADE), figure(2, measure=Measure.INJURED)),
        telling(event(EventType.GRENADE), figure(2, measure=Measure.INJURED), report="r2"),
        telling(event(EventType.IED), figure(6), figure(18, measure=Measure.INJURED), report="r2", start=900),
        telling(event(EventType.IED), figure(6), figure(18, measure=Measure.INJURED), report="r3"),
    ]
    assert groups(tellings) == [["r1", "r2"], ["r2", "r3"]]


def test_the_same_kind_a_day_apart_stays_two() -> None:
    tellings = [
        telling(event(), figure(5), when=day(4), published="2031-03-04"),
        telling(event(), figure(5), report="r2", when=day(4), published="2031-03-05"),
        telling(event(), figure(8), report="r3", when=day(5), published="2031-03-05"),
        telling(event(), figure(8), report="r4", when=day(5), published="2031-03-06"),
    ]
    assert groups(tellings) == [["r1", "r2"], ["r3", "r4"]]


def test_no_chain_leads_over_days() -> None:
    tellings = [
        telling(event(), figure(3), report=f"r{n}", when=day(n), published=f"2031-03-{n + 3:02}") for n in range(1, 9)
    ]
    for members in cluster(tellings):
        days = [t.date.first for t in members if t.date]
        assert (max(days) - min(days)).days <= 1


def test_an_undated_report_joins_but_does_not_chain() -> None:
    first = telling(event(), figure(12), report="r1", when=day(2), published="2031-03-02")
    undated = telling(event(), figure(12), report="r2", when=None, published="2031-03-06")
    last = telling(event(), figure(12), report="r3", when=day(5), published="2031-03-12")
    found = cluster([first, undated, last])
    assert len(found) == 2
    assert not any({"r1", "r3"} <= {t.report for t in members} for members in found)


def test_a_strike_in_the_next_village_with_the_same_victims_is_one() -> None:
    hit = event(EventType.AIR_STRIKE, target="a motorcycle beside the olive press")
    tellings = [telling(hit, figure(12)), telling(hit, figure(12), report="r2", place=BETA)]
    assert groups(tellings) == [["r1", "r2"]]


def test_strikes_on_two_villages_are_two() -> None:
    hit = event(EventType.AIR_STRIKE)
    tellings = [telling(hit, figure(2)), telling(hit, figure(1), report="r2", place=BETA)]
    assert groups(tellings) == [["r1"], ["r2"]]


def test_a_place_known_to_its_province_joins_by_its_name() -> None:
    def at(report: str, n: int) -> Telling:
        return telling(event(EventType.ATTACK), figure(n), report=report, place=INLAND, written="Ayn Delta")

    assert groups([at("r1", 4), at("r2", 4)]) == [["r1", "r2"]]


def test_fears_and_plans_make_no_incident_of_their_own_with_others() -> None:
    fears = telling(event(EventType.ARMED_CLASH, modality=Modality.FEARED), report="r2", when=day(4))
    plans = telling(event(modality=Modality.PLANNED), report="r3", when=day(4))
    assert groups([telling(event(), figure(4)), fears, plans]) == [["r1"], ["r2"], ["r3"]]


def test_fears_stand_beside_what_their_report_tells_of_the_place() -> None:
    fears = telling(event(EventType.ARMED_CLASH, modality=Modality.FEARED), place=INLAND, when=None, start=900)
    assert groups([telling(event(), figure(4)), fears]) == [["r1", "r1"]]


def test_a_total_of_the_war_joins_nothing() -> None:
    total = telling(figure(7000, least=True, cumulative=True), report="r2")
    assert groups([telling(event(), figure(4)), total]) == [["r1"], ["r2"]]


def test_a_denial_stands_beside_what_it_denies() -> None:
    denial = telling(
        event(EventType.AIR_STRIKE, by=["Northern Corps"], perpetrator="Northern Corps", modality=Modality.DENIED),
        place=None,
        when=None,
        start=900,
    )
    strike = telling(event(EventType.AIR_STRIKE, perpetrator="Northern Corps"), figure(4))
    assert groups([strike, denial]) == [["r1", "r1"]]
    later = telling(
        event(EventType.AIR_STRIKE, by=["Northern Corps"], perpetrator="Northern Corps", modality=Modality.DENIED),
        report="r2",
        when=day(7),
        published="2031-03-07",
    )
    assert groups([strike, later]) == [["r1", "r2"]]


def test_a_denial_ties_no_two_attacks_together() -> None:
    by = {"by": ["Northern Corps"], "perpetrator": "Northern Corps"}
    first = telling(event(perpetrator="Northern Corps"), figure(4), when=day(3), published="2031-03-03")
    second = telling(event(perpetrator="Northern Corps"), figure(9), report="r2", when=day(6), published="2031-03-06")
    denial = telling(event(modality=Modality.DENIED, **by), report="r3", when=day(6), published="2031-03-06")  # type: ignore[arg-type]
    assert groups([first, second, denial]) == [["r1"], ["r2", "r3"]]


# --- judgements ----------------------------------------------------------------------------------------------------------

ONE = telling(event(), figure(4))
SAME = telling(event(), figure(4), report="r2")
ELSEWHERE = telling(event(EventType.IED), figure(9), report="r3", place=BETA, when=day(9))


def test_people_may_link_what_nothing_else_does() -> None:
    assert groups([ONE, ELSEWHERE], [judge(JudgementKind.MUST_LINK, ONE.id, ELSEWHERE.id)]) == [["r1", "r3"]]


def test_a_denial_that_people_linked_stays_there() -> None:
    denial = telling(event(by=["Northern Corps"], modality=Modality.DENIED), report="r2", start=500)
    joined = groups([ELSEWHERE, ONE, denial], [judge(JudgementKind.MUST_LINK, ELSEWHERE.id, denial.id)])
    assert ["r2", "r3"] in joined


def test_people_may_keep_apart_what_looks_alike_naming_claims_too() -> None:
    apart = judge(JudgementKind.CANNOT_LINK, ONE.claims[0].id, SAME.id)
    assert groups([ONE, SAME], [apart]) == [["r1"], ["r2"]]


def test_apart_holds_for_the_whole_clusters() -> None:
    third = telling(event(), figure(4), report="r4")
    found = cluster([ONE, SAME, third], [judge(JudgementKind.CANNOT_LINK, ONE.id, SAME.id)])
    assert not any({"r1", "r2"} <= {t.report for t in members} for members in found)
    assert sorted(len(members) for members in found) == [1, 2]


@pytest.mark.parametrize(
    ("first", "then", "together"),
    [
        (JudgementKind.MUST_LINK, JudgementKind.CANNOT_LINK, False),
        (JudgementKind.CANNOT_LINK, JudgementKind.MUST_LINK, True),
    ],
)
def test_the_newest_word_on_a_pair_counts(first: JudgementKind, then: JudgementKind, together: bool) -> None:
    words = [
        judge(then, ONE.id, SAME.id, at="2031-04-02T00:00:00Z"),
        judge(first, SAME.id, ONE.id, at="2031-04-01T00:00:00Z"),
    ]
    assert (groups([ONE, SAME], words) == [["r1", "r2"]]) == together


def test_a_judgement_about_what_is_gone_changes_nothing() -> None:
    assert groups([ONE, SAME], [judge(JudgementKind.CANNOT_LINK, ONE.id, "gone")]) == [["r1", "r2"]]


# --- order ---------------------------------------------------------------------------------------------------------------

JUDGED = st.lists(
    st.tuples(
        st.sampled_from([JudgementKind.MUST_LINK, JudgementKind.CANNOT_LINK]), st.integers(0, 7), st.integers(0, 7)
    ),
    max_size=3,
)


@given(st.lists(TELLINGS, max_size=8), JUDGED, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_arrival_order_does_not_matter(
    drawn: list[Telling], judged: list[tuple[JudgementKind, int, int]], rng: random.Random
) -> None:
    tellings = one_each(drawn)
    judgements = [
        Judgement(str(n), kind, (tellings[i].id, tellings[j].id), "w", f"2031-04-0{n + 1}", "y")
        for n, (kind, i, j) in enumerate(judged)
        if i < len(tellings) and j < len(tellings)
    ]
    found = cluster(tellings, judgements)
    shuffled, words = list(tellings), list(judgements)
    rng.shuffle(shuffled)
    rng.shuffle(words)
    assert cluster(shuffled, words) == found
    assert sorted(t.id for members in found for t in members) == sorted(t.id for t in tellings)
    for members in found:
        assert list(members) == sorted(members, key=lambda t: t.order)


def test_a_block_of_too_many_still_finds_its_likest() -> None:
    """Three hundred reports of one day and town; every toll is told of twice."""
    tellings = [telling(event(EventType.IED), figure(10 + n // 2), report=f"r{n:03}", place=ALPHA) for n in range(300)]
    found = {t.id: n for n, members in enumerate(cluster(tellings)) for t in members}
    together = sum(found[tellings[n].id] == found[tellings[n + 1].id] for n in range(0, 300, 2))
    assert together == 150


def test_children_named_within_a_toll_do_not_hide_it() -> None:
    whole = telling(event(), figure(9), figure(3, category=Category.CHILDREN, part_of="1"))
    assert groups([whole, telling(event(), figure(9), report="r2")]) == [["r1", "r2"]]
