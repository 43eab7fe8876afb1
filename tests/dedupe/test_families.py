"""Families by DESIGN.md: copies exact, near or stitched; the first publisher is the earliest, null last, then report id."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from according.dedupe import families_of
from according.domain.incident import Family
from according.domain.report import Report
from tests.dedupe.reports import AGENCY, EDITED, LOCAL, OTHER, STITCHED, report


def members(families: list[Family] | tuple[Family, ...], reports: list[Report]) -> list[list[str]]:
    given = {r.id: r.given_id for r in reports}
    return sorted([given[name] for name in family.reports] for family in families)


def test_the_same_words_under_another_name_are_a_copy() -> None:
    reports = [
        report(AGENCY, "late", "Copying Herald", "2031-03-05"),
        report(AGENCY.upper(), "first", "Agency", "2031-03-04"),
        report(OTHER, "other", "Herald", "2031-03-04"),
    ]
    (family,) = families_of(reports)
    assert members((family,), reports) == [["first", "late"]]
    assert family.publisher == "Agency"
    assert family.taken == ()


def test_a_lightly_edited_copy_is_one_too() -> None:
    reports = [report(AGENCY, "first", "Agency", "2031-03-04"), report(EDITED, "edited", "Herald", "2031-03-05")]
    assert members(families_of(reports), reports) == [["first", "edited"]]


def test_other_words_about_who_said_it_still_make_a_copy() -> None:
    told = "At least six farmers were killed on Sunday when {} hit a grain market in Alpha, {}.\n\nTwo children were among them, "
    first = report(told.format("rockets of the Delta Corps", "the Valley Monitor said") + "the monitor added.", "first")
    later = report(told.format("Delta Corps rockets", "according to the Valley Monitor") + "the monitor said.", "later")
    assert members(families_of([first, later]), [first, later]) in ([["first", "later"]], [["later", "first"]])


def test_a_sentence_is_the_same_behind_where_and_by_whom_it_was_filed() -> None:
    sentence = "Six farmers were killed on Sunday when rockets hit the grain market of Alpha."
    filed = report(
        f"ALPHA, March 2 (Agency) - {sentence}\n\nThe roads were closed all day and nobody came.",
        "filed",
        "Agency",
        "2031-03-02",
    )
    taken = f"Our own man looked at the weather, which was fair.\n\n{sentence}\n\nHe then went home to his garden by the river."
    (family,) = families_of([filed, report(taken, "taken", "Herald", "2031-03-03")])
    ((_, start, end),) = family.taken
    assert taken[start:end] == sentence


def test_two_reporters_of_one_event_are_no_copies() -> None:
    assert families_of([report(AGENCY, publisher="Agency"), report(LOCAL, publisher="Local")]) == ()


def test_a_report_without_a_date_comes_last_and_equal_dates_go_by_report_id() -> None:
    undated = report(AGENCY, "undated", "Undated")
    same = [report(AGENCY, name, name, "2031-03-04") for name in ("Aa", "Bb", "Cc")]
    (family,) = families_of([undated, *same])
    assert family.reports == (*sorted(r.id for r in same), undated.id)
    assert family.publisher == next(r.publisher for r in same if r.id == family.reports[0])


def test_a_publisher_without_a_name_is_no_first_publisher() -> None:
    reports = [report(AGENCY, "nameless", None, "2031-03-01"), report(AGENCY, "named", "Agency", "2031-03-02")]
    (family,) = families_of(reports)
    assert members((family,), reports) == [["nameless", "named"]]
    assert family.publisher == "Agency"


def test_a_stitched_report_joins_both_families_with_what_it_took() -> None:
    agency = report(AGENCY, "agency", "Agency", "2031-03-04")
    local = report(LOCAL, "local", "Local", "2031-03-04")
    stitched = report(STITCHED, "stitched", "Aggregate", "2031-03-05")
    families = families_of([stitched, local, agency])
    assert members(families, [agency, local, stitched]) == [["agency", "stitched"], ["local", "stitched"]]
    by_publisher = {family.publisher: family for family in families}
    for publisher, words in (("Agency", "Rockets fell"), ("Local", "Our correspondent counted")):
        ((name, start, end),) = by_publisher[publisher].taken
        assert name == stitched.id
        assert STITCHED[start:end].startswith(words)
        assert STITCHED[start:end].endswith(".")
        assert stitched.id not in by_publisher[publisher].copies


def test_an_outlet_that_repeats_its_own_standing_paragraph_took_nothing() -> None:
    standing = " The war began when the two councils of the valley could not agree upon a judge."
    reports = [
        report(AGENCY + standing, "a", "Herald", "2031-03-04"),
        report(OTHER + standing, "b", "The Herald".removeprefix("The "), "2031-03-09"),
    ]
    assert families_of(reports) == ()


def test_a_sentence_that_everyone_carries_is_nobodys() -> None:
    furniture = " Subscribe to our letter and read the news of the valley every morning before work."
    texts = [" ".join(f"word{n}{m}" for m in range(40)) + "." for n in range(25)]
    assert families_of([report(text + furniture, publisher=f"P{n}") for n, text in enumerate(texts)]) == ()


def test_posts_of_a_few_words_are_no_ones_own() -> None:
    assert families_of([report("Shelling of Alpha now", publisher=name) for name in ("A", "B")]) == ()


def test_the_same_report_given_twice_is_one() -> None:
    assert families_of([report(AGENCY), report(AGENCY)]) == ()


def test_broken_characters_do_not_stop_it() -> None:
    text = AGENCY.replace("wheat", "whe\udcffat")
    assert len(families_of([report(text, publisher="A"), report(text, publisher="B")])) == 1


WORDS = st.sampled_from(AGENCY.split() + LOCAL.split())
TEXTS = st.lists(
    st.one_of(
        st.sampled_from([AGENCY, EDITED, LOCAL, OTHER, STITCHED]),
        st.lists(WORDS, max_size=40).map(" ".join),
    ),
    max_size=7,
)
DATES = st.sampled_from([None, "2031-03-04", "2031-03-05", "2031-03-05T08:00:00Z"])
REPORTS = TEXTS.flatmap(
    lambda texts: st.tuples(
        *(
            st.builds(report, st.just(text), publisher=st.sampled_from([None, "A", "B", "C"]), published=DATES)
            for text in texts
        )
    )
)


@given(REPORTS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_in_which_reports_come_does_not_matter(reports: tuple[Report, ...], random: object) -> None:
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert families_of(shuffled) == families_of(reports)


@given(REPORTS)
@settings(max_examples=60, deadline=None)
def test_every_family_is_whole_and_its_stretches_lie_in_their_reports(reports: tuple[Report, ...]) -> None:
    known = {r.id: r for r in reports}
    whole: set[str] = set()
    for family in families_of(reports):
        assert len(family.reports) >= 2
        assert len(set(family.reports)) == len(family.reports)
        stitched = {name for name, _, _ in family.taken}
        assert stitched <= set(family.reports)
        copies = set(family.reports) - stitched
        assert not copies & whole, "a report is a copy as a whole in one family only"
        whole |= copies
        for name, start, end in family.taken:
            assert 0 <= start < end <= len(known[name].text)
