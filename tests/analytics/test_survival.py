"""The curve of Kaplan and Meier, against a textbook and an independent library."""

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from services.analytics.survival import Curve, estimate

# E. J. Freireich and others, Blood 21 (1963); E. A. Gehan, Biometrika 52 (1965): the weeks of
# remission of leukaemia patients, the example of every textbook of survival.
TREATED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
TREATED_STILL_WELL = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]

days = st.lists(st.integers(0, 60), max_size=40)


def curve_of(happened: list[int], not_yet: list[int]) -> Curve:
    cases = defaultdict(list)
    for number, day in enumerate(happened):
        cases[day].append(f"job{number}")
    return estimate(cases, not_yet)


def test_the_curve_of_the_treated_patients_is_the_one_in_the_books():
    curve = curve_of(TREATED, TREATED_STILL_WELL)

    assert [(p.day, p.at_risk, len(p.jobs), round(1 - p.share, 4)) for p in curve.points] == [
        (6, 21, 3, 0.8571),
        (7, 17, 1, 0.8067),
        (10, 15, 1, 0.7529),
        (13, 12, 1, 0.6902),
        (16, 11, 1, 0.6275),
        (22, 7, 1, 0.5378),
        (23, 6, 1, 0.4482),
    ]
    assert (curve.median, curve.median_low, curve.median_high) == (23, 13, None)


def test_the_first_band_is_worked_by_hand():
    """Greenwood after three of 21: 3 / (21 * 18), on the scale of log(-log S)."""
    first = curve_of(TREATED, TREATED_STILL_WELL).points[0]
    reach = 1.959964 * (3 / (21 * 18)) ** 0.5 / -np.log(18 / 21)

    assert 1 - first.low == pytest.approx((18 / 21) ** np.exp(-reach), abs=1e-6)
    assert 1 - first.high == pytest.approx((18 / 21) ** np.exp(reach), abs=1e-6)


def test_half_of_the_placebo_patients_relapsed_by_the_eighth_week():
    curve = curve_of(PLACEBO, [])
    assert (curve.median, curve.median_low, curve.median_high) == (8, 4, 11)
    assert curve.share_by(7) == pytest.approx(9 / 21)
    assert curve.share_by(0) == 0


@pytest.mark.filterwarnings("ignore:The confidence interval is undefined")
@given(days, days)
def test_the_curve_is_the_one_of_another_library(happened, not_yet):
    if not happened:
        return
    curve = curve_of(happened, not_yet)
    judge = ecdf(CensoredData(uncensored=happened, right=not_yet)).sf
    with np.errstate(all="ignore"):
        band = judge.confidence_interval(method="log-log")
    at = [list(judge.quantiles).index(point.day) for point in curve.points]

    assert [1 - p.share for p in curve.points] == pytest.approx(judge.probabilities[at], abs=1e-9)
    for point, index in zip(curve.points, at, strict=True):
        if point.share < 1:
            assert 1 - point.low == pytest.approx(band.high.probabilities[index], abs=1e-9)
            assert 1 - point.high == pytest.approx(band.low.probabilities[index], abs=1e-9)


@given(days, days, days)
def test_more_who_wait_lower_the_curve(happened, not_yet, more):
    before, after = curve_of(happened, not_yet), curve_of(happened, not_yet + more)
    assert all(after.share_by(day) <= before.share_by(day) + 1e-12 for day in range(61))


@given(days, days)
def test_the_curve_rises_within_its_band(happened, not_yet):
    points = curve_of(happened, not_yet).points

    shares = [point.share for point in points]
    assert shares == sorted(shares)
    assert all(0 <= p.low <= p.share <= p.high <= 1 for p in points)


def test_nobody_watched_is_an_empty_curve():
    curve = curve_of([], [])
    assert (curve.n, curve.points, curve.median, curve.last) == (0, (), None, 0)
