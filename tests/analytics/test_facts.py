"""What is read off a job's moves."""

import pytest

from services.analytics.facts import gather
from services.jobs.stages import DEFAULT_STAGES
from tests.analytics.search import TODAY, day, job


def facts(*moves: str):
    return gather([job(*moves)], DEFAULT_STAGES, TODAY)[0]


@pytest.mark.parametrize(
    ("moves", "response"),
    [
        (["saved 1"], None),
        (["saved 1", "rejected 2"], None),
        (["applied 1"], None),
        (["applied 1", "withdrawn 5"], None),
        (["applied 1", "expired 5"], None),
        (["applied 1", "ghosted 40"], None),
        (["applied 1", "rejected 5"], "rejected"),
        (["applied 1", "phone-screen 5"], "screening"),
        (["applied 1", "phone-screen 5", "rejected 9"], "screening"),
        (["saved 0", "applied 1", "saved 2", "offer 9"], "offer"),
        (["applied 1", "ghosted 40", "technical-interview 50"], "interview"),
        (["technical-interview 5", "applied 7"], "interview"),
    ],
    ids=str,
)
def test_the_first_human_signal_is_the_response(moves, response):
    assert facts(*moves).shape.response == response


@pytest.mark.parametrize(
    ("moves", "wait"),
    [
        (["applied 1", "phone-screen 5"], 4),
        (["applied 1", "phone-screen 1"], 0),
        (["applied 190"], 10),
        (["applied 1", "ghosted 40"], 39),
        (["applied 1", "ghosted 40", "applied 60"], 199),
        (["applied 1", "ghosted 40", "phone-screen 50"], 49),
        (["applied 1", "ghosted ?"], None),
        (["applied ?", "phone-screen 5"], None),
        (["applied 1", "phone-screen ?"], None),
        (["applied 9", "phone-screen 5"], None),
        (["applied 201"], None),
        (["phone-screen 5"], None),
        (["saved 1"], None),
    ],
    ids=str,
)
def test_a_wait_is_counted_where_its_days_are_known(moves, wait):
    assert facts(*moves).wait == wait


def test_a_day_still_to_come_is_not_known():
    assert facts("applied 199", "phone-screen 201").days == (day(199), None)


def test_a_stage_that_is_gone_is_passed_over():
    shape = facts("applied 1", "gone 2", "offer 3").shape
    assert [visit.stage for visit in shape.visits] == ["applied", "offer"]
    assert shape.is_unmapped
