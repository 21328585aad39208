"""Written advice: its price, its growing, its end, and its troubles."""

import re

import pytest
from playwright.sync_api import Page, expect

from services.language.fake.gemini import FakeGemini
from services.language.fake.scenario import Scenario
from tests.journeys.advice.conftest import (
    ANALYSIS,
    TASKS,
    ask,
    choose,
    expect_done,
    panel,
    statements,
)
from tests.journeys.conftest import (
    LAPTOP,
    PHONE,
    NewPage,
    ready,
    serious_findings,
    visit,
)
from tests.server import Server


def test_a_price_a_click_and_an_answer_that_is_paid_once(
    page: Page, house: Server, job: str, gemini: FakeGemini
) -> None:
    expect(panel(page).get_by_text("sends the resume, the posting")).to_be_visible()
    panel(page).get_by_role("button", name="I agree").click()
    expect(panel(page).get_by_text(re.compile(r"at most \$0\.\d\d"))).to_be_visible()
    ask(page, ANALYSIS)
    expect_done(page)
    told = statements(page).all_inner_texts()
    assert len(told) > 3
    asked = len(gemini.requests)

    page.reload()
    ready(page)
    expect_done(page)
    assert statements(page).all_inner_texts() == told
    expect(panel(page).get_by_role("button", name=ANALYSIS[1])).to_have_count(0)
    assert len(gemini.requests) == asked
    visit(page, house, "/writing")
    expect(page.get_by_role("cell", name="Match").first).to_be_visible()


@pytest.mark.usefixtures("agreed")
def test_a_statement_points_at_the_line_it_rests_on(page: Page) -> None:
    ask(page, ANALYSIS)
    expect_done(page)
    panel(page).get_by_role("button", name="Resume").first.click()
    expect(page.locator(".cv-page-mark")).to_have_count(1)


@pytest.mark.usefixtures("agreed")
def test_who_stops_keeps_what_had_come(page: Page, gemini: FakeGemini) -> None:
    gemini.script.then(Scenario.SLOW)
    ask(page, ANALYSIS)
    expect(statements(page).nth(1)).to_be_visible()
    panel(page).get_by_role("button", name="Stop").click()
    expect(panel(page).get_by_text("You stopped this.")).to_be_visible()
    told = statements(page).all_inner_texts()
    assert len(gemini.abandoned) > 0

    page.reload()
    ready(page)
    expect(panel(page).get_by_text("You stopped this.")).to_be_visible()
    assert statements(page).all_inner_texts() == told
    panel(page).get_by_role("button", name="Try again").click()
    expect_done(page)


@pytest.mark.usefixtures("agreed")
def test_an_answer_goes_on_over_a_reload_and_in_another_tab(
    page: Page, new_page: NewPage, house: Server, job: str, gemini: FakeGemini
) -> None:
    other = new_page()
    other.context.add_cookies(page.context.cookies())
    visit(other, house, job)
    gemini.script.then(Scenario.SLOW)
    asked = len(gemini.requests)
    ask(page, ANALYSIS)
    expect(statements(other).first).to_be_visible()
    page.reload()
    ready(page)
    expect(panel(page).get_by_role("button", name="Stop")).to_be_visible()
    expect(statements(page).nth(1)).to_be_visible()

    panel(other).get_by_role("button", name="Stop").click()
    for tab in (page, other):
        expect(panel(tab).get_by_text("You stopped this.")).to_be_visible()
    # The whole of what was kept reaches one tab a moment before the other.
    expect(statements(other)).to_have_count(statements(page).count())
    expect(statements(page)).to_have_count(statements(other).count())
    assert statements(page).all_inner_texts() == statements(other).all_inner_texts()
    assert len(gemini.requests) == asked + 1


TROUBLE = {
    "asked too often": ([Scenario.LIMITED], "asked too often"),
    "not answering": ([Scenario.DOWN] * 3, "not answering"),
    "declined": ([Scenario.PROMPT_BLOCKED], "declined"),
    "cut": ([Scenario.CUT], "broke off"),
    "broken": ([Scenario.BROKEN_JSON], "not whole"),
}


@pytest.mark.usefixtures("agreed")
@pytest.mark.parametrize(("scenarios", "words"), TROUBLE.values(), ids=TROUBLE)
def test_trouble_is_told_in_words_and_tried_again(
    page: Page, gemini: FakeGemini, scenarios: list[Scenario], words: str
) -> None:
    gemini.script.then(*scenarios)
    ask(page, ANALYSIS)
    expect(panel(page).get_by_role("alert")).to_contain_text(words)
    panel(page).get_by_role("button", name="Try again").click()
    expect_done(page)
    expect(panel(page).get_by_role("alert")).to_have_count(0)


@pytest.mark.usefixtures("agreed")
def test_what_nothing_bears_out_is_left_out_or_marked(page: Page, gemini: FakeGemini) -> None:
    gemini.script.then(Scenario.INVENTING)
    ask(page, ANALYSIS)
    expect_done(page)
    expect(panel(page).get_by_text(re.compile(r"\d+ statements were left out"))).to_be_visible()
    expect(panel(page).locator("mark").first).to_contain_text("doubtful")
    expect(panel(page).locator(".cv-doubts li").first).to_contain_text("none of your texts")


@pytest.mark.usefixtures("agreed")
def test_everybody_can_use_every_task(page: Page, new_page: NewPage, house: Server, job: str):
    looks = ((LAPTOP, "dark"), (PHONE, "light"))
    for task in TASKS:
        ask(page, task)
        expect_done(page)
    for size, scheme in looks:
        tab = new_page(size, color_scheme=scheme)
        tab.context.add_cookies(page.context.cookies())
        visit(tab, house, job)
        for task in TASKS:
            choose(tab, task)
            expect_done(tab)
            tab.wait_for_timeout(400)  # what fades in has all of its contrast
            assert serious_findings(tab, "section.cv-panel-card:has(.cv-advice)") == []
            assert tab.evaluate("document.documentElement.scrollWidth") <= size[0]
