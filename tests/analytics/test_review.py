"""Looking back on a week or a month."""

from datetime import timedelta

import pytest

from services.analytics.review import review
from services.errors import Invalid
from services.jobs.stages import DEFAULT_STAGES
from tests.analytics.search import TODAY, day, job, jobs

LAST_WEEK = f"{TODAY - timedelta(days=7):%G-W%V}"
CARDS = [
    job("applied 190", "phone-screen 193", company="Borealis", source="Fair"),
    job("applied 192", "rejected 195", company="Cobalt"),
    job("applied 150", "ghosted 192"),
    job("applied ?", "offer ?"),
    *jobs(4, "applied 183"),
]


def of(words, cards=CARDS, today=TODAY, goal=None):
    return review(cards, DEFAULT_STAGES, words, today, goal)


def told(found):
    return {chapter.title: len(chapter.entries) for chapter in found.chapters}


def test_a_week_tells_what_was_done_and_what_came():
    found = of(LAST_WEEK)

    assert told(found) == {
        "Applied": 2,
        "First replies": 2,
        "Interviews and calls": 1,
        "Offers": 0,
        "Ended": 2,
    }
    assert [chapter.before for chapter in found.chapters] == [4, 0, 0, 0, 0]
    assert found.words == "2 applications, 2 first replies, 1 interview or call."


def test_an_entry_names_its_job_its_day_and_what_it_was():
    entry = of(LAST_WEEK).chapters[1].entries[0]
    assert (entry.company, entry.day, entry.what) == (
        "Borealis",
        day(193),
        "screening after 3 days",
    )


def test_a_month_holds_its_weeks():
    found = of(f"{TODAY:%Y-%m}")
    assert found.title == f"{TODAY:%B %Y}"
    assert told(found)["Applied"] == 6


def test_by_default_one_looks_back_on_the_week_of_yesterday():
    monday = TODAY - timedelta(days=TODAY.weekday())
    assert of("", today=monday).period.until == monday - timedelta(days=1)
    assert of("").period.since == monday


@pytest.mark.parametrize("words", ["2024-W53", "2026-13", "2026-W60", "yesterday", "2026", "W10"])
def test_what_is_no_week_or_month_is_refused(words):
    with pytest.raises(Invalid) as refusal:
        of(words)
    assert "2026-W10" in refusal.value.fields["of"]


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [("2025-W01", "2024-W52", "2025-W02"), ("2025-01", "2024-12", "2025-02")],
)
def test_the_neighbours_are_known_over_the_turn_of_a_year(words, before, after):
    assert (of(words).before, of(words).after) == (before, after)


def test_what_has_not_begun_is_not_offered():
    assert of(f"{TODAY:%G-W%V}").after == ""


def test_a_quiet_week_is_told_kindly():
    assert of("2024-W10").words == "A quiet week: nothing is on record."


@pytest.mark.parametrize(("goal", "is_said"), [(None, False), (2, True), (3, False)])
def test_a_goal_is_named_where_it_was_met_and_never_where_it_was_missed(goal, is_said):
    assert ("goal" in of(LAST_WEEK, goal=goal).words) is is_said


def test_next_steps_of_the_days_to_come_are_told_of_jobs_that_run():
    cards = [
        job("applied 1", next_step="Call", next_step_on=day(202)),
        job("applied 1", "rejected 5", next_step="Call", next_step_on=day(202)),
        job("applied 1", next_step="Later", next_step_on=day(230)),
    ]
    assert [entry.what for entry in of("", cards).coming] == ["Call"]
