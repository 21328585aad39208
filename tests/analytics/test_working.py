"""What is called working: a false alarm in at most one of twenty searches, by whatever trait."""

from collections.abc import Iterator
from random import Random

from services.analytics.facts import gather
from services.analytics.groups import traits_of
from services.analytics.span import ALL_TIME
from services.analytics.working import FALSE_ALARMS, READINGS, working
from services.jobs.job import Card, Salary, WorkMode
from services.jobs.stages import DEFAULT_STAGES
from tests.analytics.search import TODAY, job, jobs

SEARCHES = 200


def of(cards):
    applied = gather(cards, DEFAULT_STAGES, TODAY)
    return working(traits_of(applied, {}), len(applied), ALL_TIME)


def moves(chance: Random, sent: int, share: float) -> Iterator[str]:
    """Yield the moves of an application sent on a day, as far as they have come by today."""
    yield f"applied {sent}"
    if chance.random() >= share:
        return
    reply = sent + int(chance.expovariate(1 / 12))
    if reply <= 200:
        yield f"phone-screen {reply}"
        if chance.random() < 0.5 and reply + 5 <= 200:
            yield f"technical-interview {reply + 5}"


def indifferent(chance: Random, count: int = 200) -> Iterator[Card]:
    """Yield applications of which no trait makes any difference."""
    for _ in range(count):
        amount = chance.randrange(35_000, 65_000)
        yield job(
            *moves(chance, chance.randrange(190), 0.25),
            source=chance.choice("ABCDE"),
            resume=chance.choice(["first", "second", "third"]),
            work_mode=chance.choice([*WorkMode]),
            salary=Salary(min=amount, max=amount, currency="EUR", period="year"),
        )


def newly_used(chance: Random) -> Iterator[Card]:
    """Yield applications whose source and resume changed a fortnight ago, to no effect."""
    for number in range(150):
        is_new = number >= 110
        sent = 186 + chance.randrange(14) if is_new else chance.randrange(180)
        traits = (
            {"source": "New", "resume": "new"} if is_new else {"source": "Old", "resume": "old"}
        )
        yield job(*moves(chance, sent, 0.4), **traits)


def false_alarms(search) -> float:
    found = [of(list(search(Random(seed)))).insights for seed in range(SEARCHES)]
    return sum(map(bool, found)) / SEARCHES


def test_where_nothing_makes_a_difference_hardly_ever_anything_is_said():
    assert false_alarms(indifferent) <= FALSE_ALARMS


def test_what_is_new_is_not_called_worse_for_having_had_no_time():
    assert false_alarms(newly_used) <= FALSE_ALARMS


def test_what_makes_a_large_difference_is_found_among_many_traits():
    chance = Random(3)
    cards = [
        each.model_copy(update={"source": "Friend"}) for each in indifferent(chance, 40)
    ] + list(indifferent(chance))
    answered = [job(*moves(chance, chance.randrange(160), 0.9), source="Friend") for _ in range(40)]
    words = [each.words for each in of([*cards, *answered]).insights]
    assert any("with Friend were answered more often" in each for each in words)


def test_the_jobs_behind_it_are_those_that_had_the_time():
    days = READINGS[0].days
    cards = [
        *jobs(40, "applied 100", "phone-screen 105", source="Friend"),
        *jobs(40, "applied 100", source="Fair"),
        *jobs(40, f"applied {200 - days + 1}", source="Fair"),
    ]
    (insight, *_) = of(cards).insights
    assert (len(insight.jobs), len(insight.others)) == (40, 40)


def test_who_took_an_application_back_was_not_refused():
    cards = [
        *jobs(40, "applied 100", "phone-screen 105", source="Friend"),
        *jobs(40, "applied 100", "withdrawn 101", source="Fair"),
    ]
    assert of(cards).insights == ()
