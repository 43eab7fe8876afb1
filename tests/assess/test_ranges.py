"""Ranges by DESIGN.md: what an account states, and what the accounts together span."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from according.assess.ranges import Value, clash, range_of
from according.domain.incident import Telling
from according.domain.values import Bound, Category, Measure, Modality
from tests.assess.making import assessed, killed, of, span
from tests.link.drawing import TELLINGS, one_each
from tests.link.making import event, figure, telling

CHILDREN, CIVILIANS, COMBATANTS = Category.CHILDREN, Category.CIVILIANS, Category.COMBATANTS
WOMEN = Category.WOMEN


def says(n: int, who: str, **more: object) -> Telling:
    return telling(figure(n, by=[who]), report=f"{who}-{n}", **more)  # type: ignore[arg-type]


def test_the_seed_article() -> None:
    """ "An infant girl ... rescuers and a monitor said"; "at least four civilians including two children ... the monitor said"."""
    found = assessed(
        telling(
            figure(1, category=CHILDREN, by=["rescuers", "Valley Monitor"]),
            figure(4, category=CIVILIANS, by=["Valley Monitor"], least=True),
            figure(2, category=CHILDREN, by=["Valley Monitor"], part_of="1"),
        )
    )
    assert span(found.killed) == (1, 4, 4, True)
    rescuers, monitor = found.accounts
    assert (rescuers.origin, of(rescuers)) == ("rescuers", (1, 1, 1, True))
    assert (monitor.origin, of(monitor)) == ("Valley Monitor", (4, 4, 4, True))
    assert span(found.by_category[Measure.KILLED, CHILDREN]) == (1, 2, 2, False)


def test_a_stated_total_is_exact() -> None:
    assert killed(says(9, "A Office")) == (9, 9, 9, False)


def test_one_victim_is_a_floor_never_a_ceiling() -> None:
    assert killed(says(1, "A Office")) == (1, 1, 1, True)


def test_single_victims_add_up_as_a_floor() -> None:
    assert killed(telling(figure(1, category=WOMEN), figure(1, category=CHILDREN))) == (2, 2, 2, True)


def test_without_a_total_the_parts_add_up_as_a_floor() -> None:
    assert killed(telling(figure(2, category=WOMEN), figure(3, category=CHILDREN))) == (5, 5, 5, True)


def test_one_figure_of_a_special_kind_is_a_total_too() -> None:
    assert killed(telling(figure(3, category=Category.HEALTH_WORKERS))) == (3, 3, 3, False)


def test_what_is_part_of_a_total_adds_nothing() -> None:
    assert killed(telling(figure(4), figure(2, category=CHILDREN, part_of="0"))) == (4, 4, 4, False)


def test_combatants_do_not_count_and_are_taken_out_of_a_total() -> None:
    assert killed(telling(figure(6, category=COMBATANTS))) is None
    assert killed(telling(figure(16), figure(4, category=COMBATANTS, part_of="0"))) == (12, 12, 12, False)
    assert killed(telling(figure(5), figure(5, category=COMBATANTS, part_of="0"))) is None


def test_the_latest_total_of_an_origin_counts() -> None:
    rolling = [
        says(3, "A Office", published="2031-03-04T08:00:00Z"),
        says(7, "A Office", published="2031-03-05"),
        says(5, "A Office", published="2031-03-04T15:00:00Z"),
    ]
    assert killed(*rolling) == (7, 7, 7, False)


def test_an_earlier_count_told_of_beside_the_new_one_is_no_second_group_of_dead() -> None:
    assert killed(telling(figure(7, by=["A Committee"]), figure(5, by=["A Committee"]))) == (7, 7, 7, False)


def test_totals_for_different_places_add_up_as_a_floor() -> None:
    assert killed(telling(figure(3, place="Alpha"), figure(2, place="Beta"))) == (5, 5, 5, True)


def test_the_same_victim_in_two_reports_of_one_origin_is_one() -> None:
    twice = [telling(figure(1, by=["A Committee"]), report=name) for name in ("r1", "r2")]
    assert killed(*twice) == (1, 1, 1, True)


def test_a_floor_beside_a_total_that_meets_it() -> None:
    assert killed(says(24, "A Office"), telling(figure(20, by=["B"], least=True), report="b")) == (20, 24, 24, False)


def test_a_floor_above_every_total_opens_the_range() -> None:
    assert killed(says(9, "A Office"), telling(figure(20, by=["B Centre"], least=True), report="b")) == (
        9,
        20,
        20,
        True,
    )
    two = [says(9, "A Office"), says(9, "C Office"), telling(figure(20, by=["B Centre"], least=True), report="b")]
    assert killed(*two) == (9, 20, 9, True)


def test_a_later_floor_of_the_same_origin_does_not_undo_its_total() -> None:
    first = says(12, "A Office", published="2031-03-04")
    later = telling(figure(10, by=["A Office"], least=True), report="r2", published="2031-03-06")
    assert killed(first, later) == (12, 12, 12, False)


def test_best_is_what_most_origins_state_then_the_latest() -> None:
    assert killed(says(9, "A Office"), says(12, "B Centre"), says(12, "C Union")) == (9, 12, 12, False)
    assert killed(says(12, "A Office"), says(9, "B Centre", published="2031-03-09")) == (9, 12, 9, False)


def test_at_most_sets_a_ceiling_and_no_floor() -> None:
    assert killed(telling(figure(None, 9, by=["A Office"]))) == (None, 9, None, False)


def test_vague_words_are_no_numbers() -> None:
    assert killed(telling(figure(None))) is None
    assert killed(telling(figure(None)), says(3, "A Office")) == (3, 3, 3, False)


def test_only_firm_figures_of_this_incident_count() -> None:
    firm = says(5, "A Office")
    assert killed(firm, telling(figure(20, modality=Modality.PURPORTED), report="p")) == (5, 5, 5, False)
    assert killed(firm, telling(figure(7000, cumulative=True), event(), report="p")) == (5, 5, 5, False)
    assert killed(firm, telling(figure(30, modality=Modality.FEARED), report="p")) == (5, 5, 5, False)


def test_a_denial_and_a_zero_are_no_toll() -> None:
    none = telling(figure(0, by=["Northern Corps"], modality=Modality.NEGATED), report="p")
    assert killed(says(5, "A Office"), none) == (5, 5, 5, False)
    assert killed(event_with(none)) is None


def event_with(none: Telling) -> Telling:
    return telling(event(), figure(0, modality=Modality.NEGATED))


def test_each_category_has_its_own_range() -> None:
    found = assessed(
        telling(figure(4, by=["A Office"]), figure(2, category=CHILDREN, by=["A Office"], part_of="0")),
        telling(figure(1, category=CHILDREN, by=["B Centre"]), report="r2"),
    )
    assert span(found.by_category[Measure.KILLED, CHILDREN]) == (1, 2, 2, False)
    assert span(found.by_category[Measure.KILLED, Category.PEOPLE]) == (4, 4, 4, False)


def test_facilities_and_families_have_ranges_but_no_totals_of_people() -> None:
    found = assessed(
        telling(
            figure(3, measure=Measure.FACILITIES_HIT, category=Category.HOSPITAL),
            figure(200, measure=Measure.DISPLACED, category=Category.FAMILIES),
        )
    )
    assert span(found.by_category[Measure.FACILITIES_HIT, Category.HOSPITAL]) == (3, 3, 3, False)
    assert span(found.by_category[Measure.DISPLACED, Category.FAMILIES]) == (200, 200, 200, False)
    assert (Measure.DISPLACED, None) not in found.accounts[0].values


# --- properties ------------------------------------------------------------------------------------------------------------


def numbers(tellings: list[Telling]) -> list[int]:
    return [
        n for t in tellings for c in t.claims if hasattr(c, "quantity") for n in (c.quantity.low, c.quantity.high) if n
    ]


@given(st.lists(TELLINGS, min_size=1, max_size=6))
@settings(max_examples=300, deadline=None)
def test_every_range_is_in_order_and_comes_from_stated_numbers(drawn: list[Telling]) -> None:
    tellings = one_each(drawn)
    found = assessed(*tellings)
    spans = [r for r in (found.killed, found.injured, *found.by_category.values()) if r is not None]
    most = sum(numbers(tellings))
    for r in spans:
        assert r.low is not None or r.high is not None
        chain = [n for n in (r.low, r.best, r.high) if n is not None]
        assert chain == sorted(chain)
        assert all(0 <= n <= most for n in chain), "no number out of nowhere"
    if not numbers(tellings):
        assert spans == []


VALUES = st.builds(
    lambda low, more, shape, stated, said: (
        Value(
            None if shape == "at most" else low,
            None if shape == "at least" or not stated else low + more,
            stated or shape == "at most",
            (figure(low, low + more),),
            said,
        )
        if shape != "at most"
        else Value(None, low + more, True, (figure(None, low + more),), said)
    ),
    st.integers(1, 30),
    st.integers(0, 4),
    st.sampled_from(["exact", "at least", "at most"]),
    st.booleans(),
    st.sampled_from(["", "2031-03-04", "2031-03-05"]),
)


@given(st.lists(VALUES, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_a_range_spans_its_values_whatever_their_order(values: list[Value], rng: object) -> None:
    found = range_of(values)
    assert found is not None
    lows = [v.low for v in values if v.low is not None]
    assert found.low == min(lows, default=None)
    assert found.high == max(v.high if v.high is not None else v.low or 0 for v in values)
    assert found.open == all(v.high != found.high for v in values), "open exactly when the top is only a floor"
    assert found.best is None or found.best in lows
    shuffled = list(values)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    assert range_of(shuffled) == found


@given(VALUES, VALUES)
def test_clashing_is_symmetric(a: Value, b: Value) -> None:
    assert clash(a, b) == clash(b, a)
    assert not clash(a, a)


def test_a_rounded_number_clashes_only_with_one_far_off() -> None:
    def total(n: int, bound: Bound = Bound.EXACT) -> Value:
        made = figure(n)
        quantity = type(made.quantity)(f"about {n}", n, n, bound)
        return Value(
            n,
            n,
            True,
            (
                type(made)(
                    report="", start=0, anchor="x", measure=made.measure, category=made.category, quantity=quantity
                ),
            ),
        )

    assert clash(total(30), total(32))
    assert not clash(total(30, Bound.ABOUT), total(32))
    assert clash(total(30, Bound.ABOUT), total(50))
