"""What the pictures hand on and answer, without a browser: the drawing is tried in journeys."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest
from nicegui import ui
from nicegui.testing import User, user_simulation

from components.pictures import Pictures
from components.review_sheet import ReviewSheet
from services.analytics.review import review
from services.jobs.stages import DEFAULT_STAGES
from tests.analytics.search import day, job


@pytest.fixture
async def ada() -> AsyncIterator[User]:
    async with user_simulation() as user:
        yield user


class Heard(list[Any]):
    """What the callbacks were told."""

    async def goal(self, goal: int | None) -> None:
        self.hear(goal)

    async def ghost(self, job: str) -> None:
        self.hear(job)

    def open(self, *words: str) -> None:
        self.hear(words)

    def hear(self, what: Any) -> None:
        self.append(what)
        ui.label("heard")


async def open_pictures(ada: User, heard: Heard) -> Pictures:
    made: list[Pictures] = []

    @ui.page("/")
    def page() -> None:
        made.append(Pictures(on_open=heard.open, on_goal=heard.goal, on_ghost=heard.ghost))

    await ada.open("/")
    return made[0]


async def test_no_number_travels_with_the_page(ada):
    pictures = await open_pictures(ada, Heard())
    assert set(pictures.props) == {"source", "icons"}


@pytest.mark.parametrize(
    ("name", "sent", "told"),
    [
        (
            "open",
            {"picture": "funnel", "part": "offer", "period": "all"},
            [("funnel", "offer", "all")],
        ),
        ("goal", {"goal": 5}, [5]),
        ("goal", {"goal": ""}, [None]),
        ("goal", {"goal": 0}, []),
        ("goal", {"goal": 201}, []),
        ("goal", {"goal": "many"}, []),
        ("goal", {}, []),
        ("ghost", {"job": "j1"}, ["j1"]),
        ("ghost", {}, []),
        ("ghost", None, []),
    ],
    ids=str,
)
async def test_what_was_done_reaches_its_callback_if_it_makes_sense(ada, name, sent, told):
    heard = Heard()
    await open_pictures(ada, heard)
    ada.find(Pictures).trigger(name, sent)
    await (ada.should_see("heard") if told else ada.should_not_see("heard"))
    assert heard == told


@pytest.mark.parametrize(
    ("words", "other"),
    [("2025-W24", "/review?month=2025-06"), ("2025-06", "/review?week=2025-W22")],
)
async def test_a_review_leads_from_week_to_month_and_back(ada, words, other):
    made: list[ReviewSheet] = []

    @ui.page("/")
    def page() -> None:
        sheet = ReviewSheet()
        sheet.show(review([job("applied 3")], DEFAULT_STAGES, words, date(2026, 1, 1)))
        made.append(sheet)

    await ada.open("/")
    told = made[0].props["review"]
    assert told["other"]["address"] == other
    assert len(told["chapters"]) == 5
    assert day(3).month == 6
