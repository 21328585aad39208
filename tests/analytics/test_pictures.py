"""Pictures: what is drawn, what can be pointed at, and the same in words."""

import re
from collections import Counter
from datetime import date, timedelta
from itertools import accumulate, pairwise

import orjson
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.analytics.measures import measures
from services.analytics.pictures.drawing import label
from services.analytics.pictures.gallery import gallery
from services.analytics.span import ALL_TIME, between, named
from services.errors import NotFound
from services.jobs.job import Salary, WorkMode
from services.jobs.stages import DEFAULT_STAGES
from tests.analytics.search import START, TODAY, job, jobs, searches

TONE = re.compile(r"@[a-z-]+([/~]\d+)?")
PAY = Salary(min=40_000, max=60_000, currency="EUR", period="year")
SEARCHES = {
    "no job": [],
    "one job": [job("applied 1")],
    "all saved": jobs(30, "saved 1"),
    "undated": jobs(30, "applied ?"),
    "to come": jobs(30, "applied 300"),
    "twenty years": [job("applied -7300"), *jobs(25, "applied 200", "rejected 200")],
    "one stage only": jobs(30, "offer 3", salary=PAY),
    "gone stages": [job("gone 3"), job("applied 3", "gone 9")],
    "back and forth": jobs(25, "applied 1", "phone-screen 3", "applied 5", "offer 9"),
    "two sources": [
        *jobs(25, "applied 1", "phone-screen 4", source="Friend", work_mode=WorkMode.REMOTE),
        *jobs(25, "applied 2", source="Fair", salary=PAY),
    ],
}
spans = st.sampled_from([ALL_TIME, named("30d", TODAY), named("year", TODAY), between(START, None)])


def drawn(cards, span=ALL_TIME, today=TODAY):
    return gallery(measures(cards, DEFAULT_STAGES, span, today), DEFAULT_STAGES)


def coloured(value):
    """Return a figure with every tone turned into some colour, as a browser does it."""
    return orjson.loads(TONE.sub("#123456", orjson.dumps(value).decode()))


def pointed_at(figure):
    """Return the keys that a click on some mark of the figure hands back."""
    for trace in figure["data"]:
        yield from _flat(trace.get("customdata", ()))
        yield from trace.get("link", {}).get("customdata", ())
        yield from [key for key, _ in trace.get("node", {}).get("customdata", ())]


def _flat(keys):
    for key in keys:
        yield from _flat(key) if isinstance(key, list) else [key]


@pytest.mark.parametrize("name", ["30d", "all"])
@pytest.mark.parametrize("cards", SEARCHES.values(), ids=SEARCHES)
def test_plotly_can_draw_every_figure_of_every_search(cards, name):
    for picture in drawn(cards, named(name, TODAY)):
        if picture.figure:
            colours = coloured(picture.figure)
            go.Figure({key: colours[key] for key in ("data", "layout")})


@pytest.mark.parametrize("name", ["30d", "all"])
@pytest.mark.parametrize("cards", SEARCHES.values(), ids=SEARCHES)
def test_every_picture_says_its_cases_period_and_definition_and_what_it_shows(cards, name):
    period = named(name, TODAY)
    for picture in drawn(cards, period):
        assert picture.title
        assert picture.about.definition
        assert picture.about.period.name
        assert picture.words or picture.key == "tiles"
        assert all(len(row.cells) == len(picture.head) for row in picture.rows)


@settings(max_examples=50)
@given(searches, spans)
def test_whatever_is_pointed_at_is_a_part_of_its_picture(cards, span):
    for picture in drawn(cards, span):
        keys = Counter(part.key for part in picture.parts)
        assert set(keys.values()) <= {1}
        assert {row.part for row in picture.rows} <= {*keys, ""}
        if picture.figure:
            assert set(pointed_at(picture.figure)) <= {*keys, ""}


@settings(max_examples=50)
@given(searches, spans)
def test_the_parts_of_a_picture_that_divides_the_applications_hold_each_once(cards, span):
    found = drawn(cards, span)
    for key in ("standing", "by-source", "by-weekday", "weeks", "trend"):
        picture = found.find(key)
        held = Counter(job for part in picture.parts for job in part.jobs)
        assert set(held.values()) <= {1}
        assert len(held) <= found.jobs


def test_the_thin_parts_of_a_ring_lie_where_there_is_room_for_their_names():
    thin = [job("applied 1", move) for move in ("phone-screen 2", "offer 3", "declined 4")]
    [ring] = (
        drawn([*jobs(40, "applied 1"), *thin, *jobs(20, "applied 1", "rejected 2")])
        .get("standing")
        .figure["data"]
    )
    ends = [0, *accumulate(ring["values"])]
    middles = [(start + end) / 2 for start, end in pairwise(ends)][1:4]
    # Clockwise from the top: a quarter is the right side.
    places = [(ring["rotation"] / 360 + middle / ends[-1]) % 1 for middle in middles]
    assert all(0.15 < place < 0.35 for place in places)


def test_a_picture_is_found_by_its_key_and_a_part_that_is_gone_holds_nothing():
    found = drawn(jobs(3, "applied 1"))
    assert len(found.get("funnel").part("applied").jobs) == 3
    assert found.get("funnel").part("nowhere").jobs == ()
    assert found.find("nowhere") is None
    with pytest.raises(NotFound):
        found.get("nowhere")


