"""All pictures together: their totals agree, and every search has a sensible state."""

from dataclasses import asdict
from datetime import date, timedelta

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.analytics.measures import measures
from services.analytics.span import ALL_TIME, between, named
from services.jobs.stages import DEFAULT_STAGES, Stages
from tests.analytics.search import STAGES, START, TODAY, day, job, jobs, searches

spans = st.sampled_from([ALL_TIME, named("30d", TODAY), named("year", TODAY), between(START, None)])


def of(cards, span=ALL_TIME, stages=DEFAULT_STAGES):
    return measures(cards, stages, span, TODAY)


@settings(max_examples=50)
@given(searches, spans)
def test_all_pictures_count_the_same_applications(cards, span):
    found = of(cards, span)
    n = found.applications

    assert n == found.tiles.about.n == len(found.tiles.tiles[0].jobs)
    assert n == sum(len(each.jobs) for each in found.standing.slices if each.is_application)
    assert n == len(found.funnel.steps[0].jobs) == found.flow.about.n == found.flow_by_kind.about.n
    assert n == found.replies.about.n + len(found.replies.undated)
    assert n == sum(len(week.jobs) for week in found.weeks.weeks) + found.weeks.undated
    assert n == sum(len(month.jobs) for month in found.months.months) + found.months.undated
    assert n == sum(len(each.applied) for each in found.weekdays.days) + found.months.undated
    for groups in found.groups:
        assert n == sum(group.n for group in groups.groups) + len(groups.untold)
        assert groups.about.n == n - len(groups.untold)


@settings(max_examples=50)
@given(searches, spans)
def test_the_same_jobs_stand_behind_the_same_numbers(cards, span):
    found = of(cards, span)
    tiles = {tile.key: set(tile.jobs) for tile in found.tiles.tiles}
    steps = {step.key: set(step.jobs) for step in found.funnel.steps}
    ends = {node.key: set(node.jobs) for node in found.flow.nodes if node.is_end}

    assert tiles["applications"] == steps["applied"]
    assert tiles["response"] == steps["response"]
    assert tiles["interview"] == steps["interview"]
    assert tiles["waiting"] == set(found.replies.waiting) == ends.get("waiting", set())
    assert {job for month in found.months.months for job in month.waiting} <= tiles["waiting"]
    assert all(tile.rate is None or tile.rate.hits == len(tile.jobs) for tile in found.tiles.tiles)


@settings(max_examples=50)
@given(searches)
def test_other_names_and_colours_of_stages_change_nothing_but_the_names(cards):
    other = Stages(
        every=[
            stage.model_copy(update={"name": f"Z{stage.id}", "colour": "rose"})
            for stage in DEFAULT_STAGES.every
        ]
    )
    names = {stage.name: f"Z{stage.id}" for stage in DEFAULT_STAGES.every}
    before, after = asdict(of(cards)), asdict(of(cards, stages=other))

    for key in ("standing", "flow", "stay"):
        told = orjson.dumps(before[key]).decode()
        for name, new in sorted(names.items(), key=lambda pair: -len(pair[0])):
            told = told.replace(f'"name":"{name}"', f'"name":"{new}"')
            told = told.replace(f'"label":"{name}', f'"label":"{new}')
        assert orjson.loads(told) == orjson.loads(orjson.dumps(after[key]))
        del before[key], after[key]
    assert before == after


@settings(max_examples=50)
@given(searches)
def test_other_ids_of_stages_change_nothing_of_the_numbers(cards):
    ids = {stage: f"x{number}" for number, stage in enumerate(STAGES)}
    other = Stages(
        every=[stage.model_copy(update={"id": ids[stage.id]}) for stage in DEFAULT_STAGES.every]
    )
    moved = [
        card.model_copy(
            update={
                "stage": ids.get(card.stage, card.stage),
                "moves": tuple(
                    move.model_copy(update={"stage": ids.get(move.stage, move.stage)})
                    for move in card.moves
                ),
            }
        )
        for card in cards
    ]
    before, after = of(cards), of(moved, stages=other)

    assert before.flow.as_text() == after.flow.as_text()
    assert before.flow_by_kind == after.flow_by_kind
    assert (before.tiles, before.funnel, before.replies) == (
        after.tiles,
        after.funnel,
        after.replies,
    )


@settings(max_examples=50)
@given(searches, st.integers(0, 199))
def test_silent_applications_lower_the_response_curve(cards, sent):
    before = of(cards).replies.curve
    after = of([*cards, *jobs(5, f"applied {sent}")]).replies.curve
    assert all(after.share_by(number) <= before.share_by(number) + 1e-12 for number in range(240))


