"""The pictures of a search: looked at, pointed at, in any light and on any screen."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pymupdf
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.conftest import (
    LAPTOP,
    PHONE,
    NewPage,
    Sample,
    open_page,
    ready,
    sign_in,
    sign_up,
)
from tests.journeys.numbers import add, drawn, open_analytics
from tests.server import Server

BAR = ".points .point path"
MARKS = {
    "standing": (".slice path.surface", 1),
    "funnel": (BAR, 2),
    "flow": (".sankey-link", 0),
    "weeks": (BAR, 1),
    "trend": (".point", 0),
    "stay": (BAR, 1),
    "by-source": (".point", 0),
    "by-work-mode": (".point", 0),
    "weekdays": (BAR, 0),
    "salaries-eur-year": (BAR, 1),
}
"""A mark of each picture that a click goes to: where to find it, and which of those."""


@pytest.fixture(scope="module")
def robin(browser: Browser, sample: Sample) -> Iterator[Page]:
    """The sample's owner; the browser may complain about nothing."""
    complaints: list[str] = []
    page = open_page(browser, complaints, LAPTOP)
    sign_in(page, sample.server, sample.person)
    ready(page)
    yield page
    page.context.close()
    assert complaints == []


def listed(page: Page) -> int:
    """Return how many jobs the list says it shows."""
    expect(page.locator(".cv-chip")).to_be_visible()
    count = page.locator(".cv-toolbar__count")
    expect(count).to_have_text(re.compile(r"^\d+ of \d+ jobs$"))
    return int(count.inner_text().split()[0])


def part_of(address: str) -> str:
    return parse_qs(urlsplit(address).query)["part"][0]


@pytest.mark.parametrize(("key", "mark"), MARKS.items(), ids=MARKS)
def test_a_click_on_a_part_lists_as_many_as_its_table_tells(
    robin: Page, sample: Sample, key: str, mark: tuple[str, int]
):
    open_analytics(robin, sample.server)
    found = drawn(robin, key)
    found.locator("summary", has_text="Table").click()
    expect(found.locator("td").first).to_be_visible()
    rows = {
        part_of(link["href"]): link["cells"]
        for link in found.locator("tbody tr:has(a)").evaluate_all(
            "rows => rows.map((row) => ({ href: row.querySelector('a').href,"
            " cells: [...row.cells].map((cell) => cell.textContent.trim()) }))"
        )
    }
    marks, number = mark
    found.locator(marks).nth(number).click(force=True)
    count, address = listed(robin), robin.url
    assert f"{count:,}" in rows[part_of(address)]

    robin.reload()
    assert (listed(robin), robin.url) == (count, address)


def test_the_list_shows_exactly_the_jobs_of_the_part(robin: Page, sample: Sample):
    with sample.server.program(sample.person.email, sample.person.password) as program:
        steps = program.get("/analytics").json()["funnel"]["steps"]
    wanted = next(step["jobs"] for step in steps if step["key"] == "interview")
    open_analytics(robin, sample.server)
    drawn(robin, "funnel").locator(BAR).nth(3).click(force=True)

    expect(robin.locator(".cv-chip")).to_contain_text("ever reached “Interview”, all time")
    assert listed(robin) == len(wanted)
    rows = robin.locator(".cv-row[data-id]")
    assert set(rows.evaluate_all("rows => rows.map((row) => row.dataset.id)")) == set(wanted)

    robin.locator(".cv-chip").click()
    expect(robin.locator(".cv-toolbar__count")).to_have_text(re.compile(r"^\d+ jobs$"))
    assert "picture" not in robin.url


def test_a_part_is_reached_by_keyboard_alone(robin: Page, sample: Sample):
    open_analytics(robin, sample.server)
    table = robin.locator(".is-funnel summary", has_text="Table")
    table.focus()
    robin.keyboard.press("Enter")
    region = robin.get_by_role("region", name="How far applications came as a table")
    expect(region).to_be_visible()
    robin.keyboard.press("Tab")
    expect(region).to_be_focused()
    robin.keyboard.press("Tab")
    robin.keyboard.press("Enter")
    expect(robin.locator(".cv-chip")).to_contain_text("ever reached “Applied”")


def test_every_picture_tells_its_cases_and_its_period_and_on_request_what_it_means(
    robin: Page, sample: Sample
):
    open_analytics(robin, sample.server, "")
    pictures = robin.locator(".cv-picture")
    count = pictures.count()
    assert count >= 18
    for folded in robin.locator(".cv-pictures__undrawn > summary").all():
        folded.click()
    for about in pictures.locator(".cv-picture__about").all_inner_texts():
        assert re.fullmatch(r"n = [\d,]+, (the last 90 days|all time)", about)
    for number in range(count):
        definition = pictures.nth(number).locator("summary", has_text="Definition")
        definition.click()
        expect(definition.locator("xpath=..").locator("p")).not_to_be_empty()


def test_another_period_stays_over_a_reload_and_other_days_can_be_chosen(
    robin: Page, sample: Sample
):
    open_analytics(robin, sample.server, "")
    everything = robin.locator(".cv-number strong").first
    before = everything.inner_text()
    robin.get_by_label("30 days").check()
    expect(everything).not_to_have_text(before)
    expect(robin.locator(".is-funnel .cv-picture__about")).to_contain_text("the last 30 days")
    robin.reload()
    expect(robin.locator(".is-funnel .cv-picture__about")).to_contain_text("the last 30 days")

    robin.get_by_label("Days", exact=True).check()
    robin.get_by_label("From", exact=True).fill("2026-09-01")
    robin.get_by_role("button", name="Show", exact=True).click()
    expect(robin.locator(".is-funnel .cv-picture__about")).to_contain_text("since 2026-09-01")
    assert "period=2026-09-01.." in robin.url