@pytest.mark.parametrize("cards", [[], jobs(30, "saved 1")], ids=["no job", "all saved"])
def test_without_applications_every_picture_says_so_instead_of_drawing(cards):
    found = drawn(cards)
    figures = {each.key for each in found if each.figure}
    assert figures <= {"calendar"}
    assert found.get("standing").words == "No application in this period yet."


def test_under_twenty_cases_groups_are_refused_in_words():
    cards = [*jobs(19, "applied 1", source="Friend"), *jobs(40, "applied 1", source="Fair")]
    picture = drawn(cards).get("by-source")

    assert picture.figure is None
    assert picture.words == (
        "There is nothing to compare yet: it takes two groups of 20 applications."
    )
    assert {row.cells[0]: row.cells[2] for row in picture.rows} == {
        "Fair": "0 %",
        "Friend": "too few",
    }


def test_a_group_is_drawn_with_its_interval():
    figure = drawn(SEARCHES["two sources"]).get("by-source").figure
    answered = figure["data"][0]

    assert sorted(answered["x"]) == [0, 1]
    assert all(0 < reach < 0.2 for reach in filter(None, answered["error_x"]["arrayminus"]))


def test_a_month_with_few_applications_leaves_a_gap_in_the_trend():
    cards = [*jobs(20, "applied 1", "rejected 5"), *jobs(5, "applied 31"), *jobs(20, "applied 62")]
    answered = drawn(cards).get("trend").figure["data"][0]
    assert answered["y"][:3] == [1, None, 0]


def test_the_week_that_is_not_over_is_hatched_and_does_not_bend_the_mean():
    bars, mean = drawn(jobs(3, "applied 150")).get("weeks").figure["data"]

    assert bars["marker"]["pattern"]["shape"][-1] == "/"
    assert mean["y"][-1] is None
    assert set(bars["marker"]["pattern"]["shape"][:-1]) == {""}


def test_the_calendar_draws_a_year_and_its_table_tells_every_day():
    picture = drawn(SEARCHES["twenty years"]).get("calendar")
    assert {len(row) for row in picture.figure["data"][0]["z"]} == {53}
    assert len(picture.rows) == 2


def test_the_response_curve_starts_at_nothing_and_says_who_still_waits():
    cards = [*jobs(20, "applied 1", "rejected 9"), *jobs(15, "applied 190")]
    picture = drawn(cards).get("replies")
    low, high, line = picture.figure["data"]

    assert (line["x"][0], line["y"][0]) == (0, 0)
    assert line["x"] == sorted(line["x"])
    assert all(a <= b <= c for a, b, c in zip(low["y"], line["y"], high["y"], strict=True))
    assert picture.figure["layout"]["annotations"][0]["text"] == "15 still waiting"
    assert len(picture.part("waiting").jobs) == 15


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Short", "Short"),
        ("<b>&", "&lt;b&gt;&amp;"),
        ("a\nb\tc", "a b c"),
        ("A word after another and no end", "A word after<br>another and no end"),
        ("Donaudampfschifffahrtselektrizität", "Donaudampfschifffa<br>hrtselektrizität"),
    ],
)
def test_a_name_in_a_figure_is_short_and_no_markup(name, shown):
    assert label(name) == shown


def test_a_name_however_long_takes_two_lines():
    assert label("word " * 50).count("<br>") == 1


def test_no_name_of_a_person_reaches_a_figure_as_markup():
    cards = jobs(25, "applied 1", source="<img src=x>") + jobs(25, "applied 1", source="Fair")
    figure = drawn(cards).get("by-source").figure
    shown = [figure["layout"], *({**trace, "customdata": ()} for trace in figure["data"])]
    assert "<img" not in orjson.dumps(shown).decode()


@pytest.mark.parametrize("offset", [0, 1, 6])
def test_any_day_of_the_week_has_a_gallery(offset):
    assert drawn(SEARCHES["two sources"], today=TODAY + timedelta(days=offset)).get("pacing")


def test_the_words_over_the_weeks_say_what_its_line_shows():
    monday = START + timedelta(days=196)
    shown = drawn([job(f"applied {number}") for number in range(197)], today=monday).get("weeks")
    assert "Lately 7 a week" in shown.words
    assert shown.figure["data"][1]["y"][-2:] == [7, None]


def test_one_of_something_is_told_as_one():
    found = drawn([job("applied 195")])
    words = " ".join([found.get(key).words for key in ("calendar", "flow", "standing", "funnel")])

    assert "Something moved on one day" in words
    assert "Of 1 application, now: 1 Waiting for a reply." in words


def test_few_weeks_are_counted_in_whole_numbers_and_their_bars_are_as_wide_as_those_of_many():
    few = drawn([job("applied 195")]).get("weeks").figure
    many = drawn([job(f"applied {7 * week}") for week in range(28)]).get("weeks").figure

    assert few["layout"]["yaxis"]["dtick"] == 1
    assert few["data"][0]["width"] == many["data"][0]["width"]
    assert {date.fromisoformat(day).weekday() for day in few["layout"]["xaxis"]["tickvals"]} == {0}
    assert few["layout"]["xaxis"]["range"][0] < "2025-11"
    assert few["layout"]["xaxis"]["tickvals"][-1] == few["data"][0]["x"][-1]


def test_one_month_is_named_once():
    axis = drawn(jobs(20, "applied 190")).get("trend").figure["layout"]["xaxis"]
    assert axis["ticktext"] == ["Dec<br>2025"]
