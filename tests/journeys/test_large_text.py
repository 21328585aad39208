"""The phone of somebody who reads at twice the usual size: nothing is cut, nothing scrolls away."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import PHONE, Sample, open_page, ready, sign_in, visit

TWICE = """document.addEventListener("DOMContentLoaded", () => {
  const style = document.createElement("style");
  style.textContent = "html { font-size: 200% }";
  document.head.append(style);
})"""

CUT = """() => [...document.querySelectorAll(".q-field__control")]
  .filter((field) => field.checkVisibility())
  .filter((field) => {
    const font = parseFloat(getComputedStyle(field.querySelector(".q-field__native")).fontSize);
    return field.getBoundingClientRect().height < 2.4 * font;
  })
  .map((field) => field.outerHTML)"""
"""Fields whose label and words do not stand one below the other."""

OVER = """() => [...document.querySelectorAll(".cv-card[data-id]")].filter((card) => {
  const [above, below] = [".cv-card__company", ".cv-card__position"].map((part) =>
    card.querySelector(part).getBoundingClientRect());
  const font = parseFloat(getComputedStyle(card).fontSize);
  return above.height < 1.2 * font || above.bottom > below.top + 1;
}).length"""

SCREENS = [
    "/",
    "/?view=table",
    "/jobs/new",
    "/jobs/{job}",
    "/resumes",
    "/analytics",
    "/review",
    "/stages",
    "/assistant",
    "/account",
]


@pytest.fixture(scope="module")
def reader(browser: Browser, sample: Sample):
    """The sample's owner, with a phone and without glasses."""
    complaints: list[str] = []
    page = open_page(browser, complaints, PHONE)
    page.add_init_script(TWICE)
    sign_in(page, sample.server, sample.person)
    ready(page)
    yield page
    page.context.close()
    assert complaints == []


@pytest.mark.parametrize("path", SCREENS)
def test_no_screen_scrolls_sideways_in_large_text(reader: Page, sample: Sample, path: str):
    visit(reader, sample.server, path.format(job=sample.job))
    expect(reader.locator("#main > *").first).to_be_visible()

    reader.wait_for_function("document.documentElement.scrollWidth <= 360")


@pytest.mark.parametrize("path", ["/jobs/new", "/jobs/{job}"])
def test_the_fields_of_a_job_have_room_for_large_text(reader: Page, sample: Sample, path: str):
    visit(reader, sample.server, path.format(job=sample.job))
    expect(reader.get_by_label("Company")).to_be_attached()

    assert reader.evaluate(CUT) == []


def test_the_lines_of_a_card_stand_below_each_other_in_large_text(reader: Page, sample: Sample):
    visit(reader, sample.server, "/")
    expect(reader.locator(".cv-card[data-id]").first).to_be_attached()

    assert reader.evaluate(OVER) == 0
