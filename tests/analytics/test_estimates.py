"""What a job may pay: told only where a person's own past shows that it can be."""

from math import exp, log
from random import Random

import pytest

from services.analytics.estimates import KNOWN, WEIGHT, Estimates, title_key
from services.analytics.measures import measures
from services.analytics.sharing import anonymous
from services.analytics.span import ALL_TIME, named
from services.jobs.job import Salary
from services.jobs.stages import DEFAULT_STAGES
from tests.analytics.search import TODAY, job


def of(cards, stages=DEFAULT_STAGES, span=ALL_TIME) -> Estimates:
    return measures(cards, stages, span, TODAY).estimates


def pays(amount, currency="EUR"):
    return Salary(min=amount, max=amount, currency=currency, period="year")


def market(titles, count=200, spread=0.05):
    """Return jobs whose titles pay about so much, one after the other, each on its own day."""
    chance = Random(11)
    for number in range(count):
        title = chance.choice(list(titles))
        amount = round(titles[title] * exp(chance.gauss(0, spread)))
        yield job(f"saved {number * 190 // count}", position=title, salary=pays(amount))


LEVELS = {"Nurse": 40_000, "Head Nurse": 60_000}


def test_an_open_job_that_does_not_say_gets_what_its_title_paid():
    cards = [*market(LEVELS), job("applied 195", id="new", position="Head Nurse (m/f/d)")]
    found = of(cards)

    [estimate] = found.estimates
    assert (estimate.title, estimate.jobs) == ("Head Nurse", ("new",))
    assert estimate.low < estimate.middle < estimate.high
    assert estimate.low < 60_000 < estimate.high
    assert found.trials > 150
    assert found.money == "EUR a year"


def test_the_estimate_is_the_mean_of_the_title_with_typical_ones_added():
    cards = [*market(LEVELS), job("applied 195", position="Nurse")]
    [estimate] = of(cards).estimates
    paid = [log(each.salary.min) for each in cards if each.salary]
    own = [log(each.salary.min) for each in cards if each.salary and each.position == "Nurse"]
    average = sum(paid) / len(paid)
    assert estimate.n == len(own)
    assert estimate.middle == pytest.approx(
        exp((sum(own) + WEIGHT * average) / (len(own) + WEIGHT))
    )


def test_nine_in_ten_that_come_later_lie_within():
    cards = list(market(LEVELS, 1_000))
    known = [*cards[:500], *(job("saved 190", position=title) for title in LEVELS)]
    reach = {each.title: (each.low, each.high) for each in of(known).estimates}
    later = [reach[card.position] for card in cards[500:]]
    held = [
        low <= card.salary.min <= high for (low, high), card in zip(later, cards[500:], strict=True)
    ]
    assert 0.86 <= sum(held) / len(held) <= 0.94


@pytest.mark.parametrize(
    ("cards", "words"),
    [
        ([], "not enough"),
        (list(market(LEVELS, 40)), "not enough"),
        (list(market(dict.fromkeys(LEVELS, 50_000), spread=0.3)), "do not tell"),
    ],
    ids=["none", "few", "alike"],
)
def test_nothing_is_estimated_where_the_past_does_not_show_that_it_can_be(cards, words):
    found = of([*cards, job("applied 195", position="Nurse")])
    assert found.estimates == ()
    assert words in found.words


def test_the_past_knows_nothing_of_what_came_in_the_same_week_or_later():
    at_once = [
        job("saved 190", position=title, salary=pays(amount))
        for title, amount in LEVELS.items()
        for _ in range(100)
    ]
    assert of(at_once).trials == 0


def test_an_ended_job_an_unknown_title_and_another_currency_get_none():
    cards = [
        *market(LEVELS),
        job("applied 190", "rejected 195", position="Nurse"),
        job("applied 190", position="Surgeon"),
        job("applied 190", position="Cook", salary=pays(1_000, "USD")),
        job("applied 190", position="Cook"),
    ]
    assert of(cards).estimates == ()


def test_the_whole_history_tells_whatever_the_period():
    cards = [*market(LEVELS), job("applied 195", position="Nurse")]
    assert of(cards) == of(cards, span=named("30d", TODAY))


def test_without_names_no_title_is_told():
    cards = [*market(LEVELS), job("applied 195", position="Head Nurse")]
    shared = of(*anonymous(cards, DEFAULT_STAGES))
    assert shared.estimates == ()
    assert "one title" in shared.words


@pytest.mark.parametrize(
    "position",
    ["Data Analyst", "data  analyst", "Data Analyst (m/w/d)", "Data Analyst m/f/x",
     "Data Analyst [All Genders]", "(f/m/d) Data Analyst"],
)  # fmt: skip
def test_one_title_is_written_in_many_ways(position):
    assert title_key(position) == "data analyst"


@pytest.mark.parametrize(
    "position",
    ["Data Analyst, Intern", "Data Analyst - Lead", "Data Analyst (Working Student)", "(m/f/d)"],
)
def test_another_job_is_another_title(position):
    assert title_key(position) not in {"data analyst", ""}


def test_titles_that_hardly_anything_is_known_of_are_not_rehearsed():
    cards = [
        job(f"saved {7 * turn}", position=f"Title {number}", salary=pays(30_000 + 1_000 * number))
        for turn in range(KNOWN)
        for number in range(30)
    ]
    assert of(cards).trials == 0


def test_a_title_that_hardly_anything_is_known_of_tells_nothing():
    rare = [job("saved 100", position="Surgeon", salary=pays(240_000)) for _ in range(KNOWN - 1)]
    cards = [*market(LEVELS), *rare, job("applied 195", position="Surgeon")]
    assert of(cards).estimates == ()


def test_a_line_keeps_its_key_whatever_else_is_estimated():
    cards = [*market(LEVELS), job("applied 195", position="Nurse")]
    more = [*cards, *(job("applied 195", position="Head Nurse") for _ in range(3))]
    keys = [each.key for each in of(cards).estimates], [each.key for each in of(more).estimates]
    assert keys == (["nurse"], ["head nurse", "nurse"])
