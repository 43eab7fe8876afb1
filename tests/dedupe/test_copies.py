"""What counts as a copy is symmetric and known from the two texts alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from according.dedupe.copies import groups_of, overlap, shingles, words_of
from tests.dedupe.reports import AGENCY, EDITED, LOCAL, OTHER

SETS = st.frozensets(st.sampled_from("abcdefghij"))


@given(SETS, SETS)
def test_overlap_is_symmetric_and_a_share(a: frozenset[str], b: frozenset[str]) -> None:
    assert overlap(a, b) == overlap(b, a)
    assert 0.0 <= overlap(a, b) <= 1.0


@given(SETS.filter(bool))
def test_a_text_overlaps_wholly_with_itself(a: frozenset[str]) -> None:
    assert overlap(a, a) == 1.0


def test_shingles_are_runs_of_three_words() -> None:
    assert shingles(words_of("Rockets fell on Alpha")) == {"rockets fell on", "fell on alpha"}
    assert shingles(words_of("Rockets fell")) == {"rockets fell"}


@given(st.permutations(["a", "b", "c", "d"]))
@settings(max_examples=24, deadline=None)
def test_groups_do_not_depend_on_which_text_comes_first(names: list[str]) -> None:
    texts = dict(zip(names, [AGENCY, EDITED, LOCAL, OTHER], strict=True))
    same = tuple(sorted(name for name, text in texts.items() if text in (AGENCY, EDITED)))
    groups = groups_of(texts)
    assert same in groups
    assert sorted(name for group in groups for name in group) == ["a", "b", "c", "d"]
    assert len(groups) == 3


def test_copies_of_copies_hang_together() -> None:
    drift = [AGENCY]
    for old, new in (("before dawn", "shortly before sunrise"), ("whole valley", "entire valley and of two others")):
        drift.append(drift[-1].replace(old, new))
    texts = {str(n): text for n, text in enumerate(drift)}
    assert groups_of(texts) == [("0", "1", "2")]