def test_pictures_wear_what_the_page_wears(robin: Page, sample: Sample):
    def colour() -> str:
        bar = drawn(robin, "funnel").locator(BAR).nth(1)
        return str(bar.evaluate("node => getComputedStyle(node).fill"))

    open_analytics(robin, sample.server)
    light = colour()
    robin.emulate_media(color_scheme="dark")
    expect(robin.locator("body.body--dark")).to_be_attached()
    robin.wait_for_function(
        "light => getComputedStyle(document.querySelectorAll('.is-funnel .points .point path')[1])"
        ".fill !== light",
        arg=light,
    )
    assert colour() == "rgb(108, 201, 166)"
    robin.emulate_media(color_scheme="light")


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_all_pictures_come_onto_paper_whole_and_dark_on_light(
    robin: Page, sample: Sample, size: str
):
    robin.emulate_media(color_scheme="dark")
    open_analytics(robin, sample.server)
    drawn(robin, "standing")
    with pymupdf.open(stream=robin.pdf(format=size)) as paper:
        told = " ".join(" ".join(page.get_text() for page in paper).split())
        spans = [
            (page.rect, span)
            for page in paper
            for block in page.get_text("dict")["blocks"]
            for line in block.get("lines", [])
            for span in line["spans"]
        ]
    robin.emulate_media(color_scheme="light")
    text = " ".join([span["text"] for _, span in spans])
    for at_its_right_end in ("Rejected · ", "still waiting", "100 %", "Oct"):
        assert at_its_right_end in text
    drawn_cards = robin.locator(".cv-glance, .cv-pictures__section > .cv-pictures__grid")
    for definition in drawn_cards.locator(".is-definition > :is(p, dl dd)").all_text_contents():
        assert definition in told
    for only_clicked in ("90 days", "Without names", "Show 24", "See all", "Definition"):
        assert only_clicked not in told
    assert all(span["bbox"] in sheet for sheet, span in spans)
    assert (
        max(span["bbox"][2] / sheet.width for sheet, span in spans if span["text"] == "100 %")
        > 0.85
    )
    assert all(span["color"] & 0xFF < 0xC0 for _, span in spans)


def days_ago(days: int) -> str:
    return (datetime.now(UTC).date() - timedelta(days=days)).isoformat()


def cut(picture: Locator) -> list[str]:
    """Return the words of a figure that end outside of it."""
    return list(
        picture.locator(".cv-canvas").evaluate(
            """canvas => {
              const { left, right } = canvas.getBoundingClientRect();
              const isCut = (box) => box.width && (box.left < left - 1 || box.right > right + 1);
              return [...canvas.querySelectorAll("text")]
                .filter((each) => isCut(each.getBoundingClientRect()))
                .map((each) => each.textContent);
            }"""
        )
    )


def test_a_phone_shows_all_of_it_without_scrolling_sideways(new_page: NewPage, sample: Sample):
    phone = new_page(PHONE)
    sign_in(phone, sample.server, sample.person)
    ready(phone)
    open_analytics(phone, sample.server)
    for key in (*MARKS, "calendar", "replies"):
        found = drawn(phone, key)
        assert found.bounding_box()["width"] <= 360
        assert cut(found) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_labels_near_the_right_edge_of_a_phone_are_whole(phone: Page, server: Server):
    person = sign_up(phone, server)
    with server.program(person.email, person.password) as program:
        for number, job in enumerate(add(program, 22, applied_on=days_ago(69))):
            program.patch(f"/jobs/{job}", json={"status": "Rejected" if number < 12 else "Applied"})
    open_analytics(phone, server)
    labels = {
        "weekdays": "12 first replies",
        "replies": "half by day 69",
        "stay": "69 days",
        "flow": "Applications · 22",
    }
    for key, label in labels.items():
        figure = drawn(phone, key)
        expect(figure.locator("text", has_text=label)).to_be_attached()
        assert cut(figure) == [], key


def test_a_tap_opens_the_jobs_of_a_part(phone: Page, server: Server):
    person = sign_up(phone, server)
    with server.program(person.email, person.password) as program:
        add(program, 2)
    open_analytics(phone, server)
    drawn(phone, "funnel").locator(BAR).first.tap(force=True)
    expect(phone.locator(".cv-chip")).to_contain_text("ever reached “Applied”")


def test_plotly_waits_in_the_cache_once_another_screen_had_nothing_to_do(
    page: Page, server: Server
):
    person = sign_up(page, server)
    with server.program(person.email, person.password) as program:
        add(program, 1)
    with page.expect_response("**/esm/*/index.js") as early:
        page.wait_for_timeout(100)
    early.value.finished()
    page.get_by_role("link", name="Analytics").click()
    drawn(page, "standing")
    sizes = page.evaluate(
        "performance.getEntriesByType('resource').filter((each) => each.name.endsWith('/index.js')"
        " && each.name.includes('/esm/')).map((each) => each.transferSize)"
    )
    assert max(sizes) > 1_000_000
    assert min(sizes) == 0
