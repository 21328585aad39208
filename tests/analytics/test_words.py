"""Goals, forecasts and notes: what is said in words, and when it is better not said."""

from datetime import timedelta
from random import Random

import pytest

from services.analytics.about import percent
from services.analytics.measures import measures
from services.analytics.span import ALL_TIME
from services.jobs.stages import DEFAULT_STAGES
from tests.analytics.search import TODAY, job, jobs


def of(cards, goal=None, today=TODAY):
    return measures(cards, DEFAULT_STAGES, ALL_TIME, today, goal)


@pytest.mark.parametrize(
    ("sent", "goal", "words"),
    [
        (0, None, "0 applications this week."),
        (1, None, "1 application this week."),
        (2, 5, "2 applications this week, on the way to 5; 2 days are left."),
        (5, 5, "5 applications this week: your goal of 5 is met. The rest of the week is yours."),
        (0, 0, "0 applications this week."),
    ],
    ids=str,
)
def test_a_week_is_told_kindly(sent, goal, words):
    assert of(jobs(sent, "applied 198"), goal).pacing.words == words


def test_a_week_that_is_over_leaves_nothing_undone():
    sunday = TODAY + timedelta(days=2)
    words = of(jobs(1, "applied 198"), 5, sunday).pacing.words
    assert words == "1 application this week. Next week starts afresh."


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "0 %"), (0.001, "under 1 %"), (0.234, "23 %"), (0.999, "over 99 %"), (1, "100 %")],
)
def test_a_share_is_never_called_surer_than_it_is(share, words):
    assert percent(share) == words


def test_the_usual_week_is_the_median_of_the_last_full_ones():
    cards = [*jobs(9, "applied 176"), *jobs(2, "applied 184"), *jobs(4, "applied 191")]
    pacing = of([*cards, *jobs(50, "applied 199")]).pacing

    assert (pacing.usual, len(pacing.jobs)) == (4, 50)
    assert of(jobs(3, "applied 199")).pacing.usual is None


def search(chances, count=300):
    """Return a search whose sources are answered with these chances."""
    chance = Random(7)
    for number in range(count):
        source = chance.choice(list(chances))
        is_answered = chance.random() < chances[source]
        sent = number * 199 // count
        reply = sent + chance.randrange(1, 40)
        moves = [f"phone-screen {reply}"] if is_answered and reply <= 200 else []
        yield job(f"applied {sent}", *moves, source=source)


def test_a_forecast_is_shown_where_it_told_the_past_better():
    reply, offer = of(list(search({"Friend": 0.8, "Fair": 0.05}))).foresight

    friend, fair = sorted(reply.chances, key=lambda each: each.source, reverse=True)
    assert fair.low < fair.chance < fair.high < friend.low < friend.chance < friend.high
    assert friend.jobs
    assert reply.trials >= 50
    assert offer.chances == ()


def test_a_source_with_few_cases_stays_near_the_average():
    reply = of(
        [*search({"Friend": 0.8, "Fair": 0.05}), job("applied 190", source="New")]
    ).foresight[0]
    new = next(each for each in reply.chances if each.source == "New")
    assert (new.n, new.chance) == (0, pytest.approx(reply.base.share))


def test_no_forecast_is_shown_where_it_tells_no_more_than_the_average():
    reply = of(list(search({"Friend": 0.3, "Fair": 0.3}))).foresight[0]
    assert reply.chances == ()
    assert reply.words.endswith("so no forecast is shown.")


def test_a_forecast_of_the_past_knows_nothing_of_what_came_later():
    friends = jobs(60, "applied 1", "rejected 9", source="Friend")
    reply = of([*friends, *jobs(60, "applied 1", source="Fair")]).foresight[0]
    assert (reply.about.n, reply.trials, reply.chances) == (120, 0, ())


def test_who_took_back_or_was_answered_before_tells_nothing_of_a_reply():
    silent, taken = jobs(30, "applied 1"), jobs(30, "applied 1", "withdrawn 3")
    added_late = jobs(30, "phone-screen 1")
    reply, offer = of([*silent, *taken, *added_late]).foresight
    assert (reply.base.hits, reply.base.n) == (0, 30)
    assert offer.base.n == 90


def test_a_short_history_forecasts_nothing():
    assert [each.chances for each in of(list(search({"Friend": 0.9}, 30))).foresight] == [(), ()]
    assert "not enough" in of([]).foresight[0].words


@pytest.mark.parametrize(
    ("moves", "flaws"),
    [
        (["applied 1", "rejected 5"], []),
        (["applied ?"], ["undated_application"]),
        (["applied 1", "offer ?"], ["undated_reply"]),
        (["applied 1", "ghosted ?"], ["undated_end"]),
        (["applied 1", "rejected ?"], ["undated_reply"]),
        (["applied 1", "gone 4"], ["unmapped"]),
        (["applied 900"], ["undated_application", "future"]),
        (["applied 9", "offer 5"], ["disorder"]),
        (["saved ?", "applied 5"], []),
    ],
    ids=str,
)
def test_what_a_record_leaves_open_is_counted(moves, flaws):
    quality = of([job(*moves, id="it"), job("applied 1")]).quality

    assert [note.flaw for note in quality.notes] == flaws
    assert all(note.jobs == ("it",) for note in quality.notes)
    assert (quality.about.n, quality.jobs) == (len(flaws) > 0, 2)
