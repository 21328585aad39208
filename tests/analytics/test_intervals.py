"""Rates and their intervals, against a published table and an independent library."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from services.analytics.intervals import rate


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
    ids=str,
)
def test_the_interval_is_the_one_of_newcombes_table(hits, n, low, high):
    """R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""
    found = rate(hits, n)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_is_the_one_of_another_library(case):
    hits, n = case
    judge = binomtest(hits, n).proportion_ci(method="wilson")
    found = rate(hits, n)

    assert (found.low, found.high) == pytest.approx((judge.low, judge.high), abs=1e-12)
    assert found.low <= found.share <= found.high


def test_of_nothing_anything_is_possible():
    found = rate(0, 0)
    assert (found.share, found.low, found.high) == (None, 0, 1)
    assert found.words == "none yet"


@pytest.mark.parametrize(
    ("one", "other", "is_above"),
    [
        (rate(30, 40), rate(5, 40), True),
        (rate(20, 40), rate(15, 40), False),
        (rate(19, 19), rate(0, 400), False),
        (rate(19, 20), rate(0, 20), True),
    ],
    ids=["far apart", "overlapping", "too few", "just enough"],
)
def test_only_enough_cases_without_overlap_are_ranked(one, other, is_above):
    assert one.lies_above(other) is is_above
    assert not other.lies_above(one)
