"""Changes between two states: applied, taken back, refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Conflict
from services.jobs.diff import apply, difference, inverse

states = st.fixed_dictionaries(
    {"company": st.text(max_size=5), "notes": st.text("ab\n", max_size=12)},
    optional={"tags": st.lists(st.text(max_size=2), max_size=2), "excitement": st.integers(1, 5)},
)


@given(states, states)
def test_a_difference_leads_there_and_its_inverse_back(before, after):
    fields = difference(before, after)
    names = {**before, **after}

    there = apply(before, fields)
    back = apply(there, inverse(fields))
    assert {name: there.get(name) for name in names} == {name: after.get(name) for name in names}
    assert {name: back.get(name) for name in names} == {name: before.get(name) for name in names}


def test_equal_states_differ_in_nothing():
    assert difference({"company": "A", "notes": "x"}, {"company": "A", "notes": "x"}) == {}


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"company": "C"}, {"company": ["A", "B"]}),
        ({"notes": "other"}, {"notes": {"at": 0, "removed": "one", "inserted": "two"}}),
    ],
)
def test_a_change_from_elsewhere_is_not_overwritten(values, fields):
    with pytest.raises(Conflict, match="stands in the way"):
        apply(values, fields)
