"""Any domain value, for property tests: drawn from the types themselves, so that a new field is drawn too."""

from __future__ import annotations

from hypothesis import strategies as st

from according.domain.claim import Claim, Event, Figure
from according.domain.mention import DateSpan

WORDS = st.text(st.characters(codec=None), max_size=12)
"""Every character that Python knows, lone surrogates and NUL among them."""

st.register_type_strategy(str, WORDS)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(Claim, st.from_type(Figure) | st.from_type(Event))
st.register_type_strategy(DateSpan, st.builds(lambda days: DateSpan(*sorted(days)), st.tuples(st.dates(), st.dates())))
