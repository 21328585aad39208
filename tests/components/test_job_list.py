"""What the job list takes and hands back, without a browser: the drawing is tried in journeys."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest
from nicegui import ui
from nicegui.testing import User, user_simulation

from components.icons import OUTLINES, icon
from components.job_list import JobList
from services.jobs.stages import DEFAULT_STAGES

TODAY = date(2026, 11, 22)


@pytest.fixture
async def ada() -> AsyncIterator[User]:
    async with user_simulation() as user:
        yield user


async def open_list(ada: User, **arguments: Any) -> JobList:
    """Show Ada a page with nothing but a job list on it."""
    made: list[JobList] = []

    @ui.page("/")
    def page() -> None:
        made.append(JobList(DEFAULT_STAGES.shown, today=TODAY, **arguments))

    await ada.open("/")
    return made[0]


async def test_stages_alone_make_a_job_list(ada):
    jobs = await open_list(ada)
    assert [stage["name"] for stage in jobs.props["stages"]][:2] == ["Saved", "Applied"]
    assert set(jobs.props["stages"][0]) == {"id", "name", "colour", "kind"}
    assert jobs.props["url"] == "/rows"
    assert jobs.props["today"] == "2026-11-22"


async def test_no_job_travels_with_the_page(ada):
    jobs = await open_list(ada)
    assert set(jobs.props) == {"url", "today", "icons", "stages", "views"}


@pytest.mark.parametrize(
    "name", ["open", "move", "close", "edit", "bulk", "save_view", "drop_view", "add"]
)
async def test_an_intent_reaches_its_callback_as_the_browser_wrote_it(ada, name):
    heard: list[Any] = []
    await open_list(ada, **{f"on_{name}": heard.append})
    ada.find(JobList).trigger(name, {"id": "j1", "version": 3})
    assert heard == [{"id": "j1", "version": 3}]


async def test_a_callback_may_take_its_time(ada):
    heard: list[Any] = []

    async def moved(intent: dict[str, Any]) -> None:
        heard.append(intent["stage"])
        ui.label("moved")

    await open_list(ada, on_move=moved)
    ada.find(JobList).trigger("move", {"id": "j1", "version": 1, "stage": "applied"})
    await ada.should_see("moved")
    assert heard == ["applied"]


async def test_stages_and_views_can_change_while_it_is_shown(ada):
    jobs = await open_list(ada, views=[{"name": "Remote", "query": "tag=remote"}])
    jobs.show_stages(DEFAULT_STAGES.shown[:1])
    jobs.show_views([])
    assert [stage["id"] for stage in jobs.props["stages"]] == ["saved"]
    assert jobs.props["views"] == []


@pytest.mark.parametrize("name", OUTLINES)
def test_an_icon_is_an_outline_that_quasar_draws_itself(name):
    assert icon(name).startswith("M")
    assert icon(name).endswith("|0 0 24 24")
