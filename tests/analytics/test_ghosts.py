"""The ghost clock, tried on searches of which we know how they go on."""

from random import Random

import pytest

from services.analytics.measures import measures
from services.analytics.span import ALL_TIME
from services.jobs.stages import DEFAULT_STAGES
from tests.analytics.search import TODAY, job, jobs

SEARCHES = 25


def ghosts(cards):
    return measures(cards, DEFAULT_STAGES, ALL_TIME, TODAY).ghosts


def lives(chance, count, answered, spread):
    """Yield when each application of a search is sent and when it is answered, if ever."""
    for _ in range(count):
        sent = chance.randrange(200)
        delay = int(chance.lognormvariate(2.3, spread))
        yield sent, sent + delay if chance.random() < answered else None


@pytest.mark.parametrize(
    ("count", "answered", "spread"),
    [(80, 0.5, 0.8), (200, 0.2, 1.0), (100, 0.9, 0.9)],
    ids=["half answered", "a fifth answered late", "nearly all answered"],
)
def test_at_most_one_in_twenty_alarms_is_false(count, answered, spread):
    alarms = false_alarms = replies = replies_past_the_clock = 0
    for seed in range(SEARCHES):
        cards, later = [], set()
        lived = list(lives(Random(seed), count, answered, spread))
        for sent, reply in lived:
            is_known = reply is not None and reply <= 200
            cards.append(job(f"applied {sent}", *([f"phone-screen {reply}"] if is_known else [])))
            if reply is not None and not is_known:
                later.add(cards[-1].id)
        clock = ghosts(cards)
        alarms += len(clock.silent)
        false_alarms += sum(each.job in later for each in clock.silent)
        waits = [reply - sent for sent, reply in lived if reply is not None]
        replies += len(waits)
        replies_past_the_clock += sum(wait > clock.day for wait in waits)

    assert alarms > SEARCHES
    assert false_alarms <= 0.05 * alarms
    assert replies_past_the_clock <= 0.05 * replies


def test_the_clock_tells_how_many_replies_came_by_its_day():
    answered = [job("applied 1", f"rejected {2 + number}") for number in range(100)]
    never = jobs(100, "applied 0", "withdrawn 199")
    clock = ghosts([*answered, *never, job("applied 90", id="late"), job("applied 140")])

    assert (clock.day, clock.share) == (97, 0.97)
    assert clock.words == "97 % of the 100 replies you ever got came by day 97."
    assert [(each.job, each.days) for each in clock.silent] == [("late", 110)]


def test_under_twenty_replies_silence_says_nothing():
    clock = ghosts([*jobs(19, "applied 1", "rejected 9"), job("applied 1")])
    assert (clock.day, clock.silent) == (None, ())
    assert "there are 19" in clock.words


def test_what_was_ended_or_answered_is_not_suggested_again():
    cards = [
        *jobs(30, "applied 1", "rejected 9"),
        job("applied 1", "ghosted 50"),
        job("applied 1", "withdrawn 50"),
        job("applied 1", "phone-screen 150"),
    ]
    assert ghosts(cards).silent == ()
