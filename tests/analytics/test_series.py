"""What happened when."""

from services.analytics.measures import measures
from services.analytics.span import ALL_TIME, between, named
from services.jobs.job import Salary
from services.jobs.stages import DEFAULT_STAGES
from tests.analytics.search import TODAY, day, job, jobs


def of(cards, span=ALL_TIME):
    return measures(cards, DEFAULT_STAGES, span, TODAY)


def test_the_line_is_the_mean_of_four_weeks_and_begins_with_the_fourth():
    cards = [*jobs(4, "applied 0"), *jobs(2, "applied 8"), *jobs(6, "applied 27")]
    weeks = of(cards).weeks.weeks[:6]

    assert [len(week.jobs) for week in weeks] == [4, 2, 0, 6, 0, 0]
    assert [week.mean for week in weeks] == [None, None, None, 3, 2, 1.5]


def test_the_line_looks_back_over_the_edge_of_the_period():
    cards = [*jobs(4, "applied 0"), *jobs(4, "applied 27")]
    week = of(cards, between(day(21), day(27))).weeks.weeks[0]
    assert (week.start, len(week.jobs), week.mean) == (day(21), 4, 2)


def test_weeks_run_to_today_and_not_beyond():
    assert of([job("applied 0")]).weeks.weeks[-1].start == day(196)
    assert of([job("applied 0")], between(None, day(9_000))).weeks.weeks[-1].start == day(196)
    assert of([job("applied 0")], between(day(300), None)).weeks.weeks == ()


def test_a_month_tells_what_became_of_its_applications_so_far():
    cards = [job("applied 1", "rejected 90"), job("applied 2"), job("applied 31")]
    june, july = of(cards).months.months[:2]

    assert (june.response.hits, june.response.n, len(june.waiting)) == (1, 2, 1)
    assert (july.start.month, len(july.jobs)) == (7, 1)


def test_the_calendar_counts_every_dated_move_of_the_period():
    cards = [job("saved 190", "applied 190", "rejected 195"), job("saved 10"), job("applied ?")]
    found = of(cards, named("30d", TODAY)).calendar

    assert [(each.day, each.moves, len(each.applied)) for each in found.days] == [
        (day(190), 2, 1),
        (day(195), 1, 0),
    ]
    assert found.about.n == 3


def test_replies_are_told_by_the_weekday_they_came():
    monday, *_, sunday = of([job("applied 0", "rejected 13")]).weekdays.days
    assert (len(monday.applied), len(sunday.answered)) == (1, 1)


def test_time_in_a_stage_counts_those_still_there_as_staying():
    cards = [
        job("applied 0", "phone-screen 10", "rejected 14"),
        job("applied 0", "phone-screen 20"),
        job("applied 0", "ghosted 30"),
        job("applied ?", "phone-screen 40", "offer ?"),
    ]
    applied, phone, offer = of(cards).stay.stages

    assert (applied.curve.n, applied.curve.events, applied.curve.median) == (3, 2, 20)
    assert (phone.curve.n, phone.curve.events, len(phone.still)) == (2, 1, 1)
    assert [stage.undated for stage in (applied, phone, offer)] == [1, 1, 1]


def test_a_stage_visited_twice_is_two_stays():
    cards = [job("phone-screen 0", "technical-interview 5", "phone-screen 7", "rejected 10")]
    phone = of(cards).stay.stages[0]
    assert [(point.day, len(point.jobs)) for point in phone.curve.points] == [(3, 1), (5, 1)]


def test_salaries_are_told_for_each_currency_and_period_apart():
    cards = [
        job("saved 1", salary=Salary(min=40_000, max=60_000, currency="EUR", period="year")),
        job("applied 1", salary=Salary(min=60_000, max=80_000, currency="EUR", period="year")),
        job("applied 1", "offer 5", salary=Salary(max=90_000, currency="EUR", period="year")),
        job("applied 1", salary=Salary(min=50, currency="CHF", period="hour")),
        job("applied 1", salary=Salary(text="competitive")),
    ]
    found = of(cards).salaries
    euro, francs = found.payrolls

    assert (euro.name, francs.name, len(found.untold)) == ("EUR a year", "CHF an hour", 1)
    assert (euro.postings.n, euro.applications.n, euro.offers.n) == (3, 2, 1)
    assert (euro.postings.lowest, euro.postings.median, euro.postings.highest) == (
        40_000,
        70_000,
        90_000,
    )
    assert francs.offers.median is None
