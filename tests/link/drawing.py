"""Any telling, for property tests: few places, days, tolls and reports, so that they meet often."""

from __future__ import annotations

from hypothesis import strategies as st

from according.domain.incident import Telling
from according.domain.values import Category, EventType, Measure, Modality
from tests.link.making import ALPHA, BETA, GAMMA, INLAND, day, event, figure, telling

SPEAKERS = st.sampled_from(["Valley Monitor", "Northern Corps", "River Front", "residents", "the Alpha Clinic"])
MODALITIES = st.sampled_from([*[Modality.ASSERTED] * 6, *Modality])
FIGURES = st.builds(
    figure,
    st.sampled_from([None, 1, 2, 4, 5, 12]),
    measure=st.sampled_from([Measure.KILLED, Measure.KILLED, Measure.INJURED]),
    category=st.sampled_from([Category.PEOPLE, Category.CIVILIANS, Category.CHILDREN, Category.COMBATANTS]),
    least=st.booleans(),
    by=st.lists(SPEAKERS, max_size=2, unique=True),
    modality=MODALITIES,
    cumulative=st.sampled_from([False, False, False, True]),
    date=st.sampled_from([None, None, day(4), day(5)]),
)
EVENTS = st.builds(
    event,
    st.sampled_from([EventType.SHELLING, EventType.AIR_STRIKE, EventType.IED, EventType.ATTACK]),
    by=st.lists(SPEAKERS, max_size=2, unique=True),
    perpetrator=st.sampled_from([None, "Northern Corps", "River Front", "gunmen"]),
    target=st.sampled_from([None, "the livestock market", "a school"]),
    modality=MODALITIES,
)


CLAIMS = st.lists(st.one_of(FIGURES, EVENTS), min_size=1, max_size=4)
TELLINGS: st.SearchStrategy[Telling] = st.builds(
    lambda claims, **more: telling(*claims, **more),
    CLAIMS,
    report=st.sampled_from([f"r{n}" for n in range(6)]),
    publisher=st.sampled_from([None, "Herald", "Post", "Valley Monitor"]),
    published=st.sampled_from([None, "2031-03-04", "2031-03-05", "2031-03-05T10:00:00Z", "2031-03-09"]),
    place=st.sampled_from([None, ALPHA, ALPHA, BETA, GAMMA, INLAND]),
    written=st.sampled_from([None, None, "Ayn Delta"]),
    when=st.sampled_from([None, day(3), day(4), day(4), day(5), day(8)]),
    start=st.integers(0, 5).map(lambda n: n * 1000),
)
"""Two with the same report and start have the same id; use `one_each`."""


def one_each(tellings: list[Telling]) -> list[Telling]:
    return list({t.id: t for t in tellings}.values())
