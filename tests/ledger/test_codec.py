"""What is stored comes back exactly as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from according.domain.claim import Claim, Quantity, Reading, ReadReport, Resolution
from according.domain.incident import Family, Incident, Range
from according.domain.judgement import Judgement
from according.domain.place import Place
from according.ledger.codec import dumps, loads
from tests.ledger import domain_values  # noqa: F401

KINDS = [Claim, Resolution, Reading, ReadReport, Incident, Family, Judgement, Place]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_value_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    text = dumps(value)
    text.encode("utf-8")
    assert loads(kind, text) == value
    assert dumps(loads(kind, text)) == text


def test_unknown_is_kept_apart_from_the_default() -> None:
    vague = Quantity("dozens", None, None, bound=None, vague=True)
    assert loads(Quantity, dumps(vague)).bound is None


def test_a_field_that_old_rows_lack_takes_its_default() -> None:
    assert loads(Range, '{"low":1}') == Range(1, None, None, open=False)


def test_a_required_field_that_is_missing_is_no_value() -> None:
    whole = json.loads(dumps(Place("x:1", "Hass", "village", None, None, 1.0, None, None, 0, "supplement")))
    del whole["name"]
    with pytest.raises(TypeError, match="name"):
        loads(Place, json.dumps(whole))


def test_what_json_cannot_say_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        dumps((float("nan"),))
