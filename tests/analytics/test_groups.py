"""Groups side by side, and what may be said of them."""

import pytest

from services.analytics.measures import measures
from services.analytics.span import ALL_TIME
from services.jobs.job import Salary, WorkMode
from services.jobs.stages import DEFAULT_STAGES
from tests.analytics.search import TODAY, job, jobs

ANSWERED = ("applied 1", "phone-screen 9")


def of(cards):
    return measures(cards, DEFAULT_STAGES, ALL_TIME, TODAY)


def by(cards, trait):
    return next(groups for groups in of(cards).groups if groups.by == trait)


def test_each_group_has_its_rates_with_their_intervals():
    cards = [
        *jobs(15, *ANSWERED, source="Friend"),
        *jobs(5, "applied 2", source="Friend"),
        *jobs(3, "applied 1", "withdrawn 2", source="friend"),
        job("applied 1"),
    ]
    groups = by(cards, "source")

    (friend,) = groups.groups
    assert (friend.name, friend.n, groups.about.n, len(groups.untold)) == ("Friend", 23, 23, 1)
    assert (friend.rates.response.hits, friend.rates.response.n) == (15, 20)
    assert (friend.rates.screening.hits, friend.rates.screening.n) == (15, 23)
    assert friend.rates.offer.share is None


@pytest.mark.parametrize(("count", "is_told"), [(19, False), (20, True)])
def test_under_twenty_cases_there_is_a_refusal_instead_of_a_rate(count, is_told):
    cards = [*jobs(count, "applied 1", source="Friend"), *jobs(40, "applied 1", source="Fair")]
    groups = by(cards, "source")

    assert (groups.groups[1].rates is not None) is is_told
    assert bool(groups.groups[1].refusal) is not is_told
    assert bool(groups.refusal) is not is_told


def test_groups_stand_by_size_and_never_by_rate():
    cards = [
        *jobs(20, *ANSWERED, source="Best"),
        *jobs(30, "applied 1", source="Worst"),
        *jobs(25, *ANSWERED, source="Middle"),
    ]
    assert [group.name for group in by(cards, "source").groups] == ["Worst", "Middle", "Best"]


def test_weekdays_and_work_modes_are_told_by_name():
    cards = [job("applied 0", work_mode=WorkMode.REMOTE), job("applied 8"), job("applied ?")]

    weekdays = by(cards, "weekday")
    assert [group.name for group in weekdays.groups] == ["Monday", "Tuesday"]
    assert len(weekdays.untold) == 1
    assert [group.name for group in by(cards, "work mode").groups] == ["Remote"]


def test_salary_bands_never_mix_currencies_or_periods():
    cards = [
        *(job("applied 1", salary=Salary(min=k * 1000, currency="EUR")) for k in range(40, 70)),
        job("applied 1", salary=Salary(min=50_000, currency="USD")),
        job("applied 1", salary=Salary(min=50_000, currency="EUR", period="month")),
        job("applied 1", salary=Salary(text="a lot")),
    ]
    groups = by(cards, "salary band")

    assert [(group.name, group.n) for group in groups.groups if "EUR, " in group.name] == [
        ("under 50,000 EUR, period not told", 10),
        ("50,000 to 59,000 EUR, period not told", 9),
        ("59,000 and over EUR, period not told", 11),
    ]
    assert len(groups.groups) == 5
    assert len(groups.untold) == 1


def test_what_stands_out_beyond_doubt_is_said_with_its_evidence():
    cards = [*jobs(30, *ANSWERED, source="Friend"), *jobs(40, "applied 1", source="Fair")]
    working = of(cards).working

    (insight,) = working.insights
    assert insight.words == (
        "By source, applications with Friend were answered more often than with Fair."
    )
    assert "Friend: 100 % (95 % interval 89 % to 100 %) of 30" in insight.evidence
    assert (len(insight.jobs), len(insight.others)) == (30, 40)


@pytest.mark.parametrize(
    ("good", "bad"), [(19, 400), (25, 19)], ids=["few good ones", "few bad ones"]
)
def test_nothing_is_said_from_few_cases(good, bad):
    cards = [*jobs(good, *ANSWERED, source="Friend"), *jobs(bad, "applied 1", source="Fair")]
    assert of(cards).working.insights == ()
    assert of(cards).working.refusal


def test_nothing_is_said_from_overlapping_intervals():
    half = [*jobs(12, *ANSWERED, source="Friend"), *jobs(12, "applied 1", source="Friend")]
    third = [*jobs(8, *ANSWERED, source="Fair"), *jobs(16, "applied 1", source="Fair")]
    assert of([*half, *third]).working.insights == ()
