"""What else an incident holds: its id, its claims, when, where, what and by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from according.domain.mention import DateSpan
from according.domain.values import EventType, Grade, Modality
from tests.assess.making import assessed
from tests.link.making import ALPHA, BETA, INLAND, day, event, figure, telling


def test_its_id_is_the_earliest_tellings_and_all_ids_are_addresses() -> None:
    late = telling(event(), report="a", when=day(5))
    undated = telling(event(), report="b", when=None)
    early = telling(event(), report="c", when=day(4))
    found = assessed(late, undated, early)
    assert found.id == early.id
    assert found.tellings == (early.id, late.id, undated.id)


def test_fears_and_plans_are_kept_apart() -> None:
    told = telling(
        event(), event(EventType.ARMED_CLASH, modality=Modality.PLANNED), figure(30, modality=Modality.FEARED)
    )
    found = assessed(told)
    assert found.claims == (told.claims[0].id,)
    assert found.reports == (("r1", 1),)
    assert found.outlook == (told.claims[1].id, told.claims[2].id)
    assert found.types == (EventType.SHELLING,)


def test_a_cluster_that_tells_of_nothing_has_no_claims() -> None:
    for nothing in (
        telling(event(modality=Modality.FEARED)),
        telling(figure(7000, cumulative=True)),
        telling(event(modality=Modality.NEGATED)),
    ):
        found = assessed(nothing)
        assert (found.claims, found.reports, found.origins, found.disputes) == ((), (), (), ())
        assert found.grade is Grade.WEAK


def test_a_total_of_the_war_stays_with_its_claims_but_is_no_toll() -> None:
    told = telling(event(), figure(7000, cumulative=True))
    found = assessed(told)
    assert found.claims == tuple(claim.id for claim in told.claims)
    assert found.killed is None


def test_where_is_the_most_exact_place_that_most_name() -> None:
    found = assessed(
        telling(event(), place=INLAND),
        telling(event(), report="r2", publisher="Post", written="al-Alpha"),
        telling(event(), report="r3", publisher="Echo", place=BETA),
        telling(event(), report="r4", publisher="Union", written="al-Alpha"),
    )
    assert found.where == ALPHA
    assert found.place == "al-Alpha"


def test_a_place_that_nobody_could_resolve_keeps_its_name() -> None:
    found = assessed(telling(event(), place=None, written="Ayn Delta"))
    assert (found.place, found.where) == ("Ayn Delta", None)
    assert assessed(telling(event(), place=None)).place is None


def test_when_is_the_window_of_the_exact_days() -> None:
    month = DateSpan(date(2031, 3, 1), date(2031, 3, 31))
    found = assessed(
        telling(event(), when=day(4)),
        telling(event(), report="r2", when=day(5)),
        telling(event(), report="r3", when=month),
    )
    assert found.date == replace(day(4), last=day(5).last, precision=found.date.precision if found.date else None)  # type: ignore[arg-type]
    assert assessed(telling(event(), when=month)).date == month
    assert assessed(telling(event(), when=DateSpan(date(2031, 1, 1), date(2031, 12, 31)))).date is None
    assert assessed(telling(event(), when=None, published=None)).date is None


def test_what_nobody_dates_happened_when_it_was_first_reported_or_the_day_before() -> None:
    late = telling(event(), report="b", when=None, published="2031-03-09")
    found = assessed(telling(event(), when=None, published="2031-03-07T08:00:00Z"), late)
    assert found.date is not None and found.date.iso() == "2031-03-06/2031-03-07"


def test_the_day_that_most_reports_give_is_the_incidents() -> None:
    days = [day(4)] * 4 + [day(5), day(7)]
    told = [telling(event(), report=f"r{n}", when=when, published="2031-03-07") for n, when in enumerate(days)]
    assert assessed(*told).date == day(4)
    assert assessed(*told[3:]).date is not None


def test_the_day_of_a_fear_or_a_denial_is_not_the_incidents() -> None:
    denial = event(by=["Northern Corps"], modality=Modality.DENIED, date=day(7))
    found = assessed(telling(event(), event(modality=Modality.FEARED, date=day(20)), denial))
    assert found.date == day(4)


def test_types_and_perpetrators_stand_most_supported_first() -> None:
    found = assessed(
        telling(event(EventType.ATTACK, perpetrator="River Front")),
        telling(event(EventType.SHELLING, perpetrator="Northern Corps"), report="r2", publisher="Post"),
        telling(event(EventType.SHELLING, perpetrator="the corps"), report="r3", publisher="Echo"),
        telling(event(EventType.IED, modality=Modality.DENIED, perpetrator="Southern Legion"), report="r4"),
    )
    assert found.types == (EventType.SHELLING, EventType.ATTACK)
    assert found.perpetrators == ("Northern Corps", "River Front")


def test_an_incident_that_is_only_denied_says_what_is_denied() -> None:
    found = assessed(telling(event(EventType.IED, by=["Northern Corps"], modality=Modality.DENIED)))
    assert found.types == (EventType.IED,)
    assert len(found.claims) == 1


def test_accounts_hold_their_claims_tellings_and_blame() -> None:
    first = telling(event(by=["Union"], perpetrator="River Front"), figure(3, by=["Union"]))
    second = telling(figure(3, by=["Union"]), report="r2")
    other = telling(figure(3), report="r3", publisher="Post")
    union, post = assessed(first, second, other).accounts
    assert (union.origin, union.perpetrators) == ("Union", ("River Front",))
    assert set(union.tellings) == {first.id, second.id}
    assert set(union.claims) == {c.id for t in (first, second) for c in t.claims}
    assert (post.origin, post.tellings) == ("Post", (other.id,))