@pytest.mark.parametrize(
    ("cards", "applications"),
    [
        ([], 0),
        ([job("applied 1")], 1),
        ([job("saved 1")], 0),
        (jobs(30, "saved 1"), 0),
        (jobs(30, "applied ?"), 30),
        (jobs(30, "applied 300"), 30),
        (jobs(30, "applied 199", "offer 300"), 30),
        ([job("applied -7300"), job("applied 200")], 2),
        (jobs(30, "offer 3"), 30),
        (jobs(30, "applied 200", "rejected 200"), 30),
        (jobs(30, "gone 3"), 0),
        ([job("gone 3"), job("applied 3", "gone 9")], 1),
    ],
    ids=[
        *("no job", "one job", "one saved", "all saved", "undated", "to come", "an offer to come"),
        *("twenty years", "one stage only", "answered on the day", "gone stages", "one gone"),
    ],
)
@pytest.mark.parametrize("name", ["30d", "all"])
def test_every_search_has_a_sensible_state(cards, applications, name):
    found = of(cards, named(name, TODAY))

    assert orjson.loads(orjson.dumps(found))["applications"] == found.applications
    assert found.applications == applications or name == "30d"
    assert len(found.weeks.weeks) <= 1_080


def test_a_day_is_told_by_the_calendar_alone_whatever_the_clocks_did():
    """The last Sunday of October has 25 hours in Europe, the last of March 23."""
    for changed in (date(2025, 10, 26), date(2026, 3, 29)):
        before, after = ((changed + timedelta(days=each) - START).days for each in (-1, 1))
        found = measures(
            [job(f"applied {before}", f"phone-screen {after}")],
            DEFAULT_STAGES,
            ALL_TIME,
            changed + timedelta(days=1),
        )
        assert found.replies.curve.median == 2


def test_the_period_before_is_seen_as_it_stood_at_its_own_end():
    late = jobs(40, f"applied {200 - 40}", f"phone-screen {200 - 5}")
    prompt = jobs(40, f"applied {200 - 10}", f"phone-screen {200 - 5}")
    tiles = {tile.key: tile for tile in of([*late, *prompt], named("30d", TODAY)).tiles.tiles}

    assert tiles["applications"].change == "as many as in the 30 days before"
    assert tiles["response"].before.hits == 0
    assert tiles["response"].change.startswith("higher than before: 0 %")


@pytest.mark.parametrize(
    ("then", "now", "change"),
    [
        (jobs(40, "applied 150", "rejected 155"), jobs(40, "applied 180", "offer 185"), "no clear"),
        (jobs(40, "applied 150", "rejected 155"), jobs(40, "applied 180"), "lower than before"),
        (jobs(40, "applied 150"), jobs(40, "applied 180", "offer 185"), "higher than before"),
        (jobs(40, "applied 150"), jobs(19, "applied 180", "offer 185"), "under 20 cases"),
    ],
    ids=["alike", "lower", "higher", "few"],
)
def test_a_change_is_called_one_only_beyond_doubt(then, now, change):
    tiles = {tile.key: tile for tile in of([*then, *now], named("30d", TODAY)).tiles.tiles}
    assert tiles["response"].change.startswith(change)


def test_a_comparison_by_known_days_says_what_it_compares_where_more_is_shown():
    then, undated = jobs(40, "applied 150"), jobs(40, "applied 180", "phone-screen ?")
    tiles = {tile.key: tile for tile in of([*then, *undated], named("30d", TODAY)).tiles.tiles}
    assert tiles["response"].rate.share == 1
    assert tiles["response"].change == (
        "0 % (0 % to 9 %) by known days, no clear change: before 0 % (0 % to 9 %)"
    )


def test_a_period_of_the_past_is_compared_as_it_stood_at_its_end():
    then, now = jobs(40, "applied 100"), jobs(40, "applied 130", "phone-screen 150")
    tiles = {tile.key: tile for tile in of([*then, *now], between(day(120), day(139))).tiles.tiles}
    assert tiles["response"].change == (
        "0 % (0 % to 9 %) by its end, no clear change: before 0 % (0 % to 9 %)"
    )


def test_nothing_is_compared_where_the_number_shown_has_few_cases():
    then, now = jobs(40, "applied 150"), jobs(15, "applied 180", "phone-screen 185")
    undated = jobs(25, "applied 180", "withdrawn ?")
    tiles = of([*then, *now, *undated], named("30d", TODAY)).tiles.tiles
    assert [(tile.rate.n, tile.change) for tile in tiles if tile.key == "response"] == [
        (15, "under 20 cases: too few to compare")
    ]


def test_an_undated_application_belongs_to_all_time_alone():
    cards = [job("applied ?"), job("applied 199")]
    assert of(cards).applications == 2
    assert of(cards, between(day(-9999), day(9999))).applications == 1
