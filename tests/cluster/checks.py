"""What several tasks promise together, in the order in which it is tried."""

import time
from collections.abc import Callable

import httpx
from playwright.sync_api import expect

from tests.cluster.balancer import COOKIE
from tests.cluster.rolling import restart_all_under_load
from tests.cluster.visitor import Visitor
from tests.journeys.advice.conftest import ANALYSIS, PAID, ask, panel, statements
from tests.journeys.assistant.conftest import answers, say
from tests.server import Server

SHOWN_WITHIN = 3.0
BACK_WITHIN = 5.0
TIMES = 3
QUESTION = "How am I doing?"


def signing_in_holds_at_every_task(ada: Visitor) -> str:
    cookies = {each["name"]: each["value"] for each in ada.page.context.cookies()}
    for name, task in ada.cluster.tasks.items():
        with ada.at(task) as program:
            assert program.get("/jobs/").status_code == 200, name
        answer = httpx.get(ada.cluster.url, cookies={**cookies, COOKIE: name})
        assert answer.status_code == 200, f"{name} answered {answer.status_code}"
    return f"{len(ada.cluster.tasks)} tasks"


def a_change_at_one_task_shows_at_another(ada: Visitor) -> str:
    ada.open("/")
    took = []
    for number in range(TIMES):
        ada.add_job(f"Acme {number}")
        since = time.monotonic()
        card = ada.page.locator(".cv-card").filter(has_text=f"Acme {number}")
        expect(card).to_be_visible(timeout=10_000)
        took.append(time.monotonic() - since)
    assert max(took) <= SHOWN_WITHIN, took
    return f"after {max(took):.1f} s at most, of {TIMES}"


def a_page_is_back_after_its_task_was_stopped(ada: Visitor) -> str:
    return _lose_tasks(ada, Server.stop)


def a_page_is_back_after_its_task_was_killed(ada: Visitor) -> str:
    return _lose_tasks(ada, Server.kill)


def an_advice_is_written_although_its_task_was_killed(ada: Visitor) -> str:
    return _lose_writer(ada, Server.kill)


def an_advice_is_written_although_its_task_was_stopped(ada: Visitor) -> str:
    return _lose_writer(ada, Server.stop)


def an_answer_of_the_assistant_is_written_although_its_task_was_killed(ada: Visitor) -> str:
    return _lose_answer(ada, Server.kill)


def an_answer_of_the_assistant_is_written_although_its_task_was_stopped(ada: Visitor) -> str:
    return _lose_answer(ada, Server.stop)


def a_rolling_restart_loses_nothing_and_shows_no_error(ada: Visitor) -> str:
    return restart_all_under_load(ada)


def _lose_tasks(ada: Visitor, end: Callable[[Server], None]) -> str:
    """Take the task away under what is being typed, and look for page, session and text."""
    ada.open(f"/jobs/{ada.add_job('Borealis')}")
    took = []
    for number in range(TIMES):
        text, lost = f"They keep {number} giraffes, and nobody says why.", ada.task
        ada.mark()
        ada.notes.fill(text)
        since = time.monotonic()
        end(ada.cluster.tasks[lost])
        took.append(ada.seconds_until_back(since))
        ada.expect_saved(text)
        assert ada.task != lost
        ada.cluster.revive(lost)
    assert max(took) <= BACK_WITHIN, took
    return f"after {max(took):.1f} s at most, of {TIMES}, with what was typed"


def _lose_writer(ada: Visitor, end: Callable[[Server], None]) -> str:
    """Take the task away while it writes, and wait until the open page shows the whole text."""
    broken, whole = panel(ada.page).get_by_text("broke off"), panel(ada.page).get_by_text(PAID)
    for _ in range(TIMES):
        ada.open(ada.add_job_to_advise())
        ask(ada.page, ANALYSIS)
        expect(statements(ada.page).first).to_be_visible(timeout=30_000)
        ada.mark()
        lost, since = ada.task, time.monotonic()
        end(ada.cluster.tasks[lost])
        back = ada.seconds_until_back(since)
        expect(broken.or_(whole).first).to_be_visible(timeout=10_000)
        was_cut = broken.is_visible()
        expect(whole).to_be_visible(timeout=90_000)
        took = time.monotonic() - since
        ada.cluster.revive(lost)
        if was_cut:
            return f"marked after {back:.1f} s, whole after {took:.0f} s"
    raise AssertionError("the advice was whole each time before its task had gone")


def _lose_answer(ada: Visitor, end: Callable[[Server], None]) -> str:
    """Take the task away while it answers, and wait until the open page shows the whole answer."""
    ada.add_job_to_advise()
    for _ in range(TIMES):
        ada.open("/assistant")
        say(ada.page, QUESTION)
        expect(answers(ada.page)).to_contain_text("This is what", timeout=20_000)
        ada.page.wait_for_url("**/assistant/*")
        ada.mark()
        lost, since = ada.task, time.monotonic()
        end(ada.cluster.tasks[lost])
        back = ada.seconds_until_back(since)
        expect(answers(ada.page)).to_be_visible(timeout=10_000)
        was_cut = answers(ada.page).get_attribute("aria-busy") == "true"
        expect(ada.page.locator(".cv-said-by.is-model.is-done")).to_be_visible(timeout=60_000)
        took = time.monotonic() - since
        ada.cluster.revive(lost)
        if was_cut:
            return f"back after {back:.1f} s, whole after {took:.0f} s"
    raise AssertionError("the answer was whole each time before its task had gone")


CHECKS = (
    signing_in_holds_at_every_task,
    a_change_at_one_task_shows_at_another,
    a_page_is_back_after_its_task_was_stopped,
    a_page_is_back_after_its_task_was_killed,
    an_advice_is_written_although_its_task_was_killed,
    an_advice_is_written_although_its_task_was_stopped,
    an_answer_of_the_assistant_is_written_although_its_task_was_killed,
    an_answer_of_the_assistant_is_written_although_its_task_was_stopped,
    a_rolling_restart_loses_nothing_and_shows_no_error,
)
